"""What a describing phrase is made of: its article, its possessor, what else it says."""

from __future__ import annotations

from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.salience import is_restricted
from pipeline.stages.resolve.views import View

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")


def leads(view: View, head: int) -> list[int]:
    """Determiners, numbers and adjectives before the head, however the parser hung them."""
    return sorted({*view.left(head), *(i for i in view.children[head] if i < head)})


def is_definite(view: View, head: int) -> bool:
    """An article or a demonstrative says that it was spoken of."""
    before = leads(view, head)
    return any(view.morph(i, "Definite") == "Def" or view.morph(i, "PronType") == "Dem" for i in before)


def is_plural(view: View, head: int) -> bool:
    return view.morph(head, "Number") == "Plur"


def possessive(view: View, head: int) -> int | None:
    """The possessive determiner of the phrase (*his country*, « son pays »)."""
    return next((i for i in leads(view, head) if view.morph(i, "Poss") == "Yes"), None)


def extent(view: View, head: int) -> range:
    """The phrase of the head. A past participle that has an object is a finite verb that the parser took for one."""
    whole = view.phrase(head)
    verbs = [i for i in view.children[head] if head < i < whole.stop and is_finite(view, i)]
    return range(whole.start, min([whole.stop, *(min(view.below(i)) for i in verbs)]))


def is_finite(view: View, index: int) -> bool:
    """Whether what looks like a clause on a noun is its verb: finite by form, or by having an object."""
    syntax = view.syntax
    if view.tokens[index].pos != "VERB" or view.tokens[index].dep not in syntax.noun_clauses:
        return False
    own = {view.tokens[i].dep for i in view.children[index]}
    led = any(view.lemmas[i] in syntax.relative_pronouns for i in view.children[index])
    return not led and (view.morph(index, "VerbForm") == "Fin" or _takes_object(view, index, own))


def _takes_object(view: View, index: int, own: set[str]) -> bool:
    past = all(feature in view.tokens[index].morph for feature in view.syntax.past_participle)
    return past and bool(own & (view.syntax.objects | view.syntax.open_clauses))


def says_more(view: View, head: int, known: frozenset[int] = frozenset()) -> list[int]:
    """The content words of the phrase beside its head, the `known` ones and such as tell no one from another."""
    empty = frozenset(map(folded, view.pack.same))
    inside = [i for i in {*extent(view, head), *leads(view, head)} if i != head and i not in known]
    return sorted(i for i in inside if view.tokens[i].pos in _CONTENT and view.lemmas[i] not in empty)


def is_bare(view: View, head: int, known: frozenset[int] = frozenset()) -> bool:
    """Nothing in the phrase, and no clause on it, says which one is meant."""
    verb = any(i > head and is_finite(view, i) for i in view.children[head])
    return not says_more(view, head, known) and (verb or not is_restricted(view, head))


def relative_before(view: View, head: int) -> int:
    """The relative pronoun that makes the phrase somebody's (*whose leaders*, « dont les dirigeants »), -1 where none
    does."""
    words = frozenset(map(folded, view.pack.whose))
    first = min([head, *view.left(head)])
    return next((i for i in (first, first - 1) if i >= 0 and view.lemmas[i] in words), -1)


def acts_for(view: View, head: int) -> bool:
    """A noun for those who act for the state that a relative pronoun before it means."""
    return view.lemmas[head] in map(folded, view.pack.acting) and relative_before(view, head) >= 0
