"""From a document and its tokens to its temporal expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.knowledge import Knowledge, KnowledgeFault
from pipeline.knowledge.dates import DatesPack
from pipeline.model import Annotation, Dates, Document, Span, Temporal
from pipeline.stages.dates.antiquity import settle
from pipeline.stages.dates.calendar import YEARS_OF, Calendar, coarsen, timex
from pipeline.stages.dates.captured import CALENDAR_UNITS
from pipeline.stages.dates.compose import OPERATIONS
from pipeline.stages.dates.context import Context, Value
from pipeline.stages.dates.grammar import FILES, Node, Setting, apply, compile_trie, wrap
from pipeline.stages.dates.guards import allowed
from pipeline.stages.dates.itemise import Vocabulary, itemise, vocabulary
from pipeline.stages.dates.lengths import duration
from pipeline.stages.dates.lexing import Item, folded
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.places import Places, tokens_of
from pipeline.stages.dates.ranges import RANGE_OPERATIONS, ranges
from pipeline.stages.dates.render import temporal
from pipeline.stages.dates.resolve import basis_of, note_recurrence, remember, resolve
from pipeline.stages.dates.spelled import spelled, spelled_head
from pipeline.stages.dates.storyline import belongs, points_of, years_of
from pipeline.stages.dates.tense import possessive, tense_at
from pipeline.stages.dates.written import inferred, stated

LAYERS = ("hour", "point", "part", "span", "shift", "within", "clock", "early", "about", "set")
KINDS = ("point", "span", "set", "ref", "clock")
BLOCK = re.compile(r"(?:(?!\n[^\S\n]*\n).)+", re.DOTALL)


@dataclass(frozen=True)
class Grammar:
    """A pack made ready: its words, a trie a layer, the trie of ranges."""

    pack: DatesPack
    words: Vocabulary
    layers: tuple[Node, ...]
    ranges: Node
    links: frozenset[str]
    setting: Setting


_GRAMMARS: dict[int, Grammar] = {}


def grammar(pack: DatesPack) -> Grammar:
    """The grammar of a pack, compiled once; the pack is kept so that its identity stays its own.

    Raises KnowledgeFault for a layer, an operation or a pattern that cannot be.
    """
    found = _GRAMMARS.get(id(pack))
    if found is None or found.pack is not pack:
        unknown = sorted(set(pack.templates) - {*LAYERS, "range"})
        if unknown:
            raise KnowledgeFault(
                FILES, f"dates.templates.{unknown[0]}", "is no layer", f"Use one of {', '.join(LAYERS)}"
            )
        layers = tuple(compile_trie(layer, pack.templates.get(layer, {}), OPERATIONS) for layer in LAYERS)
        found = Grammar(
            pack=pack,
            words=vocabulary(pack),
            layers=layers,
            ranges=compile_trie("range", pack.templates.get("range", {}), RANGE_OPERATIONS),
            links=frozenset(folded(form) for form in pack.words.get("link", {}).get("1", ())),
            setting=Setting(pack.order),
        )
        _GRAMMARS[id(pack)] = found
    return found


def parse(text: str, start: int, end: int, made: Grammar, places: Places) -> list[Item]:
    """The items of a stretch of text after all layers: expressions composed, the rest as it was."""
    items = itemise(text, start, end, made.pack, made.words, places)
    for layer in made.layers:
        items = apply(layer, items, made.setting)
    return lend_years(items, made.links)


def meaning_of(item: Item) -> Meaning | None:
    """The meaning of a composed item; None for a raw one."""
    if not item.kinds:
        return None
    return next((item.kinds[kind] for kind in KINDS if isinstance(item.kinds.get(kind), Meaning)), None)


def find(document: Document, annotation: Annotation, knowledge: Knowledge) -> Dates:
    """The temporal expressions of `document` in text order, its own date, and what a person should look at."""
    made = grammar(knowledge.packs[document.language].dates)
    places = tokens_of(annotation, frozenset(knowledge.packs[document.language].annotate.titles))
    blocks = [parse(document.text, match.start(), match.end(), made, places) for match in BLOCK.finditer(document.text)]
    head = document.head.date
    written = stated(head, made.pack, lambda text: parse(text, 0, len(text), made, Places(()))) if head else None
    if written is None and head:
        written = spelled_head(head, document.language, made.pack)
    told = _day_of(written)
    blocks = settle(blocks, told.year if told else None)
    if written is None:
        written = inferred(document, blocks, made.pack, places)
    context = Context(made.pack.seasons, _day_of(written), False)
    context.narrative = is_narrative(blocks, context.written)
    if context.narrative:
        context.years = years_of(points_of(list(_story(blocks, places)), made.pack.seasons))
    expressions = [found for block in blocks for found in _expressions(document, block, made, context, places)]
    expressions += list(spelled(document, expressions, made.pack))
    expressions.sort(key=lambda found: (found.span or Span("", 0, 0), found.layer))
    return Dates(document=document.id, written=written, expressions=tuple(expressions))


def _story(blocks: list[list[Item]], places: Places) -> Iterator[tuple[tuple[int, int], int, Meaning]]:
    """Place, sentence and meaning of each point that stands by itself in the calendar, or would with a year."""
    for block in blocks:
        for item in block:
            meaning = meaning_of(item)
            if meaning is not None and belongs(meaning):
                yield (item.start, item.end), places.sentence_start(item.start), meaning


def lend_years(items: list[Item], links: frozenset[str]) -> list[Item]:
    """The spring and early summer of 1943, from October to March 1945: the first takes its year from the second."""
    result = list(items)
    for number in range(len(items) - 3, -1, -1):
        if items[number + 1].key not in links and "dash" not in items[number + 1].kinds:
            continue
        first, second = meaning_of(items[number]), meaning_of(result[number + 2])
        if first is None or second is None or second.early:
            continue
        if first.year is not None or second.year is None or not first.index:
            continue
        if first.kind == second.kind == "point" and first.base is None and first.grain in ("day", "month", "season"):
            lent = second.year - (first.grain == second.grain and first.index > (second.index or 0))
            result[number] = wrap(items[number].start, items[number].end, replace(first, year=lent))
    return result


def _day_of(written: Temporal | None) -> Calendar | None:
    """The document's date as a calendar value, where it is one stretch."""
    if written is None or written.basis == "inferred":
        return None
    parts = [int(part) for part in written.timex.split("-")[:3] if part.isdigit()]
    if len(parts) == 3:
        return Calendar("day", *parts)
    return Calendar("month", *parts) if len(parts) == 2 else Calendar("year", parts[0]) if parts else None


