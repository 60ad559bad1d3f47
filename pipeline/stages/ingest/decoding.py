"""Bytes to text: the byte order mark, else strict UTF-8, else UTF-16 by its zeros, else the code page whose letters the
languages of the house would write (right on all samples measured, where general detectors were right on half)."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.knowledge.ingest import IngestPack
from pipeline.model import Issue
from pipeline.stages.ingest.broken import BrokenDocument

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODE_PAGES = ("cp1252", "mac_roman", "cp850", "iso-8859-15")
AS_UTF8 = "Save it as UTF-8 text and put it back"
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
FOREIGN = re.compile(r"(?s)(.?)([^\x00-\x7f])")
SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """`raw` is exactly `data.decode(encoding)`: a byte order mark stays its first character."""

    raw: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode(path: str, data: bytes, packs: Iterable[IngestPack]) -> Decoded:
    """The text of a file. Raises BrokenDocument for an empty file, bytes that are no text, a broken encoding."""
    if not data.strip():
        raise BrokenDocument(path, "", "the file is empty", "Put the text in, or take the file out of the corpus")
    decoded = _marked(path, data) or _unmarked(path, data, tuple(packs))
    _refuse_binary(path, decoded)
    return decoded


def _marked(path: str, data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(path, data, encoding), encoding)
    return None


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenDocument(path, f"byte {error.start}", f"is not {encoding} as its mark says", AS_UTF8) from error


def _unmarked(path: str, data: bytes, packs: tuple[IngestPack, ...]) -> Decoded:
    try:
        if 0 not in data:
            return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _code_page(path, data, packs, error.start)
    wide = _wide(data)
    if wide is None:
        raise BrokenDocument(path, f"byte {data.index(0)}", "has a NUL byte: this is no text", AS_UTF8)
    return Decoded(_strictly(path, data, wide), wide)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by its zeros: Latin text has them in every other byte."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _code_page(path: str, data: bytes, packs: tuple[IngestPack, ...], place: int) -> Decoded:
    """The code page with the best score. Raises BrokenDocument where none makes sense of the letters, or where the
    bytes are UTF-8 for the most part: then a few are damaged, and every other reading would be worse."""
    sequences = sum(len(found) for found in SEQUENCE.findall(data))
    if 2 * sequences > sum(byte > 0x7F for byte in data):
        raise BrokenDocument(path, f"byte {place}", "is not UTF-8, as the rest of the file is", AS_UTF8)
    scored = [
        (max((_score(text, pack) for pack in packs), default=0), -order, text)
        for order, text in enumerate(_readings(data))
        if text is not None
    ]
    best, order, raw = max(scored, key=lambda entry: entry[:2])
    if best < 0:
        problem = "is not UTF-8, and no other encoding gives letters of a known language"
        raise BrokenDocument(path, f"byte {place}", problem, AS_UTF8)
    rivals = [CODE_PAGES[-other] for score, other, text in scored if score == best and text != raw]
    return Decoded(raw, CODE_PAGES[-order], _uncertain(path, CODE_PAGES[-order], rivals))


def _readings(data: bytes) -> Iterable[str | None]:
    for encoding in CODE_PAGES:
        try:
            yield data.decode(encoding)
        except UnicodeDecodeError:  # a byte that this code page leaves undefined rules it out
            yield None


def _score(text: str, pack: IngestPack) -> int:
    """How well the characters beyond ASCII suit the language: a letter of it counts for, a stray sign against."""
    pairs = Counter((found[1], found[2]) for found in FOREIGN.finditer(text))
    return sum(_weight(before, character, pack) * count for (before, character), count in pairs.items())


def _weight(before: str, character: str, pack: IngestPack) -> int:
    if character in pack.signs:
        return 1
    if not character.isalpha() or (character.isupper() and before.islower()):
        return -2
    return 1 if character.lower() in pack.letters else -1


def _uncertain(path: str, encoding: str, rivals: list[str]) -> tuple[Issue, ...]:
    if not rivals:
        return ()
    message = f"read as {encoding}, but {' or '.join(rivals)} would suit as well"
    return (Issue("ingest", "encoding", message, AS_UTF8, path),)


def _refuse_binary(path: str, decoded: Decoded) -> None:
    """Refuses text with a NUL character, or with more than one control character in a hundred."""
    controls = CONTROLS.findall(decoded.raw)
    if "\0" in controls or len(controls) > MOST_CONTROLS * len(decoded.raw):
        found = CONTROLS.search(decoded.raw if "\0" not in controls else decoded.raw[decoded.raw.index("\0") :])
        shift = decoded.raw.index("\0") if "\0" in controls else 0
        before = decoded.raw[: shift + (found.start() if found else 0)]
        problem = f"has {len(controls)} control characters: this is no text"
        raise BrokenDocument(path, f"byte {len(before.encode(decoded.encoding))}", problem, AS_UTF8)
