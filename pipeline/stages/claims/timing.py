"""When and where: which temporal expression dates a predicate, which phrase is its place."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.model import Dates, Sentence, Span, Temporal
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame
from pipeline.stages.claims.operators import bounds
from pipeline.stages.claims.phrases import core, kind_of, preposition
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import listed

PLACES = frozenset({"place", "state", "facility"})
MONTH = len("1990-05")  # an EDTF date at least this long names a month or a day
NO_DATE = frozenset({"SET"})


def owners(clauses: Clauses, dates: Dates, sentences: tuple[Sentence, ...]) -> dict[int, list[Temporal]]:
    """Which token each temporal expression modifies: a verb, or a noun that it stands within."""
    tree = clauses.tree
    found: dict[int, list[Temporal]] = {}
    for temporal in dates.expressions:
        if temporal.span is None or temporal.type in NO_DATE:
            continue
        first, last = reach(tree, temporal.span)
        if first < last:
            owner = owner_of(clauses, first, last, sentences)
            found.setdefault(owner, []).append(temporal)
    return found


def inside(tree: Tree, spans: Iterable[Span]) -> frozenset[int]:
    """The tokens that stand inside one of the spans."""
    return frozenset(index for span in spans for index in range(*reach(tree, span)))


def reach(tree: Tree, span: Span) -> tuple[int, int]:
    """The tokens that stand whole inside a span, last exclusive."""
    last = first = tree.inside(span).start
    while last < len(tree.tokens) and tree.tokens[last].end <= span.end:
        last += 1
    return first, last


def owner_of(clauses: Clauses, first: int, last: int, sentences: tuple[Sentence, ...]) -> int:
    """The verb or noun that an expression (tokens first to last, exclusive) modifies.

    An expression that opens the sentence goes to a clause: the one that the parser gives it, else the main one.
    """
    tree, syntax = clauses.tree, clauses.syntax
    head = next((one for one in range(first, last) if not first <= tree.tokens[one].head < last), first)
    sentence = sentences[tree.tokens[head].sentence]
    owner = latest(clauses, climb(clauses, head, last), first)
    owner = opening_clause(clauses, owner, first, last, sentence)
    heads_clause = tree.tokens[owner].pos in syntax.verbs or clausal(tree, syntax, owner)
    if heads_clause or not opens(tree, syntax, first, sentence) or within_phrase(tree, syntax, head, last):
        return owner
    return main_verb(tree, syntax, head, sentence)


def latest(clauses: Clauses, owner: int, first: int) -> int:
    """The last verb before the expression that is coordinated with its owner: « fut signé et entra en … »."""
    tree, syntax = clauses.tree, clauses.syntax
    joined = [one for one in tree.children[owner] if tree.tokens[one].dep in syntax.conjuncts and owner < one < first]
    verbs = [one for one in joined if tree.tokens[one].pos in syntax.verbs and one not in clauses.named]
    return latest(clauses, verbs[-1], first) if verbs else owner


def opening_clause(clauses: Clauses, owner: int, first: int, last: int, sentence: Sentence) -> int:
    """The participle that opens the sentence, where the parser hung its date on the verb behind the comma («
    Ratifié le 3 mai, le texte entra en vigueur en juin »); else the `owner`."""
    tokens, syntax = clauses.tree.tokens, clauses.syntax
    if owner < last or not any(tokens[one].dep in syntax.punctuation for one in range(last, owner)):
        return owner
    before = range(sentence.first, first)
    if any(tokens[one].dep in syntax.punctuation for one in before):
        return owner
    opening = [one for one in before if tokens[one].head == owner and tokens[one].pos in syntax.verbs]
    return opening[0] if opening else owner


def climb(clauses: Clauses, head: int, last: int) -> int:
    """What an expression headed by `head` and ending before `last` modifies, by the tree.

    Up from its head: a genitive (« le traité de 1996 ») or a place before the noun (*the December 1999 Treaty*) stays
    with the noun; any other phrase goes on to the verb, because parsers hang « en décembre » on the object before it.
    """
    tree, syntax = clauses.tree, clauses.syntax
    current, lead = head, lead_of(tree, syntax, head)
    while tree.tokens[current].head != current:
        above = tree.tokens[current].head
        token = tree.tokens[above]
        verb = token.pos in syntax.verbs
        marker = token.dep in syntax.markers and not verb and above != head
        # A year behind « cette fois » is none of the phrase.
        adverbial = head > above and listed(token, syntax.adverbial_nouns)
        # A preposition; a name that the tagger took for a verb.
        if marker or adverbial or (verb and above in clauses.named):
            current = above
            continue
        if verb or clausal(tree, syntax, above):
            return above
        if lead is None or lead in syntax.genitives or above > last or not under_verb(tree, syntax, above):
            return above
        current = above
    return current


def lead_of(tree: Tree, syntax: SyntaxPack, head: int) -> str | None:
    """The preposition before an expression's head."""
    above = tree.tokens[head].head
    if above != head and tree.tokens[above].dep in syntax.markers:
        return preposition(tree, syntax, above)
    for child in tree.children[head]:
        if tree.tokens[child].dep in syntax.cases:
            return preposition(tree, syntax, child)
    return None


