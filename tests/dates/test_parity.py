"""The same calendar phrase in French and in English is the same EDTF, the same interval, the same relation."""

from __future__ import annotations

import pytest
from dates_world import Bare

# French, English, EDTF
PHRASES = [
    ("2 avril 1997", "2 April 1997", "1997-04-02"),
    ("le 2 avril 1997", "April 2, 1997", "1997-04-02"),
    ("le 1er janvier 2002", "January 1st, 2002", "2002-01-01"),
    ("mardi 3 octobre 1989", "Tuesday, October 3, 1989", "1989-10-03"),
    ("le 29 février 2000", "29 February 2000", "2000-02-29"),
    ("2015-02-12", "2015-02-12", "2015-02-12"),
    ("12/02/2015", "02/12/2015", "2015-02-12"),
    ("12.02.2015", "02.12.2015", "2015-02-12"),
    ("juillet 1994", "July 1994", "1994-07"),
    ("août 1914", "August 1914", "1914-08"),
    ("déc. 1998", "Dec. 1998", "1998-12"),
    ("février 1848", "February, 1848", "1848-02"),
    ("en 1997", "in 1997", "1997"),
    ("l'année 2001", "the year 2001", "2001"),
    ("l'an 2000", "the year 2000", "2000"),
    ("printemps 2000", "spring 2000", "2000-21"),
    ("l'été 1995", "the summer of 1995", "1995-22"),
    ("automne 2000", "fall 2000", "2000-23"),
    ("automne 2000", "autumn 2000", "2000-23"),
    ("l'hiver 1939", "the winter of 1939", "1939-24"),
    ("le premier trimestre 2000", "the first quarter of 2000", "2000-33"),
    ("le deuxième trimestre de 1998", "the second quarter of 1998", "1998-34"),
    ("le quatrième trimestre 2010", "the fourth quarter of 2010", "2010-36"),
    ("le premier semestre 2000", "the first half of 2000", "2000-40"),
    ("le second semestre 1999", "the second half of 1999", "1999-41"),
    ("les années 1990", "the 1990s", "199X"),
    ("les années 60", "the sixties", "196X"),
    ("les années quatre-vingt-dix", "the nineties", "199X"),
    ("le XIXe siècle", "the 19th century", "18XX"),
    ("le vingtième siècle", "the twentieth century", "19XX"),
    ("début 2000", "early 2000", "2000-01/2000-04~"),
    ("fin 1993", "late 1993", "1993-09~/1993-12"),
    ("la fin de 1993", "the end of 1993", "1993-09~/1993-12"),
    ("mi-1996", "mid-1996", "1996-05~/1996-08~"),
    ("le milieu de 1996", "the middle of 1996", "1996-05~/1996-08~"),
    ("début des années 1990", "early 1990s", "1990/1993~"),
    ("le milieu des années 1990", "the mid-1990s", "1994~/1996~"),
    ("la fin des années 1990", "the late 1990s", "1997~/1999"),
    ("la première moitié du XIXe siècle", "the first half of the 19th century", "1800/1849"),
    ("la fin du XIXe siècle", "the late 19th century", "1867~/1899"),
    ("début juillet 1994", "early July 1994", "1994-07-01/1994-07-10~"),
    ("mi-juillet 1994", "mid-July 1994", "1994-07-11~/1994-07-20~"),
    ("fin juillet 1994", "late July 1994", "1994-07-21~/1994-07-31"),
    ("vers 1850", "around 1850", "1850~"),
    ("environ 1850", "about 1850", "1850~"),
    ("52 avant J.-C.", "52 BC", "-0051"),
    ("Noël 1963", "Christmas 1963", "1963-12-25"),
    ("deux ans après 1990", "two years after 1990", "1992"),
    ("trois mois avant mai 1968", "three months before May 1968", "1968-02"),
    ("le premier lundi d'octobre 1998", "the first Monday of October 1998", "1998-10-05"),
    ("le dernier vendredi de mai 1996", "the last Friday in May 1996", "1996-05-31"),
    ("le premier semestre de 2011", "H1 2011", "2011-40"),
    ("le T2 2015", "Q2 2015", "2015-34"),
    ("Pâques 1916", "Easter 1916", "1916-04-23"),
    ("le lundi de Pâques 1916", "Easter Monday 1916", "1916-04-24"),
    ("la Pentecôte 1920", "Pentecost 1920", "1920-05-23"),
    ("le second tiers du XVIIIe siècle", "the second third of the 18th century", "1734~/1766~"),
    ("le dernier quart du XIXe siècle", "the last quarter of the 19th century", "1875/1899"),
    ("le premier tiers du XXe siècle", "the first third of the 20th century", "1900/1933~"),
    ("la deuxième semaine de mai 1995", "the second week of May 1995", "1995-05-08/1995-05-14"),
    ("la semaine du 8 mai 1995", "the week of May 8, 1995", "1995-05-08/1995-05-14"),
    ("les trois premiers mois de 1999", "the first three months of 1999", "1999-01/1999-03"),
    ("les six derniers mois de 1999", "the last six months of 1999", "1999-07/1999-12"),
    ("les deux premières décennies du XXe siècle", "the first two decades of the 20th century", "1900/1919"),
    ("la dernière décennie du XXe siècle", "the last decade of the 20th century", "199X"),
    ("l'an 843", "the year 843", "0843"),
    ("le IIIe siècle av. J.-C.", "the 3rd century BC", "-0299/-0200"),
    ("le tournant du XXe siècle", "the turn of the 20th century", "1900/1933~"),
    ("la veille de Noël 1989", "Christmas Eve 1989", "1989-12-24"),
    ("la Saint-Sylvestre 1999", "New Year's Eve 1999", "1999-12-31"),
    ("la deuxième quinzaine d'août 1914", "the second half of August 1914", "1914-08-16/1914-08-31"),
    ("l'hiver 1939-1940", "the winter of 1939-40", "1939-24"),
    ("mi-XIXe siècle", "mid-19th century", "1834~/1866~"),
    ("le XXIe siècle", "the 21st century", "20XX"),
    ("la nuit du 4 août 1789", "the night of August 4, 1789", "1789-08-04"),
    ("fin XVIIe siècle", "late 17th century", "1667~/1699"),
    ("trois jours après Pâques 1916", "three days after Easter 1916", "1916-04-26"),
]

