"""What the author asserts in clauses that nothing else tells; on texts about other treaties."""

import pytest
from claims_prose import models, read

from pipeline.stages.claims import find


def asserted(language, text) -> list[tuple[str, str, str, str]]:
    """(subject, what is said of it, polarity, modality) of each assertion."""
    prose = read(language, text)
    found = find(prose.document, prose.annotation, prose.dates, models()).statements
    made = [one for one in found if one.rule.endswith(".assertion") and one.dropped is None]
    assert all(one.holder.kind == "author" and one.predicate == "states" for one in made)
    said = [({each.role: each.text for each in one.arguments}, one) for one in made]
    return [(roles["subject"], roles["object"], one.polarity, one.modality) for roles, one in said]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a main clause; two beside each other
        ("en", "The embargo drained the reserves of Botswana.",
         [("The embargo", "drained the reserves of Botswana", "affirmed", "asserted")]),
        ("fr", "L'embargo a épuisé les réserves du Botswana.",
         [("L'embargo", "a épuisé les réserves du Botswana", "affirmed", "asserted")]),
        ("en", "Botswana hesitated for years, and Lesotho followed its example.",
         [("Botswana", "hesitated for years", "affirmed", "asserted"),
          ("Lesotho", "followed its example", "affirmed", "asserted")]),
        # a relative clause that adds; an existence; a judgement of nobody's
        ("en", "The embargo, which weakened the economy of Lesotho, lasted for a month.",
         [("The embargo", "weakened the economy of Lesotho", "affirmed", "asserted"),
          ("The embargo", "lasted for a month", "affirmed", "asserted")]),
        ("fr", "En 1994, il y a eu une crise entre le Botswana et le Lesotho.",
         [("crise", "a eu une crise entre le Botswana et le Lesotho", "affirmed", "asserted")]),
        ("en", "It is clear that Botswana needed the port of Durban.",
         [("Botswana", "needed the port of Durban", "affirmed", "asserted")]),
        ("en", "Lesotho is the only kingdom that kept the currency of Pretoria.",
         [("Lesotho", "is the only kingdom that kept the currency of Pretoria", "affirmed", "asserted")]),
        ("en", "Lesotho is the only SADC country that kept the currency of Pretoria.",
         [("only SADC country", "kept the currency of Pretoria", "affirmed", "asserted")]),
        # a clause that is conceded
        ("en", "Although Lesotho hesitated for years, the money flowed back to Pretoria.",
         [("Lesotho", "hesitated for years", "affirmed", "asserted"),
          ("the money", "flowed back to Pretoria", "affirmed", "asserted")]),
        # a clause behind a dash; an aside that the tokenizer left open
        ("en", "Lesotho restored controls over sheep to check their age--those not born there will be taxed in 2010.",
         [("Lesotho", "restored controls over sheep", "affirmed", "asserted"),
          ("those not born there", "will be taxed in 2010", "affirmed", "planned")]),
        ("en", "It is also noteworthy that several payments to Lesotho are for 2010 (after the next vote): too late.",
         [("several payments to Lesotho", "are for 2010 (after the next vote): too late", "affirmed", "planned")]),
        # denied, and due
        ("en", "Botswana did not raise the tariffs.",
         [("Botswana", "did not raise the tariffs", "negated", "asserted")]),
        ("fr", "Le Botswana doit relever les tarifs douaniers.",
         [("Botswana", "doit relever les tarifs douaniers", "affirmed", "obligation")]),
    ],
)  # fmt: skip
def test_what_the_author_asserts(language, text, expected):
    assert asserted(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a predicate tells it, or what it holds
        ("en", "Botswana and Lesotho signed the treaty in Maseru."),
        ("fr", "Le Botswana et le Lesotho ont signé le traité à Maseru."),
        ("en", "Botswana decided to sign the treaty."),
        # others say it
        ("en", "Khama said that the embargo drained the reserves of Botswana."),
        ("fr", "Khama a dit que l'embargo épuisait les réserves du Botswana."),
        # it only leads on
        ("en", "The dilemma of Botswana can be formulated as two questions."),
        ("fr", "Le dilemme du Botswana peut être formulé en deux questions."),
        # it only says which one; it is about nobody
        ("en", "The office that counts the goods of Lesotho signed the treaty."),
        ("en", "The weather was good."),
        # it is said of a noun, not that it is so; the content is told already, or the parser broke the clause
        ("en", "It is a sort of tariff that would be difficult to levy in Lesotho."),
        ("en", "It demonstrates that (unlike in the era of Khama) Lesotho wishes to be the first player."),
        # it is a condition
        ("en", "If Botswana raised the tariffs, Khama would sign the treaty."),
    ],
)
def test_what_is_no_assertion(language, text):
    assert asserted(language, text) == []


def test_what_an_opinion_or_a_quantity_tells_is_not_said_again():
    assert asserted("en", "Botswana receives 40 million dollars a year.") == []
    assert asserted("fr", "Le Botswana reçoit 40 millions de dollars par an.") == []
