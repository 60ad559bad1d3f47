"""Clean spans map back to code points and bytes of the original, in every encoding."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Document, Head, Span
from pipeline.text import Draft, Edit, draft, locate
from pipeline.text.mapping import raw_slice

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252", "mac_roman", "cp850", "iso-8859-15")
CHARACTERS = st.sampled_from(list("abc éÉçœ’-\r\n\t\u00a0\ufeff😀ﬁ𝕏"))


def document(raw: str, encoding: str, cleaned: Draft) -> Document:
    return Document(
        id="doc-1",
        path="a.txt",
        sha256="",
        language="fr",
        encoding=encoding,
        characters=len(raw),
        bytes=len(raw.encode(encoding)),
        raw=raw,
        text=cleaned.text,
        runs=cleaned.runs,
        sections=(),
        head=Head(),
    )


@st.composite
def edits(draw, text: str) -> list[Edit]:
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(st.text(alphabet="xyz\n ", max_size=3))) for start, end in pairs]


@st.composite
def cleaned(draw, rounds: int = 3) -> tuple[str, Draft]:
    raw = draw(st.text(alphabet=CHARACTERS, max_size=60))
    result = draft(raw)
    for _ in range(draw(st.integers(0, rounds))):
        result = result.edited(draw(edits(result.text)))
    return raw, result


@given(cleaned(), st.sampled_from(ENCODINGS), st.data())
def test_every_span_quotes_the_original_in_characters_and_bytes(case, encoding, data):
    raw, clean = case
    raw_encoded = "".join(c for c in raw if c.encode(encoding, "ignore"))
    if raw_encoded != raw:
        return
    found = document(raw, encoding, clean)
    start = data.draw(st.integers(0, len(clean.text)))
    end = data.draw(st.integers(start, len(clean.text)))
    evidence = locate(found, Span("doc-1", start, end), "evidence")
    assert evidence.quote == raw[evidence.start : evidence.end]
    assert raw.encode(encoding)[evidence.byte_start : evidence.byte_end].decode(encoding) == evidence.quote
    assert evidence.role == "evidence"


@given(cleaned())
def test_slices_rise_and_a_span_covers_exactly_what_its_characters_cover(case):
    raw, clean = case
    slices = [raw_slice(clean.runs, place, place + 1, len(raw)) for place in range(len(clean.text))]
    assert all(0 <= low <= high <= len(raw) for low, high in slices)
    assert slices == sorted(slices)
    for start in range(len(slices)):
        for end in range(start + 1, len(slices) + 1):
            assert raw_slice(clean.runs, start, end, len(raw)) == (slices[start][0], slices[end - 1][1])


@given(cleaned(rounds=1))
def test_what_no_edit_touched_stands_for_itself(case):
    raw, clean = case
    for run in clean.runs:
        assert len(clean.text[run.start : run.start + run.length]) == len(raw[run.origin : run.origin + run.length])


@given(st.text(alphabet=CHARACTERS, max_size=40), st.data())
def test_edits_in_two_rounds_map_as_in_one(raw, data):
    listed = data.draw(edits(raw))
    together = draft(raw).edited(listed)
    apart = draft(raw)
    for edit in reversed(listed):
        apart = apart.edited([edit])
    assert apart.text == together.text
    for place in range(len(apart.text)):
        assert raw_slice(apart.runs, place, place + 1, len(raw)) == raw_slice(together.runs, place, place + 1, len(raw))


def test_long_documents_are_located_by_blocks():
    raw = "é😀a\r\n" * 5000
    found = document(raw, "utf-8", draft(raw))
    evidence = locate(found, Span("doc-1", 20_001, 20_004))
    assert raw.encode()[evidence.byte_start : evidence.byte_end].decode() == raw[20_001:20_004] == evidence.quote
