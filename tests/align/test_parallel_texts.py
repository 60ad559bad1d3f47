"""Parallel texts: the lattice against plain enumeration, beads of our own translations, and which mode is taken."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.align.encoder import centre, centred, encode
from pipeline.stages.align.parallel import Text, parallel
from pipeline.stages.align.parallel.beads import SHAPES
from pipeline.stages.align.parallel.corridor import BESIDE, NEVER, WIDTH, Corridor, Trail, around, everything, trail
from pipeline.stages.align.parallel.lattice import likeliest, posteriors
from pipeline.stages.align.parallel.pairing import growth
from pipeline.stages.align.parallel.signs import signs

FOLDER = Path(__file__).parent / "translations"
OTHER = [
    "La récolte de lavande commença tard cette année-là.",
    "Les distilleries manquaient de bras et les prix montèrent.",
    "Un vent chaud souffla pendant trois semaines.",
    "Au marché, on ne parlait que de la sécheresse.",
    "Le maire fit ouvrir la vieille source.",
    "Les enfants y remplissaient des cruches avant l'école.",
    "En septembre, la pluie revint enfin.",
]


def ways(left, right):
    """All ways to cut `left` and `right` sentences into beads, each as steps (shape, left end, right end)."""
    if left == right == 0:
        return [[]]
    return [
        [*before, (number, left, right)]
        for number, (ours, theirs) in enumerate(SHAPES)
        if ours <= left and theirs <= right
        for before in ways(left - ours, right - theirs)
    ]


def ragged(left, right, dice):
    """A corridor whose rows are of all widths, with a way through it."""
    first, stop = np.sort(dice.integers(0, right + 1, left + 1)), np.sort(dice.integers(1, right + 2, left + 1))
    first[0], stop[-1] = 0, right + 1
    stop = np.maximum(stop, first + 1)
    first[1:] = np.minimum(first[1:], stop[:-1] - 1)
    return Corridor(first, stop)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.booleans(), st.integers(0, 2**32 - 1))
def test_chances_are_what_enumeration_of_all_ways_gives(left, right, whole, seed):
    dice = np.random.default_rng(seed)
    band = everything(left, right) if whole else ragged(left, right, dice)
    scores = dice.normal(size=(len(SHAPES), band.size))
    for number, (ours, theirs) in enumerate(SHAPES):
        scores[number, (band.rows < ours) | (band.columns < theirs)] = NEVER
    cell = {place: at for at, place in enumerate(zip(band.rows.tolist(), band.columns.tolist(), strict=True))}
    through = [way for way in ways(left, right) if all(step[1:] in cell for step in way)]
    weights = {tuple(way): np.exp(sum(scores[step[0], cell[step[1:]]] for step in way)) for way in through}
    expected = np.zeros_like(scores)
    for way, weight in weights.items():
        for number, *place in way:
            expected[number, cell[tuple(place)]] += weight / sum(weights.values())
    chances = posteriors(scores, band)
    assert np.allclose(chances, expected, atol=1e-9)
    assert tuple(likeliest(chances, band)) in weights


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 2**32 - 1))
def test_a_corridor_leads_from_one_end_of_both_texts_to_the_other(left, right, seed):
    random = np.random.default_rng(seed)
    vectors = [random.normal(size=(size, 8)) for size in (left, right)]
    path = trail(*(one / np.linalg.norm(one, axis=1, keepdims=True) for one in vectors))
    band = around(path, right, width=12)
    assert band.first[0] == 0
    assert band.stop[-1] == right + 1
    assert (np.diff(band.first) >= 0).all()
    assert (np.diff(band.stop) >= 0).all()
    assert (band.first[1:] < band.stop[:-1]).all()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 2**32 - 1))
def test_cells_of_a_corridor_are_found_by_row_and_column_and_cut_into_blocks(left, right, seed):
    band = ragged(left, right, np.random.default_rng(seed))
    assert band.cells(band.rows, band.columns).tolist() == list(range(band.size))
    outside = [(row, column) for row in range(-1, left + 2) for column in (band.first[min(max(row, 0), left)] - 1, 99)]
    assert set(band.cells(*np.array(outside).T).tolist()) == {band.size}
    assert [row for rows in band.blocks() for row in rows] == list(range(left + 1))


@pytest.mark.parametrize("size", [2_000, 4_000])
def test_a_chapter_that_one_text_lacks_widens_the_corridor_only_beside_it(size):
    whole = np.random.default_rng(3).normal(size=(size, 64)).astype(np.float32)
    whole /= np.linalg.norm(whole, axis=1, keepdims=True)
    cut = np.vstack([whole[: size // 2], whole[size // 2 + size // 5 :]])
    for left, right in ((whole, cut), (cut, whole)):
        band = around(trail(left, right), len(right))
        assert band.size < 1.1 * WIDTH * (len(left) + 1) + (2 * BESIDE + 1) * (size // 5)
        straight = np.arange(0, size // 2 - WIDTH)
        assert (band.cells(straight, straight) < band.size).all()
        assert (band.cells(len(left) - straight, len(right) - straight) < band.size)[: size // 5].all()


def test_the_coarse_path_follows_a_text_that_lost_a_chapter_and_one_that_gained_it():
    whole = np.eye(900, dtype=np.float32)
    cut = np.vstack([whole[:300], whole[500:]])
    assert np.allclose(trail(whole, cut).middle[[290, 800]], [290, 600], atol=8)
    assert np.allclose(trail(cut, whole).middle[[290, 600]], [290, 800], atol=8)


def test_a_long_chapter_that_one_text_lacks_is_left_out_and_what_follows_still_aligned(knowledge):
    whole = np.eye(900, dtype=np.float32)
    long, short = np.vstack([whole[:100], whole[700:]]), whole
    texts = [
        Text([f"{at:x} ." for at in range(len(one))], one, np.zeros(len(one), dtype=bool)) for one in (long, short)
    ]
    found = parallel(*texts, knowledge.aligner)
    joined = {(bead.left.start, bead.right.start) for bead in found.beads if bead.translated}
    assert len(joined & {(at, at if at < 100 else at + 600) for at in range(300)}) > 280
    assert [place for bead in found.beads for place in bead.right] == list(range(900))


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("gone", [range(4, 12), range(8), range(8, 22)], ids=["middle", "beginning", "two thirds"])
def test_a_part_that_one_text_lacks_leaves_the_rest_as_it_was(found, knowledge, side, gone):
    texts = [english(), french()]
    whole = texts[side]
    kept = [at for at in range(len(whole.sentences)) if at not in gone]
    texts[side] = Text([whole.sentences[at] for at in kept], whole.vectors[kept], whole.opens[kept])
    now = {
        tuple(
            tuple(kept[at] if one == side else at for at in place) for one, place in enumerate((bead.left, bead.right))
        )
        for bead in parallel(*texts, knowledge.aligner).beads
        if bead.translated
    }
    before = {(tuple(bead.left), tuple(bead.right)) for bead in found.beads if bead.translated}
    spared = {bead for bead in before if not set(bead[side]) & set(gone)}
    assert len(spared & now) >= 0.7 * len(spared)
    assert len(now - spared) <= 0.3 * len(spared)


@given(st.integers(5, 60), st.integers(5, 60), st.integers(0, 400), st.floats(0.5, 2.0))
def test_how_much_longer_a_text_is_does_not_hang_on_what_one_side_lacks(before, after, lacking, longer):
    """Sentences one to one, `longer` as long on the right, with a chapter between that only the right text has."""
    size = before + after
    lengths = np.concatenate([[0.0], np.cumsum(np.tile([80.0, 120.0], size)[:size])])
    chapter = np.full(lacking, 100.0)
    theirs = np.concatenate([np.diff(lengths)[:before] * longer, chapter, np.diff(lengths)[before:] * longer])
    rows = np.arange(size + 1)
    path = Trail(rows + lacking * (rows > before), rows + lacking * (rows >= before))
    told = growth(path, lengths, np.concatenate([[0.0], np.cumsum(theirs)]))
    assert told == pytest.approx(longer, rel=0.05)


def sentences(language):
    """The sentences of our own translation, and which of them open a paragraph."""
    paragraphs = (FOLDER / f"lac.{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    cut = [one.replace("! ", "!|").replace(". ", ".|").split("|") for one in paragraphs]
    return [sentence for one in cut for sentence in one], [at == 0 for one in cut for at in range(len(one))]


def text(told, opens):
    raw = encode(told)
    return Text(told, centred(raw, centre(raw)), np.array(opens))


@cache
def english():
    return text(*sentences("en"))


@cache
def french():
    return text(*sentences("fr"))


@pytest.fixture(scope="module")
def found(knowledge):
    return parallel(english(), french(), knowledge.aligner)


def test_beads_cover_both_texts_in_order(found):
    for side, whole in (("left", english()), ("right", french())):
        edges = [getattr(bead, side) for bead in found.beads]
        assert [place for edge in edges for place in edge] == list(range(len(whole.sentences)))
    assert all(0 <= bead.confidence <= 1 for bead in found.beads)
    assert all(one.left.stop == two.left.start for one, two in pairwise(found.beads))


def test_sentences_that_were_joined_parted_dropped_and_added_are_told(found):
    left, right = english().sentences, french().sentences
    beads = {
        (" ".join(left[at][:12] for at in bead.left), " ".join(right[at][:12] for at in bead.right))
        for bead in found.beads
    }
    assert ("It sets out ", "Elle fixe le Elle crée en") in beads
    assert ("No building  The opinion ", "Aucune const") in beads
    assert ("They raised  They also al", "Elles portèr") in beads
    assert ("Ratification", "") in beads
    assert ("", "La presse lo") in beads


def test_a_translation_is_covered_and_shuffled_or_other_texts_are_not(found, knowledge):
    shuffled = [french().sentences[at] for at in np.random.default_rng(7).permutation(len(french().sentences))]
    mixed = parallel(english(), text(shuffled, [True] * len(shuffled)), knowledge.aligner)
    other = parallel(text(*sentences("en")), text(OTHER, [True] * len(OTHER)), knowledge.aligner)
    assert found.coverage > 0.8
    assert mixed.coverage < 0.45
    assert other.coverage < 0.2


def test_the_answer_is_the_same_whichever_text_stands_first(found, knowledge):
    turned = parallel(french(), english(), knowledge.aligner)
    assert {(bead.left, bead.right) for bead in found.beads} == {(bead.right, bead.left) for bead in turned.beads}


def test_every_sign_has_a_weight_and_every_weight_a_sign(knowledge):
    from pipeline.stages.align.parallel.counterparts import cognates
    from pipeline.stages.align.parallel.pairing import Cells, pairing
    from pipeline.stages.align.parallel.sides import side

    path = trail(english().vectors, french().vectors)
    pair = pairing(side(english(), french()), side(french(), english()), path, cognates([], []))
    cells = Cells(pair, slice(None))
    names = {name for number in range(len(SHAPES)) for name, _ in signs(cells, number)}
    assert names == set(knowledge.aligner.weights)


def test_texts_without_sentences_give_nothing(knowledge):
    empty = Text([], np.zeros((0, 512), dtype=np.float32), np.zeros(0, dtype=bool))
    assert parallel(empty, french(), knowledge.aligner).beads == ()
