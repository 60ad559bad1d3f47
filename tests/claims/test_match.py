"""Texts about treaties that no pattern was written for: every statement that a reader finds, and no other."""

from __future__ import annotations

import re

import pytest

from pipeline.model import Statement

# language, text, [(predicate, roles, EDTF time, polarity, modality)] in text order.
TEXTS = [
    (
        "fr",
        "Le 22 janvier 1963, le général de Gaulle et le chancelier Konrad Adenauer ont signé à Paris le "
        "traité de l'Élysée. "
        "Le traité prévoit des consultations régulières. "
        "Il a été ratifié par le Bundestag en mai 1963 et est entré en vigueur le 2 juillet 1963. "
        "Jean Monnet soutenait la réconciliation, mais le Parti communiste français s'opposait au traité.",
        [
            (
                "signed",
                "subject=de Gaulle + Konrad Adenauer; object=traité de l'Élysée",
                "1963-01-22", "affirmed", "asserted",
            ),
            ("holds_office", "subject=Konrad Adenauer; office=chancelier", None, "affirmed", "asserted"),
            ("provides", "subject=traité; object=consultations régulières", None, "affirmed", "asserted"),
            ("ratified", "subject=Bundestag; object=Il", "1963-05", "affirmed", "asserted"),
            ("entered_into_force", "subject=Il", "1963-07-02", "affirmed", "asserted"),
            ("supports", "subject=Jean Monnet; object=réconciliation", None, "affirmed", "asserted"),
            ("opposes", "subject=Parti communiste français; object=traité", None, "affirmed", "asserted"),
        ],
    ),
    (
        "en",
        "The Camp David Accords were signed by Anwar Sadat and Menachem Begin on 17 September 1978. "
        "President Jimmy Carter mediated between Egypt and Israel. "
        "Syria rejected the agreement and accused Sadat of betraying the Arab cause.",
        [
            (
                "signed",
                "subject=Anwar Sadat + Menachem Begin; object=Camp David Accords",
                "1978-09-17", "affirmed", "asserted",
            ),
            ("holds_office", "subject=Jimmy Carter; office=President", None, "affirmed", "asserted"),
            ("mediated", "subject=Jimmy Carter; between=Egypt + Israel", None, "affirmed", "asserted"),
            ("rejected", "subject=Syria; object=agreement", None, "affirmed", "asserted"),
            (
                "accused",
                "subject=Syria; target=Sadat; content=betraying the Arab cause",
                None, "affirmed", "asserted",
            ),
        ],
    ),
    (
        "fr",
        "Signé en février 1992 par les États membres, le traité de Maastricht a institué l'Union européenne. "
        "Le Danemark a d'abord rejeté le traité par référendum en juin 1992. "
        "La Suède n'a jamais adopté l'euro.",
        [
            ("signed", "subject=États; object=traité de Maastricht", "1992-02", "affirmed", "asserted"),
            ("establishes", "subject=traité de Maastricht; object=Union européenne", None, "affirmed", "asserted"),
            ("rejected", "subject=Danemark; object=traité", "1992-06", "affirmed", "asserted"),
            ("adopts_currency", "subject=Suède; object=euro", None, "negated", "asserted"),
        ],
    ),
    (
        "en",
        "The Kyoto Protocol entered into force on 16 February 2005. "
        "The United States signed the protocol but never ratified it. "
        "Canada withdrew from the treaty in December 2011. "
        "Russia ratified the protocol in November 2004.",
        [
            ("entered_into_force", "subject=Kyoto Protocol", "2005-02-16", "affirmed", "asserted"),
            ("signed", "subject=United States; object=protocol", None, "affirmed", "asserted"),
            ("ratified", "subject=United States; object=it", None, "negated", "asserted"),
            ("withdrew_from", "subject=Canada; object=treaty", "2011-12", "affirmed", "asserted"),
            ("ratified", "subject=Russia; object=protocol", "2004-11", "affirmed", "asserted"),
        ],
    ),
    (
        "fr",
        "Les accords d'Évian, négociés par Louis Joxe et Krim Belkacem, ont été signés le 18 mars 1962. "
        "L'Algérie est devenue indépendante en juillet 1962. "
        "L'OAS a rejeté les accords. "
        "Ahmed Ben Bella a été élu président de la République algérienne en septembre 1963.",
        [
            (
                "negotiated",
                "subject=Louis Joxe + Krim Belkacem; object=accords d'Évian",
                None, "affirmed", "asserted",
            ),
            ("signed", "object=accords d'Évian", "1962-03-18", "affirmed", "asserted"),
            ("became_independent", "subject=Algérie", "1962-07", "affirmed", "asserted"),
            ("rejected", "subject=OAS; object=accords", None, "affirmed", "asserted"),
            (
                "elected",
                "object=Ahmed Ben Bella; office=président; of=République algérienne",
                "1963-09", "affirmed", "asserted",
            ),
        ],
    ),
    (
        "en",
        "In December 1991, Boris Yeltsin, Leonid Kravchuk and Stanislav Shushkevich signed an agreement "
        "establishing the Commonwealth of Independent States. "
        "Mikhail Gorbachev, president of the Soviet Union, criticized the agreement. "
        "Georgia joined the CIS in 1993 and left the organization in 2009.",
        [
            (
                "signed",
                "subject=Boris Yeltsin + Leonid Kravchuk + Stanislav Shushkevich; object=agreement",
                "1991-12", "affirmed", "asserted",
            ),
            (
                "establishes",
                "subject=agreement; object=Commonwealth of Independent States",
                None, "affirmed", "asserted",
            ),
            (
                "holds_office",
                "subject=Mikhail Gorbachev; office=president; of=Soviet Union",
                None, "affirmed", "asserted",
            ),
            ("criticized", "subject=Mikhail Gorbachev; object=agreement", None, "affirmed", "asserted"),
            ("member_of", "subject=Georgia; object=CIS", "1993", "affirmed", "asserted"),
            ("withdrew_from", "subject=Georgia; object=organization", "2009", "affirmed", "asserted"),
        ],
    ),
    (
        "fr",
        "L'accord de Minsk a été conclu en septembre 2014 entre l'Ukraine et la Russie. "
        "Il prévoyait un cessez-le-feu immédiat et la libération des otages. "
        "Angela Merkel et François Hollande ont rencontré Vladimir Poutine à Minsk en février 2015. "
        "L'accord n'a jamais été appliqué.",
        [
            ("signed", "subject=Ukraine + Russie; object=accord de Minsk", "2014-09", "affirmed", "asserted"),
            (
                "provides",
                "subject=Il; object=cessez-le-feu immédiat + libération des otages",
                None, "affirmed", "asserted",
            ),
            (
                "met",
                "subject=Angela Merkel + François Hollande; object=Vladimir Poutine",
                "2015-02", "affirmed", "asserted",
            ),
            ("implements", "object=accord", None, "negated", "asserted"),
        ],
    ),
    (
        "en",
        "The Good Friday Agreement was negotiated by Tony Blair, Bertie Ahern and the Northern Irish parties."
        " "
        "The Democratic Unionist Party opposed the agreement. "
        "David Trimble was elected first minister in July 1998. "
        "The agreement created a power-sharing assembly and a North-South ministerial council.",
        [
            (
                "negotiated",
                "subject=Tony Blair + Bertie Ahern + Northern Irish parties; object=Good Friday Agreement",
                None, "affirmed", "asserted",
            ),
            ("opposes", "subject=Democratic Unionist Party; object=agreement", None, "affirmed", "asserted"),
            ("elected", "object=David Trimble; office=first minister", "1998-07", "affirmed", "asserted"),
            (
                "establishes",
                "subject=agreement; object=power-sharing assembly + North-South ministerial council",
                None, "affirmed", "asserted",
            ),
        ],
    ),
    (
        "fr",
        "Le Mercosur a été fondé en 1991 par le traité d'Asunción. "
        "Le Venezuela a adhéré à l'organisation en 2012. "
        "Le président argentin Carlos Menem a proposé la création d'une monnaie commune.",
        [
            ("establishes", "subject=traité d'Asunción; object=Mercosur", "1991", "affirmed", "asserted"),
            ("member_of", "subject=Venezuela; object=organisation", "2012", "affirmed", "asserted"),
            ("holds_office", "subject=Carlos Menem; office=président; of=argentin", None, "affirmed", "asserted"),
            ("proposed", "subject=Carlos Menem; object=création d'une monnaie commune", None, "affirmed", "planned"),
        ],
    ),
    (
        "en",
        "The Abraham Accords were brokered by the United States. "
        "Iran condemned the deal. "
        "Palestinian leader Mahmoud Abbas rejected the accords. "
        "Morocco joined the agreement in December 2020. "
        "Benjamin Netanyahu visited Abu Dhabi in 2021.",
        [
            ("mediated", "subject=United States; object=Abraham Accords", None, "affirmed", "asserted"),
            ("criticized", "subject=Iran; object=deal", None, "affirmed", "asserted"),
            ("holds_office", "subject=Mahmoud Abbas; office=leader; of=Palestinian", None, "affirmed", "asserted"),
            ("rejected", "subject=Mahmoud Abbas; object=accords", None, "affirmed", "asserted"),
            ("party_to", "subject=Morocco; object=agreement", "2020-12", "affirmed", "asserted"),
            ("visited", "subject=Benjamin Netanyahu; object=Abu Dhabi", "2021", "affirmed", "asserted"),
        ],
    ),
    (
        "fr",
        "Le traité de Trianon, signé le 4 juin 1920, a réduit le territoire de la Hongrie. "
        "La Hongrie a dénoncé les clauses militaires en 1938. "
        "Le comte Apponyi, chef de la délégation hongroise, avait exigé un plébiscite.",
        [
            ("signed", "object=traité de Trianon", "1920-06-04", "affirmed", "asserted"),
            ("criticized", "subject=Hongrie; object=clauses militaires", "1938", "affirmed", "asserted"),
            ("holds_office", "subject=Apponyi; office=chef; of=délégation hongroise", None, "affirmed", "asserted"),
            ("demanded", "subject=Apponyi; object=plébiscite", None, "affirmed", "obligation"),
        ],
    ),
    (
        "en",
        "START I was signed by George H. "
        "W. "
        "Bush and Mikhail Gorbachev in July 1991. "
        "Washington accused Moscow of violating the INF Treaty. "
        "If Russia had complied with the treaty, the United States would not have left it. "
        "Should NATO deploy missiles in Poland?",
        [
            (
                "signed",
                "subject=George H. W. Bush + Mikhail Gorbachev; object=START I",
                "1991-07", "affirmed", "asserted",
            ),
            (
                "accused",
                "subject=Washington; target=Moscow; content=violating the INF Treaty",
                None, "affirmed", "asserted",
            ),
            ("violated", "subject=Moscow; object=INF Treaty", None, "affirmed", "asserted"),
            ("implements", "subject=Russia; object=treaty", None, "affirmed", "conditional"),
            ("withdrew_from", "subject=United States; object=it", None, "negated", "counterfactual"),
            ("deploys", "subject=NATO; object=missiles", None, "affirmed", "question"),
        ],
    ),
    (
        "fr",
        "Le Canada, partie au protocole depuis 2002, a critiqué les sanctions. "
        "L'Australie a refusé de ratifier le protocole. "
        "La Russie, qui avait rejoint le Conseil de l'Europe en 1996, a condamné la décision.",
        [
            ("party_to", "subject=Canada; object=protocole", "2002/..", "affirmed", "asserted"),
            ("criticized", "subject=Canada; object=sanctions", None, "affirmed", "asserted"),
            ("ratified", "subject=Australie; object=protocole", None, "negated", "asserted"),
            ("rejected", "subject=Australie; object=de ratifier le protocole", None, "affirmed", "asserted"),
            ("member_of", "subject=Russie; object=Conseil de l'Europe", "1996", "affirmed", "asserted"),
            ("criticized", "subject=Russie; object=décision", None, "affirmed", "asserted"),
        ],
    ),
    (
        "en",
        "The Dayton Agreement, negotiated in Ohio in November 1995 and signed in Paris on 14 December 1995, "
        "put an end to the Bosnian War. "
        "Richard Holbrooke brokered the deal. "
        "Some critics opposed the creation of two entities.",
        [
            ("negotiated", "object=Dayton Agreement", "1995-11", "affirmed", "asserted"),
            ("signed", "object=Dayton Agreement", "1995-12-14", "affirmed", "asserted"),
            ("mediated", "subject=Richard Holbrooke; object=deal", None, "affirmed", "asserted"),
            ("opposes", "subject=critics; object=creation of two entities", None, "affirmed", "asserted"),
        ],
    ),
    (
        "en",
        "Nelson Mandela was elected president of South Africa in May 1994. "
        "The African National Congress demanded the release of political prisoners. "
        "De Klerk proposed a new constitution, but Inkatha rejected it.",
        [
            (
                "elected",
                "object=Nelson Mandela; office=president; of=South Africa",
                "1994-05", "affirmed", "asserted",
            ),
            (
                "demanded",
                "subject=African National Congress; object=release of political prisoners",
                None, "affirmed", "obligation",
            ),
            ("proposed", "subject=De Klerk; object=new constitution", None, "affirmed", "planned"),
            ("rejected", "subject=Inkatha; object=it", None, "affirmed", "asserted"),
        ],
    ),
    (
        "en",
        "The signing of the agreement by Sudan in January 2005 surprised Cairo. "
        "The December 1999 Treaty on Energy Cooperation was rejected by Georgia. "
        "Norway wants to sign the convention. "
        "Iceland will join the European Union in 2030.",
        [
            ("signed", "subject=Sudan; object=agreement", "2005-01", "affirmed", "asserted"),
            ("rejected", "subject=Georgia; object=Treaty on Energy Cooperation", None, "affirmed", "asserted"),
            ("signed", "subject=Norway; object=convention", None, "affirmed", "planned"),
            ("member_of", "subject=Iceland; object=European Union", "2030", "affirmed", "planned"),
        ],
    ),
]  # fmt: skip


