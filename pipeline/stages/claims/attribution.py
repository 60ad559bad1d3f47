"""An attribution, and the phrase that names its holder."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.knowledge.pack import Pack
from pipeline.model import Holder, Span
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

NOBODY = Holder(kind="unspecified")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`holder` is given the tokens in `content` by the words `cue` at `cue_spans`; `place` is the cue's token.

    `kind` is `clause`, `phrase` (a noun phrase is its content), `judgement`, `quote` or `hearsay`.
    """

    holder: Holder
    content: frozenset[int]
    cue: str
    cue_spans: tuple[Span, ...]
    place: int
    kind: str


def attribute(
    tree: Tree, holder: Holder, content: frozenset[int], cue: tuple[int, int], place: int, kind: str
) -> Attribution:
    """An attribution whose cue is the token range `cue` (first, last inclusive)."""
    text = " ".join(token.text for token in tree.tokens[cue[0] : cue[1] + 1])
    return Attribution(holder, content, text, (tree.span(list(cue)),), place, kind)


def hold(tree: Tree, head: int, pack: Pack) -> Holder:
    """The holder whose noun phrase `head` heads; nobody in particular for *it*, « on »."""
    token = tree.tokens[head]
    if token.dep.startswith("expl") or listed(token, pack.holders.nobody):
        return NOBODY
    members, mention = phrase(tree, head, pack), tree.mention_at.get(head)
    if mention is not None:
        named = [i for i in range(head - 12, head + 1) if i >= 0 and tree.tokens[i].start >= mention.span.start]
        members = sorted({*members, *named})
    span = tree.span(members)
    return Holder(kind="actor", span=span, text=_written(tree, members), mention=mention)


def is_author(tree: Tree, head: int, pack: Pack) -> bool:
    """*We*, or the text itself (*this memo argues*): the author speaks."""
    token = tree.tokens[head]
    pointed = any("PronType=Dem" in tree.tokens[one].morph for one in tree.children[head] if one < head)
    return listed(token, pack.holders.author) or (pointed and listed(token, pack.holders.texts))


def phrase(tree: Tree, head: int, pack: Pack) -> list[int]:
    """The tokens of the noun phrase of `head` without clauses, appositions and the preposition before it."""
    apart = set(pack.holders.set_apart) | pack.syntax.cases
    members, queue = [head], [head]
    while queue:
        for child in tree.children[queue.pop()]:
            token = tree.tokens[child]
            after = token.dep in pack.syntax.cases and child > head
            if token.dep in apart and not after and not _titled(tree, head, child, pack):
                continue
            if child < head and token.dep in pack.syntax.markers:
                continue
            members.append(child)
            queue.append(child)
    return _unbroken(sorted(members), head, tree, pack)


def _titled(tree: Tree, head: int, child: int, pack: Pack) -> bool:
    """A name right behind the noun of an office (« la commissaire Wallström »)."""
    return (
        tree.tokens[child].dep in pack.syntax.appositions
        and child in tree.mention_at
        and child - head <= 2
        and (min(tree.below(child)) == head + 1 and tree.tokens[child].pos == "PROPN")
    )


def _unbroken(members: list[int], head: int, tree: Tree, pack: Pack) -> list[int]:
    """The run of tokens around the head, gaps of one punctuation mark allowed, a closing genitive mark cut off."""
    run = [head]
    for one in (one for one in members if one > head):
        if not _joined(tree, run[-1], one, pack):
            break
        run.append(one)
    for one in reversed([one for one in members if one < head]):
        if not _joined(tree, one, run[0], pack):
            break
        run.insert(0, one)
    while len(run) > 1 and listed(tree.tokens[run[-1]], pack.holders.genitive_marks):
        run.pop()
    return run


def _joined(tree: Tree, left: int, right: int, pack: Pack) -> bool:
    """Whether two tokens stand together, at most one mark that is no bracket between them."""
    opening = {pair[0] for pair in pack.holders.brackets}
    return right - left <= 2 and not any(token.text in opening for token in tree.tokens[left + 1 : right + 1])


def _written(tree: Tree, members: list[int]) -> str:
    """The text from the first to the last of `members`, spaced as in the document."""
    parts: list[str] = []
    for index in range(members[0], members[-1] + 1):
        token = tree.tokens[index]
        if parts and tree.tokens[index - 1].end < token.start:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
