"""The `[merge]` tables: what must mean the same in all languages is named in all of them."""

import pytest

from pipeline.knowledge import Knowledge
from pipeline.text import fold


@pytest.mark.parametrize("table", ["concepts", "topics"])
def test_what_one_language_names_another_names_too(knowledge: Knowledge, table: str) -> None:
    named = {code: set(getattr(pack.merge, table)) for code, pack in knowledge.packs.items()}
    for code, names in named.items():
        assert names <= set().union(*(others for other, others in named.items() if other != code))


def test_one_phrase_has_one_concept(knowledge: Knowledge) -> None:
    for pack in knowledge.packs.values():
        tables = (pack.merge.concepts, pack.resolve.offices, pack.resolve.treaties)
        ways = [(fold(way), name) for table in tables for name, phrases in table.items() for way in phrases]
        doubled = {way for way, name in ways if any(way == other and name != again for other, again in ways)}
        assert not doubled
