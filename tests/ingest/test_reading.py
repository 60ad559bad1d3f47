"""Bytes → text: encodings, languages, what is refused and how it is said."""

import codecs

import pytest

from pipeline.model import Span
from pipeline.stages.ingest import BrokenDocument, text_key
from pipeline.text import locate

FRENCH = (
    "Le traité de l’Élysée a été signé à Paris par le général de Gaulle et le chancelier Adenauer. « Très bien », "
    "répondit-il, où l’intérêt de l’Europe était déjà reconnu ; ça n’a pas empêché le préambule du Bundestag. "
    "L’œuvre commune prévoit des rencontres régulières, et les échanges de jeunes ont commencé dès l’été."
)
ENGLISH = (
    "The accords were signed at Camp David by Sadat and Begin, after thirteen days of talks with President Carter. "
    "The naïve hopes of a “comprehensive” peace – and a rôle for Jordan – came to nothing in the years that followed."
)
GERMAN = (
    "Der Vertrag wurde von den beiden Regierungen unterzeichnet und später vom Parlament mit großer Mehrheit "
    "angenommen, obwohl die Opposition sich dagegen ausgesprochen hatte."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_encodings_are_told_by_the_letters(read, text, language, encoding):
    document = read(text, f"a.{language}.txt", encoding)
    assert (document.raw, document.encoding) == (text, encoding)
    assert document.issues == ()


@pytest.mark.parametrize("encoding", ["cp850", "iso-8859-15"])
def test_encodings_without_curly_quotes(read, encoding):
    text = FRENCH.replace("’", "'").replace("L'œuvre", "L'action")
    document = read(text, "a.fr.txt", encoding)
    assert document.raw == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_mark_names_the_encoding_and_stays_in_the_original(read, mark, encoding):
    data = mark + FRENCH.encode(encoding)
    document = read(data, "a.fr.txt")
    assert document.encoding == encoding
    assert document.raw == data.decode(encoding) == "\ufeff" + FRENCH
    assert document.text == FRENCH
    evidence = locate(document, Span(document.id, 3, 9))
    assert (evidence.quote, evidence.start) == ("traité", 4)
    assert data[evidence.byte_start : evidence.byte_end].decode(encoding) == "traité"


def test_a_doubtful_encoding_is_an_issue(read):
    document = read(b"The price of the treaty was 5 \xa4 a head, and nobody in the country paid it.")
    assert [issue.kind for issue in document.issues] == ["encoding"]


REFUSED = {
    "empty": (b"", "a.en.txt", "", "empty"),
    "blank": (b" \n\t\n", "a.en.txt", "", "empty"),
    "no words": (b"--- ***\n", "a.en.txt", "", "not a word"),
    "binary": (b"The treaty\x00\x01\x02\x03 was \x00\x04", "a.en.txt", "byte 10", "NUL"),
    "controls": (b"The treaty \x01\x02 was \x03\x04 signed", "a.en.txt", "byte 11", "control characters"),
    "broken utf-8": (("é" * 40).encode() + b"\xc3\x28" + FRENCH.encode(), "a.fr.txt", "byte 80", "UTF-8"),
    "broken utf-16": (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "a.en.txt", "byte 2", "utf-16-le"),
    "another format": (b"%PDF-1.4", "a.en.pdf", "", ".pdf is not read here"),
    "no suffix": (b"The treaty", "treaty", "", "without a suffix"),
    "no pack": (GERMAN.encode(), "a.txt", "", "'de', which has no pack (considered: en, fr)"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(read, name):
    data, path, place, problem = REFUSED[name]
    with pytest.raises(BrokenDocument) as refused:
        read(data, path)
    assert refused.value.path == path
    assert refused.value.place == place
    assert problem in refused.value.problem
    assert refused.value.remedy


def test_a_language_told_without_a_pack(read):
    with pytest.raises(BrokenDocument, match=r"models/languages/de\.toml"):
        read(GERMAN, language="de")


@pytest.mark.parametrize(
    ("text", "path", "told", "language", "kinds"),
    [
        (FRENCH, "a.txt", None, "fr", []),
        (ENGLISH, "a.md", None, "en", []),
        (ENGLISH, "a.en.txt", None, "en", []),
        (ENGLISH, "a.fr.txt", None, "fr", ["language", "mixed languages"]),
        (ENGLISH, "a.fr.txt", "en", "en", []),
        (f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}", "a.en.txt", None, "en", ["mixed languages"]),
        (f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}", "a.v2.txt", None, "en", []),
    ],
)
def test_languages(read, text, path, told, language, kinds):
    document = read(text, path, language=told)
    assert document.language == language
    assert [issue.kind for issue in document.issues] == kinds


def test_paragraphs_in_another_language_are_shown(read):
    document = read(f"{ENGLISH}\n\n{FRENCH}\n\n{ENGLISH}")
    [issue] = document.issues
    assert [document.text[span.start : span.end] for span in issue.spans] == [FRENCH]


def test_lost_characters_are_an_issue(read):
    [issue] = read(ENGLISH.replace("ï", "\ufffd")).issues
    assert issue.kind == "lost characters"


def test_copies_have_one_key(read):
    plain, other = read(FRENCH, "a.fr.txt"), read(FRENCH.replace(" ", "\u00a0", 3), "b.fr.txt", "cp1252")
    wrapped = read(FRENCH.replace("Paris par", "Paris\npar").replace("’", "'"), "c.fr.txt")
    assert text_key(plain) == text_key(other) == text_key(wrapped)
    assert text_key(plain) != text_key(read(FRENCH + " Fin.", "a.fr.txt"))
    assert plain.id != other.id
