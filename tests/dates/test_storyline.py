"""In a narrative a day, month or season takes the year that keeps the whole story shortest; in news the tense tells."""

from __future__ import annotations

import pytest
from dates_world import Bare

STORIES = [
    (
        "Le congrès s'ouvre en novembre 1814. En mars, l'empereur débarque. Le 18 juin, il est battu. "
        "La paix est signée le 20 novembre 1815.",
        "The congress opened in November 1814. In March, the emperor landed. On 18 June he was beaten. "
        "Peace was signed on 20 November 1815.",
        ["1814-11", "1815-03", "1815-06-18", "1815-11-20"],
    ),
    (
        "Les négociations commencèrent en octobre 1970. En mai, elles échouèrent. L'année suivante, elles reprirent, "
        "et le 26 mai l'accord fut signé.",
        "Talks began in October 1970. In May they failed. The following year they were resumed, "
        "and on 26 May the accord was signed.",
        ["1970-10", "1971-05", "1972", "1972-05-26"],
    ),
    (
        "Le pacte fut conclu le 23 août 1939. Le 1er septembre, la guerre éclata. En juin, Paris tomba. "
        "Le 22 juin 1941, le pacte fut rompu.",
        "The pact was made on 23 August 1939. On 1 September war broke out. In June Paris fell. "
        "On 22 June 1941 the pact was broken.",
        ["1939-08-23", "1939-09-01", "1940-06", "1941-06-22"],
    ),
    (
        "La convention, signée le 20 juillet 1936, remplace celle qui fut conclue treize ans plus tôt. Elle entre en "
        "vigueur le 9 novembre. En avril de l'année suivante, un comité se réunit ; le 22 juin, il conclut.",
        "The convention, signed on 20 July 1936, replaced one that was made thirteen years earlier. It entered into "
        "force on 9 November. In April of the following year a committee met; on 22 June it reported.",
        ["1936-07-20", "1923", "1936-11-09", "1937-04", "1937-06-22"],
    ),
]


@pytest.mark.parametrize(("french", "english", "values"), STORIES)
def test_the_years_of_a_story(french: str, english: str, values: list[str], parsed: Bare) -> None:
    for text, language in ((french, "fr"), (english, "en")):
        found = [one for one in parsed(text, language).expressions if one.layer == "timex"]
        assert [one.timex for one in found] == values, language
        lent = [one for one in found if one.timex[:4] not in one.text]
        assert lent
        assert all(one.basis == "relative" and one.anchor is not None for one in lent)


NEWS = [
    (
        "Le ministre se rendra à Prague jeudi. Le parlement a voté jeudi. Le sommet est prévu pour mars.",
        "The minister will go to Prague on Thursday. Parliament voted on Thursday. The summit is planned for March.",
        ["2008-06-19", "2008-06-12", "2009-03"],
    ),
]


@pytest.mark.parametrize(("french", "english", "values"), NEWS)
def test_the_tense_of_news(french: str, english: str, values: list[str], parsed: Bare) -> None:
    for text, language in ((french, "fr"), (english, "en")):
        found = [one for one in parsed(text, language, "2008-06-17").expressions if one.layer == "timex"]
        assert [one.timex for one in found] == values, language


def test_what_quarters_are_compared_with(parsed: Bare) -> None:
    text = "The union earned 3 million in the third quarter. In the year-earlier quarter it lost money."
    found = [one.timex for one in parsed(text, "en", "2000-11-15").expressions]
    assert found == ["2000-Q3", "1999-Q3"]


def test_weeks_are_not_counted_from_a_day_that_the_story_has_left(parsed: Bare) -> None:
    for text, language in (
        ("Signé le 3 mai 1936, contesté en août 1946 ; une note suivit six semaines plus tard.", "fr"),
        ("Signed on 3 May 1936, contested in August 1946; a note followed six weeks later.", "en"),
    ):
        last = [one for one in parsed(text, language).expressions if one.layer == "timex"][-1]
        assert (last.timex, last.edtf, last.earliest) == ("XXXX-WXX", None, None)
