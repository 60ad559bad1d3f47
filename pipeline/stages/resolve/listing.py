"""Names that stand together: *A, the B and C*."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.stages.resolve.discourse import Discourse
from pipeline.stages.resolve.named import Place


def listed(discourse: Discourse, index: int) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The names that stand from the token on with nothing but articles, commas and conjunctions between."""
    tokens, starts = discourse.view.tokens, {place[0]: place for place in sorted(discourse.actors.exact)}
    while index < len(tokens) and (tokens[index].start in starts or _joins(discourse, index)):
        place = starts.get(tokens[index].start)
        if place is None:
            index += 1
        else:
            yield place, discourse.actors.at(*place)
            index = discourse.view.indices(*place).stop


def _joins(discourse: Discourse, index: int) -> bool:
    """An article, a comma or a conjunction."""
    token = discourse.view.tokens[index]
    return token.text == "," or token.pos in ("DET", "CCONJ")
