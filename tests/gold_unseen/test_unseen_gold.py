"""The blind gold points at what it says: texts that occur once, ids that are declared, dates that read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from edtf import parse_edtf

GOLD = Path(__file__).parent.parent / "gold"
TOPICS = sorted(path.relative_to(GOLD).with_suffix("").as_posix() for path in GOLD.glob("*/*.json"))
MODALITIES = {"asserted", "planned", "conditional", "possible", "obligation", "question", "counterfactual"}


def read(topic: str) -> dict:
    return json.loads((GOLD / f"{topic}.json").read_text(encoding="utf-8"))


def text(topic: str, language: str) -> str:
    return (GOLD / f"{topic}.{language}.txt").read_text(encoding="utf-8")


def named(fact: dict, known: set[str]) -> Iterator[str]:
    """The declared ids of a fact: lists hold ids only, single words may be text."""
    for value in fact["args"].values():
        yield from value if isinstance(value, list) else [value] if value in known else []


def test_every_topic_has_its_two_texts():
    assert len(TOPICS) == 16
    assert {path.relative_to(GOLD).as_posix() for path in GOLD.glob("*/*.txt") if path.parent.name != "dates"} == {
        f"{one}.{code}.txt" for one in TOPICS for code in ("fr", "en")
    }


@pytest.mark.parametrize("topic", TOPICS)
def test_every_passage_occurs_once(topic):
    gold = read(topic)
    passages = [(one["file"].split(".")[-2], one["text"]) for fact in gold["facts"] for one in fact["evidence"]]
    passages += [
        (code, one[code]) for kind in ("alignments", "lookalikes") for one in gold[kind] for code in ("fr", "en")
    ]
    assert [(code, one) for code, one in passages if text(topic, code).count(one) != 1] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_form_stands_in_its_text(topic):
    gold = read(topic)
    forms = [
        (code, form)
        for kind in ("actors", "treaties")
        for one in gold[kind].values()
        for code in ("fr", "en")
        for form in one[code]
    ]
    assert [(code, form) for code, form in forms if form.lower() not in text(topic, code).lower()] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_id_is_declared(topic):
    gold = read(topic)
    known = {*gold["actors"], *gold["treaties"]}
    used = {name for fact in gold["facts"] for name in named(fact, known)}
    used |= {name for one in gold["treaties"].values() for slot in ("signatories", "parties") for name in one[slot]}
    used |= {fact[key] for fact in gold["facts"] for key in ("holder", "within")} - {"author", "unspecified", None}
    assert used <= known
    assert len({fact["id"] for fact in gold["facts"]}) == len(gold["facts"])


@pytest.mark.parametrize("topic", TOPICS)
def test_the_facts_use_the_words_of_the_contract(topic):
    facts = read(topic)["facts"]
    assert {fact["polarity"] for fact in facts} <= {"affirmed", "negated"}
    assert {fact["modality"] for fact in facts} <= MODALITIES


@pytest.mark.parametrize("topic", TOPICS)
def test_every_date_reads(topic):
    gold = read(topic)
    dates = [fact["time"] for fact in gold["facts"]]
    dates += [one[slot] for one in gold["treaties"].values() for slot in ("signed", "entry_into_force")]
    assert [str(parse_edtf(date)) for date in dates if date] == [date for date in dates if date]