ARTICLE = re.compile(r"^(?:(?:the|an?|les?|la|une?|des) |l['’])", re.IGNORECASE)


def row(statement: Statement) -> tuple[str, str, str | None, str, str]:
    """A statement as a line of the table."""
    roles: dict[str, list[str]] = {}
    for argument in statement.arguments:
        roles.setdefault(argument.role, []).append(ARTICLE.sub("", argument.text))
    told = "; ".join(f"{role}={' + '.join(words)}" for role, words in roles.items())
    time = statement.time.edtf if statement.time else None
    return statement.predicate, told, time, statement.polarity, statement.modality


# Written by the other half of this room, and tested there.
ELSEWHERE = ("states", "measures")


@pytest.mark.parametrize(("language", "text", "rows"), TEXTS, ids=[text[:40] for _, text, _ in TEXTS])
def test_statements(language, text, rows, read):
    kept = [one for one in read(language, text) if one.dropped is None and one.predicate not in ELSEWHERE]
    assert [row(one) for one in kept] == rows


def test_every_statement_is_grounded(read):
    for language, text, _ in TEXTS:
        for one in read(language, text):
            assert one.span.start < one.span.end <= len(text)
            assert all(one.span.document == argument.span.document for argument in one.arguments)
            assert all(text[each.span.start : each.span.end] == each.text for each in one.arguments)
            assert one.dropped is not None or all(
                one.span.start <= each.span.start and each.span.end <= one.span.end
                for each in one.arguments
                if one.predicate not in ELSEWHERE
            )


