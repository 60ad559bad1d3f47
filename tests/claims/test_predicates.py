"""Every predicate file is a test: its examples are matched as written, its counter-examples are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.knowledge import KnowledgeFault, load
from pipeline.knowledge.predicates import Example, Predicate, load_predicates
from pipeline.model import Statement

MODELS = Path(__file__).parent.parent.parent / "models"
PREDICATES = {predicate.name: predicate for predicate in load(MODELS).predicates}
EXPECTED = {
    "signed", "negotiated", "establishes", "provides", "ratified", "entered_into_force", "withdrew_from", "replaces",
    "implements", "violated", "party_to", "holds_office", "elected", "appointed", "member_of", "part_of",
    "became_independent", "dissolved", "founded", "proposed", "rejected", "accepted", "agreed", "promised", "demanded",
    "supports", "opposes", "criticized", "accused", "mediated", "visited", "met", "adopts_currency", "deploys",
    "controls", "operates", "trades_with", "supplies", "held_exercise",
}  # fmt: skip
ARTICLE = 4  # the longest article that an argument may bear before the words an example gives


def test_the_words_of_the_contract_are_there():
    assert set(PREDICATES) >= EXPECTED


def examples():
    return [
        pytest.param(predicate, language, example, id=f"{predicate.name}-{language}-{number}")
        for predicate in PREDICATES.values()
        for language, table in predicate.examples.items()
        for number, example in enumerate(table, 1)
        if predicate.patterns
    ]


def counter_examples():
    return [
        pytest.param(predicate, language, text, id=f"{predicate.name}-{language}-{number}")
        for predicate in PREDICATES.values()
        for language, texts in predicate.counter_examples.items()
        for number, text in enumerate(texts, 1)
        if predicate.patterns
    ]


def same(found: str, wanted: str) -> bool:
    """Equal, or equal but for a leading article."""
    short, long = sorted((found, wanted), key=len)
    return long.endswith(short) and len(long) - len(short) <= ARTICLE


def fits(statement: Statement, example: Example) -> bool:
    found: dict[str, list[str]] = {}
    for argument in statement.arguments:
        found.setdefault(argument.role, []).append(argument.text)
    if (statement.polarity, statement.modality) != (example.polarity, example.modality):
        return False
    return found.keys() == example.roles.keys() and all(
        len(found[role]) == len(words) and all(same(*pair) for pair in zip(found[role], words, strict=True))
        for role, words in example.roles.items()
    )


def kept(statements: tuple[Statement, ...], predicate: Predicate) -> list[Statement]:
    return [one for one in statements if one.predicate == predicate.name and one.dropped is None]


@pytest.mark.parametrize(("predicate", "language", "example"), examples())
def test_example_is_matched_as_written(predicate, language, example, read):
    found = kept(read(language, example.text), predicate)
    told = [([(one.role, one.text) for one in each.arguments], each.polarity, each.modality) for each in found]
    assert any(fits(one, example) for one in found), told


@pytest.mark.parametrize(("predicate", "language", "text"), counter_examples())
def test_counter_example_is_not_matched(predicate, language, text, read):
    assert kept(read(language, text), predicate) == []


@pytest.mark.parametrize("name", [one.name for one in PREDICATES.values() if one.patterns])
def test_every_pattern_matches_an_example(name, read):
    predicate = PREDICATES[name]
    rules = {
        statement.rule.partition("#")[2]
        for language, table in predicate.examples.items()
        for example in table
        for statement in kept(read(language, example.text), predicate)
    }
    assert {pattern.id for patterns in predicate.patterns.values() for pattern in patterns} <= rules


GOOD = """
name = "greets"
labels = { fr = "salue", en = "greets" }
[roles]
subject = { types = ["person"], required = true }
[[patterns.en]]
id = "en.1"
verb = ["greet"]
roles = { subject = "subject" }
[[examples.en]]
text = "Paul greeted."
roles = { subject = ["Paul"] }
"""
FAULTS = [
    ('name = "greets"', 'name = "hails"', "name", "hails"),
    ('labels = { fr = "salue", en = "greets" }', 'labels = { en = "greets" }', "labels.fr", "missing"),
    ('types = ["person"]', 'types = ["dragon"]', "roles.subject.types", "dragon"),
    (
        'roles = { subject = "subject" }',
        'roles = { object = "object" }',
        "patterns.en.en.1.roles.object",
        "no such role",
    ),
    ("[[patterns.en]]", "[[patterns.xx]]", "patterns.xx", "no pack"),
    ('verb = ["greet"]', "", "patterns.en.en.1", "no anchor"),
    ('verb = ["greet"]', 'verbs = ["greet"]', "patterns", "verbs"),
    ("[roles]", 'treaty_slot = "flavour"\n[roles]', "treaty_slot", "flavour"),
    ("[roles]", 'opposite = "snubs"\n[roles]', "opposite", "snubs"),
    ('roles = { subject = ["Paul"] }', 'roles = { target = ["Paul"] }', "examples.en.1.target", "no such role"),
]


@pytest.mark.parametrize(("old", "new", "key", "problem"), FAULTS)
def test_a_fault_names_file_and_key(old, new, key, problem, tmp_path):
    (tmp_path / "greets.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeFault) as caught:
        load_predicates(tmp_path, frozenset({"fr", "en"}))
    assert caught.value.path.endswith("greets.toml")
    assert key in caught.value.key
    assert problem in caught.value.problem


def test_a_pattern_id_stands_once(tmp_path):
    twice = GOOD + '[[patterns.en]]\nid = "en.1"\nverb = ["hail"]\nroles = { subject = "subject" }\n'
    (tmp_path / "greets.toml").write_text(twice, encoding="utf-8")
    with pytest.raises(KnowledgeFault, match="twice"):
        load_predicates(tmp_path, frozenset({"fr", "en"}))


def test_a_good_file_is_read(tmp_path):
    (tmp_path / "greets.toml").write_text(GOOD, encoding="utf-8")
    (predicate,) = load_predicates(tmp_path, frozenset({"fr", "en"}))
    assert predicate.patterns["en"][0].verb == {"greet"}
