"""Documents → tokens, sentences and the model's names, by one spaCy pipeline a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Document, Sentence, Span, Token
from pipeline.stages.annotate.loading import pipeline_for
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.pieces import Piece, cut

BATCH = 16


def parse(documents: Iterable[Document], language: str, pack: AnnotatePack) -> Iterator[Parse]:
    """Each of `documents` (all in `language`) parsed, in order. Raises KnowledgeFault where no model is installed."""
    nlp, model = pipeline_for(language, pack)
    works = ((document.text[piece.start : piece.end], (document, piece)) for document in documents for piece in cut(document))
    read = nlp.pipe(works, as_tuples=True, batch_size=BATCH)
    for _, group in groupby(read, key=lambda pair: pair[1][0].id):
        parts = list(group)
        yield _joined(parts[0][1][0], [(doc, piece) for doc, (_, piece) in parts], model, pack)


def _joined(document: Document, parts: list[tuple[Any, Piece]], model: str, pack: AnnotatePack) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Named] = []
    for doc, piece in parts:
        base = len(tokens)
        index = _kept(doc, base)
        first_sentence = len(sentences)
        sentence_of = _sentences_of(doc)
        used = sorted({sentence_of[i] for i in index})
        number = {old: first_sentence + new for new, old in enumerate(used)}
        tokens.extend(_token(doc[i], piece.start, index, number[sentence_of[i]], pack) for i in index)
        for _, part in groupby(range(base, len(tokens)), key=lambda i: tokens[i].sentence):
            members = list(part)
            span = Span(document.id, tokens[members[0]].start, tokens[members[-1]].end)
            sentences.append(Sentence(f"s{len(sentences) + 1}", span, piece.kind, members[0], members[-1] + 1))
        for entity in doc.ents:
            inside = [index[i] for i in range(entity.start, entity.end) if i in index]
            if inside:
                names.append(Named(inside[0], inside[-1] + 1, entity.label_))
    return Parse(document, tuple(tokens), tuple(sentences), tuple(names), model)


def _kept(doc: Any, base: int) -> dict[int, int]:
    """spaCy's token index → ours, white space left out."""
    kept = [token.i for token in doc if not token.is_space]
    return {old: base + new for new, old in enumerate(kept)}


def _sentences_of(doc: Any) -> list[int]:
    return [number for number, sentence in enumerate(doc.sents) for _ in sentence]


def _token(token: Any, offset: int, index: dict[int, int], sentence: int, pack: AnnotatePack) -> Token:
    head = token.head
    while head.i not in index and head.head.i != head.i:
        head = head.head
    start = offset + token.idx
    made = Token(
        start=start, end=start + len(token.text), text=token.text, lemma=token.lemma_, pos=token.pos_, tag=token.tag_,
        dep=token.dep_, head=index.get(head.i, index[token.i]), morph=str(token.morph), sentence=sentence,
    )  # fmt: skip
    lemma = pack.lemmas.get(made.pos, {}).get(made.text.lower())
    return made if lemma is None else replace(made, lemma=lemma)
