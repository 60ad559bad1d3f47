"""Drafts: a text that is being cleaned, step by step, and knows at each step where its characters stood in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.model import Run
from pipeline.text.mapping import cut, joined, raw_slice

PARTING = "\n\n"  # what stands between two paragraphs of a clean text


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start:end` of a draft by `text`. Of equal length, they stay one to one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` and its map to a raw text of `limit` characters."""

    text: str
    runs: tuple[Run, ...]
    limit: int

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft after `edits`, which rise and do not overlap; linear in the text (times a logarithm)."""
        listed = [edit for edit in edits if edit.start < edit.end or edit.text]
        if not listed:
            return self
        pieces = list(self._pieces(listed))
        return Draft("".join(text for text, _ in pieces), joined(run for _, runs in pieces for run in runs), self.limit)

    def translated(self, table: Mapping[int, str]) -> Draft:
        """The draft with characters replaced one to one; `table` maps code points to single characters."""
        return Draft(self.text.translate(table), self.runs, self.limit)

    def _pieces(self, edits: list[Edit]) -> Iterator[tuple[str, tuple[Run, ...]]]:
        done = place = 0
        for edit in edits:
            if edit.start < done:
                raise ValueError(f"edit {edit} overlaps the one before it")
            yield self.text[done : edit.start], tuple(cut(self.runs, done, edit.start, place, self.limit))
            place += edit.start - done
            yield edit.text, self._replaced(edit, place)
            place += len(edit.text)
            done = edit.end
        yield self.text[done:], tuple(cut(self.runs, done, len(self.text), place, self.limit))

    def _replaced(self, edit: Edit, place: int) -> tuple[Run, ...]:
        if len(edit.text) == edit.end - edit.start:
            return tuple(cut(self.runs, edit.start, edit.end, place, self.limit))
        if not edit.text:
            return ()
        low, high = self._behind(edit)
        return Run(place, low, 0), Run(place + len(edit.text), high, 0)

    def _behind(self, edit: Edit) -> tuple[int, int]:
        """The raw slice behind an edit; an insertion stands where the character before it ends, or in its gap."""
        if edit.start < edit.end:
            return raw_slice(self.runs, edit.start, edit.end, self.limit)
        before = raw_slice(self.runs, edit.start - 1, edit.start, self.limit)[1] if edit.start else 0
        after = raw_slice(self.runs, edit.start, edit.start, self.limit)[0]
        return min(before, after), before


def draft(raw: str) -> Draft:
    """The draft that `raw` begins as: every character stands for itself."""
    return Draft(raw, (Run(0, 0, len(raw)),) if raw else (), len(raw))
