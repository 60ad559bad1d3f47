"""What things are called in tables: labels by id, and a claim in one line of a language."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model.tables import JOINT
from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.tables.values import listed

# What parts the subject, the predicate and the rest of a claim's line.
DOT = " · "


class Namer:
    """The labels of a graph's predicates, actors and treaties by id and language.

    `words` are, by language, what roles, polarities and modalities are called; where it has none, their own names.
    """

    def __init__(self, graph: Json, words: Mapping[str, Mapping[str, str]]) -> None:
        self.words = words
        self.labels: dict[str, dict[str, str]] = {
            one["id"]: one["labels"] for kind in ("predicates", "actors", "treaties") for one in graph[kind]
        }
        self.languages = sorted({language for labels in self.labels.values() for language in labels})

    def label(self, id_: str, language: str | None = None) -> str:
        """The label in `language`, else in the first language that has one; a text stands for itself."""
        labels = self.labels.get(id_)
        if not labels:
            return id_
        return labels.get(language or "") or labels[min(labels)]

    def role(self, claim: Json, role: str, language: str | None = None) -> str | None:
        """The labels of a role's fillers, or None."""
        fillers = listed(claim["roles"].get(role, []))
        return JOINT.join(self.label(one, language) for one in fillers) or None

    def line(self, claim: Json, language: str | None = None) -> str:
        """A claim in one line: subject, predicate, object, the other roles, the time. What only denials or plans
        carry says so in brackets, so that the line alone does not mislead."""
        roles = [role for role in claim["roles"] if role not in ("subject", "object")]
        words = self.words.get(language or "", {})
        parts = [self.role(claim, "subject", language), self.label(claim["predicate"], language) + stance(claim, words)]
        parts += [self.role(claim, "object", language), amount(claim["quantity"])]
        parts += [f"{words.get(role, role)}: {self.role(claim, role, language)}" for role in roles]
        parts.append((claim["time"] or {}).get("edtf"))
        return DOT.join(part for part in parts if part)


def stance(claim: Json, words: Mapping[str, str]) -> str:
    """` [negated, planned]`, in `words`, where no statement plainly affirms the claim; else nothing."""
    plain = {"affirmed", "asserted"}
    stances = [(one["polarity"], one["modality"]) for one in claim["statements"]]
    if any(plain.issuperset(one) for one in stances):
        return ""
    told = dict.fromkeys(word for one in stances for word in one if word not in plain)
    return f" [{', '.join(words.get(word, word) for word in told)}]"


def amount(quantity: Json | None) -> str | None:
    """A quantity as words, or None."""
    if not quantity or quantity["value"] is None:
        return None
    return f"{float(quantity['value']) * quantity['scale']:,.12g} {quantity['unit'] or ''}".strip()
