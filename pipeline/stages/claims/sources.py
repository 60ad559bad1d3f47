"""Sources other than verbs: *according to*, nouns of speech, hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.pack import Pack
from pipeline.model import Annotation, Holder, Sentence
from pipeline.stages.claims.attribution import NOBODY, Attribution, attribute, hold, phrase
from pipeline.stages.claims.clausal import conditions, lacking
from pipeline.stages.claims.operators import modals
from pipeline.stages.claims.reporting import below, somebody, speaker
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed, occurrences

_HOLDERS = ("person", "organization", "state", "group", "place")


def sources(tree: Tree, annotation: Annotation, pack: Pack) -> Iterator[Attribution]:
    """*According to X*, « selon X », *in X's view*, « pour beaucoup »."""
    for sentence in annotation.sentences:
        found = occurrences(tree.tokens, sentence.first, sentence.last, pack.holders.crowds)
        crowds = [(start, end) for start, end in found if not _number(tree, end, pack)]
        for start, end in crowds:
            yield from _crowd(tree, sentence, start, end, pack)
        for start, end in occurrences(tree.tokens, sentence.first, sentence.last, pack.holders.sources):
            if not any(start < last and first < end for first, last in crowds):
                yield from _source(tree, sentence, start, end, pack)
        yield from _views(tree, sentence, pack)
        yield from _standpoint(tree, sentence, pack)


def _number(tree: Tree, index: int, pack: Pack) -> bool:
    """Whether a number stands there: *for some 87 percent* speaks of nobody."""
    return index < len(tree.tokens) and tree.tokens[index].pos in pack.syntax.numbers


def _standpoint(tree: Tree, sentence: Sentence, pack: Pack) -> Iterator[Attribution]:
    """*For Paris, the treaty was …*: a name at the head of a clause that judges or obliges, a comma after it."""
    start = sentence.first
    if not listed(tree.tokens[start], pack.holders.stances):
        return
    head = _nominal_after(tree, start + 1, sentence.last, pack)
    if head is None or (mention := tree.mention_at.get(head)) is None or mention.type not in _HOLDERS:
        return
    end = max(phrase(tree, head, pack)) + 1
    if mention.kind != "name" or end >= sentence.last or tree.tokens[end].text not in pack.holders.pauses:
        return
    roots = [one for one in range(end, sentence.last) if tree.tokens[one].head == one]
    if roots and _opines(tree, roots[0], pack):
        outside = frozenset(range(start, end))
        yield _sourced(tree, sentence, hold(tree, head, pack), (start, start), outside, pack)


def _opines(tree: Tree, root: int, pack: Pack) -> bool:
    copular = listed(tree.tokens[root], pack.syntax.copular_verbs) or any(
        tree.tokens[child].dep in pack.syntax.copulas for child in tree.children[root]
    )
    return copular or any(one.modality == "obligation" for one in modals(tree, root, pack, governs=True))


def _source(tree: Tree, sentence: Sentence, start: int, end: int, pack: Pack) -> Iterator[Attribution]:
    head = _nominal_after(tree, end, sentence.last, pack)
    if head is None:
        return
    members = phrase(tree, head, pack)
    outside = frozenset(range(start, members[-1] + 1))
    yield _sourced(tree, sentence, hold(tree, head, pack), (start, end - 1), outside, pack)


def _crowd(tree: Tree, sentence: Sentence, start: int, end: int, pack: Pack) -> Iterator[Attribution]:
    """« Pour beaucoup », *for some observers*: nobody in particular, or those whom the next noun describes."""
    outside, holder = frozenset(range(start, end)), Holder(kind="unspecified", span=tree.span([start, end - 1]))
    following = end if end < sentence.last and tree.tokens[end].pos in ("NOUN", "ADJ") else None
    if following is not None:
        head = _nominal_after(tree, end, sentence.last, pack)
        if head is None or not somebody(tree, head, pack):
            return
        holder = hold(tree, head, pack)
        outside = frozenset(range(start, max(phrase(tree, head, pack)) + 1))
    yield _sourced(tree, sentence, holder, (start, end - 1), outside, pack)


