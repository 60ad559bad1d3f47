"""The `[annotate]` table of a language pack: its spaCy models, and the words that names and descriptions are made of."""

from __future__ import annotations

import msgspec

Words = frozenset[str]
NONE: Words = frozenset()


class Relations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the language's parser labels what stands around a noun (its own relation names).

    `left`: what a name or description keeps on its left; `right`: adjectives on the right; `complement`: a phrase with a
    preposition; `case`: the preposition of such a phrase where it hangs below it; `cut`: clauses and the like, where a
    description ends; `modifier`: a noun that only modifies another one; `subject`, `object`: what a pronoun must be;
    `agent`, `coordinated`, `apposition`, `oblique`, `possessor`: see reading.py.
    """

    left: Words
    right: Words
    complement: Words
    cut: Words
    case: Words = NONE
    modifier: Words = NONE
    subject: Words = NONE
    object: Words = NONE
    agent: Words = NONE
    coordinated: Words = NONE
    apposition: Words = NONE
    oblique: Words = NONE
    possessor: Words = NONE
    expletive: Words = NONE


class Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas of the nouns that head names and descriptions, by type of mention.

    `treaty` heads one anywhere, `document` only where the text speaks of a treaty elsewhere, `programme` only as a name
    (with a capital or in quotes). `never` are lower-case phrases that look like one and are none.
    """

    person: Words
    organization: Words
    group: Words
    state: Words
    treaty: Words
    document: Words
    programme: Words
    law: Words
    event: Words
    never: Words = NONE


class Metonymy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What decides whether a capital stands for a government.

    `verbs`: lemmas of what governments do, say, want; `adjectives` before the name (*official*); `nouns` that a
    government has or gets (*Moscow's support*); `prepositions` that set a government beside another (*relations with*);
    `locative`: prepositions of place; `literal_verbs` and `literal_nouns`: travel, quantities, buildings.
    """

    verbs: Words
    adjectives: Words
    nouns: Words
    relations: Words
    locative: Words
    literal_verbs: Words
    literal_nouns: Words


class AnnotatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[annotate]`. All words are in small letters.

    `models`: spaCy packages, the first installed one of `version` (major.minor) is taken; `install` is what to install
    where none is. `entities`: the model's entity label → type of mention. `lemmas`: part of speech → form → lemma,
    where the model's lemma is wrong. `abbreviations`: words with a stop after which no sentence ends. `articles`,
    `titles`, `possessives`: cut off names. `particles`: small words inside a person's name. `links`: prepositions that go
    on with a treaty's or an organ's name, `proper` those of them that a bare place may follow to make it a name.
    `inner`: small words inside a capitalised title. `pronouns`: form → type. `phrases`: whole phrases → type.
    `acronyms_not`: capitals that name nobody. `scales`: words such as million; `currencies`: lemmas; `counted_as`:
    number words that count as numbers; `never_counted`: nouns (months, pages)
    whose number counts nothing.
    """

    models: tuple[str, ...]
    version: str
    install: str
    entities: dict[str, str]
    relations: Relations
    nouns: Nouns
    metonymy: Metonymy
    lemmas: dict[str, dict[str, str]] = {}
    abbreviations: Words = NONE
    articles: Words = NONE
    titles: Words = NONE
    possessives: Words = NONE
    particles: Words = NONE
    links: Words = NONE
    proper: Words = NONE
    inner: Words = NONE
    pronouns: dict[str, str] = {}
    phrases: dict[str, str] = {}
    acronyms_not: Words = NONE
    scales: Words = NONE
    currencies: Words = NONE
    counted_as: Words = NONE
    never_counted: Words = NONE
