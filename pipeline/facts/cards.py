"""What shows itself in a notebook: a claim, a treaty, an actor and a document as small cards, and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.facts.evidence import ClaimEvidence, frame
from pipeline.facts.faults import UnknownClaim
from pipeline.facts.markup import card_html, cleaned, evidence_html, evidence_text, sides_html
from pipeline.facts.shelf import Shelf
from pipeline.model.tables import TABLES

if TYPE_CHECKING:
    import polars as pl

HIDDEN = frozenset({"id", "sha256"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages of one or more claims. Shows itself side by side in a notebook, plainly in a terminal."""

    claims: tuple[ClaimEvidence, ...]

    def frame(self) -> pl.DataFrame:
        """One row a passage (see `pipeline.facts.evidence.Passage`)."""
        return frame(self.claims)

    def __repr__(self) -> str:
        return evidence_text(self.claims)

    def _repr_html_(self) -> str:
        return evidence_html(self.claims)


@dataclass(frozen=True, slots=True)
class Card:
    """One thing of the graph: `kind`, `id`, what it is called, and what is known of it as (name, value) pairs."""

    kind: str
    id: str
    title: str
    rows: tuple[tuple[str, str], ...]
    evidence: ClaimEvidence | None = None

    def __getitem__(self, name: str) -> str:
        """The value called `name`. Raises KeyError."""
        return dict(self.rows)[name]

    def __repr__(self) -> str:
        width = max((len(name) for name, _ in self.rows), default=0)
        lines = [f"{self.kind} {self.id}: {cleaned(self.title)}"]
        lines += [f"  {name:<{width}}  {cleaned(value)}" for name, value in self.rows]
        return "\n".join(lines + ([evidence_text([self.evidence])] if self.evidence else []))

    def _repr_html_(self) -> str:
        below = sides_html(self.evidence) if self.evidence else ""
        return card_html(f"{self.kind} {self.id}", self.title, self.rows, below)


def card(shelf: Shelf, table: str, kind: str, id_: str, title: str, evidence: ClaimEvidence | None = None) -> Card:
    """The row `id_` of `table` as a card; empty columns are left out. Raises UnknownClaim."""
    import polars as pl

    rows = shelf.scan(table).filter(pl.col("id") == id_).collect().to_dicts()
    if not rows:
        raise UnknownClaim(f"No {kind} has the id {id_!r}. The ids stand in `{table}`.")
    (known,) = (one for one in TABLES if one.name == table)
    named = [(column.name, rows[0][column.name]) for column in known.columns if column.name not in HIDDEN | {title}]
    told = tuple((name, str(value)) for name, value in named if value is not None)
    return Card(kind, id_, str(rows[0][title] or id_), told, evidence)
