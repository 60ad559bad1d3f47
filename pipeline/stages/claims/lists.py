"""Lists of actors as they are written, whatever the parser made of them: « le roi A, le président B, C et D ».

A list is a run of phrases that each name an actor, parted by commas and closed by a joiner. A description between
commas belongs to the name before it, a genitive to the phrase it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import has_morph, is_title, kind_of, preposition
from pipeline.stages.claims.tree import Tree

ACTORS = frozenset({"person", "state", "organization", "group", "place"})


@dataclass(frozen=True)
class Page:
    """The words that lists are read from: `named` tokens stand inside a name, `dated` inside a date."""

    tree: Tree
    syntax: SyntaxPack
    named: frozenset[int]
    dated: frozenset[int]


@dataclass(frozen=True)
class Chunk:
    """One phrase of a list: its words from `first`, without its genitive until `stop`, with it until `last`
    (exclusive); `tail` heads the genitive; `bare`: no article stands before it; `said`: the words
    of descriptions of it between commas."""

    head: int
    first: int
    stop: int
    last: int
    named: bool
    person: bool
    bare: bool
    tail: int | None = None
    said: tuple[int, ...] = ()


Lists = dict[int, tuple[Chunk, ...]]


def find_lists(page: Page) -> Lists:
    """Every word of a list's members → the members in text order."""
    found: Lists = {}
    place = 0
    while place < len(page.tree.tokens):
        first = chunk(page, place)
        if first is None:
            place += 1
            continue
        members = trimmed(page, collect(page, first))
        place = first.stop
        if len(members) > 1:
            place = members[-1].stop
            found.update({index: members for one in members for index in (*range(one.first, one.stop), *one.said)})
    return found


def extended(lists: Lists, heads: tuple[int, ...]) -> tuple[int, ...]:
    """`heads`, and the other members of the lists that they stand in, in text order; a name for its title."""
    if not any(head in lists for head in heads):
        return heads
    found = [
        head for head in heads
        if not any((one.person and one.first <= head < one.stop) or head in one.said for one in lists.get(head, ()))
    ]  # fmt: skip
    for one in (member for head in heads for member in lists.get(head, ())):
        if not any(one.first <= other < one.stop for other in found):
            found.append(one.head)
    return tuple(sorted(dict.fromkeys(found)))


def ranged(page: Page, index: int, heads: tuple[int, ...], close: str) -> tuple[int, ...]:
    """The further ends of "ranges from A, who …; to B; to C": actors that `close` leads in behind a stop or comma.

    `heads` are the fillers of the opening preposition of the verb at `index`.
    """
    tree, syntax = page.tree, page.syntax
    kinds = frozenset[str]().union(*(kind_of(tree, syntax, head) for head in heads)) & ACTORS
    found = []
    for place in range(index + 1, len(tree.tokens) - 1):
        if tree.tokens[place].sentence != tree.tokens[index].sentence:
            break
        apart = tree.tokens[place - 1].dep in syntax.punctuation and place not in page.named
        if apart and tree.tokens[place].pos in syntax.leads and preposition(tree, syntax, place) == close:
            end = chunk(page, place + 1)
            if end is not None:
                heads = (end.head,) if end.tail is None else (end.head, end.tail)
                found += [head for head in heads if kind_of(tree, syntax, head) & kinds][:1]
    return tuple(found)


def chunk(page: Page, place: int) -> Chunk | None:
    """The phrase that begins at `place` and names an actor, with the genitive behind it."""
    tree, syntax = page.tree, page.syntax
    first = place
    while first < len(tree.tokens) and tree.tokens[first].pos in syntax.determiners and first not in page.named:
        first += 1
    stop = run(page, first)
    head = head_of(page, first, stop)
    if head is None or glued(tree, syntax, stop):
        return None
    mention = tree.mention_at.get(head)
    named = mention is not None and mention.kind == "name"
    person = named and "person" in kind_of(tree, syntax, head)
    found = Chunk(head, first, stop, stop, named, person, first == place)
    if not named and is_title(tree, syntax, head):
        behind = bearer(page, stop)
        if behind is not None:
            return replace(behind, first=first, bare=first == place)
    if stop < len(tree.tokens) and stop not in page.named and preposition(tree, syntax, stop) in syntax.genitives:
        inner = chunk(page, stop + 1)
        end = run(page, stop + 1) if inner is None else inner.last
        if end > stop + 1:
            return replace(found, last=end, tail=None if inner is None else inner.head)
    return found


def bearer(page: Page, place: int) -> Chunk | None:
    """The name that ends the phrases behind a title: « le ministre | des Affaires étrangères X », « l'ambassadeur | de
    Russie en Ukraine X »."""
    tree, syntax = page.tree, page.syntax
    while place + 1 < len(tree.tokens) and place not in page.named and tree.tokens[place].pos in syntax.leads:
        if preposition(tree, syntax, place) not in syntax.genitives | syntax.locatives:
            return None
        inner = chunk(page, place + 1)
        if inner is not None and inner.person:
            opens = inner.first in page.named and kind_of(tree, syntax, inner.first) == kind_of(
                tree, syntax, inner.head
            )
            return None if opens or inner.tail is not None else inner
        place = run(page, place + 1)
    return None


def run(page: Page, place: int) -> int:
    """Where the nouns, adjectives and names that stand from `place` on end."""
    tree, syntax = page.tree, page.syntax
    kinds = (syntax.nominals | syntax.adjectives) - syntax.pronouns - syntax.numbers
    sentence = tree.tokens[min(place, len(tree.tokens) - 1)].sentence
    while place < len(tree.tokens) and tree.tokens[place].sentence == sentence and place not in page.dated:
        if place not in page.named and tree.tokens[place].pos not in kinds:
            break
        place += 1
    return place


