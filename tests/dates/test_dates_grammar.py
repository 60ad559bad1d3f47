"""Templates: how patterns are read, and that a broken pack is named."""

from __future__ import annotations

import pytest

from pipeline.knowledge import KnowledgeFault
from pipeline.knowledge.dates import DatesPack
from pipeline.stages.dates.finding import grammar
from pipeline.stages.dates.grammar import expand

PATTERNS = [
    ("{day} {month}", {("{day}", "{month}")}),
    ("[the] {year}", {("the", "{year}"), ("{year}",)}),
    ("a|b c", {("a", "c"), ("b", "c")}),
    (
        "[[le] mois de|d'] x",
        {("x",), ("mois", "de", "x"), ("mois", "d'", "x"), ("le", "mois", "de", "x"), ("le", "mois", "d'", "x")},
    ),
    ("jusqu'à {year}", {("jusqu'", "a", "{year}"), ("jusqu' a", "{year}")}),
]


@pytest.mark.parametrize(("pattern", "ways"), PATTERNS)
def test_expand(pattern: str, ways: set[tuple[str, ...]]) -> None:
    assert set(expand(pattern)) == ways


@pytest.mark.parametrize(
    ("templates", "key"),
    [
        ({"point": {"dait": ("{day}",)}}, "dates.templates.point.dait"),
        ({"pint": {"date": ("{day}",)}}, "dates.templates.pint"),
        ({"point": {"date": ("{day} ]",)}}, "dates.templates"),
    ],
)
def test_broken_pack(templates: dict[str, dict[str, tuple[str, ...]]], key: str) -> None:
    with pytest.raises(KnowledgeFault) as fault:
        grammar(DatesPack(templates=templates))
    assert fault.value.key == key
