"""Which word stands for which: links inside passages that tell the same, in tales of our own."""

import numpy as np
import pytest

from bench.evaluate.scores import Score
from bench.evaluate.word_alignments import error_rate, links_of, word_scores
from pipeline.stages.align.links import Taught, adjoins, linked
from pipeline.stages.align.vocabularies import SIGN, UNLIKE, Likeness, vocabulary

PAIRS = [
    ("La reine a donné un cheval blanc au meunier .", "The queen gave the miller a white horse ."),
    ("Le meunier n' avait plus de farine .", "The miller had no flour left ."),
    ("La farine coûte cher , dit la reine .", "Flour is expensive , said the queen ."),
    ("Le cheval blanc courut vers la rivière .", "The white horse ran to the river ."),
]
LINKS = {
    ("reine", "queen"), ("cheval", "horse"), ("blanc", "white"), ("meunier", "miller"), ("farine", "flour"),
    ("rivière", "river"), (".", "."), (",", ","),
}  # fmt: skip


def words(pairs=PAIRS):
    return [(french.split(), english.split()) for french, english in pairs]


def named(pairs, found):
    return [
        {(left[link.left].casefold(), right[link.right].casefold()) for link in links}
        for (left, right), links in zip(pairs, found, strict=True)
    ]


@pytest.mark.parametrize("kind", ["parallel", "comparable"])
def test_words_are_linked_wherever_they_stand(kind):
    pairs = words()
    for (left, right), found in zip(pairs, named(pairs, linked(pairs, kind)), strict=True):
        here = {one for one in LINKS if one[0] in left and one[1] in [word.casefold() for word in right]}
        assert here <= found, here - found


def test_both_directions_say_the_same():
    across = named(words(), linked(words(), "parallel"))
    back = linked([(english, french) for french, english in words()], "parallel")
    turned = named([(english, french) for french, english in words()], back)
    for one, other in zip(across, turned, strict=True):
        assert {(right, left) for left, right in other} == one


def test_passages_teach_each_other_words_that_no_vector_knows():
    """Of two words that nobody knows the right one stands where the passages pair it, though alone place decides."""
    pairs = [
        (f"le blorp voit {french} .".split(), f"{english} is seen by the krandeq .".split())
        for french, english in (
            ("la mer", "the sea"), ("le roi", "the king"), ("un arbre", "a tree"), ("la ville", "the city"),
            ("le soleil", "the sun"), ("une porte", "a door"),
        )
    ]  # fmt: skip
    assert all(("blorp", "krandeq") in one for one in named(pairs, linked(pairs, "comparable")))


def test_links_stand_in_text_order_and_are_the_same_every_time():
    found = linked(words(), "parallel")
    assert found == linked(words(), "parallel")
    assert all(list(links) == sorted(links) and all(0 < link.chance <= 1 for link in links) for links in found)


@pytest.mark.parametrize("pair", [([], []), (["oui"], []), ([], ["yes"])])
def test_nothing_has_no_links(pair):
    assert linked([], "parallel") == []
    assert linked([pair], "parallel") == [()]
    assert linked([pair, (["oui"], ["yes"])], "parallel") == [(), linked([(["oui"], ["yes"])], "parallel")[0]]


def test_signs_are_like_signs_and_unlike_words():
    likeness = Likeness(vocabulary([["traité", ";", "«"]]), vocabulary([["treaty", ";", "«"]]))
    left, right = likeness.left.rows(["traité", ";", "«"]), likeness.right.rows(["treaty", ";", "«"])
    table = likeness.of(left, right)
    assert table[0, 0] > SIGN
    assert table[1].tolist() == pytest.approx([UNLIKE, 1.0, SIGN])
    assert table[:, 0].tolist()[1:] == pytest.approx([UNLIKE, UNLIKE])


def test_rare_words_of_long_texts_have_no_vector_and_are_linked_all_the_same(monkeypatch):
    monkeypatch.setattr("pipeline.stages.align.vocabularies.KNOWN", 3)
    made = vocabulary([words()[0][0]])
    assert (np.abs(made.vectors).sum(axis=1) > 0).sum() == 3
    assert ("meunier", "miller") in named(words(), linked(words(), "parallel"))[1]
    assert vocabulary([[]]).vectors.shape == (0, 512)


def test_what_was_never_paired_counts_nothing():
    taught = Taught(np.array([3, 5]), np.array([0.5, 2.0]), (np.zeros(2), np.zeros(4)))
    assert taught.of(np.array([[0, 3], [5, 9]])).tolist() == [[0, 0.5], [2.0, 0]]


def test_neighbours_count_on_the_diagonal_too():
    assert adjoins((2, 3), {(1, 2)})
    assert not adjoins((2, 3), {(0, 3)})


def test_the_error_rate_is_that_of_och_and_ney():
    assert links_of("7\t0-1 2p3 10-11 ") == [((0, 1), "-"), ((2, 3), "p"), ((10, 11), "-")]
    assert error_rate(Score("word links", "all", predicted=10, right=8, gold=5, found=4)) == pytest.approx(0.2)


def test_missing_tales_are_skipped_with_a_word(tmp_path):
    assert word_scores(tmp_path) == ([], ["word links: no align/words-dev beside the project"])
