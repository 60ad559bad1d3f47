"""Short names that a text gives a treaty: *X (CTBT)*, *X, known as Oslo II*, « X, dit Oslo II », and their later uses.

A model of names often takes them for persons or bodies; here the text itself says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model import Mention, Span
from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.views import View

_BRACKET = re.compile(r"\s?\(([^()]{2,60})\)")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w./-]*[A-ZÀ-Þ][\w./-]*(?: (?:[IVX]+|\d{1,2}))?")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|\d{1,2}))*")
_SHARED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ-]{2,}(?: (?:[IVX]+|\d{1,2}))?")
_QUOTES = '"«»“”‘’ \u00a0\u202f'
_NUMBERED = re.compile(r"\b(?:[IVX]+|\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Coined:
    """`owners`: start of a short name where it is given → head of the treaty's phrase; `mentions`: all its uses."""

    owners: Mapping[int, int] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()


def coined(views: Sequence[View]) -> dict[str, Coined]:
    """Document → its short names of treaties. An acronym that one document explains counts in all."""
    own = {view.document: _coined(view) for view in views}
    shared = sorted({one.text for found in own.values() for one in found.mentions if _SHARED.fullmatch(one.text)})
    for view in views:
        known = own[view.document]
        names = {mention.text for mention in known.mentions}
        more = [
            use for name in shared if name not in names for use in _uses(view, name) if not _is_listed(view, use.span)
        ]
        own[view.document] = Coined(known.owners, tuple(sorted((*known.mentions, *more), key=lambda one: one.span)))
    return own


def _coined(view: View) -> Coined:
    owners: dict[int, int] = {}
    names: dict[str, None] = {}
    for head in _heads(view):
        for end in sorted({view.span(view.phrase(head)).end, *_mention_ends(view, head)}):
            for span in (*_in_brackets(view, end), *_after_alias(view, end)):
                if span.start not in owners and view.indices(span.start, span.end) and not _is_listed(view, span):
                    owners[span.start] = head
                    names[view.text[span.start : span.end]] = None
        if (name := _apposed(view, head)) is not None:
            names[view.quote(name)] = None
    uses = [mention for name in names for mention in _uses(view, name)]
    return Coined(owners, tuple(sorted(uses, key=lambda mention: mention.span)))


def _heads(view: View) -> list[int]:
    """Nouns for treaties, and the heads of phrases that annotate takes for one."""
    kinds = {folded(form) for forms in view.pack.treaties.values() for form in forms}
    nouns = {i for i, lemma in enumerate(view.lemmas) if lemma in kinds and view.tokens[i].pos in ("NOUN", "PROPN")}
    named = {head for head, found in view.mentions_by_head.items() if any(m.type == "treaty" for m in found)}
    return sorted(nouns | named)


def _apposed(view: View, head: int) -> Span | None:
    """The unknown name that the phrase explains: *ANZUS, a treaty …*, *AUKUS is a pact …*."""
    phrase, token = view.phrase(head), view.tokens[head]
    start = phrase[0]
    core = view.syntax.subjects | view.syntax.passive_subjects | view.syntax.objects
    if start > 1 and view.tokens[start - 1].text == "," and token.dep not in core | view.syntax.conjuncts:
        return _unknown(view, start - 2)
    copula = token.dep in view.syntax.attributes and view.lemmas[token.head] in view.syntax.copular_verbs
    linked = any(view.tokens[i].dep in view.syntax.copulas for i in view.children[head])
    if not copula and not linked:
        return None
    above = token.head if copula else head
    subjects = [i for i in view.children[above] if view.tokens[i].dep in view.syntax.subjects]
    return _unknown(view, subjects[0]) if subjects else None


def _unknown(view: View, index: int) -> Span | None:
    """The name of one word, in capitals or taken for a place or a body, that nobody lists."""
    text = view.tokens[index].text
    found = view.mentions_by_head.get(index, ())
    listed = any(one.authority or one.type not in ("place", "organization", "facility") for one in found)
    shouted = len(text) > 3 and text.isupper()
    alone = all(one.text == text for one in found)
    if listed or not alone or not (shouted or (found and text[:1].isupper())):
        return None
    return view.span(range(index, index + 1))