def clausal(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token heads a clause: it bears a copula, or is one."""
    labels = {tree.tokens[child].dep for child in tree.children[index]}
    return bool(labels & (syntax.copulas | syntax.subjects | syntax.passive_subjects))


def under_verb(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the noun is the object or grammatical subject of a verb: then a phrase after it dates the verb."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    return token.dep in syntax.objects | syntax.passive_subjects and above.pos in syntax.verbs


def opens(tree: Tree, syntax: SyntaxPack, first: int, sentence: Sentence) -> bool:
    """Whether only a preposition, an article or a conjunction stands before the expression in its sentence."""
    small = syntax.function_words
    return all(tree.tokens[one].pos in small for one in range(sentence.first, first))


def within_phrase(tree: Tree, syntax: SyntaxPack, head: int, last: int) -> bool:
    """Whether the expression stands inside the noun phrase that follows it: *The December 1999 Treaty*."""
    above = tree.tokens[head].head
    if lead_of(tree, syntax, head) is not None or tree.tokens[above].pos not in syntax.nominals or above < last:
        return False
    return tree.tokens[last].dep not in syntax.punctuation


def main_verb(tree: Tree, syntax: SyntaxPack, head: int, sentence: Sentence) -> int:
    """The root of the sentence if it heads a clause, else the first verb or copula above the expression."""
    roots = [one for one in range(sentence.first, sentence.last) if tree.tokens[one].head == one]
    for root in roots:
        if tree.tokens[root].pos in syntax.verbs or clausal(tree, syntax, root):
            return root
    for above in tree.up(head):
        if tree.tokens[above].pos in syntax.verbs:
            return above
    return head


def time_of(clauses: Clauses, frame: Frame, owned: dict[int, list[Temporal]]) -> Temporal | None:
    """The expression that dates a frame: on its anchor or its clause, else one that opens a clause it shares, else
    the one that its relative clause is said of (« 2005, date à laquelle … »)."""
    tree, syntax = clauses.tree, clauses.syntax
    if frame.date:
        span = tree.span(sorted(frame.date))
        near = (one for i in range(*bounds(tree, min(frame.date))) for one in owned.get(i, ()))
        return next((one for one in near if one.span and covers(span, one.span)), None)
    own = owned.get(frame.anchor, []) + owned.get(frame.clause, [])
    if frame.kind in ("copula", "verb") and not own:
        own = [one for part in frame.slots.get("attribute", ()) for one in owned.get(part, [])]
    if not own:
        own = shared_time(tree, syntax, frame.clause, owned)
    if not own and tree.tokens[frame.clause].dep in syntax.relative_clauses:
        own = described(tree, syntax, tree.tokens[frame.clause].head, owned)
    if not own and frame.kind == "noun":
        own = behind(tree, frame, owned)
    if not own and frame.kind != "verb":
        own = beyond(tree, syntax, frame, owned)
    if not own and frame.kind == "verb":
        own = trailing(clauses, frame, owned)
    if not own and frame.kind == "verb" and clauses.finite(frame.clause):
        own = closing(clauses, frame, owned)
    anchor = tree.tokens[frame.anchor].start
    ranked = sorted(own, key=lambda one: (one.layer != "range", one.type == "DURATION", distance(one, anchor)))
    return ranked[0] if ranked else None


def closing(clauses: Clauses, frame: Frame, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """A day or month behind an infinitive and its object dates the verb above: "agreed to open borders in May 1990".

    A bare year may be that of the plan: « ont convenu de créer en 1999 un État »; so may what stands right behind it.
    """
    found = []
    for head in frame.slots.get("clause", ()):
        objects = clauses.slots(head).get("object", ())
        if not objects or clauses.finite(head):
            continue
        end = clauses.tree.tokens[max(objects)].end
        found += [one for one in owned.get(head, []) if one.span is not None and one.span.start > end and precise(one)]
    return found


def precise(temporal: Temporal) -> bool:
    """Whether the expression names one month or day."""
    edtf = temporal.edtf or ""
    return len(edtf) >= MONTH and "/" not in edtf


def shared_time(tree: Tree, syntax: SyntaxPack, clause: int, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """What dates the clause that this one is coordinated with, when it stands before both."""
    token = tree.tokens[clause]
    while token.dep in syntax.conjuncts:
        clause = token.head
        token = tree.tokens[clause]
        before = [one for one in owned.get(clause, []) if one.span is not None and one.span.end <= token.start]
        if before:
            return before
    return []


def beyond(tree: Tree, syntax: SyntaxPack, frame: Frame, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """The expressions that the parser hung on a phrase of the frame, behind it (« partie au traité depuis 1992 »)."""
    found = []
    for slot, heads in frame.slots.items():
        for head in heads if slot not in ("subject", "anchor") else ():
            end = tree.tokens[head].end
            below = [one for one in tree.children[head] if lead_of(tree, syntax, one) not in (None, *syntax.genitives)]
            spans = [tree.span(tree.below(one)) for one in below]
            for one in owned.get(head, []):
                if one.span is not None and one.span.start > end and any(covers(span, one.span) for span in spans):
                    found.append(one)
    return found


def trailing(clauses: Clauses, frame: Frame, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """The expressions behind a verb that the parser hung on the noun of a set phrase or on a place in it (« ouverte à
    la signature le 3 mai », « à la signature à Oslo en mai »)."""
    tree, syntax = clauses.tree, clauses.syntax
    core = (*syntax.genitives, "subject", "object", "clause", "attribute", "recipient", "anchor")
    heads = [head for slot, heads in frame.slots.items() if slot not in core for head in heads if head > frame.anchor]
    hosts = [one for head in heads for one in (head, *tree.children[head]) if tree.tokens[one].pos in syntax.nominals]
    return [
        one for host in hosts for one in owned.get(host, [])
        if one.span is not None and one.span.start >= tree.tokens[host].end
    ]  # fmt: skip


def covers(outer: Span, inner: Span) -> bool:
    """Whether one span holds another."""
    return outer.start <= inner.start and inner.end <= outer.end


def behind(tree: Tree, frame: Frame, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """The expressions that stand inside the phrase of a noun of action though a verb above owns them."""
    below = tree.below(frame.anchor)
    first, last = tree.tokens[frame.anchor].end, tree.tokens[below[-1]].end
    lent = [one for above in tree.up(frame.anchor) for one in owned.get(above, [])]
    return [one for one in lent if one.span is not None and first <= one.span.start and one.span.end <= last]


def described(tree: Tree, syntax: SyntaxPack, noun: int, owned: dict[int, list[Temporal]]) -> list[Temporal]:
    """The expression that a noun, or the phrase it stands in apposition to, is."""
    while tree.tokens[noun].text.casefold() in syntax.relative_pronouns and tree.tokens[noun].head != noun:
        noun = tree.tokens[noun].head
    start = place = min(core(tree, syntax, noun))
    while place > 0 and tree.tokens[place - 1].dep in syntax.punctuation:
        place -= 1
    beside = 0 < place < start and tree.tokens[place - 1].sentence == tree.tokens[noun].sentence
    ends = {tree.tokens[noun].end, tree.tokens[place - 1].end if beside else -1}
    first, last = bounds(tree, noun)
    return [one for i in range(first, last) for one in owned.get(i, ()) if one.span and one.span.end in ends]


def distance(temporal: Temporal, start: int) -> int:
    """How far an expression stands from a place in the text, in characters."""
    return abs(temporal.span.start - start) if temporal.span is not None else 0


def place_of(clauses: Clauses, frame: Frame, taken: frozenset[int]) -> int | None:
    """The head of the place where it happened: a locative phrase that names one and fills no role."""
    syntax = clauses.syntax
    objects = [head for head in frame.slots.get("object", ()) if head > frame.anchor]
    for slots in (frame.slots, *(clauses.slots(head) for head in objects)):
        for head in (one for slot in sorted(syntax.locatives) for one in slots.get(slot, ())):
            if head not in taken and kind_of(clauses.tree, syntax, head) & PLACES:
                return head
    return None
