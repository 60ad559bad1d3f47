"""The `[report]` table of a language pack: the words of the report and its pictures."""

from __future__ import annotations

import msgspec


class ReportPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[report]`. `{…}` in a value is filled in by the report.

    `pictures` are the words of the pictures, `names` what values of the tables are called (`planned`, `corroborated`,
    `person`, …). A pack without this table has no report in its language; its passages are shown in the others'."""

    title: str = ""
    skip: str = ""
    contents: str = ""
    summary: str = ""
    summary_how: str = ""
    documents: str = ""
    actors: str = ""
    treaties: str = ""
    claims: str = ""
    corroborated: str = ""
    disputed: str = ""
    opposed: str = ""
    alignments: str = ""
    document: str = ""
    language: str = ""
    written: str = ""
    inferred: str = ""
    undated: str = ""
    file: str = ""
    told: str = ""
    timeline: str = ""
    network: str = ""
    languages: str = ""
    picture: str = ""
    as_table: str = ""
    from_: str = msgspec.field(default="", name="from")
    to: str = ""
    evidence: str = ""
    evidence_how: str = ""
    search: str = ""
    search_hint: str = ""
    status: str = ""
    all: str = ""
    shown: str = ""
    more: str = ""
    none_found: str = ""
    capped: str = ""
    nowhere: str = ""
    place: str = ""
    passages_more: str = ""
    linked: str = ""
    aligned: str = ""
    sources: str = ""
    conflicts: str = ""
    conflicts_how: str = ""
    conflicts_none: str = ""
    own_conflict: str = ""
    asymmetry: str = ""
    asymmetry_how: str = ""
    asymmetry_none: str = ""
    only: str = ""
    no_reason: str = ""
    issues: str = ""
    issues_how: str = ""
    issues_none: str = ""
    what: str = ""
    remedy: str = ""
    left_out: str = ""
    end: str = ""
    pictures: dict[str, str] = {}
    names: dict[str, str] = {}
