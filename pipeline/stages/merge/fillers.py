"""What fills a role: an actor or a treaty, or a phrase read as its units of meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.knowledge import Knowledge
from pipeline.knowledge.pack import Pack
from pipeline.model import Argument, Span, Token
from pipeline.stages.merge.referring import EMPTY, Referrer
from pipeline.text import fold as fold_afresh

# Words come again and again.
fold = lru_cache(maxsize=1 << 16)(fold_afresh)
# How the key of a phrase begins; ids never do.
TEXT = "text:"


Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Filler:
    """`id` of an actor or treaty, or None for a phrase.

    `units` are what the phrase says, order and grammar aside: `@id` for a name in it, `=concept` for a phrase that
    means the same in all languages, digits, and `language~lemma` for any other content word. `topics` are the
    matters that it speaks of, `general` that it names any act at all (a step, a measure), `scarce` that there is
    little of it, `force` whether it binds (`firm`: deadlines) or not (`loose`: declaratory), `undoes` that its head
    turns it round (the end of, the lack of). `judges` are its words that approve (`for`) or disapprove
    (`against`), `points` that a pronoun stands in it,
    `bare` that it is nothing but a pronoun or possessive of the third person which nobody resolved, `shared` that an
    adjective alone tells who it is, all of whom do it together (*a joint company*).
    """

    key: str
    shown: str
    id: str | None = None
    language: str = ""
    head: str = ""
    units: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    general: bool = False
    scarce: bool = False
    force: str = ""
    undoes: bool = False
    judges: frozenset[tuple[str, str]] = frozenset()
    points: bool = False
    bare: bool = False
    shared: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's `[merge]` table turned round; the names of offices and kinds of treaties are concepts too."""

    concepts: Phrases
    topics: Phrases
    general: frozenset[str]
    scarce: tuple[str, ...]
    force: Mapping[str, str]
    undoing: frozenset[str]
    judging: Mapping[str, str]
    sharing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A token as it is compared: its folded form and lemma, or the ids of the name that begins here."""

    form: str
    lemma: str
    empty: bool
    ids: tuple[str, ...] = ()

    def reads(self, word: str) -> bool:
        """True when `word` (folded) is this one's form or lemma."""
        return not self.ids and word in (self.form, self.lemma)


def lexicons(knowledge: Knowledge) -> dict[str, Lexicon]:
    """Language → lexicon."""
    return {code: lexicon(pack) for code, pack in knowledge.packs.items()}


def lexicon(pack: Pack) -> Lexicon:
    """Turn one pack's tables round."""
    return Lexicon(
        concepts=turned(pack.merge.concepts, pack.resolve.offices, pack.resolve.treaties),
        topics=turned(pack.merge.topics),
        general=frozenset(map(fold, pack.merge.general)),
        scarce=pack.holders.assessments.scarce,
        force=dict.fromkeys(map(fold, pack.merge.loose), "loose") | dict.fromkeys(map(fold, pack.merge.firm), "firm"),
        undoing=frozenset(map(fold, pack.merge.undoing)),
        judging=dict.fromkeys(map(fold, pack.merge.approving), "for")
        | dict.fromkeys(map(fold, pack.merge.disapproving), "against"),
        sharing=frozenset(map(fold, pack.syntax.sharing)),
    )


