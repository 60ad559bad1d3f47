"""Quantities by a table, sums by building ones that fit and ones that do not."""

import pytest
from claims_prose import cases, models, read
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.claims import find
from pipeline.stages.claims.numerals import numeral_at
from pipeline.stages.claims.quantities import currency_names, find_quantities
from pipeline.stages.claims.sums import check_sums


def told(quantity) -> str:
    value = f"{quantity.value:.8g}" + (f"..{quantity.upper:.8g}" if quantity.upper is not None else "")
    scale = f"e{len(str(quantity.scale)) - 1}" if quantity.scale > 1 else ""
    unit = (f" {quantity.unit}" if quantity.unit else "") + (f"/{quantity.per}" if quantity.per else "")
    return (quantity.comparison or "") + ("~" if quantity.approximate else "") + value + scale + unit


def quantities(prose):
    taken = [one.span for one in prose.dates.expressions if one.span]
    return find_quantities(prose.tree, prose.annotation, prose.pack, taken)


@pytest.mark.parametrize(("language", "expected", "text"), cases("quantities"))
def test_quantities(language, expected, text):
    found = quantities(read(language, text))
    assert (" ; ".join(told(one) for one in found) or "-") == expected
    assert all(text[one.span.start : one.span.end].strip() == text[one.span.start : one.span.end] for one in found)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Its share, one third, or 780 million rubles out of 2.2 billion, was paid.", "33.3%"),
        ("fr", "Sa part, un quart, soit 50 millions d'euros sur 100 millions, a été payée.", "25.0%"),
        ("en", "A force of 290 men was the sum of the army (80), the police (60) and the guards (150).", None),
        ("en", "A force of 500 men was the sum of the army (80), the police (60) and the guards (150).", "500"),
        ("fr", "Une force de 500 hommes, somme de l'armée (80), de la police (60) et des gardes (150).", "500"),
        ("fr", "Une force de 290 hommes, somme de l'armée (80), de la police (60) et des gardes (150).", None),
        ("en", "Its share, one half, or 50 million euros out of 100 million, was paid.", None),
        ("en", "The sum of the three treaties (12), the two pacts (30) was never computed.", None),
    ],
)
def test_sums(language, text, word):
    prose = read(language, text)
    issues = check_sums(prose.tree, prose.annotation, quantities(prose), prose.document, prose.pack)
    assert len(issues) == (word is not None)
    for issue in issues:
        assert (issue.stage, issue.kind) == ("claims", "sum")
        assert word in issue.message
        assert issue.spans == tuple(sorted(issue.spans))


@pytest.mark.parametrize(("part", "issues"), [("60", 0), ("160", 1)])
def test_the_stage_reports_a_sum_that_does_not_fit(part, issues):
    prose = read("en", f"A force of 290 men was the sum of the army (80), the police ({part}) and the guards (150).")
    found = find(prose.document, prose.annotation, prose.dates, models())
    assert [one.kind for one in found.issues] == ["sum"] * issues


def test_currencies_by_their_full_names():
    assert currency_names("en")["swiss francs"] == "CHF"
    assert currency_names("fr")["francs suisses"] == "CHF"


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_digits_is_read_as_it_was_written(number):
    grouped = f"{number:,}"
    for language, text in (("en", grouped), ("fr", grouped.replace(",", " ")), ("fr", grouped.replace(",", " "))):
        pack = read(language, "Le traité." if language == "fr" else "The treaty.").pack.quantities
        numeral = numeral_at(text, 0, pack)
        assert (numeral.value, numeral.end) == (number, len(text))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "deux cent mille", 200_000),
        ("fr", "mille neuf cents", 1900),
        ("en", "seventy-nine", 79),
        ("en", "two hundred and fifty", 250),
        ("en", "twelve thousand", 12_000),
    ],
)
def test_numbers_in_words(language, text, value):
    pack = read(language, "Le traité." if language == "fr" else "The treaty.").pack.quantities
    assert numeral_at(text, 0, pack).value == value


@pytest.mark.parametrize(
    ("language", "text", "bearer", "holder"),
    [
        ("en", "Norway seized gems (rubies) worth 20 million dollars.", "gems", "author"),
        ("en", "Norway seized cargoes estimated to be worth billions of euros.", "cargoes", "unspecified"),
        ("fr", "La Norvège a saisi des pierres (des rubis) évaluées à 3 millions d'euros.", "des pierres", "author"),
        ("fr", "Le convoi portait du matériel d'une valeur de 20 millions de dollars.", "matériel", "author"),
    ],
)
def test_what_a_sum_is_the_worth_of(language, text, bearer, holder):
    prose = read(language, text)
    found = [one for one in find(prose.document, prose.annotation, prose.dates, models()).statements if not one.dropped]
    assert [one.arguments[0].text for one in found if one.predicate == "measures"] == [bearer]
    assert {one.holder.kind for one in found if one.predicate == "measures"} == {holder}
    assert not any(one.predicate == "states" and one.holder.kind == "unspecified" for one in found)
