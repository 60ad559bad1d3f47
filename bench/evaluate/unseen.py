"""Other treaties: texts read by a person who had not seen what the pipeline makes of them.

A topic is a French and an English text and its gold, `TOPIC.{fr.txt,en.txt,json}`; each is run as a corpus of its own.
Those in `tests/gold/unseen` and the longer ones in `tests/gold/practice` have been looked at since and guard against
regressions; nobody tunes on `tests/gold/blind`. The scores sum over the topics. The gold lists every fact told by
a predicate of the contract; opinions (`states`) and quantities (`measures`) only in part, so `unseen named` leaves
these two out. What the author asserts in other words it does not list at all: `unseen assertions` tells how many there
are, and the precision of `unseen claims` leaves them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from bench.evaluate.alignments import is_in, sentence_pairs
from bench.evaluate.claims import Told, near
from bench.evaluate.gold import Json
from bench.evaluate.scores import OF_FOUND, OFFERED, Score
from bench.evaluate.unseen_topics import (
    BLIND,
    LANGUAGES,
    PRACTICE,
    UNSEEN,
    Topic,
    edtf,
    folded,
    held,
    names,
    read_topics,
)
from pipeline.model import ASSERTED

PARTIAL = ("states", "measures")
ASSERTION = ".assertion"  # the rule of what the author says in words that no predicate tells
# What may stand for a predicate of the gold beside itself: words that a careful reader would let pass.
NEAR = {
    "accepted": ("agreed",),
    "agreed": ("accepted", "promised"),
    "criticized": ("opposes", "rejected"),
    "elected": ("holds_office", "appointed"),
    "establishes": ("founded",),
    "founded": ("establishes",),
    "holds_office": ("elected", "appointed"),
    "negotiated": ("signed",),
    "opposes": ("rejected", "criticized"),
    "party_to": ("member_of", "signed"),
    "provides": ("establishes",),
    "ratified": ("accepted",),
    "rejected": ("opposes", "criticized"),
    "signed": ("negotiated",),
    "states": ("criticized", "supports", "opposes", "rejected", "promised", "demanded", "measures"),
}

# The act is told as a fact, its content as a plan or a duty: the house marks the content, and either reading passes.
CONTENT = {"agreed": "planned", "demanded": "obligation", "promised": "planned", "proposed": "planned"}


def unseen_scores() -> list[Score]:
    """All scores on the regression topics, on the longer ones that rules are written on, and on those that nobody tunes
    on (parts `unseen …`, `practice …`, `blind …`)."""
    folders = {"unseen": UNSEEN, "practice": PRACTICE, "blind": BLIND}
    return [
        replace(one, part=one.part.replace("unseen", name))
        for name, folder in folders.items()
        for one in topic_scores(folder)
    ]


def topic_scores(folder: Path) -> list[Score]:
    """All scores on the topics of `folder`, in the order of the stages."""
    topics = read_topics(folder)
    return [
        *actor_scores(topics),
        *treaty_scores(topics),
        *[one for language in LANGUAGES for one in claim_scores(topics, language)],
        *predicate_scores(topics),
        *alignment_scores(topics),
    ]


def actor_scores(topics: list[Topic]) -> list[Score]:
    """Nodes without a false merge, actors joined across languages, and the forms that reach their actor."""
    joined = both = pure = nodes = 0
    forms = {code: [0, 0] for code in LANGUAGES}
    for topic in topics:
        actors = topic.gold["actors"].values()
        owners = [owning(node, topic) for node in topic.run.graph["actors"]]
        nodes += sum(bool(one) for one in owners)
        pure += sum(len(one) == 1 for one in owners)
        for actor in (one for one in actors if one["fr"] and one["en"]):
            both += 1
            joined += any(
                all(held(node, code) & names(actor, code) for code in LANGUAGES) for node in topic.run.graph["actors"]
            )
        for code, actor in product(LANGUAGES, actors):
            sizes = [len(held(node) & names(actor, code)) for node in topic.run.graph["actors"]]
            forms[code][0] += max(sizes, default=0)
            forms[code][1] += len(names(actor, code))
    return [
        Score("unseen actors", "all", nodes, pure, both, joined, "nodes of one actor; actors joined across languages"),
        *[
            Score("unseen forms", code, size, hit, size, hit, "forms in their actor")
            for code, (hit, size) in forms.items()
        ],
    ]


def owning(node: Json, topic: Topic) -> list[str]:
    """The actors of the gold whose names a node holds, each in its language (« Washington » is a town where
    *Washington* is a government): more than one is a false merge."""
    actors = topic.gold["actors"].items()
    return [key for key, one in actors if any(held(node, code) & names(one, code) for code in LANGUAGES)]


def treaty_scores(topics: list[Topic]) -> list[Score]:
    """Treaties with a node per language, joined across languages, and their slots."""
    scores = [named_treaties(topics, code) for code in LANGUAGES]
    pairs = [(topic, key, one) for topic in topics for key, one in topic.gold["treaties"].items()]
    both = [(topic, key) for topic, key, one in pairs if one["fr"] and one["en"]]
    hits = sum(
        any(all(held(node, c) & names(t.gold["treaties"][k], c) for c in LANGUAGES) for node in t.run.graph["treaties"])
        for t, k in both
    )
    scores.append(Score("unseen treaties joined", "all", len(both), hits, len(both), hits, "one node, both languages"))
    scores += [date_score(pairs, slot) for slot in ("signed", "entry_into_force")]
    return [*scores, signatory_score(pairs)]


def named_treaties(topics: list[Topic], code: str) -> Score:
    """Treaties with a form in one language: a node has it; nodes of that language that are no treaty of the gold."""
    predicted = right = wanted = found = 0
    for topic in topics:
        nodes = [held(node, code) for node in topic.run.graph["treaties"] if held(node, code)]
        golds = [names(one, code) for one in topic.gold["treaties"].values() if one[code]]
        predicted += len(nodes)
        right += sum(any(forms & gold for gold in golds) for forms in nodes)
        wanted += len(golds)
        found += sum(any(forms & gold for forms in nodes) for gold in golds)
    return Score("unseen treaties", code, predicted, right, wanted, found, "nodes by a name of the gold")


def treaty_nodes(topic: Topic, key: str) -> list[Json]:
    """The treaty nodes of one treaty of the gold."""
    return [node for node in topic.run.graph["treaties"] if node["id"] in topic.refs[key]]


def date_score(pairs: list[tuple[Topic, str, Json]], slot: str) -> Score:
    """One dated slot over all treaties; the date must be the gold's, no coarser."""
    predicted = right = found = wanted = 0
    for topic, key, one in pairs:
        dates = [edtf(node[slot]) for node in treaty_nodes(topic, key) if node[slot]]
        predicted += len(dates)
        right += sum(date == one[slot] for date in dates)
        wanted += bool(one[slot])
        found += bool(one[slot]) and one[slot] in dates
    return Score(f"unseen treaties {slot}", "all", predicted, right, wanted, found)