def turned(*tables: Mapping[str, Sequence[str]]) -> Phrases:
    """The phrases of all tables, folded and split, under their first word, the longest first, each with its name."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, ways in (row for table in tables for row in table.items()):
        for words in (tuple(fold(way).split()) for way in ways):
            found[words[0]].append((words, name))
    return {first: tuple(sorted(phrases, key=lambda one: (-len(one[0]), one))) for first, phrases in found.items()}


def fill(
    argument: Argument, language: str, referrer: Referrer, lexicon: Lexicon, allowed: frozenset[str]
) -> tuple[Filler, ...]:
    """The fillers of one argument: one for each node of the `allowed` types that it refers to, or the phrase itself."""
    targets = referrer.argument(argument, allowed)
    if targets:
        shared = shares(referrer.tokens(argument.span), lexicon)
        return tuple(
            Filler(id, id, id, units=frozenset({f"@{id}"}), shared=shared, span=argument.span) for id in targets
        )
    return (phrase(argument, language, referrer, lexicon),)


def phrase(argument: Argument, language: str, referrer: Referrer, lexicon: Lexicon) -> Filler:
    """A phrase that is no name, by its content."""
    tokens = referrer.tokens(argument.span)
    head = referrer.head(argument)
    words = tuple(content(tokens, argument.span, head, referrer))
    units = frozenset(read(words, language, lexicon)) or frozenset({f"{language}~{fold(argument.text)}"})
    lemmas = [word.lemma for word in words if not word.ids]
    plain = tuple(word_of(token) for token in tokens)
    return Filler(
        key=TEXT + " ".join(sorted(units)),
        shown=argument.text,
        language=language,
        head=fold(head.lemma) if head is not None else "",
        units=units,
        topics=frozenset(spoken(plain, at, lexicon.topics)[1] for at in range(len(plain))) - {""},
        general=not lexicon.general.isdisjoint(lemmas),
        scarce=any(scant(word, lexicon.scarce) for word in plain),
        force=next((lexicon.force[one] for one in lemmas if one in lexicon.force), ""),
        undoes=head is not None and fold(head.lemma) in lexicon.undoing,
        judges=frozenset((f"{language}~{one}", lexicon.judging[one]) for one in lemmas if one in lexicon.judging),
        points=any(token.pos == "PRON" for token in tokens),
        bare=len(tokens) == 1 and tokens[0].pos in ("PRON", "DET") and "Person=3" in tokens[0].morph.split("|"),
        shared=shares(tokens, lexicon),
        span=argument.span,
    )


def shares(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """True where the phrase is nothing but an adjective that says of a thing that several have it together."""
    return len(tokens) == 1 and fold(tokens[0].lemma) in lexicon.sharing


def scant(word: Word, scarce: Sequence[str]) -> bool:
    """True when the word says that there is little (`stem*` fits a start)."""
    return any(
        word.form.startswith(one[:-1]) if one.endswith("*") else fold(one) in (word.form, word.lemma) for one in scarce
    )


def content(tokens: Sequence[Token], span: Span, head: Token | None, referrer: Referrer) -> Iterator[Word]:
    """The phrase word by word, each name in it as one word; a description that holds the head stays in words."""
    found = [one for one in referrer.inside(span) if referrer.is_name(one) or not holds(one.span, head)]
    names = {at: name for name in found for at in range(name.span.start, name.span.end)}
    for token in tokens:
        name = names.get(token.start)
        if name is None:
            yield word_of(token)
        elif name.span.start == token.start:
            yield Word("", "", empty=False, ids=name.targets)


def word_of(token: Token) -> Word:
    """A token as it is compared."""
    return Word(fold(token.text), fold(token.lemma), token.pos in EMPTY)


def holds(span: Span, token: Token | None) -> bool:
    """True when `token` stands in `span`."""
    return token is not None and span.start <= token.start < span.end


def read(words: Sequence[Word], language: str, lexicon: Lexicon) -> Iterator[str]:
    """The words as units: the longest phrase of a concept first, other words marked with their language."""
    at = 0
    while at < len(words):
        length, concept = spoken(words, at, lexicon.concepts)
        word = words[at]
        if concept:
            yield f"={concept}"
        elif word.ids:
            yield from (f"@{id}" for id in word.ids)
        elif not word.empty:
            yield word.lemma if word.lemma.isdigit() else f"{language}~{word.lemma}"
        at += length


def spoken(words: Sequence[Word], at: int, phrases: Phrases) -> tuple[int, str]:
    """How many words from `at` on are a phrase of `phrases`, and its name; (1, "") for none."""
    first = words[at]
    for start in dict.fromkeys((first.lemma, first.form)):
        for phrase, name in phrases.get(start, ()):
            here = words[at : at + len(phrase)]
            if len(here) == len(phrase) and all(word.reads(one) for word, one in zip(here, phrase, strict=True)):
                return len(phrase), name
    return 1, ""
