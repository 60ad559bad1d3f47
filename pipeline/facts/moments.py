"""Questions of time: a treaty's dated life, and what was stated, planned and in force at a date."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline.facts import names
from pipeline.facts.faults import QueryFault
from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import polars as pl

MOMENT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
FORCE = ("entry_into_force", "in force")
ENDS = ("withdrawn", "superseded", "rejected")
LIFE = ("treaty", "kind", "what", "text", "polarity", "modality", "edtf", "from", "to", "basis", "claim")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year: its first and last day."""

    first: date
    last: date


def moment(when: str | date) -> Moment:
    """Read `2000`, `2000-12`, `2000-12-25` or a date. Raises QueryFault, saying what can be read."""
    if isinstance(when, date):
        return Moment(when, when)
    found = MOMENT.fullmatch(when.strip())
    try:
        year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        raise QueryFault(f"{when!r} is no date: write 2000, 2000-12 or 2000-12-25") from None
    return Moment(first, last)


def timeline(shelf: Shelf, treaty: str | None) -> pl.DataFrame:
    """The dated slots of the treaties called so, and the dated claims about them, by their first day."""
    import polars as pl

    ids = wanted(shelf, treaty)
    slots = shelf.scan("slots").filter(pl.col("treaty").is_in(ids), pl.col("edtf").is_not_null())
    life = slots.unique(["treaty", "slot", "text", "edtf", "modality"], keep="first", maintain_order=True).select(
        "treaty", "text", "modality", "edtf", "from", "to", "basis", kind=pl.lit("slot"), what="slot"
    )
    roles = shelf.scan("roles").filter(pl.col("ref").is_in(ids)).select("claim", treaty="ref").unique()
    claims = shelf.scan("claims").filter(pl.col("edtf").is_not_null())
    told = claims.join(roles, left_on="id", right_on="claim").select(
        *("treaty", "text", "polarity", "modality", "edtf", "from", "to", "basis"),
        kind=pl.lit("claim"),
        what="predicate",
        claim="id",
    )
    both = pl.concat(
        [life.with_columns(polarity=pl.lit("affirmed"), claim=pl.lit(None, pl.String)), told], how="diagonal"
    )
    return both.sort("from", "to", "kind", "what", "text", nulls_last=True).select(LIFE).collect()


def wanted(shelf: Shelf, treaty: str | None) -> list[str]:
    """The ids of the treaties called so; of all where nobody asks for one."""
    if treaty is not None:
        return [one for one in names.ids(shelf, treaty) if one.startswith("treaty-")]
    ids: list[str] = shelf.scan("treaties").select("id").collect()["id"].to_list()
    return ids


def as_of(shelf: Shelf, when: str | date) -> pl.DataFrame:
    """What stood at a time: treaties and claims with their `state` then."""
    import polars as pl

    at = moment(when)
    both = [treaties_then(shelf, at), claims_then(shelf, at)]
    return pl.concat([one.select("state", "kind", "id", "text", "edtf", "from", "to") for one in both]).collect()


def claims_then(shelf: Shelf, at: Moment) -> pl.LazyFrame:
    """The claims that a document written by then tells, or that hold then by what any document tells."""
    import polars as pl

    documents = shelf.scan("documents").select(document="id", written="date_from")
    affirmed = shelf.scan("statements").filter(pl.col("polarity") == "affirmed")
    voices = affirmed.select("claim", "document", "modality").join(documents, on="document", how="left")
    known = pl.col("written") <= at.last
    stances = voices.group_by("claim").agg(
        stated=(known & (pl.col("modality") == "asserted")).any(),
        planned=(known & (pl.col("modality") == "planned")).any(),
        asserted=(pl.col("modality") == "asserted").any(),
    )
    lasting = shelf.scan("predicates").filter(pl.col("lasting")).select("id")
    holds = pl.col("predicate").is_in(lasting.collect()["id"].implode()) & pl.col("asserted") & covers(at)
    ahead = pl.col("planned") & (pl.col("from").is_null() | (pl.col("from") > at.last))
    state = pl.when(holds).then(pl.lit("in force")).when(ahead).then(pl.lit("planned"))
    past = pl.col("stated") & (pl.col("from").is_null() | (pl.col("from") <= at.last))
    claims = shelf.scan("claims").join(stances, left_on="id", right_on="claim", maintain_order="left")
    stood = claims.with_columns(state=state.when(past).then(pl.lit("stated")), kind=pl.lit("claim"))
    return stood.filter(pl.col("state").is_not_null())


def covers(at: Moment) -> pl.Expr:
    """Does the time told reach into the moment? Both ends open is no time told."""
    import polars as pl

    timed = pl.col("edtf").is_not_null() & (pl.col("from").is_not_null() | pl.col("to").is_not_null())
    begun = pl.col("from").is_null() | (pl.col("from") <= at.last)
    return timed & begun & (pl.col("to").is_null() | (pl.col("to") >= at.first))


def treaties_then(shelf: Shelf, at: Moment) -> pl.LazyFrame:
    """The treaties in force, planned, or signed and not yet known to be in force, whoever tells it."""
    import polars as pl

    documents = shelf.scan("documents").select(document="id", written="date_from")
    mark = pl.when(pl.col("slot") == "status").then(pl.col("text")).otherwise(pl.col("slot"))
    slots = shelf.scan("slots").with_columns(mark=mark).join(documents, on="document", how="left")
    fact = pl.col("modality") == "asserted"
    ahead = (pl.col("written") <= at.last) & (pl.col("from") > at.last)
    done = fact & (pl.col("to") <= at.last)
    lives = slots.group_by("treaty").agg(
        force=(done & pl.col("mark").is_in(FORCE)).any(),
        signed=(done & (pl.col("mark") == "signed")).any(),
        ended=(fact & pl.col("mark").is_in(ENDS) & (pl.col("to") < at.first)).any(),
        planned=(ahead & (pl.col("modality") == "planned") & pl.col("mark").is_in([*FORCE, "signed"])).any(),
    )
    standing = pl.when(pl.col("ended")).then(None).when(pl.col("force")).then(pl.lit("in force"))
    state = standing.when(pl.col("signed")).then(pl.lit("signed")).when(pl.col("planned")).then(pl.lit("planned"))
    treaties = shelf.scan("treaties").join(lives, left_on="id", right_on="treaty", maintain_order="left")
    shown = treaties.rename({"label": "text", "signed_edtf": "edtf", "signed_from": "from", "signed_to": "to"})
    return shown.with_columns(state=state, kind=pl.lit("treaty")).filter(pl.col("state").is_not_null())
