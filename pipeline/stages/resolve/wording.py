"""Known words in a text: a form of several words may have an adjective between (« ministère turc des Affaires … »)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.resolve.keys import folded
from pipeline.stages.resolve.views import View


def spelled(view: View, first: int, words: Sequence[str]) -> tuple[int, ...]:
    """The tokens that spell `words` by form or lemma from `first` on; one adjective may stand between two. Empty where
    they do not."""
    found: list[int] = []
    index = first
    for word in words:
        if found and not _reads(view, index, word) and index < len(view.tokens) and view.tokens[index].pos == "ADJ":
            index += 1
        if not _reads(view, index, word):
            return ()
        found.append(index)
        index += 1
    return tuple(found)


def around(view: View, index: int, words: Sequence[str]) -> tuple[int, ...]:
    """The tokens that spell `words` with the token at `index` among them."""
    for first in range(index, max(-1, index - len(words) - 1), -1):
        found = spelled(view, first, words)
        if index in found:
            return found
    return ()


def _reads(view: View, index: int, word: str) -> bool:
    return index < len(view.tokens) and word in (view.lemmas[index], folded(view.tokens[index].text))
