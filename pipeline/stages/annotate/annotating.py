"""The entry of the stage: documents → annotations, language by language, in the order of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from pipeline.knowledge import Knowledge
from pipeline.model import Annotation, Document, Mention, Span
from pipeline.stages.annotate.parse import Parse
from pipeline.stages.annotate.parsing import parse


def annotate(
    documents: Sequence[Document], knowledge: Knowledge, progress: Callable[[int], None] | None = None
) -> Iterator[Annotation]:
    """One annotation a document, in order; `progress` is called with the number done. Raises KnowledgeFault."""
    done = 0
    for language, group in groupby(documents, key=lambda document: document.language):
        for parsed in parse(group, language, knowledge.packs[language].annotate):
            yield _annotation(parsed, knowledge)
            done += 1
            if progress:
                progress(done)


def _annotation(parsed: Parse, knowledge: Knowledge) -> Annotation:
    document = parsed.document
    pack = knowledge.packs[document.language].annotate
    mentions = []
    for name in parsed.names:
        kind = pack.entities.get(name.label)
        if kind is None:
            continue
        start, end = parsed.tokens[name.first].start, parsed.tokens[name.last - 1].end
        head = next((i for i in range(name.first, name.last) if not name.first <= parsed.tokens[i].head < name.last), name.last - 1)
        mentions.append(
            Mention(
                span=Span(document.id, start, end), text=document.text[start:end], type=kind, head=head,
                source=parsed.model,
            )  # fmt: skip
        )
    return Annotation(
        document=document.id, tokens=parsed.tokens, sentences=parsed.sentences, mentions=tuple(mentions),
        models=(parsed.model,),
    )  # fmt: skip
