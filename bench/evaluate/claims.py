"""Claims: the facts of the gold that the graph tells, per language, and what it tells beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.evaluate.gold import Json, Run, gold_facts, identities, overlap
from bench.evaluate.scores import OF_FOUND, Score
from pipeline.text import fold

# The gold's fact types by the predicates that say the same; facts of other types are judged as `states`.
PREDICATES = {
    "claim": ("states", "measures", "criticized", "supports", "opposes", "implements"),
    "quantity": ("measures",),
    "compares": ("measures",),
    "event": ("dissolved", "elected", "held_election", "held_exercise", "founded", "states"),
    "exercise": ("held_exercise",),
    "provides": ("provides", "adopts_currency", "establishes"),
    "plans": ("adopts_currency", "provides", "proposed", "states"),
    "proposes": ("proposed",),
    "establishes": ("establishes", "founded"),
    "rejects": ("rejected", "opposes", "criticized"),
    "agrees": ("agreed", "establishes"),
    "attitude": ("opposes", "supports", "criticized", "states"),
    "accusation": ("accused", "states", "criticized"),
    "visits": ("visited",),
    "meets": ("met",),
    "demands": ("demanded", "states"),
    "holds_office": ("holds_office", "elected", "appointed"),
    "elected": ("elected", "holds_office"),
    "appointed": ("appointed", "holds_office"),
    "uses": ("operates", "deploys"),
    "treaty_status": ("implements", "implemented", "not_implemented"),
    "opposes": ("opposes", "rejected"),
    "policy": ("states", "controls"),
}
MODALITIES = {
    "reported": ("asserted", "possible"),
    "predicted": ("planned", "possible", "asserted"),
    "desired": ("planned", "asserted", "possible"),
    "uncertain date": ("planned",),
}
ARTICLES = ("the", "le", "la", "les", "l", "l'")
SCOPE = (
    "signed",
    "negotiated",
    "establishes",
    "provides",
    "holds_office",
    "elected",
    "appointed",
    "member_of",
    "part_of",
    "became_independent",
    "proposes",
    "rejects",
    "agrees",
    "supports",
    "opposes",
    "visits",
    "meets",
    "plans",
    "quantity",
)


@dataclass(frozen=True)
class Told:
    """One statement of the graph: where, by which claim, about whom."""

    path: str
    span: tuple[int, int]
    predicate: str
    ids: frozenset[str]
    statement: Json


def told(run: Run) -> list[Told]:
    """Every statement of every claim."""
    return [
        Told(
            run.paths[one["document"]],
            (one["spans"][0]["start"], one["spans"][0]["end"]),
            claim["predicate"],
            frozenset(fillers(claim)),
            one,
        )
        for claim in run.graph["claims"]
        for one in claim["statements"]
    ]


def worded(known: dict[str, Counter[str]], statements: list[Told], run: Run) -> dict[str, Counter[str]]:
    """`known` and, for what the gold of names does not mark (groups), the nodes and words in roles with its forms."""
    nodes = run.graph["actors"]
    held = [({bare(form) for forms in node["forms"].values() for form in forms}, node["id"]) for node in nodes]
    held += [({bare(text)}, text) for text in sorted({text for one in statements for text in one.ids})]
    found = dict(known)
    for key, one in gold_facts()["entities"].items():
        wanted = {bare(form) for code in ("fr", "en") for form in one.get(code, ())}
        if key not in found:
            found[key] = Counter(target for forms, target in held if forms & wanted)
    return found


def bare(form: str) -> str:
    """A form as it is compared: folded, without a leading article."""
    first, _, rest = fold(form).replace("'", "' ").partition(" ")
    return rest.strip() if first in ARTICLES else fold(form)


def fillers(claim: Json) -> Iterator[str]:
    """The ids and texts in a claim's roles, and its place."""
    for value in (*claim["roles"].values(), claim["place"] or []):
        yield from [value] if isinstance(value, str) else value


def claim_scores(run: Run) -> list[Score]:
    """Core facts found per language (any type, then the types of the first predicates), polarity, modality, holder."""
    statements = told(run)
    known = worded(identities(run), statements, run)
    facts = [fact for fact in gold_facts()["facts"] if fact["core"]]
    scores: list[Score] = []
    for language in sorted(set(run.languages.values())):
        spoken = [one for one in statements if run.languages[one.path] == language]
        asked = [fact for fact in facts if any(one["lang"] == language for one in fact["evidence"])]
        hits = {fact["id"]: [one for one in spoken if tells(one, fact, known)] for fact in asked}
        found = [fact for fact in asked if hits[fact["id"]]]
        every = gold_facts()["facts"]
        right = sum(any(tells(one, fact, known) for fact in every) for one in spoken)
        scores.append(Score("claims", language, len(spoken), right, len(asked), len(found), "core facts of all types"))
        narrow = [fact for fact in asked if fact["type"] in SCOPE]
        inside = {name for kind in SCOPE for name in PREDICATES.get(kind, (kind,))}
        named = [one for one in spoken if one.predicate in inside and one.predicate != "states"]
        good = sum(any(tells(one, fact, known) for fact in every) for one in named)
        narrow_found = sum(fact in found for fact in narrow)
        scores.append(
            Score("claims named", language, len(named), good, len(narrow), narrow_found, "the first predicates")
        )
        scores += aspects(language, asked, hits, known)
    return scores


