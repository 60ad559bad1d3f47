"""The `[holders]` table of a language pack: reporting verbs, nouns of speech, sources, quotation marks."""

from __future__ import annotations

import msgspec


class AssessmentsPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the author's own judgements are made of: `[holders.assessments]`.

    `topics` are judged (treaties, processes, policies; a name of an actor or treaty is one without being listed),
    `adjectives` and `nouns` judge, `qualities` (*character*, *nature*) judge with any adjective; `bearing` verbs
    equate like a copula, `having` verbs and `bringing` ones judge by a `scarce` word at their object, `phrases` judge
    after a copula, `effects` are verbs of what a topic does or undergoes (*undermine*,
    « s'enliser »); `hollow` ones lead the reader on and assert nothing (*can be formulated as*); `asserting`
    words open a clause beside another that is asserted too (*although*). A denied `step` with
    one of the `weights` says that nothing came (*no significant progress*).
    """

    topics: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    bearing: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    bringing: tuple[str, ...] = ()
    scarce: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    asserting: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()


class HoldersPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[holders]`. Words are lemmas or forms, compared folded; `stem*` fits a start.

    `saying` verbs hold a clause (`claiming` ones an infinitive too), `judging` ones find something to be so
    (`qualifying` ones by what follows their object, `dubbing` ones after a genitive), `blaming` ones hold a deed of
    somebody (after a preposition of `deeds`), `voicing` ones a noun phrase. `nouns` of speech hold a clause, or what
    they are `about`; `uttering` verbs lend them their subject. `crowds` and `nobody` stand for nobody in particular;
     `author` are the persons of the conversation, `texts` what an author calls the text itself (*this memo*).
    `verdicts` are the author's own adverbs beside another's words. `wishing` verbs hold an infinitive or a clause
    that is wished or feared; `insisting` conjunctions open what somebody insists on; `things` are parts of a
    document, and pronouns, that nobody speaks by; a name after one of `stances` at the head of a judging clause
    holds it (*for Paris, …*).
    """

    saying: tuple[str, ...] = ()
    claiming: tuple[str, ...] = ()
    judging: tuple[str, ...] = ()
    qualifying: tuple[str, ...] = ()
    dubbing: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    blaming: tuple[str, ...] = ()
    voicing: tuple[str, ...] = ()
    wishing: tuple[str, ...] = ()
    insisting: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    uttering: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    crowds: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    comparison: tuple[str, ...] = ()
    genitive_marks: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    pauses: tuple[str, ...] = (",",)
    breaks: tuple[str, ...] = (";",)
    colons: tuple[str, ...] = (":",)
    rumour_morph: tuple[str, ...] = ()
    # Dependency labels.
    agents: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    set_apart: tuple[str, ...] = ()
    # Quotation marks in pairs; where both are the same, they alternate.
    quotes: tuple[tuple[str, str], ...] = ()
    brackets: tuple[tuple[str, str], ...] = (("[", "]"), ("(", ")"))
    assessments: AssessmentsPack = AssessmentsPack()
