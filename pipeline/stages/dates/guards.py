"""What looks like a date and is none: ages, bare numbers that count something."""

from __future__ import annotations

from pipeline.knowledge.dates import DatesPack
from pipeline.model import Document
from pipeline.stages.dates.lexing import DASHES, Item, pieces
from pipeline.stages.dates.meaning import Meaning
from pipeline.stages.dates.places import Places

WINDOW = 24
OPENING = tuple("\"'«“‘„‹")
CLOSING = tuple("\"'»”’“›")
NEAR = 5
CONTENT = ("NOUN", "PROPN", "ADJ", "NUM")


def allowed(meaning: Meaning, item: Item, document: Document, pack: DatesPack, places: Places) -> bool:
    """May this composed expression stand?"""
    if _quoted(item, document.text) or _programme(meaning, item, document.text, places):
        return False
    bare = meaning.kind == "point" and meaning.year is None and meaning.base is None and meaning.day is None
    if bare and _called(meaning, item, document.text, pack, places):
        return False
    if meaning.kind == "point" and meaning.grain == "season" and meaning.year is None and _thing(item, pack, places):
        return False
    if meaning.kind == "point" and meaning.clock and _verse(item, places):
        return False
    if meaning.kind == "span" and _tiny(meaning, item, pack, places):
        return False
    if (
        meaning.kind == "span"
        and meaning.unit == "quarter"
        and meaning.number == 1
        and _fraction(item, document.text, pack)
    ):
        return False
    if meaning.kind == "span" and _name(document.text[item.start : item.end]):
        return False
    if meaning.kind == "span" and meaning.base is None and meaning.unit == "year":
        return not _age(item, document.text, pack, places)
    if meaning.kind == "point" and meaning.grain == "day" and meaning.index is None and meaning.base is None:
        return meaning.weekday is not None or not _counts(item, document.text, places)
    return True


def _quoted(item: Item, text: str) -> bool:
    """The film "1984", the word « printemps »: what stands alone between quotes is a title or a word."""
    before, after = text[max(0, item.start - 2) : item.start].strip(), text[item.end : item.end + 2].strip()
    return before[-1:] in OPENING and after[:1] in CLOSING and " " not in text[item.start : item.end]


def _programme(meaning: Meaning, item: Item, text: str, places: Places) -> bool:
    """ABC's This Week, VOA Today: a deictic phrase whose words all have capitals is what something is called."""
    words = text[item.start : item.end].split()
    told = meaning.base == "now" and meaning.weekday is None and meaning.grain in ("day", "week", "year")
    if not told or not all(word.istitle() for word in words):
        return False
    here = places.index(item.start)
    return len(words) > 1 or (bool(here) and here is not None and places.tokens[here - 1].pos == "PROPN")


def _fraction(item: Item, text: str, pack: DatesPack) -> bool:
    """A quarter of the market."""
    after = pieces(text[item.end : item.end + WINDOW])
    return bool(after) and after[0][0].key in pack.fraction_before


def _called(meaning: Meaning, item: Item, text: str, pack: DatesPack, places: Places) -> bool:
    """Mrs May, April Day, Spring Valley, the March Hare: a month, a weekday or a season that somebody is called by."""
    start = item.end - len(text[item.start : item.end].split()[-1])
    if not text[start].isupper() or any(letter.isdigit() for letter in text[item.start : item.end]):
        return False
    if places.titled(start) or places.in_name(start, item.end):
        return True
    here = places.index(start)
    if here and meaning.weekday is None and places.tokens[here - 1].text.casefold() in pack.called:
        return True
    if "month" in item.kinds and here is not None and _label(here, places):
        return True
    if here is None or places.tokens[here].dep not in pack.name_parts or meaning.weekday is not None:
        return False
    head = places.tokens[places.tokens[here].head]
    return head.start > start and head.pos == "PROPN" and head.text.casefold() not in pack.event_nouns


def _label(here: int, places: Places) -> bool:
    """The column MAR: capitals that no neighbour shares."""
    near = [places.tokens[at].text for at in (here - 1, here + 1) if 0 <= at < len(places.tokens)]
    return places.tokens[here].text.isupper() and not any(text.isupper() and len(text) > 1 for text in near)


def _thing(item: Item, pack: DatesPack, places: Places) -> bool:
    """A door spring, an unlucky fall: what stands before a form that is often a thing makes it one."""
    here = places.index(item.start)
    if here is None or here == 0 or places.tokens[here].text.casefold() not in pack.weak:
        return False
    return places.tokens[here - 1].pos in ("ADJ", "NOUN", "VERB") and not item.kinds.get("edge")


def _verse(item: Item, places: Places) -> bool:
    """Luke 12:22: figures right after a name are no time of day."""
    here = places.index(item.start)
    return here is not None and here > 0 and places.tokens[here - 1].pos == "PROPN" and ":" in places.tokens[here].text


def _tiny(meaning: Meaning, item: Item, pack: DatesPack, places: Places) -> bool:
    """A minute crystal: one unit of the clock right before a noun is an adjective."""
    here = places.index(item.end - 1)
    if meaning.unit not in ("minute", "second") or meaning.number != 1 or here is None:
        return False
    return here + 1 < len(places.tokens) and places.tokens[here + 1].pos == "NOUN" and pack.months_capital


def _name(text: str) -> bool:
    """« la guerre de Trente Ans », the Thirty Years' War: a number and its unit with capitals are part of a name."""
    words = text.split()[-2:]
    return len(words) == 2 and not text.isupper() and words[1][:1].isupper() and not words[0][:1].islower()


def _age(item: Item, text: str, pack: DatesPack, places: Places) -> bool:
    """52-year-old, « âgé de 19 ans », « (19 ans) », « un enfant de deux ans », « les 6-16 ans »."""
    before = [piece.key for piece, _ in pieces(text[max(0, item.start - WINDOW) : item.start])]
    after = [piece.key for piece, _ in pieces(text[item.end : item.end + WINDOW])]
    if any(word in pack.age_after for word in after[:2]) and (after[:1] == ["-"] or after[0] in pack.age_after):
        return True
    if any(word in pack.age_before for word in before[-2:]):
        return True
    if _of_someone(before, pack) or _age_group(before, after, pack):
        return True
    if before[-1:] == [","] and after[:1] in (["."], []):
        here = places.index(item.start)
        return here is not None and here > 1 and places.tokens[here - 2].pos == "PROPN"
    return before[-1:] in ([","], ["("]) and after[:1] in ([","], [")"]) and before[-1:] + after[:1] != [",", ")"]


def _of_someone(before: list[str], pack: DatesPack) -> bool:
    """« une femme d'une trentaine d'années », children of six: a person's noun a few words before."""
    return any(word in pack.age_nouns for word in before[-NEAR:])


def _age_group(before: list[str], after: list[str], pack: DatesPack) -> bool:
    """« les 6-16 ans »: a range of years right after an article."""
    if before[-1:] and before[-1] in DASHES and before[-2:-1] and before[-2].isdigit():
        return bool(before[-3:-2]) and before[-3] in pack.age_group
    ranged = len(after) > 1 and after[0] in DASHES and after[1].isdigit()
    return ranged and bool(before) and before[-1] in pack.age_group


def _counts(item: Item, text: str, places: Places) -> bool:
    """« Le 12 » counts or ranks what follows it: le 12 décembre aside, « le 12 bataillon », the 5th Army."""
    here = places.index(item.end - 1)
    if here is None or here + 1 >= len(places.tokens):
        return False
    following = places.tokens[here + 1]
    return following.pos in CONTENT or text[item.end : item.end + 1] in ("-", "%", "°")
