"""Agents in lists, with titles, behind clitics and possessives; offices, dates and grades. Gold by hand."""

from __future__ import annotations

import re

import pytest

from pipeline.model import Statement

ARTICLE = re.compile(r"^(?:(?:the|an?|les?|la|une?|des) |l['’](?=.))", re.IGNORECASE)

# language, text, predicate, [roles, EDTF time and what is not plain: "subject=A + B; object=C | 1990-05 | negated"].
TABLE = [
    (
        "fr",
        "Le traité de non-agression a été signé par le roi Hussein de Jordanie, le président syrien Hafez el-Assad, "
        "Saddam Hussein et Yasser Arafat.",
        "signed",
        ["subject=Hussein + Hafez el-Assad + Saddam Hussein + Yasser Arafat; "
         "object=traité de non-agression"],
    ),
    (
        "en",
        "The pact was signed by the Polish president Lech Walesa and the Hungarian prime minister Jozsef Antall.",
        "signed",
        ["subject=Lech Walesa + Jozsef Antall; object=pact"],
    ),
    (
        "en",
        "Helmut Kohl, the German chancellor, and Jacques Chirac, the French president, signed the agreement.",
        "signed",
        ["subject=Helmut Kohl + Jacques Chirac; object=agreement"],
    ),
    (
        "fr",
        "L'accord fut signé par Helmut Kohl, chancelier de l'Allemagne, et par le président Jacques Chirac.",
        "signed",
        ["subject=Helmut Kohl + Jacques Chirac; object=accord"],
    ),
    (
        "fr",
        "Le pacte a été signé le 4 avril 1949 à Washington par le gouvernement belge de Paul-Henri Spaak et le "
        "gouvernement norvégien d'Einar Gerhardsen.",
        "signed",
        ["subject=gouvernement belge de Paul-Henri Spaak + gouvernement norvégien d'Einar Gerhardsen; object=pacte "
         "| 1949-04-04"],
    ),
    (
        "en",
        "The treaty was signed on 25 March 1957 in Rome by Belgium, France, Italy, Luxembourg and the Netherlands.",
        "signed",
        ["subject=Belgium + France + Italy + Luxembourg + Netherlands; object=treaty | 1957-03-25"],
    ),
    # a participle is said of the treaty before or behind it, whatever the parser hung it on
    ("fr", "Conclu le 7 septembre 1977 entre le Panama et les États-Unis, le traité du Canal a été contesté.", "signed",
     ["subject=Panama + États-Unis; object=traité du Canal | 1977-09-07"]),
    ("fr", "La Norvège sortira du texte que Helmut Kohl et François Mitterrand avaient signé en 1990 à Bonn.", "signed",
     ["subject=Helmut Kohl + François Mitterrand; object=texte | 1990"]),
    ("fr", "L'Inde n'est pas partie au traité.", "party_to", ["subject=Inde; object=traité | negated"]),
    ("fr", "L'Albanie et la Grèce ont signé le traité.", "signed", ["subject=Albanie + Grèce; object=traité"]),
    # a genitive ends no list
    ("en", "The presidents of France and Germany signed the treaty.", "signed",
     ["subject=presidents of France and Germany; object=treaty"]),
    ("en", "The treaty signed by Chile and Peru entered into force.", "signed",
     ["subject=Chile + Peru; object=treaty"]),
    # clitics, relatives and possessives stand for what was named before
    ("fr", "Le protocole date de 1997. Les États-Unis ne l'ont jamais ratifié.", "ratified",
     ["subject=États-Unis; object=l' | negated"]),
    ("fr", "Le pacte date de 1955. L'Albanie s'en est retirée en 1968.", "withdrew_from",
     ["subject=Albanie; object=en | 1968"]),
    ("fr", "L'OTAN fut fondée en 1949. Le Danemark et la Norvège en sont membres.", "member_of",
     ["subject=Danemark + Norvège; object=en"]),
    ("fr", "Le traité divisa la classe politique. Le Parti socialiste s'y est opposé.", "opposes",
     ["subject=Parti socialiste; object=y"]),
    ("fr", "Le traité date de 1968. La Corée du Nord, qui l'avait signé en 1985, protesta.", "signed",
     ["subject=Corée du Nord; object=l' | 1985"]),
    ("en", "Nixon flew to Asia. His meeting with Mao surprised Moscow.", "met", ["subject=His; object=Mao"]),
    ("fr", "Nixon partit en Asie. Sa rencontre avec Mao surprit Moscou.", "met", ["subject=Sa; object=Mao"]),
    ("en", "Canada announced its withdrawal from the protocol.", "withdrew_from",
     ["subject=its; object=protocol | planned"]),
    # those who speak and listen are nobody in particular
    ("en", '"We welcome you," he told them.', "supports", []),
    # what a treaty binds to, and the date that it sets
    ("en", "The treaty committed Spain and Portugal to annual summits.", "provides",
     ["subject=treaty; object=annual summits"]),
    ("fr", "Le traité obligeait l'Espagne et le Portugal à des consultations.", "provides",
     ["subject=traité; object=consultations"]),
    ("en", "The agreement set 2012 as the deadline for full disarmament.", "provides",
     ["subject=agreement; object=full disarmament | 2012 | planned"]),
    ("fr", "L'accord fixait 2012 comme échéance de l'union douanière.", "provides",
     ["subject=accord; object=union douanière | 2012 | planned"]),
    # to leave a currency is not to take it
    ("en", "Estonia abandoned the ruble in 1992.", "adopts_currency", []),
    ("fr", "L'Estonie a abandonné le rouble en 1992.", "adopts_currency", []),
    # offices are named by their words, never by a participle
    ("en", "The party, led by Ian Paisley, opposed the agreement.", "holds_office", ["subject=Ian Paisley; of=party"]),
    ("fr", "Le parti, dirigé par Jean Monnet, rejeta l'accord.", "holds_office", ["subject=Jean Monnet; of=parti"]),
    ("en", "Edward Heath succeeded Harold Wilson as prime minister in 1970.", "holds_office",
     ["subject=Edward Heath; office=prime minister | 1970"]),
    ("fr", "Le ministre suédois Carl Bildt et l'ancien président finlandais Martti Ahtisaari ont parlé.",
     "holds_office", ["subject=Carl Bildt; office=ministre; of=suédois",
                      "subject=Martti Ahtisaari; office=président; of=finlandais"]),
    # who is one of them
    ("en", "Iceland, one of the founding members of NATO, protested.", "member_of", ["subject=Iceland; object=NATO"]),
    ("fr", "L'Islande est l'un des pays fondateurs de l'OTAN.", "member_of", ["subject=Islande; object=OTAN"]),
    # a day or month behind the plan dates the agreeing, a year the plan
    ("en", "Chile and Peru agreed to open the border in June 1929.", "agreed",
     ["subject=Chile + Peru; object=open the border in June 1929 | 1929-06 | planned"]),
    ("fr", "Le Chili et le Pérou ont convenu de créer en 1999 un fonds commun.", "agreed",
     ["subject=Chili + Pérou; object=de créer en 1999 un fonds commun | planned"]),
    # what is nobody takes up an object where no subject before fits
    ("en", "Begin and Sadat signed the agreement. It created a joint commission.", "establishes",
     ["subject=It; object=joint commission"]),
    # the ends of a range
    ("en", "The coalition of opponents of the pact ranges from liberals, afraid of war; to the Communists, who "
     "wanted peace.", "opposes", ["subject=liberals + Communists; object=pact"]),
    # a long list of agents with titles, postings and asides, whatever the parser hung it on
    (
        "fr",
        "Le protocole fut signé le 5 mai 2011, dans le village de Valta, par le ministre suédois des Affaires "
        "étrangères Carl Bildt, l'ambassadeur de Norvège en Lettonie Jan Grevstad, la diplomate Anna Lindh, mandatée "
        "par l'Organisation de coopération, et les chefs rebelles Alexandre Ivanov et Igor Petrov.",
        "signed",
        ["subject=Carl Bildt + Jan Grevstad + Anna Lindh + Alexandre Ivanov + Igor Petrov; object=protocole "
         "| 2011-05-05"],
    ),
    # the subject before an insertion that the parser lost it behind
    ("fr", "Pékin, qui n'est pas partie au traité, refuse toute négociation.", "party_to",
     ["subject=Pékin; object=traité | negated"]),
    ("fr", "Pékin, qui n'est pas partie au traité, refuse toute négociation.", "rejected",
     ["subject=Pékin; object=négociation"]),
    ("fr", "Une convention, conclue le 5 mai 1923 entre le Chili et le Pérou, prévoit un échange de territoires.",
     "provides", ["subject=convention; object=échange de territoires"]),
    ("fr", "Une convention, conclue le 5 mai 1923 entre le Chili et le Pérou, prévoit un échange de territoires.",
     "signed", ["subject=Chili + Pérou; object=convention | 1923-05-05"]),
    ("fr", "En Suède, le ministre de la Défense Jan Berg, chef des libéraux, quitta la coalition.", "withdrew_from",
     ["subject=Jan Berg; object=coalition"]),
    ("fr", "Élue présidente en mai 2024, Anna Berg refusa de signer.", "elected",
     ["object=Anna Berg; office=présidente | 2024-05"]),
    # what stands behind a date is no part of it
    ("fr", "La Norvège se retirera vendredi 2 août 2019 du traité.", "withdrew_from",
     ["subject=Norvège; object=traité | 2019-08-02 | planned"]),
    # a clitic that looks like an article
    ("fr", "Le traité fut signé en 1990. Le Parlement l'approuve de justesse en octobre 1995.", "ratified",
     ["subject=Parlement; object=l' | 1995-10"]),
    # denied, an object has no article; a number of people are those people
    ("fr", "Le président suédois n'a pas exigé d'excuses.", "demanded",
     ["subject=président suédois; object=excuses | negated | obligation"]),
    ("fr", "Plusieurs milliers de manifestants ont dénoncé une capitulation.", "criticized",
     ["subject=manifestants; object=capitulation"]),
    # « dont » stands for a genitive
    ("fr", "Il quitta l'OTAN, dont le Danemark devint membre en 1949.", "member_of",
     ["subject=Danemark; object=OTAN | 1949"]),
    # the present that looks like a preposition, and the simple past that looks like a participle
    ("fr", "Le traité de Rome entre en vigueur le 5 mai 1958.", "entered_into_force",
     ["subject=traité de Rome | 1958-05-05"]),
    ("fr", "L'accord revint à l'OTAN, qui déploya dans la région 700 soldats.", "deploys",
     ["subject=OTAN; object=700 soldats"]),
    # what the parser hung elsewhere: an object behind a place, a relative pronoun's noun, a date behind a second verb
    ("fr", "Le Chili et le Pérou signèrent à Lima un accord portant création d'un fonds.", "signed",
     ["subject=Chili + Pérou; object=accord"]),
    ("fr", "La monnaie unique, que Jan Berg avait proposée en mars 2015, a été abandonnée.", "proposed",
     ["subject=Jan Berg; object=monnaie unique | 2015-03 | planned"]),
    ("fr", "Le traité de paix fut ratifié par le Chili et entra en vigueur le 25 avril 1979.", "entered_into_force",
     ["subject=traité de paix | 1979-04-25"]),
    ("fr", "Anna Berg est la première ministre suédoise à visiter le Chili.", "visited",
     ["subject=Anna Berg; object=Chili"]),
    # the verb left out after the first
    ("fr", "Le traité date de 1990. Le Chili le ratifie le 15 juillet 1992 et le Pérou le 28 juillet 1993.", "ratified",
     ["subject=Chili; object=le | 1992-07-15", "subject=Pérou; object=le | 1993-07-28"]),
    ("en", "Norway ratified the treaty in 1990, Sweden in 1991 and Finland in 1995.", "ratified",
     ["subject=Norway; object=treaty | 1990", "subject=Sweden; object=treaty | 1991",
      "subject=Finland; object=treaty | 1995"]),
    ("en", "Norway visited Sweden in 1990 and Finland in 1991.", "ratified", []),
]  # fmt: skip


