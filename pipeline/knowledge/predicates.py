"""models/claims/*.toml: one predicate a file."""

from __future__ import annotations

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
    neither polarity nor modality (what a treaty is on, it is on even where it is rejected).
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
    confidence: float = 0.9


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, what its roles are (the words of each filler, sorted), and how it is said."""

    text: str
    roles: dict[str, tuple[str, ...]] = {}
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One predicate: labels, roles, patterns per language, examples and counter-examples.

    `treaty_slot` names the slot of a treaty that merge fills from claims of this predicate, `status` the state that
    they give it; `opposite` the predicate that contradicts it, `symmetric` that subject and object may change
    places. `place`: a locative phrase beside it tells where it happened.
    """

    name: str
    labels: dict[str, str]
    roles: dict[str, Role]
    wikidata: str | None = None
    opposite: str | None = None
    symmetric: bool = False
    time: Literal["event", "state"] = "event"
    place: bool = False
    treaty_slot: str | None = None
    status: str | None = None
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
    predicates = tuple(read_toml(path, Predicate) for path in paths)
    names = frozenset(predicate.name for predicate in predicates)
    for path, predicate in zip(paths, predicates, strict=True):
        for key, problem, remedy in faults(
            predicate, path.stem, names, languages, languages if shown is None else shown
        ):
            raise KnowledgeFault(str(path), key, problem, remedy)
    return predicates


def faults(
    predicate: Predicate, stem: str, names: frozenset[str], languages: frozenset[str], shown: frozenset[str]
) -> list[Fault]:
    """What is wrong with one predicate."""
    found = []
    if predicate.name != stem:
        found.append(("name", f"is {predicate.name!r}", f"Write {stem!r}, the file's name"))
    unlabelled = sorted(shown - set(predicate.labels))
    found += [(f"labels.{code}", "is missing", "Give a label in each language with a page") for code in unlabelled]
    for table in ("labels", "patterns", "examples", "counter_examples"):
        unknown = sorted(set(getattr(predicate, table)) - languages)
        found += [(f"{table}.{code}", "no pack of that language", "Add models/languages/") for code in unknown]
    if predicate.opposite is not None and predicate.opposite not in names:
        found.append(("opposite", f"{predicate.opposite!r} is no predicate", "Name a file of models/claims/"))
    if predicate.treaty_slot is not None and predicate.treaty_slot not in TREATY_SLOTS:
        found.append(("treaty_slot", f"{predicate.treaty_slot!r} is no slot", f"One of {sorted(TREATY_SLOTS)}"))
    return found + role_faults(predicate) + pattern_faults(predicate) + example_faults(predicate)


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
            unknown = sorted(set(pattern.roles) - set(predicate.roles))
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
