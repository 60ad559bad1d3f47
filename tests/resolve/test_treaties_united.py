"""Treaties in two small texts, French and English: which phrases mean one treaty, and which two."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Scene:
    """`one`: pairs of phrases (French, English) for one treaty; `two`: pairs for different ones; `none`: no treaty."""

    name: str
    fr: str
    en: str
    one: tuple[tuple[str, str], ...] = ()
    two: tuple[tuple[str, str], ...] = ()
    none: tuple[tuple[str, str], ...] = ()


SCENES = (
    Scene(
        "one matter, one actor and a year",
        "Le Chili a conclu en novembre 2005 un accord de libre-échange avec la Chine.",
        "Chile's free trade agreement with China was signed in 2005.",
        one=(("accord de libre-échange", "Chile's free trade agreement with China"),),
    ),
    Scene(
        "one party, two matters",
        "L'accord de pêche entre le Maroc et l'Union européenne a été conclu en 2006.",
        "The association agreement between Morocco and the European Union was signed in 1996. "
        "The fisheries agreement between the European Union and Morocco was signed in 2006.",
        one=(
            (
                "accord de pêche entre le Maroc et l'Union européenne",
                "fisheries agreement between the European Union and Morocco",
            ),
        ),
        two=(
            (
                "accord de pêche entre le Maroc et l'Union européenne",
                "association agreement between Morocco and the European Union",
            ),
        ),
    ),
    Scene(
        "two matters of one pair of states",
        "Le traité d'alliance entre la France et la Russie fut signé en 1892.",
        "The trade treaty between France and Russia was signed in 1892. It was a commercial treaty.",
        two=(("traité d'alliance entre la France et la Russie", "trade treaty between France and Russia"),),
    ),
    Scene(
        "common words for names",
        "Le traité de Gand a été signé le 24 décembre 1814.",
        "The Treaty of Ghent ended the war.",
        one=(("traité de Gand", "Treaty of Ghent"),),
    ),
    Scene(
        "élysée",
        "Le traité de l'Élysée a été signé le 22 janvier 1963 par Konrad Adenauer et Charles de Gaulle.",
        "The Élysée Treaty was signed on 22 January 1963 by Konrad Adenauer and Charles de Gaulle.",
        one=(("traité de l'Élysée", "Élysée Treaty"),),
    ),
    Scene(
        "camp david, apart from the peace treaty",
        "Les accords de Camp David ont été signés en septembre 1978. Un traité de paix entre l'Égypte et Israël a été signé en mars 1979.",
        "The Camp David Accords were signed in September 1978. In March 1979, Egypt and Israel signed a peace treaty in Washington.",
        one=(("accords de Camp David", "Camp David Accords"), ("traité de paix entre l'Égypte et Israël", "peace treaty")),
        two=(("accords de Camp David", "peace treaty"),),
    ),
    Scene(
        "two treaties of one country in one year",
        "L'Albanie et la Grèce ont signé un traité en mars 1996. L'Albanie et la Grèce ont signé un traité en octobre 1996.",
        "Albania and Greece signed a treaty in October 1996.",
        two=(("un traité en mars", "a treaty in October"),),
    ),
    Scene(
        "described by month and parties",
        "La Hongrie et la Roumanie ont signé un traité d'amitié en septembre 1996.",
        "In September 1996, Hungary and Romania signed a friendship treaty.",
        one=(("traité d'amitié", "friendship treaty"),),
    ),
    Scene(
        "same month, other parties",
        "La Hongrie et la Roumanie ont signé un traité en septembre 1996.",
        "In September 1996, Japan and Peru signed a treaty.",
        two=(("un traité", "a treaty"),),
    ),
    Scene(
        "same parties, other month",
        "La Norvège et la Suède ont signé un accord en mai 1905.",
        "Norway and Sweden signed an agreement in October 1905.",
        two=(("un accord", "an agreement"),),
    ),
    Scene(
        "day against month",
        "Le Chili et l'Argentine ont signé un traité le 29 novembre 1984.",
        "Chile and Argentina signed a treaty in November 1984.",
        one=(("un traité", "a treaty"),),
    ),
    Scene(
        "a protocol is no treaty",
        "Le Chili et l'Argentine ont signé un traité en mai 1902.",
        "Chile and Argentina signed a protocol in May 1902.",
        two=(("un traité", "a protocol"),),
    ),
    Scene(
        "a document may be a treaty",
        "La Finlande et l'Estonie ont signé un nouveau document en juin 1999.",
        "Finland and Estonia signed a treaty in June 1999.",
        one=(("nouveau document", "a treaty"),),
    ),
    Scene(
        "a rival forbids the merge",
        "La Finlande et l'Estonie ont signé un accord en juin 1999. La Finlande et l'Estonie ont signé un deuxième accord en juin 1999.",
        "Finland and Estonia signed an agreement in June 1999.",
        two=(("un accord", "an agreement"), ("deuxième accord", "an agreement")),
    ),
    Scene(
        "numbers in names",
        "Le traité START I a été signé en juillet 1991. Le traité START II a été signé en janvier 1993.",
        "START II was signed in January 1993 by Boris Yeltsin. START I had been signed in July 1991.",
        one=(("traité START II", "START II"), ("traité START I a", "START I had")),
        two=(("traité START I a", "START II"), ("traité START II", "START I had")),
    ),
    Scene(
        "exonyms of a place",
        "Le traité de Lisbonne a été signé en décembre 2007.",
        "The Treaty of Lisbon was signed in December 2007.",
        one=(("traité de Lisbonne", "Treaty of Lisbon"),),
    ),
    Scene(
        "alias in the text",
        "Le traité sur l'Union européenne, ou traité de Maastricht, a été signé le 7 février 1992.",
        "The Maastricht Treaty was signed in February 1992.",
        one=(("traité sur l'Union européenne", "Maastricht Treaty"), ("traité de Maastricht", "Maastricht Treaty")),
    ),
    Scene(
        "a place that no list knows",
        "L'accord de Rambouillet a été rejeté par la Serbie en mars 1999.",
        "The Rambouillet Agreement was rejected by Serbia in March 1999.",
        one=(("accord de Rambouillet", "Rambouillet Agreement"),),
    ),
    Scene(
        "two places",
        "L'accord d'Ohrid a été signé en août 2001.",
        "The Rambouillet Agreement was rejected by Serbia in March 1999.",
        two=(("accord d'Ohrid", "Rambouillet Agreement"),),
    ),
    Scene(
        "pointing back in both",
        "Le traité de Trianon a été signé le 4 juin 1920. La Hongrie a contesté ce traité. Le texte est resté en vigueur.",
        "The Treaty of Trianon was signed in June 1920. Hungary contested the treaty. The document remained in force.",
        one=(("ce traité", "the treaty"), ("Le texte", "The document"), ("ce traité", "Treaty of Trianon")),
    ),
    Scene(
        "the last treaty spoken of",
        "Le traité de Versailles a été signé en juin 1919. Le traité de Trianon a été signé en juin 1920. L'accord a été critiqué.",
        "The Treaty of Trianon was signed in June 1920. The Treaty of Versailles was signed in June 1919.",
        one=(("L'accord", "Treaty of Trianon"),),
        two=(("L'accord", "Treaty of Versailles"),),
    ),
    Scene(
        "general talk makes no treaty",
        "Un accord de paix serait impossible. Les traités sont utiles aux États.",
        "Economic cooperation agreements were common. A peace agreement would have been impossible.",
        none=(("accord de paix", "cooperation agreements"), ("Les traités", "peace agreement")),
    ),
    Scene(
        "part of several",
        "En mai 1972, Leonid Brejnev et Richard Nixon ont signé de nouveaux traités, y compris une déclaration de principes.",
        "Leonid Brezhnev and Richard Nixon signed a declaration of principles in May 1972.",
        one=(("déclaration de principes", "declaration of principles"), ("nouveaux traités", "declaration of principles")),
    ),
    Scene(
        "by their dates",
        "La Suède et la Norvège ont signé un accord en mai 1921. La Suède et la Norvège ont signé un traité en juin 1923. "
        "Les documents de 1921 et 1923 ont été publiés.",
        "Sweden and Norway signed a treaty in June 1923.",
        one=(("un traité", "a treaty"),),
        two=(("un accord", "a treaty"),),
    ),
    Scene(
        "a common signer tells one description from another",
        "En janvier 2019, Emmanuel Macron et Angela Merkel ont signé à Aix-la-Chapelle un traité de coopération.",
        "On 22 January 2019, Angela Merkel and Emmanuel Macron signed the Aachen Treaty.",
        one=(("traité de coopération", "Aachen Treaty"),),
    ),
    Scene(
        "of one day, by others",
        "La convention de pêche a été conclue le 3 mai 1921.",
        "The fisheries convention was concluded on 3 May 1921.",
        one=(("convention de pêche", "fisheries convention"),),
    ),
    Scene(
        "of one month alone",
        "Une convention de pêche a été conclue en mai 1921.",
        "A postal convention was concluded in May 1921.",
        two=(("convention de pêche", "postal convention"),),
    ),
    Scene(
        "of one month, with a word in common",
        "Un accord intérimaire a été signé en mai 1921.",
        "An interim agreement was signed on 3 May 1921.",
        one=(("accord intérimaire", "interim agreement"),),
    ),
    Scene(
        "of one day, with other parties",
        "La Norvège et la Suède ont signé un accord le 3 mai 1921.",
        "On 3 May 1921, Chile and Peru signed an agreement.",
        two=(("un accord", "an agreement"),),
    ),
    Scene(
        "a capital in two languages",
        "Les accords d'Alger ont été signés en mars 1975.",
        "The Algiers Accords were signed in 1975.",
        one=(("accords d'Alger", "Algiers Accords"),),
    ),
    Scene(
        "told by a pronoun in the next sentence",
        "Un traité frontalier suivit. Il fut signé le 3 mai 1921.",
        "A border treaty followed. It was signed on 3 May 1921.",
        one=(("traité frontalier", "border treaty"),),
    ),
    Scene(
        "nothing told in the next sentence",
        "Un traité frontalier serait utile. Il réglerait le différend.",
        "A border treaty would be useful. It would settle the dispute.",
        none=(("traité frontalier", "border treaty"),),
    ),
    Scene(
        "a name that the text explains",
        "Le Chili est membre du CORPAX, un pacte signé le 3 mai 1921.",
        "CORPAX is a pact. It was signed on 3 May 1921.",
        one=(("CORPAX", "CORPAX"), ("un pacte", "a pact")),
    ),
    Scene(
        "in force once",
        "Le traité de Rome est entré en vigueur en 1958. Le traité de Nice a été signé en 2001. Le traité est entré en vigueur en 2003.",
        "The Treaty of Rome entered into force in 1958. The Treaty of Nice was signed in 2001. The treaty entered into force in 2003.",
        one=(("Le traité est", "Treaty of Nice"), ("traité de Nice", "The treaty entered")),
        two=(("Le traité est", "Treaty of Rome"),),
    ),
    Scene(
        "the words of a longer name",
        "Le traité de Nice a été signé en février 2001.",
        "The Treaty on Founding the League was signed in May 1931. Many governments ratified the League Treaty.",
        two=(("traité de Nice", "League Treaty"),),
    ),
)  # fmt: skip


def cases(kind: str) -> list[object]:
    return [
        pytest.param(scene, pair, id=f"{scene.name}: {pair[0]} / {pair[1]}")
        for scene in SCENES
        for pair in getattr(scene, kind)
    ]


@pytest.mark.parametrize(("scene", "pair"), cases("one"))
def test_one_treaty(build, scene: Scene, pair: tuple[str, str]) -> None:
    world = build(fr=scene.fr, en=scene.en)
    french, english = world.treaty("fr", pair[0]), world.treaty("en", pair[1])
    assert french
    assert french == english


@pytest.mark.parametrize(("scene", "pair"), cases("two"))
def test_two_treaties(build, scene: Scene, pair: tuple[str, str]) -> None:
    world = build(fr=scene.fr, en=scene.en)
    french, english = world.treaty("fr", pair[0]), world.treaty("en", pair[1])
    assert french
    assert english
    assert french != english


@pytest.mark.parametrize(("scene", "pair"), cases("none"))
def test_no_treaty(build, scene: Scene, pair: tuple[str, str]) -> None:
    world = build(fr=scene.fr, en=scene.en)
    assert (world.treaty("fr", pair[0]), world.treaty("en", pair[1])) == ("", "")


def test_a_shortened_name_inside_one_text(build) -> None:
    world = build(en=next(s.en for s in SCENES if s.name == "the words of a longer name"))
    assert world.treaty("en", "Treaty on Founding the League") == world.treaty("en", "the League Treaty") != ""


def test_documents_named_by_their_dates_are_several(build) -> None:
    scene = next(s for s in SCENES if s.name == "by their dates")
    world = build(fr=scene.fr)
    assert set(world.refers("fr", "documents de 1921")) == {
        world.treaty("fr", "un accord"),
        world.treaty("fr", "un traité"),
    }


def test_date_and_parties_stand_with_their_spans(build) -> None:
    scene = next(s for s in SCENES if s.name == "day against month")
    world = build(fr=scene.fr, en=scene.en)
    (treaty,) = world.resolution.treaties
    assert treaty.kind == "treaty"
    assert {slot.value for slot in treaty.signed} == {"1984-11-29", "1984-11"}
    assert {slot.value for slot in treaty.parties} == {"Argentina", "Chile"}
    assert all(slot.spans for slot in (*treaty.signed, *treaty.parties))
    assert any("the same date, parties and kind" in why for why in treaty.merged_because)


def test_a_rival_is_an_issue_and_a_near_match(build) -> None:
    scene = next(s for s in SCENES if s.name == "a rival forbids the merge")
    world = build(fr=scene.fr, en=scene.en)
    assert [issue.kind for issue in world.resolution.issues] == ["ambiguous merge"] * 2
    assert any(treaty.kept_apart for treaty in world.resolution.treaties)
