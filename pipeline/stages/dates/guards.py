"""What looks like a date and is none: ages, bare numbers that count something."""

from __future__ import annotations

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Document
from pipeline.stages.dates.lexing import Item, pieces
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.places import Places

WINDOW = 24
CONTENT = ("NOUN", "PROPN", "ADJ", "NUM")


def allowed(meaning: Meaning, item: Item, document: Document, pack: DatesPack, places: Places) -> bool:
    """May this composed expression stand?"""
    if meaning.kind == "span" and _name(document.text[item.start : item.end]):
        return False
    if meaning.kind == "span" and meaning.base is None and meaning.unit == "year":
        return not _age(item, document.text, pack)
    if meaning.kind == "point" and meaning.grain == "day" and meaning.index is None and meaning.base is None:
        return meaning.weekday is not None or not _counts(item, document.text, places)
    return True


def _name(text: str) -> bool:
    """« la guerre de Trente Ans », the Thirty Years' War: a number and its unit with capitals are part of a name."""
    words = text.split()[-2:]
    return len(words) == 2 and not text.isupper() and words[1][:1].isupper() and not words[0][:1].islower()


def _age(item: Item, text: str, pack: DatesPack) -> bool:
    """52-year-old, « âgé de 19 ans », « (19 ans) », a number of years between commas."""
    before = [piece.key for piece, _ in pieces(text[max(0, item.start - WINDOW) : item.start])]
    after = [piece.key for piece, _ in pieces(text[item.end : item.end + WINDOW])]
    if any(word in pack.age_after for word in after[:2]) and (after[:1] == ["-"] or after[0] in pack.age_after):
        return True
    if any(word in pack.age_before for word in before[-2:]):
        return True
    return before[-1:] in ([","], ["("]) and after[:1] in ([","], [")"]) and before[-1:] + after[:1] != [",", ")"]


def _counts(item: Item, text: str, places: Places) -> bool:
    """« Le 12 » counts or ranks what follows it: le 12 décembre aside, « le 12 bataillon », the 5th Army."""
    here = places.index(item.end - 1)
    if here is None or here + 1 >= len(places.tokens):
        return False
    following = places.tokens[here + 1]
    return following.pos in CONTENT or text[item.end : item.end + 1] in ("-", "%", "°")
