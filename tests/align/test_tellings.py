"""What statements tell, as alignment compares them: implied, ended, left open, dated or not."""

import pytest
from stages_of_reading import read_all

from pipeline.stages import ingest, resolve
from pipeline.stages.align.passages import passages
from pipeline.stages.align.tellings import Told, agreement, of_other_events

ROWS = [
    # An election, and who came to office by it: dated, the same state, the same time.
    (
        "fr",
        "En 1990, le Pérou a organisé des élections présidentielles.",
        "Alberto Fujimori became president of Peru in July 1990.",
        0.8,
    ),
    (
        "en",
        "The Peruvian presidential elections of 1990 were a surprise.",
        "En juillet 1990, Alberto Fujimori est devenu président du Pérou.",
        0.8,
    ),
    (
        "en",
        "The Peruvian presidential elections of 1990 were a surprise.",
        "En juillet 1996, Alberto Fujimori est devenu président du Pérou.",
        0.0,
    ),
    (
        "en",
        "The Chilean presidential elections of 1990 were a surprise.",
        "En juillet 1990, Alberto Fujimori est devenu président du Pérou.",
        0.0,
    ),
    # Who was elected came to office.
    ("fr", "Alan García a été élu président du Pérou en 2006.", "Alan García became president of Peru in 2006.", 1.0),
    (
        "en",
        "Alan García was elected president of Peru in 2006.",
        "Alan García est devenu président du Pérou en 2006.",
        1.0,
    ),
    # A title at a name tells nothing that makes two passages the same.
    ("fr", "Le président du Pérou, Alan García, est arrivé.", "Alan García, the president of Peru, has left.", 0.0),
    # One text leaves open who; nothing differs, the time is one.
    ("en", "The single currency will be introduced in 2007.", "La Slovénie adoptera l'euro en 2007.", 0.5),
    ("fr", "La monnaie unique sera introduite en 2007.", "Slovenia will adopt the euro in 2007.", 0.5),
    ("fr", "La monnaie unique sera introduite en 2009.", "Slovenia will adopt the euro in 2007.", 0.0),
]


def told_in(texts: dict[str, str], knowledge) -> dict[str, list[Told]]:
    """What the text of each language tells."""
    documents = [
        ingest.ingest(f"text.{code}.txt", text.encode(), ingest.DocumentSettings(language=code), knowledge)
        for code, text in texts.items()
    ]
    readings = read_all(documents, knowledge)
    found = resolve.resolve(readings, knowledge)
    return {
        reading.document.language: [told for one in passages(reading, found, knowledge) for told in one.told]
        for reading in readings
    }


@pytest.mark.parametrize(("language", "one", "other", "wanted"), ROWS)
def test_statements_agree_by_what_they_imply_and_when(language, one, other, wanted, knowledge):
    told = told_in({language: one, "fr" if language == "en" else "en": other}, knowledge)
    best = max((agreement(ours, theirs) for ours in told["en"] for theirs in told["fr"]), default=0.0)
    assert best == pytest.approx(wanted), told


def telling(predicate: str, *roles: tuple[str, str], when: str = "", affirmed: bool = True) -> Told:
    return Told(predicate, frozenset(roles), frozenset({when} - {""}), affirmed)


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (telling("signed", ("subject", "a"), ("object", "b"), when="1990-05"), 1.0),
        (telling("signed", ("subject", "a"), when="1990-05"), 0.8),
        (telling("signed", when="1990-05"), 0.5),
        (telling("signed", ("subject", "c"), when="1990-05"), 0.0),
        (telling("signed", ("subject", "c"), ("object", "b"), when="1990-05"), 0.8),
        (telling("signed", ("subject", "a"), ("object", "b")), 0.6),
        (telling("signed"), 0.0),
        (telling("signed", ("subject", "a"), when="1991-05"), 0.0),
        (telling("signed", ("subject", "a"), when="1990-05", affirmed=False), 0.0),
        (telling("ratified", ("subject", "a"), ("object", "b"), when="1990-05"), 0.5),
        (telling("ratified", ("subject", "a"), when="1990-05"), 0.0),
    ],
)
def test_agreement_weighs_roles_time_and_polarity(other, wanted):
    one = telling("signed", ("subject", "a"), ("object", "b"), when="1990-05")
    assert agreement(one, other) == pytest.approx(wanted)
    assert agreement(other, one) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (telling("ratified", ("subject", "c"), when="1990-05"), True),
        (telling("ratified", ("subject", "a"), when="1990-05"), False),
        (telling("ratified", ("subject", "c"), when="1990-06"), True),
        (telling("ratified", ("subject", "c"), when="1991-05"), False),
        (telling("ratified", ("subject", "c")), False),
        (telling("ratified", when="1990-05"), False),
        (telling("signed", ("subject", "c"), when="1990-05"), False),
    ],
)
def test_another_event_of_that_time_is_of_others(other, wanted):
    one = telling("signed", ("subject", "a"), when="1990-05")
    assert of_other_events([one], [other]) is wanted
    assert of_other_events([other], [one]) is wanted
