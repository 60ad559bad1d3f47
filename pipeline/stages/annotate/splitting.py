"""Mends the model's sentence boundaries where they are clearly wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.knowledge.annotate import AnnotatePack

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLOSING = frozenset("\"'”»)]’")
_ENDS = frozenset(".!?…:;")


def mended(doc: Doc, pack: AnnotatePack) -> list[int]:
    """For each token of `doc` the number of its sentence, wrong boundaries taken away."""
    numbers: list[int] = []
    number = -1
    for sentence in doc.sents:
        if number < 0 or not _false_start(doc, sentence.start, pack):
            number += 1
        numbers.extend([number] * len(sentence))
    return numbers


def bounded(doc: Doc) -> Doc:
    """`doc` with the places marked where the parser may begin no sentence: words that no stop and no line end precedes.

    A parser that may not cut a name (« Zine El Abidine Ben Ali ») also reads its words as one.
    """
    for word in doc[1:]:
        if word.text[:1].isalpha() and not _may_start(doc, word.i):
            word.is_sent_start = False
    return doc


def _may_start(doc: Doc, index: int) -> bool:
    before = doc[index - 1]
    if before.is_space:
        return "\n" in before.text or index < 2 or _may_start(doc, index - 1)
    return not before.text[-1:].isalnum()


def _false_start(doc: Doc, start: int, pack: AnnotatePack) -> bool:
    """No sentence starts here: after an abbreviation, at a closing mark, or in small letters with no stop before."""
    word = doc[start]
    before = next((doc[i] for i in range(start - 1, -1, -1) if not doc[i].is_space), None)
    if before is None:
        return False
    if word.text in _CLOSING or (word.is_punct and word.text not in '«“"‘([—–-•*'):
        return True
    if before.lower_ in pack.abbreviations:
        return True
    glued = before.idx + len(before.text) == word.idx
    if glued and before.text[-1:] not in _ENDS and before.text not in _CLOSING:
        return True
    return bool(word.text[:1].islower() and before.text[-1:] not in _ENDS and before.text not in _CLOSING)
