"""Where things stand: the text of every sentence, and the spans of a statement in it, in code points and in bytes."""

from __future__ import annotations

import polars as pl

from bench.large_graph.said import PLACE, sentence_parts
from bench.large_graph.world import LANGUAGES, SENTENCES, WORDS, World

# The pieces of a sentence with what stands before each.
PIECES = (
    ("lead", ""), ("held", ""), ("subject", ", "), ("cue", " "), ("verb", " "), ("object", " "), ("quantity", ": "),
    ("time", ", "), ("tail", ", "),
)  # fmt: skip
# Piece by role of a span.
ROLES = {
    "subject": "subject",
    "object": "object",
    "cue": "cue",
    "time": "time",
    "quantity": "quantity",
    "held": "holder",
}


def written(world: World, claims: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """`said`, each row with its sentence, and for each piece its words and where they begin and end in the sentence."""
    done = []
    for parity, language in enumerate(LANGUAGES):
        some = said.filter((pl.col("place_at") // SENTENCES) % 2 == parity)
        parts = sentence_parts(world, claims, some, language)
        done.append(laid(some.drop("tail").hstack(parts)))
    return pl.concat(done).sort("number")


def laid(frame: pl.DataFrame) -> pl.DataFrame:
    """The pieces one after the other, each with its start and end in code points and in bytes."""
    text = pl.Series([""]).new_from_index(0, len(frame))
    for name, before in PIECES:
        piece = frame[name]
        gap = pl.Series([before if name != "subject" else ""]).new_from_index(0, len(frame))
        if name == "subject":
            gap = pl.Series([before]).new_from_index(0, len(frame)).zip_with(frame["held"].is_not_null(), gap)
        begin = text + gap
        whole = begin + piece
        columns = {f"{name}_start": begin.str.len_chars(), f"{name}_end": whole.str.len_chars()}
        columns |= {f"{name}_byte_start": begin.str.len_bytes(), f"{name}_byte_end": whole.str.len_bytes()}
        frame = frame.with_columns(**{key: value.cast(pl.Int64) for key, value in columns.items()})
        text = whole.zip_with(piece.is_not_null(), text)
    return frame.with_columns(sentence_text=text + ".")


def sentences(world: World, said: pl.DataFrame) -> pl.DataFrame:
    """Every sentence with its place; a line break stands between two."""
    frame = pl.DataFrame({"place_at": pl.int_range(len(world.documents) * SENTENCES, eager=True)})
    at, number = pl.col("place_at") // SENTENCES, pl.col("place_at") % SENTENCES
    plain = pl.when(at % 2 == 0).then(plain_text(LANGUAGES[0])).otherwise(plain_text(LANGUAGES[1]))
    frame = frame.join(said.select("place_at", text="sentence_text"), on="place_at", how="left", maintain_order="left")
    frame = frame.with_columns(pl.coalesce("text", plain).alias("text"), document_at=at)
    lengths = {"start": pl.col("text").str.len_chars(), "byte_start": pl.col("text").str.len_bytes()}
    for name, length in lengths.items():
        length = length.cast(pl.Int64)
        frame = frame.with_columns(((length + 1).cum_sum().over("document_at") - length - 1).alias(name))
        frame = frame.with_columns((pl.col(name) + length).alias(name.replace("start", "end")))
    section = pl.when(number == 0).then(pl.lit("title")).otherwise(pl.lit("paragraph"))
    document = world.documents["id"].gather(frame["document_at"])
    return frame.with_columns(id=pl.format("s{}", number + 1), section=section, document=document)


def plain_text(language: str) -> pl.Expr:
    """A sentence that tells nothing."""
    words = pl.lit(pl.Series(WORDS[language]["plain"]))
    return words.gather(pl.col("place_at") % len(WORDS[language]["plain"]))


def placed(said: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """`said` with document, sentence and the places of its pieces in the file."""
    line = lines.select("document", "start", "byte_start", sentence="id")[said["place_at"]]
    said = said.hstack(line)
    moved = [
        (pl.col(f"{name}_{edge}") + pl.col("byte_start" if "byte" in edge else "start")).alias(f"{name}_{edge}")
        for name, _ in PIECES
        for edge in ("start", "end", "byte_start", "byte_end")
    ]
    return said.with_columns(moved).with_columns(evidence(said))


def evidence(said: pl.DataFrame) -> list[pl.Expr]:
    """The columns of the evidence: from the subject to the object."""
    quote = pl.col("sentence_text").str.slice(said["subject_start"], said["object_end"] - said["subject_start"])
    start, end = pl.col("start") + said["subject_start"], pl.col("start") + said["object_end"]
    byte_start = pl.col("byte_start") + said["subject_byte_start"]
    byte_end = pl.col("byte_start") + said["object_byte_end"]
    named = {"start": start, "end": end, "byte_start": byte_start, "byte_end": byte_end, "quote": quote}
    return [value.alias(f"evidence_{key}") for key, value in named.items()]


def spans(said: pl.DataFrame) -> pl.DataFrame:
    """The marked places of all statements."""
    made = []
    for name, role in {"evidence": "evidence", **ROLES}.items():
        some = said.filter(pl.col(f"{name}_start").is_not_null())
        columns = [pl.col(f"{name}_{key}").alias(key) for key in PLACE[1:5]]
        quote = pl.col("evidence_quote" if name == "evidence" else name).alias("quote")
        made.append(
            some.select("number", "document", *columns, quote, role=pl.lit(role), statement="id", claim="claim")
        )
    return pl.concat([one.filter(pl.col("quote").is_not_null()) for one in made]).sort("number", maintain_order=True)
