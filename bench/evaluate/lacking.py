"""Parallel texts of which one lacks a chapter, or much more: novels whose beads are known, less a part of one side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bench.evaluate.novels import Novel
from pipeline.stages.align.parallel import Text

Sizes = Sequence[tuple[int, int]]


def lacking(novel: Novel, side: int, share: float) -> Novel:
    """The novel less a `share` (0–1) of one side (0 left, 1 right), taken from its middle."""
    text = (novel.left, novel.right)[side]
    size = len(text.sentences)
    gone = range(int(size * (1 - share) / 2), int(size * (1 + share) / 2))
    gold = tuple(parted(novel.gold, side, gone))
    kept = part(text, [at for at in range(size) if at not in gone])
    return replace(novel, gold=gold, left=novel.left if side else kept, right=kept if side else novel.right)


def part(text: Text, kept: Sequence[int]) -> Text:
    """Some sentences of a text."""
    return Text([text.sentences[at] for at in kept], text.vectors[kept], np.asarray(text.opens)[kept])


def parted(gold: Sizes, side: int, gone: range) -> Iterator[tuple[int, int]]:
    """The beads when the sentences `gone` of one side are: what loses one joins nothing any more."""
    at = 0
    for bead in gold:
        kept = sum(place not in gone for place in range(at, at + bead[side]))
        at += bead[side]
        if kept == bead[side]:
            yield bead
        else:
            left, right = (bead[0], kept) if side else (kept, bead[1])
            yield left, 0
            yield 0, right
