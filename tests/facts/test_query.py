"""`accord query`: the same questions from the command line."""

import json

import pytest

from pipeline.cli import main

QUESTIONS = {
    "about Arland": 2,
    "between Arlande Borduria": 3,
    "said-by Zoé": 1,
    "timeline Sorn": 7,
    "disputed": 2,
    "only en": 2,
    "as-of 2001": 5,
    "without texte.txt": 4,
    "network Karl": 1,
    "find arland": 1,
    "evidence claim-signed": 3,
}


def ask(small_outputs, words: str, *more: str) -> int:
    return main(["query", *words.split(), "--outputs", str(small_outputs), *more])


@pytest.mark.parametrize("words", QUESTIONS)
def test_json_has_all_rows(small_outputs, capsys, words):
    assert ask(small_outputs, words, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == QUESTIONS[words]


@pytest.mark.parametrize("words", [one for one in QUESTIONS if not one.startswith("evidence")])
def test_a_table_says_how_many_rows(small_outputs, capsys, words):
    assert ask(small_outputs, words) == 0
    assert f"{QUESTIONS[words]} row" in capsys.readouterr().out


def test_evidence_shows_passages(small_outputs, capsys):
    assert ask(small_outputs, "evidence claim-signed", "--language", "fr") == 0
    shown = capsys.readouterr().out
    assert "Arlande · a signé" in shown
    assert "⟦Arland signed" in shown


def test_sql(small_outputs, capsys):
    assert main(["query", "sql", "select 6 * 7 as answer", "--outputs", str(small_outputs), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"answer": 42}]


def test_a_name_that_nobody_bears_is_told_with_near_ones(small_outputs, capsys):
    assert ask(small_outputs, "about Arlant") == 0
    shown = capsys.readouterr()
    assert "0 rows" in shown.out
    assert "Near: Arland" in shown.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("as-of soon", "2000-12"),
        ("without none.txt", "memo.txt"),
        ("evidence claim-x", "claim-x"),
        ("sql selec", "syntax"),
    ],
)
def test_a_question_that_cannot_be_answered_ends_with_2_and_a_message(small_outputs, capsys, words, told):
    assert ask(small_outputs, words) == 2
    assert told in capsys.readouterr().err


def test_outputs_that_do_not_serve(tmp_path, capsys):
    assert ask(tmp_path, "disputed") == 2
    assert "make run" in capsys.readouterr().err
