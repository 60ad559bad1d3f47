"""Treaties: those of the gold that are nodes, and their slots (date, signatories, parties)."""

from __future__ import annotations

from bench.evaluate.gold import Json, Run, gold_facts, identities
from bench.evaluate.scores import Score


def treaty_scores(run: Run) -> list[Score]:
    """Nodes (a node is right when one treaty of the gold has most of its mentions), dates, signatories and parties."""
    known = identities(run)
    nodes = {one["id"]: one for one in run.graph["treaties"]}
    gold = gold_facts()["treaties"]
    met = {gold_id: best_node(known[gold_id], nodes) for gold_id in gold}
    found = {gold_id: node for gold_id, node in met.items() if node}
    distinct = len({node["id"] for node in found.values()})
    extra = [one for one in nodes.values() if one["signed"]]
    scores = [
        Score("treaties", "all", max(len(extra), distinct), distinct, len(gold), distinct, "nodes; dated ones count")
    ]
    dated = [(one["date"], day_of(found[key])) for key, one in gold.items() if key in found]
    right = sum(date_fits(date, signed) for date, signed in dated)
    told = sum(bool(signed) for _, signed in dated)
    scores.append(Score("treaties date", "all", told, right, len(gold), right))
    return scores + [slot_score(slot, gold, found, known) for slot in ("signatories", "parties")]


def best_node(refs: Json, nodes: dict[str, Json]) -> Json | None:
    """The node that most mentions of a gold treaty refer to."""
    ranked = sorted(((count, ref) for ref, count in refs.items() if ref in nodes), reverse=True)
    return nodes[ranked[0][1]] if ranked else None


def day_of(node: Json) -> Json | None:
    """When the node was signed; when it was negotiated, if no signature is told."""
    negotiated = [one["time"] for one in node["status"] if one["text"] == "negotiated" and one["time"]]
    signed: Json | None = node["signed"]
    return signed or (negotiated[0] if negotiated else None)


def date_fits(date: str, signed: Json | None) -> bool:
    """The gold's date (an ISO prefix, or a vague span of years) against the node's."""
    if not signed or not signed["from"]:
        return False
    if "/" in date:
        return bool(signed["from"][:4] >= date[:4] and (signed["to"] or "9999")[:4] <= date.split("/")[1][:4])
    return bool(signed["edtf"] == date)


def slot_score(slot: str, gold: Json, found: dict[str, Json], known: Json) -> Score:
    """Actors in one slot over all treaties that were found."""
    predicted = right = wanted = 0
    for key, one in gold.items():
        names = [{ref for ref, _ in known[gold_id].most_common(1)} for gold_id in one.get(slot, ())]
        told = {value["actor"] for value in found[key][slot]} if key in found else set()
        right += sum(bool(ids & told) for ids in names)
        wanted += len(names)
        predicted += len(told) if names else 0
    return Score(f"treaties {slot}", "all", predicted, right, wanted, right)
