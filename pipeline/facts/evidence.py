"""The passages that tell a claim, in context, in every language that has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pipeline.facts.shelf import Shelf

if TYPE_CHECKING:
    import polars as pl

# How a passage came to stand under the claim: its own statement, a statement of a claim linked as equal or finer or
# coarser, or only the passage aligned with one of these.
Told = Literal["own", "linked", "aligned"]
SAME = ("equal", "refines")
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place of a passage: code points from the passage's start, and the role that it plays."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence that tells it, as the file has it, with the sentences around it.

    `start`/`end` are code points of the original file. `holder` is who asserts it (None: the author); `why` says why a
    linked or aligned passage stands here.
    """

    claim: str
    told: Told
    language: str
    document: str
    title: str
    start: int
    end: int
    before: str
    text: str
    after: str
    marks: tuple[Mark, ...]
    holder: str | None = None
    polarity: str | None = None
    modality: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """One claim in words with its passages, its own first; `more` statements were left out."""

    claim: str
    text: str
    status: str
    passages: tuple[Passage, ...]
    more: int = 0

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a passage, by code."""
        return tuple(sorted({passage.language for passage in self.passages}))


class Gathering:
    """Collects the passages of some claims; each table is read once, whatever the number of claims."""

    def __init__(self, shelf: Shelf, claims: Sequence[str], most: int) -> None:
        self.shelf, self.most = shelf, most
        self.asked = tuple(dict.fromkeys(claims))
        self.claims = {row["id"]: row for row in self.rows("claims", "id", self.asked)}
        self.links = self.linked()
        near = {other for pairs in self.links.values() for other, _ in pairs}
        self.statements = self.by("statements", "claim", [*self.asked, *near])
        self.meetings = self.aligned()
        kept = [one["id"] for some in self.statements.values() for one in some[:most]]
        self.spans = self.by("spans", "statement", kept)
        self.context = Context(shelf, self.places())

    def rows(self, table: str, column: str, values: Sequence[str]) -> Rows:
        """The rows of a table whose `column` is among `values`."""
        import polars as pl

        return self.shelf.scan(table).filter(pl.col(column).is_in(list(values))).collect().to_dicts()

    def by(self, table: str, column: str, values: Sequence[str]) -> dict[str, Rows]:
        """Those rows under their value."""
        found: dict[str, Rows] = {}
        for row in self.rows(table, column, values):
            found.setdefault(row[column], []).append(row)
        return found

    def linked(self) -> dict[str, list[tuple[str, str]]]:
        """For each claim the claims that tell the same more finely, more coarsely or in other words, and why."""
        import polars as pl

        ends = pl.col("a").is_in(self.asked) | pl.col("b").is_in(self.asked)
        found: dict[str, list[tuple[str, str]]] = {}
        for link in self.shelf.scan("links").filter(ends, pl.col("kind").is_in(SAME)).collect().iter_rows(named=True):
            for one, other in ((link["a"], link["b"]), (link["b"], link["a"])):
                found.setdefault(one, []).append((other, link["why"]))
        return found

    def aligned(self) -> dict[str, Rows]:
        """For each claim the passages of the alignments whose two sides tell it, those of a rejected one left out."""
        pairs = self.rows("aligned_claims", "claim", self.asked)
        passages = self.by("alignments", "alignment", [one["alignment"] for one in pairs])
        found: dict[str, Rows] = {}
        for pair in pairs:
            kept = [one for one in passages.get(pair["alignment"], []) if one["decision"] != "rejected"]
            found.setdefault(pair["claim"], []).extend(kept)
        return found

    def places(self) -> list[tuple[str, int, int]]:
        """Every place that will be shown: document, start, end."""
        told = [one for some in self.statements.values() for one in some[: self.most]]
        told += [one for some in self.meetings.values() for one in some]
        return [(one["document"], one["start"], one["end"]) for one in told]

    def evidence(self, claim: str) -> ClaimEvidence:
        """The passages of one claim: its own; then, for languages that lack one, linked and aligned ones."""
        own = self.statements.get(claim, [])
        passages = [self.passage(one, "own") for one in own[: self.most]]
        for other, why in self.links.get(claim, []):
            seen = {passage.language for passage in passages}
            told = [one for one in self.statements.get(other, []) if one["language"] not in seen]
            passages += [self.passage(one, "linked", why) for one in told[:1]]
        seen = {passage.language for passage in passages}
        for meeting in self.meetings.get(claim, []):
            if meeting["language"] not in seen:
                passages.append(self.meeting(claim, meeting))
        row = self.claims[claim]
        return ClaimEvidence(claim, row["text"], row["status"], tuple(passages), max(0, len(own) - self.most))

    def passage(self, statement: dict[str, Any], told: Told, why: str | None = None) -> Passage:
        """A statement's sentence with its marks."""
        spans = [(one["start"], one["end"], one["role"]) for one in self.spans.get(statement["id"], [])]
        holder = statement["holder_text"] if statement["holder_kind"] == "actor" else None
        if statement["holder_kind"] == "unspecified":
            holder = statement["holder_text"] or "unspecified"
        stance = (holder, statement["polarity"], statement["modality"], why)
        return self.context.passage(statement, statement["claim"], told, spans, stance)

    def meeting(self, claim: str, meeting: dict[str, Any]) -> Passage:
        """An aligned passage: nothing of it is marked but the whole."""
        spans = [(meeting["start"], meeting["end"], "evidence")]
        return self.context.passage(meeting, claim, "aligned", spans, (None, None, None, meeting["alignment"]))


