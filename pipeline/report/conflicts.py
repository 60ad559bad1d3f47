"""Conflicts: two claims that cannot both stand, or strain against each other, side by side with their passages."""

from __future__ import annotations

from pipeline.facts.asking import OPPOSED
from pipeline.facts.evidence import ClaimEvidence
from pipeline.report.markup import count, said, section, shown
from pipeline.report.passages import passage
from pipeline.report.sight import Sight

PAIRS, STATEMENTS = 60, 2


def conflicts_section(sight: Sight) -> str:
    """Each pair once, then the claims whose own holders disagree."""
    words, links = sight.words, sight.facts.table("links")
    pairs = [row for row in links.iter_rows(named=True) if row["kind"] in OPPOSED]
    paired = {id_ for row in pairs for id_ in (row["a"], row["b"])}
    alone = [id_ for id_, status in standing(sight) if status == "disputed" and id_ not in paired]
    kept, rest = pairs[:PAIRS], alone[: max(0, PAIRS - len(pairs))]
    ids = list(dict.fromkeys([id_ for row in kept for id_ in (row["a"], row["b"])] + rest))
    found = {one.claim: one for one in sight.facts.evidence(ids, STATEMENTS).claims} if ids else {}
    cards = [pair(found[row["a"]], found[row["b"]], row["kind"], row["why"], sight) for row in kept]
    cards += [single(found[id_], sight) for id_ in rest]
    left = len(pairs) + len(alone) - len(cards)
    body = "".join(cards) or f"<p>{said(words.conflicts_none)}</p>"
    body += f'<p class="how">{said(words.left_out, count=count(left))}</p>' if left else ""
    return section(f"{sight.code}-conflicts", words.conflicts, words.conflicts_how if cards else "", body)


def standing(sight: Sight) -> list[tuple[str, str]]:
    """Each claim with its status."""
    return list(sight.facts.claims.select("id", "status").iter_rows())


def pair(one: ClaimEvidence, other: ClaimEvidence, kind: str, why: str, sight: Sight) -> str:
    """Both sides of a conflict, and why they are one."""
    badge = f'<span class="badge disputed">{said(sight.called(kind))}</span>'
    head = f'<p class="what">{badge} <span lang="en">{shown(why)}</span></p>'
    both = f'<div class="sides">{column(one, sight)}{column(other, sight)}</div>'
    return f'<article class="card against">{head}{both}</article>'


def single(one: ClaimEvidence, sight: Sight) -> str:
    """A claim that its own holders dispute."""
    head = f'<p class="what"><span class="badge disputed">{said(sight.words.own_conflict)}</span></p>'
    return f'<article class="card against">{head}<div class="sides">{column(one, sight)}</div></article>'


def column(one: ClaimEvidence, sight: Sight) -> str:
    """One side: the claim and its own passages."""
    told = [passage(each, sight) for each in one.passages if each.told == "own"]
    return f'<div class="side"><h3>{shown(one.text)}</h3>{"".join(told)}</div>'
