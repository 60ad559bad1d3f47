"""Persons across languages: equal keys and compatible given names, never likeness."""

from __future__ import annotations

import pytest

from pipeline.knowledge import Knowledge
from pipeline.model import Mention, Span
from pipeline.stages.resolve.clusters import Sighting
from pipeline.stages.resolve.keys import romanisers
from pipeline.stages.resolve.persons import persons

# French, English. Those below the line were not looked at while the rules were written.
SAME = """
Alexandre Loukachenko|Aleksandr Lukashenko
Serge Sarkissian|Serzh Sargsyan
Omar el-Béchir|Omar al-Bashir
Stanislas Chouchkevitch|Shushkevich
Constantin Caramanlis|Konstantinos Karamanlis
Hassan Rohani|Hassan Rouhani
Abdel Fattah al-Sissi|Abdel Fattah el-Sisi
Aléxis Tsípras|Alexis Tsipras
Boris Eltsine|Yeltsin
Vladimir Poutine|Vladimir Putin
Mikhaïl Gorbatchev|Mikhail Gorbachev
Nikita Khrouchtchev|Khrushchev
Édouard Chevardnadze|Eduard Shevardnadze
Volodymyr Zelensky|Volodymyr Zelenskyy
Volodymyr Zelensky|Volodymyr Zelenskiy
Viktor Ianoukovitch|Viktor Yanukovych
Viktor Tchernomyrdine|Viktor Chernomyrdin
Noursoultan Nazarbaïev|Nursultan Nazarbayev
Mikheil Saakachvili|Mikheil Saakashvili
Guennadi Ziouganov|Gennady Zyuganov
Heydar Aliev|Heydar Aliyev
Recep Tayyip Erdoğan|Recep Tayyip Erdogan
Yasser Arafat|Arafat
Anouar el-Sadate|Anwar Sadat
Benyamin Nétanyahou|Benjamin Netanyahu
Mouammar Kadhafi|Muammar Gaddafi
David Ben Gourion|David Ben-Gurion
Hô Chi Minh|Ho Chi Minh
Mao Tsé-toung|Mao Zedong
Jean-Paul II|John Paul II
Charles de Gaulle|General de Gaulle
Leonid Koutchma|Leonid Kuchma
Viktor Iouchtchenko|Viktor Yushchenko
Leonid Brejnev|Leonid Brezhnev
Alexeï Kossyguine|Alexei Kosygin
Djokhar Doudaïev|Dzhokhar Dudayev
Stanislav Chouchkevitch|Stanislav Shushkevich
Vladimir Jirinovski|Vladimir Zhirinovsky
Sergueï Choïgou|Sergei Shoigu
Evgueni Primakov|Yevgeny Primakov
Bachar el-Assad|Bashar al-Assad
Slobodan Milošević|Slobodan Milosevic
Nicolas II|Nicholas II
V. Orbán|Viktor Orban
Konrad Adenauer|Chancellor Adenauer
----
Viktor Orbán|Viktor Orban
Petr Poroshenko|Poroshenko
Andreï Kozyrev|Andrei Kozyrev
Anatoli Tchoubaïs|Anatoly Chubais
Iegor Gaïdar|Yegor Gaidar
Boris Nemtsov|Boris Nemtsov
Vitali Tchourkine|Vitaly Churkin
Alexandre Routskoï|Alexander Rutskoy
Rouslan Khasboulatov|Ruslan Khasbulatov
Gueorgui Malenkov|Georgy Malenkov
Maxime Litvinov|Maxim Litvinov
Gueorgui Tchitcherine|Georgy Chicherin
Léon Trotski|Leon Trotsky
Viatcheslav Molotov|Vyacheslav Molotov
Ramzan Kadyrov|Ramzan Kadyrov
Alexeï Navalny|Alexei Navalny
Sergueï Stepachine|Sergei Stepashin
Mikhaïl Kassianov|Mikhail Kasyanov
Islam Karimov|Islam Karimov
Emomali Rahmon|Emomali Rahmon
Nikol Pachinian|Nikol Pashinyan
Serge Sarkissian|Sarkissian
Salomé Zourabichvili|Salome Zourabichvili
Hachemi Rafsandjani|Hashemi Rafsanjani
Farouk Ier|Farouk I
Habib Bourguiba|Habib Bourguiba
Nicolae Ceaușescu|Nicolae Ceausescu
Ehoud Olmert|Ehud Olmert
Abdallah II|Abdallah II
Josip Broz Tito|Tito
""".replace("----\n", "")

