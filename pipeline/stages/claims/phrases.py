"""Phrases: what leads one, what is coordinated with it, how far it reaches, what kind of thing it names."""

from __future__ import annotations

from pipeline.knowledge.syntax import SyntaxPack
from pipeline.model import Mention, Span
from pipeline.stages.claims.tree import Tree


def lemma(tree: Tree, syntax: SyntaxPack, index: int) -> str:
    """The lemma of a token in lower case, mended from the pack."""
    found = tree.tokens[index].lemma.casefold()
    return syntax.lemmas.get(found, found)


def has_morph(tree: Tree, index: int, features: tuple[str, ...]) -> bool:
    """Whether the token carries all of `features` (none given: no)."""
    morph = tree.tokens[index].morph.split("|")
    return bool(features) and all(feature in morph for feature in features)


def is_reflexive(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token is a reflexive pronoun that belongs to its verb, by its label or its form."""
    token = tree.tokens[index]
    if token.text.casefold() in syntax.expletives:  # « il fut convenu que … »
        return False
    if token.pos not in syntax.pronouns or token.text.casefold() in syntax.clitics:
        return token.dep in syntax.reflexives and token.pos not in syntax.pronouns
    return token.dep in syntax.reflexives or has_morph(tree, index, syntax.reflexive_morph)


def preposition(tree: Tree, syntax: SyntaxPack, index: int) -> str:
    """A preposition as the frames name it: its form, contractions undone."""
    form = tree.tokens[index].text.casefold().replace("’", "'")
    return syntax.prepositions.get(form, form)


def case_of(tree: Tree, syntax: SyntaxPack, index: int) -> str | None:
    """The preposition that leads the phrase headed by `index`, where it hangs below its noun; none of a name's own
    (« de Gaulle »)."""
    mention = tree.mention_at.get(index)
    for child in tree.children[index]:
        own = mention is not None and mention.kind == "name" and mention.span.start <= tree.tokens[child].start
        if tree.tokens[child].dep in syntax.cases and child < index and not own:
            return preposition(tree, syntax, child)
    return None


def conjuncts(tree: Tree, syntax: SyntaxPack, index: int) -> list[int]:
    """`index` and the phrases coordinated with it, in text order."""
    found = [index]
    for child in tree.children[index]:
        joined = tree.tokens[child].dep in syntax.conjuncts or listed(tree, syntax, index, child)
        if joined and is_phrase(tree, syntax, child):
            further = conjuncts(tree, syntax, child)
            found += further[1:] if within(tree, child) else further
    return found


def is_clitic(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the parser took a verb's object for an article: « l'approuve »."""
    token = tree.tokens[index]
    loose = token.pos in syntax.determiners or (token.pos in syntax.pronouns and token.dep not in syntax.subjects)
    below = loose and tree.tokens[token.head].pos in syntax.verbs and index < token.head
    return below and token.text.casefold() in syntax.object_clitics


def within(tree: Tree, index: int) -> bool:
    """Whether the token goes on with a name that begins before it: *Henri* in *Paul-Henri Spaak*."""
    mention = tree.mention_at.get(index)
    return mention is not None and mention.kind == "name" and mention.head < index


def listed(tree: Tree, syntax: SyntaxPack, index: int, child: int) -> bool:
    """Whether the parser took the second name of a list for an apposition: "A, B and C signed"."""
    if tree.tokens[child].dep not in syntax.appositions or not (is_name(tree, index) and is_name(tree, child)):
        return False
    return any(tree.tokens[one].dep in syntax.conjuncts for one in tree.children[child])


def is_phrase(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token heads a nominal phrase and no clause."""
    if tree.tokens[index].pos not in syntax.nominals and index not in tree.mention_at:
        return False
    clausal = syntax.subjects | syntax.passive_subjects | syntax.copulas
    return not any(tree.tokens[child].dep in clausal for child in tree.children[index])


def core(tree: Tree, syntax: SyntaxPack, index: int, others: frozenset[int] = frozenset()) -> list[int]:
    """The tokens of a phrase: its subtree without what leads it in, up to the first clause or phrase beside it.

    `others` are heads that fill other roles, and dates: a phrase led by a preposition ends before one of them.
    """
    left, right = index, index
    for child in tree.children[index]:
        if child < index:
            left = min(left, *tree.below(child)) if precedes(tree, syntax, child) else left
        elif ends(tree, syntax, index, child, others):
            break
        elif tree.tokens[child].dep not in syntax.punctuation:
            right = max(right, *tree.below(child))
    while left < index and tree.tokens[index].pos in syntax.nominals and leads(tree, syntax, left):
        left += 1
    mention = tree.mention_at.get(right)
    whole = mention is not None and mention.kind == "name"
    while whole and mention is not None and tree.tokens[right].end < mention.span.end:  # no name is cut
        right += 1
    return list(range(left, right + 1))


def leads(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token leads a phrase in rather than being part of it: « aux » in « aux propositions »."""
    form = tree.tokens[index].text.casefold()
    return tree.tokens[index].pos in syntax.leads or (form in syntax.prepositions and form not in syntax.partitives)


def precedes(tree: Tree, syntax: SyntaxPack, child: int) -> bool:
    """Whether a dependent before a noun is part of its phrase: an article or an adjective, no preposition or copula."""
    outside = beside(syntax) | syntax.cases | syntax.punctuation | syntax.markers | grammatical(syntax)
    return tree.tokens[child].dep not in outside and case_of(tree, syntax, child) is None


def ends(tree: Tree, syntax: SyntaxPack, index: int, child: int, others: frozenset[int]) -> bool:
    """Whether a phrase ends before this dependent: a clause, an apposition, a conjunct, or a filler of another role."""
    if tree.tokens[child].dep in beside(syntax) or participle(tree, syntax, child):
        return True
    return tree.tokens[index].pos in syntax.nominals and elsewhere(tree, syntax, child, others)


def beside(syntax: SyntaxPack) -> frozenset[str]:
    """Labels of what stands beside a phrase rather than in it."""
    return syntax.relative_clauses | syntax.appositions | syntax.conjuncts | syntax.coordinators


def grammatical(syntax: SyntaxPack) -> frozenset[str]:
    """Labels that make a clause of a phrase: its copula, its auxiliaries, its subject."""
    return syntax.copulas | syntax.auxiliaries | syntax.subjects | syntax.passive_subjects


def elsewhere(tree: Tree, syntax: SyntaxPack, child: int, others: frozenset[int]) -> bool:
    """Whether a phrase after a noun is, or opens with, one of `others` and no genitive joins it to the noun. What says
    that the thing is shared (« une entreprise commune ») is of the thing, whoever it means."""
    token = tree.tokens[child]
    if is_sharing(tree, syntax, child):
        return False
    lead = preposition(tree, syntax, child) if token.dep in syntax.markers else case_of(tree, syntax, child)
    heads = {child, *(one for one in tree.children[child] if token.dep in syntax.markers)}
    return lead not in syntax.genitives and bool(others & heads)


def is_sharing(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the token is an adjective that says of a thing that several have it together (*joint*, « commun »)."""
    return tree.tokens[index].dep in syntax.modifiers and lemma(tree, syntax, index) in syntax.sharing


def participle(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether a participle heads a clause of its own beside a noun: « un accord signé en 1963 »."""
    token = tree.tokens[index]
    clause = token.dep in syntax.noun_clauses and token.pos in syntax.verbs and bool(tree.children[index])
    return clause and not has_morph(tree, index, syntax.infinitive)


def narrow(tree: Tree, syntax: SyntaxPack, index: int, others: frozenset[int]) -> list[int]:
    """The words of a phrase alone: from its first telling word to the first dependent that is, or holds, one of
    `others` (heads that fill other roles, or dates)."""
    left, right = index, index
    for child in tree.children[index]:
        below = tree.below(child)
        vague = lemma(tree, syntax, child) in syntax.vague_modifiers or tree.tokens[child].pos in syntax.function_words
        other = tree.tokens[child].dep in grammatical(syntax) or child in others
        apart = vague or other or is_name(tree, child)
        held = bool(others.intersection(below))
        if child < index:
            left = index if apart or held else min(left, *below)
        elif apart or child not in core(tree, syntax, index):
            break
        elif held:  # « ministre des Affaires étrangères de la Norvège » ends before Norway
            return list(range(left, max(narrow(tree, syntax, child, others)) + 1))
        else:
            right = max(right, *below)
    return list(range(left, right + 1))


def is_name(tree: Tree, index: int) -> bool:
    """Whether the token heads a mention of somebody or something, by name or description (no number)."""
    mention = tree.mention_at.get(index)
    return mention is not None and mention.type not in ("ordinal", "cardinal", "quantity")


def proper(tree: Tree, index: int) -> bool:
    """Whether the token heads a name, not only a description."""
    mention = tree.mention_at.get(index)
    return mention is not None and mention.kind == "name"


def mention_of(tree: Tree, syntax: SyntaxPack, index: int) -> Mention | None:
    """The mention that the phrase headed by `index` is: its own, else the name that its title stands beside."""
    own = tree.mention_at.get(index)
    called = None if own is None else called_by(tree, syntax, index, own)
    if called is not None:
        return called
    if own is not None and own.type != "demonym":
        return own
    kinds = {kind for kind, listed in syntax.nouns.items() if lemma(tree, syntax, index) in listed}
    bearing = not kinds or "person" in kinds  # no treaty and no government bears a person's name
    for child in tree.children[index] if bearing else ():
        token = tree.tokens[child]
        named = None if within(tree, child) else tree.mention_at.get(child)
        if token.dep in syntax.titles and named and named.type == "person" and case_of(tree, syntax, child) is None:
            return named
    told = counted(tree, syntax, index)
    if own is None and told is not None:
        return mention_of(tree, syntax, told)
    behind = name_behind(tree, syntax, index)
    return own if behind is None else tree.mention_at[behind]


def called_by(tree: Tree, syntax: SyntaxPack, index: int, own: Mention) -> Mention | None:
    """The name right behind the noun for what bears it: « l'agence Frontex », *the group Hamas*."""
    behind = tree.mention_at.get(index + 1)
    if own.kind != "nominal" or own.type != "organization" or behind is None or tree.tokens[index + 1].head != index:
        return None
    named = behind.kind == "name" and behind.type == own.type and behind.head == index + 1
    return behind if named and tree.tokens[index + 1].dep in syntax.titles else None


def name_behind(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """The head of a person's name that stands right behind a title: « le chancelier Konrad Adenauer »."""
    if index in tree.mention_at or not is_title(tree, syntax, index):
        return None
    behind = max(core(tree, syntax, index)) + 1
    mention = tree.mention_at.get(behind)
    return behind if mention is not None and mention.type == "person" and mention.kind == "name" else None


def counted(tree: Tree, syntax: SyntaxPack, index: int) -> int | None:
    """Those of whom a word only tells how many: « des milliers de manifestants », « aucun des deux textes »."""
    if lemma(tree, syntax, index) not in syntax.counting_heads:
        return None
    return next((one for one in tree.children[index] if case_of(tree, syntax, one) in syntax.genitives), None)


def is_title(tree: Tree, syntax: SyntaxPack, index: int) -> bool:
    """Whether the noun says what a person is: a president, a chancellor."""
    return lemma(tree, syntax, index) in syntax.nouns.get("person", frozenset())


def kind_of(tree: Tree, syntax: SyntaxPack, index: int) -> frozenset[str]:
    """The types that the phrase may have: its mention's, else those of its head noun; empty where unknown."""
    mention = mention_of(tree, syntax, index)
    # A pronoun's lemma may be another pronoun (« elle » is « lui » to the French tagger): its form counts too.
    words = {lemma(tree, syntax, index), tree.tokens[index].text.lower()}
    nouns = frozenset(kind for kind, listed in syntax.nouns.items() if words & listed)
    if mention is None:
        told = counted(tree, syntax, index)
        return nouns if told is None else kind_of(tree, syntax, told)
    if mention.kind == "pronoun":
        return nouns | {mention.type}
    seat = mention.type == "place" or (mention.type == "facility" and mention.authority is not None)
    if seat and mention.kind == "name" and mention.reading != "literal":
        return frozenset({mention.type, "state"})  # « Londres a reproché à Dublin … »: those who govern there
    return frozenset({mention.type})


def span_of(tree: Tree, syntax: SyntaxPack, index: int, others: frozenset[int] = frozenset()) -> Span:
    """The span of the mention or of the phrase headed by `index`."""
    mention = mention_of(tree, syntax, index)
    return mention.span if mention is not None else tree.span(core(tree, syntax, index, others))
