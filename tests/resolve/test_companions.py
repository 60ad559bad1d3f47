"""What came with a dated treaty is of its date, where that is told as a fact and no other date is."""

import pytest

# ruff: noqa: E501  # a row of a table of prose stays on one line

# Language, text, words of the companion, its date of signature (none: it stays open).
TOLD = [
    ("en", "The March 1957 Treaty of Rome was accompanied by the Solidarity Protocol.", "Solidarity Protocol", ["1957-03"]),
    ("en", "The Treaty of Rome was signed in March 1957. The Treaty of Rome was accompanied by the Solidarity Protocol.",
     "Solidarity Protocol", ["1957-03"]),
    ("en", "The March 1957 Treaty of Rome will be accompanied by the Solidarity Protocol.", "Solidarity Protocol", []),
    ("en", "The March 1957 Treaty of Rome was not accompanied by the Solidarity Protocol.", "Solidarity Protocol", []),
    ("en", "The March 1957 Treaty of Rome was followed by the Solidarity Protocol.", "Solidarity Protocol", []),
    ("en", "The March 1957 Treaty of Rome was accompanied by the Solidarity Protocol of 1959.", "Solidarity Protocol",
     ["1959"]),
    ("en", "The Treaty of Rome was accompanied by the Solidarity Protocol.", "Solidarity Protocol", []),
    ("fr", "Le traité de Rome de mars 1957 était accompagné du Protocole de Turin.", "Protocole de Turin", ["1957-03"]),
    ("fr", "Le traité de Rome de mars 1957 fut assorti du Protocole de Turin.", "Protocole de Turin", ["1957-03"]),
    ("fr", "Le traité de Rome de mars 1957 serait accompagné du Protocole de Turin.", "Protocole de Turin", []),
    ("fr", "Le traité de Rome de mars 1957 n'était pas accompagné du Protocole de Turin.", "Protocole de Turin", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "dates"), TOLD)
def test_the_date_of_what_came_with_it(build, language: str, text: str, words: str, dates: list[str]) -> None:
    treaties = build(**{language: text}).resolution.treaties
    (other,) = [one for one in treaties if words in one.forms.get(language, ())]
    assert [slot.value for slot in other.signed] == dates
    assert len(treaties) == 2, "a date that was lent makes no two treaties one"
