"""How much of two passages has a counterpart where its words stand: of both sides, rare words more."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import pytest

from pipeline.model import Span
from pipeline.run.words import NEEDED, installed
from pipeline.stages.align.comparable import Side, candidates
from pipeline.stages.align.contexts import NAMES, InContext, alike, told
from pipeline.stages.align.contexts import covered as covering
from pipeline.stages.align.likeness import Nearness, rarity
from pipeline.stages.align.passages import Passage
from pipeline.stages.align.words import lexicon

MEANINGS = {"chien": "dog", "dort": "sleeps", "le": "the", "pont": "bridge", "tremble": "trembles", "sous": "under"}
FRENCH = ["Le chien dort.", "Le pont tremble.", "Le chien dort sous le pont.", "…"]
ENGLISH = ["The dog sleeps.", "The bridge trembles.", "The cook sings.", "?!"]
NEAR = Nearness(**{name: 0.5 for name in Nearness.__dataclass_fields__ if name not in NAMES})


@dataclass(frozen=True)
class Meaning:
    """What a passage means: its words and, whole, their mean."""

    words: np.ndarray

    @property
    def whole(self):
        return self.words.mean(axis=0)


class Meanings:
    """A reader to whom words have one state if one translates the other; it remembers what it was given."""

    def __init__(self):
        self.seen = []

    def read(self, texts):
        self.seen.extend(" ".join(words) for words in texts)
        return [Meaning(np.stack([self.state(word.lower()) for word in words])) for words in texts]

    def state(self, word):
        seed = zlib.crc32(MEANINGS.get(word, word).encode())
        return np.random.default_rng(seed).standard_normal(64).astype(np.float32)


def every(left, right):
    return np.array([(row, column) for row in range(len(left)) for column in range(len(right))])


def covered(left, right):
    context = InContext(Meanings())
    found = covering(context.side(left), context.side(right), every(left, right))
    return found.reshape(len(left), len(right), 2)


def test_translations_are_covered_on_both_sides_and_others_are_not():
    found = covered(FRENCH, ENGLISH)
    for row in (0, 1):
        assert found[row, row].min() > 0.9
        assert found[row, 1 - row].max() < 0.6
    assert found[0, 2].max() < 0.6


def test_a_passage_that_says_more_is_covered_less():
    more, less = covered(FRENCH, ENGLISH)[2, 0]
    assert less > 0.9
    assert more < 0.75


def test_words_that_stand_everywhere_count_little():
    everywhere = [f"the {word}" for word in ("cook", "boat", "tree", "wind", "song")]
    often = covered(["le pont", *(f"le {word}" for word in ("a", "b", "c", "d"))], ["the cook", *everywhere[1:]])
    seldom = covered(["le pont", "a", "b", "c", "d"], ["the cook", "boat", "tree", "wind", "song"])
    assert often[0, 0].max() < seldom[0, 0].min()


def test_both_directions_say_the_same():
    across, back = covered(FRENCH, ENGLISH), covered(ENGLISH, FRENCH)
    assert np.allclose(across[:, :, 0], back.transpose(1, 0, 2)[:, :, 1], atol=1e-3)


def test_each_text_is_read_once():
    reader = Meanings()
    context = InContext(reader)
    for _ in range(2):
        context.side(FRENCH + FRENCH[:1])
        context.side(ENGLISH)
    assert len(reader.seen) == len(set(reader.seen)) == len(FRENCH) + len(ENGLISH)


def test_reasons_are_added_and_none_is_changed():
    ends, context = every(FRENCH, ENGLISH), InContext(Meanings())
    found = list(told([NEAR] * len(ends), context.side(FRENCH), context.side(ENGLISH), ends))
    plain = [name for name in Nearness.__dataclass_fields__ if name not in NAMES]
    assert all(getattr(one, name) == 0.5 for one in found for name in plain)
    best = found[0]
    assert best.meant > 0.9
    assert best.meant >= best.poorer > 0.9
    assert best.meant_margin > 0.1
    assert best.poorer_lead > 0.1
    assert found[1].meant_lead < 0
    assert best.whole > 0.7
    assert best.whole_lead > 0.1 > found[1].whole_lead


def test_passages_that_are_near_as_they_are_read_are_looked_at_too(knowledge):
    dice = np.random.default_rng(5)
    french = [f"mot{at} autre{at} encore{at}" for at in range(60)]
    english = [f"word{at} other{at} still{at}" for at in range(59)] + [french[0]]
    sides = []
    for language, told_here in (("fr", french), ("en", english)):
        vectors = dice.standard_normal((60, 512)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        passages = [
            Passage(span=Span(language, at, at + 1), language=language, text=text, section="")
            for at, text in enumerate(told_here)
        ]
        sides.append(Side(passages, vectors, {}, lexicon(passages)))
    sides[1].vectors[59] = -sides[0].vectors[0]
    rare, model = rarity([*sides[0].passages, *sides[1].passages]), knowledge.comparable_in_context
    plain, read = (
        {(one.left, one.right) for one in candidates(*sides, rare, model, context)}
        for context in (None, InContext(Meanings()))
    )
    assert (0, 59) not in plain
    assert (0, 59) in read
    assert plain <= read
    assert len(read) < 60 * 60 / 2


@pytest.mark.skipif(
    not all(map(installed, NEEDED)),
    reason="the extra `transformers` is not installed: pip install -e '.[transformers]'",
)
def test_free_translations_are_told_from_sentences_on_the_same_thing():
    from pipeline.stages.align.tokens import context

    french = [
        "La grève a vidé les quais : pas un train n'a roulé de la matinée.",
        "Le maire n'entend pas céder, quoi qu'en disent ses adjoints.",
        "On ignore encore ce qui a mis le feu à l'entrepôt.",
        "La récolte s'annonce maigre, faute de pluie.",
    ]
    english = [
        "Platforms stood empty because of the walkout, with no services before noon.",
        "His deputies may grumble, but the mayor will not give in.",
        "What caused the warehouse blaze remains unclear.",
        "A poor harvest is expected after the dry spell.",
    ]
    reads = InContext(context())
    left, right, ends = reads.side(french), reads.side(english), every(french, english)
    for found in (covering(left, right, ends).mean(axis=1), alike(left, right, ends)):
        table = found.reshape(4, 4)
        assert table.argmax(axis=0).tolist() == table.argmax(axis=1).tolist() == [0, 1, 2, 3]
