"""The tables themselves: what claims have of their statements, and what hangs on claims and sentences."""

from __future__ import annotations

import numpy as np
import polars as pl

from bench.large_graph.places import placed, sentences, spans, written
from bench.large_graph.said import DOT, MODALITIES, claim_frame, statement_frame, worded
from bench.large_graph.world import LANGUAGES, World, ids
from pipeline.model.tables import JOINT

TIME = ("edtf", "from", "to", "basis")


def tables(world: World, statements: int, seed: int, rng: np.random.Generator) -> dict[str, pl.DataFrame]:
    """Every table by its name."""
    claims, told = claim_frame(world, statements, seed, rng)
    said = statement_frame(world, claims, told, rng).with_row_index("number")
    said = said.with_columns(id=ids("st", statements, seed, 16), claim=claims["id"].gather(told))
    said = written(world, claims, said)
    lines = sentences(world, said)
    said = placed(said, lines)
    said = stated(world, claims, said)
    found = claimed(world, claims, said)
    met = alignments(world, said, lines, seed, rng)
    documents = lengths(world, lines)
    slots = slot_rows(world, lines, rng)
    return {
        "documents": documents,
        "predicates": world.predicates,
        "actors": world.actors,
        "treaties": world.treaties.with_columns(filled(slots, len(world.treaties))),
        "slots": slots,
        "names": world.names,
        "claims": found,
        "wordings": pl.concat([wording(world, claims, found, language) for language in LANGUAGES]),
        "statements": said.with_columns(pl.col(f"evidence_{key}").alias(key) for key in EVIDENCE),
        "spans": spans(said),
        "roles": roles(world, claims),
        "links": links(claims, rng),
        "alignments": met,
        "aligned_claims": aligned(met),
        "sentences": lines,
        "issues": issues(documents),
    }


EVIDENCE = ("start", "end", "byte_start", "byte_end", "quote")


