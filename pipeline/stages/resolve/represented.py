"""For whom somebody signs: *representatives of Norway, Sweden and Denmark* put the names of these states."""

from __future__ import annotations

from pipeline.model import Reference
from pipeline.stages.resolve.discourse import Discourse
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.listing import listed


def represented(discourse: Discourse) -> list[Reference]:
    """The states behind nameless delegates of several who are told to make a treaty."""
    view = discourse.view
    delegates = frozenset(map(folded, view.pack.delegates))
    made = [one for one in view.reading.statements.statements if one.predicate in view.acts.binding and not one.dropped]
    found = []
    for argument in (one for statement in made for one in statement.arguments if one.role == "subject"):
        nameless = not discourse.meant(argument) and view.morph(argument.head, "Number") == "Plur"
        if nameless and view.lemmas[argument.head] in delegates and (states := _behind(discourse, argument.head)):
            found.append(Reference(argument.span, states, "those whom they speak for"))
    return found


def _behind(discourse: Discourse, head: int) -> tuple[str, ...]:
    """The states listed after *of* behind the noun; none where something else stands in the list."""
    tokens = discourse.view.tokens
    genitives = discourse.view.syntax.genitives
    after = next((i for i in range(head + 1, min(head + 4, len(tokens))) if tokens[i].text.lower() in genitives), None)
    ids = [id for _, found in listed(discourse, after + 1) for id in found] if after is not None else []
    return tuple(dict.fromkeys(ids)) if all(discourse.types.get(id) in ("state", "organization") for id in ids) else ()