RANGES = [
    ("entre 1993 et 1994", "between 1993 and 1994", "1993/1994"),
    ("entre la fin de 1993 et 1994", "between the end of 1993 and 1994", "1993-09~/1994"),
    ("de 1993 à 1997", "from 1993 to 1997", "1993/1997"),
    ("1996-1999", "1996-1999", "1996/1999"),
    ("1996–97", "1996–97", "1996/1997"),
    ("de mars à mai 1997", "from March to May 1997", "1997-03/1997-05"),
    ("du 5 au 8 avril 1915", "from 5 to 8 April 1915", "1915-04-05/1915-04-08"),
    ("de l'été 1995 à 1996", "from the summer of 1995 to 1996", "1995-22/1996"),
    ("depuis 1999", "since 1999", "1999/.."),
    ("depuis septembre 1999", "since September 1999", "1999-09/.."),
    ("jusqu'en 2005", "until 2005", "../2005"),
    ("d'ici 2005", "by 2005", "../2005"),
    ("depuis les années 1990", "since the 1990s", "1990/.."),
    ("entre le premier trimestre 2000 et 2001", "between the first quarter of 2000 and 2001", "2000-01/2001"),
    ("du XVIe au XVIIIe siècle", "from the 16th to the 18th century", "1500/1799"),
    ("entre le printemps 1940 et l'été 1941", "between the spring of 1940 and the summer of 1941", "1940-21/1941-22"),
    ("de la fin de 1989 à la mi-1990", "from the end of 1989 to mid-1990", "1989-09~/1990-08~"),
    ("à partir de 1994", "from 1994 on", "1994/.."),
    ("dès 1994", "as early as 1994", "1994/.."),
    ("au plus tard le 31 décembre 2005", "no later than 31 December 2005", "../2005-12-31"),
    ("avant 1914", "before 1914", "../1913"),
    ("après 1945", "after 1945", "1946/.."),
    ("jusqu'à la fin de 1992", "until the end of 1992", "../1992-12"),
    ("du début de 1991 au 25 décembre 1991", "from early 1991 to December 25, 1991", "1991-01/1991-12-25"),
    ("depuis la fin des années 1980", "since the late 1980s", "1987~/.."),
]


@pytest.mark.parametrize(("french", "english", "edtf"), PHRASES)
def test_points(french: str, english: str, edtf: str, bare: Bare) -> None:
    [one] = [e for e in bare(french, "fr").expressions if e.layer == "timex"]
    [other] = [e for e in bare(english, "en").expressions if e.layer == "timex"]
    assert (one.edtf, other.edtf) == (edtf, edtf)
    assert (one.earliest, one.latest, one.timex, one.mod) == (other.earliest, other.latest, other.timex, other.mod)


@pytest.mark.parametrize(("french", "english", "edtf"), RANGES)
def test_ranges(french: str, english: str, edtf: str, bare: Bare) -> None:
    [one] = [e for e in bare(french, "fr").expressions if e.layer == "range"]
    [other] = [e for e in bare(english, "en").expressions if e.layer == "range"]
    assert (one.edtf, other.edtf) == (edtf, edtf)
    assert (one.earliest, one.latest, one.relation) == (other.earliest, other.latest, other.relation)


def test_enough() -> None:
    assert len(PHRASES) + len(RANGES) >= 60


SEVERAL = [
    ("les années 1950 et 1960", "the 1950s and 1960s", ["195X", "196X"]),
    ("les années 1992 et 1993", "the years 1992 and 1993", ["1992", "1993"]),
    ("avril et mai 1996", "April and May 1996", ["1996-04", "1996-05"]),
    ("les 5 et 6 février 2015", "5 and 6 February 2015", ["2015-02-05", "2015-02-06"]),
    ("les XVIIe et XVIIIe siècles", "the 17th and 18th centuries", ["16XX", "17XX"]),
    ("en 1996 et 1997", "in 1996 and 1997", ["1996", "1997"]),
]


@pytest.mark.parametrize(("french", "english", "edtf"), SEVERAL)
def test_what_shares_a_word(french: str, english: str, edtf: list[str], bare: Bare) -> None:
    for text, language in ((french, "fr"), (english, "en")):
        assert [e.edtf for e in bare(text, language).expressions if e.layer == "timex"] == edtf


def test_a_day_and_its_hour_are_no_range(bare: Bare) -> None:
    for text, language in (("le 5 mai 1997 à 14 heures", "fr"), ("on 5 May 1997 at 2 p.m.", "en")):
        found = bare(text, language).expressions
        assert [e.timex for e in found if e.layer == "timex"][-1] == "1997-05-05T14:00"
        assert not [e for e in found if e.layer == "range"]
