"""When a claim may be written as a plain fact, without who says so: in triples of Wikidata, in FollowTheMoney.

A claim is a node with its statements; who reads only the plain fact loses polarity, modality, holder and time. So it is
written only where the author of a text tells it as a fact, nobody denies it, and both its ends are known.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.reading import Json
from pipeline.stages.publish.tables.values import listed

# Polarity, modality and holder of a statement that the author makes.
PLAIN = ("affirmed", "asserted", "author")


def plainly_told(claim: Json) -> bool:
    """The author of a text affirms and asserts it, no statement denies it, and it is not disputed."""
    statements = claim["statements"]
    denied = claim["status"] == "disputed" or any(one["polarity"] == "negated" for one in statements)
    return not denied and any(plain(one) for one in statements)


def plain(statement: Json) -> bool:
    """The author's own, affirmed and asserted."""
    return (statement["polarity"], statement["modality"], statement["holder"]["kind"]) == PLAIN


def plain_facts(graph: Json) -> Iterator[tuple[Json, str, str, str]]:
    """Each plainly told claim with its property of Wikidata and the fillers at either end, resolved or not."""
    properties = {one["id"]: (one["wikidata"], one.get("wikidata_roles")) for one in graph["predicates"]}
    for claim in graph["claims"]:
        name, roles = properties.get(claim["predicate"], (None, None))
        if not name or not roles or not plainly_told(claim):
            continue
        starts, ends = (listed(claim["roles"].get(role, [])) for role in roles)
        for start in starts:
            for end in ends:
                yield claim, name, start, end
