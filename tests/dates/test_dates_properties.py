"""Properties: round trips, EDTF that python-edtf reads, spans, hostile input."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from dates_world import Bare
from edtf import parse_edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.knowledge import Knowledge
from pipeline.model import Dates
from pipeline.stages.dates.calendar import Calendar, at_ordinal, edtf, ordinal, shift

LANGUAGES = ("fr", "en")
LANGUAGE = st.sampled_from(LANGUAGES)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def months(knowledge: Knowledge, language: str) -> dict[int, str]:
    table = knowledge.packs[language].dates.words["month"]
    return {int(number): forms[0].capitalize() if language == "en" else forms[0] for number, forms in table.items()}


def check(found: Dates, text: str) -> None:
    for layer in ("timex", "range"):
        spans = [(e.span.start, e.span.end) for e in found.expressions if e.layer == layer and e.span]
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
    for e in found.expressions:
        assert e.span is not None
        assert text[e.span.start : e.span.end] == e.text
        if e.edtf is not None:
            parse_edtf(e.edtf)
        if e.earliest and e.latest and not e.earliest.startswith("-"):
            assert e.earliest <= e.latest


@QUICK
@given(day=st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)), language=LANGUAGE)
def test_any_day_round_trips(day: date, language: str, bare: Bare, knowledge: Knowledge) -> None:
    month = months(knowledge, language)[day.month]
    for text in (f"{day.day} {month} {day.year}", day.isoformat()):
        [found] = bare(text, language).expressions
        assert (found.edtf, found.earliest, found.latest) == (day.isoformat(),) * 3


EDGE_WORDS = {
    "fr": ("début", "mi-", "fin", "vers", "depuis", "avant"),
    "en": ("early", "mid-", "late", "around", "since"),
}


@QUICK
@given(
    language=LANGUAGE,
    word=st.integers(0, 4),
    year=st.integers(1500, 2100),
    month=st.integers(0, 12),
    other=st.integers(1500, 2100),
)
def test_any_phrase_is_read_by_python_edtf(
    language: str, word: int, year: int, month: int, other: int, bare: Bare, knowledge: Knowledge
) -> None:
    name = months(knowledge, language).get(month, "")
    joiner = "à" if language == "fr" else "to"
    text = f"{EDGE_WORDS[language][word]} {name} {year} ; {name} {year} {joiner} {other}, {year}-{other}"
    found = bare(text, language, "1999-05-17")
    assert found.expressions
    check(found, text)


PIECES = {
    "fr": (
        "le premier|lundi|deuxième|moitié|trimestre|du|de|XIXe|siècle|av. J.-C.|52|1999|Pâques|mi-|"
        "fin|mars|31|vingt et un|ans|plus tard|cette|année|les|années|97|et|à|depuis|jusqu'en|0|"
        "9999|,|(|semaine|dernier|jour|veille"
    ),
    "en": (
        "the first|Monday|second|half|quarter|of|in|19th|century|BC|52|1999|Easter|mid-|late|March|"
        "31|twenty-one|years|later|this|year|the|'97|and|to|since|until|0|9999|,|(|week|last|day|"
        "eve|1930s"
    ),
}


@settings(QUICK, max_examples=250)
@example(language="en", order=[29, 33, 10, 8], written="0001-01-02")
@given(
    language=LANGUAGE,
    order=st.lists(st.integers(0, 33), max_size=24),
    written=st.sampled_from(["", "0001-01-02", "9999-12-30", "1999-05-17"]),
)
def test_any_words_of_time_are_survived(language: str, order: list[int], written: str, bare: Bare) -> None:
    text = " ".join(PIECES[language].split("|")[number] for number in order)
    check(bare(text, language, written or None), text)


@QUICK
@given(text=st.text(max_size=120), language=LANGUAGE)
def test_any_script_is_survived(text: str, language: str, bare: Bare) -> None:
    check(bare(f"1999 {text} mars", language), f"1999 {text} mars")


@QUICK
@given(text=st.text(alphabet="0123456789 -–/.,'’()aàeéMmjJuiln[]{}|$%°", max_size=80), language=LANGUAGE)
def test_any_text_is_survived(text: str, language: str, bare: Bare) -> None:
    check(bare(text, language), text)


GRAINS = st.sampled_from(["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"])


@QUICK
@given(grain=GRAINS, place=st.integers(0, 700), count=st.integers(-300, 300))
def test_shifting_comes_back(grain: str, place: int, count: int) -> None:
    base = {"day": 700_000, "week": 100_000, "month": 22_000, "quarter": 7_500, "season": 7_500, "half": 3_800}
    value = at_ordinal(grain, base.get(grain, 0) + (place if grain in base else 1 + place % 20))
    moved = shift(value, count)
    if moved is None or (grain not in base and moved.year < 1):
        return
    assert ordinal(moved) - ordinal(value) == count
    assert shift(moved, -count) == value


@QUICK
@given(grain=GRAINS, year=st.integers(1, 9000), index=st.integers(1, 2))
def test_every_calendar_value_is_edtf(grain: str, year: int, index: int) -> None:
    width = {"decade": 10, "century": 100}.get(grain, 1)
    parse_edtf(edtf(Calendar(grain, year // width * width, index, 1)))


HOSTILE = [
    "9", "1999 ", "1999-", "1999, ", "(", "((1999", "le 5 et ", "vingt ", "cent mille ", "12/12/12/", "Ⅳ'",
    "May , ", "I ", "52 BC ", "av. J.-C. ", "du ", "la fin de ", "premier lundi de ", "le même jour, ",
    "мая 1999 ", "五月 1999 ", "années 50 et 60 à ", "en 97 ", "siècle ",
]  # fmt: skip


def spent(unit: str, size: int, bare: Bare) -> float:
    """The CPU seconds that so many characters of it take."""
    started = time.process_time()
    bare(unit * (size // len(unit)), "fr")
    return time.process_time() - started


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_input_is_linear(unit: str, bare: Bare) -> None:
    """Ten times the text takes a hundred times as long where it is not; a busy machine must not look so, so the best of
    up to three counts."""
    ratios = (spent(unit, 40_000, bare) / (spent(unit, 4_000, bare) + 0.02) for _ in range(3))
    assert any(ratio < 30 for ratio in ratios)
