"""The tables that a run leaves for notebooks: every column with its type, its meaning and an example.

This is the one source of what `outputs/tables/` holds: `publish` writes it, `facts` reads and checks it,
docs/tables.md is printed from it (`accord schema`). All columns are flat, so that pandas, polars, DuckDB and R read
the files alike; where a thing has several values, they stand in one text parted by `JOINT` and in a table of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What parts the values of a column that holds several.
JOINT = "; "
# Raised when a column is renamed, dropped or changes its meaning.
TABLES_VERSION = "2"

ColumnKind = Literal["text", "day", "count", "number", "flag"]
Example = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds (`day` is a date of the calendar, `count` a whole number), what that means,
    and an example. Any column may be empty (null) where the texts do not tell."""

    name: str
    kind: ColumnKind
    meaning: str
    example: Example


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what a row of it is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]


def text(name: str, meaning: str, example: str) -> Column:
    """A column of text."""
    return Column(name, "text", meaning, example)


def count(name: str, meaning: str, example: int) -> Column:
    """A column of whole numbers."""
    return Column(name, "count", meaning, example)


def time(what: str, prefix: str = "") -> tuple[Column, ...]:
    """The four columns of a time."""
    return (
        text(f"{prefix}edtf", f"{what}, in Extended Date/Time Format, as fine as the text tells it", "1999-12"),
        Column(f"{prefix}from", "day", f"{what}: first day meant; empty where open", "1999-12-01"),
        Column(f"{prefix}to", "day", f"{what}: last day meant; empty where open", "1999-12-31"),
        text(f"{prefix}basis", f"{what}: `stated`, `relative` or `inferred`", "stated"),
    )


def place(what: str) -> tuple[Column, ...]:
    """The columns of a span in the original file."""
    return (
        text("document", f"document of {what}", "doc-79059b2f24da"),
        count("start", f"first code point of {what} in the decoded file", 10319),
        count("end", f"code point after {what}", 10332),
    )


BYTES = (
    count("byte_start", "first byte in the file as received", 10393),
    count("byte_end", "byte after it", 10406),
)
CLAIM = text("claim", "id in `claims`", "claim-2f578f3275")
STANCE = (
    text("polarity", "`affirmed` or `negated`", "affirmed"),
    text(
        "modality",
        "`asserted`, `planned`, `conditional`, `possible`, `obligation`, `question` or `counterfactual`",
        "planned",
    ),
)
LANGUAGE = text("language", "language code", "fr")

TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        "one document",
        (
            text("id", "id, from its bytes", "doc-79059b2f24da"),
            text("path", "path below corpus/documents/", "ponars-memo-182.en.txt"),
            text("sha256", "digest of its bytes", "79059b2f24da…"),
            LANGUAGE,
            text("title", "title, where told", "The Russia-Belarus Union"),
            text("authors", "authors, parted by `; `", "Arkady Moshes"),
            text("institute", "institute of the author", "Institute of Europe"),
            text("publisher", "publisher", "PONARS"),
            text("series", "series", "Policy Memo"),
            text("number", "number in its series", "182"),
            text("encoding", "encoding of the file", "utf-8"),
            count("characters", "code points of the decoded file", 12862),
            count("bytes", "bytes of the file", 12951),
            text("origin", "id of the first document that says the same: copies and translations share it", "doc-790…"),
            *time("when it was written", "date_"),
        ),
    ),
    Table(
        "predicates",
        "one predicate that the claims use",
        (
            text("id", "name of the predicate", "holds_office"),
            text("label", "label, in the first language", "holds the office of"),
            text("wikidata", "property of Wikidata", "P39"),
            Column("lasting", "flag", "true for a state of things, false for an event", True),
        ),
    ),
    Table(
        "actors",
        "one person, organisation, state, place or group",
        (
            text("id", "id", "actor-534264f54b"),
            text("type", "`person`, `organization`, `state`, `place` or `group`", "state"),
            text("label", "label, in the first language", "Russia"),
            text("forms", "every form seen, parted by `; ` (one by one in `names`)", "Russia; Russie"),
            text("same_as", "ids in authorities, parted by `; `", "wikidata:Q159"),
            text("merged_because", "why these forms are one actor", "the authority lists Russia (en), Russie (fr)"),
        ),
    ),
    Table(
        "treaties",
        "one treaty, agreement, declaration or programme",
        (
            text("id", "id", "treaty-f10d942509"),
            text("kind", "what it is", "treaty"),
            text("label", "label, in the first language", "Treaty on Creating the Union"),
            text("forms", "every form seen, parted by `; `", "Treaty on Creating the Union; document syndical"),
            *time("when it was signed", "signed_"),
            *time("when it came into force", "force_"),
            text("signatories", "labels of who signed, parted by `; ` (one by one in `slots`)", "Boris Yeltsin"),
            text("parties", "labels of who is bound, parted by `; `", "Russia; Belarus"),
            text("place", "where it was signed", "Moscow"),
            text("status", "states that it went through, parted by `; `", "signed; in force"),
            text("missing", "slots that one would expect and no text fills, parted by `; `", "entry_into_force"),
        ),
    ),
    Table(
        "slots",
        "one value of a slot of a treaty, with one place that tells it",
        (
            text("treaty", "id in `treaties`", "treaty-f10d942509"),
            text("slot", "`signed`, `signatories`, `parties`, `place`, `establishes`, …", "parties"),
            text("ref", "id in `actors`, where resolved", "actor-534264f54b"),
            text("text", "label of that actor, or the words", "Russia"),
            STANCE[1],
            *time("when"),
            *place("the evidence"),
            text("quote", "the evidence, as the file has it", "December 1999"),
        ),
    ),
    Table(
        "names",
        "one name of a predicate, an actor or a treaty in a language",
        (
            text("id", "id in `predicates`, `actors` or `treaties`", "actor-534264f54b"),
            text("kind", "`predicate`, `actor` or `treaty`", "actor"),
            LANGUAGE,
            text("name", "the name", "Russie"),
            Column("preferred", "flag", "true for the label in that language", True),
        ),
    ),
    Table(
        "claims",
        "one proposition, whoever says it",
        (
            text("id", "id", "claim-2f578f3275"),
            text("text", "the claim in one line, in the first language", "Russia · adopts the currency · rouble"),
            text("predicate", "id in `predicates`", "adopts_currency"),
            text("subject", "labels of the subjects, parted by `; ` (all roles in `roles`)", "Belarus"),
            text("object", "labels of the objects, parted by `; `", "rouble"),
            *time("when it was or will be"),
            text("place", "id in `actors` of where", "actor-a3bde6e681"),
            Column("value", "number", "quantity, scale included", 450000000.0),
            text("unit", "unit of the quantity", "USD"),
            text("polarity", "of its statements: `affirmed`, `negated`, or both parted by `; `", "affirmed"),
            text("modality", "of its statements, parted by `; `", "planned"),
            text("status", "`corroborated`, `single` or `disputed`", "single"),
            text("languages", "languages that tell it, parted by `; `", "en; fr"),
            count("documents", "documents that tell it", 2),
            count("independent", "of these, documents that do not repeat each other", 2),
            text("only", "the one language that tells it, where it is one", "fr"),
            text("why_only", "why the other languages do not, where a reason can be given", "the texts are older"),
        ),
    ),
    Table(
        "wordings",
        "one claim in one language, labels of that language where it has them",
        (
            CLAIM,
            LANGUAGE,
            text("text", "the claim in one line", "Russie · adopte la monnaie · rouble"),
            text("subject", "labels of the subjects", "Russie"),
            text("object", "labels of the objects", "rouble"),
        ),
    ),
    Table(
        "statements",
        "one holder's assertion in one place",
        (
            text("id", "id", "st-4cb50c645c63f98a"),
            CLAIM,
            text("predicate", "id in `predicates`", "adopts_currency"),
            text("sentence", "id in `sentences`, within the document", "s8"),
            *place("the evidence"),
            *BYTES,
            text("quote", "the evidence, as the file has it", "the Russian rouble will be adopted"),
            text("holder_kind", "`author`, `actor` or `unspecified`", "actor"),
            text("holder_actor", "id in `actors`", "actor-f7659a5f90"),
            text("holder_text", "the holder's words in the text", "Russian observers"),
            text("holder_within", "who reports the holder, inner first, parted by `; `", "author"),
            *STANCE,
            text("cue", "the words that decided polarity, modality or holder", "According to"),
            LANGUAGE,
            text("grade", "`verbatim` or `derived`", "verbatim"),
            text("rule", "the pattern that found it", "models/claims/signed.toml#en.2"),
            Column("confidence", "number", "0 to 1", 0.9),
            *time("when"),
        ),
    ),
    Table(
        "spans",
        "one marked place of a statement",
        (
            text("statement", "id in `statements`", "st-4cb50c645c63f98a"),
            CLAIM,
            text("role", "`evidence`, a role of the predicate, `time`, `place`, `quantity`, `holder` or `cue`", "cue"),
            *place("the span"),
            *BYTES,
            text("quote", "the span, as the file has it", "According to"),
        ),
    ),
    Table(
        "roles",
        "one filler of a role of a claim",
        (
            CLAIM,
            text("role", "name of the role", "subject"),
            text("ref", "id in `actors` or `treaties`, where resolved", "actor-a3bde6e681"),
            text("text", "the words, where nothing was resolved", "the opposition"),
            text("label", "label of `ref`, or the words", "Belarus"),
        ),
    ),
    Table(
        "links",
        "one link between two claims",
        (
            text("kind", "`equal`, `refines`, `tension` or `contradicts`", "refines"),
            text("a", "id in `claims`", "claim-2f578f3275"),
            text("b", "id in `claims`", "claim-3493ca86f2"),
            text("why", "why they are linked", "1994-07 lies in 1994"),
        ),
    ),
    Table(
        "alignments",
        "one passage of an alignment",
        (
            text("alignment", "id of the alignment", "align-8d745fcf22"),
            text("kind", "`parallel` or `comparable`", "comparable"),
            LANGUAGE,
            *place("the passage"),
            text("quote", "the passage, as the file has it", "The single currency will be introduced in 2005."),
            Column("score", "number", "0 to 1", 0.4674),
            text("decision", "what a person decided: `accepted`, `rejected` or `edited`", "accepted"),
            text("by", "who decided", "anna"),
            text("notes", "what a translator should look at, parted by `; `", "syndical / union"),
        ),
    ),
    Table(
        "aligned_claims",
        "one claim told by both sides of an alignment",
        (text("alignment", "id in `alignments`", "align-8d745fcf22"), CLAIM),
    ),
    Table(
        "sentences",
        "one sentence of a document, in reading order",
        (
            *place("the sentence"),
            text("id", "id within the document", "s8"),
            text("section", "kind of section it stands in", "body"),
            text("text", "the sentence, as the file has it", "The single currency comes in 2005."),
        ),
    ),
    Table(
        "issues",
        "one thing that a person should look at",
        (
            text("stage", "the stage that found it", "merge"),
            text("kind", "what it is", "failed sum"),
            text("message", "what was found", "the parts are 79, the whole is told to be 97"),
            text("remedy", "what can be done", "check the figures"),
            text("path", "document", "ponars-memo-182.en.txt"),
        ),
    ),
)
