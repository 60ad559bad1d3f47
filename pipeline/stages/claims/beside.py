"""Who a finite verb is said of, read from its place: the parser lost the subject, or took a description for it."""

from __future__ import annotations

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.stages.claims.phrases import case_of, core, is_name, kind_of, proper
from pipeline.stages.claims.tree import Tree

JUMPS = 3  # commas that an insertion between subject and verb may hold
BINDING = frozenset({"treaty", "group"})  # what may do something beside the actors


def neighbour(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The name that ends right before a verb, or that an apposition between commas parts from it; else the actor or
    treaty before an insertion that ends with a comma right before the verb (« X, qui …, refuse »)."""
    place = before_group(tree, syntax, index, commas=True)
    while place >= 0 and tree.tokens[place].dep in syntax.conjuncts:
        place = tree.tokens[place].head
    found = name_above(tree, syntax, place, index)
    return before_insertion(tree, syntax, index) if found is None else found


def before_group(tree: Tree, syntax: SyntaxPack, index: int, commas: bool) -> int:
    """The token before a verb and its auxiliaries, clitics and adverbs (and the commas before it)."""
    place = index - 1
    while place >= 0 and small(tree, syntax, place) and (commas or tree.tokens[place].dep not in syntax.punctuation):
        place -= 1
    return place


def name_above(tree: Tree, syntax: SyntaxPack, place: int, index: int) -> int | None:
    """The nearest name of an actor from `place` up, in the sentence of the verb and led in by no preposition, unless by
    one that may open a clause (« après Adenauer, âgé de …, est devenu »)."""
    for above in (place, *tree.up(max(place, 0))):
        mention = tree.mention_at.get(above)
        named = mention is not None and mention.kind == "name" and mention.type in syntax.actors
        lead = case_of(tree, syntax, above)
        free = lead is None or lead in syntax.clause_prepositions
        if named and free and above < index and tree.tokens[above].sentence == tree.tokens[index].sentence:
            return above
    return None


def small(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token may stand between a subject and its verb: an auxiliary, a clitic, an adverb, a comma."""
    token = tree.tokens[index]
    labels = syntax.auxiliaries | syntax.reflexives | syntax.punctuation
    form = token.text.casefold()
    clitic = token.pos in syntax.pronouns and (form in syntax.clitics or form in syntax.object_clitics)
    return token.dep in labels or token.pos in syntax.adverbs or clitic


def before_insertion(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The actor or treaty before what stands between commas right before a verb: a clause, a description."""
    last = before_group(tree, syntax, index, commas=False)
    if last < 1 or tree.tokens[last].text != ",":
        return None
    commas = 0
    for place in range(last - 1, 0, -1):
        if tree.tokens[place].sentence != tree.tokens[index].sentence or commas == JUMPS:
            return None
        if tree.tokens[place].text == ",":
            commas += 1
            found = phrase_ending(tree, syntax, place - 1)
            if found is not None:
                return found
    return None


def person_ending(tree: Tree, last: int) -> tuple[int, ...]:
    """The head of the name of a person that ends at `last`, if one does."""
    for one in (last, *tree.up(last)):
        mention = tree.mention_at.get(one)
        if mention is not None and mention.kind == "name":
            ends = mention.type == "person" and mention.span.end == tree.tokens[last].end
            return (one,) if ends else ()
    return ()


def lead_of(tree: Tree, syntax: SyntaxPack, index: int) -> int:
    """The first of the coordinated phrases that `index` is one of."""
    while tree.tokens[index].dep in syntax.conjuncts and tree.tokens[index].head < index:
        index = tree.tokens[index].head
    return index


def interrupted(tree: Tree, syntax: SyntaxPack, index: int, heads: tuple[int, ...]) -> int | None:
    """The actor or treaty before a relative clause between commas, where the parser took the subject of that clause for
    the verb's behind it: « les États-Unis, dont le Sénat avait repoussé le texte, ne l'ont jamais ratifié »."""
    last = before_group(tree, syntax, index, commas=False)
    if last < 2 or tree.tokens[last].text != ",":
        return None
    for place in range(last - 1, 1, -1):
        token = tree.tokens[place]
        if token.sentence != tree.tokens[index].sentence:
            return None
        if token.text.casefold() in syntax.relative_pronouns and tree.tokens[place - 1].text == ",":
            inside = all(place < one < last for one in heads)
            return phrase_ending(tree, syntax, place - 2) if inside else None
    return None


def phrase_ending(tree: Tree, syntax: SyntaxPack, last: int) -> int | None:
    """The head of the phrase that ends at `last`, where it names or describes an actor or a treaty and nothing leads
    it in."""
    kinds = syntax.actors | BINDING
    for one in (last, *tree.up(last)):
        if (
            one > last
            or tree.tokens[one].pos in syntax.verbs
            or tree.tokens[one].sentence != tree.tokens[last].sentence
        ):
            return None
        if case_of(tree, syntax, one) is not None:
            continue
        plain = tree.tokens[one].pos in syntax.nominals - syntax.pronouns - syntax.numbers or is_name(tree, one)
        if plain and kind_of(tree, syntax, one) & kinds:
            return one
    return None


def named_subject(tree: Tree, syntax: SyntaxPack, index: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects of a finite verb with the name in the place of a description of it: « X, président de Y, refuse »,
    « Élue présidente, X refuse »."""
    told = [one for one in heads if not proper(tree, one) and tree.tokens[one].pos in syntax.nominals - syntax.pronouns]
    if not told or max(told) > index or max(told) != max(heads):
        return heads
    described = told[-1]
    end = before_group(tree, syntax, index, commas=False)
    found = name_above(tree, syntax, end, index) if tree.tokens[end].text != "," else None
    if found is not None and described < found and tree.tokens[phrase_start(tree, syntax, found) - 1].text == ",":
        return (found,)
    start = phrase_start(tree, syntax, described)
    if tree.tokens[end].text != "," or start < 2 or tree.tokens[start - 1].text != ",":
        return heads
    found = phrase_ending(tree, syntax, start - 2)
    if found is None or not proper(tree, found):
        return heads
    return (found,) if kind_of(tree, syntax, found) & kind_of(tree, syntax, described) else heads


def phrase_start(tree: Tree, syntax: SyntaxPack, head: int) -> int:
    """The first token of a phrase, its article too."""
    start = min(core(tree, syntax, head))
    while start > 0 and tree.tokens[start - 1].pos in syntax.determiners:
        start -= 1
    return start


def noun_left(tree: Tree, syntax: SyntaxPack, place: int) -> int | None:
    """The head of the phrase that ends right before a relative pronoun, a comma between or not."""
    one = place - 1 - (tree.tokens[place - 1].dep in syntax.punctuation)
    if one < 0 or tree.tokens[one].sentence != tree.tokens[place].sentence:
        return None
    for above in (one, *tree.up(one)):
        token = tree.tokens[above]
        if above > place or token.pos in syntax.verbs:
            return None
        inner = token.dep in syntax.name_parts | syntax.conjuncts or case_of(tree, syntax, above) in syntax.genitives
        if token.pos in syntax.nominals - syntax.pronouns and not inner:
            return above
    return None
