"""What people decided beats the machine at the next run; what they decided on other words is asked again."""

from dataclasses import replace

import pytest
from made import ENGLISH, FRENCH, world

from pipeline.model import Decision, Place


@pytest.fixture(scope="module")
def made(knowledge):
    return world(knowledge)


def test_nobody_decided_nothing_changes(made):
    found = [made.pair((0,), (0,))]
    assert made.decided(found).alignments == tuple(found)


def test_accepted_and_rejected_pairs_keep_their_record(made):
    found = [made.pair((0,), (0,)), made.pair((1,), (1,), 0.6)]
    judged = made.decided(
        found, made.answer("accepted", (0,), (0,), "Anne"), made.answer("rejected", (1,), (1,))
    ).alignments
    by_id = {one.id: one for one in judged}
    assert by_id == {
        found[0].id: replace(found[0], decision="accepted", by="Anne"),
        found[1].id: replace(found[1], decision="rejected"),
    }


def test_the_last_word_counts_and_can_be_taken_back(made):
    found = [made.pair((0,), (0,))]
    yes, no, back = (made.answer(verdict, (0,), (0,)) for verdict in ("accepted", "rejected", "withdrawn"))
    assert made.told(found, yes, no) == [("0|0", "rejected")]
    assert made.told(found, no, yes) == [("0|0", "accepted")]
    assert made.told(found, yes, back) == [("0|0", None)]
    assert made.told([], yes, back) == []


def test_what_the_machine_does_not_find_any_more_stays(made):
    judged = made.decided([], made.answer("accepted", (0,), (0,)), made.answer("rejected", (1,), (1,)))
    assert [(made.name(one), one.decision, one.score) for one in judged.alignments] == [
        ("0|0", "accepted", 1.0),
        ("1|1", "rejected", 0.0),
    ]
    assert judged.alignments[0].id == made.pair((0,), (0,)).id


def test_a_pair_cut_in_two_replaces_the_machines(made):
    cut = [made.answer("edited", (0,), (0,)), made.answer("edited", (1,), (1,))]
    assert made.told([made.pair((0, 1), (0, 1))], *cut) == [("0|0", "edited"), ("1|1", "edited")]


def test_two_pairs_joined_replace_the_machines(made):
    found = [made.pair((0,), (0,)), made.pair((1,), (1,)), made.pair((2,), (2,))]
    assert made.told(found, made.answer("edited", (0, 1), (0, 1))) == [("01|01", "edited"), ("2|2", None)]


def test_joining_and_taking_it_back_leaves_what_was_decided_before(made):
    found = [made.pair((0,), (0,)), made.pair((1,), (1,))]
    answers = [
        made.answer("accepted", (0,), (0,)),
        made.answer("edited", (0, 1), (0, 1)),
        made.answer("withdrawn", (0, 1), (0, 1)),
    ]
    assert made.told(found, *answers[:2]) == [("01|01", "edited")]
    assert made.told(found, *answers) == [("0|0", "accepted"), ("1|1", None)]


def test_one_passage_told_twice_across_stays_beside_what_was_decided(made):
    """Only what overlaps on both sides is another pairing of the same passages."""
    found = [made.pair((0,), (0,)), made.pair((0,), (3,))]
    assert made.told(found, made.answer("accepted", (0,), (0,))) == [("0|0", "accepted"), ("0|3", None)]


def test_a_rejected_pair_does_not_stand_in_the_way_of_another(made):
    assert made.told([made.pair((0, 1), (0,))], made.answer("rejected", (0,), (0,))) == [
        ("0|0", "rejected"),
        ("01|0", None),
    ]


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "edited"])
def test_changed_text_is_asked_again(made, knowledge, verdict):
    old = made.answer(verdict, (1,), (1,), "Anne")
    changed = world(knowledge, FRENCH.replace("pont", "gué"))
    found = [changed.pair((1,), (1,))]
    judged = changed.decided(found, old)
    assert [one.decision for one in judged.alignments] == [None]
    issue = judged.issues[0]
    assert issue.kind == "stale decision"
    assert issue.about == (found[0].id,)
    assert "gel.fr.txt" in issue.message
    assert "Anne" in issue.message
    assert issue.spans == changed.spans(changed.english, (1,))


def test_a_stale_decision_comes_back_to_life_with_its_text(made, knowledge):
    old = made.answer("accepted", (1,), (1,))
    changed = world(knowledge, FRENCH.replace("pont", "gué"))
    assert changed.told([], old) == []
    assert made.told([], old) == [("1|1", "accepted")]


def test_a_stale_decision_that_was_taken_back_is_not_asked(made, knowledge):
    changed = world(knowledge, FRENCH.replace("pont", "gué"))
    answers = [made.answer("accepted", (1,), (1,)), made.answer("withdrawn", (1,), (1,))]
    assert changed.decided([], *answers).issues == ()


def test_text_put_in_before_moves_a_decision_along(made, knowledge):
    moved = world(knowledge, f"Un mot de plus. {FRENCH}", f"One word more. {ENGLISH}")
    assert moved.told([], made.answer("accepted", (1,), (1,))) == [("2|2", "accepted")]


def test_words_that_stand_twice_elsewhere_are_not_guessed_at(made, knowledge):
    twice = world(knowledge, f"Le pont fut fermé. Un mot. {FRENCH}")
    judged = twice.decided([], made.answer("accepted", (1,), (1,)))
    assert judged.alignments == ()
    assert len(judged.issues) == 1


def test_a_document_that_is_gone_makes_its_decisions_stale(made):
    gone = tuple(replace(place, path=f"old.{place.path}") for place in made.answer("accepted", (0,), (0,)).passages)
    assert len(made.decided([], Decision(verdict="accepted", passages=gone)).issues) == 1


def test_a_renamed_document_is_known_by_its_content(made):
    old = made.answer("accepted", (0,), (0,))
    ids = {"gel.fr.txt": made.french.document.id, "frost.en.txt": made.english.document.id}
    renamed = tuple(replace(place, path=f"old.{place.path}", document=ids[place.path]) for place in old.passages)
    assert made.told([], Decision(verdict="accepted", passages=renamed)) == [("0|0", "accepted")]


def test_one_stretch_over_two_sentences_is_the_same_as_the_two(made):
    """A memory quotes a passage as one stretch, line breaks and all; the page names its sentences."""
    raw = made.french.document.raw
    end = raw.index("fermé.") + len("fermé.")
    whole = Place(path="gel.fr.txt", start=0, end=end, quote=raw[:end])
    answer = Decision(verdict="accepted", passages=(whole, *made.answer("accepted", (0,), (0,)).passages[1:]))
    assert made.told([made.pair((0, 1), (0,))], answer) == [("01|0", "accepted")]
    assert made.told([], answer, made.answer("rejected", (0, 1), (0,))) == [("01|0", "rejected")]


def test_a_stretch_that_cuts_a_sentence_stands_as_it_is(made):
    raw = made.french.document.raw
    part = Place(path="gel.fr.txt", start=3, end=10, quote=raw[3:10])
    answer = Decision(verdict="accepted", passages=(part, *made.answer("accepted", (0,), (0,)).passages[1:]))
    span = made.decided([], answer).alignments[0].sides["fr"][0]
    assert made.french.document.text[span.start : span.end] == "rivière"
