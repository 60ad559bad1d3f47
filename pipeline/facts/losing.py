"""What falls, and what loses support, when a document is taken away."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pipeline.facts.evidence import SAME
from pipeline.facts.faults import UnknownClaim
from pipeline.facts.shelf import Shelf
from pipeline.model import COMMITTED, DISPUTABLE
from pipeline.model.tables import JOINT

if TYPE_CHECKING:
    import polars as pl

Voice = tuple[str, str, str, str]  # polarity, modality, document, language


def document_id(shelf: Shelf, name: str) -> str:
    """The id of the document with this id, path, file name or title. Raises UnknownClaim with those that there are."""
    import polars as pl

    documents = shelf.frame("documents")
    file = pl.col("path").str.split("/").list.last()
    for where in (pl.col("id") == name, pl.col("path") == name, file == name, pl.col("title") == name):
        found = documents.filter(where)["id"].to_list()
        if len(found) == 1:
            return str(found[0])
    paths = documents["path"].head(10).to_list()
    raise UnknownClaim(f"No document is called “{name}”. Documents: {'; '.join(paths)}.")


def without(shelf: Shelf, name: str) -> pl.DataFrame:
    """The claims that the document tells, with what is left of each when it is gone."""
    import polars as pl

    gone = document_id(shelf, name)
    told = shelf.scan("statements").filter(pl.col("document") == gone).select(id="claim").unique()
    claims = shelf.scan("claims").join(told, on="id", how="semi", maintain_order="left").collect()
    left = Left(shelf, claims["id"].to_list(), gone)
    rows = [left.row(claim) for claim in claims["id"]]
    counts = dict.fromkeys(("documents_left", "independent_left"), pl.Int64)
    schema = counts | dict.fromkeys(("languages_left", "status_left"), pl.String)
    after = pl.DataFrame(rows, schema=schema, orient="row")
    fewer = (pl.col("independent_left") < pl.col("independent")) | (pl.col("languages_left") != pl.col("languages"))
    single = (pl.col("status") == "corroborated") & (pl.col("status_left") == "single")
    effect = pl.when(pl.col("status_left").is_null()).then(pl.lit("falls")).when(fewer | single).then(pl.lit("weaker"))
    frame = pl.concat([claims, after], how="horizontal")
    return frame.with_columns(effect=effect.otherwise(pl.lit("stands"))).select("effect", pl.exclude("effect"))


class Left:
    """The voices of some claims, and of those linked to them, in all documents but one."""

    def __init__(self, shelf: Shelf, claims: list[str], gone: str) -> None:
        import polars as pl

        touching = pl.col("a").is_in(claims) | pl.col("b").is_in(claims)
        self.links = shelf.scan("links").filter(touching).collect().rows(named=True)
        beside = {link[end] for link in self.links for end in ("a", "b")}
        self.voices = voices(shelf, sorted(beside.union(claims)), gone)
        documents = shelf.scan("documents").select("id", "origin").collect()
        self.origins = dict(zip(documents["id"], documents["origin"], strict=True))
        self.beside: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for link in self.links:
            kind = "same" if link["kind"] in SAME else link["kind"]
            self.beside[kind, link["a"]].add(link["b"])
            self.beside[kind, link["b"]].add(link["a"])

    def row(self, claim: str) -> tuple[int, int, str | None, str | None]:
        """Documents, independent documents, languages and status of `claim` when the document is gone."""
        own = self.voices.get(claim, [])
        if not own:
            return 0, 0, None, None
        taken = frozenset((polarity, modality) for polarity, modality, *_ in own if modality in COMMITTED)
        around = [*own, *(one for other in self.beside["same", claim] for one in self.voices.get(other, []))]
        documents, languages = {one[2] for one in own}, JOINT.join(sorted({one[3] for one in own}))
        counts = len(documents), max(1, self.backing(own, taken)), languages
        opposed = any(other in self.voices for other in self.beside["contradicts", claim])
        if opposed or any({("affirmed", kind), ("negated", kind)} <= taken for kind in DISPUTABLE):
            return *counts, "disputed"
        return *counts, "corroborated" if self.backing(around, taken) > 1 else "single"

    def backing(self, told: list[Voice], taken: frozenset[tuple[str, str]]) -> int:
        """How many documents of different origin share the stance, among `taken`, that most share."""
        behind: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for polarity, modality, document, _ in told:
            if (polarity, modality) in taken:
                behind[polarity, modality].add(self.origins[document])
        return max((len(sources) for sources in behind.values()), default=0)


def voices(shelf: Shelf, claims: list[str], gone: str) -> dict[str, list[Voice]]:
    """The voices of `claims` in all documents but `gone`; a claim without any has no entry."""
    import polars as pl

    kept = shelf.scan("statements").filter(pl.col("claim").is_in(claims), pl.col("document") != gone)
    found: dict[str, list[Voice]] = {}
    row: dict[str, Any]
    for row in kept.select("claim", "polarity", "modality", "document", "language").collect().iter_rows(named=True):
        found.setdefault(row["claim"], []).append((row["polarity"], row["modality"], row["document"], row["language"]))
    return found
