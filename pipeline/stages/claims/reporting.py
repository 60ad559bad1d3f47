"""Reporting verbs: who says, finds, or blames, and what."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.knowledge.pack import Pack
from pipeline.model import Holder
from pipeline.stages.claims.attribution import NOBODY, Attribution, attribute, hold, is_author, phrase
from pipeline.stages.claims.clausal import bare_participle, is_verb
from pipeline.stages.claims.operators import bounds
from pipeline.stages.claims.stance import read_stance
from pipeline.stages.claims.tree import Tree
from pipeline.stages.claims.words import has, listed, occurrences


def reporting_verbs(tree: Tree, pack: Pack) -> Iterator[Attribution]:
    """The attributions of verbs of saying, judging, blaming and voicing."""
    for index in range(len(tree.tokens)):
        if not is_verb(tree, index, pack):
            continue
        for kind, content in _contents(tree, index, pack):
            holder = None if _document(tree, index, pack) else speaker(tree, index, pack)
            if (
                holder is not None
                and content
                and not (kind == "judgement" and _doubtful(tree, index, holder, content, pack))
            ):
                holder = NOBODY if _thing(tree, index, content, pack) else holder
                yield attribute(tree, holder, content, (index, index), index, kind)
                break


def _document(tree: Tree, verb: int, pack: Pack) -> bool:
    """Whether the subject is a document or one of the pronouns for things: what it says is its provision."""
    head = subject(tree, verb, pack)
    if head is None:
        return False
    mention, token = tree.mention_at.get(head), tree.tokens[head]
    named = mention is not None and mention.type in ("treaty", "law")
    listed_thing = token.pos == "NOUN" and any(listed(token, pack.syntax.nouns[kind]) for kind in ("treaty", "law"))
    return named or listed_thing or listed(token, pack.holders.things)


def _doubtful(tree: Tree, verb: int, holder: Holder, content: frozenset[int], pack: Pack) -> bool:
    """A judgement that is not passed (*would consider*), one in a relative clause (*what he calls*), or nobody's that
    only names a thing (*seen as a function of policy*)."""
    labels = pack.syntax.relative_clauses
    if (tree.tokens[verb].dep in labels and not _passive(tree, verb, pack)) or read_stance(
        tree, verb, pack
    ).modality != "asserted":
        return True
    judging = pack.syntax.adjectives | pack.syntax.verbs
    return holder.kind == "unspecified" and not any(tree.tokens[one].pos in judging for one in content)


def _thing(tree: Tree, verb: int, content: frozenset[int], pack: Pack) -> bool:
    """*Goods estimated to be worth …*: a thing before an infinitive is what is spoken of, not who speaks."""
    infinitive = any(
        tree.tokens[child].dep in pack.syntax.open_clauses for child in tree.children[verb] if child in content
    )
    head = subject(tree, verb, pack)
    return infinitive and head is not None and not somebody(tree, head, pack)


def somebody(tree: Tree, index: int, pack: Pack) -> bool:
    """Whether the noun names or describes somebody who can speak."""
    mention, token = tree.mention_at.get(index), tree.tokens[index]
    if mention is not None and mention.type in ("person", "organization", "state", "group", "place"):
        return True
    kinds = ("person", "organization", "group", "state")
    return token.pos == "PRON" or any(listed(token, pack.syntax.nouns.get(kind, frozenset())) for kind in kinds)


def _contents(tree: Tree, verb: int, pack: Pack) -> Iterator[tuple[str, frozenset[int]]]:
    words, token = pack.holders, tree.tokens[verb]
    if listed(token, words.saying):
        yield "clause", _said(tree, verb, pack)
    if listed(token, words.judging):
        yield "judgement", _judged(tree, verb, pack)
    if listed(token, words.blaming):
        yield "clause", _blamed(tree, verb, pack)
    if listed(token, words.wishing):
        yield "clause", _wished(tree, verb, pack)
    if listed(token, words.voicing):
        yield "phrase", _voiced(tree, verb, pack)


def below(tree: Tree, heads: list[int], without: frozenset[int] = frozenset()) -> frozenset[int]:
    """All tokens below `heads`, themselves included, but none below `without`."""
    return frozenset(one for head in heads for one in tree.below(head)) - without


def _said(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """The complement clause; for an inserted *he said*, the clause that it is inserted in."""
    clauses = [
        child for child in tree.children[verb] if _is_clause(tree, child, pack) and _held(tree, verb, child, pack)
    ]
    clauses = clauses or _insisted(tree, verb, pack)
    if clauses:
        return below(tree, clauses, frozenset().union(*(_beside(tree, one, pack) for one in clauses)))
    loose = _loose(tree, verb, pack)
    if loose:
        return loose
    token = tree.tokens[verb]
    compared = any(
        listed(tree.tokens[child], pack.holders.comparison) and child < verb for child in tree.children[verb]
    )
    objects = any(tree.tokens[one].dep in pack.syntax.objects | pack.syntax.attributes for one in tree.children[verb])
    if (token.dep in pack.holders.inserted and not objects) or (
        token.dep in pack.syntax.adverbial_clauses and compared
    ):
        return below(tree, [token.head], frozenset(tree.below(verb)))
    return frozenset()


def _wished(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """The clause or infinitive that is wished or feared (*hopes to join*, « craint que … ne soit »)."""
    labels = pack.syntax.clauses | pack.syntax.open_clauses
    return below(
        tree,
        [
            child
            for child in tree.children[verb]
            if child > verb and tree.tokens[child].dep in labels and tree.tokens[child].pos in pack.syntax.verbs
        ],
    )


def _insisted(tree: Tree, verb: int, pack: Pack) -> list[int]:
    """The clause that somebody insists on (« insiste pour que … »)."""
    found = []
    for child in tree.children[verb]:
        if child > verb and tree.tokens[child].dep in pack.syntax.adverbial_clauses | pack.syntax.clauses:
            edge = min(tree.below(child))
            if any(start == edge for start, _ in occurrences(tree.tokens, edge, child, pack.holders.insisting)):
                found.append(child)
    return found


def _beside(tree: Tree, clause: int, pack: Pack) -> frozenset[int]:
    """What is coordinated with a complement that no conjunction opens, and has a subject of its own."""
    if any(tree.tokens[one].dep in pack.syntax.complementizers for one in tree.children[clause]):
        return frozenset()
    labels = pack.syntax.subjects | pack.syntax.passive_subjects
    joined = [
        child
        for child in tree.children[clause]
        if tree.tokens[child].dep in pack.syntax.conjuncts
        and any(tree.tokens[one].dep in labels for one in tree.children[child])
    ]
    return below(tree, joined)


def _is_clause(tree: Tree, child: int, pack: Pack) -> bool:
    """A complement that is a clause of its own: with a subject, a conjunction, or an infinitive."""
    syntax, token = pack.syntax, tree.tokens[child]
    if token.dep not in syntax.clauses:
        return False
    wanted = syntax.subjects | syntax.passive_subjects | syntax.complementizers | syntax.copulas
    return any(tree.tokens[one].dep in wanted for one in tree.children[child]) or has(token, syntax.infinitive)


def _held(tree: Tree, verb: int, child: int, pack: Pack) -> bool:
    """An infinitive is content only of verbs that claim (*claims to have signed*, not *agreed to sign*)."""
    group = (child, *tree.children[child])
    if tree.tokens[child].dep not in pack.syntax.open_clauses or not any(
        has(tree.tokens[one], pack.syntax.infinitive) for one in group
    ):
        return True
    return listed(tree.tokens[verb], pack.holders.claiming)


def _loose(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """Where the parser lost the complement: from a conjunction right after the verb to the end of the sentence."""
    sentence, place = tree.tokens[verb].sentence, verb + 1
    while place < len(tree.tokens) and tree.tokens[place].sentence == sentence and tree.tokens[place].pos == "ADV":
        place += 1
    if place >= len(tree.tokens) or not listed(tree.tokens[place], pack.holders.conjunctions):
        return frozenset()
    if tree.tokens[place].pos != "SCONJ":
        return frozenset()
    last = place
    while last < len(tree.tokens) and tree.tokens[last].sentence == sentence:
        last += 1
    return frozenset(range(place, last))


def incised(tree: Tree, pack: Pack) -> Iterator[Attribution]:
    """*…, said Begin, …* with the speaker after the verb, as its shape tells even where the parser errs."""
    for index, token in enumerate(tree.tokens):
        if (
            not listed(token, pack.holders.saying)
            or not is_verb(tree, index, pack)
            or bare_participle(tree, index, pack)
        ):
            continue
        first = min(
            [index, *(one for one in tree.children[index] if index - 3 < one < index and _light(tree, one, pack))]
        )
        name = next(
            (one for one in range(index + 1, min(index + 7, len(tree.tokens))) if _names(tree, one, pack)), None
        )
        if first == 0 or name is None or not _comma(tree, first - 1, pack) or _said(tree, index, pack):
            continue
        head = name if tree.tokens[name].dep not in pack.syntax.modifiers else tree.tokens[name].head
        if not _may_speak(tree, index, head, pack):
            continue
        yield from _incision(tree, index, first, head, pack)


def _may_speak(tree: Tree, verb: int, head: int, pack: Pack) -> bool:
    """Whether the phrase behind the verb may be its speaker: no treaty, of the same sentence, no relative pronoun for
    subject (« X, qui craignait Y, … ») and, where it ends the sentence, none before the verb (« X, naguère hostile,
    soutient Y. »)."""
    mention = tree.mention_at.get(head)
    thing = mention is not None and mention.type in ("treaty", "law")
    own = [one for one in tree.children[verb] if tree.tokens[one].dep in pack.syntax.subjects and one < verb]
    if any(_relative(tree, one, pack) for one in own):
        return False
    own = [one for one in own if tree.tokens[one].pos not in pack.syntax.pronouns]
    ends = phrase(tree, head, pack)[-1] + 2 >= bounds(tree, verb)[1]
    return not thing and not (own and ends) and tree.tokens[head].sentence == tree.tokens[verb].sentence


def _relative(tree: Tree, index: int, pack: Pack) -> bool:
    """Whether the token is a relative pronoun."""
    return listed(tree.tokens[index], pack.syntax.relative_pronouns)


def _incision(tree: Tree, verb: int, first: int, head: int, pack: Pack) -> Iterator[Attribution]:
    sentence = tree.tokens[verb].sentence
    members = phrase(tree, head, pack)
    after = members[-1] + 1
    between = [one for one in range(verb + 1, members[0]) if tree.tokens[one].pos not in pack.syntax.function_words]
    closed = after >= len(tree.tokens) or tree.tokens[after].pos == "PUNCT" or tree.tokens[after].sentence != sentence
    if between or members[0] <= verb or not closed:
        return
    start, last = bounds(tree, verb)
    content = frozenset(range(start, last)) - frozenset(range(first, after))
    yield attribute(tree, hold(tree, head, pack), content, (verb, verb), verb, "clause")


def _light(tree: Tree, index: int, pack: Pack) -> bool:
    return tree.tokens[index].dep in pack.syntax.auxiliaries or tree.tokens[index].pos == "PRON"


def _names(tree: Tree, index: int, pack: Pack) -> bool:
    return tree.tokens[index].pos in pack.syntax.nominals


def _comma(tree: Tree, index: int, pack: Pack) -> bool:
    marks = {mark for pair in pack.holders.quotes for mark in pair} | set(pack.holders.pauses)
    return tree.tokens[index].text in marks


def _judged(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """The small clause (*found them fair*), or what stands after *as* and what it is said of."""
    syntax, holders = pack.syntax, pack.holders
    labels = syntax.clauses | syntax.attributes
    small = [
        child
        for child in tree.children[verb]
        if tree.tokens[child].dep in labels and child > verb and _held(tree, verb, child, pack)
    ]
    objects = [child for child in tree.children[verb] if tree.tokens[child].dep in syntax.objects]
    if listed(tree.tokens[verb], holders.qualifying):
        small += [verb + 1] if verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].pos in syntax.adjectives else []
        small += [child for one in objects for child in tree.children[one] if _qualifies(tree, child, one, pack)]
    # A particle between verb and judgement hangs on either of them, or on the object.
    compared = [
        child
        for one in (verb, *objects, *small)
        for child in tree.children[one]
        if _comparing(tree, child, pack) and child > verb
    ]
    return below(tree, small + compared + objects) if small or compared else frozenset()


def _qualifies(tree: Tree, child: int, noun: int, pack: Pack) -> bool:
    """« jugé le scrutin injuste », « qualifié le scrutin d'injuste »: what follows the object says what it is."""
    if child <= noun or tree.tokens[child].dep not in pack.syntax.modifiers:
        return False
    dubbed = [one for one in tree.children[child] if listed(tree.tokens[one], pack.syntax.genitives)]
    naming = listed(tree.tokens[tree.tokens[noun].head], pack.holders.dubbing)
    return tree.tokens[child].pos in pack.syntax.adjectives or (naming and bool(dubbed))


