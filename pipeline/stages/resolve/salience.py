"""Which treaty a bare noun means: the one the text is about before one that is named in passing.

Method: each candidate gets points for grammatical prominence, for being the topic, for the same noun and number and
for being the last spoken of; the best wins, and no one where two are equal (after Lappin and Leass 1994, without learnt
weights).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.stages.resolve.views import View

if TYPE_CHECKING:
    from pipeline.stages.resolve.designations import Designation
    from pipeline.stages.resolve.made import Chain

OFTEN = 3  # mentions that make a treaty the topic, when no other has half as many


def is_prominent(view: View, head: int) -> bool:
    """In a title, or subject or object of a clause that is no clause on another noun."""
    sentence = view.sentences[view.tokens[head].sentence]
    return sentence.section in ("title", "heading") or (_is_core(view, head) and not _inside_noun_clause(view, head))


def _is_core(view: View, head: int) -> bool:
    return verb_of(view, head) >= 0


def verb_of(view: View, head: int) -> int:
    """The verb whose subject or object the phrase is, -1 where it is neither: what fills two such roles is two."""
    syntax = view.syntax
    while view.tokens[head].dep in syntax.conjuncts | syntax.name_parts and view.tokens[head].head != head:
        head = view.tokens[head].head
    roles = syntax.subjects | syntax.passive_subjects | syntax.objects
    return view.tokens[head].head if view.tokens[head].dep in roles else -1


def _inside_noun_clause(view: View, head: int) -> bool:
    clauses = view.syntax.relative_clauses | view.syntax.noun_clauses
    while view.tokens[head].head != head:
        if view.tokens[head].dep in clauses and view.tokens[head].pos != "ADJ":
            return True
        head = view.tokens[head].head
    return False


def is_restricted(view: View, head: int) -> bool:
    """A clause without a comma says which one: *the text that Australia proposed*."""
    clauses = view.syntax.relative_clauses | view.syntax.noun_clauses
    for child in view.children[head]:
        token = view.tokens[child]
        if token.dep in clauses and token.pos in ("VERB", "AUX") and child > head:
            first = min(view.below(child))
            return view.tokens[first - 1].text != "," and view.tokens[first].text != ","
    return False


def topic(chains: Sequence[Chain]) -> int | None:
    """The treaty spoken of most so far, when no other comes near."""
    counts = sorted(((len(chain.members), -number) for number, chain in enumerate(chains)), reverse=True)
    if not counts or counts[0][0] < OFTEN or (len(counts) > 1 and counts[1][0] * 2 > counts[0][0]):
        return None
    return -counts[0][1]


def points(designation: Designation, chain: Chain, is_topic: bool, is_last: bool) -> int:
    """The points of a candidate."""
    same = any(member.kind == designation.kind for member in chain.members)
    number = any(member.plural == designation.plural for member in chain.members)
    return 2 * any(member.prominent for member in chain.members) + 2 * is_topic + same + number + is_last


def best(scores: dict[int, int]) -> list[int]:
    """The candidates with most points."""
    top = max(scores.values(), default=0)
    return [number for number, score in scores.items() if score == top]
