"""models/claims/*.toml: one predicate a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.knowledge.faults import KnowledgeFault
from pipeline.knowledge.reading import read_toml
from pipeline.model import MENTION_TYPES, Modality, Polarity

# A role may also be filled by a free phrase: the words as they stand, no name behind them.
TEXT = "text"
TREATY_SLOTS = frozenset(
    {"signatories", "parties", "place", "establishes", "provisions", "entry_into_force", "ratified"}
)
# The states of a treaty's life (docs/graph.md).
STATUSES = frozenset(
    {"proposed", "negotiated", "signed", "ratified", "in force", "implemented", "not implemented"}
    | {"superseded", "withdrawn", "rejected"}
)
Slots = str | tuple[str, ...]
Fault = tuple[str, str, str]  # key, problem, remedy


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which types of mention may fill a role (`text`: any phrase); `required`: no statement without it.

    `narrow`: the words of the phrase alone, without its article, vague adjectives and what fills other roles.
    """

    types: tuple[str, ...]
    required: bool = False
    narrow: bool = False


class Where(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold of a slot's fillers: a lemma among `lemma` and none among `not_lemma`, a type among `type` and
    none among `not_type`; `plural`: more than one thing; `present`: something
    fills it, `absent`: nothing does."""

    lemma: frozenset[str] = frozenset()
    not_lemma: frozenset[str] = frozenset()
    type: frozenset[str] = frozenset()
    not_type: frozenset[str] = frozenset()
    plural: bool = False
    present: bool = False
    absent: bool = False


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to say a predicate: what anchors it, and which slot of its frame fills which role.

    `verb`, `noun` and `attribute` list lemmas (an attribute is said of a subject: copula, apposition, title). `roles`
    maps a role to a slot or to several in order of preference. `tree` is a pattern of spaCy's DependencyMatcher; then
    `roles` maps to its RIGHT_IDs and the first node is the anchor. `context = false`: what stands around it changes
    neither polarity nor modality (what a treaty is on, it is on even where it is rejected). `leaves`: required roles
    that this way of saying it leaves to what was said before ("joined in 1995").
    """

    id: str
    roles: dict[str, Slots]
    verb: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    attribute: frozenset[str] = frozenset()
    tree: tuple[dict[str, object], ...] = ()
    where: dict[str, Where] = {}
    voice: Literal["active", "passive"] | None = None
    link: frozenset[str] = frozenset()
    light: bool = False
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    context: bool = True
    leaves: frozenset[str] = frozenset()
    confidence: float = 0.9


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, what its roles are (the words of each filler, sorted), and how it is said."""

    text: str
    roles: dict[str, tuple[str, ...]] = {}
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"


class Implied(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `predicate` that is told too, in a coarser way; `roles` maps own roles to those of it, others fall away."""

    predicate: str
    roles: dict[str, str]


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it ended, as other predicates tell it: `by` maps each to its role of who won, `roles` own roles to theirs,
    `turns` a concept here to the one there (the election, the office)."""

    by: dict[str, str]
    roles: dict[str, str]
    turns: dict[str, str] = {}


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One predicate: labels, roles, patterns per language, examples and counter-examples.

    `treaty_slot` names the slot of a treaty that merge fills from claims of this predicate, `status` the state that
    they give it and `denied_status` the one that their denial gives; `makes`: by what act the treaty in its object
    comes to be, so that its time and its subjects are the treaty's. `opposite` names the predicate that contradicts
    it, `strains` those that only strain against it (read both ways), `implies` what it tells too, `symmetric` that
    subject and object may change places. `collective`: its subjects do it together; `once`: it happens to them at one
    time only. `speaks_for`: its subject speaks for who fills this role. `outsider`: its subject has a hand in the
    treaty without being a party. `stance`: whether its subject is for its object or against it. `place`: a locative
    phrase beside it tells where it happened. `outcome`: what tells how it ended. `wikidata_roles`: which roles stand
    at the two ends of the property `wikidata` (by default the first two).
    """

    name: str
    labels: dict[str, str]
    roles: dict[str, Role]
    wikidata: str | None = None
    wikidata_roles: tuple[str, str] | None = None
    opposite: str | None = None
    symmetric: bool = False
    time: Literal["event", "state"] = "event"
    place: bool = False
    treaty_slot: str | None = None
    status: str | None = None
    denied_status: str | None = None
    makes: Literal["signing", "agreement", "negotiation"] | None = None
    strains: tuple[str, ...] = ()
    implies: tuple[Implied, ...] = ()
    collective: bool = False
    once: bool = False
    speaks_for: str | None = None
    outsider: bool = False
    stance: Literal["for", "against"] | None = None
    outcome: Outcome | None = None
    patterns: dict[str, tuple[Pattern, ...]] = {}
    examples: dict[str, tuple[Example, ...]] = {}
    counter_examples: dict[str, tuple[str, ...]] = {}


def load_predicates(
    folder: Path, languages: frozenset[str], shown: frozenset[str] | None = None
) -> tuple[Predicate, ...]:
    """Read every predicate of `folder` in order of name. Raises KnowledgeFault.

    `languages` have a pack; in those that are `shown` on a page (None: in all) every predicate has a label.
    """
    paths = sorted(folder.glob("*.toml"))
    predicates = tuple(read_toml(path, Predicate, "docs/predicates.md") for path in paths)
    known = {predicate.name: predicate for predicate in predicates}
    for path, predicate in zip(paths, predicates, strict=True):
        for key, problem, remedy in faults(
            predicate, path.stem, known, languages, languages if shown is None else shown
        ):
            raise KnowledgeFault(str(path), key, problem, remedy)
    return predicates


def faults(
    predicate: Predicate,
    stem: str,
    known: Mapping[str, Predicate],
    languages: frozenset[str],
    shown: frozenset[str],
) -> list[Fault]:
    """What is wrong with one predicate among all `known` ones."""
    found = []
    if predicate.name != stem:
        found.append(("name", f"is {predicate.name!r}", f"Write {stem!r}, the file's name"))
    unlabelled = sorted(shown - set(predicate.labels))
    found += [(f"labels.{code}", "is missing", "Give a label in each language with a page") for code in unlabelled]
    for table in ("labels", "patterns", "examples", "counter_examples"):
        unknown = sorted(set(getattr(predicate, table)) - languages)
        found += [(f"{table}.{code}", "no pack of that language", "Add models/languages/") for code in unknown]
    if predicate.treaty_slot is not None and predicate.treaty_slot not in TREATY_SLOTS:
        found.append(("treaty_slot", f"{predicate.treaty_slot!r} is no slot", f"One of {sorted(TREATY_SLOTS)}"))
    relations = relation_faults(predicate, known) + implication_faults(predicate, known) + shape_faults(predicate)
    return found + relations + role_faults(predicate) + pattern_faults(predicate) + example_faults(predicate)


def relation_faults(predicate: Predicate, known: Mapping[str, Predicate]) -> list[Fault]:
    """Other predicates that it names and that are none, or that it stands to in two ways."""
    opposite = () if predicate.opposite is None else (predicate.opposite,)
    ended = tuple(predicate.outcome.by) if predicate.outcome else ()
    named = [("opposite", opposite), ("strains", predicate.strains), ("outcome", ended)]
    found = [
        (key, f"{name!r} is no predicate", "Name a file of models/claims/")
        for key, names in [*named, ("implies", tuple(one.predicate for one in predicate.implies))]
        for name in names
        if name not in known
    ]
    twice = {predicate.name, *opposite} & set(predicate.strains)
    twice |= {one for one in predicate.strains if one in known and predicate.name in known[one].strains}
    return found + [
        ("strains", f"{name!r} is told already", "Name a pair once: it is read both ways") for name in sorted(twice)
    ]


def implication_faults(predicate: Predicate, known: Mapping[str, Predicate]) -> list[Fault]:
    """Roles of what it implies, or of its outcome, that one of the two predicates does not have."""
    found = []
    ended = predicate.outcome.by if predicate.outcome else {}
    mapped = [("implies", one.predicate, one.roles) for one in predicate.implies]
    mapped += [("outcome", name, predicate.outcome.roles) for name in sorted(ended) if predicate.outcome]
    for field, name, roles in mapped:
        theirs = known[name].roles if name in known else {}
        winner = [ended[name]] if field == "outcome" else []
        wrong = sorted(set(roles) - set(predicate.roles)) + sorted({*roles.values(), *winner} - set(theirs))
        key = f"{field}.{name}.roles"
        found += [(f"{key}.{role}", "no such role", "Map a role of this file to one of the other") for role in wrong]
    return found


def shape_faults(predicate: Predicate) -> list[Fault]:
    """Fields that name no state of a treaty, or that ask for roles the predicate has not."""
    found = [
        (key, f"{value!r} is no state of a treaty", f"One of {sorted(STATUSES)}")
        for key, value in (("status", predicate.status), ("denied_status", predicate.denied_status))
        if value is not None and value not in STATUSES
    ]
    for key, role in (("symmetric", "object"), ("makes", "object"), ("speaks_for", predicate.speaks_for)):
        if getattr(predicate, key) and not {"subject", role} <= predicate.roles.keys():
            found.append((key, f"needs the roles 'subject' and {role!r}", "Add them to [roles]"))
    if predicate.wikidata_roles and not (
        predicate.wikidata and set(predicate.wikidata_roles) <= predicate.roles.keys()
    ):
        found.append(
            ("wikidata_roles", "needs `wikidata` and two roles of this file", "Name the roles at its two ends")
        )
    states = predicate.status or predicate.denied_status or predicate.makes
    if states and not any("treaty" in role.types or TEXT in role.types for role in predicate.roles.values()):
        found.append(("status", "no role may hold a treaty", "Add `treaty` to the types of a role"))
    return found


def role_faults(predicate: Predicate) -> list[Fault]:
    """Types that no mention has."""
    known = {*MENTION_TYPES, TEXT}
    return [
        (f"roles.{name}.types", f"{kind!r} is no type", f"One of {sorted(known)}")
        for name, role in predicate.roles.items()
        for kind in role.types
        if kind not in known
    ]


def pattern_faults(predicate: Predicate) -> list[Fault]:
    """Patterns that fill unknown roles, have no anchor, or share an id."""
    found, seen = [], set()
    for code, patterns in predicate.patterns.items():
        for pattern in patterns:
            key = f"patterns.{code}.{pattern.id}"
            if pattern.id in seen:
                found.append((key, "this id stands twice", "Give every pattern its own id"))
            seen.add(pattern.id)
            if not (pattern.verb or pattern.noun or pattern.attribute or pattern.tree):
                found.append((key, "has no anchor", "Give verb, noun, attribute or tree"))
            unknown = sorted({*pattern.roles, *pattern.leaves} - set(predicate.roles))
            found += [(f"{key}.roles.{role}", "no such role", "Add it to [roles]") for role in unknown]
    return found


def example_faults(predicate: Predicate) -> list[Fault]:
    """Examples that expect unknown roles, and patterns in a language without examples."""
    found = []
    for code, examples in predicate.examples.items():
        for number, example in enumerate(examples, 1):
            unknown = sorted(set(example.roles) - set(predicate.roles))
            found += [(f"examples.{code}.{number}.{role}", "no such role", "Add it to [roles]") for role in unknown]
    missing = sorted(set(predicate.patterns) - set(predicate.examples))
    return found + [(f"examples.{code}", "is missing", "Give each pattern an example") for code in missing]


def slots_of(value: Slots) -> tuple[str, ...]:
    """The slots a role may be filled from, the preferred first."""
    return (value,) if isinstance(value, str) else value
