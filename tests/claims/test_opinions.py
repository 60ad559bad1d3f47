"""What somebody states, how the author judges it, and what is measured, on texts about other treaties."""

import pytest
from claims_prose import models, read

from pipeline.stages.claims import find
from pipeline.stages.claims.holders import find_attributions
from pipeline.stages.claims.opinions import find_opinions
from pipeline.stages.claims.quantities import find_quantities


def opinions(language, text):
    prose = read(language, text)
    attributions = find_attributions(prose.tree, prose.annotation, prose.pack)
    dates = prose.dates
    quantities = find_quantities(
        prose.tree, prose.annotation, prose.pack, [one.span for one in dates.expressions if one.span]
    )
    return find_opinions(prose.tree, prose.annotation, attributions, quantities, dates, prose.document, prose.pack)


def roles(statement) -> dict[str, str]:
    return {one.role: one.text for one in statement.arguments}


@pytest.mark.parametrize(
    ("language", "text", "subject", "content", "polarity", "modality"),
    [
        ("en", "Albright said that the Rambouillet talks had not failed.", "Albright",
         "the Rambouillet talks had not failed", "negated", "asserted"),
        ("fr", "Védrine a affirmé que les pourparlers de Rambouillet n'avaient pas échoué.", "Védrine",
         "les pourparlers de Rambouillet n'avaient pas échoué", "negated", "asserted"),
        ("en", "According to Western diplomats, Syria will withdraw its troops.", "Western diplomats",
         "Syria will withdraw its troops", "affirmed", "planned"),
        ("fr", "Selon des diplomates occidentaux, la Syrie retirera ses troupes.", "des diplomates occidentaux",
         "la Syrie retirera ses troupes", "affirmed", "planned"),
        ("en", "Thatcher lamented the “erosion” of British sovereignty.", "Thatcher",
         "the “erosion” of British sovereignty", "affirmed", "asserted"),
        ("en", "Prodi insisted that Rome should keep its “full veto.”", "Prodi",
         "Rome should keep its “full veto.”", "affirmed", "obligation"),
        ("en", "Jakarta wishes to amend the charter.", "Jakarta", "to amend the charter", "affirmed", "planned"),
        ("en", "Dublin fears that the protocol will collapse.", "Dublin", "the protocol will collapse",
         "affirmed", "possible"),
        ("fr", "Lisbonne redoute que le protocole ne soit abandonné.", "Lisbonne", "le protocole ne soit abandonné",
         "affirmed", "possible"),
        ("fr", "Le Maroc insiste pour que la frontière soit ouverte.", "Le Maroc", "la frontière soit ouverte",
         "affirmed", "planned"),
        ("en", "For Oslo, the protocol was a bitter concession.", "Oslo", "the protocol was a bitter concession",
         "affirmed", "asserted"),
        ("fr", "Pour Lima, le pacte était une erreur.", "Lima", "le pacte était une erreur", "affirmed", "asserted"),
    ],
)  # fmt: skip
def test_what_somebody_states(language, text, subject, content, polarity, modality):
    (statement,) = [one for one in opinions(language, text) if one.predicate == "states"]
    assert roles(statement) == {"subject": subject, "object": content}
    assert (statement.polarity, statement.modality) == (polarity, modality)
    assert statement.holder.kind == "actor"
    assert all(text[one.span.start : one.span.end] == one.text for one in statement.arguments)


