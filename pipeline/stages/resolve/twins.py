"""Two phrases of one sentence for one treaty: *X was a peace treaty*, *the Plan, an agreement between A and B*."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.stages.resolve.designations import Designation
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.views import View


def twin(view: View, owners: Mapping[int, int], a: Designation, b: Designation) -> str:
    """Why the later phrase `b` means what `a` means; empty where it does not.

    `owners`: start of a short name where the text gives it → head of the phrase of its treaty.
    """
    if owners.get(b.span.start) == a.head:
        return f"the text gives {b.text} as a name of {a.text}"
    if view.tokens[a.head].sentence != view.tokens[b.head].sentence or a.plural != b.plural or b.fresh > a.fresh:
        return ""
    if a.distinctive and b.distinctive and not (a.titles & b.titles):
        return ""
    if _is_predicate(view, a, b):
        return f"the text says that {a.text} is {b.text}"
    return f"in apposition: {a.text}, {b.text}" if _is_apposed(view, a, b) else ""


def _is_predicate(view: View, a: Designation, b: Designation) -> bool:
    """`a` is the subject of a copula and `b` what it is said to be; another subject, as in a clause, is none."""
    syntax = view.syntax
    subject = view.tokens[a.head]
    if subject.dep not in syntax.subjects:
        return False
    if subject.head == b.head:  # the predicate noun leads, the copula hangs on it
        return any(view.tokens[i].dep in syntax.copulas for i in view.children[b.head])
    verb = view.lemmas[subject.head] in syntax.copular_verbs
    return verb and view.tokens[b.head].head == subject.head and view.tokens[b.head].dep in syntax.attributes


def _is_apposed(view: View, a: Designation, b: Designation) -> bool:
    """A comma and at most an article between them, and `b` describes: it ends at a comma, a bracket or the sentence."""
    gap = [view.tokens[i] for i in view.indices(_end(view, a), b.span.start)]
    words = [token for token in gap if token.pos not in ("DET", "PUNCT", "ADJ", "NUM")]
    commas = [token for token in gap if token.text == ","]
    if words or len(commas) != 1 or gap[0].text != "," or len(gap) > 4:
        return False
    if b.manner == "name" and a.manner == "name":
        return False
    if view.tokens[b.head].dep in view.syntax.appositions and view.tokens[b.head].head == a.head:
        return True
    conjuncts = view.syntax.conjuncts
    listed = view.tokens[b.head].dep in conjuncts or any(
        view.tokens[i].dep in conjuncts and view.tokens[i].pos in ("NOUN", "PROPN") for i in view.children[b.head]
    )
    closed = _closes(view, b)
    return not listed and closed and b.manner in ("indefinite", "bare", "definite")


def _end(view: View, designation: Designation) -> int:
    """Where the phrase ends: its mention, or the phrase around its head where a comma stands there only."""
    phrase = view.span(view.phrase(designation.head)).end
    after = [view.tokens[i].text for i in view.indices(designation.span.end, designation.span.end + 2)[:1]]
    return designation.span.end if after == [","] else max(designation.span.end, phrase)


def _closes(view: View, b: Designation) -> bool:
    """Whether the apposition is closed again: the phrase, with what hangs on it, is followed by a comma or a stop."""
    last = max(view.below(b.head))
    after = last + 1
    stops = (",", ".", ";", ")", ":")
    ended = after >= len(view.tokens) or view.tokens[after].text in stops or view.tokens[last].text in stops
    return ended and folded(view.tokens[b.head].text) != ""
