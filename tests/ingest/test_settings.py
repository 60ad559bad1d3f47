"""corpus.toml: what it may say, and how a fault in it is said."""

from pathlib import Path

import pytest

from pipeline.stages.ingest import BrokenDocument, DocumentSettings, read_settings

GOOD = """
[documents."elysee.fr.txt"]
title = "Traité de l'Élysée"
authors = ["Jean Dupont"]
date = "1963-01-22"

[documents."elysee.en.txt"]
language = "en"
translation_of = "elysee.fr.txt"
"""


def test_settings_are_found_by_file_name():
    settings = read_settings(GOOD.encode(), "corpus/corpus.toml")
    assert settings.of("corpus/documents/elysee.fr.txt").authors == ("Jean Dupont",)
    assert settings.of("elysee.en.txt").translation_of == "elysee.fr.txt"
    assert settings.of("other.en.txt") == DocumentSettings()


def test_the_example_of_the_documentation_is_read():
    page = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    settings = read_settings(example.encode(), "corpus.toml")
    assert settings.of("elysee.fr.txt").date == "1963-01"
    assert all(name in example for name in DocumentSettings.__struct_fields__)
    assert "words = " in example


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('[documents."a.en.txt"]\nauthor = "X"', 'documents."a.en.txt"', "unknown field `author`"),
        ('[documents."a.en.txt"]\nauthors = "X"', 'documents."a.en.txt".authors', "Expected `array`"),
        ("[document]\n", "document", "no key of corpus.toml"),
        ("documents = 3\n", "documents", "no key of corpus.toml"),
        ("[documents\n", "", "line 1"),
        ("align = 3\n", "align", "no key of corpus.toml"),
        ('[align]\nword = "context"\n', "align", "unknown field `word`"),
        ('[align]\nwords = "all"\n', "align.words", "Invalid enum value"),
        (
            '[documents."a.en.txt"]\ntranslation_of = "a.en.txt"',
            'documents."a.en.txt".translation_of',
            "its own translation",
        ),
    ],
)
def test_faults_name_the_key_and_the_remedy(text, place, words):
    with pytest.raises(BrokenDocument) as refused:
        read_settings(text.encode(), "corpus.toml")
    assert refused.value.place == place
    assert words in refused.value.problem
    assert refused.value.remedy


def test_what_words_are_linked_by_is_said_or_vectors():
    assert read_settings(b"", "corpus.toml").align.words == "vectors"
    assert read_settings(b'[align]\nwords = "context"\n', "corpus.toml").align.words == "context"


def test_bytes_that_are_no_utf8():
    with pytest.raises(BrokenDocument, match="byte 3"):
        read_settings(b"#a \xff", "corpus.toml")