def test_ids_are_unique_and_the_order_is_the_text_s(read):
    for language, text, _ in TEXTS:
        statements = read(language, text)
        assert len({one.id for one in statements}) == len(statements)
        assert [one.span for one in statements] == sorted(one.span for one in statements)


def test_a_dropped_candidate_says_why(read):
    (signed,) = [one for one in read("en", "Norway signed the letter.") if one.predicate == "signed"]
    assert signed.dropped == "object (letter) is none of treaty"
    (founded,) = [one for one in read("en", "Plans for creating a court failed.") if one.predicate == "founded"]
    assert founded.dropped == "nobody is said to do it"


@pytest.mark.parametrize(
    ("language", "text", "predicate", "place"),
    [
        ("en", "Norway signed the treaty in Geneva in May 1990.", "signed", "Geneva"),
        ("fr", "La Norvège a signé le traité à Genève en mai 1990.", "signed", "Genève"),
        ("en", "Norway supported the treaty in Geneva.", "supports", None),
    ],
)
def test_the_place_of_an_event(language, text, predicate, place, read):
    (found,) = [one for one in read(language, text) if one.predicate == predicate and one.dropped is None]
    assert (found.place.text if found.place else None) == place


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        # A date in a treaty's name is no date of the event; a date of one clause is not taken by another.
        ("en", "The December 1999 Treaty was rejected by Georgia.", {"rejected": None}),
        ("fr", "Le traité de 1996 a été rejeté par la Norvège.", {"rejected": None}),
        ("en", "Norway signed the treaty that Sweden had rejected in 1994.", {"signed": None, "rejected": "1994"}),
        ("fr", "En mars 1994, la Norvège a signé et ratifié le traité.", {"signed": "1994-03", "ratified": "1994-03"}),
        (
            "en", "In March 1994, Norway signed the treaty and rejected the protocol.",
            {"signed": "1994-03", "rejected": "1994-03"},
        ),
        ("en", "Norway signed the treaty in March 1994.", {"signed": "1994-03"}),
        ("fr", "La Norvège a signé le traité en mars 1994.", {"signed": "1994-03"}),
    ],
)  # fmt: skip
def test_a_date_belongs_to_its_clause(language, text, times, read):
    kept = [one for one in read(language, text) if one.dropped is None and one.predicate in times]
    assert {one.predicate: one.time.edtf if one.time else None for one in kept} == times


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The treaty with Norway was signed; Iceland signed a similar one in 1991.", ["Iceland"]),
        ("fr", "Le traité avec la Norvège fut signé ; l'Islande en a conclu un autre en 1991.", ["Islande"]),
        ("en", "Iceland signed a similar one in 1991.", []),
        ("fr", "L'Islande en a conclu un autre en 1991.", []),
    ],
)
def test_another_of_a_kind_told_before(language, text, expected, read):
    signed = [one for one in read(language, text) if one.dropped is None and one.predicate == "signed"]
    assert [each.text for one in signed for each in one.arguments if each.role == "subject"] == expected