def signatory_score(pairs: list[tuple[Topic, str, Json]]) -> Score:
    """Signatories over all treaties."""
    predicted = right = found = wanted = 0
    for topic, key, one in pairs:
        told = {value["actor"] for node in treaty_nodes(topic, key) for value in node["signatories"]}
        gold = [topic.refs[name] for name in one["signatories"]]
        predicted += len(told)
        right += sum(any(actor in ids for ids in gold) for actor in told)
        wanted += len(gold)
        found += sum(bool(ids & told) for ids in gold)
    return Score("unseen treaties signatories", "all", predicted, right, wanted, found)


def tells(one: Told, fact: Json, topic: Topic) -> bool:
    """The predicate or a near one, evidence shared by half of the shorter span, half of the roles that hold actors.

    A role with several actors is met by any of them: the graph may tell "A and B signed" as two claims.
    """
    if one.predicate not in (fact["predicate"], *NEAR.get(fact["predicate"], ())):
        return False
    if not any(near(one, evidence) for evidence in fact["evidence"]):
        return False
    wanted = [set().union(*(topic.fillers[name] for name in role)) for role in roles(fact, topic)]
    return one.predicate in PARTIAL or 2 * sum(bool(nodes & one.ids) for nodes in wanted) >= len(wanted)


def roles(fact: Json, topic: Topic) -> Iterator[list[str]]:
    """The ids in each role of a fact that holds ids, not text."""
    for value in fact["args"].values():
        ids = [name for name in (value if isinstance(value, list) else [value]) if name in topic.refs]
        if ids:
            yield ids


