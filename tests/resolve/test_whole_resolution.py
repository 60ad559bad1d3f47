"""What holds of every resolution: order does not matter, ids are stable, references stand once and point somewhere."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.knowledge import Knowledge
from pipeline.model.unions import Unions
from pipeline.stages.resolve import resolve

TEXTS = [
    ("fr", "Les accords de Camp David ont été signés en septembre 1978 par Anouar el-Sadate et Menahem Begin. Sadate est mort en 1981."),
    ("en", "Sadat and Begin signed the Camp David Accords. The Egyptian opposition criticized the agreement."),
    ("fr", "La Hongrie et la Roumanie ont signé un traité en septembre 1996. Les deux pays ont ratifié l'accord."),
    ("en", "Hungary and Romania signed a treaty in September 1996. It was ratified by both countries."),
    ("en", "George W. Bush met Vladimir Putin. Bush praised the Moscow Treaty of May 2002."),
    ("fr", "George H. W. Bush et Mikhaïl Gorbatchev ont signé le traité START I. Bush a salué le texte."),
]  # fmt: skip


@pytest.fixture(scope="session")
def shelf(read):
    return [read(language, text) for language, text in TEXTS]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(TEXTS))))
def test_the_order_of_documents_does_not_matter(shelf, knowledge: Knowledge, order: list[int]) -> None:
    assert resolve([shelf[i] for i in order], knowledge) == resolve(shelf, knowledge)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.sets(st.integers(0, len(TEXTS) - 1), min_size=1))
def test_references_are_sorted_stand_once_and_point_to_nodes(shelf, knowledge: Knowledge, some: set[int]) -> None:
    resolution = resolve([shelf[i] for i in sorted(some)], knowledge)
    spans = [reference.span for reference in resolution.references]
    ids = [node.id for node in (*resolution.actors, *resolution.treaties)]
    assert spans == sorted(set(spans))
    assert len(ids) == len(set(ids))
    assert {id for reference in resolution.references for id in reference.targets} <= set(ids)
    assert {near.other for node in (*resolution.actors, *resolution.treaties) for near in node.kept_apart} <= set(ids)


def test_ids_are_stable_when_unrelated_documents_are_added(shelf, knowledge: Knowledge) -> None:
    few, all_of_them = resolve(shelf[:2], knowledge), resolve(shelf, knowledge)
    known = {node.id for node in (*all_of_them.actors, *all_of_them.treaties)}
    assert {node.id for node in (*few.actors, *few.treaties)} <= known


def test_more_documents_never_split_what_is_one(shelf, knowledge: Knowledge) -> None:
    """Two mentions that two documents alone make one stay one with unrelated documents beside."""
    few, all_of_them = resolve(shelf[2:4], knowledge), resolve(shelf, knowledge)
    late = {reference.span: reference.targets for reference in all_of_them.references}
    assert all(late[reference.span] == reference.targets for reference in few.references)


def test_nothing_of_nothing(knowledge: Knowledge) -> None:
    empty = resolve([], knowledge)
    assert (empty.actors, empty.treaties, empty.references) == ((), (), ())


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19))))
def test_merging_is_an_equivalence(pairs: list[tuple[int, int]]) -> None:
    unions = Unions(range(20))
    for a, b in pairs:
        unions.join(a, b)
    groups = unions.groups()
    assert sorted(chain.from_iterable(groups)) == list(range(20))
    assert all(unions.find(a) == unions.find(b) for a, b in pairs)
    reach = {i: {i} for i in range(20)}
    for a, b in pairs:
        together = reach[a] | reach[b]
        for member in together:
            reach[member] = together
    assert sorted(map(sorted, {frozenset(s) for s in reach.values()})) == sorted(groups)
