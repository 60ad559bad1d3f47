"""Questions that choose claims: about whom, between whom, in dispute, told in one language only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.facts import names
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import polars as pl

OPPOSED = ("contradicts", "tension")


def involving(shelf: Shelf, ids: list[str]) -> pl.LazyFrame:
    """The ids (`id`) of the claims in which one of `ids` fills a role or is the place."""
    import polars as pl

    roles = shelf.scan("roles").filter(pl.col("ref").is_in(ids)).select(id="claim")
    places = shelf.scan("claims").filter(pl.col("place").is_in(ids)).select("id")
    return pl.concat([roles, places]).unique()


def about(shelf: Shelf, name: str) -> pl.DataFrame:
    """The claims about whoever is called `name`."""
    return chosen(shelf, involving(shelf, names.ids(shelf, name)))


def chosen(shelf: Shelf, ids: pl.LazyFrame) -> pl.DataFrame:
    """The claims with these ids, in the order of the table."""
    kept = shelf.scan("claims").join(ids, on="id", how="semi", maintain_order="left")
    return kept.collect()


def between(shelf: Shelf, one: str, other: str) -> pl.DataFrame:
    """The claims in which both have a part, and those in which each does the same to one treaty."""
    import polars as pl

    first, second = (involving(shelf, names.ids(shelf, name)) for name in (one, other))
    together = first.join(second, on="id", how="semi")
    deeds = shelf.scan("roles").filter(pl.col("ref").str.starts_with("treaty-")).select("claim", "role", treaty="ref")
    told = deeds.join(shelf.scan("claims").select("id", "predicate"), left_on="claim", right_on="id")
    mine, theirs = (told.join(these, left_on="claim", right_on="id", how="semi") for these in (first, second))
    deed = ["treaty", "role", "predicate"]
    alike = [
        here.join(there, on=deed, how="semi").select(id="claim") for here, there in ((mine, theirs), (theirs, mine))
    ]
    return chosen(shelf, pl.concat([together, *alike]).unique())


def said_by(shelf: Shelf, name: str) -> pl.DataFrame:
    """The statements held by whoever is called `name`, each with its claim's line."""
    import polars as pl

    held = shelf.scan("statements").filter(pl.col("holder_actor").is_in(names.ids(shelf, name)))
    lines = shelf.scan("claims").select("id", "text")
    told = held.join(lines, left_on="claim", right_on="id", how="left", maintain_order="left")
    return told.select("text", pl.exclude("text")).collect()


def only(shelf: Shelf, language: str) -> pl.DataFrame:
    """The claims that only texts in `language` tell."""
    import polars as pl

    return shelf.scan("claims").filter(pl.col("only") == language).collect()


def disputed(shelf: Shelf) -> pl.DataFrame:
    """The claims that stand against another, one row for each of these, and those that are disputed by themselves."""
    import polars as pl

    links = shelf.scan("links").filter(pl.col("kind").is_in(OPPOSED))
    sides = pl.concat(
        [links.select("kind", "why", id=one, against=other) for one, other in (("a", "b"), ("b", "a"))]
    ).unique(maintain_order=True)
    claims = shelf.scan("claims")
    others = claims.select("id", against_text="text")
    facing = sides.join(others, left_on="against", right_on="id", how="left")
    found = claims.with_row_index("row").join(facing, on="id", how="left", maintain_order="left")
    kept = found.filter(pl.col("against").is_not_null() | (pl.col("status") == "disputed"))
    return kept.sort("row", "against").drop("row").collect()