def _mention_ends(view: View, head: int) -> list[int]:
    return [mention.span.end for mention in view.mentions_by_head.get(head, ()) if mention.type == "treaty"]


def _in_brackets(view: View, end: int) -> Iterator[Span]:
    """Acronyms in the bracket right after `end`; a bracket behind the name of an actor is that actor's."""
    match = _BRACKET.match(view.text, end)
    if match is None or _ends_actor(view, end):
        return
    aliases = {*map(folded, view.pack.aliases), *map(folded, view.pack.articles)}
    for piece in re.finditer(r"[^,;/]+", match[1]):
        words = [word for word in re.finditer(r"[\w./-]+", piece[0]) if folded(word[0]) not in aliases]
        joined = " ".join(word[0] for word in words)
        if _ACRONYM.fullmatch(joined):
            start = match.start(1) + piece.start() + words[0].start()
            yield Span(view.document, start, start + words[-1].end() - words[0].start())


def _ends_actor(view: View, end: int) -> bool:
    """Whether a name of something else than a treaty ends here."""
    last = view.indices(0, end)[-1:]
    near = [m for i in last for j in {i, view.tokens[i].head} for m in view.mentions_by_head.get(j, ())]
    return any(m.span.end == end and m.type not in ("treaty", "law") and m.kind == "name" for m in near)


def _after_alias(view: View, end: int) -> Iterator[Span]:
    """The name after words such as *known as*; after a mere *or* only behind a comma."""
    aliases = frozenset(map(folded, view.pack.aliases))
    small = aliases | frozenset(map(folded, view.pack.articles))
    gap = view.indices(end, min(len(view.text), end + 60))
    words = list(gap)
    count = next((n for n, i in enumerate(words) if not _is_small(view, i, small)), len(words))
    between = words[:count]
    said = [i for i in between if folded(view.tokens[i].text) in aliases]
    if not said or count == len(words):
        return
    weak = all(view.tokens[i].pos == "CCONJ" for i in said)
    if weak and view.tokens[between[0]].text not in (",", "("):
        return
    match = _NAME.match(view.text, view.tokens[words[count]].start)
    if match and not _is_person(view, match):
        yield Span(view.document, match.start(), match.end())


def _is_small(view: View, index: int, small: frozenset[str]) -> bool:
    text = view.tokens[index].text
    return text in (",", "(") or not text.strip(_QUOTES) or folded(text).rstrip("'") in small


def _is_person(view: View, match: re.Match[str]) -> bool:
    """« L'accord, dit Dupont, … »: a name typed as a person's without a number at its end."""
    if _NUMBERED.search(match[0]):
        return False
    inside = view.indices(match.start(), match.end())
    return any(m.type == "person" for i in inside for m in view.mentions_by_head.get(i, ()))


def _is_listed(view: View, span: Span) -> bool:
    """Known to the authority as something else than a treaty, or already a phrase for one with more words."""
    for index in view.indices(span.start, span.end):
        for mention in view.mentions_by_head.get(index, ()):
            covers = mention.span.start <= span.start and span.end <= mention.span.end
            if covers and mention.type != "treaty" and mention.authority:
                return True
    return False


def _uses(view: View, name: str) -> Iterator[Mention]:
    """Every place of the name that is no part of a longer name."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", view.text):
        span = Span(view.document, match.start(), match.end())
        inside = view.indices(span.start, span.end)
        if len(inside) and not _is_part(view, span):
            head = next((i for i in inside if view.tokens[i].head not in inside), inside[-1])
            yield Mention(span=span, text=name, type="treaty", head=head, source="coined in the text")


def _is_part(view: View, span: Span) -> bool:
    around = view.indices(max(0, span.start - 80), span.end + 80)
    near = [m for i in around for m in view.mentions_by_head.get(i, ()) if m.kind == "name"]
    return any(m.span.start <= span.start and span.end <= m.span.end and m.span != span for m in near)
