"""Which mode fits two documents: one translates the other, or both tell of the same things in their own way.

What corpus.toml and the file names say is a hint; what decides is how much the parallel aligner can cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import PurePath

import numpy as np

from pipeline.knowledge.aligner import AlignerModel
from pipeline.model import Document, Issue
from pipeline.stages.align.comparable import Side
from pipeline.stages.align.encoder import centre, centred
from pipeline.stages.align.parallel import Parallel, Text, parallel

TRANSLATED = 0.7  # coverage from which one text is taken for a translation of the other
CONFIRMED = 0.4  # the same where corpus.toml says so
DOUBTFUL = (0.4, 0.8)  # coverage in which a person is asked, unless corpus.toml has answered
LOPSIDED = 4.0  # how many times longer, in sentences, a text may be than its translation


def declared(ours: Document, theirs: Document) -> bool:
    """corpus.toml says that one translates the other."""
    return names(ours, theirs.translation_of) or names(theirs, ours.translation_of)


def names(document: Document, path: str | None) -> bool:
    """`path` is what `document` or one of its copies is called."""
    return path is not None and path in (document.path, *document.copies)


def alike(ours: Document, theirs: Document) -> bool:
    """The two are called the same but for their language: `NAME.fr.txt`, `NAME.en.md`."""
    return stem(ours) is not None and stem(ours) == stem(theirs)


def stem(document: Document) -> str | None:
    """`NAME` of `NAME.fr.txt`, with its folders; None where the name tells no language."""
    path = PurePath(document.path)
    first, _, code = path.stem.rpartition(".")
    return str(path.with_name(first)) if first and code.lower() == document.language else None


def hinted_pairs(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Pairs of ids that corpus.toml or the names say belong together, the language first in the alphabet left."""
    groups: dict[str, list[Document]] = {}
    for one in documents:
        for key in (stem(one), one.path, *one.copies, one.translation_of):
            if key is not None:
                groups.setdefault(key, []).append(one)
    for group in groups.values():
        for ours, theirs in combinations(sorted(group, key=lambda one: (one.language, one.id)), 2):
            if ours.language != theirs.language and (declared(ours, theirs) or alike(ours, theirs)):
                yield ours.id, theirs.id


def text_of(side: Side) -> Text:
    """A document's sentences for the parallel aligner; vectors centred on the document."""
    vectors = np.asarray(side.vectors)
    opens = np.array([one.opens for one in side.passages], dtype=bool)
    return Text([one.text for one in side.passages], centred(vectors, centre(vectors)), opens)


def attempt(left: Side, right: Side, model: AlignerModel) -> Parallel | None:
    """The two aligned as if one translated the other; None where their lengths alone forbid it."""
    sizes = sorted((len(left.passages), len(right.passages)))
    if not sizes[0] or sizes[1] > LOPSIDED * sizes[0]:
        return None
    return parallel(text_of(left), text_of(right), model)


def translated(ours: Document, theirs: Document, found: Parallel) -> bool:
    """Enough is covered."""
    return found.coverage >= (CONFIRMED if declared(ours, theirs) else TRANSLATED)


def doubts(ours: Document, theirs: Document, found: Parallel | None) -> Iterator[Issue]:
    """What a person should look at: a declared translation that is none, or a coverage that leaves it open."""
    coverage = found.coverage if found else 0.0
    taken = found is not None and translated(ours, theirs, found)
    told = f"{coverage:.0%} of {ours.path} and {theirs.path} agree sentence by sentence"
    if declared(ours, theirs):
        if not taken:
            yield issue(
                "translation-unconfirmed",
                f"{told}: they are declared translations and were compared as texts on one subject",
                "Check translation_of in corpus.toml, or whether one of the files is cut",
                ours,
                theirs,
            )
    elif DOUBTFUL[0] <= coverage <= DOUBTFUL[1]:
        kind = "a translation" if taken else "texts on one subject"
        yield issue(
            "translation-doubtful",
            f"{told}: they were taken for {kind}",
            "If one translates the other, say so with translation_of in corpus.toml",
            ours,
            theirs,
        )


def issue(kind: str, message: str, remedy: str, ours: Document, theirs: Document) -> Issue:
    """An issue about two documents."""
    return Issue(stage="align", kind=kind, message=message, remedy=remedy, path=ours.path, about=(ours.id, theirs.id))
