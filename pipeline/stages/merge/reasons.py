"""Why two claims are linked, in plain words."""

from __future__ import annotations

from pipeline.model import Temporal
from pipeline.stages.merge import times
from pipeline.stages.merge.grouping import Draft


def finer(fine: Draft, coarse: Draft) -> str:
    """In what `fine` is finer than `coarse`."""
    found = []
    if fine.lore.name != coarse.lore.name:
        found.append(f"{fine.lore.name} says also {coarse.lore.name}")
    if times.key(fine.time) != times.key(coarse.time):
        found.append(narrower_time(fine.time, coarse.time))
    renamed = fine.lore.implies.get(coarse.lore.name, {name: name for name, _ in fine.roles})
    here = {renamed[name]: fillers for name, fillers in fine.roles if name in renamed}
    more = sorted(name for name, fillers in here.items() if len(coarse.fillers(name)) < len(fillers))
    if fine.place and not coarse.place:
        more.append("place")
    if more:
        found.append(f"it also says who or what fills {', '.join(map(repr, more))}")
    if fine.quantity != coarse.quantity and coarse.quantity is not None:
        found.append("its amount lies in what the other admits")
    return "; ".join(found) or "it tells the same with fewer words left open"


def narrower_time(fine: Temporal | None, coarse: Temporal | None) -> str:
    """The two times, side by side."""
    return f"{shown(fine)} lies in {shown(coarse)}" if coarse else f"it is dated ({shown(fine)}), the other is not"


def shown(time: Temporal | None) -> str:
    """A time as EDTF, else as its words."""
    if time is None:
        return "no time"
    word = "" if time.relation == "at" else f"{time.relation} "
    return word + (time.edtf or time.text)
