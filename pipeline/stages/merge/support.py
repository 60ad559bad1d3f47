"""How a claim stands: who backs it, in which languages, how independently, and whether it is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from pipeline.model import DISPUTABLE, Claim, Link, Statement, Voice
from pipeline.stages.merge.grouping import Draft
from pipeline.stages.merge.propositions import Roles
from pipeline.stages.merge.referring import Referrer
from pipeline.stages.merge.stances import Stance, stances_of

Status = Literal["corroborated", "single", "disputed"]


def claims(
    drafts: Iterable[Draft], links: Iterable[Link], origins: Mapping[str, str], referrer: Referrer
) -> tuple[Claim, ...]:
    """Finish the drafts, in their order.

    `documents`, `languages` and `independent` count a claim's own voices. `status` also counts support through
    refinement: a document that tells the same in a finer or a coarser way stands behind both claims.
    """
    by_id = {draft.id: draft for draft in drafts}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    opposed: set[str] = set()
    for link in links:
        if link.kind in ("refines", "equal"):
            beside[link.a].add(link.b)
            beside[link.b].add(link.a)
        elif link.kind == "contradicts":
            opposed |= {link.a, link.b}
    return tuple(
        claim(draft, [by_id[other] for other in sorted(beside[draft.id])], draft.id in opposed, origins, referrer)
        for draft in by_id.values()
    )


def claim(draft: Draft, beside: list[Draft], opposed: bool, origins: Mapping[str, str], referrer: Referrer) -> Claim:
    """One claim; `beside` are the drafts that refine it or that it refines."""
    own = draft.statements
    around = [*own, *(one for other in beside for one in other.statements)]
    return Claim(
        id=draft.id,
        predicate=draft.lore.name,
        roles=shown(draft),
        voices=tuple(voice(one, referrer) for one in own),
        time=draft.time,
        place=draft.place.shown if draft.place else None,
        quantity=draft.quantity,
        documents=len({one.span.document for one in own}),
        languages=tuple(sorted({one.language for one in own})),
        independent=max(1, len(backing(own, stances_of(own), origins))),
        status=status(own, around, opposed, origins),
    )


def status(own: tuple[Statement, ...], around: list[Statement], opposed: bool, origins: Mapping[str, str]) -> Status:
    """Disputed before corroborated before single."""
    taken = stances_of(own)
    if opposed or any({("affirmed", kind), ("negated", kind)} <= taken for kind in DISPUTABLE):
        return "disputed"
    return "corroborated" if len(backing(around, taken, origins)) > 1 else "single"


def backing(statements: Iterable[Statement], taken: frozenset[Stance], origins: Mapping[str, str]) -> frozenset[str]:
    """The independent documents behind the stance of `taken` that most of them share."""
    behind: defaultdict[Stance, set[str]] = defaultdict(set)
    for one in statements:
        if (one.polarity, one.modality) in taken:
            behind[one.polarity, one.modality].add(origins[one.span.document])
    sizes = {stance: len(sources) for stance, sources in behind.items()}
    return frozenset(behind[max(sorted(sizes), key=lambda stance: sizes[stance])]) if behind else frozenset()


def voice(statement: Statement, referrer: Referrer) -> Voice:
    """A statement with its chain of holders resolved, the inner one first."""
    chain, holder = [], statement.holder
    while holder is not None:
        chain.append(referrer.holder(holder))
        holder = holder.within  # type: ignore[assignment]  # the loop ends on None
    return Voice(statement=statement, holder_actors=tuple(chain))


def shown(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The roles as the graph shows them: of two who do a thing together, one is the subject and one the object."""
    roles: Roles = draft.roles
    if draft.lore.symmetric and "object" in draft.lore.roles and len(draft.fillers("subject")) == 2:
        subject, other = draft.fillers("subject")
        rest = [one for one in roles if one[0] != "subject"]
        roles = (("subject", (subject,)), ("object", (other,)), *rest)
    return {name: tuple(filler.shown for filler in fillers) for name, fillers in roles}
