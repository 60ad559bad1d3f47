"""The dependents of one token as slots: surface subject, object, attribute, clause, possessor, prepositions."""

from __future__ import annotations

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import (
    case_of,
    conjuncts,
    has_morph,
    is_clitic,
    is_phrase,
    is_reflexive,
    lemma,
    preposition,
)
from pipeline.stages.claims.tree import Tree

Slots = dict[str, tuple[int, ...]]

BARE = "bare"  # a phrase without a preposition that the parser took for an adverbial
SURFACE = "surface"  # the grammatical subject, before voice is undone


def local(tree: Tree, syntax: SyntaxPack, index: int) -> Slots:
    """What hangs directly on `index`, each conjunct of a filler a filler. Slots in text order."""
    found: dict[str, list[int]] = {}
    for child in (*hung_low(tree, syntax, index), *tree.children[index]):
        for slot, head in dependent(tree, syntax, child):
            found.setdefault(slot, []).extend(conjuncts(tree, syntax, head))
    for stray in strays(tree, syntax, index):
        nearest = nearest_slot(found, stray)
        if nearest:
            found[nearest].extend(conjuncts(tree, syntax, stray))
    for slot, heads in (*handed_up(tree, syntax, index).items(), *past_aside(tree, syntax, index).items()):
        found.setdefault(slot, heads)
    second = behind(tree, syntax, index)
    if second is not None and "object" not in found:
        after = conjuncts(tree, syntax, second)
        found[SURFACE] = [one for one in found[SURFACE] if one not in after]
        found["object"] = after
    return {slot: tuple(dict.fromkeys(heads)) for slot, heads in found.items()}


def hung_low(tree: Tree, syntax: SyntaxPack, index: int) -> list[int]:
    """The clitics that the parser hung on the copula of `index`: « A et B n'y sont pas parties »."""
    copulas = [one for one in tree.children[index] if tree.tokens[one].dep in syntax.copulas]
    below = [low for one in copulas for low in tree.children[one] if tree.tokens[low].pos in syntax.pronouns]
    return [one for one in below if tree.tokens[one].text.casefold() in syntax.clitics]


