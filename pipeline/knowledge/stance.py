"""The `[stance]` table of a language pack: the words of negation, modality, plans, conditions and questions."""

from __future__ import annotations

from typing import Literal

import msgspec

Way = Literal["asserted", "planned", "conditional", "possible", "obligation", "question", "counterfactual"]


class Modal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A modal verb or a mood, and the modality it gives. The first entry that fits a token decides.

    `lemma` None fits any verb; `morph` lists features that the token must carry; `perfect` asks for (or forbids) an
    auxiliary of the perfect beside it, `conditioned` for an if-clause below it.
    """

    modality: Way
    lemma: str | None = None
    morph: tuple[str, ...] = ()
    perfect: bool | None = None
    conditioned: bool | None = None


class StancePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[stance]`.

    Words are lemmas or forms, compared folded; `stem*` fits every form or lemma that begins so, `word/VERB` only that
    part of speech. In `governors`, `adverbs`, `adjectives` and `marks` the key is the modality that the words give; the
    key `negated` turns the polarity. `endings` on the infinitive give a verb the feature of their key; a feature with
    `shapes` is believed only of a word that ends in one of them.
    """

    # Negation.
    negation_labels: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    clitic_negators: tuple[str, ...] = ()
    negative_determiners: tuple[str, ...] = ()
    negative_pronouns: tuple[str, ...] = ()
    negative_phrases: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    raising: tuple[str, ...] = ()
    # Modality.
    modals: tuple[Modal, ...] = ()
    perfect: tuple[str, ...] = ()
    ability: tuple[str, ...] = ()
    governors: dict[str, tuple[str, ...]] = {}
    adverbs: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    marks: dict[str, tuple[str, ...]] = {}
    endings: dict[str, tuple[str, ...]] = {}
    shapes: dict[str, tuple[str, ...]] = {}
    asking: tuple[str, ...] = ()
    inversion: dict[str, Way] = {}
    future_of_past: tuple[str, ...] = ()
    # The ways from an event to what governs it.
    transparent: tuple[str, ...] = ()
    nominal_links: tuple[str, ...] = ()
    happening: tuple[str, ...] = ()
    purpose_marks: tuple[str, ...] = ()
    question_marks: tuple[str, ...] = ("?",)
