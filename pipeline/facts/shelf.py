"""The tables on disk as lazy frames, with labels in the language that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.facts.faults import OutputsFault
from pipeline.model.tables import TABLES

if TYPE_CHECKING:
    import polars as pl

NAMES = tuple(table.name for table in TABLES)
# Tables whose rows are called something, with the columns that say so.
CALLED = {
    "actors": ("label",),
    "treaties": ("label",),
    "predicates": ("label",),
    "roles": ("label",),
    "slots": ("text",),
    "claims": ("text", "subject", "object"),
}
# Those of them that name a row of another table, in `ref`.
REFERRING = ("roles", "slots")


class Shelf:
    """The tables of one outputs folder. `scan` is lazy; `frame` reads a table once and keeps it."""

    def __init__(self, folder: Path, language: str | None) -> None:
        self.folder = folder
        self.language = language
        self._frames: dict[str, pl.DataFrame] = {}

    def path(self, name: str) -> Path:
        """Where table `name` lies."""
        return self.folder / "tables" / f"{name}.parquet"

    def scan(self, name: str) -> pl.LazyFrame:
        """Table `name`, lazily, called in the language asked for."""
        if name in self._frames:
            return self._frames[name].lazy()
        raw = self.raw(name)
        return raw if self.language is None or name not in CALLED else self.called(name, raw, self.language)

    def raw(self, name: str) -> pl.LazyFrame:
        """Table `name` as it lies on disk. Raises OutputsFault when it cannot be read."""
        import polars as pl

        path = self.path(name)
        try:
            frame = pl.scan_parquet(path)
            frame.collect_schema()
        except (OSError, pl.exceptions.PolarsError) as error:
            raise OutputsFault(
                self.folder, f"tables/{name}.parquet cannot be read ({error})", "Run `make run`"
            ) from None
        return frame

    def called(self, name: str, raw: pl.LazyFrame, language: str) -> pl.LazyFrame:
        """`raw` with its words in `language` wherever it has some."""
        import polars as pl

        columns, key = CALLED[name], "ref" if name in REFERRING else "id"
        named = self.raw("names").filter(pl.col("preferred"), pl.col("language") == language)
        if name == "claims":
            words, key = self.raw("wordings").filter(pl.col("language") == language), "claim"
        else:
            words = named.select(pl.col("id").alias(key), pl.col("name").alias(columns[0]))
        mine = "id" if name == "claims" else key
        joined = raw.join(
            words.select(key, *columns), left_on=mine, right_on=key, how="left", suffix="_in", maintain_order="left"
        )
        better = [pl.coalesce(f"{column}_in", column).alias(column) for column in columns]
        return joined.with_columns(better).select(raw.collect_schema().names())

    def frame(self, name: str) -> pl.DataFrame:
        """Table `name`, read once."""
        return self.once(name, lambda: self.scan(name).collect())

    def height(self, name: str) -> int:
        """How many rows table `name` has; read from its footer alone."""
        import polars as pl

        return int(self.raw(name).select(pl.len()).collect().item())

    def once(self, key: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """What `make` gives, made at the first call with `key` and kept."""
        if key not in self._frames:
            self._frames[key] = make()
        return self._frames[key]