class Context:
    """The sentences around the places that will be shown."""

    def __init__(self, shelf: Shelf, places: Sequence[tuple[str, int, int]]) -> None:
        import polars as pl

        documents = sorted({document for document, _, _ in places})
        sentences = shelf.scan("sentences").filter(pl.col("document").is_in(documents)).collect()
        self.sentences: dict[str, Rows] = {}
        for row in sentences.iter_rows(named=True):
            self.sentences.setdefault(row["document"], []).append(row)
        told = shelf.scan("documents").filter(pl.col("id").is_in(documents)).collect()
        self.titles = {row["id"]: row["title"] or row["path"] for row in told.iter_rows(named=True)}

    def passage(
        self,
        place: dict[str, Any],
        claim: str,
        told: Told,
        spans: Sequence[tuple[int, int, str]],
        stance: tuple[str | None, str | None, str | None, str | None],
    ) -> Passage:
        """The sentences that `place` touches, with those before and after, and the marks inside."""
        sentences = self.sentences.get(place["document"], [])
        at = [
            number
            for number, one in enumerate(sentences)
            if one["start"] < place["end"] and one["end"] > place["start"]
        ]
        inside = [sentences[number] for number in at] or [place | {"text": place["quote"]}]
        start, end = inside[0]["start"], inside[-1]["end"]
        before = sentences[at[0] - 1]["text"] if at and at[0] else ""
        after = sentences[at[-1] + 1]["text"] if at and at[-1] + 1 < len(sentences) else ""
        marks = tuple(Mark(first - start, last - start, role) for first, last, role in spans if start <= first < end)
        title = self.titles.get(place["document"], place["document"])
        where = (place["language"], place["document"], title, start, end)
        return Passage(claim, told, *where, before, glued(inside), after, marks, *stance)


def glued(sentences: Sequence[dict[str, Any]]) -> str:
    """Sentences as one text in which offsets still count: what lay between them is spaces."""
    text, start = "", sentences[0]["start"]
    for one in sentences:
        text += " " * (one["start"] - start - len(text)) + one["text"]
    return text


def frame(evidence: Sequence[ClaimEvidence]) -> pl.DataFrame:
    """The passages as rows: claim, told, language, document, title, start, end, before, text, after, holder, …"""
    import polars as pl

    columns = [name for name in Passage.__dataclass_fields__ if name != "marks"]
    counts = {"start", "end"}
    schema = {name: pl.Int64 if name in counts else pl.String for name in columns}
    rows = [[getattr(passage, name) for name in columns] for one in evidence for passage in one.passages]
    return pl.DataFrame(rows, schema=schema, orient="row")