@pytest.mark.parametrize(
    ("language", "text", "subject", "judgement", "polarity"),
    [
        ("en", "The implementation of the Lusaka protocol was slow.", "The implementation of the Lusaka protocol",
         "slow", "affirmed"),
        ("en", "The main weakness of the Kyoto Protocol is its compliance system.",
         "The main weakness of the Kyoto Protocol", "its compliance system", "affirmed"),
        ("en", "The Lomé Convention had few lasting effects.", "The Lomé Convention", "few lasting effects",
         "affirmed"),
        ("en", "Relations between Athens and Ankara remained tense.", "Relations between Athens and Ankara", "tense",
         "affirmed"),
        ("en", "As of 1998, ratification was behind schedule.", "ratification", "behind schedule", "affirmed"),
        ("en", "No significant progress was made in 1987.", "No significant progress", "was made in 1987", "negated"),
        ("fr", "Le pacte avait un caractère symbolique.", "Le pacte", "un caractère symbolique", "affirmed"),
        ("fr", "Les accords de Lomé ont eu peu de conséquences durables.", "Les accords de Lomé",
         "peu de conséquences durables", "affirmed"),
        ("fr", "L'application du traité resta difficile.", "L'application du traité", "difficile", "affirmed"),
        ("fr", "Aucune réforme significative n'a été adoptée en 1987.", "Aucune réforme significative",
         "a été adoptée en 1987", "negated"),
    ],
)  # fmt: skip
def test_the_author_judges_a_treaty_or_a_process(language, text, subject, judgement, polarity):
    (statement,) = [one for one in opinions(language, text) if one.predicate == "states"]
    assert roles(statement) == {"subject": subject, "object": judgement}
    assert (statement.holder.kind, statement.polarity, statement.modality) == ("author", polarity, "asserted")
    assert (statement.cue is None) == (polarity == "affirmed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The treaty was signed in Lomé in 1975."),
        ("en", "The treaty is a bilateral agreement between Chile and Peru."),
        ("en", "The conference has twelve members and was held in Geneva."),
        ("en", "The border was closed in 1994."),
        ("en", "Tudjman was president of Croatia."),
        ("fr", "Le traité est un accord bilatéral entre le Chili et le Pérou."),
        ("fr", "La conférence a eu lieu à Genève."),
        ("fr", "La frontière est fermée depuis 1994."),
        ("fr", "L'accord, conclu entre la Grèce et l'Italie, n'a jamais été reconnu par la Turquie."),
    ],
)
def test_a_plain_fact_is_no_judgement(language, text):
    assert [one for one in opinions(language, text) if one.predicate == "states"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Arab League condemned the accord in 1979."),
        ("fr", "La Ligue arabe a condamné l'accord en 1979."),
        ("en", "The treaty says that both states respect the border."),
        ("en", "The preamble states that peace is indivisible."),
        ("en", "Integration is erroneously seen as a function of policy."),
    ],
)
def test_what_a_pattern_or_a_document_tells_is_not_stated_twice(language, text):
    prose = read(language, text)
    found = find(prose.document, prose.annotation, prose.dates, models())
    assert [one.rule for one in found.statements if one.predicate == "states"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Carter promised aid. Sadat proposed a conference. Syria was to sign in 1980. Begin said it had failed.",
        ),
        ("fr", "Carter a promis une aide. Sadate proposa une conférence. La Syrie n'a pas signé le traité."),
    ],
)
def test_what_is_not_plainly_asserted_has_a_cue_in_the_text(language, text):
    prose = read(language, text)
    found = [one for one in find(prose.document, prose.annotation, prose.dates, models()).statements if not one.dropped]
    marked = [
        one for one in found if (one.holder.kind, one.polarity, one.modality) != ("author", "affirmed", "asserted")
    ]
    assert marked
    assert all(one.cue and one.cue_spans for one in marked)
    assert all(text[span.start : span.end] in one.cue for one in marked for span in one.cue_spans)


def test_nobody_in_particular_states_without_a_subject():
    (statement,) = opinions("en", "Ukraine is suspected of violating the Budapest memorandum.")
    assert (statement.holder.kind, statement.modality) == ("unspecified", "possible")
    assert roles(statement) == {"object": "violating the Budapest memorandum"}


def test_one_holder_reports_another():
    found = opinions("en", "Albright said that Clinton believed that the ultimatum had expired.")
    nested = next(one for one in found if one.holder.within is not None)
    assert (nested.holder.text, nested.holder.within.text) == ("Clinton", "Albright")


