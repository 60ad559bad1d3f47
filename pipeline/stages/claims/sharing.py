"""Who an adjective alone names: documents for founding a *joint* company were signed, by those who will share it."""

from __future__ import annotations

from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.phrases import has_morph, is_sharing, kind_of, lemma

SHARERS = "sharers"  # the slot
_TREATY = frozenset({"treaty"})
_OWNERS = frozenset({"state", "organization", "person", "group", "demonym", "place"})


def sharers(clauses: Clauses, frame: Frame) -> tuple[int, ...]:
    """The adjective (*joint*, « commun ») of the frame's object, at most one, where it is all that tells who does it.

    So it is under a document that was concluded, nobody says by whom, if the thing has no owner of its own (*a joint
    venture of three firms*). Whom the adjective means is for the whole text to tell.
    """
    things = frame.slots.get("object", ())
    if frame.kind != "verb" or frame.voice != "active" or len(things) != 1 or clauses.finite(frame.anchor):
        return ()
    if not _concluded(clauses, frame.anchor) or _owned(clauses, things[0]):
        return ()
    return _sharing(clauses, things[0])[:1]


def _sharing(clauses: Clauses, thing: int) -> tuple[int, ...]:
    return tuple(one for one in clauses.tree.children[thing] if is_sharing(clauses.tree, clauses.syntax, one))


def _concluded(clauses: Clauses, verb: int) -> bool:
    """Whether the nearest noun above is that of a document, which somebody unnamed concluded."""
    tree, syntax = clauses.tree, clauses.syntax
    noun = next((one for one in tree.up(verb) if tree.tokens[one].pos in syntax.nominals), None)
    if noun is None or not _TREATY & kind_of(tree, syntax, noun):
        return False
    act = tree.tokens[noun].head
    concludes = lemma(tree, syntax, act) in syntax.concluding and clauses.finite(act) and clauses.passive(act)
    by = any(clauses.slots(act).get(one) for one in sorted(syntax.agent_prepositions))
    return concludes and not by and noun in clauses.surface(act).heads


def _owned(clauses: Clauses, thing: int) -> bool:
    """Whether the thing's own phrase says whose it is, by name or as several (*of three firms*); what only names the
    thing (an apposition) does not."""
    tree, syntax = clauses.tree, clauses.syntax
    names = [one for one in tree.children[thing] if tree.tokens[one].dep in syntax.appositions]
    named = {low for one in names for low in tree.below(one)}
    below = [one for one in tree.below(thing) if one != thing and one not in named]
    return any(_OWNERS & kind_of(tree, syntax, one) and _is_told(clauses, one) for one in below)


def _is_told(clauses: Clauses, one: int) -> bool:
    mention = clauses.tree.mention_at.get(one)
    named = mention is not None and mention.kind == "name"
    return named or has_morph(clauses.tree, one, clauses.syntax.plural)
