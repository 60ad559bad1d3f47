"""The store: whole files or none, a cache that never serves a damaged or foreign record."""

from pathlib import Path

import pytest

from pipeline.model import Dates, Temporal
from pipeline.store import Cache, digest_files, digest_of, write_files

RECORD = Dates(
    document="doc-1",
    written=Temporal(span=None, text="1963", type="DATE", timex="1963", earliest="1963-01-01", reasons=("head",)),
    expressions=(),
)


def test_a_record_comes_back_as_it_was(tmp_path: Path):
    cache = Cache(tmp_path)
    assert cache.get("dates", "a" * 64, Dates) is None
    cache.put("dates", "a" * 64, RECORD)
    assert Cache(tmp_path).get("dates", "a" * 64, Dates) == RECORD
    assert cache.get("dates", "b" * 64, Dates) is None


def test_a_damaged_record_counts_as_none(tmp_path: Path):
    cache = Cache(tmp_path)
    cache.put("dates", "a" * 64, RECORD)
    path = cache.path("dates", "a" * 64)
    path.write_bytes(path.read_bytes()[:-5])
    assert cache.get("dates", "a" * 64, Dates) is None


def test_prune_keeps_what_this_run_asked_for(tmp_path: Path):
    Cache(tmp_path).put("dates", "old" * 20, RECORD)
    cache = Cache(tmp_path)
    cache.put("dates", "new" * 20, RECORD)
    cache.prune()
    assert [path.name for path in tmp_path.iterdir()] == [cache.path("dates", "new" * 20).name]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_files(tmp_path, {"run.json": b"old", "graph.json": b"old"}, last="run.json")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_files(tmp_path, {"run.json": b"new", "graph.json": b"new"}, last="run.json")
    assert (tmp_path / "graph.json").read_bytes() == b"old"
    assert (tmp_path / "run.json").read_bytes() == b"old"


def test_the_last_file_is_written_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import os

    order = []
    replace = os.replace
    monkeypatch.setattr("os.replace", lambda old, new: (order.append(Path(new).name), replace(old, new)))
    write_files(tmp_path, {"a.json": b"1", "run.json": b"2", "z.json": b"3"}, last="run.json")
    assert order == ["a.json", "z.json", "run.json"]


def test_digests_tell_names_contents_and_borders_apart(tmp_path: Path):
    assert digest_of("ab", "c") != digest_of("a", "bc")
    (tmp_path / "a.toml").write_text("x = 1")
    first = digest_files(tmp_path, (".toml",))
    (tmp_path / "a.toml").rename(tmp_path / "b.toml")
    second = digest_files(tmp_path, (".toml",))
    (tmp_path / "b.toml").write_text("x = 2")
    assert len({first, second, digest_files(tmp_path, (".toml",))}) == 3
