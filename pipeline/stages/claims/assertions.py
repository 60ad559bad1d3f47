"""What the author asserts in clauses that no predicate tells: who or what is spoken of, and what is said of it.

The last reading of a clause, after patterns, attributions, judgements and quantities: one statement a clause, as open
information extraction gives them (Banko et al. 2007), but only of clauses about somebody or something of the graph.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.model import Argument, Statement
from pipeline.stages.claims.assemble import Scene, argument
from pipeline.stages.claims.frames import has_copula, verb_frame
from pipeline.stages.claims.governing import ways
from pipeline.stages.claims.operators import group, marks
from pipeline.stages.claims.opinions import lexical
from pipeline.stages.claims.phrases import has_morph, is_phrase, lemma
from pipeline.stages.claims.stance import Stance, read_stance
from pipeline.stages.claims.stating import Way, sentence_of, stated
from pipeline.stages.claims.timing import time_of
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

# A predicate shorter or longer than this (in tokens) says nothing, or is a misreading of the parser.
_SHORTEST, _LONGEST = 3, 70
_NAMED = frozenset({"treaty", "state", "organization", "person", "group", "place", "demonym", "law", "event"})
HEADINGS = frozenset({"title", "heading"})
WAY = Way("assertion", 0.5)


def find_assertions(scene: Scene, told: Collection[int], taken: Collection[int]) -> list[Statement]:
    """A `states` statement of the author for each finite clause about a name or a topic that nothing else tells.

    `told`: the anchors of what predicates tell; `taken`: the tokens in the evidence of opinions and quantities.
    Roles: `subject` is the clause's subject, `object` the words of its predicate. The ids are empty: the caller numbers
    the statements.
    """
    found = []
    for anchor in range(len(scene.tree.tokens)):
        if not _asserts(scene, anchor) or _told(scene, anchor, told, taken) or _repeats(scene, anchor, told, taken):
            continue
        subject = _subject(scene, anchor)
        subject = _existing(scene, anchor) if subject is None else subject
        words = _words(scene, anchor, subject) if subject is not None else []
        if subject is None or not words or _measured(words, taken):
            continue
        if _about(scene, subject, words):
            found.append(_statement(scene, anchor, subject, words))
    return found


def _asserts(scene: Scene, anchor: int) -> bool:
    """Whether the token heads a finite clause of the author's that is asserted, outside headings."""
    tree, syntax = scene.tree, scene.pack.syntax
    token = tree.tokens[anchor]
    verb = token.pos in syntax.verbs and token.dep not in syntax.auxiliaries | syntax.copulas
    if not (verb or has_copula(tree, syntax, anchor)) or scene.attributions.chain_of(anchor):
        return False
    holders = scene.pack.holders
    # A document speaks, nobody in particular finds, the author leads on.
    if any(listed(token, words) for words in (holders.saying, holders.judging)) or _hollow(scene, anchor):
        return False
    said = any(tree.tokens[one].dep in syntax.subjects for one in tree.children[anchor])
    finite = any(has_morph(tree, one, syntax.finite) for one in group(tree, anchor, scene.pack))
    if not finite and not (said and token.head == anchor):  # *prices make Russia pay*: an infinitive to the tagger
        return False
    if scene.annotation.sentences[token.sentence].section in HEADINGS:
        return False
    return _stands(scene, anchor)


def _hollow(scene: Scene, anchor: int) -> bool:
    """Whether the predicate, its attribute or its subject only leads the reader on (*is well known*)."""
    tree, syntax = scene.tree, scene.pack.syntax
    labels = syntax.attributes | syntax.subjects | syntax.passive_subjects
    said = [anchor, *(one for one in tree.children[anchor] if tree.tokens[one].dep in labels)]
    return any(listed(tree.tokens[one], scene.pack.holders.assessments.hollow) for one in said)


