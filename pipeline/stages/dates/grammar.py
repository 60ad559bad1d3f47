"""The pack's templates as tries, and the cascade that applies them: each layer replaces its longest matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.knowledge import KnowledgeFault
from pipeline.stages.dates.lexing import Item, keys
from pipeline.stages.dates.meaning import Meaning

# Start, end, meaning; FIRST as start stands for where the match begins, LAST as end for where it ends.
Piece = tuple[int, int, Meaning]
FIRST = LAST = -1
FILES = "models/languages/*.toml"


@dataclass(frozen=True, slots=True)
class Capture:
    """What stood in a slot: its kind, its value, its item."""

    kind: str
    value: Any
    item: Item


# An operation makes one meaning of what was captured, or several pieces with their places, or refuses (None).
Operation = Callable[[list[Capture], "Setting"], "Meaning | list[Piece] | None"]


@dataclass(slots=True)
class Node:
    """A state of the trie: which words and kinds may follow, and the operations of the templates that end here."""

    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[str, Node] = field(default_factory=dict)
    ends: list[tuple[int, Operation]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What operations may look at beside their captures: the language's order of day, month and year in digits."""

    order: str


def expand(pattern: str) -> list[tuple[str, ...]]:
    """All ways to read a template: `[a] {b} c|d` gives `a {b} c`, `a {b} d`, `{b} c`, `{b} d`.

    Raises KnowledgeFault.
    """
    parts = re.findall(r"\[|\]|[^\s\[\]]+", pattern)
    ways, rest = _sequence(parts, 0)
    if rest != len(parts):
        raise KnowledgeFault(FILES, "dates.templates", f"unbalanced brackets in {pattern!r}", "Close each bracket")
    return [way for way in ways if way]


def _sequence(parts: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    ways: list[tuple[str, ...]] = [()]
    while at < len(parts) and parts[at] != "]":
        if parts[at] == "[":
            inner, at = _sequence(parts, at + 1)
            options = [(), *inner]
        else:
            options = [way for part in parts[at].split("|") for way in _element(part)]
        ways = [way + option for way in ways for option in options]
        at += 1
    return ways, at


def _element(part: str) -> list[tuple[str, ...]]:
    """A slot, or a word: of several pieces (« jusqu'à ») also as the one item that the pack's words make of it."""
    if part.startswith("{") and part.endswith("}"):
        return [(part,)]
    pieces = keys(part)
    return [pieces, (" ".join(pieces),)] if len(pieces) > 1 else [pieces]


def compile_trie(layer: str, templates: dict[str, tuple[str, ...]], operations: dict[str, Operation]) -> Node:
    """One trie for the templates of a layer. Raises KnowledgeFault for an operation that does not exist."""
    root = Node()
    for order, (name, patterns) in enumerate(templates.items()):
        operation = operations.get(name)
        if operation is None:
            key = f"dates.templates.{layer}.{name}"
            raise KnowledgeFault(FILES, key, "is no operation", f"Use one of {', '.join(operations)}")
        for pattern in patterns:
            for way in expand(pattern):
                node = root
                for element in way:
                    node = _following(node, element)
                if (order, operation) not in node.ends:
                    node.ends.append((order, operation))
    return root


def _following(node: Node, element: str) -> Node:
    if element.startswith("{"):
        return node.slots.setdefault(element[1:-1], Node())
    return node.words.setdefault(element, Node())


def matches(root: Node, items: Sequence[Item], at: int) -> Iterator[tuple[int, Operation, list[Capture]]]:
    """All matches that begin at `at`: where each ends, its operation, what it captured.

    The longest come first; of the same length those whose operation stands first in the pack.
    """
    found: list[tuple[int, int, Operation, list[Capture]]] = []
    stack: list[tuple[Node, int, list[Capture]]] = [(root, at, [])]
    while stack:
        node, place, captures = stack.pop()
        found.extend((-place, order, operation, captures) for order, operation in node.ends)
        if place == len(items):
            continue
        item = items[place]
        literal = node.words.get(item.key)
        if literal is not None:
            stack.append((literal, place + 1, captures))
        for kind, value in item.kinds.items() if node.slots else ():
            following = node.slots.get(kind)
            if following is not None:
                stack.append((following, place + 1, [*captures, Capture(kind.partition(":")[0], value, item)]))
    found.sort(key=lambda match: match[:2])
    for place, _, operation, captures in found:
        yield -place, operation, captures


def apply(root: Node, items: list[Item], setting: Setting) -> list[Item]:
    """Replace the longest matches of a layer, left to right, by the items that their operations make."""
    words, slots = root.words, root.slots.keys()
    begins = [at for at, one in enumerate(items) if one.key in words or (one.kinds and not slots.isdisjoint(one.kinds))]
    result: list[Item] = []
    done = 0
    for at in begins:
        made = _first(root, items, at, setting) if at >= done and may_begin(root, items, at) else None
        if made is not None:
            end, new = made
            result += [*items[done:at], *new]
            done = end
    return [*result, *items[done:]] if done else items


def _first(root: Node, items: list[Item], at: int, setting: Setting) -> tuple[int, list[Item]] | None:
    for end, operation, captures in matches(root, items, at):
        if captures and all(capture.item.weak for capture in captures):
            continue
        made = operation(captures, setting)
        if isinstance(made, Meaning):
            return end, [wrap(items[at].start, items[end - 1].end, made)]
        if made is not None:
            return end, _among(items[at:end], [_placed(piece, items[at].start, items[end - 1].end) for piece in made])
    return None


def _placed(piece: Piece, first: int, last: int) -> Piece:
    start, stop, meaning = piece
    return first if start == FIRST else start, last if stop == LAST else stop, meaning


def _among(items: list[Item], made: list[Piece]) -> list[Item]:
    """The pieces that an operation made, and between them the items that it left alone (the dash of a range)."""
    left = [item for item in items if not any(start < item.end and item.start < stop for start, stop, _ in made)]
    return sorted([*left, *(wrap(*piece) for piece in made)], key=lambda item: item.start)


def may_begin(root: Node, items: list[Item], at: int) -> bool:
    """Can a template begin here? A word that leads many (the, « de ») only where something goes on after it."""
    if _goes_on(root.slots, items[at]):
        return True
    led = root.words.get(items[at].key)
    if led is None or led.ends or at + 1 == len(items):
        return led is not None and bool(led.ends)
    return items[at + 1].key in led.words or _goes_on(led.slots, items[at + 1])


def _goes_on(slots: dict[str, Node], item: Item) -> bool:
    return bool(item.kinds) and not slots.keys().isdisjoint(item.kinds)


def wrap(start: int, end: int, meaning: Meaning) -> Item:
    """A composed item: its kinds are its meaning's kind and grain, so that later layers can ask for either."""
    kinds: dict[str, Any] = {meaning.kind: meaning}
    if meaning.kind == "point":
        kinds[meaning.grain] = meaning
    return Item(start, end, "", kinds)
