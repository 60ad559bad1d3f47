"""Heads of documents as people write them → what each field says, as the text of its span."""

import pytest

EN = (
    "The two governments signed the treaty in the spring, after long negotiations between their ministers. "
    "It provides for regular meetings and for the withdrawal of all troops from the border region."
)
FR = (
    "Les deux gouvernements ont signé le traité au printemps, après de longues négociations entre leurs ministres. "
    "Il prévoit des rencontres régulières et le retrait de toutes les troupes de la région frontalière."
)

HEADS = {
    "memo with a bare name": (
        "en",
        "Russia’s Belarus Dilemma\n\nArkady Moshes\nDecember 2000\n\nPONARS Policy Memo 182\nInstitute of Europe\n\n"
        + EN,
        {"title": "Russia’s Belarus Dilemma", "authors": ["Arkady Moshes"], "date": "December 2000", "number": "182"}
        | {"series": "PONARS Policy Memo", "publisher": "PONARS", "institute": "Institute of Europe"},
    ),
    "series first, two authors": (
        "en",
        "CSIS Policy Brief No. 4\n\nAfter Dayton: Who Keeps the Peace?\n\n"
        f"By Jane Doe and John Q. Smith\n14 March 2001\n\n{EN}",
        {"series": "CSIS Policy Brief", "publisher": "CSIS", "number": "4", "date": "14 March 2001"}
        | {"title": "After Dayton: Who Keeps the Peace?", "authors": ["Jane Doe", "John Q. Smith"]},
    ),
    "labels": (
        "en",
        f"Title: The Camp David Accords\nAuthor: Miriam Levi\nDate: September 17, 1998\nSource: The Review\n\n{EN}",
        {"title": "The Camp David Accords", "authors": ["Miriam Levi"], "date": "September 17, 1998"}
        | {"publisher": "The Review"},
    ),
    "front matter between rules": (
        "en",
        f'---\ntitle: "Minsk and After"\nauthor: Olga Marsh\ndate: 2016-02-11\n---\n\n{EN}',
        {"title": "Minsk and After", "authors": ["Olga Marsh"], "date": "2016-02-11"},
    ),
    "byline with affiliation": (
        "en",
        f"The Good Friday Agreement at Twenty\nBy Siobhan O’Neill, University of Ulster\nSpring 2018\n\n{EN}",
        {"title": "The Good Friday Agreement at Twenty", "authors": ["Siobhan O’Neill"], "date": "Spring 2018"}
        | {"institute": "University of Ulster"},
    ),
    "dateline of an agency": (
        "en",
        f"GENEVA, 3 May (Reuters) – {EN}",
        {"publisher": "Reuters", "date": "3 May"},
    ),
    "dateline under a headline": (
        "en",
        f"Ministers agree on arms treaty\n\nWASHINGTON (AP) — {EN}",
        {"title": "Ministers agree on arms treaty", "publisher": "AP"},
    ),
    "treaty with a title only": ("en", f"Treaty of Maastricht\n\n{EN}", {"title": "Treaty of Maastricht"}),
    "a title that holds a date": (
        "en",
        f"Treaty of Rome, 25 March 1957\n\n{EN}",
        {"title": "Treaty of Rome, 25 March 1957"},
    ),
    "encyclopedic, none": ("en", EN, {}),
    "a first heading is no author": (
        "en",
        f"The Kyoto Protocol\n\nMain Provisions\n\n{EN} The provisions are few, the main ones three.",
        {"title": "The Kyoto Protocol"},
    ),
    "markdown": ("en", f"# The START treaties\n\n## Origins\n\n{EN}", {"title": "The START treaties"}),
    "place before the date": (
        "en",
        f"Communiqué of the Conference\n\nVienna, 4 June 1961\n\n{EN}",
        {"title": "Communiqué of the Conference", "date": "4 June 1961"},
    ),
    "capitals, institute first": (
        "en",
        "CARNEGIE ENDOWMENT FOR INTERNATIONAL PEACE\nPOLICY BRIEF 44\nSeptember 2008\n\nARMS CONTROL AFTER START\n"
        f"Alexei Arbatov and Rose Gottemoeller\n\n{EN}",
        {"institute": "CARNEGIE ENDOWMENT FOR INTERNATIONAL PEACE", "series": "POLICY BRIEF", "number": "44"}
        | {"date": "September 2008", "title": "ARMS CONTROL AFTER START"}
        | {"authors": ["Alexei Arbatov", "Rose Gottemoeller"]},
    ),
    "journal with issue": (
        "en",
        f"Foreign Affairs, Vol. 74, No. 3 (May/June 1995)\n\nThe Clash over NATO\n\nMichael Mandelbaum\n\n{EN}",
        {"series": "Foreign Affairs, Vol. 74", "number": "3", "date": "May/June 1995", "title": "The Clash over NATO"}
        | {"authors": ["Michael Mandelbaum"]},
    ),
    "news: date with weekday, authors with places": (
        "en",
        "Published: Friday, 6 December 2019\n\nLeaders sign Mercosur accord\n\n"
        f"By John Smith in Brussels and Anna Kowalska in Warsaw\n\n{EN}",
        {"title": "Leaders sign Mercosur accord", "date": "6 December 2019"}
        | {"authors": ["John Smith", "Anna Kowalska"]},
    ),
    "news: byline and date in one line": (
        "en",
        f"What Is the Minsk Agreement?\n\nBy Naja Bentzen | Last updated: 12 February 2016\n\n{EN}",
        {"title": "What Is the Minsk Agreement?", "date": "12 February 2016", "authors": ["Naja Bentzen"]},
    ),
    "date and time": (
        "en",
        f"Leaders welcome Mercosur deal\n\nReuters\n\n6 December 2019 - 10:32 GMT\n\n{EN}",
        {"title": "Leaders welcome Mercosur deal", "date": "6 December 2019"},
    ),
    "TASS": ("en", f"MINSK, February 12. /TASS/. {EN}", {"publisher": "TASS", "date": "February 12"}),
    "encyclopedia with a hatnote": (
        "en",
        f"The Abraham Accords\n\nFrom Wikipedia, the free encyclopedia\n\n{EN}",
        {"title": "The Abraham Accords"},
    ),
    "a person and a country are no author": (
        "en",
        f"France and Germany\n\nCharles de Gaulle\n\n{EN}",
        {"title": "France and Germany"},
    ),
    "a table of contents is no title": ("fr", f"Sommaire\n\nIntroduction\n\n{FR}", {}),
    "quotidien": (
        "fr",
        f"Le Monde, 18 mars 1962\n\nLa paix en Algérie\n\nPar Jean Lacouture\n\n{FR}",
        {"date": "18 mars 1962", "title": "La paix en Algérie", "authors": ["Jean Lacouture"]},
    ),
    "deux lignes de titre": (
        "fr",
        "Les Notes de l'Ifri n° 34\n\nL'Union Russie-Biélorussie\nUn mariage de raison ?\n\nAnaïs Marin\n\nJuin 2014"
        f"\n\nInstitut français des relations internationales\n\n{FR}",
        {"series": "Les Notes de l'Ifri", "publisher": "Ifri", "number": "34", "title": "L'Union Russie-Biélorussie"}
        | {"authors": ["Anaïs Marin"], "date": "Juin 2014"}
        | {"institute": "Institut français des relations internationales"},
    ),
    "revue": (
        "fr",
        f"Politique étrangère 2/1996\nDominique Moïsi\nDe Maastricht à Dayton\n\n{FR}",
        {"series": "Politique étrangère", "number": "2/1996", "authors": ["Dominique Moïsi"]}
        | {"title": "De Maastricht à Dayton"},
    ),
    "presse en ligne": (
        "fr",
        "Le protocole de Kyoto\n\nPublié le 16 février 2005 à 12h00 - Mis à jour le 17 février 2005\n\n"
        f"Par Hervé Kempf\n\n{FR}",
        {"title": "Le protocole de Kyoto", "date": "16 février 2005", "authors": ["Hervé Kempf"]},
    ),
    "institute above the title, function below the name": (
        "en",
        "European Council on Foreign Relations\n\nThe Normandy Format after Minsk\n\nGustav Gressel\nSenior Fellow\n\n"
        f"3 July 2019\n\n{EN}",
        {"institute": "European Council on Foreign Relations", "title": "The Normandy Format after Minsk"}
        | {"authors": ["Gustav Gressel"], "date": "3 July 2019"},
    ),
    "a service is no author": (
        "en",
        f"Kosovo and Serbia\nBrussels, 19 April 2013\nEuropean External Action Service\n\n{EN}",
        {"title": "Kosovo and Serbia", "date": "19 April 2013", "institute": "European External Action Service"},
    ),
    "an article about an institute": ("en", f"Council of Europe\n\nHistory\n\n{EN}", {"title": "Council of Europe"}),
    "a chapter is no title": ("en", f"Chapter 3\n\nThe Road to Oslo\n\n{EN}", {"title": "The Road to Oslo"}),
    "article premier": ("fr", f"Article 1er\n\n{FR}", {}),
    "blog": (
        "fr",
        f"Publié par Jean Martin le 3 mars 2011\n\nKyoto, et après ?\n\n{FR}",
        {"authors": ["Jean Martin"], "date": "3 mars 2011", "title": "Kyoto, et après ?"},
    ),
    "note de l'Ifri": (
        "fr",
        f"Note de l'Ifri n° 12\n\nLe traité de l'Élysée à soixante ans\n\nJean-Pierre de La Tour\nmars 2010\n\n{FR}",
        {"series": "Note de l'Ifri", "publisher": "Ifri", "number": "12", "date": "mars 2010"}
        | {"title": "Le traité de l'Élysée à soixante ans", "authors": ["Jean-Pierre de La Tour"]},
    ),
    "par": (
        "fr",
        f"Trianon, cent ans après\nPar Éva Szabó, Université de Szeged\nPublié le 4 juin 2020\n\n{FR}",
        {"title": "Trianon, cent ans après", "authors": ["Éva Szabó"], "institute": "Université de Szeged"}
        | {"date": "4 juin 2020"},
    ),
    "dépêche": ("fr", f"PARIS, 12 mars (AFP) – {FR}", {"publisher": "AFP", "date": "12 mars"}),
    "étiquettes": (
        "fr",
        f"Titre : Les accords d’Évian\nAuteur : Karim Belkacem\nDate : 18 mars 2012\nÉditeur : La Revue\n\n{FR}",
        {
            "title": "Les accords d’Évian",
            "authors": ["Karim Belkacem"],
            "date": "18 mars 2012",
            "publisher": "La Revue",
        },
    ),
    "traité seul": ("fr", f"Traité de l'Élysée\n\n{FR}", {"title": "Traité de l'Élysée"}),
    "encyclopédique": ("fr", FR, {}),
    "document de travail": (
        "fr",
        "Document de travail n° 2003-07\nLe Mercosur et l'Union européenne\nMaria Souza et Paul Durand\n"
        f"1er juillet 2003\n\n{FR}",
        {"series": "Document de travail", "number": "2003-07", "title": "Le Mercosur et l'Union européenne"}
        | {"authors": ["Maria Souza", "Paul Durand"], "date": "1er juillet 2003"},
    ),
    "premier intertitre": (
        "fr",
        f"Accords de Minsk\n\nRelations bilatérales\n\n{FR} Les relations bilatérales restent tendues.",
        {"title": "Accords de Minsk"},
    ),
    "lieu et date": (
        "fr",
        f"Déclaration commune\n\nFait à Paris, le 22 janvier 1963\n\n{FR}",
        {"title": "Déclaration commune"},
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_head(read, name):
    language, text, expected = HEADS[name]
    document = read(text, f"a.{language}.txt")
    fields = ("title", "institute", "publisher", "series", "number", "date")
    found = {field: value.value for field in fields if (value := getattr(document.head, field))}
    if document.head.authors:
        found["authors"] = [author.value for author in document.head.authors]
    assert found == expected
    for value in (*document.head.authors, *(getattr(document.head, field) for field in fields)):
        if value:
            assert document.text[value.span.start : value.span.end] == value.value


def test_settings_beat_the_head(read):
    document = read(HEADS["par"][1], "a.fr.txt", title="Trianon", authors=("E. Szabo",), date="2020-06")
    assert (document.head.title.value, document.head.title.span) == ("Trianon", None)
    assert [author.value for author in document.head.authors] == ["E. Szabo"]
    assert document.head.institute.value == "Université de Szeged"


def test_kinds_of_sections(read):
    text = (
        HEADS["memo with a bare name"][1]
        + f"\n\nWhy It Matters\n\n{EN}\n\nNotes\n\n1. See the review of 1999.\n\n[2] Ibid."
    )
    kinds = [section.kind for section in read(text).sections]
    assert kinds == ["title", *["byline"] * 4, "paragraph", "heading", "paragraph", "heading", "note", "note"]
