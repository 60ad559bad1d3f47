"""Of all candidates those that stay: none crosses another, none stands twice, none inside what bears none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse

PARTED = frozenset({"organization", "facility", "work", "place"})  # names that are more than the names inside them
LISTED = frozenset({"state", "place", "demonym", "group", "organization", "facility"})


def choose(parse: Parse, candidates: Iterable[Found]) -> list[Found]:
    """The candidates that stay, in text order, outer before inner."""
    ordered = sorted(candidates, key=_strength)
    kept: list[Found] = []
    sums = _sums(ordered)
    explained = [one for one in ordered if one.source == "acronym"]
    for one in ordered:
        if one.source == parse.model and (_is_only_a_sum(parse, one, sums) or _is_a_state(one, sums)):
            continue
        if one.source == parse.model and any(one.start <= e.start and one.end == e.end for e in explained):
            continue  # *Blue Nile People's Front (BNPF*
        if all(_fit(one, other) for other in _near(one, kept)):
            kept.append(one)
    kept = [one for one in kept if not any(_swallows(parse, other, one) for other in kept)]
    return sorted(kept, key=lambda one: (one.start, -one.end, one.rank))


def _strength(one: Found) -> tuple[object, ...]:
    """Rank, then length; the rest only makes the order total, so that the order of the finders does not matter."""
    rest = (one.start, one.type, one.kind, one.source, one.authority or "", one.head, not one.closed, one.cue or "")
    return (one.rank, one.start - one.end, *rest)


def _near(one: Found, kept: Sequence[Found]) -> Iterable[Found]:
    return (other for other in kept if other.start < one.end and one.start < other.end)


def _fit(one: Found, other: Found) -> bool:
    """May both stand? Nested, and the outer one not closed unless the inner one is a listed name."""
    if (one.start, one.end) == (other.start, other.end):
        return False
    if one.start <= other.start and other.end <= one.end:
        return True
    if other.start <= one.start and one.end <= other.end:
        return not other.closed
    return False


def _swallows(parse: Parse, outer: Found, inner: Found) -> bool:
    """Does `outer` leave no room for a mention of `inner`? Persons and treaties never do; other names only at their
    start (*Moscow military district*) and in pairs (« Union Russie-Biélorussie »)."""
    if outer is inner or not (outer.start <= inner.start and inner.end <= outer.end) or outer.kind != "name":
        return False
    if outer.closed:
        return True
    if outer.type not in PARTED or inner.kind != "name":
        return outer.kind == "name" and inner.kind != "name"
    if inner.rank > 0:
        return True
    whole = parse.tokens[outer.head].text[:1].isupper()
    first = inner.start == outer.start and not (inner.type == "place" and whole)
    return not first and not _in_pair(parse, inner)


def _in_pair(parse: Parse, inner: Found) -> bool:
    text = parse.document.text
    return text[inner.end : inner.end + 1] in ("-", "–") or text[inner.start - 1 : inner.start] in ("-", "–")


def _is_a_state(one: Found, listed: Sequence[Found]) -> bool:
    """A person's name that begins with a state's is none (*Belarus Dilemma*)."""
    return one.type == "person" and any(
        other.type == "state" and one.start == other.start and other.end < one.end for other in listed
    )


def _sums(ordered: Sequence[Found]) -> list[Found]:
    return [one for one in ordered if one.rank == 0 and one.type in LISTED]


def _is_only_a_sum(parse: Parse, one: Found, listed: Sequence[Found]) -> bool:
    """The model took several listed names for one (*Russia and Belarus*), or a listed one with a possessive."""
    inside = [other for other in listed if one.start <= other.start and other.end <= one.end]
    covered = {i for other in inside for i in parse.within(other.start, other.end)}
    rest = [parse.tokens[i].pos for i in parse.within(one.start, one.end) if i not in covered]
    if one.type == "place" and not rest and [other.type for other in inside] == ["place", "demonym"]:
        return False  # « l'Arctique canadien »
    return bool(inside) and all(pos in ("CCONJ", "PUNCT", "PART", "DET", "SYM") for pos in rest)
