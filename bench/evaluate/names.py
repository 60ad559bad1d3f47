"""Names: exact spans and types per language, in the gold's types; and actors merged, by B-cubed over mentions."""

from __future__ import annotations

from collections.abc import Sequence

from bench.evaluate.gold import Run, covering, gold_lines
from bench.evaluate.scores import Score

# The gold's types in the house's words; where two stand, either is right.
TYPES = {
    "GPE": ("state", "place"),
    "LOC": ("place",),
    "PERSON": ("person",),
    "ORG": ("organization",),
    "NORP": ("demonym", "group"),
    "TREATY": ("treaty",),
    "LAW": ("law",),
    "EVENT": ("event",),
    "MONEY": ("money",),
    "PERCENT": ("percent",),
    "CARDINAL": ("cardinal",),
    "ORDINAL": ("ordinal",),
    "QUANTITY": ("quantity",),
    "CURRENCY": ("currency",),
    "FAC": ("facility",),
    "WORK": ("work",),
}


def name_scores(run: Run) -> list[Score]:
    """One score a language. What the gold does not score counts neither way, and so does a name inside a right one (the
    state in a demonym of two states); dates are scored apart."""
    scores = []
    gold = [one for one in gold_lines("seeds-names") if one["type"] != "DATE"]
    for language in sorted({one["lang"] for one in gold}):
        mine = [one for one in gold if one["lang"] == language]
        wanted = {(one["start"], one["end"]): TYPES[one["type"]] for one in mine if one["scored"]}
        unscored = [one for one in mine if not one["scored"]]
        neutral = {(one["start"], one["end"]) for one in unscored}
        compounds = {(one["start"], one["end"]) for one in unscored if one["mention"] == "name"}
        predicted = {
            (one["start"], one["end"]): one["type"]
            for one in run.mentions
            if run.languages[run.paths[one["document"]]] == language and one["kind"] == "name"
        }
        met = {span for span, kind in predicted.items() if kind in wanted.get(span, ())}
        held = met | compounds
        kept = {span: kind for span, kind in predicted.items() if span not in neutral and not nested(span, held)}
        right = sum(kind in wanted.get(span, ()) for span, kind in kept.items())
        scores.append(Score("names", language, len(kept), right, len(wanted), right, "exact span and type"))
    return scores


def nested(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    """Does the span stand inside one of the others?"""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def actor_scores(run: Run) -> list[Score]:
    """B-cubed over the gold's named actors: does each mention's node hold the right mentions, and all of them?

    Method: Bagga and Baldwin 1998. A mention without a reference is a node of its own.
    """
    kinds = ("GPE", "PERSON", "ORG", "LOC")
    gold = [one for one in gold_lines("seeds-names") if one["type"] in kinds and one["scored"]]
    refs = {(run.paths[one["document"]], one["start"], one["end"]): one["refs"] for one in run.mentions}
    nodes = [tuple(covering(refs, one)) or (f"none-{number}",) for number, one in enumerate(gold)]
    # A capital that stands for its government means the state.
    meant = [(one.get("refers_to") or one["id"],) for one in gold]
    scores = []
    for language in ("all", *sorted({one["lang"] for one in gold})):
        mine = [place for place, one in enumerate(gold) if language in ("all", one["lang"])]
        precision = sum(share(place, mine, nodes, meant) for place in mine)
        recall = sum(share(place, mine, meant, nodes) for place in mine)
        total = len(mine)
        scores.append(
            Score(
                "actors",
                language,
                total * 1000,
                round(precision * 1000),
                total * 1000,
                round(recall * 1000),
                "B-cubed, in thousandths of a mention",
            )
        )
    return scores


def share(place: int, mine: list[int], clusters: Sequence[object], labels: Sequence[object]) -> float:
    """Of the mentions in the cluster of `place`, the share that has its label."""
    together = [other for other in mine if clusters[other] == clusters[place]]
    return sum(labels[other] == labels[place] for other in together) / len(together)