def _nominal_after(tree: Tree, start: int, last: int, pack: Pack) -> int | None:
    """The head of the noun phrase that begins at `start`: from its first nominal upwards, to the right."""
    nominals = pack.syntax.nominals
    first = next((one for one in range(start, min(start + 6, last)) if tree.tokens[one].pos in nominals), None)
    if first is None:
        return None
    inner = pack.syntax.modifiers | pack.syntax.titles | pack.syntax.possessors
    while tree.tokens[first].dep in inner and first < tree.tokens[first].head < start + 12:
        if tree.tokens[tree.tokens[first].head].pos not in nominals:
            break
        first = tree.tokens[first].head
    return first


def _sourced(
    tree: Tree, sentence: Sentence, holder: Holder, cue: tuple[int, int], outside: frozenset[int], pack: Pack
) -> Attribution:
    """The source's content: its whole sentence when it opens it, else the clause that it hangs on."""
    content = _whole(sentence) if _opens(tree, sentence, cue[0], pack) else _clause(tree, sentence, cue, outside, pack)
    return attribute(tree, holder, content - outside, cue, cue[0], "clause")


def _whole(sentence: Sentence) -> frozenset[int]:
    return frozenset(range(sentence.first, sentence.last))


def _opens(tree: Tree, sentence: Sentence, start: int, pack: Pack) -> bool:
    """Whether only particles and punctuation stand before the source."""
    return all(tree.tokens[one].pos in pack.syntax.function_words for one in range(sentence.first, start))


def _clause(
    tree: Tree, sentence: Sentence, cue: tuple[int, int], outside: frozenset[int], pack: Pack
) -> frozenset[int]:
    """The nearest predicate above the source and all below it."""
    for above in tree.up(cue[0]):
        if above not in outside and _predicate(tree, above, pack):
            return below(tree, [above])
    return _whole(sentence)


def _predicate(tree: Tree, index: int, pack: Pack) -> bool:
    token, labels = tree.tokens[index], pack.syntax.subjects | pack.syntax.passive_subjects
    if any(tree.tokens[child].dep in labels for child in tree.children[index]):
        return True
    return token.pos in pack.syntax.verbs and token.dep in pack.syntax.relative_clauses


def _views(tree: Tree, sentence: Sentence, pack: Pack) -> Iterator[Attribution]:
    """*In Begin's view*: a possessor before a noun of opinion under a preposition."""
    for index in range(sentence.first, sentence.last):
        token = tree.tokens[index]
        if not listed(token, pack.holders.views) or token.dep not in pack.syntax.marker_objects:
            continue
        owner = next((one for one in tree.children[index] if tree.tokens[one].dep in pack.syntax.possessors), None)
        if owner is None or listed(tree.tokens[owner], pack.holders.author) or token.head > index:
            continue
        outside = frozenset(range(token.head, index + 1))
        yield _sourced(tree, sentence, hold(tree, owner, pack), (token.head, index), outside, pack)


def speech_nouns(tree: Tree, pack: Pack) -> Iterator[Attribution]:
    """*The fear of the authorities that …*, *Begin's statement about …*, *expressed the hope that …*."""
    for index, token in enumerate(tree.tokens):
        if token.pos not in pack.syntax.nominals or not listed(token, pack.holders.nouns):
            continue
        clause, topic = _that_clause(tree, index, pack), _topic(tree, index, pack)
        owner = _owner(tree, index, pack)
        if clause:
            yield attribute(tree, owner or _utterer(tree, index, pack), clause, (index, index), index, "clause")
        elif topic and owner is not None:
            yield attribute(tree, owner, topic, (index, index), index, "phrase")


