"""Deeds said to be done again by others; who does what is entailed; what is to come and dates a plan."""

import pytest
from claims_prose import models, read

from pipeline.stages.claims import find


def told(language, text, predicate):
    """Subjects, objects, modality and grade of each statement of the predicate."""
    prose = read(language, text)
    found = find(prose.document, prose.annotation, prose.dates, models()).statements
    return [
        (
            [each.text for each in one.arguments if each.role == "subject"],
            [each.text for each in one.arguments if each.role == "object"],
            one.modality,
            one.grade,
        )
        for one in found
        if one.predicate == predicate and one.dropped is None
    ]


@pytest.mark.parametrize(
    ("language", "text", "predicate", "subjects", "objects"),
    [
        ("fr", "Le Tchad ratifia le traité en mars ; le Mali et le Niger firent de même en mai.", "ratified",
         ["Mali", "Niger"], ["traité"]),
        ("fr", "Le Tchad signa le pacte. Le Mali en fit autant l'année suivante.", "signed", ["Mali"], ["pacte"]),
        ("fr", "Le Tchad rejeta le compromis. Le Mali suivit en mai 1999.", "rejected", ["Mali"], ["le compromis"]),
        ("en", "Chad ratified the treaty in 1998 and Mali followed suit in 1999.", "ratified", ["Mali"], ["treaty"]),
        ("en", "Chad signed the pact. Mali and Niger did the same in 1999.", "signed", ["Mali", "Niger"], ["pact"]),
        ("en", "Chad rejected the compromise. Mali followed in May 1999.", "rejected", ["Mali"], ["the compromise"]),
    ],
)  # fmt: skip
def test_a_deed_done_again_is_told_of_its_own_doers(language, text, predicate, subjects, objects):
    assert (subjects, objects, "asserted", "derived") in told(language, text, predicate)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Tchad signa le pacte. Le Mali suivit les débats."),
        ("fr", "Le Tchad signa le pacte. Une crise suivit en mai 1999."),
        ("fr", "Le Tchad signa le pacte. Le roi partit. La reine rentra. Le Mali fit de même."),
        ("en", "Chad signed the pact. Mali followed the debates."),
        ("en", "Chad signed the pact. A crisis followed in May 1999."),
    ],
)
def test_what_only_follows_is_no_deed(language, text):
    assert len(told(language, text, "signed")) == 1


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "Could Chad keep a policy that implies support for the government of Mali?", "Chad"),
        ("fr", "Le Tchad doit-il poursuivre une politique qui implique un appui au Mali ?", "Tchad"),
    ],
)
def test_who_does_what_entails_a_deed_would_do_it(language, text, subject):
    assert [(one[0], one[2]) for one in told(language, text, "supports")] == [([subject], "conditional")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Chad will open the road once Mali has built its bridge.", "has built its bridge"),
        ("fr", "Le Tchad ouvrira la route dès que le Mali aura construit son pont.", "aura construit son pont"),
    ],
)
def test_what_is_to_come_before_a_plan_is_planned(language, text, words):
    assert any(words in one[1][0] and one[2] == "planned" for one in told(language, text, "states"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad opened the road once Mali had built its bridge over the Niger."),
        ("fr", "Le Tchad ouvrit la route après que le Mali eut construit son pont."),
    ],
)
def test_what_has_happened_is_no_plan(language, text):
    assert all(one[2] == "asserted" for one in told(language, text, "states"))
