"""What the invented texts say: claims, and one sentence for each statement with its marked places."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl

from bench.large_graph.world import SENTENCES, WORDS, World, days, ids

Array = np.ndarray[Any, Any]
MODALITIES = ("asserted", "planned", "obligation", "conditional", "possible", "question", "counterfactual")
LIKELY = (0.79, 0.11, 0.03, 0.025, 0.025, 0.015, 0.005)
MOST = 500
DOT = " · "
PLACE = ("document", "start", "end", "byte_start", "byte_end", "quote")


def zipf(rng: np.random.Generator, size: int, many: int, power: float = 1.0) -> Array:
    """`size` numbers below `many`, the first ones by far the most frequent."""
    weights = np.arange(1, many + 1) ** -power
    return rng.choice(many, size, p=weights / weights.sum())


def claim_frame(world: World, statements: int, seed: int, rng: np.random.Generator) -> tuple[pl.DataFrame, Array]:
    """The claims without what their statements tell of them, and the claim of each statement."""
    counts = np.minimum(rng.zipf(2.3, statements), MOST)
    size = int(np.searchsorted(np.cumsum(counts), statements)) + 1
    told = np.repeat(np.arange(size), counts[:size])[:statements]
    kind = np.digitize(rng.random(size), (0.35, 0.55))
    numbers = {
        "subject": zipf(rng, size, len(world.actors)),
        "predicate_at": zipf(rng, size, len(world.predicates), 1.0),
        "actor_at": zipf(rng, size, len(world.actors)),
        "treaty_at": zipf(rng, size, len(world.treaties)),
        "thing": rng.integers(0, len(WORDS["en"]["things"]), size),
        "object_kind": kind,
    }
    frame = pl.DataFrame(numbers).with_columns(id=ids("claim", size, seed))
    first = pl.Series("from", days(rng, size))
    long = pl.Series(np.where(rng.random(size) < 0.3, 365, 0))
    dated, valued = pl.Series(rng.random(size) < 0.4), pl.Series(rng.random(size) < 0.1)
    frame = frame.with_columns(first, value=pl.Series(rng.integers(1, 9000, size) * 50.0))
    frame = frame.with_columns(pl.when(dated).then("from").alias("from"), value=pl.when(valued).then("value"))
    frame = frame.with_columns(
        to=pl.col("from").dt.offset_by(pl.format("{}d", long)),
        basis=pl.when(dated).then(pl.lit("stated")),
        unit=pl.when(valued).then(pl.lit("USD")),
    )
    ends = [pl.col(name).dt.to_string("%Y-%m-%d") for name in ("from", "to")]
    edtf = pl.when(pl.col("from") == pl.col("to")).then(ends[0]).otherwise(pl.format("{}/{}", *ends))
    return frame.with_columns(edtf=edtf, place=placed(world, size, rng)), told


def placed(world: World, size: int, rng: np.random.Generator) -> pl.Series:
    """A place for one claim in fifty."""
    places = world.actors.filter(pl.col("type") == "place")["id"]
    chosen = rng.integers(0, len(places), size)
    return places.gather(np.where(rng.random(size) < 0.02, chosen, -1)).set(pl.Series(rng.random(size) > 0.02), None)


def worded(world: World, claims: pl.DataFrame, language: str) -> pl.DataFrame:
    """Each claim's subject, predicate and object in words of a language."""
    actors, treaties = world.labels["actor"][language], world.labels["treaty"][language]
    thing = pl.Series(WORDS[language]["things"]).gather(claims["thing"])
    is_actor, is_treaty = claims["object_kind"] == 0, claims["object_kind"] == 1
    objects = actors.gather(claims["actor_at"]).zip_with(is_actor, thing)
    return pl.DataFrame(
        {
            "subject": actors.gather(claims["subject"]),
            "verb": world.labels["predicate"][language].gather(claims["predicate_at"]),
            "object": treaties.gather(claims["treaty_at"]).zip_with(is_treaty, objects),
        }
    )


def statement_frame(world: World, claims: pl.DataFrame, told: Array, rng: np.random.Generator) -> pl.DataFrame:
    """Each statement's claim, its sentence (a number over all documents), stance and holder."""
    size = len(told)
    home = rng.random(len(claims)) < 0.55
    english = np.where(rng.random(size) < 0.85, home[told], ~home[told])
    sentence = np.empty(size, dtype=np.int64)
    all_sentences = np.arange(len(world.documents) * SENTENCES)
    for value, parity in ((True, 0), (False, 1)):
        pool = rng.permutation(all_sentences[(all_sentences // SENTENCES) % 2 == parity])
        chosen = np.flatnonzero(english == value)
        sentence[chosen] = pool[: len(chosen)]
    holder = rng.choice(3, size, p=(0.86, 0.11, 0.03))
    modality = np.where(
        rng.random(size) < 0.9, rng.choice(7, len(claims), p=LIKELY)[told], rng.choice(7, size, p=LIKELY)
    )
    negated = (rng.random(len(claims)) < 0.05)[told] ^ (rng.random(size) < 0.01)
    return pl.DataFrame(
        {
            "at": told,
            "place_at": sentence,
            "holder_at": np.where(holder == 1, zipf(rng, size, len(world.actors)), -1),
            "holder": holder,
            "modality_at": modality,
            "negated": negated,
            "derived": rng.random(size) < 0.13,
            "confidence": rng.choice((0.9, 0.5, 0.8, 0.65, 0.85, 0.7), size),
            "tail": rng.integers(0, 5, size),
        }
    )


def sentence_parts(world: World, claims: pl.DataFrame, said: pl.DataFrame, language: str) -> pl.DataFrame:
    """The pieces of the sentences of `said`, all of one language, in the order in which they are written."""
    words = WORDS[language]
    claim = claims[said["at"]]
    line = worded(world, claim, language)
    held = said["holder"] == 1
    holder = world.labels["actor"][language].gather(said["holder_at"].clip(0))
    cues = pl.Series([None, *(words[one] for one in MODALITIES[1:])], dtype=pl.String).gather(said["modality_at"])
    lead = pl.Series([words["holder"]]).new_from_index(0, len(said))
    none = pl.Series([None], dtype=pl.String).new_from_index(0, len(said))
    not_ = pl.Series([words["negated"]]).new_from_index(0, len(said))
    parts = line.with_columns(
        lead=lead.zip_with(held, none),
        held=holder.zip_with(held, none),
        cue=not_.zip_with(said["negated"], cues),
        time=claim["edtf"],
        quantity=claim["value"].cast(pl.Int64).cast(pl.String) + " USD",
        tail=pl.Series(words["tails"]).gather(said["tail"]),
    )
    return parts
