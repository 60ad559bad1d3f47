"""Documents → tokens, sentences and the model's names, by one spaCy pipeline a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice, tee
from typing import TYPE_CHECKING

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.model import Document, Sentence, Span, Token
from pipeline.stages.annotate.asides import reattached
from pipeline.stages.annotate.clitics import clitics_read
from pipeline.stages.annotate.inversions import inverted
from pipeline.stages.annotate.loading import pipeline_for
from pipeline.stages.annotate.lost import found_again
from pipeline.stages.annotate.misread import reread
from pipeline.stages.annotate.parse import Named, Parse
from pipeline.stages.annotate.pieces import Piece, cut
from pipeline.stages.annotate.splitting import bounded, mended
from pipeline.stages.annotate.verbs import features_of, infinitive_of, is_adjective

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

BATCH = 16  # pieces; smaller batches are slower, larger ones only cost memory


def parse(documents: Iterable[Document], pack: AnnotatePack, language: str) -> Iterator[Parse]:
    """Each of `documents` (all in `language`) parsed, in order. Raises KnowledgeFault where no model is installed."""
    nlp, model = pipeline_for(pack, language)
    order, feed = tee((document, tuple(cut(document))) for document in documents)
    works = (
        bounded(nlp.make_doc(document.text[piece.start : piece.end])) for document, pieces in feed for piece in pieces
    )
    read = nlp.pipe(works, batch_size=BATCH)
    for document, pieces in order:
        yield _joined(document, list(zip(pieces, islice(read, len(pieces)), strict=True)), model, pack)


def _joined(document: Document, parts: list[tuple[Piece, Doc]], model: str, pack: AnnotatePack) -> Parse:
    """The pieces of one document as one parse, with offsets and indices of the whole document."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Named] = []
    for piece, doc in parts:
        index = _kept(doc, len(tokens))
        made = [_token(doc[old], piece.start, index, pack) for old in index]
        for first, last in _sentences(doc, index, pack):
            span = Span(document.id, made[first].start, made[last - 1].end)
            base = len(tokens)
            sentences.append(Sentence(f"s{len(sentences) + 1}", span, piece.kind, base + first, base + last))
        names.extend(_names(doc, index))
        tokens.extend(made)
    numbered = clitics_read(inverted(_numbered(tokens, sentences), pack), pack)
    whole = reattached(found_again(reread(numbered, sentences, pack), sentences, pack), sentences, pack)
    return Parse(document, whole, tuple(sentences), tuple(names), model, bool(pack.models))


def _kept(doc: Doc, base: int) -> dict[int, int]:
    """spaCy's token index → ours, white space left out."""
    kept = (token.i for token in doc if not token.is_space)
    return {old: base + new for new, old in enumerate(kept)}


def _sentences(doc: Doc, index: dict[int, int], pack: AnnotatePack) -> Iterator[tuple[int, int]]:
    """The sentences of a piece, as positions among its kept tokens, last exclusive."""
    number = mended(doc, pack)
    place = 0
    for _, group in groupby(number[old] for old in index):
        size = len(list(group))
        yield place, place + size
        place += size


def _names(doc: Doc, index: dict[int, int]) -> Iterator[Named]:
    for entity in doc.ents:
        inside = [index[old] for old in range(entity.start, entity.end) if old in index]
        if inside:
            yield Named(inside[0], inside[-1] + 1, entity.label_)


def _token(token: SpacyToken, offset: int, index: dict[int, int], pack: AnnotatePack) -> Token:
    head = token.head
    while head.i not in index and head.head.i != head.i:
        head = head.head
    start = offset + token.idx
    if noun := _mistaken(token, pack):
        return Token(start, start + len(token.text), token.text, noun, "NOUN", _noun_tag(token), token.dep_,
                     index.get(head.i, index[token.i]), _nominal(token), 0)  # fmt: skip
    verb = token.pos_ == "VERB"
    adjective = verb and is_adjective(token.lower_, pack.verbs)
    lemma = _lemma(token, pack)
    return Token(
        start=start,
        end=start + len(token.text),
        text=token.text,
        lemma=lemma,
        pos="ADJ" if adjective else token.pos_ or _mark(token),
        tag=token.tag_,
        dep=token.dep_,
        head=index.get(head.i, index[token.i]),
        morph=features_of(token.lower_, str(token.morph), pack.verbs, lemma) if verb else str(token.morph),
        sentence=0,
    )


def _lemma(token: SpacyToken, pack: AnnotatePack) -> str:
    """The model's lemma, mended from the pack."""
    lemma = pack.lemmas.get(token.pos_, {}).get(token.lower_, token.lemma_ or token.lower_)
    return infinitive_of(token.lower_, lemma, pack.verbs, str(token.morph)) if token.pos_ == "VERB" else lemma


def _mistaken(token: SpacyToken, pack: AnnotatePack) -> str:
    """The lemma of a noun for treaties that the tagger took for something else behind an article or adjective
    (« un nouveau traité »: a participle to it)."""
    if token.i == 0 or token.pos_ not in ("VERB", "AUX", "ADJ", "ADV") or token.nbor(-1).pos_ not in ("DET", "ADJ"):
        return ""
    form = token.lower_
    lemma = pack.lemmas.get("NOUN", {}).get(form, form)
    return lemma if lemma in pack.nouns.treaty else ""


def _noun_tag(token: SpacyToken) -> str:
    """The tag of a scheme that has parts of speech for tags; else the model's own."""
    return "NOUN" if token.tag_ == token.pos_ else token.tag_


def _nominal(token: SpacyToken) -> str:
    """What of a participle's features a noun has too."""
    return "|".join(part for part in str(token.morph).split("|") if part.startswith(("Gender=", "Number=")))


def _mark(token: SpacyToken) -> str:
    """The part of speech of what its form alone gives away."""
    if token.is_punct:
        return "PUNCT"
    return "NUM" if token.like_num else ""


def _numbered(tokens: list[Token], sentences: list[Sentence]) -> tuple[Token, ...]:
    """The tokens with the number of their sentence; a head in another sentence (where two were parted) is let go."""
    done: list[Token] = []
    for number, sentence in enumerate(sentences):
        for i in range(sentence.first, sentence.last):
            token = tokens[i]
            head = token.head if sentence.first <= token.head < sentence.last else i
            done.append(
                Token(token.start, token.end, token.text, token.lemma, token.pos, token.tag, token.dep, head,
                      token.morph, number)
            )  # fmt: skip
    return tuple(done)