def tells(one: Told, fact: Json, known: dict[str, Counter[str]]) -> bool:
    """Same predicate, evidence that overlaps by half of the shorter span, and at least half of the actors."""
    if one.predicate not in PREDICATES.get(fact["type"], (fact["type"], "states")):
        return False
    if not any(near(one, evidence) for evidence in fact["evidence"]):
        return False
    wanted = [set(known[name]) for name in names(fact["args"]) if known.get(name)]
    hits = sum(bool(ids & one.ids) for ids in wanted)
    return one.predicate in ("states", "measures") or 2 * hits >= len(wanted)


def near(one: Told, evidence: Json) -> bool:
    """Does the statement's evidence share at least half of the shorter span with the gold's?"""
    span = (evidence["start"], evidence["end"])
    shorter = min(one.span[1] - one.span[0], span[1] - span[0])
    return bool(one.path == evidence["doc"] and 2 * overlap(one.span, span) >= shorter > 0)


def names(arguments: Json) -> Iterator[str]:
    """The gold ids among a fact's arguments, without actors that the gold itself calls implicit."""
    implicit = any(isinstance(value, str) and value.startswith("implicit") for value in arguments.values())
    for role, value in arguments.items():
        if implicit and role == "actor":
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.split(".")[0] in ("gpe", "per", "org", "group", "treaty", "loc"):
                yield one


def aspects(
    language: str, facts: list[Json], hits: dict[str, list[Told]], known: dict[str, Counter[str]]
) -> list[Score]:
    """Polarity, modality and holder: right when one of a fact's statements has it. Precision is of the facts found,
    recall of all."""
    checks: dict[str, Callable[[Json, Told], bool]] = {
        "claims polarity": lambda fact, one: one.statement["polarity"] == fact["polarity"],
        "claims modality": lambda fact, one: (
            one.statement["modality"] in MODALITIES.get(fact["modality"], (fact["modality"],))
        ),
        "claims holder": lambda fact, one: holder_fits(fact, one.statement["holder"], known),
    }
    scores = []
    found = sum(bool(hits[fact["id"]]) for fact in facts)
    for part, check in checks.items():
        right = sum(any(check(fact, one) for one in hits[fact["id"]]) for fact in facts)
        scores.append(Score(part, language, found, right, len(facts), right, OF_FOUND))
    return scores


def holder_fits(fact: Json, holder: Json, known: dict[str, Counter[str]]) -> bool:
    """The author, an unnamed somebody, or the gold's actor (by id, or by the words of its name)."""
    wanted = fact["attribution"]["holder"]
    ids = wanted if isinstance(wanted, list) else [wanted]
    if ids[0] == "author":
        return bool(holder["kind"] == "author")
    if ids[0].startswith("unspecified") or ids[0] == "many":
        return bool(holder["kind"] == "unspecified")
    linked = any(set(known.get(one, ())) & set(holder["actors"]) for one in ids)
    words = {word for one in ids for word in one.split(".")[-1].split("_") if len(word) > 3}
    return linked or any(word in (holder["text"] or "").lower() for word in words)


def conflict_scores(run: Run) -> list[Score]:
    """The corroborated facts and the conflicts of the gold that the graph knows."""
    gold, statements = gold_facts(), told(run)
    known = worded(identities(run), statements, run)
    both = [fact for fact in gold["facts"] if fact["support"] == "both"]
    strong = [one for one in run.graph["claims"] if one["status"] == "corroborated"]
    telling = {one.statement["id"] for one in statements if any(tells(one, fact, known) for fact in both)}
    right = {claim["id"] for claim in strong if any(one["id"] in telling for one in claim["statements"])}
    # A coarser or finer counterpart is right with the claim that it stands beside.
    beside = [(link["a"], link["b"]) for link in run.graph["links"] if link["kind"] in ("refines", "equal")]
    right |= {other for pair in beside for one, other in (pair, pair[::-1]) if one in right}
    voices = {one["id"] for claim in strong for one in claim["statements"]}
    found = sum(any(one.statement["id"] in voices and tells(one, fact, known) for one in statements) for fact in both)
    good = sum(claim["id"] in right for claim in strong)
    return [Score("corroborated", "all", len(strong), good, len(both), found)]
