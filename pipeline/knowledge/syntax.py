"""The `[syntax]` table of a language pack: how a language's parser labels subjects, objects and obliques."""

from __future__ import annotations

import msgspec

Words = frozenset[str]
NONE: Words = frozenset()


class SyntaxPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[syntax]`. Labels are the parser's, words are lower-case lemmas or forms."""

    # Labels of the dependents of a predicate.
    subjects: Words = NONE
    passive_subjects: Words = NONE
    objects: Words = NONE
    recipients: Words = NONE
    attributes: Words = NONE
    clauses: Words = NONE
    open_clauses: Words = NONE
    adverbial_clauses: Words = NONE
    relative_clauses: Words = NONE
    noun_clauses: Words = NONE
    obliques: Words = NONE
    cases: Words = NONE
    markers: Words = NONE
    marker_objects: Words = NONE
    adverbials: Words = NONE
    possessors: Words = NONE
    modifiers: Words = NONE
    appositions: Words = NONE
    titles: Words = NONE
    name_parts: Words = NONE
    conjuncts: Words = NONE
    copulas: Words = NONE
    auxiliaries: Words = NONE
    passive_auxiliaries: Words = NONE
    complementizers: Words = NONE
    leftovers: Words = NONE
    punctuation: Words = NONE
    coordinators: Words = NONE
    phrase_particles: Words = NONE
    reflexives: Words = NONE
    # Values of the tagger.
    verbs: Words = NONE
    nominals: Words = NONE
    adjectives: Words = NONE
    adverbs: Words = NONE
    pronouns: Words = NONE
    numbers: Words = NONE
    leads: Words = NONE
    partitives: Words = NONE
    sharing: Words = NONE  # adjectives that say of a thing that those spoken of have it together
    concluding: Words = NONE  # verbs by which a document comes to bind those who made it
    likening: Words = NONE  # adjectives that liken a deed to one told before
    entailing: Words = NONE  # verbs whose object follows from their subject: who does the one does the other
    same_deed: Words = (
        NONE  # phrases (lemma of the verb first) for doing what was told before; one word: if it is alone
    )
    function_words: Words = NONE
    past_participle: tuple[str, ...] = ()
    present_participle: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    actors: Words = NONE
    loose_attributes: Words = NONE
    plural: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    determiners: Words = NONE
    reflexive_morph: tuple[str, ...] = ()
    # One feature each: a pronoun that means whoever speaks or is spoken to.
    speech_persons: Words = NONE
    # Words.
    copular_verbs: Words = NONE
    linking_verbs: Words = NONE
    never_passive: Words = NONE
    object_control: Words = NONE
    light_verbs: Words = NONE
    relative_pronouns: Words = NONE
    object_relatives: Words = NONE  # they stand for the object of their clause
    names: Words = NONE  # parts of speech of names
    agent_prepositions: Words = NONE
    genitives: Words = NONE
    locatives: Words = NONE
    clause_prepositions: Words = NONE  # they open clauses too (*after*)
    expletives: Words = NONE
    existential: Words = NONE  # verbs that say with a word of these labels that something is there
    existential_labels: Words = NONE
    finite: tuple[str, ...] = ()
    # Whether a past participle may look like a past tense, so that the parser takes the one for the other.
    preterite_participles: bool = False
    full_stops: Words = frozenset(".!?")
    reflexive: str = ""
    adverbial_nouns: Words = NONE
    vague_modifiers: Words = NONE
    # What joins the members of a list, and pronouns that stand for a phrase with a preposition (« en », « y »).
    joiners: Words = NONE
    partitive_heads: Words = NONE
    counting_heads: Words = NONE  # they count those of whom they are told: « des milliers de … »
    object_clitics: Words = NONE  # articles that are the object where they stand below a verb
    substitutes: Words = NONE  # they stand for another of a kind told before: *a similar one*, « celui de 1963 »
    terms: Words = NONE  # what leads in a treaty by which something is so: *under*, « aux termes de »
    negative: tuple[str, ...] = ()  # features of a word that denies
    clitics: dict[str, str] = {}
    # Verbs that name the ends of a range, and its prepositions: the opening one → the closing one.
    range_verbs: Words = NONE
    ranges: dict[str, str] = {}
    prepositions: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    # Head nouns that tell the type of a phrase which is no known name.
    nouns: dict[str, Words] = {}
