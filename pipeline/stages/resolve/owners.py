"""Whose it is: the person behind *his*, the state before *whose*."""

from __future__ import annotations

from pipeline.stages.resolve.describing import relative_before
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.scenes import Presence, Scene
from pipeline.stages.resolve.views import View


def owner(view: View, scene: Scene, possessive: int, head: int) -> str:
    """The person behind a possessive: the subject of the clauses around the phrase, else of the sentence before, where
    it is one person of its gender and no other stands between; empty where that is not certain."""
    place = view.tokens[head].start
    here = [p for p in scene.before(place, 0) if p.type == "person"]
    subjects = _subjects_above(view, scene, here, head)
    if subjects:
        chosen = subjects[0]
    else:
        before = scene.before(place, 1)
        leading = [p for p in before if scene.is_subject(p.head) and not p.adjective]
        others = {p.ids for p in before if p.type == "person"}
        if not leading or len(others) != 1:
            return ""
        chosen = leading[-1]
    return (
        chosen.ids[0] if chosen.type == "person" and len(chosen.ids) == 1 and _agrees(view, possessive, chosen) else ""
    )


def _subjects_above(view: View, scene: Scene, people: list[Presence], head: int) -> list[Presence]:
    """The persons that are subjects of a clause which the phrase stands in, the innermost first."""
    found: list[Presence] = []
    index = head
    while view.tokens[index].head != index:
        index = view.tokens[index].head
        for presence in people:
            lead = scene.lead(presence.head)
            if lead is not None and view.tokens[lead].head == index:
                found.append(presence)
    return found


def _agrees(view: View, possessive: int, presence: Presence) -> bool:
    """The form is one of a single person, of that gender where it tells one (*his*, *her*)."""
    form = folded(view.tokens[possessive].text)
    entry = next((one for one in view.pack.pronouns if form in one.forms), None)
    if entry is None or entry.number != "Sing" or "person" not in entry.types:
        return False
    return not entry.gender or (entry.gender == "Fem") == (presence.gender == "Fem")


def behind_relative(view: View, scene: Scene, head: int) -> Presence | None:
    """The actor right before the relative pronoun that the phrase begins with (*Astana, whose leaders …*)."""
    first = relative_before(view, head)
    before = [p for p in scene.before(view.tokens[first].start, 0) if not p.adjective] if first >= 0 else []
    if not before:
        return None
    gap = view.tokens[view.indices(before[-1].end, view.tokens[first].start).start : first]
    return before[-1] if all(token.pos == "PUNCT" for token in gap) else None
