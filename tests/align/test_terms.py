"""Terms of aligned passages: names, phrases and words that answer each other, in both languages."""

import pytest
from stages_of_reading import read_all

from pipeline.model import Alignment, Span
from pipeline.stages import ingest, resolve
from pipeline.stages.align.links import Link
from pipeline.stages.align.phrases import Part, noun_phrases, phrase_pairs
from pipeline.stages.align.terms import Texts, name_pairs, with_terms

TOLD = {
    "fr": [
        "Le Comité exécutif a approuvé la monnaie unique en mars 1997.",
        "La banque centrale du Ghana refuse la monnaie unique.",
        "Kofi Annan visite le Burkina Faso le 4 mai 1998.",
        "Ensuite Annan inaugure une zone de libre-échange.",
    ],
    "en": [
        "The Executive Committee approved the single currency in March 1997.",
        "Ghana's central bank rejects the single currency.",
        "Kofi Annan visits Burkina Faso on 4 May 1998.",
        "Later Kofi Annan opened a free trade area.",
    ],
}
WANTED = [
    ("Comité exécutif", "Executive Committee"),
    ("monnaie unique", "single currency"),
    ("banque centrale", "central bank"),
    ("zone de libre-échange", "free trade area"),
    ("Burkina Faso", "Burkina Faso"),
]


@pytest.fixture(scope="module")
def found(knowledge):
    """The terms of each pair, French first, as they stand in the texts."""
    documents = [
        ingest.ingest(f"a.{code}.txt", " ".join(said).encode(), ingest.DocumentSettings(language=code), knowledge)
        for code, said in TOLD.items()
    ]
    readings = read_all(documents, knowledge)
    resolution = resolve.resolve(readings, knowledge)
    by_code = {one.document.language: one for one in readings}
    alignments = []
    for number in range(len(TOLD["fr"])):
        sides = {code: (span_of(one, TOLD[code][number]),) for code, one in by_code.items()}
        alignments.append(Alignment(id=f"align-{number}", kind="parallel", sides=sides, score=1.0))
    texts = {one.document.id: one.document.text for one in readings}
    made = with_terms(alignments, Texts(readings, resolution, knowledge))
    return [[tuple(texts[s.document][s.start : s.end] for s in pair[::-1]) for pair in one.terms] for one in made]


def span_of(reading, sentence: str) -> Span:
    return next(
        one.span
        for one in reading.annotation.sentences
        if reading.document.text[one.span.start : one.span.end].strip() == sentence
    )


@pytest.mark.parametrize("pair", WANTED, ids=lambda pair: pair[0])
def test_terms_of_several_words_are_found_wherever_both_texts_have_them(found, pair):
    for number, (french, english) in enumerate(zip(TOLD["fr"], TOLD["en"], strict=True)):
        if pair[0] in french and pair[1] in english:
            assert pair in found[number], found[number]


def test_names_are_paired_in_whatever_form_they_stand(found):
    assert ("Annan", "Kofi Annan") in found[3]


def test_single_words_are_terms_too(found):
    assert ("approuvé", "approved") in found[0]
    assert ("monnaie", "currency") in found[0]


def test_dates_and_bare_numbers_are_no_terms(found):
    said = {word for terms in found for pair in terms for word in pair}
    assert not said & {"mars", "March", "1997", "1998", "4", "mai", "May"}


def test_no_term_joins_what_the_other_side_keeps_apart(found):
    said = {pair for terms in found for pair in terms}
    assert not [pair for pair in said if "exécutif" in pair[0] and "Executive" not in pair[1]]
    assert not [pair for pair in said if "currency" in pair[1] and "Committee" in pair[1]]


@pytest.mark.parametrize(
    ("parts", "phrases"),
    [
        ("noun adjective", [(0, 0), (0, 1)]),
        ("adjective noun", [(0, 1), (1, 1)]),
        ("noun genitive article noun", [(0, 0), (0, 3), (3, 3)]),
        ("adjective genitive noun", [(2, 2)]),
        ("noun article noun", [(0, 0), (2, 2)]),
        ("noun outside noun", [(0, 0), (2, 2)]),
        ("noun hyphen noun", [(0, 0), (0, 2), (2, 2)]),
        ("noun genitive", [(0, 0)]),
    ],
)
def test_noun_phrases(parts, phrases):
    assert list(noun_phrases([Part(one) for one in parts.split()])) == phrases


def test_a_phrase_is_paired_only_whole():
    left, right = [Part.NOUN, Part.ADJECTIVE], [Part.ADJECTIVE, Part.NOUN]
    crossed = [Link(0, 1, 0.9, 0.9), Link(1, 0, 0.9, 0.8)]
    assert phrase_pairs(left, right, crossed) == [((0, 1), (0, 1))]
    assert phrase_pairs(left, right, crossed[:1]) == []
    assert phrase_pairs(left, right, [crossed[0], Link(1, 0, 0.9, 0.1)]) == []


def test_of_several_names_each_is_paired_once():
    place = [Span("a", number, number + 1) for number in range(4)]
    assert list(name_pairs({"x": place[:2]}, {"x": place[2:3]})) == [(place[0], place[2]), (place[1], place[2])]
    assert list(name_pairs({"x": place[:2]}, {"x": place[2:]})) == [(place[0], place[2]), (place[1], place[3])]
    assert list(name_pairs({"x": place[:2]}, {"y": place[2:]})) == []
