"""Evidence cards: one claim, its standing, and the passages that tell it, language beside language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from typing import Any

from pipeline.facts.asking import OPPOSED
from pipeline.facts.evidence import ClaimEvidence, Passage
from pipeline.facts.markup import quoted
from pipeline.report.markup import count, said, section, shown
from pipeline.report.sight import Sight

# So many claims on the page, so many passages of each language open at once, so many statements of each claim.
CARDS, OPEN, STATEMENTS = 150, 2, 8
ORDER = ("corroborated", "disputed", "single")
PLAIN = ("affirmed", "asserted")
Row = dict[str, Any]


def chosen(sight: Sight, pictured: Collection[str]) -> list[Row]:
    """The claims that get a card: corroborated, disputed, those in conflict, those that a picture shows, then those
    with the most support and the most known actors."""
    import polars as pl

    links = sight.facts.table("links").filter(pl.col("kind").is_in(OPPOSED))
    known = sight.shelf.scan("roles").filter(pl.col("ref").is_not_null()).group_by("claim").len("known")
    first = (
        pl.col("status").replace_strict(list(ORDER), range(len(ORDER)), default=len(ORDER), return_dtype=pl.Int64),
        ~pl.col("id").is_in([*links["a"], *links["b"]]),
        ~pl.col("id").is_in(sorted(pictured)),
        -pl.col("independent").cast(pl.Int64),
        -pl.col("documents").cast(pl.Int64),
        -pl.col("known").fill_null(0).cast(pl.Int64),
    )
    claims = sight.shelf.scan("claims").join(known, left_on="id", right_on="claim", how="left", maintain_order="left")
    return claims.sort(*first, maintain_order=True).head(CARDS).collect().to_dicts()


def evidence_section(sight: Sight, rows: Sequence[Row]) -> str:
    """A search box, a choice of status, and the cards."""
    words = sight.words
    found = sight.facts.evidence([row["id"] for row in rows], STATEMENTS)
    cards = "".join(card(row, one, sight) for row, one in zip(rows, found.claims, strict=True))
    body = f"{filters(sight, rows)}<div class='cards'>{cards}</div>"
    body += f'<p class="empty" hidden>{said(words.none_found)}</p>'
    body += f'<button type="button" class="more" hidden>{said(words.more)}</button>'
    left = sight.facts.claims.height - len(rows)
    body += f'<p class="how">{said(words.capped, shown=count(len(rows)), count=count(left))}</p>' if left else ""
    return section(f"{sight.code}-evidence", words.evidence, words.evidence_how, body)


def filters(sight: Sight, rows: Sequence[Row]) -> str:
    """What chooses among the cards; the script shows it, as nothing else can work it."""
    words = sight.words
    statuses = [status for status in ORDER if any(row["status"] == status for row in rows)]
    options = "".join(f'<option value="{status}">{said(sight.called(status))}</option>' for status in statuses)
    return (
        f'<form class="filters" role="search" aria-label="{escape(words.evidence)}" hidden>'
        f'<label class="field">{said(words.search)}<input type="search" class="query" autocomplete="off"'
        f' spellcheck="false" placeholder="{escape(words.search_hint)}"></label>'
        f'<label class="field">{said(words.status)}<select class="status"><option value="">{said(words.all)}</option>'
        f'{options}</select></label><p class="found" role="status" data-say="{escape(words.shown)}"></p></form>'
    )


def card(row: Row, found: ClaimEvidence, sight: Sight) -> str:
    """One claim with its passages."""
    words = sight.words
    own = [one for one in found.passages if one.told != "aligned"]
    documents = len({one.document for one in own})
    languages = sight.called("; ".join(code for code in sight.languages() if any(one.language == code for one in own)))
    told = [languages, words.sources.replace("{count}", count(documents))]
    stances = [one for one in (*row["modality"].split("; "), *row["polarity"].split("; ")) if one not in PLAIN]
    told += [sight.called("; ".join(stances))] if stances else []
    badge = f'<span class="badge {escape(row["status"])}">{said(sight.called(row["status"]))}</span>'
    lines = f'<p class="what">{badge} {said(" · ".join(told))} <span class="id">{escape(row["id"])}</span></p>'
    head = f"<h3>{shown(row['text'])}</h3>{lines}"
    named = f'id="{sight.code}-{escape(row["id"])}" data-status="{escape(row["status"])}"'
    return f'<article class="card" {named} tabindex="-1">{head}{sides(found, sight, row["why_only"])}</article>'


def sides(found: ClaimEvidence, sight: Sight, why: str | None = None) -> str:
    """The passages, one column a language; where two languages are read, the one that tells nothing says so."""
    known = sight.languages()
    columns = known if len(known) <= 2 else [code for code in known if code in found.languages]
    return f'<div class="sides">{"".join(side(found, code, sight, why) for code in columns)}</div>'


def side(found: ClaimEvidence, code: str, sight: Sight, why: str | None) -> str:
    """The passages of one language, the first ones open."""
    name = sight.called(code)
    told = [passage(one, sight) for one in found.passages if one.language == code]
    head = f"<h4>{said(name)}</h4>"
    if not told:
        reason = f' <span class="reason" lang="en">{shown(why)}</span>' if why else ""
        return (
            f'<div class="side">{head}<p class="nowhere">{said(sight.words.nowhere, language=name)}{reason}</p></div>'
        )
    more = ""
    if len(told) > OPEN:
        title = said(sight.words.passages_more, count=len(told) - OPEN)
        more = f"<details><summary>{title}</summary>{''.join(told[OPEN:])}</details>"
    return f'<div class="side">{head}{"".join(told[:OPEN])}{more}</div>'


def passage(one: Passage, sight: Sight) -> str:
    """A passage between its neighbours, its words marked, and below it who says it and where."""
    return f'{quoted(one, sight.names)}<p class="what">{source(one, sight)}</p>'


def source(one: Passage, sight: Sight) -> str:
    """Who says it, how, where, and why it stands here."""
    words = sight.words
    place = said(words.place, start=count(one.start), end=count(one.end))
    holder = [shown(sight.called(one.holder) if one.holder == "unspecified" else one.holder)] if one.holder else []
    stances = [said(sight.called(told)) for told in (one.polarity, one.modality) if told and told not in PLAIN]
    beside = {"linked": words.linked, "aligned": words.aligned}.get(one.told)
    return " · ".join([*holder, *stances, shown(one.title), place, *([said(beside)] if beside else [])])
