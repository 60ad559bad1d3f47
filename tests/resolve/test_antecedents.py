"""Bare nouns, predicates, appositions and short names: which treaty they mean, or none."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# Language, text, the phrase with what follows it, the name of the treaty that it means (none: it must stay open).
NOUNS = [
    ("en", "The Pelindaba Treaty was signed on 11 April 1996. The treaty covers Africa. Unlike the Treaty of Bangkok, it has a protocol. Mali threatened to leave the agreement.", ("the agreement", "."), "Pelindaba Treaty"),
    ("fr", "Le traité de Pelindaba a été signé le 11 avril 1996. Le traité concerne l'Afrique. Contrairement au traité de Bangkok, il est appliqué. Le Mali a violé l'accord.", ("l'accord", "."), "traité de Pelindaba"),
    ("en", "The Antarctic Treaty was signed in December 1959. The text that Chile proposed was rejected.", ("The text", " that"), ""),
    ("fr", "Le traité sur l'Antarctique a été signé en décembre 1959. Le texte proposé par le Chili a été rejeté.", ("Le texte", " proposé"), ""),
    ("en", "The Kiel Treaty was signed in January 1814. The agreement ended the war.", ("The agreement", " ended"), "Kiel Treaty"),
    ("en", "Diplomats compared the Nystad Treaty and the Kiel Treaty. The treaty was unpopular.", ("The treaty", " was"), ""),
    ("fr", "Les accords de Nouméa ont été signés en mai 1998. La convention de Vientiane a été signée en juin 1998. Ces accords ont été critiqués.", ("Ces accords", " ont"), "accords de Nouméa"),
    ("fr", "Le traité de Nouméa fut signé le 5 mai 1998. Le Parlement ratifia le traité le 3 juin 1999. Le traité est appliqué.", ("le traité", " le 3 juin"), "traité de Nouméa"),
    ("en", "The plan replaced the Marshall Plan. The Marshall Plan was popular.", ("The plan", " replaced"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase", "name"), NOUNS)
def test_which_treaty_a_noun_means(build, language: str, text: str, phrase: tuple[str, str], name: str) -> None:
    world = build(**{language: text})
    found = {id for reference in world.references(language, *phrase) for id in reference.targets}
    assert found == ({world.treaty(language, name)} if name else set())
    assert "" not in found


def test_two_that_fit_as_well_are_an_issue(build) -> None:
    world = build(en=next(text for _, text, _, _ in NOUNS if text.startswith("Diplomats compared")))
    (issue,) = [one for one in world.resolution.issues if one.kind == "ambiguous reference"]
    assert "Nystad Treaty" in issue.message
    assert "Kiel Treaty" in issue.message
    assert len(issue.spans) == 3


# Language, text, the label of its one treaty, the dates of its signing, its parties.
SAME = [
    ("fr", "Le traité de Windsor est un traité d'alliance signé le 9 mai 1386 par le Portugal et l'Angleterre.", "traité de Windsor", {"1386-05-09"}),
    ("en", "The Treaty of Windsor was a treaty of alliance signed on 9 May 1386.", "Treaty of Windsor", {"1386-05-09"}),
    ("en", "The Hay Plan, an agreement between Nepal and Bhutan, was signed on 3 June 1974.", "Hay Plan", {"1974-06-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "label", "dates"), SAME)
def test_a_predicate_or_apposition_is_the_same_treaty(
    build, language: str, text: str, label: str, dates: set[str]
) -> None:
    (treaty,) = build(**{language: text}).resolution.treaties
    assert treaty.labels == {language: label}
    assert {slot.value for slot in treaty.signed} == dates


# Language, text, the name given in full, the short name with what follows its later use.
SHORT = [
    ("en", "The Chemical Weapons Convention (CWC) was signed in January 1993. Albania ratified it. The CWC bans mustard gas.", "Chemical Weapons Convention", ("CWC", " bans")),
    ("fr", "La Convention sur les armes chimiques (CAC) a été signée en janvier 1993. La CAC interdit le gaz moutarde.", "Convention sur les armes chimiques", ("CAC", " interdit")),
    ("en", "The Wye Memorandum, also known as Wye I, was signed in October 1998. Wye I was short.", "Wye Memorandum", ("Wye I", " was short")),
    ("fr", "L'accord de Linas, dit Marcoussis II, a été signé en janvier 2003. Marcoussis II a échoué.", "accord de Linas", ("Marcoussis II", " a échoué")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "full", "short"), SHORT)
def test_a_short_name_that_the_text_gives(build, language: str, text: str, full: str, short: tuple[str, str]) -> None:
    world = build(**{language: text})
    (treaty,) = world.resolution.treaties
    assert world.treaty(language, full) == treaty.id
    assert world.refers(language, *short) == (treaty.id,)
    assert treaty.labels[language] == full
    assert short[0] in treaty.forms[language]
    assert not [actor for actor in world.resolution.actors if actor.labels.get(language) == short[0]]


def test_who_speaks_is_no_short_name(build) -> None:
    world = build(fr="L'accord de Linas, dit Jacques Chirac, a été signé en janvier 2003. Jacques Chirac a protesté.")
    assert world.refers("fr", "Jacques Chirac", " a protesté") != ()
    assert world.treaty("fr", "Jacques Chirac") == ""


def test_an_acronym_explained_in_one_text_counts_in_the_other(build) -> None:
    world = build(
        en="The Biological Weapons Convention (BWC) was signed in April 1972.", fr="La France a adhéré au BWC en 1984."
    )
    assert world.treaty("fr", "BWC") == world.treaty("en", "Biological Weapons Convention") != ""


def test_bare_nouns_are_no_forms(build) -> None:
    world = build(
        fr="En 1951, la Norvège et l'Islande ont signé un deuxième traité établissant une union douanière. Le traité a été ratifié. Ce texte a déplu."
    )
    (treaty,) = world.resolution.treaties
    assert treaty.labels["fr"] == "deuxième traité établissant une union douanière"
    assert treaty.forms["fr"] == ("deuxième traité",)


def test_acronyms_of_two_languages_on_one_day_by_the_same_hands(build) -> None:
    world = build(
        fr="Le Traité sur les missiles antibalistiques (TMA) a été signé le 26 mai 1972 par Richard Nixon et Leonid Brejnev.",
        en="The Anti-Ballistic Missile Treaty (ABM) was signed on 26 May 1972 by Richard Nixon and Leonid Brezhnev.",
    )
    assert len(world.resolution.treaties) == 1