def row(statement: Statement) -> str:
    roles: dict[str, list[str]] = {}
    for argument in statement.arguments:
        roles.setdefault(argument.role, []).append(ARTICLE.sub("", argument.text))
    parts = ["; ".join(f"{role}={' + '.join(words)}" for role, words in roles.items())]
    parts += [statement.time.edtf or ""] if statement.time else []
    parts += [one for one in (statement.polarity, statement.modality) if one not in ("affirmed", "asserted")]
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("language", "text", "predicate", "rows"), TABLE, ids=[f"{one[2]}-{one[0]}-{one[1][:40]}" for one in TABLE]
)
def test_who_does_what(language, text, predicate, rows, read):
    kept = [one for one in read(language, text) if one.predicate == predicate and one.dropped is None]
    assert [row(one) for one in kept] == rows


@pytest.mark.parametrize(
    ("language", "text", "predicate", "grade"),
    [
        ("en", "Norway signed the treaty.", "signed", "verbatim"),
        ("fr", "Le traité a été signé par la Norvège.", "signed", "verbatim"),
        ("en", "Sweden, which rejected the treaty, is neutral.", "rejected", "verbatim"),
        ("en", "The signing of the treaty by Norway surprised London.", "signed", "derived"),
        ("en", "Norway wanted to sign the treaty.", "signed", "derived"),
        ("fr", "La Norvège a décidé de signer le traité.", "signed", "derived"),
    ],
)
def test_the_grade_tells_what_the_sentence_says_itself(language, text, predicate, grade, read):
    (found,) = [one for one in read(language, text) if one.predicate == predicate and one.dropped is None]
    assert found.grade == grade


def test_a_pair_of_pronouns_is_dropped_with_a_reason(read):
    (found,) = [one for one in read("en", '"We welcome you," he told them.') if one.predicate == "supports"]
    assert found.dropped == "only those who speak and listen"
