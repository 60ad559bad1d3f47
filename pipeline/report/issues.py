"""Issues: what a person should look at."""

from __future__ import annotations

from pipeline.report.markup import count, said, section, shown, table
from pipeline.report.sight import Sight

SHOWN = 200


def issues_section(sight: Sight) -> str:
    """A row for each issue; issues are told in English, whatever the page speaks."""
    words, found = sight.words, sight.facts.table("issues")
    rows = [
        [f'<span lang="en">{shown(row["message"])}</span>', f'<span lang="en">{shown(row["remedy"] or "")}</span>',
         shown(row["path"] or "")]
        for row in found.head(SHOWN).iter_rows(named=True)
    ]  # fmt: skip
    body = (
        table((words.what, words.remedy, words.file), rows, words.issues)
        if rows
        else f"<p>{said(words.issues_none)}</p>"
    )
    left = found.height - len(rows)
    body += f'<p class="how">{said(words.left_out, count=count(left))}</p>' if left else ""
    return section(f"{sight.code}-issues", words.issues, words.issues_how if rows else "", body)