def stated(world: World, claims: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """The statements' columns beside their places."""
    predicate = world.predicates["id"].gather(claims["predicate_at"]).gather(said["at"])
    language = world.documents["language"].gather(said["place_at"] // 60)
    holder = world.actors["id"].gather(said["holder_at"].clip(0))
    said = said.with_columns(claims.select(TIME)[said["at"]])
    return said.with_columns(
        predicate=predicate,
        language=language,
        holder_kind=pl.Series(["author", "actor", "unspecified"]).gather(said["holder"]),
        holder_actor=pl.when(pl.col("holder") == 1).then(holder),
        holder_text=pl.col("held"),
        holder_within=pl.lit(None, pl.String),
        polarity=pl.when("negated").then(pl.lit("negated")).otherwise(pl.lit("affirmed")),
        modality=pl.Series(MODALITIES).gather(said["modality_at"]),
        grade=pl.when("derived").then(pl.lit("derived")).otherwise(pl.lit("verbatim")),
        rule=pl.format("models/claims/{}.toml#{}.{}", predicate, language, said["number"] % 5 + 1),
    )


def claimed(world: World, claims: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """The claims with what their statements tell: stance, languages, support, asymmetry."""
    origin = world.documents["origin"].gather(said["place_at"] // 60)
    told = said.with_columns(origin=origin).group_by("at").agg(
        *(pl.col(key).unique().sort().str.join(JOINT) for key in ("polarity", "modality")),
        pl.col("language").unique().sort().str.join(JOINT).alias("languages"),
        pl.col("document").n_unique().alias("documents"),
        pl.col("origin").n_unique().alias("independent"),
        plain=((pl.col("polarity") == "affirmed") & (pl.col("modality") == "asserted")).any(),
    ).sort("at")  # fmt: skip
    claims = claims.rename({"subject": "subject_at"}).hstack(told.drop("at"))
    disputed, several = pl.col("polarity").str.contains(JOINT), pl.col("independent") > 1
    status = pl.when(disputed).then(pl.lit("disputed")).when(several).then(pl.lit("corroborated"))
    only = pl.when(~pl.col("languages").str.contains(JOINT)).then("languages")
    claims = claims.with_columns(
        predicate=world.predicates["id"].gather(claims["predicate_at"]),
        status=status.otherwise(pl.lit("single")),
        only=only,
    )
    why = pl.format("the other texts do not speak of {}", world.actors["label"].gather(claims["subject_at"]))
    claims = claims.with_columns(why_only=pl.when(pl.col("only").is_not_null() & (pl.col("value").is_null())).then(why))
    line = wording(world, claims.rename({"subject_at": "subject"}), claims, LANGUAGES[0])
    return claims.with_columns(line.select("text", "subject", "object"))


def wording(world: World, claims: pl.DataFrame, told: pl.DataFrame, language: str) -> pl.DataFrame:
    """Each claim in one line of a language."""
    line = worded(world, claims, language).with_columns(told.select("plain", "edtf", "modality", "polarity", "value"))
    stance = pl.concat_list("polarity", "modality").list.join(JOINT).str.replace_all(JOINT, ", ", literal=True)
    stance = pl.when("plain").then(pl.lit("")).otherwise(pl.format(" [{}]", stance))
    amount = pl.format("{} USD", pl.col("value").cast(pl.Int64))
    text = pl.concat_str("subject", pl.col("verb") + stance, "object", amount, "edtf", separator=DOT, ignore_nulls=True)
    return line.select("subject", "object", text=text, claim=told["id"], language=pl.lit(language))


def roles(world: World, claims: pl.DataFrame) -> pl.DataFrame:
    """Subject and object of each claim, and for a third of them an actor `of` whom it is."""
    third = (claims["actor_at"] + claims["treaty_at"]) % len(world.actors)
    line = worded(world, claims, LANGUAGES[0])
    actors = world.actors["id"]
    treaty = (
        world.treaties["id"]
        .gather(claims["treaty_at"])
        .zip_with(claims["object_kind"] == 1, pl.Series([None], dtype=pl.String).new_from_index(0, len(claims)))
    )
    ref = actors.gather(claims["actor_at"]).zip_with(claims["object_kind"] == 0, treaty)
    at = pl.int_range(len(claims), eager=True)
    subject = {"at": at, "role": "subject", "ref": actors.gather(claims["subject"]), "label": line["subject"]}
    target = {"at": at, "role": "object", "ref": ref, "label": line["object"]}
    other = {"at": at, "role": "of", "ref": actors.gather(third), "label": world.actors["label"].gather(third)}
    made = [pl.DataFrame(one).with_columns(claim=claims["id"]) for one in (subject, target, other)]
    made[2] = made[2].filter(pl.col("at") % 3 == 0)
    frame = pl.concat(made).sort("at", maintain_order=True)
    return frame.with_columns(text=pl.when(pl.col("ref").is_null()).then("label"))


def links(claims: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Links between one claim in twenty and a neighbour."""
    size = len(claims)
    first = rng.choice(size, max(1, size // 20), replace=False)
    kind = rng.choice(4, len(first), p=(0.2, 0.4, 0.3, 0.1))
    why = ["both say the same", "one is told more finely", "both are of the same affairs", "one denies the other"]
    kinds = ["equal", "refines", "tension", "contradicts"]
    second = claims["id"].gather((first + 1 + rng.integers(0, 50, len(first))) % size)
    frame = {"kind": pl.Series(kinds).gather(kind), "a": claims["id"].gather(first), "b": second}
    return pl.DataFrame(frame).with_columns(why=pl.Series(why).gather(kind))


def alignments(
    world: World, said: pl.DataFrame, lines: pl.DataFrame, seed: int, rng: np.random.Generator
) -> pl.DataFrame:
    """Pairs of told sentences, an English and a French one, of the same claim wherever there are such."""
    sides = [said.filter(pl.col("language") == one).group_by("at", maintain_order=True).first() for one in LANGUAGES]
    pairs = sides[0].select("at", "claim", en="place_at").join(sides[1].select("at", fr="place_at"), on="at").sort("at")
    size = min(len(pairs), max(1, len(said) // 10))
    pairs = pairs.head(size).with_columns(
        alignment=ids("align", size, seed), score=pl.Series(rng.random(size).round(4))
    )
    made = []
    for language in LANGUAGES:
        place = lines.select("document", "start", "end", quote="text")[pairs[language]]
        made.append(pairs.select("alignment", "score", "at", "claim", language=pl.lit(language)).hstack(place))
    empty = [pl.lit(None, pl.String).alias(one) for one in ("decision", "by", "notes")]
    return pl.concat(made).sort("at", maintain_order=True).with_columns(*empty, kind=pl.lit("comparable"))


def aligned(met: pl.DataFrame) -> pl.DataFrame:
    """The claim of each alignment."""
    return met.select("alignment", "claim").unique(maintain_order=True)


def lengths(world: World, lines: pl.DataFrame) -> pl.DataFrame:
    """The documents with their lengths."""
    ends = lines.group_by("document_at").agg(characters=pl.col("end").max(), bytes=pl.col("byte_end").max())
    return world.documents.hstack(ends.sort("document_at").drop("document_at"))


def slot_rows(world: World, lines: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """The day of signing, two parties and two signatories of each treaty, each with a sentence as evidence."""
    size = len(world.treaties)
    made = []
    for slot, kind in (("signed", None), *[("signatories", "person")] * 2, *[("parties", "state")] * 2):
        place = lines.select("document", "start", "end", quote="text")[rng.integers(0, len(lines), size)]
        frame = pl.DataFrame({"treaty": world.treaties["id"], "at": range(size)}).hstack(place)
        some = world.actors.filter(pl.col("type") == (kind or "state"))
        some = some[rng.integers(0, len(some), size)]
        of = [pl.lit(some["id"]).alias("ref"), pl.lit(some["label"]).alias("text")]
        if kind is None:
            of = [pl.lit(None, pl.String).alias("ref"), pl.lit(world.treaties["signed_edtf"]).alias("text")]
        when = [pl.lit(world.treaties[f"signed_{one}"]).alias(one) for one in TIME]
        if kind:
            when = [pl.when(False).then(one).alias(name) for one, name in zip(when, TIME, strict=True)]
        made.append(frame.with_columns(*of, *when, slot=pl.lit(slot), modality=pl.lit("asserted")))
    return pl.concat(made).sort("at", maintain_order=True).unique(["treaty", "slot", "text"], maintain_order=True)


def filled(slots: pl.DataFrame, size: int) -> list[pl.Series]:
    """What the treaties' own columns say of their slots."""
    told = [
        slots.filter(pl.col("slot") == slot).group_by("at").agg(pl.col("text").str.join(JOINT).alias(slot)).sort("at")
        for slot in ("signatories", "parties")
    ]
    return [frame.to_series(1) for frame in told]


def issues(documents: pl.DataFrame) -> pl.DataFrame:
    """A sum that does not fit in every tenth document."""
    some = documents.gather_every(10).select("path", stage=pl.lit("claims"), kind=pl.lit("sum"))
    return some.with_columns(message=pl.lit("A share does not fit"), remedy=pl.lit("Check the figures"))
