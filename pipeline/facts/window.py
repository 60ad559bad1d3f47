"""The one object of a notebook: frames, questions, cards and pictures over the tables of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pipeline.facts import asking, losing, moments, names
from pipeline.facts.cards import Card, Evidence, card
from pipeline.facts.evidence import Gathering
from pipeline.facts.faults import UnknownClaim
from pipeline.facts.pictures.words import Words
from pipeline.facts.shelf import NAMES, Shelf

if TYPE_CHECKING:
    import altair as alt
    import duckdb
    import networkx as nx
    import polars as pl

# What names claims: an id, a card, a row, or a frame with a column `id`.
Claims: TypeAlias = "str | Card | Mapping[str, Any] | Iterable[str] | pl.DataFrame"


class Facts:
    """What a run found, read-only. Every frame is a polars DataFrame; columns are told in docs/tables.md.

    A frame is read at its first use and kept. Names are found in any language and spelling that the texts have:
    by id, else equal but for case and accents, else as words inside a longer name. Where nobody bears a name, an empty
    frame with the same columns comes back and a `NothingCalled` warning suggests near names.
    """

    def __init__(self, folder: Path, language: str | None = None) -> None:
        self.folder = folder
        self.language = language
        self._shelf = Shelf(folder, language)
        self._database: duckdb.DuckDBPyConnection | None = None

    def __repr__(self) -> str:
        names = ("documents", "actors", "treaties", "claims")
        counts = ", ".join(f"{self._shelf.height(name):,} {name}" for name in names)
        return f"Facts in {self.folder}: {counts}"

    # Frames

    def table(self, name: str) -> pl.DataFrame:
        """Any table by name (`roles`, `names`, `slots`, `spans`, `links`, `sentences`, `issues`, …).

        Raises UnknownClaim with the names there are.
        """
        if name not in NAMES:
            raise UnknownClaim(f"There is no table {name!r}. Tables: {', '.join(NAMES)}.")
        return self._shelf.frame(name)

    @property
    def claims(self) -> pl.DataFrame:
        """One row a claim: `text` in one line, predicate, subject, object, time, quantity, stance, support."""
        return self._shelf.frame("claims")

    @property
    def treaties(self) -> pl.DataFrame:
        """One row a treaty, with its times and who signed."""
        return self._shelf.frame("treaties")

    @property
    def actors(self) -> pl.DataFrame:
        """One row an actor, with every form seen."""
        return self._shelf.frame("actors")

    @property
    def statements(self) -> pl.DataFrame:
        """One row a statement: holder, polarity, modality, and its evidence in the original file."""
        return self._shelf.frame("statements")

    @property
    def alignments(self) -> pl.DataFrame:
        """One row a passage of an alignment."""
        return self._shelf.frame("alignments")

    @property
    def documents(self) -> pl.DataFrame:
        """One row a document."""
        return self._shelf.frame("documents")

    # Questions

    def find(self, name: str) -> pl.DataFrame:
        """Who is called so: rows of `names` (id, kind, language, name, preferred). Never warns."""
        return names.find(self._shelf, name)

    def about(self, name: str) -> pl.DataFrame:
        """The claims in which whoever is called `name` fills a role or is the place: rows of `claims`, in the order
        in which the texts tell them."""
        return asking.about(self._shelf, name)

    def between(self, one: str, other: str) -> pl.DataFrame:
        """The claims in which both have a part, and those in which each does the same to one treaty (both signed it):
        rows of `claims`."""
        return asking.between(self._shelf, one, other)

    def said_by(self, name: str) -> pl.DataFrame:
        """What whoever is called `name` says, as the texts report it: rows of `statements` whose holder it is, with the
        claim's line (`text`) first."""
        return asking.said_by(self._shelf, name)

    def timeline(self, treaty: str | None = None) -> pl.DataFrame:
        """The dated life of the treaties called so (of all, without a name), sorted by first day.

        Columns: treaty, kind (`slot` or `claim`), what (the slot or the predicate), text, polarity, modality, edtf,
        from, to, basis, claim (empty for a slot).
        """
        return moments.timeline(self._shelf, treaty)

    def evidence(self, claims: Claims, most: int = 20) -> Evidence:
        """The passages that tell these claims, in context: each claim's own; where a language lacks one, the passage
        of a claim linked as equal, finer or coarser, and then the passage aligned with it.

        `claims` is an id, a card, a row or a frame of `claims`; of each claim at most `most` statements are shown.
        Raises UnknownClaim for an id that is none.
        """
        asked = ids_of(claims)
        gathering = Gathering(self._shelf, asked, most)
        unknown = [one for one in asked if one not in gathering.claims]
        if unknown:
            raise UnknownClaim(f"No claim has the id {unknown[0]!r}. The ids stand in `g.claims`.")
        return Evidence(tuple(gathering.evidence(one) for one in gathering.asked))

    def disputed(self) -> pl.DataFrame:
        """The claims that another contradicts or strains against, one row for each of these, and those whose own
        holders disagree: rows of `claims` with kind (`contradicts`, `tension`), why, against (id), against_text."""
        return asking.disputed(self._shelf)

    def only(self, language: str) -> pl.DataFrame:
        """The claims that only texts in `language` tell: rows of `claims`; `why_only` says why, where it can."""
        return asking.only(self._shelf, language)

    def as_of(self, when: str | date) -> pl.DataFrame:
        """What stood at a time (`2000`, `2000-12`, `2000-12-25` or a date).

        Columns: state, kind (`claim` or `treaty`), id, text, edtf, from, to. A claim is `in force` where a lasting
        predicate is asserted for a time that reaches into the moment (by any document); `planned` where a document
        written by then plans it for later or for no told time; `stated` where a document written by then asserts it.
        A treaty is `in force`, `signed` (and not known to be in force or ended) or `planned`. What cannot be told
        (a document without a date, a time with both ends open) is left out. Raises QueryFault for another spelling.
        """
        return moments.as_of(self._shelf, when)

    def without(self, document: str) -> pl.DataFrame:
        """What a document carries: the claims that it tells, as rows of `claims` with effect (`falls`: nothing else
        tells it; `weaker`: fewer independent documents or languages; `stands`), documents_left, independent_left,
        languages_left and status_left. `document` is an id, a path, a file name or a title.

        Raises UnknownClaim where there is no such document.
        """
        return losing.without(self._shelf, document)

    def network(self, about: str | None = None) -> nx.MultiDiGraph:
        """Actors and treaties as nodes (label, type, kind), claims as edges from each subject to whatever fills
        another role (claim, role, predicate, edtf, polarity, modality, status, languages), signatories and parties as
        edges to their treaty. With `about`, only the edges at whoever is called so."""
        from pipeline.facts.network import network

        return network(self._shelf, None if about is None else names.ids(self._shelf, about))

    def sql(self, query: str, parameters: list[Any] | None = None) -> pl.DataFrame:
        """The rows of a query in DuckDB's SQL over all tables, by their names; `?` takes `parameters` in order.

        Labels are those of the first language. Raises QueryFault, which names the place in the query.
        """
        from pipeline.facts.querying import connect, sql

        self._database = self._database or connect(self._shelf)
        return sql(self._database, query, parameters)

    # Pictures

    def draw_timeline(
        self, treaty: str | None = None, most: int = 40, words: Mapping[str, str] | None = None
    ) -> alt.Chart:
        """The dated life of the treaties called so (of all, then other dated claims, without a name): a bar from the
        first to the last day that may be meant, hollow where only planned or possible, crossed where denied.

        Of more than `most` rows those with the largest support are shown. `words` says the picture's own words in
        another language (see `pipeline.facts.pictures.words`). Raises MissingExtra without Altair.
        """
        from pipeline.facts.pictures.timeline import draw_timeline

        return draw_timeline(self._shelf, treaty, most, Words(words))

    def draw_network(
        self, about: str | None = None, most: int = 60, words: Mapping[str, str] | None = None
    ) -> alt.Chart:
        """Actors and treaties, and lines where claims join two; with `about`, only those at whoever is called so.

        Of more than `most` those with the most neighbours are shown. Raises MissingExtra without Altair, networkx.
        """
        from pipeline.facts.pictures.web import draw_network

        return draw_network(self._shelf, None if about is None else names.ids(self._shelf, about), most, Words(words))

    def draw_languages(self, most: int = 20, words: Mapping[str, str] | None = None) -> alt.Chart:
        """How many claims only one language tells, and how many several, by status and by predicate (the `most`
        frequent ones). Raises MissingExtra without Altair."""
        from pipeline.facts.pictures.corroboration import draw_languages

        return draw_languages(self._shelf, most, Words(words))

    # Cards

    def claim(self, id_: str) -> Card:
        """The card of a claim, with its passages. Raises UnknownClaim."""
        (found,) = self.evidence(id_).claims
        return card(self._shelf, "claims", "claim", id_, "text", found)

    def treaty(self, name: str) -> Card:
        """The card of the one treaty called so. Raises UnknownClaim, with what could be meant."""
        return card(self._shelf, "treaties", "treaty", names.one(self._shelf, name, "treaty"), "label")

    def actor(self, name: str) -> Card:
        """The card of the one actor called so. Raises UnknownClaim, with who could be meant."""
        return card(self._shelf, "actors", "actor", names.one(self._shelf, name, "actor"), "label")

    def document(self, name: str) -> Card:
        """The card of a document, by id, path, file name or title. Raises UnknownClaim."""
        return card(self._shelf, "documents", "document", losing.document_id(self._shelf, name), "path")


def ids_of(claims: Claims) -> list[str]:
    """The claim ids that were meant."""
    if isinstance(claims, str):
        return [claims]
    if isinstance(claims, Card):
        return [claims.id]
    if isinstance(claims, Mapping):
        return [claims["id"]]
    rows: Any = claims
    return [str(one) for one in (rows["id"] if hasattr(rows, "columns") else rows)]
