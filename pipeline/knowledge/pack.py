"""One language's pack: models/languages/CODE.toml, a table for each room that needs words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.knowledge.align import AlignPack
from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.dates import DatesPack
from pipeline.knowledge.holders import HoldersPack
from pipeline.knowledge.ingest import IngestPack
from pipeline.knowledge.merge import MergePack
from pipeline.knowledge.page import PagePack
from pipeline.knowledge.quantities import QuantitiesPack
from pipeline.knowledge.report import ReportPack
from pipeline.knowledge.resolve import ResolvePack
from pipeline.knowledge.stance import StancePack
from pipeline.knowledge.syntax import SyntaxPack
from pipeline.model import MENTION_TYPES

Fault = tuple[str, str, str]  # key, problem, remedy
OURS = "en"  # the language of issues and notes
ORDERS = ("dmy", "mdy")


class LanguageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`code`: BCP 47 primary tag; `names`: the language's name in each language of the house."""

    code: str
    names: dict[str, str]


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the house knows of one language. Only `[language]` must be there: what has no table is not read."""

    language: LanguageTable
    ingest: IngestPack = IngestPack()
    annotate: AnnotatePack = AnnotatePack()
    dates: DatesPack = DatesPack()
    syntax: SyntaxPack = SyntaxPack()
    stance: StancePack = StancePack()
    holders: HoldersPack = HoldersPack()
    quantities: QuantitiesPack = QuantitiesPack()
    resolve: ResolvePack = ResolvePack()
    align: AlignPack = AlignPack()
    merge: MergePack = MergePack()
    page: PagePack = PagePack()
    report: ReportPack = ReportPack()


def pack_faults(pack: Pack, stem: str) -> Iterator[Fault]:
    """What is wrong with the pack in the file `stem`.toml, beyond unknown keys and wrong types."""
    if pack.language.code != stem:
        yield "language.code", f"is {pack.language.code!r}", f"Write {stem!r}, the file's name"
    if OURS not in pack.language.names:
        yield f"language.names.{OURS}", "is missing", "Issues and notes call the language by it"
    if pack.annotate.models and not pack.annotate.version:
        yield "annotate.version", "is missing", "Name the models' version, major.minor"
    if pack.dates.order not in ORDERS:
        yield "dates.order", f"is {pack.dates.order!r}", f"Write one of {', '.join(ORDERS)}"
    yield from type_faults(pack)
    yield from pattern_faults(pack)


def type_faults(pack: Pack) -> Iterator[Fault]:
    """Types that no mention has."""
    tables = {"entities": pack.annotate.entities, "pronouns": pack.annotate.pronouns, "phrases": pack.annotate.phrases}
    for table, types in tables.items():
        for key, value in types.items():
            type_ = value.removeprefix("pronoun:") if table == "phrases" else value
            if type_ not in MENTION_TYPES:
                yield f"annotate.{table}.{key}", f"{type_!r} is no type", f"One of {', '.join(MENTION_TYPES)}"


def pattern_faults(pack: Pack) -> Iterator[Fault]:
    """Rewrites of names that are no regular expressions."""
    for pattern, _ in pack.resolve.romanisation:
        try:
            re.compile(pattern)
        except re.error as error:
            yield "resolve.romanisation", f"{pattern!r}: {error}", "Mend the regular expression"