def test_the_author_judges_a_holder():
    found = opinions("en", "The opposition wrongly accused London of violating the Lancaster House agreement.")
    own = next(one for one in found if one.holder.kind == "author" and one.predicate == "states")
    assert roles(own) == {"subject": "wrongly", "object": "violating the Lancaster House agreement"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sadat signed the accord and Begin signed it too."),
        ("fr", "Sadate a signé l'accord et a visité Jérusalem."),
        ("en", "The treaty created an “ever closer union” in Europe."),
    ],
)
def test_a_plain_text_states_nothing_for_others(language, text):
    assert opinions(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "subject", "value", "unit", "time"),
    [
        ("en", "Germany's share of the budget was 28.5% in 1997.", "Germany's share of the budget", 28.5, "%", "1997"),
        ("fr", "La part de l'Allemagne atteignait 28,5 % en 1997.", "La part de l'Allemagne", 28.5, "%", "1997"),
        ("en", "The compensation amounted to 3 billion dollars.", "The compensation", 3.0, "USD", None),
        ("fr", "L'indemnité s'élevait à 3 milliards de dollars.", "L'indemnité", 3.0, "USD", None),
        ("en", "Egypt's army (450,000) crossed the canal.", "Egypt's army", 450_000.0, None, None),
    ],
)
def test_what_is_measured(language, text, subject, value, unit, time):
    (statement,) = [one for one in opinions(language, text) if one.predicate == "measures"]
    assert roles(statement) == {"subject": subject}
    assert (statement.quantity.value, statement.quantity.unit) == (value, unit)
    assert (statement.time is not None) == (time is not None)


def measured(language, text) -> list[tuple]:
    return [
        (roles(one)["subject"], one.quantity.value, one.quantity.unit, one.time.edtf if one.time else None)
        for one in opinions(language, text)
        if one.predicate == "measures"
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In 1999 the share of barter was 36.3% of exports and 42.1% of imports.",
         [("the share of barter", 36.3, "%", "1999"), ("the share of barter", 42.1, "%", "1999")]),
        ("en", "Spain had a surplus of over half a billion dollars in 1999, and 450 million in 2000.",
         [("a surplus", 0.5, "USD", "1999"), ("a surplus", 450.0, "USD", "2000")]),
        ("en", "Fifty-two out of 83 provinces had treaties with Bonn as of 1998, compared to 31 in 1994.",
         [("provinces", 52.0, None, "1998"), ("provinces", 31.0, None, "1994")]),
        ("en", "Kenya was the leader (Nairobi's share was 33%; Kampala's, 18.6%).",
         [("Nairobi's share", 33.0, "%", None), ("Kampala's", 18.6, "%", None)]),
        ("en", "Jordan received about $1.2 billion a year in military aid.", [("military aid", 1.2, "USD", None)]),
        ("fr", "Le commerce est passé de 3 à 7 milliards d'euros entre 1995 et 2000.",
         [("Le commerce", 3.0, "EUR", "1995"), ("Le commerce", 7.0, "EUR", "2000")]),
        ("fr", "Les tarifs étaient deux fois moins élevés qu'en 1985.", [("Les tarifs", 2.0, "times", None)]),
        ("en", "Latvia, whose population is three times larger than that of Malta, joined in 2004.",
         [("Latvia, whose population", 3.0, "times", None)]),
        ("en", "Seventy regions signed agreements. Twenty-seven member states ratified the treaty.", []),
        # who takes or holds it; a count that acts
        ("en", "Jordan received $1.2 billion a year, and Kenya 300 million.",
         [("Jordan", 1.2, "USD", None), ("Kenya", 300.0, "USD", None)]),
        ("fr", "La Jordanie a reçu 1,2 milliard de dollars.", [("La Jordanie", 1.2, "USD", None)]),
        ("en", "Shell supplied roughly 55 percent of Kenyan imports in 2004.", [("Shell", 55.0, "%", "2004")]),
        ("en", "Kenya accounts for 40 percent of the trade.", [("Kenya", 40.0, "%", None)]),
        ("en", "More than 9,000 people died in Darfur in 2004.",
         [("people died in Darfur in 2004", 9000.0, "persons", "2004")]),
        ("en", "Kenya was the leader, with 38.6%.", [("Kenya", 38.6, "%", None)]),
        ("fr", "Le Kenya arrivait en tête, avec 38,6 %.", [("Le Kenya", 38.6, "%", None)]),
    ],
)  # fmt: skip
def test_each_quantity_has_its_own_bearer_and_time(language, text, expected):
    assert measured(language, text) == expected


def test_a_multiple_names_its_standard():
    (statement,) = opinions("en", "Transit fees are two times lower than in Poland.")
    assert roles(statement)["object"] == "in Poland"
    assert (statement.quantity.unit, statement.quantity.comparison) == ("times", "<")
