"""The rows of what the texts talk about: documents, predicates, actors, treaties, their names and slots."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.tables.naming import Namer
from pipeline.stages.publish.tables.values import Row, joined, time_columns

LISTED = ("signatories", "parties", "establishes", "provisions", "ratified", "status")
SINGLE = ("signed", "entry_into_force", "place")
KINDS = {"predicate": "predicates", "actor": "actors", "treaty": "treaties"}


def document_rows(graph: Json) -> Iterator[Row]:
    """One row a document."""
    plain = ("id", "path", "sha256", "language", "title", "institute", "publisher", "series", "number", "encoding")
    for one in graph["documents"]:
        row = {key: one[key] for key in (*plain, "characters", "bytes", "origin")}
        yield row | {"authors": joined(one["authors"])} | time_columns(one["date"], "date_")


def predicate_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row a predicate."""
    for one in graph["predicates"]:
        row = {"id": one["id"], "label": namer.label(one["id"]), "wikidata": one["wikidata"]}
        yield row | {"lasting": one["time"] == "state"}


def actor_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row an actor."""
    for one in graph["actors"]:
        row = {"id": one["id"], "type": one["type"], "label": namer.label(one["id"]), "forms": forms(one)}
        yield row | {"same_as": joined(one["same_as"]), "merged_because": joined(one["merged_because"])}


def forms(node: Json) -> str | None:
    """Every form of an actor or a treaty, sorted."""
    return joined(sorted({form for some in node["forms"].values() for form in some}))


def treaty_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row a treaty."""
    for one in graph["treaties"]:
        row = {"id": one["id"], "kind": one["kind"], "label": namer.label(one["id"]), "forms": forms(one)}
        row |= time_columns(one["signed"], "signed_") | time_columns(one["entry_into_force"], "force_")
        row |= {slot: joined(filled(value, namer) for value in one[slot]) for slot in ("signatories", "parties")}
        row["place"] = filled(one["place"], namer) if one["place"] else None
        row["status"] = joined(value["text"] for value in one["status"])
        yield row | {"missing": joined(one["missing"])}


def filled(value: Json, namer: Namer) -> str:
    """What a slot's value is called: its actor's label, else its words."""
    return namer.label(value["actor"]) if value.get("actor") else value.get("text") or ""


def slot_rows(graph: Json, namer: Namer) -> Iterator[Row]:
    """One row for each place that tells a value of a treaty's slot."""
    for treaty in graph["treaties"]:
        for slot, value in values(treaty):
            timed = slot in ("signed", "entry_into_force")
            row = {"treaty": treaty["id"], "slot": slot, "ref": value.get("actor"), "modality": value["modality"]}
            row |= {"text": filled(value, namer) or None} | time_columns(value if timed else value["time"])
            for span in value["spans"]:
                yield row | {key: span[key] for key in ("document", "start", "end", "quote")}


def values(treaty: Json) -> Iterator[tuple[str, Json]]:
    """Each slot's name with each of its values, those of a conflict included."""
    for slot in SINGLE:
        if treaty[slot]:
            yield from ((slot, one) for one in (treaty[slot], *treaty[slot]["others"]))
    for slot in LISTED:
        yield from ((slot, one) for one in treaty[slot])


def name_rows(graph: Json) -> Iterator[Row]:
    """One row for each name of a predicate, an actor or a treaty, the label of a language first."""
    for kind, nodes in KINDS.items():
        for one in graph[nodes]:
            called = one.get("forms", {})
            for language in sorted({*one["labels"], *called}):
                label = one["labels"].get(language)
                names = dict.fromkeys([*([label] if label else []), *called.get(language, [])])
                row = {"id": one["id"], "kind": kind, "language": language}
                yield from (row | {"name": name, "preferred": name == label} for name in names)