def _comparing(tree: Tree, child: int, pack: Pack) -> bool:
    """*as biased*: a particle that heads its phrase (English) or stands in it (French)."""
    words = pack.holders.comparison
    if listed(tree.tokens[child], words):
        return bool(tree.children[child])
    return any(
        listed(tree.tokens[one], words) and tree.tokens[one].dep in pack.syntax.cases for one in tree.children[child]
    )


def _blamed(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """The deed: a clause, or what stands after the preposition (*of violating*, *for the failure*)."""
    syntax = pack.syntax
    deeds = [child for child in tree.children[verb] if tree.tokens[child].dep in syntax.clauses and child > verb]
    objects = [child for child in tree.children[verb] if tree.tokens[child].dep in syntax.objects]
    deeds += [low for one in objects for low in tree.children[one] if has(tree.tokens[low], syntax.infinitive)]
    markers = [
        child
        for child in tree.children[verb]
        if child > verb and tree.tokens[child].dep in syntax.markers and listed(tree.tokens[child], pack.holders.deeds)
    ]
    return below(tree, deeds + markers, frozenset(markers))


def _voiced(tree: Tree, verb: int, pack: Pack) -> frozenset[int]:
    """The object itself (*lamented the slackening of the union*); the subject of a passive (*was reported*)."""
    if _passive(tree, verb, pack):
        heads = [child for child in tree.children[verb] if tree.tokens[child].dep in pack.syntax.passive_subjects]
        return below(tree, heads)
    return below(tree, [child for child in tree.children[verb] if tree.tokens[child].dep in pack.syntax.objects])


def speaker(tree: Tree, verb: int, pack: Pack) -> Holder | None:
    """Who speaks: the subject, a passive's agent, nobody in particular; None where the sentence tells no speaker."""
    if _impersonal_duty(tree, verb, pack):
        return None
    if _passive(tree, verb, pack):
        agent = _agent(tree, verb, pack)
        return hold(tree, agent, pack) if agent is not None else NOBODY
    head = subject(tree, verb, pack)
    if head is None or is_author(tree, head, pack):
        return None
    holder = hold(tree, head, pack)
    # *That is to say that …* is a turn of speech, not a rumour.
    return None if holder == NOBODY and has(tree.tokens[verb], pack.syntax.infinitive) else holder


def _impersonal_duty(tree: Tree, verb: int, pack: Pack) -> bool:
    """*It should be added that*, « il faut rappeler que »: the author's own voice."""
    if read_stance(tree, verb, pack).modality not in ("obligation", "planned", "possible"):
        return False
    if _passive(tree, verb, pack):
        return _agent(tree, verb, pack) is None
    head = subject(tree, verb, pack)
    return head is None or hold(tree, head, pack).kind != "actor"


def _passive(tree: Tree, verb: int, pack: Pack) -> bool:
    labels = pack.syntax.passive_subjects | pack.syntax.passive_auxiliaries
    if any(tree.tokens[child].dep in labels for child in tree.children[verb]):
        return not has(tree.tokens[verb], ("Reflex=Yes",))
    token = tree.tokens[verb]
    if not has(token, pack.syntax.past_participle):
        return False
    bare = not any(tree.tokens[child].dep in pack.syntax.auxiliaries for child in tree.children[verb])
    shared = token.dep in pack.syntax.conjuncts and bare and _passive(tree, token.head, pack)
    return shared or token.dep in pack.syntax.noun_clauses


def _agent(tree: Tree, verb: int, pack: Pack) -> int | None:
    """The agent of a passive: under its preposition (*by the observers*), or with it as a case."""
    for child in tree.children[verb]:
        if tree.tokens[child].dep not in pack.holders.agents:
            continue
        inner = [one for one in tree.children[child] if tree.tokens[one].dep in pack.syntax.marker_objects]
        return inner[0] if inner else child
    return None


def subject(tree: Tree, verb: int, pack: Pack) -> int | None:
    """The head of the subject: its own, the antecedent of a relative pronoun, or that of the verb it hangs on."""
    own = _own_subject(tree, verb, pack)
    token = tree.tokens[verb]
    if own is not None:
        relative = listed(tree.tokens[own], pack.syntax.relative_pronouns)
        return token.head if relative and token.dep in pack.syntax.relative_clauses else own
    if token.head == verb:
        return None
    if token.dep in pack.syntax.noun_clauses:
        return token.head
    shared = pack.syntax.conjuncts | pack.syntax.adverbial_clauses | pack.syntax.open_clauses
    if token.dep not in shared:
        return None
    if token.dep in pack.syntax.conjuncts and tree.tokens[token.head].pos not in pack.syntax.verbs:
        return None
    above = subject(tree, token.head, pack)
    return above if above is not None else _passive_subject(tree, token.head, pack)


def _own_subject(tree: Tree, verb: int, pack: Pack) -> int | None:
    """The subject below a verb; of two, the one behind the clause that is said (*CITY -- …, officials said*)."""
    own = [child for child in tree.children[verb] if tree.tokens[child].dep in pack.syntax.subjects]
    said = [child for child in tree.children[verb] if tree.tokens[child].dep in pack.syntax.clauses]
    behind = [child for child in own if any(child > one > own[0] for one in said)]
    return next(iter(behind or own), None)


def _passive_subject(tree: Tree, verb: int, pack: Pack) -> int | None:
    labels = pack.syntax.passive_subjects
    return next((child for child in tree.children[verb] if tree.tokens[child].dep in labels), None)