def hits(topic: Topic, fact: Json, language: str) -> list[Told]:
    """The statements of one language that tell a fact; none where together they miss most of its actors."""
    found = [one for one in topic.statements if spoken(topic, one) == language and tells(one, fact, topic)]
    told = {node for one in found for node in one.ids}
    wanted = [topic.fillers[name] for role in roles(fact, topic) for name in role]
    partial = all(one.predicate in PARTIAL for one in found)
    return found if partial or 2 * sum(bool(nodes & told) for nodes in wanted) >= len(wanted) else []


def spoken(topic: Topic, one: Told) -> str:
    """The language of a statement's document."""
    return topic.run.languages[one.path]


def asked(topics: list[Topic], language: str, core: bool = True) -> list[tuple[Topic, Json]]:
    """The facts told in one language."""
    return [
        (topic, fact)
        for topic in topics
        for fact in topic.gold["facts"]
        if (fact["core"] or not core) and any(topic.run.languages[one["doc"]] == language for one in fact["evidence"])
    ]


def claim_scores(topics: list[Topic], language: str) -> list[Score]:
    """Facts found, then stance, holder and time of those found, then what was wrongly told as plain fact."""
    facts = asked(topics, language)
    found = [(topic, fact, hits(topic, fact, language)) for topic, fact in facts]
    named = [one for one in found if one[1]["predicate"] not in PARTIAL]
    spoke = [(topic, one) for topic in topics for one in topic.statements if spoken(topic, one) == language]
    made = [(topic, one) for topic, one in spoke if not one.statement["rule"].endswith(ASSERTION)]
    own = [one for one in spoke if one not in made]
    kept = [(topic, one) for topic, one in made if one.predicate not in PARTIAL]
    return [
        Score(
            "unseen claims", language, len(made), good(made), len(found), told_of(found), "core facts, all predicates"
        ),
        Score(
            "unseen named", language, len(kept), good(kept), len(named), told_of(named), "without states and measures"
        ),
        Score("unseen assertions", language, len(own), good(own), 0, 0, "the author's own words, not in the gold"),
        *aspects(language, found),
        plainness(topics, language),
    ]


def good(made: list[tuple[Topic, Told]]) -> int:
    """How many statements tell a fact of the gold."""
    return sum(any(tells(one, fact, topic) for fact in topic.gold["facts"]) for topic, one in made)


def told_of(found: list[tuple[Topic, Json, list[Told]]]) -> int:
    """How many facts have a statement."""
    return sum(bool(one[2]) for one in found)


def aspects(language: str, facts: list[tuple[Topic, Json, list[Told]]]) -> list[Score]:
    """Polarity, modality, holder, nesting and time: right when one of a fact's statements has it. Precision is of the
    facts found, recall of all: what is found in addition may make the one fall, never the other."""
    checks: dict[str, Callable[[Topic, Json, Told], bool]] = {
        "polarity": lambda topic, fact, one: one.statement["polarity"] == fact["polarity"] or denies(fact, one),
        "modality": lambda topic, fact, one: modality_fits(fact, one),
        "holder": holder_fits,
        "nested": lambda topic, fact, one: bool(one.statement["holder"]["within"]),
        "time": lambda topic, fact, one: edtf(one.statement["time"]) in finer(fact["time"]),
    }
    asks = {"nested": "within", "time": "time"}
    scores = []
    for part, check in checks.items():
        asked = [one for one in facts if part not in asks or one[1][asks[part]]]
        found = [one for one in asked if one[2]]
        right = sum(any(check(topic, fact, one) for one in told) for topic, fact, told in found)
        scores.append(Score(f"unseen {part}", language, len(found), right, len(asked), right, OF_FOUND))
    return scores


def denies(fact: Json, one: Told) -> bool:
    """*X rejected the charge*, told as a deed, for *X said that it is not so*."""
    deed = one.predicate == "rejected" and one.statement["polarity"] == "affirmed"
    return bool(deed and fact["predicate"] == "states" and fact["polarity"] == "negated")


