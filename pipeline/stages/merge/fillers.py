"""What fills a role: an actor or a treaty, or a phrase read as its units of meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.knowledge.merge import MergePack
from pipeline.model import Argument, Span, Token
from pipeline.stages.merge.referring import Referrer
from pipeline.text import fold

# Universal parts of speech that carry no content of their own.
_EMPTY = {"DET", "ADP", "PUNCT", "SPACE", "AUX", "CCONJ", "SCONJ", "PRON", "PART", "SYM", "INTJ"}


@dataclass(frozen=True, slots=True)
class Filler:
    """`id` of an actor or treaty, or None for a phrase.

    `units` are what the phrase says, order and grammar aside: `@id` for a name in it, `=concept` for a phrase that
    means the same in all languages, digits, and `language~lemma` for any other content word. `topics` are the
    matters that it speaks of, `general` that its head stands for any act (a step, a measure).
    """

    key: str
    shown: str
    id: str | None = None
    language: str = ""
    head: str = ""
    units: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    general: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's `[merge]` table, turned round for look-ups: phrases of folded lemmas, topic of a lemma."""

    phrases: dict[tuple[str, ...], str]
    longest: int
    topics: dict[str, tuple[str, ...]]
    general: frozenset[str]


def lexicons(knowledge: Knowledge) -> dict[str, Lexicon]:
    """Language → lexicon."""
    return {code: lexicon(pack.merge) for code, pack in knowledge.packs.items()}


def lexicon(table: MergePack) -> Lexicon:
    """Turn one pack's table round."""
    phrases = {tuple(fold(phrase).split()): name for name, ways in table.concepts.items() for phrase in ways}
    about: dict[str, tuple[str, ...]] = {}
    for name, lemmas in table.topics.items():
        for lemma in lemmas:
            about[fold(lemma)] = (*about.get(fold(lemma), ()), name)
    return Lexicon(phrases, max(map(len, phrases), default=1), about, frozenset(map(fold, table.general)))


def fill(argument: Argument, language: str, referrer: Referrer, lexicon: Lexicon) -> tuple[Filler, ...]:
    """The fillers of one argument: one for each actor or treaty that it refers to, or the phrase itself."""
    reference = referrer.argument(argument)
    if reference is not None:
        return tuple(Filler(key=id, shown=id, id=id, units=frozenset({f"@{id}"})) for id in reference.targets)
    return (phrase(argument, language, referrer, lexicon),)


def phrase(argument: Argument, language: str, referrer: Referrer, lexicon: Lexicon) -> Filler:
    """A phrase that is no name, by its content."""
    tokens = referrer.tokens(argument.span)
    words = list(content(tokens, argument.span, referrer))
    units = frozenset(read(words, language, lexicon)) or frozenset({f"{language}~{fold(argument.text)}"})
    head = next((fold(token.lemma) for token in tokens if is_head(token, argument, referrer)), "")
    lemmas = {word for word in words if not word.startswith("@")}
    return Filler(
        key="text:" + " ".join(sorted(units)),
        shown=argument.text,
        language=language,
        head=head,
        units=units,
        topics=frozenset(topic for lemma in lemmas for topic in lexicon.topics.get(lemma, ())),
        general=head in lexicon.general,
        span=argument.span,
    )


def is_head(token: Token, argument: Argument, referrer: Referrer) -> bool:
    """True for the token that `argument.head` numbers."""
    tokens = referrer.pages[argument.span.document].tokens
    return argument.head < len(tokens) and tokens[argument.head] is token


def content(tokens: Sequence[Token], span: Span, referrer: Referrer) -> Iterator[str]:
    """The phrase as `@id` for each name in it and folded lemmas for its other content words, in order."""
    names = referrer.inside(span)
    done = -1
    for token in tokens:
        name = next((one for one in names if one.span.start <= token.start < one.span.end), None)
        if name is not None and name.span.start != done:
            done = name.span.start
            yield from (f"@{id}" for id in name.targets)
        elif name is None and token.pos not in _EMPTY:
            yield fold(token.lemma)


def read(words: Sequence[str], language: str, lexicon: Lexicon) -> Iterator[str]:
    """The words as units: the longest phrase of a concept first, other words marked with their language."""
    at = 0
    while at < len(words):
        for length in range(min(lexicon.longest, len(words) - at), 0, -1):
            concept = lexicon.phrases.get(tuple(words[at : at + length]))
            if concept is not None:
                yield f"={concept}"
                at += length
                break
        else:
            yield words[at] if words[at].startswith("@") or words[at].isdigit() else f"{language}~{words[at]}"
            at += 1
