"""Surface forms that reach their actor in whole texts: middle names, courtesies, bodies of states, mistaken types."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# French and English text, phrase in each, one actor or two.
PAIRS = [
    ("Le gouvernement kényan a signé l'accord.", "The Government of Kenya signed the agreement.", "gouvernement kényan", "Government of Kenya", True),
    ("Le gouvernement kényan a signé l'accord.", "The Government of South Africa signed the agreement.", "gouvernement kényan", "Government of South Africa", False),
    ("Le ministère de l'Économie du Danemark a protesté.", "The Ministry of Economy of Denmark protested.", "ministère de l'Économie du Danemark", "Ministry of Economy of Denmark", True),
    ("Le ministère de l'Économie du Danemark a protesté.", "The Ministry of Justice of Denmark protested.", "ministère de l'Économie du Danemark", "Ministry of Justice of Denmark", False),
    ("M. Grouzdev est venu. Oleg Grouzdev a signé l'accord.", "Oleg Gruzdev signed the agreement.", "M. Grouzdev", "Oleg Gruzdev", True),
]  # fmt: skip


@pytest.mark.parametrize(("fr", "en", "phrase", "other", "one"), PAIRS)
def test_across_languages(build, fr: str, en: str, phrase: str, other: str, one: bool) -> None:
    world = build(fr=fr, en=en)
    assert world.refers("fr", phrase)
    assert world.refers("en", other)
    assert (world.refers("fr", phrase) == world.refers("en", other)) is one


def test_a_courtesy_is_no_part_of_the_form(build) -> None:
    world = build(fr="Oleg Grouzdev a signé l'accord. M. Grouzdev est parti.")
    assert [actor.forms["fr"] for actor in world.resolution.actors] == [("Grouzdev", "Oleg Grouzdev")]


def test_a_middle_name_may_stand_alone(build) -> None:
    world = build(en="Salva Kiir Mayardit met Riek Machar in Juba. Kiir signed the agreement.")
    assert world.refers("en", "Kiir", " signed") == world.refers("en", "Salva Kiir Mayardit")


def test_a_middle_name_of_two_persons_stays_apart(build) -> None:
    world = build(en="Salva Kiir Mayardit met Peter Kiir Deng in Juba. Kiir signed the agreement.")
    both = {*world.refers("en", "Salva Kiir Mayardit"), *world.refers("en", "Peter Kiir Deng")}
    assert len(both) > 1
    assert not both.intersection(world.refers("en", "Kiir", " signed"))
