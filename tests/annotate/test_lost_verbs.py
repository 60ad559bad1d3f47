"""Verbs and clitics that a tagger or parser loses, and words that its tokenizer cuts."""

import pytest


def rows(read, text):
    """Text → (part of speech, lemma, label, text of the head, features) of each token."""
    tokens = read(text, "fr")[1].tokens
    return {token.text: (token.pos, token.lemma, token.dep, tokens[token.head].text, token.morph) for token in tokens}


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "subject", "thing"),
    [
        ("Le traité plafonne les arsenaux à mille têtes.", "plafonne", "plafonner", "traité", "arsenaux"),
        ("Le pacte compte douze membres.", "compte", "compter", "pacte", "membres"),
        ("Le Chili enfreignit la convention en réarmant.", "enfreignit", "enfreindre", "Chili", "convention"),
    ],
)
def test_a_verb_taken_for_a_noun_heads_its_sentence(read, text, verb, lemma, subject, thing):
    found = rows(read, text)
    assert found[verb][:2] == ("VERB", lemma)
    assert found[verb][3] == verb
    assert found[subject][2:4] == ("nsubj", verb)
    assert found[thing][2:4] == ("obj", verb)


def test_a_verb_hung_on_its_subject_heads_its_sentence(read):
    found = rows(read, "Le projet échoua devant le Sénat.")
    assert found["échoua"][3] == "échoua"
    assert found["projet"][2:4] == ("nsubj", "échoua")


@pytest.mark.parametrize("text", ["La limite à ne pas franchir fut fixée.", "Le compte de la banque est vide."])
def test_a_noun_of_the_same_form_stays_one(read, text):
    assert all(pos == "NOUN" for word, (pos, *_) in rows(read, text).items() if word in ("limite", "compte"))


def test_a_word_before_a_verb_is_no_preposition(read):
    assert rows(read, "Le Sénat en autorisa la ratification.")["en"][0] == "PRON"
    assert rows(read, "La Norvège signa en mai.")["en"][0] == "ADP"


@pytest.mark.parametrize(
    ("word", "tense"), [("retira", "Tense=Past"), ("déclara", "Tense=Past"), ("retirera", "Tense=Fut")]
)
def test_a_past_in_ra_is_no_future(read, word, tense):
    text = f"Le Chili {word} la guerre au Pérou."
    assert tense in rows(read, text)[word][4]


@pytest.mark.parametrize("word", ["accord-cadre", "main-d'œuvre", "convention-cadre"])
def test_a_word_with_a_hyphen_stays_whole(read, word):
    assert word in rows(read, f"Selon ce texte, l'{word} importe." if word[0] == "a" else f"La {word} importe.")