def is_narrative(blocks: list[list[Item]], written: Calendar | None) -> bool:
    """Does the text tell of other years than its own, so that a date without a year takes its year from the text?"""
    if written is None:
        return True
    points = [found for block in blocks for item in block if (found := meaning_of(item)) and found.kind == "point"]
    told = [abs(point.year - written.year) for point in points if point.year is not None]
    far, close = sum(1 for years in told if years > 1), sum(1 for years in told if years <= 1)
    news = sum(1 for point in points if point.base == "now" or (point.weekday is not None and point.index is None))
    return far >= 3 and far > 2 * close and news * 3 < far


def _expressions(
    document: Document, items: list[Item], made: Grammar, context: Context, places: Places
) -> Iterator[Temporal]:
    found: dict[int, Temporal] = {}
    for number, item in enumerate(items):
        meaning = meaning_of(item)
        if meaning is None:
            if "usual" in item.kinds:
                context.yearly = places.sentence_start(item.start)
            continue
        context.tense = _tense(item, context, made.pack, places)
        context.opening = _opening(items, number, found, made.links)
        record = _record(document, item, meaning, made, context, places)
        if record is not None:
            found[number] = record
    today = timex(context.written) if context.written and context.written.grain == "day" else None
    yield from ranges(document, items, found, made.ranges, made.setting, today)
    yield from found.values()


def _opening(
    items: list[Item], number: int, found: dict[int, Temporal], links: frozenset[str]
) -> tuple[int, int] | None:
    """The expression that a range begins with whose end this item may be: from May to September."""
    if number < 2 or (items[number - 1].key not in links and "dash" not in items[number - 1].kinds):
        return None
    first = found.get(number - 2)
    return (first.span.start, first.span.end) if first and first.span else None


def _tense(item: Item, context: Context, pack: DatesPack, places: Places) -> int:
    """In news the present announces (The shop opens Monday); in a narrative it tells what was."""
    announced = not context.narrative and not possessive(item.end - 1, places, pack)
    return tense_at(item.start, places, pack, 1 if announced else None)


def _record(
    document: Document, item: Item, meaning: Meaning, made: Grammar, context: Context, places: Places
) -> Temporal | None:
    context.place, context.sentence = item.start, places.sentence_start(item.start)
    context.here = (item.start, item.end)
    context.amount = places.number_before(item.start)
    value = value_of(meaning, context) if allowed(meaning, item, document, made.pack, places) else None
    if value is None:
        return None
    note_recurrence(context, meaning)
    span = Span(document.id, item.start, item.end)
    record = temporal(span, document.text[item.start : item.end], value, context, made.pack)
    if meaning.kind == "point" and not (context.narrative and meaning.base == "now" and value.basis == "relative"):
        remember(context, (item.start, item.end), value)
    return record


def value_of(meaning: Meaning, context: Context) -> Value | None:
    """Resolve any meaning; durations and sets keep their anchor's value only to place them."""
    if meaning.kind in ("point", "clock"):
        return resolve(meaning, context)
    if meaning.kind == "ref" and meaning.told and not context.narrative:
        return None
    if meaning.kind == "ref" and meaning.ahead and context.tense <= 0:
        return Value(duration(1, "day"), None)
    if (
        meaning.kind == "span"
        and meaning.ahead
        and context.tense > 0
        and not context.narrative
        and context.written is not None
    ):
        unit, number = ("week", 2) if meaning.unit == "fortnight" else (meaning.unit, 1)
        steps = int(meaning.number or 0) * number
        return resolve(replace(meaning, kind="point", grain=unit, unit=unit, base="now", count=steps), context)
    if meaning.kind == "span" and meaning.base == "at" and meaning.anchor is not None:
        whole = resolve(meaning.anchor, context)
        return Value(meaning, whole.calendar, basis_of(meaning), whole.anchor) if whole else Value(meaning, None)
    if meaning.kind == "span" and meaning.base and meaning.unit in CALENDAR_UNITS:
        return _placed(meaning, context)
    return Value(meaning, None)


def _placed(meaning: Meaning, context: Context) -> Value:
    unit = "year" if meaning.unit in YEARS_OF else meaning.unit
    near = resolve(replace(meaning, kind="point", grain=unit, unit=unit, count=0), context)
    if (near is None or near.calendar is None) and context.written is not None and not context.narrative:
        return Value(meaning, coarsen(context.written, unit, context.seasons), "relative")
    return Value(meaning, near.calendar if near else None, "relative", near.anchor if near else None)
