"""What the invented texts talk about: documents, predicates, actors and treaties, with their names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from pipeline.model.tables import JOINT

HOUSE = Path(__file__).parents[2]
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
LANGUAGES = ("en", "fr")
TYPES = ("person", "organization", "group", "place", "state")
SHARES = (0.5, 0.25, 0.1, 0.1, 0.05)
TREATIES = ("treaty", "agreement", "declaration", "programme")
SENTENCES = 60
FIRST, LAST = np.datetime64("1950-01-01"), np.datetime64("2025-12-31")


@dataclass(frozen=True)
class World:
    """The nodes, in order; a node's number is its row."""

    documents: pl.DataFrame
    predicates: pl.DataFrame
    actors: pl.DataFrame
    treaties: pl.DataFrame
    names: pl.DataFrame
    labels: dict[str, pl.DataFrame]


def ids(prefix: str, size: int, seed: int, digits: int = 10) -> pl.Series:
    """`size` distinct ids that look like digests."""
    whole = 16**digits
    return pl.Series([f"{prefix}-{(one * 0x9E3779B97F4A7C15 + seed) % whole:0{digits}x}" for one in range(size)])


def build(statements: int, seed: int, rng: np.random.Generator) -> World:
    """As many nodes as a corpus with so many statements would have."""
    predicates = predicate_nodes()
    kinds = rng.choice(len(TYPES), max(40, statements * 6 // 100), p=SHARES)
    kinds[: len(TYPES)] = range(len(TYPES))
    actors = actor_nodes(kinds, seed)
    treaties = treaty_nodes(max(8, statements * 8 // 1000), seed, rng)
    labels = {
        kind: pl.DataFrame({language: frame[language] for language in LANGUAGES})
        for kind, frame in (("predicate", predicates), ("actor", actors), ("treaty", treaties))
    }
    found = {"predicate": predicates, "actor": actors, "treaty": treaties}
    names = pl.concat([name_rows(kind, frame) for kind, frame in found.items()])
    return World(document_nodes(max(8, statements // 50), seed, rng), predicates, actors, treaties, names, labels)


def predicate_nodes() -> pl.DataFrame:
    """The predicates of the house."""
    packs = [tomllib.loads(path.read_text("utf-8")) for path in sorted((HOUSE / "models/claims").glob("*.toml"))]
    return pl.DataFrame(
        {
            "id": [one["name"] for one in packs],
            "label": [one["labels"]["en"] for one in packs],
            "wikidata": pl.Series([one.get("wikidata") for one in packs], dtype=pl.String),
            "lasting": [one["time"] == "state" for one in packs],
            **{language: [one["labels"][language] for one in packs] for language in LANGUAGES},
        }
    )


def called(kind: str, number: int, language: str) -> str:
    """The name of the `number`th node of its kind: distinct numbers have distinct names, alike in both languages."""
    words, syllables = WORDS[language], WORDS["syllables"]
    pattern = words[kind]
    if isinstance(pattern, list):
        number, at = divmod(number, len(pattern))
        pattern = pattern[at]
    first = ""
    if kind == "person":
        number, at = divmod(number, len(words["first"]))
        first = words["first"][at]
    ends = words["endings" if kind == "person" else "land"]
    number, at = divmod(number, len(ends))
    stem = ""
    while number or len(stem) < 3:
        number, part = divmod(number, len(syllables))
        stem += syllables[part]
    coined = stem.capitalize() + ends[at]
    return str(pattern.format(first=first, last=coined, land=coined))


def actor_nodes(kinds: np.ndarray[Any, Any], seed: int) -> pl.DataFrame:
    """Actors of these types, with a label in each language and, for persons, the family name as a third form."""
    seen = dict.fromkeys(range(len(TYPES)), 0)
    rows = []
    for kind in kinds.tolist():
        rows.append([called(TYPES[kind], seen[kind], language) for language in LANGUAGES])
        seen[kind] += 1
    frame = pl.DataFrame(rows, schema=["en", "fr"], orient="row")
    person = pl.Series(kinds == 0)
    frame = frame.with_columns(
        id=ids("actor", len(kinds), seed),
        type=pl.Series(TYPES).gather(kinds),
        label=pl.col("en"),
        short=pl.when(person).then(pl.col("en").str.split(" ").list.last()),
        same_as=pl.when(pl.int_range(pl.len()) % 5 == 0).then(pl.format("wikidata:Q{}", pl.int_range(pl.len()) + 1000)),
    )
    differs = pl.col("en") != pl.col("fr")
    because = pl.when(differs).then(pl.format("equal once romanised: {} (en) = {} (fr)", "en", "fr"))
    return frame.with_columns(forms=forms("en", "fr", "short"), merged_because=because)


def forms(*columns: str) -> pl.Expr:
    """The distinct forms, sorted, as one text."""
    return pl.concat_list(columns).list.drop_nulls().list.unique().list.sort().list.join(JOINT)


def treaty_nodes(size: int, seed: int, rng: np.random.Generator) -> pl.DataFrame:
    """Treaties with their days; a third never came into force. What the slots tell is joined in by `slots`."""
    names = {language: [called("treaty", one, language) for one in range(size)] for language in LANGUAGES}
    signed = days(rng, size)
    force = signed + rng.integers(30, 900, size).astype("timedelta64[D]")
    frame = pl.DataFrame(names).with_columns(
        id=ids("treaty", size, seed), kind=pl.Series(TREATIES).gather(np.arange(size) % 4), label=pl.col("en")
    )
    frame = frame.with_columns(pl.Series("signed_from", signed), pl.Series("force_from", force))
    frame = frame.with_columns(forms=forms("en", "fr"))
    into = pl.Series(rng.random(size) < 0.66)
    frame = frame.with_columns(force_from=pl.when(into).then("force_from"))
    for prefix in ("signed", "force"):
        day = pl.col(f"{prefix}_from")
        told = pl.when(day.is_not_null()).then(pl.lit("stated"))
        frame = frame.with_columns(day.alias(f"{prefix}_to"), told.alias(f"{prefix}_basis"))
        frame = frame.with_columns(day.dt.to_string("%Y-%m-%d").alias(f"{prefix}_edtf"))
    missing = pl.when(into).then(pl.lit("place; ratified")).otherwise(pl.lit("place; entry_into_force; ratified"))
    return frame.with_columns(status=pl.lit("signed"), missing=missing, place=pl.lit(None, pl.String))


def days(rng: np.random.Generator, size: int) -> np.ndarray[Any, Any]:
    """Random days."""
    span = int((LAST - FIRST).astype(int)) - 900
    return FIRST + rng.integers(0, span, size).astype("timedelta64[D]")


def document_nodes(size: int, seed: int, rng: np.random.Generator) -> pl.DataFrame:
    """Documents without their lengths; one in ten is a copy or translation of an earlier one."""
    language = np.arange(size) % 2
    copies = rng.random(size) < 0.1
    copies[:4] = False
    own = np.flatnonzero(~copies)
    origin = np.arange(size)
    earlier = np.searchsorted(own, np.flatnonzero(copies))
    origin[copies] = own[(rng.random(len(earlier)) * earlier).astype(int)]
    written = days(rng, size)
    frame = pl.DataFrame({"id": ids("doc", size, seed, 12), "language": pl.Series(LANGUAGES).gather(language)})
    at = pl.int_range(pl.len())
    return frame.with_columns(
        path=pl.format("paper-{}.{}.txt", at, "language"),
        sha256=ids("x", size, seed, 64).str.slice(2),
        title=pl.format("Paper {}", at),
        authors=pl.Series([called("person", one % 3000, "en") for one in range(size)]),
        institute=pl.Series(WORDS["institutes"]).gather(np.arange(size) % 3),
        publisher=pl.lit(None, pl.String),
        series=pl.lit("Papers"),
        number=at.cast(pl.String),
        encoding=pl.lit("utf-8"),
        origin=pl.col("id").gather(pl.Series(origin)),
        date_edtf=pl.Series(written).dt.to_string("%Y-%m-%d"),
        date_from=pl.Series(written),
        date_to=pl.Series(written),
        date_basis=pl.lit("stated"),
    )


def name_rows(kind: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Labels first, then the short form in each language."""
    parts = [(language, language, True) for language in LANGUAGES]
    parts += [("short", "en", False)] if "short" in frame.columns else []
    made = [
        frame.select("id", kind=pl.lit(kind), language=pl.lit(spoken), name=pl.col(column), preferred=pl.lit(first))
        for column, spoken, first in parts
    ]
    return pl.concat(made).drop_nulls("name")