def _stands(scene: Scene, anchor: int) -> bool:
    """Whether the clause is asserted where it stands: alone, beside another, parted by a comma from what it is said of
    (or said of an attribute), behind a conjunction that asserts (*although*), or behind an impersonal judgement (*it is
    noteworthy that*)."""
    tree, syntax = scene.tree, scene.pack.syntax
    token, first = tree.tokens[anchor], min(tree.below(anchor))
    if token.dep in syntax.relative_clauses:
        apart = first > 0 and tree.tokens[first - 1].text in scene.pack.holders.pauses
        return apart or _attributive(scene, token.head) is not None
    if token.dep in syntax.adverbial_clauses:
        return listed(tree.tokens[first], scene.pack.holders.assessments.asserting) or _awaited(scene, anchor)
    if token.dep in syntax.clauses | syntax.leftovers and token.head != anchor:
        return (_impersonal(scene, token.head) and _whole(scene, anchor)) or _parted(scene, anchor)
    if token.dep in syntax.noun_clauses - syntax.relative_clauses:  # the parser hung a clause behind a dash on a noun
        return _parted(scene, anchor) and _whole(scene, anchor)
    return token.head == anchor or token.dep in syntax.conjuncts


def _awaited(scene: Scene, anchor: int) -> bool:
    """Whether what is to come dates the clause above: *after it has built a port, it will …* tells of that port."""
    tree, pack = scene.tree, scene.pack
    labels = pack.syntax.auxiliaries - pack.syntax.passive_auxiliaries
    perfect = any(tree.tokens[one].dep in labels for one in tree.children[anchor])
    perfect = perfect and has_morph(tree, anchor, pack.syntax.past_participle)
    dated = any(way == "temporal" for way, _, _ in marks(tree, anchor, pack))
    return perfect and dated and _whole(scene, anchor) and read_stance(tree, anchor, pack).modality == "planned"


def _attributive(scene: Scene, noun: int) -> int | None:
    """The clause in which the noun says what somebody is: *Norway is the only country that …* asserts what follows."""
    tree, above = scene.tree, scene.tree.tokens[noun].head
    if has_copula(tree, scene.pack.syntax, noun):
        return noun
    said = tree.tokens[noun].dep in scene.pack.syntax.attributes and _equates(scene, above)
    return above if said else None


def _impersonal(scene: Scene, above: int) -> bool:
    """Whether the clause above has nobody for a subject and a copula."""
    tree, syntax = scene.tree, scene.pack.syntax
    empty = any(tree.tokens[one].text.casefold() in syntax.expletives for one in tree.children[above] if one < above)
    return empty and _equates(scene, above)


def _whole(scene: Scene, anchor: int) -> bool:
    """Whether a clause behind *that* has a subject; one without is said of a noun (*it is a plan that would fail*)."""
    tree, syntax = scene.tree, scene.pack.syntax
    labels = syntax.subjects | syntax.passive_subjects | syntax.existential_labels
    return any(tree.tokens[one].dep in labels for one in tree.children[anchor])


def _equates(scene: Scene, anchor: int) -> bool:
    """Whether the clause only says what its subject is."""
    tree, syntax = scene.tree, scene.pack.syntax
    return has_copula(tree, syntax, anchor) or lemma(tree, syntax, anchor) in syntax.copular_verbs


def _parted(scene: Scene, anchor: int) -> bool:
    """Whether a semicolon, colon or dash parts the clause, which no conjunction opens, from the one it hangs on."""
    tree, pack = scene.tree, scene.pack
    below = tree.below(anchor)
    if any(tree.tokens[one].dep in pack.syntax.complementizers for one in tree.children[anchor]):
        return False
    above = tree.tokens[anchor].head
    gap = range(max(below) + 1, above) if above > anchor else range(above + 1, min(below))
    marks = {*pack.holders.breaks, *pack.holders.colons, *pack.quantities.dashes}
    return any(tree.tokens[one].text in marks for one in gap)


def _told(scene: Scene, anchor: int, told: Collection[int], taken: Collection[int]) -> bool:
    """Whether a statement already tells the clause, or what it holds as its complement or attribute."""
    tree, syntax = scene.tree, scene.pack.syntax
    open_labels = syntax.clauses | syntax.open_clauses | syntax.attributes
    queue = [anchor]
    while queue:
        current = queue.pop()
        held = current == anchor or tree.tokens[current].dep in syntax.clauses
        if current in told or (held and current in taken):
            return True
        queue += [one for one in tree.children[current] if tree.tokens[one].dep in open_labels]
    return False


