"""Polarity and modality of a predicate: does the text assert it, deny it, plan it, fear it, ask it?

Method: the predicate's own verb group is read first (negation, modal verbs, mood, adverbs, the conjunction that opens
its clause); then the way up through its governors, as far as a governor shapes what is below it (*agreed to create*,
*the lack of agreement*), stopping at clause borders. Of several modalities the strongest in STRENGTH wins.
After the factuality tradition (Saurí and Pustejovsky 2009): polarity and certainty are kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.knowledge.pack import Pack
from pipeline.model import Modality, Polarity, Span, Statement, Temporal, Token
from pipeline.stages.claims.governing import operators
from pipeline.stages.claims.operators import Operator
from pipeline.stages.claims.tree import Tree

# The strongest first: what is contrary to fact is not merely asked, what is asked is not merely conditional, and so on.
STRENGTH: tuple[Modality, ...] = (
    "counterfactual",
    "question",
    "conditional",
    "possible",
    "obligation",
    "planned",
    "asserted",
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity and modality of one predicate, with the words that decided (None and empty by default)."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()


def read_stance(tree: Tree, anchor: int, pack: Pack) -> Stance:
    """The stance of the predicate at token `anchor` (a verb, an event noun, a participle, a copular attribute)."""
    found = operators(tree, anchor, pack)
    turns = [one for one in found if one.negates]
    ways = [one for one in found if one.modality is not None]
    best = min(ways, key=lambda one: STRENGTH.index(one.modality or "asserted"), default=None)
    deciding = turns + ([best] if best and best.modality != "asserted" else [])
    spans = tuple(sorted({_span(tree, one) for one in deciding}))
    return Stance(
        polarity="negated" if len(turns) % 2 else "affirmed",
        modality=(best.modality if best else None) or "asserted",
        cue=" … ".join(_text(tree, one) for one in sorted(deciding, key=lambda one: one.first)) or None,
        cue_spans=spans,
    )


def settle(modality: Modality, temporal: Temporal | None, written: Temporal | None) -> Modality:
    """A plan whose time had passed when the document was written is told history (« sera signé en 1963 »).

    Historians' future and future in the past are tenses, not plans; so a planned statement about a time that ended at
    least one calendar year before the document's own date is asserted. Everything else keeps its modality.
    """
    if modality != "planned" or temporal is None or written is None:
        return modality
    if temporal.latest is None or written.earliest is None:
        return modality
    return "asserted" if int(temporal.latest[:4]) < int(written.earliest[:4]) else modality


def cued(statement: Statement, anchor: Token, document: str) -> Statement:
    """The statement with a cue: where no word around the predicate turned it, the predicate's own word did
    (*proposed*, « promis »)."""
    plain = statement.polarity == "affirmed" and statement.modality == "asserted" and statement.holder.kind == "author"
    if plain or statement.cue is not None:
        return statement
    return replace(statement, cue=anchor.text, cue_spans=(Span(document, anchor.start, anchor.end),))


def _span(tree: Tree, operator: Operator) -> Span:
    return tree.span([operator.first, operator.last])


def _text(tree: Tree, operator: Operator) -> str:
    return " ".join(token.text for token in tree.tokens[operator.first : operator.last + 1])
