"""Years before 1000, years of our era and before it, decades of two digits: read as the text around them tells."""

from __future__ import annotations

import pytest
from dates_world import Bare

TEXTS = [
    ("fr", "La paix est conclue en 241 av. J.-C. En 218, la guerre reprend.", ["-0240", "-0217"]),
    ("en", "Peace was made in 241 BC. In 218 the war began again; in 201 it ended.", ["-0240", "-0217", "-0200"]),
    ("fr", "Le traité de 843 partage l'Empire. En 870, un autre le refait.", []),
    ("en", "Augustus died in AD 14. In 37, Caligula became emperor.", ["0014", "0037"]),
    ("fr", "Le traité de 1860 ouvre le marché. Les années 70 ferment la porte.", ["1860", "187X"]),
    ("en", "The treaty of 1860 opened the market. The seventies closed the door.", ["1860", "187X"]),
    ("fr", "Le traité de 1960 ouvre le marché. Les années 70 ferment la porte.", ["1960", "197X"]),
    ("en", "In 1998 the treaty had 218 articles, and in 37 of them nothing changed.", ["1998"]),
    ("fr", "En 1998, le traité comptait 218 articles ; dans 37 d'entre eux, rien ne changea.", ["1998"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "edtf"), TEXTS)
def test_early_years(language: str, text: str, edtf: list[str], parsed: Bare) -> None:
    assert [one.edtf for one in parsed(text, language).expressions if one.layer == "timex"] == edtf
