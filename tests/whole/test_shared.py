"""A *joint* thing that documents plan: founded by the two states that the text is about, or by nobody."""

import pytest
from phenomena_graph import tell

from pipeline.knowledge import Knowledge

ABOUT = {
    "fr": "La Lettonie et l'Estonie sont voisines. La Lettonie et l'Estonie ont signé un pacte en 1994."
    " La Lettonie et l'Estonie se sont rencontrées à Riga.",
    "en": "Latvia and Estonia are neighbours. Latvia and Estonia signed a pact in 1994."
    " Latvia and Estonia met in Riga.",
}
PLANNED = [
    ("fr", "Des documents pour créer une entreprise énergétique commune ont été signés en 1996."),
    ("fr", "Des protocoles visant à établir une entreprise bilatérale ont été paraphés en 1996."),
    ("en", "Documents for setting up a joint shipping company were signed in 1996."),
    ("en", "Documents for a loan and for establishing a bilateral energy company (“Balt”) were signed in 1996."),
]
OPEN = [
    ("fr", "Des documents pour créer une entreprise énergétique commune ont été publiés en 1996."),
    ("fr", "Des documents pour créer une entreprise commune de trois banques ont été signés en 1996."),
    ("fr", "Des documents pour créer une entreprise énergétique commune ont été signés par la Finlande en 1996."),
    ("en", "Documents for setting up a joint shipping company were published in 1996."),
    ("en", "Documents for setting up a joint venture of three banks were signed in 1996."),
    ("en", "Documents for setting up a joint Finnish company were signed in 1996."),
    ("en", "Documents for setting up a joint shipping company were signed by Finland in 1996."),
    ("en", "Documents for setting up a large shipping company were signed in 1996."),
]


def founders(language: str, text: str, knowledge: Knowledge) -> list[tuple[set[str], str]]:
    """Who founds what in each claim of founding, by labels, and how certain."""
    told = tell({f"text.{language}.txt": text}, knowledge)
    labels = {actor.id: dict(actor.labels)["en"] for actor in told.resolution.actors}
    return [
        ({labels.get(one, one) for one in claim.roles.get("subject", ())}, voice.statement.modality)
        for claim in told.graph.claims
        if claim.predicate == "founded"
        for voice in claim.voices
    ]


@pytest.mark.parametrize(("language", "sentence"), PLANNED)
def test_the_two_that_the_text_is_about(language: str, sentence: str, knowledge: Knowledge) -> None:
    assert founders(language, f"{ABOUT[language]} {sentence}", knowledge) == [({"Latvia", "Estonia"}, "planned")]


@pytest.mark.parametrize(("language", "sentence"), OPEN)
def test_others_or_nobody(language: str, sentence: str, knowledge: Knowledge) -> None:
    assert founders(language, f"{ABOUT[language]} {sentence}", knowledge) == []


@pytest.mark.parametrize(
    ("language", "before"),
    [("en", "Riga hosted a fair."), ("en", f"{ABOUT['en']} Finland and Sweden met in Oslo."), ("fr", "Il pleuvait.")],
)
def test_nobody_where_the_text_is_about_no_two_or_others_came_between(
    language: str, before: str, knowledge: Knowledge
) -> None:
    sentence = dict(reversed(PLANNED))[language]
    assert founders(language, f"{before} {sentence}", knowledge) == []