def _that_clause(tree: Tree, noun: int, pack: Pack) -> frozenset[int]:
    """The clause after *that*: from the conjunction next to the noun phrase, wherever the parser hung it."""
    place = _after_phrase(tree, noun, pack)
    if place is None:
        return frozenset()
    token = tree.tokens[place]
    if not listed(token, pack.holders.conjunctions) or token.dep not in pack.syntax.complementizers:
        return frozenset()
    clause = token.head
    for above in tree.up(clause):
        if above <= place or _has_subject(tree, clause, pack):
            break
        clause = above
    if clause <= place or not _has_subject(tree, clause, pack):
        return frozenset()
    return frozenset(one for one in tree.below(clause) if one >= place)


def _after_phrase(tree: Tree, noun: int, pack: Pack) -> int | None:
    """The first token after the noun and its possessor (*the fear of the Russian authorities* | *that*)."""
    place, inside = noun + 1, pack.syntax.nominals | pack.syntax.adjectives | {"DET", "ADP", "PART"}
    while place < len(tree.tokens) and tree.tokens[place].sentence == tree.tokens[noun].sentence:
        if listed(tree.tokens[place], pack.holders.conjunctions):
            return place
        if tree.tokens[place].pos not in inside or place - noun > 8:
            return None
        place += 1
    return None


def _has_subject(tree: Tree, clause: int, pack: Pack) -> bool:
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    return any(tree.tokens[child].dep in labels for child in tree.children[clause])


def _topic(tree: Tree, noun: int, pack: Pack) -> frozenset[int]:
    """What the noun is about: the phrase after *about*, « sur »."""
    words, syntax = pack.holders.about, pack.syntax
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if child < noun:
            continue
        if token.dep in syntax.markers and listed(token, words):
            return below(tree, [child], frozenset({child}))
        cases = [one for one in tree.children[child] if tree.tokens[one].dep in syntax.cases | syntax.complementizers]
        if any(listed(tree.tokens[one], words) for one in cases) and not syntax.markers:
            return below(tree, [child], frozenset(cases))
    return frozenset()


def _owner(tree: Tree, noun: int, pack: Pack) -> Holder | None:
    """The possessor: *Begin's*, *of the authorities*, « des autorités »; it must be somebody."""
    syntax = pack.syntax
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if token.dep in syntax.possessors and not listed(token, pack.holders.author):
            return hold(tree, child, pack)
        if token.dep in syntax.markers and listed(token, syntax.genitives):
            inner = [one for one in tree.children[child] if somebody(tree, one, pack)]
            if inner:
                return hold(tree, inner[0], pack)
        cases = [one for one in tree.children[child] if tree.tokens[one].dep in syntax.cases]
        if any(listed(tree.tokens[one], syntax.genitives) for one in cases) and somebody(tree, child, pack):
            return hold(tree, child, pack)
    return None


def _utterer(tree: Tree, noun: int, pack: Pack) -> Holder:
    """The subject of the verb that voices the noun (*expressed the fear that*); else nobody in particular."""
    token = tree.tokens[noun]
    if token.dep in pack.syntax.objects and listed(tree.tokens[token.head], pack.holders.uttering):
        return speaker(tree, token.head, pack) or NOBODY
    return NOBODY


def hearsay(tree: Tree, pack: Pack) -> Iterator[Attribution]:
    """*Reportedly*, and the conditional of rumour (« l'accord aurait été violé »)."""
    for index, token in enumerate(tree.tokens):
        if listed(token, pack.holders.adverbs) and token.head != index:
            content = below(tree, [token.head], frozenset({index}))
            yield attribute(tree, NOBODY, content, (index, index), index, "hearsay")
        elif pack.holders.rumour_morph and _rumoured(tree, index, pack):
            cue = modals(tree, index, pack, governs=False)[0].first
            yield attribute(tree, NOBODY, below(tree, [index]), (cue, cue), index, "hearsay")


def _rumoured(tree: Tree, index: int, pack: Pack) -> bool:
    """A compound conditional that is doubted, with no condition near and no speaker above."""
    found = modals(tree, index, pack, governs=False)
    if not found or found[0].modality != "possible" or found[0].first == index:
        return False
    apart = conditions(tree, index, pack) or lacking(tree, index, pack)
    return not apart and tree.tokens[index].dep not in pack.syntax.clauses
