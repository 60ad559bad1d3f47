"""Lines in, lines out: nothing that a person decided is lost, whatever happens to the file."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Decision, Place
from pipeline.review.ledger import NAME, add, read_ledger
from pipeline.review.lines import LineFault, read_line, read_lines, written


def decision(start: int = 0, verdict: str = "accepted", by: str | None = None, id: str | None = None) -> Decision:
    french = Place(path="a.fr.txt", start=start, end=start + 4, quote="gué.")
    english = Place(path="b.en.txt", start=start, end=start + 5, quote="Ford.", document="doc-1")
    return Decision(verdict=verdict, passages=(french, english), by=by, id=id)


def ledger(folder):
    return folder / NAME


def test_a_decision_comes_back_as_it_was(tmp_path):
    one = decision(3, "edited", "Zoë </script>\u202e", "x1")
    assert add(tmp_path, [one]).new == 1
    assert read_ledger(tmp_path).decisions == (one,)
    assert add(tmp_path, []).new == 0


@given(st.text(min_size=1, max_size=40).filter(lambda text: text.encode(errors="ignore").decode() == text))
def test_any_words_survive_a_line(quote):
    place = Place(path="a.fr.txt", start=0, end=len(quote), quote=quote)
    other = Place(path="b.en.txt", start=0, end=1, quote="x")
    one = Decision(verdict="accepted", passages=(place, other), by=quote)
    line = written(one)
    assert b"\n" not in line
    assert read_line(line) == one


def test_a_line_cut_short_loses_nothing_else(tmp_path):
    add(tmp_path, [decision(1), decision(2)])
    whole = ledger(tmp_path).read_bytes()
    for length in range(whole.index(b"\n") + 2, len(whole) - 1):
        ledger(tmp_path).write_bytes(whole[:length])
        read = read_ledger(tmp_path)
        assert read.decisions == (decision(1),)
        assert "line 2" in read.broken[0].message
        assert "cut short" in read.broken[0].message
        add(tmp_path, [decision(3)])
        assert ledger(tmp_path).read_bytes().startswith(whole[:length] + b"\n")
        after = read_ledger(tmp_path)
        assert after.decisions == (decision(1), decision(3))
        assert len(after.broken) == 1


def test_a_last_line_without_its_end_still_counts(tmp_path):
    add(tmp_path, [decision(1)])
    ledger(tmp_path).write_bytes(ledger(tmp_path).read_bytes().rstrip(b"\n"))
    add(tmp_path, [decision(2)])
    assert read_ledger(tmp_path).decisions == (decision(1), decision(2))


def test_many_writers_at_once_write_whole_lines(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: add(tmp_path, [decision(number, id=f"d{number}")]), range(60)))
    read = read_ledger(tmp_path)
    assert read.broken == ()
    assert {one.id for one in read.decisions} == {f"d{number}" for number in range(60)}


def test_the_same_download_counts_once(tmp_path):
    download = [
        decision(1, "accepted", id="a"),
        decision(1, "withdrawn", id="b"),
        decision(1, "accepted", id="c"),
    ]
    assert add(tmp_path, download).new == 3
    assert add(tmp_path, download[:2]).known == 2
    assert add(tmp_path, download).new == 0
    assert [one.id for one in read_ledger(tmp_path).decisions] == ["a", "b", "c"]


def test_a_decision_without_id_is_news_when_it_changes_something(tmp_path):
    yes, no = decision(1), decision(1, "rejected")
    assert add(tmp_path, [yes, yes]).new == 1
    assert add(tmp_path, [no]).new == 1
    assert add(tmp_path, [yes]).new == 1
    assert [one.verdict for one in read_ledger(tmp_path).decisions] == ["accepted", "rejected", "accepted"]


def broken(**changes) -> bytes:
    return json.dumps(json.loads(written(decision())) | changes).encode()


def place(**changes) -> dict:
    return {"path": "a.fr.txt", "start": 0, "end": 4, "quote": "gué."} | changes


OTHER = {"path": "b.en.txt", "start": 0, "end": 1, "quote": "x"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "no decision"),
        (b'{"verdict": "accepted"}', "passages"),
        (broken(verdict="perhaps"), "perhaps"),
        (broken(passages=[]), "two documents"),
        (broken(passages=[place(), place(start=5, end=9)]), "two documents"),
        (broken(passages=[place(path="../../etc/passwd"), OTHER]), "names no document"),
        (broken(passages=[place(path="/etc/passwd"), OTHER]), "names no document"),
        (broken(passages=[place(start=4), OTHER]), "is none"),
        (broken(passages=[place(start=-1), OTHER]), "is none"),
        (broken(passages=[place(quote="longer"), OTHER]), "characters"),
        (broken(by="x" * 300), "200"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_what_to_do(line, said):
    with pytest.raises(LineFault, match=said) as fault:
        read_line(line)
    assert fault.value.remedy
    read = read_lines(written(decision()) + b"\n\n" + line + b"\n" + written(decision(9)) + b"\r\n", "x.jsonl")
    assert len(read.decisions) == 2
    assert "x.jsonl, line 3" in read.broken[0].message
    assert "cut short" not in read.broken[0].message