def behind(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The second subject of a verb, behind it, which a verb with one before it does not have: its object."""
    subjects = [one for one in tree.children[index] if tree.tokens[one].dep in syntax.subjects]
    before = [one for one in subjects if one < index and is_phrase(tree, syntax, one)]
    after = [one for one in subjects if one > index and is_phrase(tree, syntax, one)]
    relative = any(tree.tokens[one].text.casefold() in syntax.relative_pronouns for one in before)
    active = has_morph(tree, index, syntax.finite) and tree.tokens[index].pos in syntax.verbs
    return after[0] if before and after and active and not relative else None


def past_aside(tree: Tree, syntax: SyntaxPack, index: int) -> dict[str, list[int]]:
    """Phrases behind a clause in brackets that the parser hung in it: « un accord (qui échoua) sur la pêche »."""
    found: dict[str, list[int]] = {}
    clauses = [one for one in tree.children[index] if tree.tokens[one].dep in syntax.relative_clauses and one > index]
    for clause in clauses if tree.tokens[index].pos in syntax.nominals else ():
        below = tree.below(clause)
        opens = any(tree.tokens[one].text == "(" for one in range(index + 1, clause))
        closing = next((one for one in range(clause, below[-1]) if tree.tokens[one].text == ")"), None)
        if not opens or closing is None:
            continue
        for low in (one for one in below if one > closing >= tree.tokens[one].head):
            for slot, head in dependent(tree, syntax, low):
                if tree.tokens[head].pos in syntax.nominals:
                    found.setdefault(slot, []).extend(conjuncts(tree, syntax, head))
    return found


def handed_up(tree: Tree, syntax: SyntaxPack, index: int) -> dict[str, list[int]]:
    """Genitives that the parser hung on a noun's adjective: « républiques constituantes de l'Union »."""
    found: dict[str, list[int]] = {}
    if tree.tokens[index].pos not in syntax.nominals:
        return found
    for child in tree.children[index]:
        if child > index and tree.tokens[child].dep in syntax.noun_clauses:
            below = [pair for one in tree.children[child] for pair in dependent(tree, syntax, one)]
            for slot, head in below:
                if slot in syntax.genitives:
                    found.setdefault(slot, []).extend(conjuncts(tree, syntax, head))
    return found


def dependent(tree: Tree, syntax: SyntaxPack, child: int) -> list[tuple[str, int]]:
    """The slots that one dependent fills, with the head of the filler."""
    token = tree.tokens[child]
    clitic = syntax.clitics.get(token.text.casefold()) if token.pos in syntax.pronouns else None
    if is_reflexive(tree, syntax, child):
        return []
    if is_clitic(tree, syntax, child):
        return [("object", child)]
    if token.dep in syntax.markers and not is_phrase(tree, syntax, child):
        return marked(tree, syntax, child)
    if clitic is not None:
        return [(clitic, child)]
    lead = case_of(tree, syntax, child)
    led = token.dep in syntax.objects and lead not in syntax.genitives
    if lead is not None and (token.dep in syntax.obliques or led):
        return [(lead, child)]
    found = [(slot, child) for slot, labels in plain(syntax) if token.dep in labels and fits(tree, syntax, slot, child)]
    if token.dep in syntax.noun_clauses and has_morph(tree, child, syntax.infinitive):
        found.append(("clause", child))
    if titled(tree, syntax, child):
        found.append((BARE, child))
    if token.dep in syntax.possessors or has_morph(tree, child, syntax.possessive):
        found.append(("possessor", child))
    return found


def titled(tree: Tree, syntax: SyntaxPack, child: int) -> bool:
    """Whether a noun behind a verb, led in by nothing, hangs on it as if on a noun: « élu régent »."""
    token = tree.tokens[child]
    bare = token.dep in syntax.modifiers and token.pos in syntax.nominals and case_of(tree, syntax, child) is None
    return bare and child > token.head and tree.tokens[token.head].pos in syntax.verbs


def plain(syntax: SyntaxPack) -> tuple[tuple[str, frozenset[str]], ...]:
    """The slots that a label alone decides."""
    return (
        (SURFACE, syntax.subjects | syntax.passive_subjects),
        ("object", syntax.objects),
        ("recipient", syntax.recipients),
        ("attribute", syntax.attributes),
        ("clause", syntax.clauses),
        ("modifier", syntax.modifiers),
        (BARE, syntax.adverbials),
    )


def fits(tree: Tree, syntax: SyntaxPack, slot: str, child: int) -> bool:
    """An attribute is a phrase, an adjective or a participle, a clause is headed by a verb; the other slots take
    anything."""
    pos = tree.tokens[child].pos
    if slot == "attribute":
        plain = pos in syntax.nominals or pos in syntax.adjectives or child in tree.mention_at
        return plain or has_morph(tree, child, syntax.past_participle)
    if slot == BARE:
        vague = lemma(tree, syntax, child) in syntax.adverbial_nouns or pos in syntax.numbers
        return is_phrase(tree, syntax, child) and not vague
    if slot == "clause":
        return (pos in syntax.verbs or not is_phrase(tree, syntax, child)) and not asyndetic(tree, syntax, child)
    return True


def asyndetic(tree: Tree, syntax: SyntaxPack, child: int) -> bool:
    """Whether a finite verb without subject or marker, which the parser took for a clause of the verb before, goes on
    with that one's subject behind a comma: « Le texte cède A à B, attribue C à D »."""
    token = tree.tokens[child]
    own = syntax.subjects | syntax.passive_subjects | syntax.complementizers | syntax.markers | syntax.auxiliaries
    open_ = token.pos in syntax.verbs and has_morph(tree, child, syntax.finite) and token.head < child - 1
    alone = not any(tree.tokens[one].dep in own for one in tree.children[child])
    return open_ and alone and tree.tokens[child - 1].text == ","


def marked(tree: Tree, syntax: SyntaxPack, marker: int) -> list[tuple[str, int]]:
    """The objects of a preposition that stands above its noun: its slot, and `recipient` where the label says so."""
    below = tree.children[marker]
    objects = [child for child in below if tree.tokens[child].dep in syntax.marker_objects]
    further = [
        pair for child in below if tree.tokens[child].dep in syntax.markers for pair in marked(tree, syntax, child)
    ]
    if not objects and not further:
        objects = following(tree, syntax, marker)
    slots = [preposition(tree, syntax, marker)]
    if tree.tokens[marker].dep in syntax.recipients:
        slots.append("recipient")
    return [(slot, child) for slot in slots for child in objects] + further


def following(tree: Tree, syntax: SyntaxPack, marker: int) -> list[int]:
    """The phrase that stands right behind a preposition which the parser left without an object."""
    head, place = None, marker + 1
    while place < len(tree.tokens) and min(tree.below(place)) == marker + 1:
        head = place if tree.tokens[place].pos in syntax.nominals else head
        if tree.tokens[place].head == place:
            break
        place = tree.tokens[place].head
    return [] if head is None else [head]


def strays(tree: Tree, syntax: SyntaxPack, index: int) -> list[int]:
    """Phrases that the parser coordinated with a verb: they belong to the filler before them."""
    if tree.tokens[index].pos not in syntax.verbs:
        return []
    labels = syntax.conjuncts
    return [one for one in tree.children[index] if tree.tokens[one].dep in labels and is_phrase(tree, syntax, one)]


def nearest_slot(found: dict[str, list[int]], stray: int) -> str | None:
    """The slot whose last filler stands closest before `stray`."""
    ends = [(max(heads), slot) for slot, heads in found.items() if heads and max(heads) < stray]
    return max(ends)[1] if ends else None
