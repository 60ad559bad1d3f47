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