def modality_fits(fact: Json, one: Told) -> bool:
    """The gold's modality, or where the gold has the act as a fact, that of its content."""
    content = CONTENT.get(fact["predicate"]) if fact["modality"] == "asserted" else None
    return one.statement["modality"] in (fact["modality"], content)


def finer(date: str) -> tuple[str, ...]:
    """A date and the coarser ones that a text may give instead: 1993-09-13, 1993-09, 1993."""
    parts = date.split("-")
    return tuple("-".join(parts[:size]) for size in range(len(parts), 0, -1))


def holder_fits(topic: Topic, fact: Json, one: Told) -> bool:
    """The author; somebody who is not the author; or the gold's actor, by its node or by its name in the words."""
    holder, wanted = one.statement["holder"], fact["holder"]
    if wanted == "author":
        return bool(holder["kind"] == "author")
    if wanted == "unspecified":
        return bool(holder["kind"] != "author")
    if denies(fact, one):
        return bool(topic.fillers[wanted] & one.ids)
    gold = topic.gold["actors"][wanted]
    text = folded(holder["text"] or "")
    by_name = any(name in text for code in LANGUAGES for name in names(gold, code))
    return by_name or bool(topic.refs[wanted] & set(holder["actors"]))


def plainness(topics: list[Topic], language: str) -> Score:
    """Of the statements of what is denied, planned, possible or said by others: those not told as plain fact."""
    predicted = right = 0
    for topic in topics:
        for one in topic.statements:
            mine = topic.gold["facts"] if spoken(topic, one) == language else []
            facts = [fact for fact in mine if tells(one, fact, topic) and not denies(fact, one)]
            if facts and not any(plain(fact["polarity"], fact["modality"], fact["holder"]) for fact in facts):
                predicted += 1
                right += not plain(
                    one.statement["polarity"], one.statement["modality"], one.statement["holder"]["kind"]
                )
    return Score(
        "unseen not plain", language, predicted, right, predicted, right, "not told as the author's plain fact"
    )


def plain(polarity: str, modality: str, holder: str) -> bool:
    """Does the author say it, as a fact?"""
    return (polarity, modality, holder) == ("affirmed", "asserted", "author")


def predicate_scores(topics: list[Topic]) -> list[Score]:
    """Each predicate with three core facts or more: exact or near for recall, of its own name for precision."""
    facts = [(topic, fact) for topic in topics for fact in topic.gold["facts"]]
    told = [(topic, one) for topic in topics for one in topic.statements]
    scores = []
    for name in sorted({fact["predicate"] for _, fact in facts}):
        mine = [(topic, fact) for topic, fact in facts if fact["predicate"] == name and fact["core"]]
        named = [(topic, one) for topic, one in told if one.predicate == name]
        made = [pair for pair in named if not pair[1].statement["rule"].endswith(ASSERTION)]
        found = sum(any(hits(topic, fact, language) for language in LANGUAGES) for topic, fact in mine)
        if len(mine) > 2:
            scores.append(Score(f"unseen {name}", "all", len(made), good(made), len(mine), found, "core facts"))
    return scores


def alignment_scores(topics: list[Topic]) -> list[Score]:
    """Pairs of sentences that tell the same and look-alikes kept apart: what is asserted, then with all offered."""
    shown = [replace(one, note=OFFERED) for one in tier_scores(topics, " offered", 0.0)]
    return [*tier_scores(topics, "", ASSERTED), *shown]


def tier_scores(topics: list[Topic], tier: str, least: float) -> list[Score]:
    """Of the alignments that score `least`: the pairs, and the look-alikes not among them."""
    size = right = wanted = found = apart = kept = 0
    for topic in topics:
        gold, lookalikes = topic.gold["alignments"], topic.gold["lookalikes"]
        pairs = sentence_pairs(topic.run, least)
        size, right = size + len(pairs), right + sum(is_in(pair, gold) for pair in pairs)
        wanted, found = wanted + len(gold), found + sum(any(is_in(pair, [one]) for pair in pairs) for one in gold)
        apart += len(lookalikes)
        kept += sum(not any(is_in(pair, [one]) for pair in pairs) for one in lookalikes)
    return [
        Score(f"unseen alignments{tier}", "all", size, right, wanted, found, "sentence pairs"),
        Score(f"unseen lookalikes{tier}", "all", apart, kept, apart, kept, "kept apart"),
    ]
