"""FollowTheMoney: against an extract of its schema (the package itself needs ICU, which we do not ask for)."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.exports.followthemoney import entities, left_out

EXTRACT = json.loads((Path(__file__).parent / "followthemoney-schema.json").read_text("utf-8"))["schemata"]


@pytest.fixture(scope="module")
def made(exported_run):
    lines = (exported_run / "exports" / "entities.ftm.json").read_text("utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


def test_ids_are_told_once_and_are_ids(exported_run, made):
    lines = (exported_run / "exports" / "entities.ftm.json").read_bytes().count(b"\n")
    assert lines == len(made)
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", id) for id in made)


def test_types_and_properties_are_of_the_schema(made):
    for one in made.values():
        schema = EXTRACT[one["schema"]]
        assert one["properties"].keys() <= schema["properties"].keys()
        assert set(schema["required"]) <= one["properties"].keys()
        assert all(isinstance(value, str) and value for values in one["properties"].values() for value in values)


def test_what_an_entity_points_to_is_of_the_right_type(made):
    for one in made.values():
        for name, values in one["properties"].items():
            prop = EXTRACT[one["schema"]]["properties"][name]
            if prop["type"] == "entity":
                assert all(prop["range"] in EXTRACT[made[value]["schema"]]["is_a"] for value in values), one


def test_dates_countries_and_languages_are_codes(made):
    patterns = {"date": r"\d{4}(-\d\d){0,2}", "country": "[a-z]{2}", "language": "[a-z]{3}", "number": r"\d+"}
    for one in made.values():
        for name, values in one["properties"].items():
            pattern = patterns.get(EXTRACT[one["schema"]]["properties"][name]["type"])
            assert pattern is None or all(re.fullmatch(pattern, value) for value in values), one


def caption(made, id):
    return made[id]["properties"]["name"][0]


def test_only_plainly_told_memberships_are_there(made):
    found = {
        (caption(made, member), caption(made, organization))
        for one in made.values()
        if one["schema"] == "Membership"
        for member in one["properties"]["member"]
        for organization in one["properties"]["organization"]
    }
    assert {("Norway", "NATO"), ("Denmark", "NATO")} <= found
    assert not {member for member, _ in found} & {"Sweden", "Serbia", "Russia", "Belarus", "Ukraine"}


def test_who_holds_which_office_of_what(made):
    held = {
        (caption(made, holder), caption(made, post), *made[post]["properties"].get("country", []))
        for one in made.values()
        if one["schema"] == "Occupancy"
        for holder in one["properties"]["holder"]
        for post in one["properties"]["post"]
    }
    assert any(country == "ma" for _, _, *countries in held for country in countries)
    assert any(country == "dz" for _, _, *countries in held for country in countries)


def test_a_tie_names_the_documents_that_tell_it(made):
    ties = [one for one in made.values() if one["schema"] in {"Membership", "Occupancy", "Succession"}]
    assert ties
    assert all(made[proof]["schema"] == "Document" for one in ties for proof in one["properties"]["proof"])


def test_persons_organisations_and_states_all_are_there(made, run_graph):
    wanted = {one["id"] for one in run_graph["actors"] if one["type"] in {"person", "organization", "state"}}
    assert {id for id in made if id.startswith("actor-")} == wanted


def test_what_is_left_out_is_counted(made, run_graph):
    note = left_out(run_graph, made.values())
    counts = Counter(one["type"] for one in run_graph["actors"])
    assert re.search(rf"\b{len(run_graph['treaties'])} treat(y|ies)\b", note)
    for kind in ("group", "place"):
        assert (f"{counts[kind]} {kind}" in note) == bool(counts[kind])


def graph_of(*claims, roles=("subject", "office")):
    actors = [
        {"id": f"actor-{name}", "type": kind, "labels": {"en": name}, "forms": {}, "same_as": []}
        for name, kind in (("p", "person"), ("q", "person"), ("s", "state"), ("g", "group"), ("o", "organization"))
    ]
    predicates = [
        {"id": name, "wikidata": prop, "wikidata_roles": list(ends)}
        for name, prop, ends in (
            ("holds_office", "P39", ("subject", "office")),
            ("replaces", "P1365", ("subject", "object")),
            ("member_of", "P463", ("subject", "object")),
        )
    ]
    return {"documents": [], "predicates": predicates, "actors": actors, "treaties": [], "claims": list(claims)}


def claim(number, predicate, edtf=None, **roles):
    statement = {
        "document": "doc-1",
        "polarity": "affirmed",
        "modality": "asserted",
        "holder": {"kind": "author"},
        "spans": [{"quote": "so", "role": "evidence"}],
    }
    time = {"edtf": edtf} if edtf else None
    told = {"roles": roles, "statements": [statement], "status": "single", "time": time}
    return {"id": f"claim-{number}", "predicate": predicate, **told}


def ties(*claims):
    made = entities(graph_of(*claims), [])
    return [one for one in made if not one["id"].startswith("actor-")]


def test_two_offices_of_one_name_are_one_only_where_the_body_is_known():
    held = [
        claim(number, "holds_office", subject=who, office="chair") for number, who in enumerate(("actor-p", "actor-q"))
    ]
    assert len({one["id"] for one in ties(*held) if one["schema"] == "Position"}) == 2
    held = [{**one, "roles": {**one["roles"], "of": "actor-s"}} for one in held]
    assert len({one["id"] for one in ties(*held) if one["schema"] == "Position"}) == 1
    assert Counter(one["schema"] for one in ties(*held)) == {"Position": 1, "Occupancy": 2}


@pytest.mark.parametrize(
    "one",
    [
        claim(1, "holds_office", subject="actor-s", office="chair"),
        claim(1, "holds_office", subject="somebody", office="chair"),
        claim(1, "holds_office", subject="actor-p", of="actor-s"),
        claim(1, "member_of", subject="actor-s", object="actor-p"),
        claim(1, "member_of", subject="actor-g", object="actor-o"),
        claim(1, "member_of", subject="actor-s", object="the club"),
    ],
)
def test_ends_that_the_schema_does_not_allow_tie_nothing(one):
    assert ties(one) == []


def test_who_replaces_is_the_successor():
    [one] = ties(claim(1, "replaces", subject="actor-o", object="actor-s"))
    assert one["schema"] == "Succession"
    assert (one["properties"]["successor"], one["properties"]["predecessor"]) == (["actor-o"], ["actor-s"])


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("1994", ["1994"]),
        ("1994-07", ["1994-07"]),
        ("1994-07-10", ["1994-07-10"]),
        *((other, []) for other in ("2000-40", "2000-24", "1994/1996", "1994~", "199X", "-0044")),
    ],
)
def test_a_date_is_never_finer_nor_coarser_than_told(edtf, date):
    [one] = ties(claim(1, "member_of", edtf, subject="actor-s", object="actor-o"))
    assert one["properties"].get("date", []) == date
