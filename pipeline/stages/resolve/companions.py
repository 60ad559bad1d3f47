"""Documents that came with a dated one are of its date: *The March 1957 Treaty was accompanied by a protocol*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.made import Chain, Dated
from pipeline.stages.resolve.views import View


def companions(view: View, chains: Sequence[Chain]) -> Iterator[tuple[Chain, Chain]]:
    """Each treaty of a document that is told as a fact to be accompanied by another, with that other."""
    words = frozenset(map(folded, view.pack.accompanying))
    heads = {head: chain for chain in chains for member in chain.members for head in (member.head, *member.heads)}
    below = {verb: [head for head in sorted(heads) if verb in view.above(head)] for verb in _verbs(view, words)}
    for verb, filled in below.items():
        subjects = [one for one in filled if view.tokens[one].dep in view.syntax.passive_subjects]
        others = [one for one in filled if one > verb]
        if len(subjects) == 1 and others and heads[subjects[0]] is not heads[others[0]]:
            yield heads[subjects[0]], heads[others[0]]


def date_companions(view: View, chains: Sequence[Chain]) -> None:
    """Give those that have no date of their own the date of what they came with, where that is told."""
    for treaty, other in companions(view, chains):
        signing = treaty.acts.signing
        if not other.dated:
            told = (one for one in treaty.dated if one.modality == "asserted")
            other.dated += [
                Dated(one.time, one.spans, "asserted", "") for one in told if one.predicate in {"", *signing}
            ]


def _verbs(view: View, words: frozenset[str]) -> list[int]:
    """The verbs of these lemmas that nothing denies, foresees or puts in doubt."""
    return [
        index
        for index, token in enumerate(view.tokens)
        if token.pos == "VERB" and view.lemmas[index] in words and _is_fact(view, index)
    ]


def _is_fact(view: View, verb: int) -> bool:
    group = [i for i in view.children[verb] if view.tokens[i].dep in view.syntax.auxiliaries]
    plain = any(view.morph(i, "Mood") == "Ind" and view.morph(i, "Tense") in ("Past", "Pres", "Imp") for i in group)
    bare = all(view.morph(i, "VerbForm") != "Fin" or view.morph(i, "Mood") == "Ind" for i in group)
    denied = any(view.morph(i, "Polarity") == "Neg" or view.tokens[i].dep == "neg" for i in view.children[verb])
    return plain and bare and not denied
