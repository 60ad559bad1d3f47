"""Spans, times and quantities as the contract writes them, in the original files' coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.model import Document, Quantity, Reading, Span, Temporal
from pipeline.text import locate

Json = dict[str, Any]


@dataclass(frozen=True)
class Originals:
    """The documents of a corpus by id: turns clean-text spans into evidence."""

    documents: Mapping[str, Document]

    def span(self, span: Span, role: str | None = None) -> Json:
        """`span` in the original file: code points, bytes and quote."""
        evidence = locate(self.documents[span.document], span, role)
        written: Json = {
            "document": evidence.document,
            "start": evidence.start,
            "end": evidence.end,
            "byte_start": evidence.byte_start,
            "byte_end": evidence.byte_end,
            "quote": evidence.quote,
        }
        return written | ({"role": role} if role else {})

    def spans(self, spans: Iterable[Span], role: str | None = None) -> list[Json]:
        """Each of `spans`, in order."""
        return [self.span(one, role) for one in spans]

    def time(self, time: Temporal | None) -> Json | None:
        """A time of the contract; `anchor` is the span that a relative one counts from, or why one was inferred."""
        if time is None:
            return None
        anchor: Json | list[str] | None = self.span(time.anchor) if time.anchor else None
        return {
            "edtf": time.edtf,
            "from": time.earliest,
            "to": time.latest,
            "basis": time.basis,
            "span": self.span(time.span) if time.span else None,
            "anchor": list(time.reasons) if time.basis == "inferred" else anchor,
            "text": time.text,
            "timex": time.timex,
            "mod": time.mod,
            "relation": time.relation,
        }

    def quantity(self, quantity: Quantity | None) -> Json | None:
        """A quantity of the contract: value × scale unit, with its own span."""
        if quantity is None:
            return None
        return {
            "value": quantity.value,
            "scale": quantity.scale,
            "unit": quantity.unit,
            "approximate": quantity.approximate,
            "upper": quantity.upper,
            "comparison": quantity.comparison,
            "per": quantity.per,
            "span": self.span(quantity.span),
        }


def originals(readings: Iterable[Reading]) -> Originals:
    """The documents behind `readings`."""
    return Originals({reading.document.id: reading.document for reading in readings})
