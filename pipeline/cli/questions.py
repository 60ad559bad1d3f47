"""`accord query`: the questions of `facts` from the command line, as a table or JSON."""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from pipeline.facts import Facts

# What a table on the terminal shows of rows that have more; --json gives all columns.
CLAIMS = ("text", "status", "languages", "id")
Ask = Callable[["Facts", argparse.Namespace], Any]


class Question:
    """One question: its words on the command line, what it tells, how it is asked, and the columns of its table."""

    def __init__(self, takes: str, what: str, ask: Ask, columns: tuple[str, ...] = CLAIMS) -> None:
        self.takes, self.what, self.ask, self.columns = takes.split(), what, ask, columns


QUESTIONS: dict[str, Question] = {
    "about": Question("name", "the claims about an actor or a treaty", lambda g, o: g.about(o.name)),
    "between": Question("name other", "the claims in which two have a part", lambda g, o: g.between(o.name, o.other)),
    "said-by": Question(
        "name",
        "what somebody says, as the texts report it",
        lambda g, o: g.said_by(o.name),
        ("text", "polarity", "modality", "quote"),
    ),
    "timeline": Question(
        "treaty?",
        "the dated life of a treaty, or of all",
        lambda g, o: g.timeline(o.treaty),
        ("edtf", "what", "text", "modality"),
    ),
    "evidence": Question(
        "claim",
        "the passages that tell a claim, in both languages",
        lambda g, o: g.evidence(o.claim),
        ("language", "text", "title"),
    ),
    "disputed": Question(
        "", "claims that stand against others", lambda g, _: g.disputed(), ("text", "kind", "against_text", "why")
    ),
    "only": Question(
        "code", "the claims that one language alone tells", lambda g, o: g.only(o.code), ("text", "why_only", "id")
    ),
    "as-of": Question(
        "date",
        "what was stated, planned, in force at a date (2000, 2000-12, 2000-12-25)",
        lambda g, o: g.as_of(o.date),
        ("state", "text", "edtf", "id"),
    ),
    "without": Question(
        "document",
        "which claims fall or lose support without a document",
        lambda g, o: g.without(o.document),
        ("effect", "text", "status", "status_left"),
    ),
    "network": Question(
        "name?",
        "who is tied to whom, an edge a row",
        lambda g, o: edges(g, o.name),
        ("from", "predicate", "to", "edtf", "modality"),
    ),
    "find": Question("name", "who bears a name", lambda g, o: g.find(o.name), ("id", "kind", "language", "name")),
    "sql": Question("query", "rows of a query in DuckDB's SQL over the tables", lambda g, o: g.sql(o.query), ()),
}


def add_query(commands: argparse._SubParsersAction) -> None:  # type: ignore[type-arg]  # as in commands.py
    """The command `query` with a subcommand for each question."""
    query = commands.add_parser("query", help="ask the facts: about, between, timeline, …")
    questions = query.add_subparsers(required=True, metavar="QUESTION")
    for name, question in QUESTIONS.items():
        one = questions.add_parser(name, help=question.what, description=question.what.capitalize() + ".")
        for argument in question.takes:
            one.add_argument(argument.removesuffix("?"), nargs="?" if argument.endswith("?") else None)
        one.add_argument("--outputs", type=Path, default=Path("outputs"), help="a run's results (default: outputs)")
        one.add_argument("--language", help="language in which things are called, such as fr")
        one.add_argument("--json", action="store_true", help="all columns, as a JSON array")
        one.set_defaults(command=query_command, question=name)


def query_command(options: argparse.Namespace) -> int:
    """`accord query QUESTION`; 0 also when nothing was found, which is said on standard error."""
    from pipeline.facts import NothingCalled, load

    question = QUESTIONS[options.question]
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", NothingCalled)
        found = question.ask(load(options.outputs, options.language), options)
    for line in dict.fromkeys(str(one.message) for one in told):
        print(line, file=sys.stderr)
    if options.question == "evidence" and not options.json:
        print(found)
        return 0
    show(found.frame() if options.question == "evidence" else found, question.columns, options.json)
    return 0


def edges(g: Facts, name: str | None) -> pl.DataFrame:
    """The network's edges as rows: labels at both ends, then what each edge tells."""
    import polars as pl

    graph = g.network(name)
    labels = dict(graph.nodes(data="label"))
    rows = [{"from": labels[a], "to": labels[b]} | data for a, b, data in graph.edges(data=True)]
    columns = ("from", "to", "predicate", "role", "edtf", "polarity", "modality", "status", "languages", "claim")
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))


def show(frame: pl.DataFrame, columns: tuple[str, ...], as_json: bool) -> None:
    """Rows as a JSON array, or as a table of `columns` (all, where none is named) and their number."""
    if as_json:
        print(json.dumps(frame.to_dicts(), ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in columns or frame.columns:
        table.add_column(name, overflow="fold", no_wrap=name in ("id", "claim"))
    for row in frame.select(columns or frame.columns).iter_rows():
        table.add_row(*("" if value is None else escape(printable(str(value))) for value in row))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"{frame.height} {'row' if frame.height == 1 else 'rows'}", style="dim")


def printable(text: str) -> str:
    """`text` in one line without control characters, so that no document speaks to the terminal."""
    return "".join(one if one.isprintable() else " " for one in " ".join(text.split()))
