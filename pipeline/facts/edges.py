"""Who is tied to whom by which claim or treaty: the edges of the network, as a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import polars as pl

# What an edge tells of its claim.
TOLD = ("edtf", "predicate", "polarity", "modality", "status", "languages")
SLOTS = ("signatories", "parties")


def edges(shelf: Shelf, ids: list[str] | None) -> pl.DataFrame:
    """One row an edge: from each subject of a claim to whatever fills another role, and from the signatories and
    parties of a treaty to it. `key`, unique between two nodes, is the claim, with the role where a claim ties the two
    by several, or the slot. With `ids`, only the edges that touch one of these."""
    import polars as pl

    roles = shelf.scan("roles").select("claim", "role", "ref")
    slots = shelf.scan("slots").filter(pl.col("slot").is_in(SLOTS), pl.col("ref").is_not_null())
    bound = slots.select("edtf", "modality", a="ref", b="treaty", key="slot", predicate="slot", role="slot")
    parts, claims, slotted = pl.collect_all([roles, shelf.scan("claims").select("id", *TOLD), bound])
    ties = tied(parts.with_columns(row=rows(parts["claim"], claims["id"])), ids)
    told = pl.concat([ties, claims[ties["row"]]], how="horizontal").rename({"id": "claim"}).drop("row")
    both = pl.concat([told.with_columns(key="claim"), slotted], how="diagonal")
    if ids is not None:
        both = both.filter(pl.col("a").is_in(ids) | pl.col("b").is_in(ids))
    return keyed(both)


def tied(parts: pl.DataFrame, ids: list[str] | None) -> pl.DataFrame:
    """Each subject `a` of a claim with each `b` in another `role` of it; with `ids`, of the claims that name one."""
    import polars as pl

    named = parts.filter(pl.col("ref").is_not_null())
    if ids is not None:
        named = named.filter(pl.col("row").is_in(named.filter(pl.col("ref").is_in(ids))["row"].unique().implode()))
    subject = pl.col("role") == "subject"
    subjects = named.filter(subject).select("row", a="ref")
    return subjects.join(named.filter(~subject).select("row", "role", b="ref"), on="row")


def rows(claims: pl.Series, ids: pl.Series) -> pl.Series:
    """In which row of `ids` each of `claims` stands. As a run writes its tables, roles lie claim by claim in the order
    of the claims: then it is enough to count, which spares the two joins by name that would take the most time."""
    import polars as pl

    runs = claims.rle_id()
    begins = runs.ne_missing(runs.shift(1))
    if claims.filter(begins).equals(ids):
        return runs
    known = pl.DataFrame({"claim": ids}).with_row_index("row")
    return claims.to_frame("claim").join(known, on="claim", how="left", maintain_order="left")["row"]


def keyed(made: pl.DataFrame) -> pl.DataFrame:
    """`made` with each edge once, and keys that are unique between two nodes."""
    import polars as pl

    tie = ["a", "b", "key"]
    marks = pl.col("a").hash(1) ^ pl.col("b").hash(2) ^ pl.col("key").hash(3)
    several = made.select(marks.is_duplicated()).to_series()
    if not several.any():
        return made
    alike = made.filter(several).unique([*tie, "role"], keep="first", maintain_order=True)
    again = alike.select(tie).is_duplicated()
    alike = alike.with_columns(key=pl.when(again).then(pl.concat_str("key", pl.lit(" "), "role")).otherwise("key"))
    return pl.concat([made.filter(~several), alike])
