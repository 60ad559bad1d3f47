"""FollowTheMoney: entities as JSON lines, for what its schema has a type.

Persons, organisations and states; documents and who is named in them; offices held, memberships and successions that
are plainly told. Treaties, groups, places and all other claims have no type there, and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from pipeline.exports.plain import plain, plain_facts
from pipeline.exports.reading import ExportFault, Json, authority_ids, remedy, wikidata_ids
from pipeline.store import digest_of, read_bytes

# A state acts, is a member and has offices: only a legal entity can there, and PublicBody is the one that is public.
SCHEMATA = {"person": "Person", "organization": "Organization", "state": "PublicBody"}
# Dates as that schema has them: a year, a month or a day, no season and no interval.
DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-\d\d)?)?")
OFFICE, MEMBER, REPLACES = "P39", "P463", "P1365"


def entities(graph: Json, mentions: Iterable[Json]) -> list[Json]:
    """All entities: things first, then what ties them."""
    things = {one["id"]: one for one in map(actor_entity, graph["actors"]) if one}
    documents = [document_entity(one) for one in graph["documents"]]
    named = mention_entities(mentions, things)
    return [*documents, *things.values(), *tie_entities(graph, things), *named]


def left_out(graph: Json, made: Iterable[Json]) -> str:
    """What has no type in FollowTheMoney or is not plainly told, counted in words."""
    told = {one["id"].partition(".")[0] for one in made}
    counts = Counter({"treaties": len(graph["treaties"])})
    counts.update(f"{one['type']}s" for one in graph["actors"] if one["id"] not in told)
    counts["claims"] = sum(one["id"] not in told for one in graph["claims"])
    parts = [f"{number} {name if number != 1 else singular(name)}" for name, number in sorted(counts.items()) if number]
    return f"left out, having no type in FollowTheMoney or not being plainly told: {', '.join(parts)}" if parts else ""


def singular(name: str) -> str:
    """One of what is counted."""
    return "treaty" if name == "treaties" else name.removesuffix("s")


def entity(id: str, schema: str, **properties: Iterable[str | None]) -> Json:
    """An entity: each property is a list of texts; what is not told is not there."""
    filled = {name: [one for one in dict.fromkeys(values) if one] for name, values in sorted(properties.items())}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in filled.items() if values}}


def actor_entity(actor: Json) -> Json | None:
    """A person, organisation or state; None for what has no type, or no name."""
    schema = SCHEMATA.get(actor["type"])
    names = [label for _, label in sorted(actor["labels"].items())]
    if schema is None or not names:
        return None
    forms = [form for _, forms in sorted(actor["forms"].items()) for form in forms if form not in names]
    countries = [code.lower() for code in authority_ids(actor, "iso3166")]
    # Forms hold surnames, demonyms and capitals that stand for a state: too weak for anybody to match by.
    told = {"name": names, "weakAlias": forms, "country": countries, "wikidataId": wikidata_ids(actor)[:1]}
    return entity(actor["id"], schema, **told)


def document_entity(document: Json) -> Json:
    """A document."""
    return entity(
        document["id"],
        "Document",
        name=[document["title"] or document["path"]],
        title=[document["title"]],
        fileName=[document["path"]],
        author=document["authors"],
        publisher=[document["publisher"]],
        language=[three_letters(document["language"])],
        date=dates(document["date"]),
        fileSize=[str(document["bytes"])],
        encoding=[document["encoding"]],
    )


def three_letters(code: str) -> str:
    """The code of a language in ISO 639-3, which FollowTheMoney asks for."""
    import pycountry

    found = pycountry.languages.get(alpha_2=code)
    return str(found.alpha_3) if found else code


def dates(time: Json | None) -> list[str]:
    """A time, where it is one year, month or day."""
    return [time["edtf"]] if time and DATE.fullmatch(time["edtf"]) else []


def tie_entities(graph: Json, things: dict[str, Json]) -> Iterator[Json]:
    """Offices held, memberships and successions that are plainly told, with the posts held."""
    posts: dict[str, Json] = {}
    counts: Counter[str] = Counter()
    for claim, prop, start, end in plain_facts(graph):
        post = position(claim, end, things) if prop == OFFICE else None
        ends = tie_ends(prop, things.get(start), post or things.get(end))
        if ends is None:
            continue
        if post and post["id"] not in posts:
            posts[post["id"]] = post
            yield post
        counts[claim["id"]] += 1
        schema, fields = ends
        yield entity(f"{claim['id']}.{counts[claim['id']]}", schema, **fields, **told(claim))


def tie_ends(prop: str, start: Json | None, end: Json | None) -> tuple[str, dict[str, list[str]]] | None:
    """The type of a tie and its two ends, where FollowTheMoney lets such entities stand there."""
    if start is None or end is None:
        return None
    first, last = start["schema"], end["schema"]
    if prop == OFFICE and (first, last) == ("Person", "Position"):
        return "Occupancy", {"holder": [start["id"]], "post": [end["id"]]}
    if prop == MEMBER and last in {"Organization", "PublicBody"}:
        return "Membership", {"member": [start["id"]], "organization": [end["id"]]}
    if prop == REPLACES and last != "Position":
        return "Succession", {"successor": [start["id"]], "predecessor": [end["id"]]}
    return None


def position(claim: Json, office: str, things: dict[str, Json]) -> Json | None:
    """The post that a claim names: an office, of a state or organisation where that is told."""
    known = [things[one] for one in sorted(fillers(claim)) if one in things and things[one]["schema"] != "Person"]
    body = known[0] if len(known) == 1 else None
    # Two posts of one name may be two posts: without a known body, only this claim speaks of this one.
    id = f"position-{digest_of(office, body['id'] if body else claim['id'])[:10]}"
    countries = body["properties"].get("country", []) if body else []
    return entity(id, "Position", name=[office], organization=[body["id"]] if body else [], country=countries)


def fillers(claim: Json) -> set[str]:
    """Everything that fills a role of a claim."""
    return {one for value in claim["roles"].values() for one in ([value] if isinstance(value, str) else value)}


def told(claim: Json) -> dict[str, list[str]]:
    """When a tie was, which documents plainly tell it, and in which words."""
    statements = [one for one in claim["statements"] if plain(one)]
    quotes = [span["quote"] for one in statements for span in one["spans"] if span.get("role") == "evidence"]
    return {
        "date": dates(claim["time"]),
        "proof": [one["document"] for one in statements],
        "summary": quotes,
        "recordId": [claim["id"]],
    }


def mention_entities(mentions: Iterable[Json], things: dict[str, Json]) -> Iterator[Json]:
    """Each name of an entity in a document, once."""
    found: dict[tuple[str, str, str], None] = {}
    for one in mentions:
        for ref in one.get("refs") or [one["ref"]]:
            if one["kind"] == "name" and ref in things:
                found[one["document"], ref, one["text"]] = None
    for document, ref, text in sorted(found):
        id = f"mention-{digest_of(document, ref, text)[:16]}"
        kind = [things[ref]["schema"]]
        yield entity(id, "Mention", document=[document], resolved=[ref], name=[text], detectedSchema=kind)


def read_mentions(outputs: Path) -> list[Json]:
    """The mentions that a run found. Raises ExportFault."""
    path = outputs / "layers" / "mentions.jsonl"
    data = read_bytes(path)
    if data is None:
        raise ExportFault(f"{path}: there is no such layer. {remedy(outputs)} first.")
    try:
        return msgspec.json.Decoder(dict[str, Any]).decode_lines(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ExportFault(f"{path}: cannot be read ({error}). {remedy(outputs)} again.") from error


def json_lines(made: Sequence[Json]) -> bytes:
    """Entities as JSON, one a line."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in made)
