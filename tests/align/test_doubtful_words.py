"""Words that are easily mistaken: every pair of the packs is noted in its own example, and nothing else is."""

import re
from pathlib import Path

import pytest
from stages_of_reading import read_all

from pipeline.knowledge import load
from pipeline.stages import ingest, resolve
from pipeline.stages.align.notes import doubtful_words
from pipeline.stages.align.passages import passages

PACKS = load(Path(__file__).parents[2] / "models").packs
DOUBTS = [(code, doubt) for code, pack in sorted(PACKS.items()) for doubt in pack.align.doubtful]
RIGHT = [
    ("L'achèvement des travaux est prévu pour mai.", "The completion of the works is planned for May."),
    ("Le délai expire en juin.", "The time limit expires in June."),
    ("Le texte actuel reste valable.", "The current text remains valid."),
    ("Les pourparlers ont finalement repris.", "The talks eventually resumed."),
    ("Le syndicat demande une réunion.", "The trade union asks for a meeting."),
    ("Deux milliards de dollars ont été versés.", "Two billion dollars were paid."),
]


@pytest.fixture(scope="module")
def read(knowledge):
    """The passages of two lists of sentences, French and English, by place."""
    made = {}
    for code in ("fr", "en"):
        texts = [doubt.example[code] for _, doubt in DOUBTS] + [pair[code == "en"] for pair in RIGHT]
        text = "\n\n".join(texts)
        document = ingest.ingest(f"a.{code}.txt", text.encode(), ingest.DocumentSettings(language=code), knowledge)
        [reading] = read_all([document], knowledge)
        found = passages(reading, resolve.resolve([reading], knowledge), knowledge)
        starts = [match.end() for match in re.finditer(r"(?:\A|\n\n)", document.text)]
        at = {place: [one for one in found if start_before(starts, one.span.start) == place] for place in starts}
        made[code] = [at[place] for place in starts]
    return made


def start_before(starts: list[int], place: int) -> int:
    return max(start for start in starts if start <= place)


@pytest.mark.parametrize(
    "number",
    range(len(DOUBTS)),
    ids=[f"{code}-{one.word}-{next(iter(one.against.values()))[0]}" for code, one in DOUBTS],
)
def test_a_doubtful_word_is_noted_in_its_example(read, knowledge, number):
    code, doubt = DOUBTS[number]
    [ours], [theirs] = read[code][number], read["en" if code == "fr" else "fr"][number]
    notes = list(doubtful_words(ours, theirs, knowledge))
    assert any(note.text.endswith(f"it means “{next(iter(doubt.means.values()))}”") for note in notes), notes
    assert len(notes) == 1


@pytest.mark.parametrize("number", range(len(RIGHT)), ids=[one[0][:25] for one in RIGHT])
def test_right_translations_are_not_noted(read, knowledge, number):
    [french], [english] = read["fr"][len(DOUBTS) + number], read["en"][len(DOUBTS) + number]
    assert [*doubtful_words(french, english, knowledge), *doubtful_words(english, french, knowledge)] == []


def test_every_doubtful_word_has_what_a_translator_needs():
    for code, doubt in DOUBTS:
        other = "en" if code == "fr" else "fr"
        assert set(doubt.against) == set(doubt.means) == {other}
        assert set(doubt.example) == {code, other}
    words = [(code, doubt.word) for code, doubt in DOUBTS]
    assert len(words) == len(set(words))
