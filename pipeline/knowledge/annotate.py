"""The `[annotate]` table of a language pack: its spaCy models, and the words of names and descriptions."""

from __future__ import annotations

import msgspec

Words = frozenset[str]
NONE: Words = frozenset()


class Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the language's parser labels what stands around a noun (its own relation names).

    `left`: what a name or description keeps on its left; `right`: adjectives on the right; `complement`: a phrase with
    a preposition; `case`: the preposition of such a phrase where it hangs below it; `cut`: clauses and the like, where
    a description ends; `modifier`: a noun that only modifies another one; `determiner`: of articles and the like;
    `subject`, `object`, `agent`, `coordinated`, `possessor`: grammatical roles; `expletive`, `clausal`, `predicate`,
    `passive`: what tells an impersonal pronoun; `beside`: appositions.
    """

    left: Words = NONE
    right: Words = NONE
    complement: Words = NONE
    cut: Words = NONE
    case: Words = NONE
    modifier: Words = NONE
    determiner: Words = NONE
    subject: Words = NONE
    object: Words = NONE
    agent: Words = NONE
    coordinated: Words = NONE
    possessor: Words = NONE
    expletive: Words = NONE
    clausal: Words = NONE
    predicate: Words = NONE
    passive: Words = NONE
    beside: Words = NONE


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas (or forms) of the nouns that head names and descriptions, by type of mention.

    `person` heads a group in the plural. `treaty` heads one anywhere, `document` only where the text speaks of a treaty
    elsewhere, `programme` only as a name (with a capital or in quotes). `contracting`: what the parties to a treaty are
    called, with the adjectives that they bear. `never`: phrases that look like one and are none.
    """

    person: Words = NONE
    organization: Words = NONE
    group: Words = NONE
    state: Words = NONE
    treaty: Words = NONE
    contracting: Words = NONE
    document: Words = NONE
    programme: Words = NONE
    law: Words = NONE
    event: Words = NONE
    never: Words = NONE


