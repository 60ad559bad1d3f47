"""Asides: a clause in brackets or *or, failing that,* between words that belong together."""

import pytest

# Language, text, a word, the word that it hangs on (through its preposition, where the parser puts that between).
HANGS = [
    ("fr", "Les propositions de Kekkonen (refusées par Moscou) d'une zone neutre ont échoué.", "zone", "propositions"),
    ("fr", "Un accord (signé à Rome par la Suède) sur la pêche reste appliqué.", "pêche", "accord"),
    ("en", "The proposals of Kekkonen (refused by Moscow) for a neutral zone failed.", "zone", "proposals"),
    ("fr", "La Suède accepta une union ou, à défaut, un tarif unique.", "tarif", "union"),
    ("fr", "La Suède accepta la réforme des ports ou, faute de mieux, la fermeture du canal.", "fermeture", "réforme"),
    ("en", "Oslo accepted the reform of the ports or, failing that, the closure of the canal.", "closure", "reform"),
    ("en", "Oslo accepted a union or, alternatively, a tariff.", "tariff", "union"),
    ("en", "Oslo accepted a court or, if need be, an arbiter.", "arbiter", "court"),
    # What is in the brackets stays there; what follows the next verb is the verb's.
    ("fr", "Un accord (signé à Rome par la Suède) sur la pêche reste appliqué.", "Suède", "signé"),
    ("en", "The pact (signed in Rome) was denounced by Sweden.", "Sweden", "denounced"),
]


@pytest.mark.parametrize(("language", "text", "word", "above"), HANGS)
def test_what_an_aside_parts_hangs_together(read, language, text, word, above):
    tokens = read(text, language)[1].tokens
    token = next(one for one in tokens if one.text == word)
    head = tokens[token.head]
    while head.pos == "ADP":
        head = tokens[head.head]
    assert head.text == above


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La Suède accepta une union ou, à défaut, un tarif unique.", ("à", "défaut")),
        ("en", "Oslo accepted a union or, failing that, a tariff.", ("failing", "that")),
    ],
)
def test_what_is_thrown_in_is_an_adverb(read, language, text, words):
    tokens = read(text, language)[1].tokens
    assert {token.pos for token in tokens if token.text in words} == {"ADV"}


@pytest.mark.parametrize("text", ["Un décret fait défaut.", "Il y eut un défaut de paiement ou un moratoire."])
def test_a_noun_of_the_same_form_stays_one(read, text):
    assert next(token.pos for token in read(text, "fr")[1].tokens if token.text == "défaut") == "NOUN"


def test_every_word_has_a_way_to_the_root(read):
    for language, text, *_ in HANGS:
        tokens = read(text, language)[1].tokens
        for index in range(len(tokens)):
            seen = set()
            while tokens[index].head != index:
                assert index not in seen
                seen.add(index)
                index = tokens[index].head
