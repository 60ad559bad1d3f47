"""Names that the authority lists, found by their form: longest match, case-aware, inside hyphenated words too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.authority import Authority, Entry, plain
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.parse import Parse

_WORD = re.compile(r"\w+|[^\w\s]")
_ROMAN = re.compile(r"\s+[IVX]+\b")
_CHAIN = re.compile(r"[\w-]+[-–]$")
_SHOUTED = 4
_LONGEST_WORD = 40
HEADS = ("organization", "state", "treaty", "document", "programme", "law", "event", "person")
Forms = dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed form in the text: characters, and the entries that bear it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_listed(parse: Parse, pack: AnnotatePack, authority: Authority) -> Iterator[Found]:
    """A candidate for each listed form; the entry's id where only one can be meant."""
    language = parse.document.language
    hits = list(_hits(parse.document.text, _forms(authority, language)))
    known = _known(hits, authority)
    backed = {i: pack.entities.get(name.label) for name in parse.names for i in range(name.first, name.last)}
    ends, starts = {hit.end for hit in hits}, {hit.start for hit in hits}
    for hit in hits:
        if _is_half(parse.document.text, hit, ends, starts, pack.prefixes):
            continue
        form = parse.document.text[hit.start : hit.end]
        supports = {backed.get(i) for i in parse.within(hit.start, hit.end)} - {None}
        entries = _meant(hit.entries, known)
        seen = supports & {entry.type for entry in entries} or _near(supports)
        if _is_of_a_work(parse, hit, entries, pack):
            continue
        if authority.risky(form, language) and not seen and not _acts(parse, hit, entries, pack, known):
            continue
        yield _found(parse, hit, entries)


def _found(parse: Parse, hit: Hit, entries: tuple[Entry, ...]) -> Found:
    types = {entry.type for entry in entries}
    tokens = parse.within(hit.start, hit.end)
    return Found(
        start=hit.start,
        end=hit.end,
        type=types.pop() if len(types) == 1 else "place",
        head=parse.head(tokens.start, tokens.stop),
        source="authority",
        rank=0,
        authority=entries[0].id if len(entries) == 1 else None,
        closed=True,
    )


def _is_half(text: str, hit: Hit, ends: set[int], starts: set[int], prefixes: frozenset[str]) -> bool:
    """« Nouvelle-Écosse », « Colombie-Britannique »: joined by a hyphen to a capitalised word that is not listed.
    A prefix is none (*Post-Soviet*)."""
    before = text[hit.start - 1 : hit.start] in ("-", "–") and hit.start - 1 not in ends
    after = text[hit.end : hit.end + 1] in ("-", "–") and hit.end + 1 not in starts
    if after and text[hit.end + 1 : hit.end + 2].isupper():
        return True
    chain = _CHAIN.search(text, max(hit.start - _LONGEST_WORD, 0), hit.start)
    if not before or chain is None or not chain.group()[:1].isupper():
        return False
    return chain.group()[:-1].lower() not in prefixes


def _is_of_a_work(parse: Parse, hit: Hit, entries: tuple[Entry, ...], pack: AnnotatePack) -> bool:
    """« le Tour de France », « le Championnat d'Europe »: a place at the end of a name that the model knows as
    something of no type of ours, and that no noun of the pack heads."""
    if entries[0].type not in ("state", "place"):
        return False
    last = parse.at(hit.end - 1) + 1
    first = parse.at(hit.start)
    names = [name for name in parse.names if name.first < first - 1 and last <= name.last]
    heads = frozenset().union(*(getattr(pack.nouns, kind) for kind in HEADS))
    return any(
        name.label not in pack.entities
        and parse.tokens[first - 1].text.lower() in pack.proper
        and parse.tokens[name.first].text[:1].isupper()
        and "Number=Plur" not in parse.tokens[name.first].morph
        and not any(parse.tokens[i].lemma.lower() in heads for i in range(name.first, first))
        for name in names
    )


def _acts(parse: Parse, hit: Hit, entries: tuple[Entry, ...], pack: AnnotatePack, known: frozenset[str]) -> bool:
    """*Jordan* where the text speaks of Jordanians, or lets it sign or ratify; never beside another capital
    (*Michael Jordan*), nor where a longer name in the text ends with it."""
    tokens = parse.within(hit.start, hit.end)
    if entries[0].type != "state" or not parse.parsed or _is_in_a_longer_name(parse, tokens):
        return False
    token = parse.tokens[parse.head(tokens.start, tokens.stop)]
    subject = token.dep in pack.relations.subject and parse.tokens[token.head].pos == "VERB"
    acts = subject and parse.tokens[token.head].lemma.lower() in pack.metonymy.verbs
    return acts or any(entry.id in known for entry in entries)


def _is_in_a_longer_name(parse: Parse, tokens: range) -> bool:
    form = parse.text(tokens.start, tokens.stop)
    around = [i for i in (tokens.start - 1, tokens.stop) if 0 <= i < len(parse.tokens)]
    if any(parse.tokens[i].text[:1].isupper() and parse.tokens[i].pos == "PROPN" for i in around):
        return True
    longer = (parse.text(name.first, name.last) for name in parse.names if name.last - name.first > len(tokens))
    return any(name.startswith(f"{form} ") or name.endswith(f" {form}") for name in longer)


def _near(supports: set[str | None]) -> bool:
    """Does the model see a place here? States are places to it."""
    return "place" in supports


def _known(hits: list[Hit], authority: Authority) -> frozenset[str]:
    """Ids that the document surely speaks of: named without doubt, or by their demonym or capital."""
    sure = [hit.entries[0] for hit in hits if len(hit.entries) == 1]
    return frozenset(id for entry in sure for id in (entry.id, *entry.capital_of, *entry.demonym_of))


def _meant(entries: tuple[Entry, ...], known: frozenset[str]) -> tuple[Entry, ...]:
    """Of several bearers of a form the one that the document speaks of elsewhere; all of them where that is unclear."""
    elsewhere = tuple(entry for entry in entries if entry.id in known or known.intersection(entry.demonym_of))
    return elsewhere if len(elsewhere) == 1 else entries


def _hits(text: str, forms: Forms) -> Iterator[Hit]:
    bare = plain(text)
    place = 0
    for match in _WORD.finditer(bare):
        if match.start() < place:
            continue
        for form, entries in _candidates(match.group(), forms):
            end = match.start() + len(form)
            if _same(bare[match.start() : end], form) and not _goes_on(bare, end, entries):
                place = end
                yield Hit(match.start(), end - form.endswith("-"), entries)
                break


def _candidates(word: str, forms: Forms) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    found = forms.get(word, ())
    if not found and word.isupper() and len(word) >= _SHOUTED:
        return forms.get(word.capitalize(), ())
    return found


def _same(slice_: str, form: str) -> bool:
    return slice_ == form or (slice_.isupper() and len(slice_) >= _SHOUTED and slice_.title() == form)


def _goes_on(text: str, end: int, entries: tuple[Entry, ...]) -> bool:
    """Does the word go on behind `end`, or a treaty's number follow (« accords de Minsk II »)?"""
    if entries[0].type == "treaty" and _ROMAN.match(text, end):
        return True
    return end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_")


@lru_cache(maxsize=16)
def _forms(authority: Authority, language: str) -> Forms:
    """The first word of a form → the forms that begin with it, longest first."""
    grouped: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
    for form, entries in authority.forms(language).items():
        first = _WORD.match(form)
        if first:
            grouped.setdefault(first.group(), []).append((form, entries))
    return {word: tuple(sorted(group, key=lambda pair: (-len(pair[0]), pair[0]))) for word, group in grouped.items()}
