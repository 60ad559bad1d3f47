"""Four novels in English and French with hand-made sentence alignments (TransRead): read, and scored bead by bead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml import etree

from pipeline.stages.align.encoder import centre, centred, encode
from pipeline.stages.align.parallel import Bead, Text

FOLDER = Path("align") / "novels-dev"
PARSER = etree.XMLParser(recover=True, load_dtd=False, no_network=True, resolve_entities=False)

Joined = tuple[int, int, int, int]


@dataclass(frozen=True)
class Novel:
    """The English text (left), the French one (right), and the gold beads in order, as (left, right) sizes."""

    name: str
    left: Text
    right: Text
    gold: tuple[tuple[int, int], ...]


def read_novels(data: Path) -> list[Novel]:
    """All novels under `data` (shared/data), by name; none where they are missing."""
    return [read_novel(folder) for folder in sorted((data / FOLDER).glob("*_EN-FR"))]


def read_novel(folder: Path) -> Novel:
    """One novel."""
    sizes = tuple(
        (len(left.split()), len(right.split()))
        for link in etree.parse(next(folder.glob("*_sent_align_en-fr.xml")), PARSER).iter("link")
        for left, right in [link.get("xtargets").split(";")]
    )
    left, right = (read_text(next(folder.glob(f"cut_*_{language}.xml"))) for language in ("en", "fr"))
    return Novel(folder.name.removesuffix("_EN-FR"), left, right, sizes)


def read_text(path: Path) -> Text:
    """The sentences of one side; an id such as 438.1 is the first sentence of paragraph 438."""
    sentences, paragraphs = [], []
    for sentence in etree.parse(path, PARSER).iter("s"):
        sentences.append(plain(" ".join(word.text or "" for word in sentence.iter("w"))))
        paragraphs.append(sentence.get("id").split(".")[0])
    return text_of(sentences, [at == 0 or one != paragraphs[at - 1] for at, one in enumerate(paragraphs)])


def plain(tokens: str) -> str:
    """Running text from tokens with spaces between them."""
    close = re.sub(r" (['’]) ?", r"\1", tokens)
    return re.sub(r"([(\[]) ", r"\1", re.sub(r" ([.,;:!?)\]])", r"\1", close))


def text_of(sentences: Sequence[str], opens: Sequence[bool]) -> Text:
    """The text of some sentences, their vectors centred on it."""
    raw = encode(sentences)
    return Text(sentences, centred(raw, centre(raw)), np.array(opens, dtype=bool))


def joined(sizes: Iterable[tuple[int, int]]) -> set[Joined]:
    """Where the beads with something on both sides begin and end: (left, left end, right, right end)."""
    found, left, right = set(), 0, 0
    for ours, theirs in sizes:
        if ours and theirs:
            found.add((left, left + ours, right, right + theirs))
        left, right = left + ours, right + theirs
    return found


def place(bead: Bead) -> Joined:
    """The same of one bead."""
    return bead.left.start, bead.left.stop, bead.right.start, bead.right.stop