class Metonymy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What decides whether a capital stands for a government.

    `verbs`: lemmas of what governments do, say, want; `adjectives` before the name (*official*); `nouns` that a
    government has or gets (*Moscow's support*); `relations`: prepositions that set a government beside another
    (*relations with*); `locative`: prepositions of place; `literal_verbs` and `literal_nouns`: travel, quantities,
    buildings.
    """

    verbs: Words = NONE
    adjectives: Words = NONE
    nouns: Words = NONE
    relations: Words = NONE
    locative: Words = NONE
    literal_verbs: Words = NONE
    literal_nouns: Words = NONE


class VerbForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of a verb: its infinitive and its features."""

    lemma: str
    morph: str


class VerbForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Table `[annotate.verbs]`: the endings of infinitives; the ending of a form → that of its infinitive, for
    forms whose lemma the model does not know; the ending of a past participle, of a finite form that is never one
    → its features; `adjectival`: the endings of verbal adjectives that the model takes for participles;
    `subject`: the label of a pronoun that is one, `inverted`: subject pronouns written onto their verb (one of
    `impersonal` has none), `euphonic`: what only stands between the two; `object`: the label of an object,
    `clitics`: objects before their verb, `adverbial_clitics`: those that may be taken for prepositions,
    `mistaken`: infinitives of verbs whose forms behind one a tagger takes for nouns; `never_finite`: participles
    that it takes for rare finite forms → their features; `presents`: the ending of a present that a tagger takes for
    an infinitive → its features; `lost`: forms that a tagger takes for nouns or adjectives, read as verbs where the
    sentence has no other."""

    infinitives: Words = NONE
    endings: dict[str, str] = {}
    participles: dict[str, str] = {}
    finites: dict[str, str] = {}
    presents: dict[str, str] = {}
    subject: str = ""
    adjectival: Words = NONE
    inverted: Words = NONE
    impersonal: Words = NONE
    euphonic: Words = NONE
    object: str = ""
    clitics: Words = NONE
    adverbial_clitics: Words = NONE
    mistaken: Words = NONE
    never_finite: dict[str, str] = {}
    lost: dict[str, VerbForm] = {}


class AnnotatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[annotate]`. All words are in small letters.

    `models`: spaCy packages, the first installed one of `version` (major.minor) is taken; `install`: what to install
    where none is. Without any, spaCy's bare tokenizer of the language reads: listed names, dates, no syntax.
    `entities`: the model's entity label → type of mention. `lemmas`: part of speech → form → lemma, where the model's
    lemma is wrong. `compounds`: words with a hyphen that spaCy's tokenizer would cut. `fixed`: adverbs of several words
    that a parser takes for nouns; `alternatives`: what is thrown in behind *or*, before what stands in for the first
    (*failing that*). `abbreviations`: words with a stop after which no sentence ends.

    Of names: `articles`, `titles`, `possessives` are cut off; `courtesies` are titles that stay, where the language's
    corpora count them as part of the name (« M. Herriot »); `particles` stand inside a person's name,
    `bare_names`: whether a treaty's name may stand right behind its noun (« le traité New Start »);
    `lone_particles` are those that begin one alone (*von Hagen*); `person_verbs`: lemmas of what only persons do or
    undergo; `forenames` begin a person's name; `within` and `localities` make what follows a place (*in Harwich*, *the
    town of Harwich*); `calendar`: words of dates, where a name ends; `system_nouns`: common nouns before which capitals
    name nobody; `prefixes` stand before a demonym with a hyphen (post-); `links` are prepositions that go on with a
    treaty's or an organ's name, `proper` those after which a place makes it a name; `inner`, `organ_inner`: small
    words inside the capitalised title of a treaty, of an organ; `phrases`: fixed phrases → type (`pronoun:TYPE` for a
    pronoun of several words); `acronyms_not`: capitals that name nobody.

    Of descriptions: `determiners` that one keeps (*both sides*); `pairing`: prepositions of two (*between*);
    `pronouns`: form → type; `empty`: how an impersonal pronoun goes on (« il y »).

    Of numbers: `scales` (million), `currencies` (lemmas and signs), `counted_as` (number words), `pronoun_numbers`
    (words that count only before a noun: *one*), `ordinals`, `focus` (adverbs before a number that are no part of it),
    `never_counted` (nouns whose number counts nothing: months, pages).
    """

    models: tuple[str, ...] = ()
    version: str = ""
    install: str = ""
    entities: dict[str, str] = {}
    relations: Relations = Relations()
    nouns: Nouns = Nouns()
    metonymy: Metonymy = Metonymy()
    lemmas: dict[str, dict[str, str]] = {}
    compounds: Words = NONE
    fixed: Words = NONE
    alternatives: Words = NONE
    verbs: VerbForms = VerbForms()
    abbreviations: Words = NONE
    articles: Words = NONE
    titles: Words = NONE
    courtesies: Words = NONE
    possessives: Words = NONE
    bare_names: bool = False
    particles: Words = NONE
    lone_particles: Words = NONE
    person_verbs: Words = NONE
    forenames: Words = NONE
    within: Words = NONE
    localities: Words = NONE
    calendar: Words = NONE
    system_nouns: Words = NONE
    prefixes: Words = NONE
    links: Words = NONE
    proper: Words = NONE
    inner: Words = NONE
    organ_inner: Words = NONE
    phrases: dict[str, str] = {}
    acronyms_not: Words = NONE
    determiners: Words = NONE
    pairing: Words = NONE
    pronouns: dict[str, str] = {}
    empty: tuple[str, ...] = ()
    scales: Words = NONE
    currencies: Words = NONE
    counted_as: Words = NONE
    pronoun_numbers: Words = NONE
    ordinals: Words = NONE
    focus: Words = NONE
    never_counted: Words = NONE
