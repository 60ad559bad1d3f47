"""Who says it: the author, somebody the author cites, or nobody in particular.

Method: every source of an attribution (reporting verbs, nouns of speech, *according to*, quotes, hearsay) is found with
the tokens of its content; whose statement a predicate is follows from the contents that it stands in, the widest one
outermost, so that nesting needs no rule of its own. After PolNeAR's source–cue–content (Newell et al. 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Holder, Span
from pipeline.stages.claims.attribution import Attribution
from pipeline.stages.claims.quotes import attribute_quotes, find_quotes
from pipeline.stages.claims.reporting import incised, reporting_verbs
from pipeline.stages.claims.sources import hearsay, sources, speech_nouns
from pipeline.stages.claims.tree import Tree

AUTHOR = Holder(kind="author")


@dataclass(frozen=True)
class Attributions:
    """All attributions of one document, wider contents first."""

    found: tuple[Attribution, ...] = ()

    def holder_of(self, anchor: int) -> tuple[Holder, str | None, tuple[Span, ...]]:
        """Whose statement the predicate at token `anchor` is, the cue and its spans; the author by default."""
        chain = self.chain_of(anchor)
        if not chain:
            return AUTHOR, None, ()
        return nested(chain), chain[-1].cue, chain[-1].cue_spans

    def chain_of(self, anchor: int) -> list[Attribution]:
        """The attributions whose content holds token `anchor`, outermost first."""
        chain: list[Attribution] = []
        for one in self._over.get(anchor, ()):
            chain = [other for other in chain if not _same(one, other)] + [one]
        return chain

    @cached_property
    def _over(self) -> dict[int, list[Attribution]]:
        """Token → the attributions whose content holds it, in order."""
        found: dict[int, list[Attribution]] = {}
        for one in self.found:
            for token in one.content:
                found.setdefault(token, []).append(one)
        return found


def nested(chain: list[Attribution]) -> Holder:
    """The innermost holder of `chain` (not empty), each within the next outer one."""
    holder = chain[0].holder
    for one in chain[1:]:
        holder = replace(one.holder, within=holder)
    return holder


def find_attributions(tree: Tree, annotation: Annotation, pack: Pack) -> Attributions:
    """Everything in the document that is given to somebody else than the author."""
    quotes = find_quotes(annotation, pack)
    found = [
        *reporting_verbs(tree, pack),
        *incised(tree, pack),
        *speech_nouns(tree, pack),
        *sources(tree, annotation, pack),
    ]
    # A conditional of rumour under a named source is that source's word.
    found += [one for one in hearsay(tree, pack) if not any(one.place in other.content for other in found)]
    found = [_parted(tree, one, pack) for one in found]
    found = attribute_quotes(tree, annotation, pack, quotes, found)
    kept = [one for one in found if one.content]
    return Attributions(tuple(sorted(kept, key=lambda one: (-len(one.content), one.place, one.cue))))


def _parted(tree: Tree, one: Attribution, pack: Pack) -> Attribution:
    """The attribution without what a semicolon parts from its cue, or a colon before it."""
    marks, content = pack.holders.breaks, one.content or frozenset({one.place})
    reach = range(min(min(content), one.place), max(max(content), one.place))
    breaks = [index for index in reach if tree.tokens[index].text in marks]
    breaks += [index for index in reach if index < one.place and tree.tokens[index].text in pack.holders.colons]
    low = max((index for index in breaks if index < one.place), default=-1)
    high = min((index for index in breaks if index > one.place), default=len(tree.tokens))
    return replace(one, content=frozenset(index for index in one.content if low < index < high))


def _same(one: Attribution, other: Attribution) -> bool:
    """The same holder told twice (*said*, and the quotation marks) nests in nobody."""
    return one.place == other.place or (one.holder.span is not None and one.holder.span == other.holder.span)
