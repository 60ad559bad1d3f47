"""A TMX as decisions: what stands in the documents is accepted, what does not is told; no TMX does any harm."""

from dataclasses import replace

import pytest
from made import NOBODY, world

from pipeline.cli import main
from pipeline.model import Graph
from pipeline.review.ledger import read_ledger
from pipeline.review.memories import MemoryFault, decisions_of, read_memory
from pipeline.stages.publish.alignment import alignment_files


@pytest.fixture(scope="module")
def made(knowledge):
    return world(knowledge)


def memory(*units: str, head: str = "") -> bytes:
    body = f"<header/><body>{''.join(units)}</body>"
    return f"<?xml version='1.0' encoding='UTF-8'?>{head}<tmx version='1.4'>{body}</tmx>".encode()


def unit(french: str, english: str, more: str = "", languages: tuple[str, str] = ("fr", "en")) -> str:
    left, right = languages
    return (
        f"<tu {more}><tuv xml:lang='{left}'><seg>{french}</seg></tuv>"
        f"<tuv xml:lang='{right}'><seg>{english}</seg></tuv></tu>"
    )


def taken(made, data: bytes, known=None):
    return decisions_of(read_memory(data), [made.french.document, made.english.document], known or {})


def test_our_own_memory_comes_back_whole(made):
    pairs = [made.pair((0, 1), (0,)), made.pair((2,), (1, 2)), made.pair((3,), (3,))]
    rejected = replace(pairs[2], decision="rejected")
    files = alignment_files(
        Graph(alignments=(*pairs[:2], rejected)), (made.french, made.english), NOBODY, made.knowledge
    )
    decisions, unfound = taken(made, files["alignment/fr-en.tmx"])
    assert unfound == []
    assert made.told(pairs, *decisions) == [("01|0", "accepted"), ("2|12", "accepted"), ("3|3", None)]


def test_a_passage_with_a_gap_is_known_by_its_name(made):
    one = made.pair((0, 2), (0,))
    files = alignment_files(Graph(alignments=(one,)), (made.french, made.english), NOBODY, made.knowledge)
    known = {one.id: tuple(made.answer("accepted", (0, 2), (0,)).passages)}
    decisions, _ = taken(made, files["alignment/fr-en.tmx"], known)
    assert made.told([], *decisions) == [("02|0", "accepted")]
    assert len(taken(made, files["alignment/fr-en.tmx"])[1]) == 1


@pytest.mark.parametrize("languages", [("fr", "en"), ("FR-fr", "en_GB")])
def test_other_tools_write_languages_and_inline_codes_their_way(made, languages):
    french = "Le <hi>pont</hi><ph x='1'>{b}</ph> fut\n fermé."
    decisions, unfound = taken(
        made, memory(unit(french, "The bridge was closed.", "changeid='Zoë'", languages=languages))
    )
    assert unfound == []
    assert decisions[0].by == "Zoë"
    assert made.told([], *decisions) == [("1|1", "accepted")]


@pytest.mark.parametrize(
    ("french", "english", "why"),
    [
        ("Le pont fut rouvert.", "The bridge was closed.", "does not stand"),
        ("e", "The bridge was closed.", "times"),
        ("", "The bridge was closed.", "does not stand"),
    ],
)
def test_what_stands_nowhere_or_twice_is_told(made, french, english, why):
    decisions, unfound = taken(made, memory(unit(french, english, "tuid='u7'")))
    assert decisions == []
    assert why in unfound[0].why
    assert unfound[0].name == "u7"


def test_a_unit_of_other_languages_is_told(made):
    assert "two languages" in taken(made, memory(unit("Hola.", "Hi.", languages=("es", "en"))))[1][0].why


BOMB = "<!DOCTYPE tmx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
FILE = "<!DOCTYPE tmx [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize(
    "data",
    [
        memory(unit("&b;", "&b;"), head=BOMB),
        memory(unit("&a;", "&a;"), head=FILE),
        b"<tmx",
        b"",
        b"<html/>",
        b"\x00\x01",
    ],
)
def test_a_memory_that_is_none_or_means_harm_is_refused(made, data):
    with pytest.raises(MemoryFault):
        taken(made, data)


def test_the_command_takes_both_kinds_of_file(made, tmp_path, capsys):
    corpus = tmp_path / "corpus"
    (corpus / "documents").mkdir(parents=True)
    for one in (made.french.document, made.english.document):
        (corpus / "documents" / one.path).write_text(one.raw)
    folders = ["--corpus", str(corpus), "--outputs", str(tmp_path / "outputs")]
    file = tmp_path / "back.tmx"
    file.write_bytes(
        memory(unit("Le pont fut fermé.", "The bridge was closed."), unit("Rien.", "Nothing.", "tuid='u2'"))
    )
    assert main(["decisions", str(file), *folders]) == 1
    told = capsys.readouterr()
    assert "1 new decision;" in told.out
    assert "u2" in told.err
    assert main(["decisions", str(corpus / "decisions" / "alignments.jsonl"), *folders]) == 0
    assert "0 new decisions, 1 known already" in capsys.readouterr().out
    assert made.told([], *read_ledger(corpus).decisions) == [("1|1", "accepted")]
    (tmp_path / "bad.jsonl").write_text('{"verdict": "accepted"}\n')
    assert main(["decisions", str(tmp_path / "bad.jsonl"), *folders]) == 1
    assert "bad.jsonl, line 1" in capsys.readouterr().err
    assert main(["decisions", str(tmp_path / "none.jsonl"), *folders]) == 2
    assert "none.jsonl" in capsys.readouterr().err