DIFFERENT = """
Pavel Loukachevitch|Pavel Lukashenko
Lech Kaczyński|Jarosław Kaczyński
George W. Bush|George H. W. Bush
Franklin Roosevelt|Theodore Roosevelt
Bachar el-Assad|Hafez al-Assad
Kim Jong-il|Kim Jong-un
Vladimir Poutine|Vladimir Putilin
Sergueï Ivanov|Sergei Ivanovski
Heydar Aliev|Ilham Aliyev
Jean-Paul II|John Paul I
Dmitri Medvedev|Dmitry Medvedchuk
Bill Clinton|Hillary Clinton
Menahem Begin|Menachem Begun
Mikhaïl Gorbatchev|Mikhail Gromov
Boris Eltsine|Tatyana Yeltsina
Alexandre Loukachenko|Viktor Lukashenko
B. Eltsine|Tatiana Yeltsin
Édouard Philippe|Edward Phillips
Pierre Mauroy|André Maurois
Louis XIV|Louis XVI
Élisabeth Ire|Elizabeth II
Tony Blair|Tony Blaire
Andreï Gromyko|Andrei Grechko
Robert Schuman|Robert Schumann-Bell
Mohammed VI|Mohammed V
""".strip()


def rows(table: str) -> list[tuple[str, str]]:
    return [(french, english) for french, _, english in (row.partition("|") for row in table.strip().splitlines())]


def sighting(document: str, language: str, text: str, start: int = 0) -> Sighting:
    span = Span(document, start, start + len(text))
    return Sighting(document, language, Mention(span=span, text=text, type="person", head=0))


def clusters(knowledge: Knowledge, *names: tuple[str, str, str]) -> list[list[str]]:
    """The texts of each cluster of (document, language, name), in the order of the clusters."""
    seen = [sighting(document, language, name, 100 * i) for i, (document, language, name) in enumerate(names)]
    return [[s.mention.text for s in cluster.sightings] for cluster in persons(seen, romanisers(knowledge))]


@pytest.mark.parametrize(("french", "english"), rows(SAME))
def test_one_person(knowledge: Knowledge, french: str, english: str) -> None:
    assert len(clusters(knowledge, ("a", "fr", french), ("b", "en", english))) == 1


@pytest.mark.parametrize(("french", "english"), rows(DIFFERENT))
def test_two_persons(knowledge: Knowledge, french: str, english: str) -> None:
    assert len(clusters(knowledge, ("a", "fr", french), ("b", "en", english))) == 2


def test_all_names_of_the_table_at_once_join_nothing_else(knowledge: Knowledge) -> None:
    """Every cluster over all the pairs is one row of the table, or the rows that share a name."""
    table = rows(SAME)
    names = {
        (f"{i}", language, name)
        for i, row in enumerate(table)
        for language, name in zip(("fr", "en"), row, strict=True)
    }
    partners: dict[str, set[str]] = {}
    for french, english in table:
        together = partners.get(french, {french}) | partners.get(english, {english})
        partners |= dict.fromkeys(together, together)
    for cluster in clusters(knowledge, *sorted(names)):
        assert set(cluster) <= partners[cluster[0]]


def test_family_name_alone_goes_to_its_only_bearer(knowledge: Knowledge) -> None:
    found = clusters(knowledge, ("a", "en", "Kuchma"), ("b", "fr", "Leonid Koutchma"), ("b", "fr", "Viktor Orbán"))
    assert sorted(map(sorted, found)) == [["Kuchma", "Leonid Koutchma"], ["Viktor Orbán"]]


def test_family_name_alone_prefers_its_own_document(knowledge: Knowledge) -> None:
    found = clusters(
        knowledge, ("a", "en", "Lech Kaczyński"), ("a", "en", "Kaczyński"), ("b", "fr", "Jarosław Kaczyński")
    )
    assert sorted(map(sorted, found)) == [["Jarosław Kaczyński"], ["Kaczyński", "Lech Kaczyński"]]


def test_family_name_of_two_bearers_stays_apart_and_says_so(knowledge: Knowledge) -> None:
    seen = [
        sighting("a", "en", "George W. Bush"), sighting("b", "en", "George H. W. Bush"), sighting("c", "en", "Bush"),
    ]  # fmt: skip
    found = persons(seen, romanisers(knowledge))
    alone = next(cluster for cluster in found if cluster.sightings[0].mention.text == "Bush")
    assert len(found) == 3
    assert {near.label for near in alone.near} == {"George W. Bush", "George H. W. Bush"}


def test_first_bearer_has_the_short_form_until_the_second_is_named(knowledge: Knowledge) -> None:
    found = clusters(
        knowledge,
        ("a", "en", "George H. W. Bush"),
        ("a", "en", "Bush"),
        ("a", "en", "George W. Bush"),
        ("a", "en", "Bush"),
    )
    assert sorted(map(len, found)) == [1, 1, 2]
    assert ["George H. W. Bush", "Bush"] in found


def test_shorter_form_joins_the_only_longer_one(knowledge: Knowledge) -> None:
    assert len(clusters(knowledge, ("a", "en", "George Bush"), ("b", "fr", "George W. Bush"))) == 1
    names = (("a", "en", "George Bush"), ("b", "fr", "George W. Bush"), ("c", "fr", "George H. W. Bush"))
    assert len(clusters(knowledge, *names)) == 3


def test_the_reasons_name_both_forms(knowledge: Knowledge) -> None:
    seen = [sighting("a", "fr", "Leonid Koutchma"), sighting("b", "en", "Leonid Kuchma")]
    (cluster,) = persons(seen, romanisers(knowledge))
    assert cluster.because == ("equal once romanised: Leonid Kuchma (en) = Leonid Koutchma (fr)",)
