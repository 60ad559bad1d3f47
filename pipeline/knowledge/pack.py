"""One language's pack: models/languages/CODE.toml, a table for each room that needs words."""

from __future__ import annotations

import msgspec

from pipeline.knowledge.align import AlignPack
from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.dates import DatesPack
from pipeline.knowledge.holders import HoldersPack
from pipeline.knowledge.ingest import IngestPack
from pipeline.knowledge.merge import MergePack
from pipeline.knowledge.page import PagePack
from pipeline.knowledge.quantities import QuantitiesPack
from pipeline.knowledge.resolve import ResolvePack
from pipeline.knowledge.stance import StancePack
from pipeline.knowledge.syntax import SyntaxPack


class LanguageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`code`: BCP 47 primary tag; `names`: the language's name in each language of the house."""

    code: str
    names: dict[str, str]


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the house knows of one language."""

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
