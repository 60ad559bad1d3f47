"""What somebody states, how the author judges it, and what is measured, on texts about other treaties."""

import pytest
from claims_prose import read

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
         "Rome should keep its “full veto", "affirmed", "obligation"),
    ],
)  # fmt: skip
def test_what_somebody_states(language, text, subject, content, polarity, modality):
    (statement,) = [one for one in opinions(language, text) if one.predicate == "states"]
    assert roles(statement) == {"subject": subject, "object": content}
    assert (statement.polarity, statement.modality) == (polarity, modality)
    assert statement.holder.kind == "actor"
    assert all(text[one.span.start : one.span.end] == one.text for one in statement.arguments)


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


def test_a_multiple_names_its_standard():
    (statement,) = opinions("en", "Transit fees are two times lower than in Poland.")
    assert roles(statement)["object"] == "in Poland"
    assert (statement.quantity.unit, statement.quantity.comparison) == ("times", "<")
