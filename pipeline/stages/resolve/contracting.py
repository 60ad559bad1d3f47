"""Who contracts, told in words around a treaty: *between A and B*, or the two states that the passage is about."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.stages.resolve.designations import Designation, clauses
from pipeline.stages.resolve.discourse import Discourse
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.listing import listed
from pipeline.stages.resolve.made import Chain
from pipeline.stages.resolve.named import Place

_CONTRACTING = ("state", "organization")


def between(member: Designation, discourse: Discourse) -> dict[str, Place]:
    """The states and bodies listed after *between* behind the treaty, before its verb and before another treaty.

    « un accord sur une union monétaire entre A et B » binds the two. Empty where it is not two of them at least.
    """
    view = discourse.view
    words = frozenset(map(folded, view.pack.between))
    for index in range(member.head + 1, _end(member, discourse)):
        if folded(view.tokens[index].text) in words:
            found = {id: place for place, ids in listed(discourse, index + 1) for id in ids}
            if len(found) > 1 and all(discourse.types.get(id) in _CONTRACTING for id in found):
                return found
    return {}


def _end(member: Designation, discourse: Discourse) -> int:
    """Where what is said of the treaty itself ends: at the verb that governs it, the next treaty, the full stop."""
    view = discourse.view
    last = view.sentences[view.tokens[member.head].sentence].last
    heads, above = discourse.treaty_heads, view.tokens[member.head].head
    after = bisect_right(heads, member.head)
    return min([last, *heads[after : after + 1], *([above] if above > member.head else [])])


def outside(member: Designation, discourse: Discourse) -> frozenset[str]:
    """Who is named under a word such as *mediation* or *auspices* near the treaty: a helper, no party."""
    view = discourse.view
    words = frozenset(map(folded, view.pack.helping))
    sentence = view.sentences[view.tokens[member.head].sentence]
    found: set[str] = set()
    for index in range(sentence.first, sentence.last):
        if view.lemmas[index] in words:
            span = view.span(view.phrase(index))
            found |= {id for ids in discourse.actors.inside(span.start, span.end).values() for id in ids}
    return frozenset(found)


def supposed(chain: Chain, discourse: Discourse) -> dict[str, Place]:
    """The pair of states that the document is about, where a treaty is told to be made and not by whom.

    They alone are the states named in that sentence and the one before.
    """
    view, main = discourse.view, frozenset(discourse.main)
    for member in chain.members:
        if len(main) == 2 and not member.plural and _made_by_nobody(member):
            number = view.tokens[member.head].sentence
            start = view.sentences[max(0, number - 1)].span.start
            named = discourse.actors.inside(start, view.sentences[number].span.end)
            states = {id: place for place, ids in named.items() for id in ids if id in discourse.states}
            if states.keys() == main:
                return states
    return {}


def _made_by_nobody(member: Designation) -> bool:
    """A statement tells as a fact that it was made, and none says who made it."""
    making = [one for one, role in clauses(member) if one.predicate in member.acts.dating and role == "object"]
    told = any(one.modality == "asserted" and one.polarity == "affirmed" for one in making)
    return told and not any(argument.role != "object" for one in making for argument in one.arguments)
