"""The summary: how much was found, and in which documents."""

from __future__ import annotations

from typing import Any

from pipeline.report.markup import count, said, section, shown, table
from pipeline.report.sight import Sight

DOCUMENTS = 100


def summary(sight: Sight) -> str:
    """Counts, then the documents with their dates and languages."""
    words = sight.words
    counts = "".join(f"<div><dt>{said(name)}</dt><dd>{count(number)}</dd></div>" for name, number in counted(sight))
    told = sight.facts.statements.select("document", "claim").unique()["document"].value_counts()
    claims = dict(told.iter_rows())
    documents = sight.facts.documents
    listed = documents.head(DOCUMENTS).iter_rows(named=True)
    rows = [document(row, claims.get(row["id"], 0), sight) for row in listed]
    rest = documents.height - len(rows)
    left = f'<p class="how">{said(words.left_out, count=count(rest))}</p>' if rest else ""
    heads = (words.document, words.language, words.written, words.told, words.file)
    body = f'<dl class="counts">{counts}</dl>{table(heads, rows, words.documents)}{left}'
    return section(f"{sight.code}-summary", words.summary, words.summary_how, body)


def counted(sight: Sight) -> list[tuple[str, int]]:
    """What is counted, and how many there are."""
    facts, words = sight.facts, sight.words
    statuses = dict(facts.claims["status"].value_counts().iter_rows())
    links = dict(facts.table("links")["kind"].value_counts().iter_rows())
    return [
        (words.documents, facts.documents.height),
        (words.treaties, facts.treaties.height),
        (words.actors, facts.actors.height),
        (words.claims, facts.claims.height),
        (words.corroborated, statuses.get("corroborated", 0)),
        (words.disputed, statuses.get("disputed", 0)),
        (words.opposed, links.get("contradicts", 0) + links.get("tension", 0)),
        (words.alignments, facts.alignments["alignment"].n_unique()),
    ]


def document(row: dict[str, Any], claims: int, sight: Sight) -> tuple[str, ...]:
    """One document as cells."""
    written = shown(row["date_edtf"]) if row["date_edtf"] else said(sight.words.undated)
    guessed = f" ({said(sight.words.inferred)})" if row["date_basis"] == "inferred" else ""
    language = said(sight.called(row["language"]))
    return shown(row["title"] or "—"), language, written + guessed, count(claims), shown(row["path"])
