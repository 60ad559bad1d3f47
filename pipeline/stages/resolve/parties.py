"""The parties of a treaty: states and bodies named in its phrase, or that are told to make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.model import Argument, Slot, Span, Statement
from pipeline.stages.resolve.contracting import between, outside, supposed
from pipeline.stages.resolve.discourse import Discourse
from pipeline.stages.resolve.made import Chain
from pipeline.stages.resolve.named import Place
from pipeline.stages.resolve.offices import Held, states_served


def parties(chain: Chain, discourse: Discourse, facts: Sequence[Held], labels: Mapping[str, str]) -> list[Slot]:
    """One slot for each place where a party is told. A person who signs does so for the state of the office told."""
    found: list[Slot] = []
    for member in chain.members:
        listed = between(member, discourse)
        states = member.states - outside(member, discourse)
        if listed:
            found += _at(listed, discourse, labels)
        elif len(states) > 1:
            found += _in_phrase(discourse, member.span.start, member.span.end, states, labels)
    for statement, role in chain.clauses():
        if statement.predicate in chain.acts.binding and role == "object" and statement.polarity == "affirmed":
            for argument in statement.arguments:
                ids = _with_neighbour(argument, discourse) if argument.role == "subject" else ()
                found += [
                    Slot(labels.get(state, state), (argument.span,), actor=state, modality=statement.modality)
                    for state in _bound([discourse.governments.get(id, id) for id in ids], discourse, facts)
                ]
    return found or _at(supposed(chain, discourse), discourse, labels)


def _at(found: Mapping[str, Place], discourse: Discourse, labels: Mapping[str, str]) -> list[Slot]:
    """A slot for each id at its place."""
    document = discourse.view.document
    return [Slot(labels.get(id, id), (Span(document, *place),), actor=id) for id, place in sorted(found.items())]


def _with_neighbour(argument: Argument, discourse: Discourse) -> tuple[str, ...]:
    """What fills the role, and the actor joined to it by *and* where the parser cut the coordination."""
    tokens, first = discourse.view.tokens, discourse.view.indices(argument.span.start, argument.span.end)
    left = first[0] - 1 if first else -1
    while left > 0 and tokens[left].pos == "DET":
        left -= 1
    joined: tuple[str, ...] = ()
    if left > 0 and tokens[left].pos == "CCONJ":
        joined = discourse.actors.by_end.get(tokens[left - 1].end, ())
    return (*discourse.meant(argument), *joined)


def signers(chain: Chain, discourse: Discourse) -> frozenset[str]:
    """The persons who are told to sign or negotiate it."""
    found = set()
    for statement in _makings(chain):
        subjects = [argument for argument in statement.arguments if argument.role == "subject"]
        found |= {id for argument in subjects for id in _with_neighbour(argument, discourse)}
    return frozenset(id for id in found if discourse.types.get(id) == "person")


def sites(chain: Chain, discourse: Discourse) -> frozenset[str]:
    """Where it is told to be made."""
    return frozenset(id for one in _makings(chain) if one.place for id in discourse.meant(one.place))


def _makings(chain: Chain) -> list[Statement]:
    """The statements that tell of its making."""
    return [
        statement
        for statement, role in chain.clauses()
        if statement.predicate in chain.acts.dating and role == "object" and statement.polarity == "affirmed"
    ]


def _in_phrase(
    discourse: Discourse, start: int, end: int, states: frozenset[str], labels: Mapping[str, str]
) -> list[Slot]:
    around = discourse.view.indices(start, end)
    wide = max(end, discourse.view.span(discourse.view.phrase(around[0])).end) if around else end
    inside = discourse.actors.inside(start, wide + 200).items()
    found = []
    for state in sorted(states):
        place = next((at for at, ids in inside if state in ids), None)
        span = Span(discourse.view.document, *place) if place else discourse.view.span(around)
        found.append(Slot(labels.get(state, state), (span,), actor=state))
    return found


def _bound(ids: Sequence[str], discourse: Discourse, facts: Sequence[Held]) -> list[str]:
    """States and organisations themselves; for persons the one state whose office they are told to hold."""
    found = []
    for id in ids:
        if discourse.types.get(id) in ("state", "organization"):
            found.append(id)
        elif discourse.types.get(id) == "person":
            states = tuple(states_served(facts, id, discourse.states))
            found += states if len(states) == 1 else ()
    return found
