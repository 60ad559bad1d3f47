"""Alignment of comparable texts: what tells the same is found, look-alikes are not."""

import json
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.model import ASSERTED, Alignments
from pipeline.stages.align import align
from pipeline.text import locate

GOLD = Path(__file__).parents[1] / "gold" / "seeds-alignments.jsonl"


def measured(topics, knowledge) -> tuple[Counter[str], list[tuple[str, str, str]]]:
    """Over all topics: how many pairs are right, wrong, missed, planted, mistaken; and the wrong and missed ones."""
    counts, shown = Counter(), []
    for topic in topics:
        found = topic.found(align(topic.readings, topic.resolution, knowledge))
        wrong, missed = found - topic.same - topic.related, topic.same - found
        counts.update(right=len(found & topic.same), wrong=len(wrong), missed=len(missed))
        counts.update(planted=len(topic.alike), mistaken=len(found & topic.alike))
        for label, pairs in (("wrong", wrong), ("missed", missed)):
            shown += [(label, topic.sentences["fr"][a], topic.sentences["en"][b]) for a, b in sorted(pairs)]
    return counts, shown


@pytest.mark.parametrize(
    ("teaches", "freely", "recall", "precision"),
    [
        ("all", False, 0.9, 0.9),
        ("nothing", False, 0.75, 0.75),
        ("offers", False, 0.65, 0.75),
        ("nothing", True, 0.2, 0.7),
    ],
    ids=["fitted on", "held out", "long, fitted on for offers", "held out, told freely"],
)
def test_pairs_that_tell_the_same_are_found_and_look_alikes_are_not(
    topics, knowledge, teaches, freely, recall, precision
):
    mine = [one for one in topics if (one.teaches, one.freely) == (teaches, freely)]
    counts, shown = measured(mine, knowledge)
    assert counts["right"] >= recall * (counts["right"] + counts["missed"]), shown
    assert counts["right"] >= precision * (counts["right"] + counts["wrong"]), shown
    assert counts["mistaken"] < 0.1 * counts["planted"], shown


def overlaps(place, gold) -> bool:
    """More than half of the shorter of the two is in both."""
    shared = min(place.end, gold["end"]) - max(place.start, gold["start"])
    return shared > 0.5 * min(place.end - place.start, gold["end"] - gold["start"])


def test_seeds_tell_four_events_both_and_nothing_wrong_is_asserted(seeds, seed_alignments):
    documents = {reading.document.id: reading.document for reading in seeds[0]}
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    kinds = []
    for one in seed_alignments.alignments:
        for french in one.sides["fr"]:
            for english in one.sides["en"]:
                places = [locate(documents[span.document], span) for span in (french, english)]
                hits = [g for g in gold if overlaps(places[0], g["fr"]) and overlaps(places[1], g["en"])]
                told = hits[0]["kind"] if hits else "wrong" if one.score >= ASSERTED else "offered"
                kinds.append((told, places[0].quote, places[1].quote))
    assert [kind for kind in kinds if kind[0] == "wrong"] == []
    assert [kind[0] for kind in kinds].count("offered") <= 1, kinds
    said = " ".join(quote for kind in kinds if kind[0] == "same event" for quote in kind[1:])
    for words in ("décembre 1999", "juillet 1994", "Vladimir Poutine est devenu", "introduced in 2005"):
        assert words in said, kinds


def test_same_words_about_other_things_are_not_aligned(seeds, seed_alignments):
    texts = {reading.document.id: reading.document.text for reading in seeds[0]}
    for one in seed_alignments.alignments:
        sides = [" ".join(texts[s.document][s.start : s.end] for s in one.sides[code]) for code in ("fr", "en")]
        assert not ("sur papier" in sides[0] and "on paper" in sides[1])
        assert not ("décembre 1998" in sides[0] and "December 1999" in sides[1])


def test_an_alignment_says_what_is_shared_and_what_to_look_at(seeds, seed_alignments):
    texts = {reading.document.id: reading.document.text for reading in seeds[0]}
    french = {texts[s.document][s.start : s.end]: one for one in seed_alignments.alignments for s in one.sides["fr"]}
    treaty = next(one for text, one in french.items() if "document syndical" in text)
    assert treaty.dates == ("1999-12",)
    assert any("« syndical » against « Union »" in note.text for note in treaty.notes)
    putin = next(one for text, one in french.items() if "Poutine est devenu" in text)
    assert putin.dates == ("2000-03",)
    assert any("2000-03" in note.text and "2000" in note.text for note in putin.notes)
    assert len(putin.actors) >= 2
    words = [tuple(texts[span.document][span.start : span.end] for span in pair) for pair in putin.terms]
    assert ("president", "président") in words


def test_order_of_documents_does_not_matter(seeds, seed_alignments, knowledge):
    readings, resolution = seeds
    assert align(readings[::-1], resolution, knowledge) == seed_alignments


def test_documents_on_other_subjects_are_not_aligned(topics, knowledge):
    by_name = {topic.name: topic for topic in topics}
    french, english = by_name["kyoto"], by_name["camp-david"]
    crossed = [french.readings[0], english.readings[1]]
    assert align(crossed, french.resolution, knowledge).alignments == ()


def test_one_language_alone_has_nothing_to_align(topics, knowledge):
    topic = topics[0]
    assert align(topic.readings[:1], topic.resolution, knowledge) == Alignments(())
    assert align([], topic.resolution, knowledge) == Alignments(())


class Nobody:
    """Finds no word like any other."""

    def __init__(self):
        self.chance = np.random.default_rng(0)

    def tables(self, pairs):
        return [np.full((len(left), len(right)), -1.0, dtype=np.float32) for left, right in pairs]

    def read(self, texts):
        found = [self.chance.standard_normal((len(words) + 1, 512)).astype(np.float32) for words in texts]
        return [SimpleNamespace(words=one[1:], whole=one[0]) for one in found]


def test_words_in_context_change_terms_and_what_is_worded_alike(topics, knowledge, monkeypatch):
    """Whoever finds no word like any other doubts sentences that translate each other; events are told by other
    reasons, and weigh the same."""
    monkeypatch.setattr("pipeline.stages.align.aligning.told_by", Nobody)
    topic = next(topic for topic in topics if topic.name == "kyoto")
    plain, told = (
        align(topic.readings, topic.resolution, knowledge, in_context=asked).alignments for asked in (False, True)
    )
    before, after = ({repr(one.sides): one for one in found} for found in (plain, told))
    shared = before.keys() & after.keys()
    assert len(shared) >= 0.8 * len(before)
    assert all(after[key].score <= before[key].score for key in shared)
    assert any(after[key].score == before[key].score for key in shared)
    assert any(after[key].terms != before[key].terms for key in shared)


def test_several_documents_of_a_language_are_aligned_pair_by_pair(topics, knowledge):
    pair = [topic for topic in topics if topic.name in ("kyoto", "maastricht")]
    readings = [reading for topic in pair for reading in topic.readings]
    alone = [align(topic.readings, topic.resolution, knowledge).alignments for topic in pair]
    together = align(readings, pair[0].resolution, knowledge).alignments
    documents = {frozenset(span.document for spans in one.sides.values() for span in spans) for one in together}
    expected = {frozenset(reading.document.id for reading in topic.readings) for topic in pair}
    assert documents == expected
    assert len(together) >= 0.7 * sum(map(len, alone))
