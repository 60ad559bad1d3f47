"""Folding: what differs only in case, accents, quotes, dashes or spaces is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’Élysée", "l'elysee"),
        ("«\u00a0Évian\u00a0»", '" evian "'),
        ("Russie–Biélorussie", "russie-bielorussie"),
        ("  Camp \n David ", "camp david"),
        ("E\u0301vian", "Évian"),
        ("GROSS", "groß"),
    ],
)
def test_one_form(one, other):
    assert fold(one) == fold(other)


@given(st.text(alphabet="aÉé’«–\u00a0\n Ss'", max_size=30))
def test_folding_twice_changes_nothing(string):
    assert fold(fold(string)) == fold(string)
