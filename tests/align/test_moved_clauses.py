"""Clauses that a translator gave to the sentence before or after: found at the edge that they crossed."""

import numpy as np
import pytest

from pipeline.stages.align.encoder import centre, centred, encode
from pipeline.stages.align.parallel import Text, parallel
from pipeline.stages.align.parallel.corridor import Corridor, everything, products
from pipeline.stages.align.parallel.moved import clauses, moved
from pipeline.stages.align.parallel.pairing import sentences
from pipeline.stages.align.parallel.signs import CLEAR

EN = [
    "The chairman opened the meeting at noon.",
    "He thanked the guests for their patience, and the orchestra played the anthem.",
    "The ministers then signed the treaty in the great hall.",
    "Outside, a heavy rain had begun to fall.",
    "The journalists asked about the price of gas.",
    "Nobody wished to answer them; the doors were closed at midnight.",
]
FR = [
    "Le président ouvrit la réunion à midi.",
    "Il remercia les invités de leur patience.",
    "L'orchestre joua l'hymne, puis les ministres signèrent le traité dans la grande salle.",
    "Dehors, une forte pluie s'était mise à tomber.",
    "Les journalistes posèrent des questions sur le prix du gaz.",
    "Personne ne voulut leur répondre; on ferma les portes à minuit.",
]


def text(told):
    raw = encode(told)
    return Text(told, centred(raw, centre(raw)), np.zeros(len(told), dtype=bool))


def edges(left, right):
    """What speaks for clauses that moved, at every pair of positions."""
    band = everything(len(left), len(right))
    return moved(text(left), text(right), band, sentences(band)).reshape(len(left) + 1, len(right) + 1)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Nous partirons demain matin, dit le maire, si le vent tombe.", "Nous partirons demain matin,", None),
        ("We leave at dawn, said the mayor, unless the wind is against us.", "We leave at dawn,", None),
        (
            "« Pourquoi partez-vous ? » pour moi, je reste encore ici.",
            "« Pourquoi partez-vous ? »",
            "je reste encore ici.",
        ),
        ("'Why are you leaving now?' I for my part shall stay here.", "'Why are you leaving now?'", None),
        ("Oui, je le veux.", "", ""),
        ("Yes, I want it.", "", ""),
        ("Le traité de 1 234,5 pages fut signé par les ministres.", "", ""),
        ("The treaty of 1,234.5 pages was signed by the ministers.", "", ""),
    ],
)
def test_the_outer_clauses_of_a_sentence(sentence, first, last):
    found = clauses(sentence)
    assert found[0] == first
    assert last is None or found[1] == last
    assert sentence.endswith(found[1])


@pytest.mark.parametrize(("left", "right"), [(EN, FR), (FR, EN)])
def test_the_edge_that_a_clause_crossed_is_clear_and_others_are_not(left, right):
    found = edges(left, right)
    assert found[2, 2] > CLEAR
    assert all(found[at, at] < CLEAR for at in (1, 3, 4, 5))


def test_both_texts_are_read_alike():
    assert np.allclose(edges(EN, FR), edges(FR, EN).T, atol=1e-6)


def test_at_either_end_of_both_texts_nothing_moved():
    found = edges(EN, FR)
    assert found[0, 0] == found[-1, -1] == 0


def test_sentences_between_which_a_clause_moved_are_joined(knowledge):
    beads = {(bead.left, bead.right) for bead in parallel(text(EN), text(FR), knowledge.aligner).beads}
    assert (range(1, 3), range(1, 3)) in beads
    assert (range(5, 6), range(5, 6)) in beads


def test_products_of_a_corridor_lie_row_after_row_and_are_nothing_outside():
    vectors = np.eye(3, dtype=np.float32)
    band = Corridor(np.array([0, 0, 2]), np.array([2, 3, 3]))
    found = products(vectors, vectors, band)
    assert found.tolist() == [1, 0, 0, 1, 0, 1, 0]
    assert found[band.cells(np.array([0, 1, 2, 2, 3]), np.array([0, 1, 2, 1, 2]))].tolist() == [1, 1, 1, 0, 0]
