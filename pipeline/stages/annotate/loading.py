"""spaCy pipelines, loaded when first asked for and once."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.faults import KnowledgeFault

if TYPE_CHECKING:
    from spacy.language import Language

ANY_LANGUAGE = "xx"  # spaCy's rules for languages that it has none for


def pipeline_for(pack: AnnotatePack, language: str) -> tuple[Any, str]:
    """The spaCy pipeline of `pack` and its name with version; the bare tokenizer of `language` where it names none.

    Raises KnowledgeFault where none of those named is installed.
    """
    if not pack.models:
        return _bare(language)
    return _load(pack.models, pack.version, pack.install, language, pack.compounds)


@lru_cache(maxsize=8)
def _load(
    models: tuple[str, ...], version: str, install: str, language: str, compounds: frozenset[str]
) -> tuple[Any, str]:
    for name in models:
        if find_spec(name) is None:
            continue
        package = import_module(name)
        if package.__version__.startswith(version + "."):
            return _with_compounds(package.load(), compounds), f"{name} {package.__version__}"
    raise KnowledgeFault(
        f"models/languages/{language}.toml",
        "annotate.models",
        f"none of {', '.join(models)} {version} is installed",
        f"Install it: pip install {install}",
    )


def _with_compounds(nlp: Language, compounds: frozenset[str]) -> Language:
    """The pipeline with words that its tokenizer would cut at a hyphen kept whole (« accord-cadre »)."""
    for word in sorted({form for one in compounds for form in (one, one[0].upper() + one[1:])}):
        for form in {word, word.replace("'", "’")}:
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
    return nlp


@lru_cache(maxsize=8)
def _bare(language: str) -> tuple[Any, str]:
    """Tokens and sentences by rule; no parts of speech, no heads."""
    import spacy

    nlp = _tokenizer(language)
    nlp.add_pipe("sentencizer")
    return nlp, f"spacy blank {nlp.lang} {spacy.__version__}"


def _tokenizer(language: str) -> Language:
    import spacy

    try:
        return spacy.blank(language)
    except ImportError:  # what spaCy raises for a code that it does not know
        return spacy.blank(ANY_LANGUAGE)
