"""Our own texts of traps: numbers, codes and names that look like dates, sentence after sentence, and not one date.

Nobody writes like that: a trap stands in every line. What counts for plain text (under one false date per 10,000
characters) is measured by `make eval` on public sentences without dates; here is what the traps still catch.
"""

from __future__ import annotations

import pytest

from bench.evaluate.dateless import FalseDates, own_false_dates

# False dates per 10,000 characters of traps. They may only fall.
CEILINGS = {"fr": 9.0, "en": 14.3}


@pytest.fixture(scope="module")
def false() -> dict[str, FalseDates]:
    """What is found in tests/gold/dates/dateless.*, by language."""
    return {one.language: one for one in own_false_dates()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_more_traps_catch_us_than_before(false: dict[str, FalseDates], language: str) -> None:
    found = false[language]
    assert found.characters > 20_000
    assert found.rate < CEILINGS[language], found.found
