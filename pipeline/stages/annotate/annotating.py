"""The entry of the stage: documents → annotations, in the order of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.authority import Authority
from pipeline.model import Annotation, Document, Issue, Mention, Span
from pipeline.stages.annotate.acronyms import find_defined, without_redefined
from pipeline.stages.annotate.choosing import choose
from pipeline.stages.annotate.described import find_described, find_phrases, find_pronouns
from pipeline.stages.annotate.found import Found
from pipeline.stages.annotate.listed import find_listed
from pipeline.stages.annotate.metonymy import reading
from pipeline.stages.annotate.named import find_named
from pipeline.stages.annotate.numbers import find_numbers
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.parsing import parse
from pipeline.stages.annotate.treaties import find_treaties


def annotate(
    documents: Sequence[Document], knowledge: Knowledge, progress: Callable[[int], None] | None = None
) -> Iterator[Annotation]:
    """One annotation a document, in order; `progress` is called with the number done.

    Raises KnowledgeFault where a language has no pack's model installed.
    """
    languages = dict.fromkeys(document.language for document in documents)
    streams = {language: _stream(documents, language, knowledge) for language in languages}
    for done, document in enumerate(documents, 1):
        yield next(streams[document.language])
        if progress:
            progress(done)


def _stream(documents: Sequence[Document], language: str, knowledge: Knowledge) -> Iterator[Annotation]:
    """The annotations of the documents in `language`, in order."""
    pack = knowledge.packs[language].annotate
    own = (document for document in documents if document.language == language)
    return (read(parsed, pack, knowledge.authority) for parsed in parse(own, pack, language))


def read(parsed: Parse, pack: AnnotatePack, authority: Authority) -> Annotation:
    """The annotation of one parsed document."""
    chosen = choose(parsed, _candidates(parsed, pack, authority))
    states = frozenset(one.head for one in chosen if one.type == "state")
    return Annotation(
        document=parsed.document.id,
        tokens=parsed.tokens,
        sentences=parsed.sentences,
        mentions=tuple(_mention(parsed, one, pack, authority, states) for one in chosen),
        models=(parsed.model,),
        issues=() if parsed.parsed else (_unparsed(parsed.document),),
    )


def _unparsed(document: Document) -> Issue:
    language = document.language
    return Issue(
        "annotate",
        "no parser",
        f"no parser for {language!r}: listed names, treaties and dates only, no statements",
        f"Name an installed spaCy model in models/languages/{language}.toml, annotate.models",
        document.path,
    )


def _candidates(parsed: Parse, pack: AnnotatePack, authority: Authority) -> Iterator[Found]:
    """What the finders find; without a parser only names: where a description ends, nobody knows."""
    found = _all_candidates(parsed, pack, authority)
    return found if parsed.parsed else (one for one in found if one.kind == "name")


def _all_candidates(parsed: Parse, pack: AnnotatePack, authority: Authority) -> Iterator[Found]:
    listed = list(find_listed(parsed, pack, authority))
    defined = find_defined(parsed, pack, listed, authority)
    listed = [*without_redefined(listed, defined), *defined]
    first = [*listed, *find_named(parsed, pack, listed)]
    names = _by_token(parsed, first)
    yield from first
    yield from find_treaties(parsed, pack, names)
    yield from find_described(parsed, pack, names)
    yield from find_pronouns(parsed, pack)
    yield from find_phrases(parsed, pack)
    yield from find_numbers(parsed, pack)


def _by_token(parsed: Parse, names: Sequence[Found]) -> dict[int, Found]:
    """Token → the strongest name that covers it."""
    ranked = sorted(names, key=lambda one: (one.rank, one.start - one.end, one.start), reverse=True)
    return {i: one for one in ranked for i in parsed.within(one.start, one.end)}


def _mention(parsed: Parse, one: Found, pack: AnnotatePack, authority: Authority, states: frozenset[int]) -> Mention:
    document = parsed.document
    decided = None
    entry = authority.entry(one.authority) if one.authority else None
    if parsed.parsed and entry is not None and (entry.capital_of or entry.seat_of):
        decided = reading(parsed, one.head, pack, states)
    return Mention(
        span=Span(document.id, one.start, one.end),
        text=document.text[one.start : one.end],
        type=one.type,
        head=one.head,
        kind=one.kind,
        source=one.source,
        authority=one.authority,
        reading=decided[0] if decided else None,
        cue=decided[1] if decided else one.cue,
    )
