"""What a participle or a relative clause is said of, read from its place where the parser hung it elsewhere."""

from __future__ import annotations

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import case_of, has_morph, kind_of
from pipeline.stages.claims.tree import Tree

BINDING = "treaty"  # only a treaty is taken from its place: it is what participles of signing are said of
AGREEING = ("Gender=", "Number=")
CLOSE = 14  # tokens a relative clause may put before its verb


def hung_noun(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The treaty that a bare past participle is said of: « le traité X, signé par A », « Conclu en …, le traité X ».

    None where the participle has an auxiliary, does not agree, or stands beside something else.
    """
    labels = syntax.auxiliaries | syntax.passive_auxiliaries | syntax.subjects | syntax.passive_subjects
    below = [child for child in tree.children[index] if child < index]
    if not has_morph(tree, index, syntax.past_participle) or any(tree.tokens[one].dep in labels for one in below):
        return None
    first = opens_sentence(tree, index)
    found = fronted(tree, syntax, index) if first else noun_before(tree, syntax, index)
    if found is None or BINDING not in kind_of(tree, syntax, found) or not agrees(tree, index, found):
        return None
    return None if nameless(tree, syntax, found) else found


def nameless(tree: Tree, syntax: SyntaxPack, found: int) -> bool:
    """Whether a name that nobody read as the treaty's stands behind the noun: then it may be any treaty."""
    mention = tree.mention_at.get(found)
    read = mention is not None and mention.kind == "name"
    return not read and found + 1 < len(tree.tokens) and tree.tokens[found + 1].pos in syntax.names


def opens_sentence(tree: Tree, index: int) -> bool:
    """Whether the token is the first of its sentence."""
    return index == 0 or tree.tokens[index - 1].sentence != tree.tokens[index].sentence


def noun_before(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The treaty whose phrase ends right before the token, a comma between or not."""
    place = index - 1
    if tree.tokens[place].dep in syntax.punctuation:
        place -= 1
    if place < 0 or tree.tokens[place].sentence != tree.tokens[index].sentence:
        return None
    found = treaty_above(tree, syntax, place, index)
    while found is None and place > 1:
        hyphen = tree.tokens[place - 1].text == "-" and tree.tokens[place - 1].end == tree.tokens[place].start
        if not hyphen and tree.tokens[place].pos not in syntax.names:  # a name torn from its noun, or a compound
            break
        place -= 2 if hyphen else 1
        found = treaty_above(tree, syntax, place, index)
    return found


def treaty_above(tree: Tree, syntax: SyntaxPack, place: int, index: int) -> int | None:
    """The nearest treaty from `place` up, before `index` and below every verb."""
    for one in (place, *tree.up(place)):
        if one > index or tree.tokens[one].pos in syntax.verbs:
            return None
        plain = tree.tokens[one].pos in syntax.nominals - syntax.pronouns or one in tree.mention_at
        if plain and BINDING in kind_of(tree, syntax, one):
            return one
    return None


def fronted(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The noun right behind the first comma after a participle that opens its sentence."""
    sentence = tree.tokens[index].sentence
    commas = 0
    for place in range(index + 1, len(tree.tokens)):
        token = tree.tokens[place]
        if token.sentence != sentence or has_morph(tree, place, syntax.finite):
            return None
        commas += token.text == ","
        if commas and BINDING in kind_of(tree, syntax, place) and token.pos in syntax.nominals - syntax.pronouns:
            before = tree.tokens[place - 1]
            behind = before.text == "," or (before.pos in syntax.determiners and tree.tokens[place - 2].text == ",")
            return place if behind else None
    return None


def agrees(tree: Tree, one: int, other: int) -> bool:
    """Whether two words share gender and number, as far as the parser tells both."""
    first, second = (tree.tokens[at].morph.split("|") for at in (one, other))
    for feature in AGREEING:
        told = [{part for part in parts if part.startswith(feature)} for parts in (first, second)]
        if all(told) and told[0] != told[1]:
            return False
    return True


def relative_object(tree: Tree, syntax: SyntaxPack, index: int, named: frozenset[int]) -> tuple[int, int] | None:
    """Where an object's relative pronoun stands before a verb, and what it stands for: « le texte que A et B avaient
    signé », « la décision, que A soutient ». `named`: the tokens inside names, which are no verbs."""
    for place in range(index - 1, max(index - CLOSE, 0), -1):
        token = tree.tokens[place]
        if token.sentence != tree.tokens[index].sentence:
            return None
        if token.text.casefold().replace("’", "'") in syntax.object_relatives and place > 0:
            found = antecedent(tree, syntax, place, index)
            return None if found is None else (place, found)
        if token.pos in syntax.verbs and token.dep not in syntax.auxiliaries and place not in named:
            return None
    return None


def antecedent(tree: Tree, syntax: SyntaxPack, place: int, index: int) -> int | None:
    """What the relative pronoun at `place` stands for: what a relative clause coordinated with its own is said of,
    else the phrase before it; nothing behind a preposition."""
    before = tree.tokens[place - 1]
    partner = tree.tokens[index].head
    if before.dep in syntax.coordinators:
        return tree.tokens[partner].head if tree.tokens[partner].dep in syntax.relative_clauses else None
    return None if before.dep in syntax.markers else top_before(tree, syntax, place)


def top_before(tree: Tree, syntax: SyntaxPack, place: int) -> int | None:
    """The head of the phrase right before a relative pronoun: a treaty, or anything that a comma parts from it, or
    that stands right before it and in no other phrase."""
    comma = tree.tokens[place - 1].text == ","
    last = place - 2 if comma else place - 1
    found = None
    for one in (last, *tree.up(max(last, 0))):
        if tree.tokens[one].dep in syntax.markers:
            continue
        if one < place and tree.tokens[one].pos in syntax.adjectives:
            continue
        if one >= place or tree.tokens[one].pos not in syntax.nominals - syntax.pronouns:
            break
        if tree.tokens[one].sentence == tree.tokens[place].sentence:
            found = one
            if BINDING in kind_of(tree, syntax, one):
                return one
        inside = case_of(tree, syntax, one) is not None or tree.tokens[one].dep in syntax.marker_objects
        if not inside and tree.tokens[one].dep not in syntax.name_parts:
            break
    return found if comma or found == last else None


def nouns_above(tree: Tree, syntax: SyntaxPack, head: int) -> list[int]:
    """The nouns in whose phrases the noun `head` stands, nearest first: *agreement* above *the Saar*."""
    found = []
    for one in tree.up(head):
        token = tree.tokens[one]
        if token.pos in syntax.nominals - syntax.pronouns:
            found.append(one)
        elif token.dep not in syntax.markers:
            break
    return found