def _repeats(scene: Scene, anchor: int, told: Collection[int], taken: Collection[int]) -> bool:
    """Whether the clause goes on with one around it that is asserted itself: *is the only country that kept it*."""
    token = scene.tree.tokens[anchor]
    if token.dep not in scene.pack.syntax.relative_clauses:
        return False
    around = _attributive(scene, token.head)
    return around is not None and not _told(scene, around, told, taken)


def _subject(scene: Scene, anchor: int) -> int | None:
    """The head of what the clause speaks of: a phrase, no speaker or hearer and no empty pronoun."""
    tree, syntax = scene.tree, scene.pack.syntax
    for head in scene.clauses.surface(anchor).heads[:1]:
        token = tree.tokens[head]
        empty = token.text.casefold() in syntax.expletives and (head not in tree.mention_at or _equates(scene, anchor))
        noun = is_phrase(tree, syntax, head) or token.pos in syntax.adjectives  # « les libéraux »
        noun = noun and token.pos not in syntax.numbers and tree.tokens[head].text not in scene.pack.quantities.symbols
        if noun and not empty and not syntax.speech_persons & {*token.morph.split("|")}:
            return head
    return None


def _existing(scene: Scene, anchor: int) -> int | None:
    """What there is, where the clause only says so: *there are projects*, « il y a eu une crise »."""
    tree, syntax = scene.tree, scene.pack.syntax
    there = any(tree.tokens[one].dep in syntax.existential_labels for one in tree.children[anchor] if one < anchor)
    if not there or lemma(tree, syntax, anchor) not in syntax.existential:
        return None
    labels = syntax.objects | syntax.attributes
    found = [one for one in tree.children[anchor] if one > anchor and tree.tokens[one].dep in labels]
    return next((one for one in found if is_phrase(tree, syntax, one)), None)


def _words(scene: Scene, anchor: int, subject: int) -> list[int]:
    """The predicate: the words from the clause's first verb to its end, up to a clause that goes on beside it."""
    tree = scene.tree
    verbs = group(tree, anchor, scene.pack)
    beside = [one for one in tree.children[anchor] if one > anchor and _goes_on(scene, one)]
    apart = {low for one in beside for low in tree.below(one)}
    behind = [one for one in tree.children[anchor] if one > subject]
    start = min([*verbs, *behind]) if subject < verbs[0] else verbs[0]
    words = [one for one in tree.below(anchor) if one >= start and one not in apart]
    relative = scene.pack.syntax.relative_pronouns
    while words and (tree.tokens[words[0]].pos == "PUNCT" or tree.tokens[words[0]].text.casefold() in relative):
        words.pop(0)
    closing = {pair[1] for pair in scene.pack.holders.brackets}
    open_ = not _balanced(scene, words)
    if open_ and words and words[-1] + 1 < len(tree.tokens) and tree.tokens[words[-1] + 1].text in closing:
        words.append(words[-1] + 1)
    while (
        words
        and tree.tokens[words[-1]].text not in closing
        and tree.tokens[words[-1]].pos in ("PUNCT", "CCONJ", "ADP", "SPACE")
    ):
        words.pop()
    words = _closed(scene, words)
    whole = _balanced(scene, words) and not _broken(scene, words)
    return words if _SHORTEST <= len(words) <= _LONGEST and whole else []


def _closed(scene: Scene, words: list[int]) -> list[int]:
    """The words without an aside at their end whose closing bracket the tokenizer glued to another mark."""
    marks = dict(scene.pack.holders.brackets)
    texts = [scene.tree.tokens[one].text for one in words]
    for place in range(len(texts) - 1, 0, -1):
        closing = marks.get(texts[place])
        if closing is not None:
            after = words[-1] + 1
            glued = after < len(scene.tree.tokens) and scene.tree.tokens[after].text.startswith(closing)
            return words[:place] if glued and closing not in texts[place:] else words
    return words


