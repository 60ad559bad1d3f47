"""Quantities: value, scale, unit, range, approximation, comparison, rate.

Method: a number starts a quantity; what stands right after it (scale, second number of a range, unit, rate) and right
before it (currency sign, *about*, *more than*) completes it. Units are the house's own codes (ISO 4217 for money, from
the pack and from CLDR's currency names), the same in every language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.knowledge.pack import Pack
from pipeline.knowledge.quantities import QuantitiesPack
from pipeline.model import Annotation, Quantity, Sentence, Span
from pipeline.stages.claims.numerals import Numeral, digits, either, numeral_at, words
from pipeline.stages.claims.tree import Tree
from pipeline.text import fold

_SMALLEST_WORD = 10  # *two countries* counts nothing worth a claim; *seventy regions* does.


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read up to `end`."""

    end: int
    scale: int = 1
    upper: float | None = None
    unit: str | None = None
    per: str | None = None
    comparison: str | None = None
    approximate: bool = False


def find_quantities(tree: Tree, annotation: Annotation, pack: Pack, taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The document's quantities in text order; what overlaps a span of `taken` (dates) is none."""
    found: list[Quantity] = []
    ordered = sorted(taken)
    starts, longest = [one.start for one in ordered], max((one.end - one.start for one in ordered), default=0)
    for sentence in annotation.sentences:
        text, span = surface(annotation, sentence), sentence.span
        near = ordered[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        here = [
            one
            for one in _scan(text, span.start, annotation.document, pack, near)
            if _counts(one, text, sentence, annotation, pack)
        ]
        found += _inherited(here, text, span.start, pack)
    return tuple(found)


def surface(annotation: Annotation, sentence: Sentence) -> str:
    """The sentence's text, rebuilt from its tokens so that offsets from its start hold."""
    start, parts, place = sentence.span.start, [], sentence.span.start
    for token in annotation.tokens[sentence.first : sentence.last]:
        parts.append(" " * (token.start - place) + token.text)
        place = token.end
    return "".join(parts)[: sentence.span.end - start]


def _scan(text: str, offset: int, document: str, pack: Pack, taken: Sequence[Span]) -> Iterator[Quantity]:
    table, last = pack.quantities, 0
    for start in _starts(text, table):
        if start < last:
            continue
        sign = re.compile(rf"{either(table.symbols)}\s?", re.IGNORECASE).match(text, start)
        numeral = numeral_at(text, sign.end() if sign else start, table) or _vague_at(text, start, table)
        # A date may stand in the rate (« par an »), not in the number.
        if numeral is None or _overlaps(Span(document, offset + start, offset + max(numeral.end, start + 1)), taken):
            continue
        unit = table.symbols.get(sign.group().strip().upper()) if sign else None
        quantity, last = _read(text, start, numeral, unit, pack, document, offset)
        if quantity is not None:
            yield quantity


def _starts(text: str, table: QuantitiesPack) -> list[int]:
    sign = either(table.symbols)
    number = rf"{digits(table)}|{words(table)}|{either(table.fractions)}\b|{either(table.halves)}\b"
    plural = rf"{either(table.plural_scales)}\b"
    # A number that a hyphen joins to letters names a model or a version (*F-35*, « A-380 »).
    pattern = re.compile(rf"(?<![\w.,°])(?<![^\W\d_][-\u2011])(?:{sign}\s?)?(?:{number}|{plural})", re.IGNORECASE)
    return [found.start() for found in pattern.finditer(text)]


def _vague_at(text: str, start: int, table: QuantitiesPack) -> Numeral | None:
    """*Billions of dollars*: the scale alone, read as at least one."""
    found = re.compile(rf"{either(table.plural_scales)}\b", re.IGNORECASE).match(text, start)
    return Numeral(1.0, start, start, "vague") if found else None


def _read(
    text: str, start: int, numeral: Numeral, unit: str | None, pack: Pack, document: str, offset: int
) -> tuple[Quantity | None, int]:
    table = pack.quantities
    if _ordinal(text, numeral, table) or (numeral.written == "fraction" and _noun_follows(text, numeral.end, pack)):
        return None, numeral.end
    tail = _tail(text, numeral, unit, pack)
    begin, before = _lead(text, start, numeral, table)
    vague = numeral.written == "vague"
    quantity = Quantity(
        value=numeral.value,
        scale=tail.scale,
        unit="ratio" if numeral.written == "fraction" else tail.unit,
        approximate=tail.approximate or before.approximate or vague,
        span=Span(document, offset + begin, offset + tail.end),
        upper=tail.upper,
        comparison=tail.comparison or before.comparison or ("≥" if vague else None),
        per=tail.per,
    )
    bare = numeral.written == "words" and tail.scale == 1 and tail.unit is None
    return (None if bare and numeral.value < _SMALLEST_WORD else quantity), tail.end


def _ordinal(text: str, numeral: Numeral, table: QuantitiesPack) -> bool:
    """*19th*, « 1er », *G7*, and numbers glued to letters."""
    if numeral.written != "digits":
        return False
    rest = re.compile(r"[^\W\d_]+").match(text, numeral.end)
    if rest is None or rest.group().lower() in table.scales:
        return False
    return _unit_at(text, numeral.end, table) is None


def _tail(text: str, numeral: Numeral, unit: str | None, pack: Pack) -> Tail:
    table = pack.quantities
    if numeral.written == "fraction":
        return Tail(numeral.end)
    tail = _scaled(text, Tail(numeral.end, unit=unit), table, plural=numeral.written == "vague")
    tail = _ranged(text, tail, table)
    factor = re.compile(rf"\s+{either(table.times)}\s+({either(w for ws in table.factors.values() for w in ws)})\b")
    times = factor.match(text, tail.end)
    if times:
        sign = next(key for key, some in sorted(table.factors.items()) if times.group(1) in some)
        return replace(tail, end=times.end(), unit="times", comparison=sign)
    unit_here = _unit_at(text, tail.end, table) or _cldr_unit(text, tail.end, pack)
    if unit_here is not None:
        tail = replace(tail, unit=unit_here[0], end=unit_here[1])
    tail = _rated(text, tail, table)
    after = re.compile(rf"\s+{either(table.approximate_after)}\b").match(text, tail.end)
    return replace(tail, approximate=True, end=after.end()) if after else tail


def _scaled(text: str, tail: Tail, table: QuantitiesPack, *, plural: bool = False) -> Tail:
    """The scale after a number, two of them multiplied (*hundreds of thousands*)."""
    words_here = {**table.scales, **(table.plural_scales if plural else {})}
    lowered = {key.lower(): value for key, value in words_here.items()}
    link = rf"(?:[\s-]*(?:{either(table.links)}\s*)?)" if plural else r"[\s-]*"
    found = re.compile(rf"{link}({either(words_here)})\b\.?", re.IGNORECASE).match(text, tail.end)
    while found:
        tail = replace(tail, scale=tail.scale * lowered[found.group(1).lower()], end=found.end(1))
        found = re.compile(rf"{link}({either(words_here)})\b", re.IGNORECASE).match(text, tail.end) if plural else None
    return tail


def _ranged(text: str, tail: Tail, table: QuantitiesPack) -> Tail:
    """The second number of a range, and the scale that both share (150,000-170,000; 2 to 3 million)."""
    joined = re.compile(rf"\s*(?:{either(table.ranges)})\s*(?:{either(table.symbols)}\s?)?", re.IGNORECASE)
    opened = either(set(table.openers.values()))
    pattern = (
        joined if not _opened(text, tail, table) else re.compile(rf"\s+{opened}\s+(?:{either(table.symbols)}\s?)?")
    )
    found = pattern.match(text, tail.end)
    second = numeral_at(text, found.end(), table) if found else None
    if second is None or second.written not in ("digits", "words"):
        return tail
    ranged = _scaled(text, Tail(second.end), table)
    if tail.scale not in (1, ranged.scale):
        return tail
    return replace(tail, upper=second.value, scale=ranged.scale, end=ranged.end)


def _opened(text: str, tail: Tail, table: QuantitiesPack) -> bool:
    """Whether *between* or « entre » stands before the first number."""
    opener = [word for word, closer in table.openers.items() if closer not in table.ranges]
    return bool(re.search(rf"\b{either(opener)}\s+\S+(?:\s+\S+)?$", text[: tail.end], re.IGNORECASE))


def _unit_at(text: str, position: int, table: QuantitiesPack) -> tuple[str, int] | None:
    """The unit right after the number, over *of* and a few adjectives (*million (US) dollars*)."""
    known = {**table.units, **table.currencies}
    lowered = {" ".join(key.lower().split()): value for key, value in known.items()}
    between = rf"[\s-]*(?:{either(table.links)}\s*)?(?:{either(table.fillers)}\s+)?"
    pattern = re.compile(rf"{between}({either(known)})(?!\w)", re.IGNORECASE)
    found = pattern.match(text, position)
    if not found:
        return None
    return lowered[" ".join(found.group(1).lower().split())], found.end(1)


def _cldr_unit(text: str, position: int, pack: Pack) -> tuple[str, int] | None:
    """A currency by its full name (*Swiss francs*, « couronnes danoises »), as CLDR lists it."""
    found = re.compile(rf"\s+(?:{either(pack.quantities.links)}\s*)?(\w+(?:\s+\w+)?)").match(text, position)
    if not found:
        return None
    code = currency_names(pack.language.code).get(fold(found.group(1)))
    return (code, found.end(1)) if code else None


@lru_cache
def currency_names(language: str) -> dict[str, str]:
    """CLDR's plural names of the currencies of `language`, folded, to ISO 4217 codes; names of two words or more."""
    from babel import Locale

    locale = Locale.parse(language)
    names: dict[str, str] = {}
    for code in sorted(locale.currencies):
        forms = locale._data["currency_names_plural"].get(code, {}).values()
        for form in (locale.currencies[code], *forms):
            if " " in form:
                names.setdefault(fold(form), code)
    return names


def _rated(text: str, tail: Tail, table: QuantitiesPack) -> Tail:
    """*Per year*, *a year*, « par an », *per 1000 m3*; *a* and *for* only before a unit of the list."""
    lowered = {key.lower(): value for key, value in table.periods.items()}
    word = either(table.periods)
    lead = either([*table.rates, *table.weak_rates])
    pattern = re.compile(rf"\s*,?\s+{lead}\s*({digits(table)}\s+|{words(table)}\s+)?({word})\b", re.IGNORECASE)
    found = pattern.match(text, tail.end)
    if found:
        count = numeral_at(text, found.start(1), table) if found.group(1) else None
        unit = lowered[" ".join(found.group(2).lower().split())]
        return replace(tail, per=f"{count.value:g} {unit}" if count else unit, end=found.end())
    yearly = re.compile(rf"\s+({either(table.yearly)})\b", re.IGNORECASE).match(text, tail.end)
    if yearly:
        return replace(tail, per=table.yearly[" ".join(yearly.group(1).lower().split())], end=yearly.end())
    return tail


def _lead(text: str, start: int, numeral: Numeral, table: QuantitiesPack) -> tuple[int, Tail]:
    """The words right before the number that make it a bound or an estimate; the quantity begins with them."""
    begin, result = start, Tail(start)
    for _ in range(2):
        marks = (*sorted(table.comparisons.items()), ("~", table.approximate), ("≥~", table.vague))
        for sign, some in marks:
            article = r"(?:\s+(?:an?|the|une?|le|la))?" if numeral.written in ("half", "vague") else ""
            found = re.search(rf"(?<!\w){either(some)}{article}\s*$", text[:begin], re.IGNORECASE)
            if found and not (sign.endswith("~") and result.approximate):
                begin = found.start()
                bound = sign.removesuffix("~") or result.comparison
                result = replace(result, approximate=result.approximate or sign.endswith("~"), comparison=bound)
                break
    return begin, result


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < one.end and one.start < span.end for one in taken)


def _counts(quantity: Quantity, text: str, sentence: Sentence, annotation: Annotation, pack: Pack) -> bool:
    """No year, no number that names something (*Resolution 242*, « article 5 »)."""
    if quantity.unit is not None or quantity.scale > 1:
        return True
    written = text[quantity.span.start - sentence.span.start : quantity.span.end - sentence.span.start]
    if re.fullmatch(r"1\d{3}|20\d\d", written) or re.fullmatch(r"(1\d|20)\d\d\s*[-–]\s*(1\d|20)?\d\d", written):
        return False
    for index in range(sentence.first, sentence.last):
        token = annotation.tokens[index]
        if token.start <= quantity.span.end - 1 < token.end:
            previous = annotation.tokens[index - 1] if index > sentence.first else None
            naming = previous is not None and previous.pos in ("NOUN", "PROPN") and previous.end <= quantity.span.start
            return not (naming and token.head <= index)
    return True


def _inherited(found: list[Quantity], text: str, offset: int, pack: Pack) -> list[Quantity]:
    """*Half a billion dollars in 1999 and 450 million in 2000*: a large bare number shares the money named before."""
    money, result = None, []
    for one in found:
        if one.unit is None and one.scale >= 10**6 and money and not _noun_follows(text, one.span.end - offset, pack):
            one = replace(one, unit=money)
        if one.unit and len(one.unit) == 3 and one.unit.isupper():
            money = one.unit
        result.append(one)
    return result


def _noun_follows(text: str, end: int, pack: Pack) -> bool:
    """Whether the number counts something else: a word that is no preposition stands right after it."""
    found = re.compile(r"\s+(\w+)").match(text, end)
    plain = {word.lower() for word in (*pack.quantities.links, *pack.quantities.out_of, *pack.quantities.stops)}
    return found is not None and found.group(1).lower() not in plain
