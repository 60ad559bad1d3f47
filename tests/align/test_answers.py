"""The words that sentences answer of each other, counted in arrays, against plain counting."""

import numpy as np

from pipeline.stages.align.parallel import Text
from pipeline.stages.align.parallel.answers import answers
from pipeline.stages.align.parallel.corridor import Corridor, everything
from pipeline.stages.align.parallel.sides import side

EN = ["The treaty binds both states.", "Both states signed the treaty, both of them.", "Gas is dear."]
FR = ["Le traité lie les deux États.", "Le gaz est cher.", "Les deux États signèrent ce traité.", "Rien."]
TABLE = {"treaty": {"traite": 0.9}, "both": {"deux": 0.8, "les": 0.2}, "states": {"etats": 1.0}, "gas": {"gaz": 0.7}}


def text(sentences):
    vectors = np.eye(len(sentences), 8, dtype=np.float32)
    return Text(sentences, vectors, np.zeros(len(sentences), dtype=bool))


def plain(one, other, ours, theirs, table):
    """The weight of the words of `ours` that `theirs` answers."""
    return sum(
        one.weights[word] * max((table.get(word, {}).get(b, 0) for b in other.words[theirs]), default=0)
        for word in set(one.words[ours])
    )


def test_each_sentence_counts_each_word_once_by_the_strongest_answer():
    left, right = side(text(EN), text(FR)), side(text(FR), text(EN))
    turned = {}
    for word, others in TABLE.items():
        for other, strength in others.items():
            turned.setdefault(other, {})[word] = strength
    near = Corridor(np.array([0, 0, 1]), np.array([2, 3, 4]))
    told, echoed = answers(left, right, near, TABLE)
    assert told[-1] == echoed[-1] == 0
    for row, column, heard, back in zip(near.rows, near.columns, told[:-1], echoed[:-1], strict=True):
        assert np.isclose(heard, plain(left, right, row, column, TABLE))
        assert np.isclose(back, plain(right, left, column, row, turned))


def test_without_a_table_nothing_is_answered():
    left, right = side(text(EN), text(FR)), side(text(FR), text(EN))
    assert not np.any(answers(left, right, everything(2, 3), {}))
