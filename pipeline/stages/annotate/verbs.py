"""Verbs whose lemma or form the model got wrong: a lemma that is no infinitive, a form taken for another."""

from __future__ import annotations

from pipeline.knowledge.annotate import VerbForms

FINITE = "VerbForm=Fin"
INFINITIVE = "VerbForm=Inf"
PARTICIPLE = "VerbForm=Part"
FUTURE = "Tense=Fut"


def infinitive_of(form: str, lemma: str, verbs: VerbForms, morph: str = "") -> str:
    """The lemma of a verb: `lemma` where it is an infinitive, else the one that the ending of `form` tells of
    (« signe »: signer), else `lemma`. A finite form is none, however it ends (« demeure »)."""
    same = form == lemma and FINITE in morph.split("|")
    if not verbs.infinitives or (lemma.endswith(tuple(verbs.infinitives)) and not same):
        return lemma
    ending = longest(form, verbs.endings)
    return lemma if ending is None else form[: -len(ending)] + verbs.endings[ending]


def features_of(form: str, morph: str, verbs: VerbForms, lemma: str = "") -> str:
    """The features of a verb: those of a participle or a present where the model saw an infinitive that is none
    (« négociée », « dote »), those of a finite form where it saw a participle that is none (« déploya »), those of a
    participle whose form is hardly ever finite (« conclue »), and those of a past where it saw a future of a verb in
    -rer (« retira »)."""
    if form in verbs.never_finite:
        return verbs.never_finite[form]
    found = morph.split("|")
    if INFINITIVE in found and not form.endswith(tuple(verbs.infinitives)):
        known = {**verbs.participles, **verbs.presents}
        ending = longest(form, known)
        return morph if ending is None else known[ending]
    if FUTURE in found:
        ending = longest(form, verbs.finites)
        return verbs.finites[ending] if ending is not None and _is_past(form, ending, lemma, verbs) else morph
    if PARTICIPLE in found:
        ending = longest(form, verbs.finites)
        return morph if ending is None else verbs.finites[ending]
    return morph


def _is_past(form: str, ending: str, lemma: str, verbs: VerbForms) -> bool:
    """Whether the ending stands on the stem of the infinitive; a lemma that ends in two infinitives (« retirerer ») was
    made from a future."""
    stems = [lemma.removesuffix(one) for one in verbs.infinitives if lemma.endswith(one)]
    doubled = any(lemma.endswith(one * 2) for one in verbs.infinitives)
    return not doubled and any(form == stem + ending for stem in stems)


def is_adjective(form: str, verbs: VerbForms) -> bool:
    """Whether a form that the model takes for a verb agrees as only an adjective does (« États constituants »)."""
    return bool(verbs.adjectival) and form.endswith(tuple(verbs.adjectival))


def longest(form: str, endings: dict[str, str]) -> str | None:
    """The longest of the endings that a form has, a stem before it."""
    fitting = [one for one in endings if form.endswith(one) and len(form) > len(one) + 1]
    return max(fitting, key=len, default=None)