def _balanced(scene: Scene, words: Sequence[int]) -> bool:
    """Whether every bracket that opens closes: where not, the parser cut the clause."""
    text = "".join(scene.tree.tokens[one].text for one in words)
    return all(text.count(opening) == text.count(closing) for opening, closing in scene.pack.holders.brackets)


def _broken(scene: Scene, words: Sequence[int]) -> bool:
    """Whether the line goes on in a tree of its own right behind the words: the parser split one clause."""
    tree, after = scene.tree, words[-1] + 1 if words else len(scene.tree.tokens)
    if after >= len(tree.tokens) or "\n" in scene.document.text[tree.tokens[after - 1].end : tree.tokens[after].start]:
        return False
    return tree.tokens[after].dep not in scene.pack.syntax.punctuation and _root(tree, after) != _root(tree, words[0])


def _root(tree: Tree, index: int) -> int:
    return max((index, *tree.up(index)), key=lambda one: tree.tokens[one].head == one)


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether the token heads a clause beside the one that it hangs on."""
    tree, syntax = scene.tree, scene.pack.syntax
    token = tree.tokens[index]
    clause = token.pos in syntax.verbs or has_copula(tree, syntax, index)
    return clause and token.dep in syntax.conjuncts | (syntax.leftovers - syntax.clauses - syntax.open_clauses)


def _measured(words: Sequence[int], taken: Collection[int]) -> bool:
    """Whether opinions or quantities tell half of the words already."""
    return 2 * sum(word in taken for word in words) >= len(words)


def _about(scene: Scene, subject: int, words: Sequence[int]) -> bool:
    """Whether subject or predicate names somebody, something or a topic of the graph, or a date."""
    tree, topics = scene.tree, scene.pack.holders.assessments.topics
    members = {*tree.below(subject), *words}
    if members & scene.clauses.dated:
        return True
    mentions = (tree.mention_at.get(one) for one in members)
    return any(one is not None and one.type in _NAMED for one in mentions) or listed(tree.tokens[subject], topics)


def _speaks_of(scene: Scene, subject: int) -> Argument:
    """What the clause speaks of; a pronoun with all that says whom it means (*those not made in Botswana*)."""
    if scene.tree.tokens[subject].pos not in scene.pack.syntax.pronouns:
        return argument(scene, "subject", subject, frozenset())
    span, mention = scene.tree.span(scene.tree.below(subject)), scene.tree.mention_at.get(subject)
    return Argument("subject", span, scene.document.text[span.start : span.end], subject, mention)


def _stance(scene: Scene, anchor: int, subject: int) -> Stance:
    """The predicate's stance; what is said to be planned, or to be there as a plan, is planned (*is expected*, *there
    are projects*)."""
    stance = read_stance(scene.tree, lexical(scene.tree, anchor, scene.pack), scene.pack)
    there = subject not in scene.clauses.surface(anchor).heads
    turned = ways(scene.tree, subject if there else anchor, scene.pack)
    if not turned or turned[0].modality is None or not (there or scene.clauses.passive(anchor)):
        return stance
    span = scene.tree.span([turned[0].first, turned[0].last])
    text = scene.document.text[span.start : span.end]
    cues = tuple(sorted({*stance.cue_spans, span}))
    cue = " … ".join(one for one in (stance.cue, text) if one)
    return replace(stance, modality=turned[0].modality, cue=cue, cue_spans=cues)


def _statement(scene: Scene, anchor: int, subject: int, words: Sequence[int]) -> Statement:
    stance = _stance(scene, anchor, subject)
    time = time_of(scene.clauses, verb_frame(scene.clauses, anchor), scene.owned)
    said = scene.tree.span(list(words))
    text = scene.document.text[said.start : said.end]
    arguments = (_speaks_of(scene, subject), Argument("object", said, text, anchor))
    sentence = sentence_of(scene.annotation, anchor)
    return stated(scene.document, sentence, arguments, WAY, stance, time, scene.dates.written)