def head_of(page: Page, first: int, stop: int) -> int | None:
    """The head of a chunk: the name of a person, else that of a state or body, else the noun that means an actor."""
    tree, syntax = page.tree, page.syntax
    actors = [one for one in range(first, stop) if kind_of(tree, syntax, one) & ACTORS]
    mentions = {one: tree.mention_at[one] for one in actors if one in tree.mention_at}
    names = [one for one, mention in mentions.items() if mention.kind == "name"]
    persons = [one for one in names if mentions[one].type == "person"]
    others = [one for one in actors if one not in mentions or mentions[one].kind == "nominal"]
    plain = [one for one in others if tree.tokens[one].pos in syntax.nominals - syntax.pronouns]
    inside = range(first, stop)
    tops = [one for one in (*names, *plain) if not any(above in inside for above in tree.up(one))]
    return next(iter([*persons, *tops, *names, *plain]), None)


def glued(tree: Tree, syntax: SyntaxPack, stop: int) -> bool:
    """Whether something is written onto the chunk's end, as the ending of a possessor is."""
    if stop == 0 or stop >= len(tree.tokens) or tree.tokens[stop].pos in syntax.verbs:
        return False
    token = tree.tokens[stop]
    return token.start == tree.tokens[stop - 1].end and token.text not in (",", ".", ";", ")")


def collect(page: Page, first: Chunk) -> tuple[Chunk, ...]:
    """The members of the list that `first` opens, up to the last one that a joiner leads in."""
    tree, syntax = page.tree, page.syntax
    before = first.first - 1 if first.bare else first.first - 2
    led = preposition(tree, syntax, before) if before >= 0 else ""
    members, place, kept = [first], first.last, 1
    while True:
        place = past_asides(page, place)
        start, joins = separator(page, place)
        after = lead(page, start, led)
        following = chunk(page, after) if start > place else None
        if following is None:
            return tuple(members[:kept])
        place = following.last
        if not joins and describes(page, members[-1], following):
            words = (*members[-1].said, *range(following.first, following.stop))
            members[-1] = replace(members[-1], said=words)
            continue
        if not joins and named_behind(page, members[-1], following):
            members[-1] = replace(following, first=members[-1].first)
            continue
        if not fits(page, members[-1], following, after > start):
            return tuple(members[:kept])
        members.append(following)
        kept = len(members) if joins else kept


def past_asides(page: Page, place: int) -> int:
    """The place behind what is only said of the member before: an acronym in brackets, a participle between commas
    (« X, mandatée par l'ONU, et Y »)."""
    tokens = page.tree.tokens
    if place + 2 < len(tokens) and tokens[place].text == "(" and tokens[place + 2].text == ")":
        place += 3
    said = place + 1 < len(tokens) and tokens[place].text == ","
    if not said or not has_morph(page.tree, place + 1, page.syntax.past_participle) or place + 1 in page.named:
        return place
    for end in range(place + 2, len(tokens)):
        if tokens[end].sentence != tokens[place].sentence or has_morph(page.tree, end, page.syntax.finite):
            return place
        if tokens[end].text == "," and separator(page, end)[1]:
            return end
    return place


def separator(page: Page, place: int) -> tuple[int, bool]:
    """Where the next member may begin, and whether a joiner stands before it (not only a comma)."""
    tokens = page.tree.tokens
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
    for joiner in sorted(page.syntax.joiners, key=len, reverse=True):
        words = joiner.split()
        if [one.text.casefold() for one in tokens[place : place + len(words)]] == words:
            return place + len(words), True
    return place, False


def lead(page: Page, place: int, led: str) -> int:
    """The place behind a preposition that repeats the one before the list: "by A and by B"."""
    repeated = place < len(page.tree.tokens) and preposition(page.tree, page.syntax, place) == led
    return place + 1 if repeated and page.tree.tokens[place].pos in page.syntax.leads else place


def describes(page: Page, name: Chunk, other: Chunk) -> bool:
    """Whether a phrase without a name says what the person before the comma is."""
    return name.person and not other.named and is_title(page.tree, page.syntax, other.head)


def named_behind(page: Page, title: Chunk, other: Chunk) -> bool:
    """Whether a name behind a comma is that of the title before it: "the prime minister, A, and …"."""
    return other.person and other.bare and not title.named and is_title(page.tree, page.syntax, title.head)


def fits(page: Page, last: Chunk, following: Chunk, repeated: bool) -> bool:
    """Whether a phrase goes on with the list rather than with the genitive at the end of the member before."""
    if last.tail is None or repeated:
        return True
    kinds = [kind_of(page.tree, page.syntax, one) for one in (last.head, last.tail, following.head)]
    return bool(kinds[0] & kinds[2]) and not kinds[1] & kinds[2]


def trimmed(page: Page, members: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The members without a last one that is the subject of the verb behind it: "… with A and B protested"."""
    tree, syntax = page.tree, page.syntax
    last = members[-1]
    if len(members) < 2 or last.last >= len(tree.tokens) or not has_morph(tree, last.last, syntax.finite):
        return members
    before = members[0].first - 1
    while before >= 0 and tree.tokens[before].pos in syntax.determiners:
        before -= 1
    opens = before < 0 or tree.tokens[before].sentence != tree.tokens[last.head].sentence
    opens = opens or tree.tokens[before].dep in syntax.punctuation | syntax.complementizers | syntax.coordinators
    labels = {tree.tokens[one].dep for one in range(last.first, last.stop)}
    subject = bool(labels & (syntax.subjects | syntax.passive_subjects))
    return members[:-1] if subject and not opens else members
