"""Frames: one shape for every construction. Sentence → who does what to whom, in both languages."""

from __future__ import annotations

import pytest

from pipeline.knowledge import Knowledge
from pipeline.stages.annotate import annotate
from pipeline.stages.claims.clauses import Clauses
from pipeline.stages.claims.frames import Frame, frames
from pipeline.stages.claims.phrases import mention_of
from pipeline.stages.claims.tree import Tree, grow


@pytest.fixture(scope="session")
def framed(knowledge: Knowledge, plain):
    def read(language: str, text: str) -> tuple[Tree, Clauses, list[Frame]]:
        annotation = next(iter(annotate([plain(language, text)], knowledge)))
        tree = grow(annotation)
        clauses = Clauses(tree, knowledge.packs[language].syntax)
        return tree, clauses, list(frames(clauses))

    return read


def told(tree: Tree, clauses: Clauses, frame: Frame, slot: str) -> list[str]:
    """The fillers of a slot: a name in full, else the head word."""
    found = []
    for head in frame.slots.get(slot, ()):
        mention = mention_of(tree, clauses.syntax, head)
        found.append(mention.text if mention and mention.kind == "name" else tree.tokens[head].text)
    return found


# language, sentence, kind, lemma, {slot: fillers}
TABLE = [
    ("fr", "La France a signé le traité.", "verb", "signer", {"subject": ["France"], "object": ["traité"]}),
    ("en", "France signed the treaty.", "verb", "sign", {"subject": ["France"], "object": ["treaty"]}),
    # a copula and what a preposition leads in; verbs that link; a participle said of somebody
    ("fr", "La France est contre le projet.", "verb", "être", {"subject": ["France"], "contre": ["projet"]}),
    ("en", "France is against the project.", "verb", "be", {"subject": ["France"], "against": ["project"]}),
    ("fr", "La France s'est montrée hostile au projet.", "copula", "hostile", {"subject": ["France"], "à": ["projet"]}),
    ("en", "France is opposed to the project.", "copula", "oppose", {"subject": ["France"], "to": ["project"]}),
    # what is so by a treaty
    ("fr", "Aux termes du traité, la France cède la Corse.", "noun", "traité", {"so": ["cède"]}),
    ("en", "Under the treaty, France cedes Corsica.", "noun", "treaty", {"so": ["cedes"]}),
    # passive
    ("fr", "Le traité a été signé par la France.", "verb", "signer", {"subject": ["France"], "object": ["traité"]}),
    ("en", "The treaty was signed by France.", "verb", "sign", {"subject": ["France"], "object": ["treaty"]}),
    # coordination of agents, of subjects, of objects
    (
        "fr", "Le traité a été signé par Adenauer et Schuman.", "verb", "signer",
        {"subject": ["Adenauer", "Schuman"], "object": ["traité"]},
    ),
    ("en", "Norway and Sweden signed the treaty.", "verb", "sign", {"subject": ["Norway", "Sweden"]}),
    (
        "en", "The treaty created a court and a council.", "verb", "create",
        {"subject": ["treaty"], "object": ["court", "council"]},
    ),
    # a reduced participle; a present participle
    (
        "fr", "Le traité signé par la Norvège est long.", "verb", "signer",
        {"subject": ["Norvège"], "object": ["traité"]},
    ),
    ("en", "The treaty signed by Norway is long.", "verb", "sign", {"subject": ["Norway"], "object": ["treaty"]}),
    (
        "fr", "La France a signé un traité créant une cour.", "verb", "créer",
        {"subject": ["traité"], "object": ["cour"]},
    ),
    ("en", "France signed a treaty creating a court.", "verb", "create", {"subject": ["treaty"], "object": ["court"]}),
    # relative clauses
    (
        "fr", "La Suède, qui a signé le traité, est neutre.", "verb", "signer",
        {"subject": ["Suède"], "object": ["traité"]},
    ),
    (
        "en", "Sweden, which signed the treaty, is neutral.", "verb", "sign",
        {"subject": ["Sweden"], "object": ["treaty"]},
    ),
    ("fr", "Le traité que la Suède a signé est long.", "verb", "signer", {"subject": ["Suède"], "object": ["traité"]}),
    ("en", "The treaty that Sweden signed is long.", "verb", "sign", {"subject": ["Sweden"], "object": ["treaty"]}),
    # relative clauses that the parser does not see, or hangs on the nearest noun
    (
        "en", "The Oslo Accords, which Yitzhak Rabin and Menachem Begin signed in 1993, failed.", "verb", "sign",
        {"subject": ["Yitzhak Rabin", "Menachem Begin"], "object": ["Oslo Accords"]},
    ),
    (
        "en", "A plan that France put forward in 1961 and that Norway and Sweden rejected in 1962 failed.", "verb",
        "reject", {"subject": ["Norway", "Sweden"], "object": ["plan"]},
    ),
    # a past tense that the parser took for a participle; a thing that is given to somebody
    ("en", "The text provided for the free movement of goods.", "verb", "provide", {"subject": ["text"]}),
    (
        "en", "Sweden gave Mozambique a loan in 1978.", "verb", "give",
        {"subject": ["Sweden"], "object": ["loan"], "recipient": ["Mozambique"]},
    ),
    # shared subjects; a verb right beside another shares its object
    (
        "fr", "La Norvège a négocié le traité et a quitté la salle.", "verb", "quitter",
        {"subject": ["Norvège"], "object": ["salle"]},
    ),
    ("en", "Norway signed and ratified the treaty.", "verb", "sign", {"subject": ["Norway"], "object": ["treaty"]}),
    ("en", "The treaty was signed and ratified by Norway.", "verb", "ratify", {"object": ["treaty"]}),
    # control: of the subject, of the object
    ("fr", "La Suisse a décidé de signer le traité.", "verb", "signer", {"subject": ["Suisse"], "object": ["traité"]}),
    (
        "en", "Switzerland decided to sign the treaty.", "verb", "sign",
        {"subject": ["Switzerland"], "object": ["treaty"]},
    ),
    ("fr", "Londres a empêché la Suisse de signer le traité.", "verb", "signer", {"subject": ["Suisse"]}),
    ("en", "Britain accused Switzerland of breaking the treaty.", "verb", "break", {"subject": ["Switzerland"]}),
    # a participle that stands beside the clause has its subject
    (
        "fr", "En ratifiant le pacte, la Norvège a formulé des réserves.", "verb", "ratifier",
        {"subject": ["Norvège"], "object": ["pacte"]},
    ),
    (
        "en", "In ratifying the pact, Norway entered reservations.", "verb", "ratify",
        {"subject": ["Norway"], "object": ["pact"]},
    ),
    # the state in which a linking verb leaves its subject
    (
        "fr", "Le projet reste bloqué par la Norvège.", "verb", "bloquer",
        {"subject": ["Norvège"], "object": ["projet"]},
    ),
    # nouns of action
    (
        "fr", "La signature du traité par la Norvège a surpris Londres.", "noun", "signature",
        {"agent": ["Norvège"], "theme": ["traité"]},
    ),
    (
        "en", "The signing of the treaty by Norway surprised London.", "noun", "signing",
        {"agent": ["Norway"], "theme": ["treaty"]},
    ),
    (
        "en", "Lincoln's dissolution of the parliament surprised London.", "noun", "dissolution",
        {"agent": ["Lincoln"], "theme": ["parliament"]},
    ),
    # light verbs
    (
        "fr", "Le traité a conduit à la création d'une cour.", "noun", "création",
        {"agent": ["traité"], "theme": ["cour"]},
    ),
    (
        "en", "The treaty led to the creation of a court.", "noun", "creation",
        {"agent": ["treaty"], "theme": ["court"]},
    ),
    # copulas and linking verbs
    ("fr", "La Norvège est membre de l'OTAN.", "copula", "membre", {"subject": ["Norvège"], "de": ["OTAN"]}),
    ("en", "Norway is a member of NATO.", "copula", "member", {"subject": ["Norway"], "of": ["NATO"]}),
    ("fr", "La Finlande est devenue indépendante en 1917.", "copula", "indépendant", {"subject": ["Finlande"]}),
    ("en", "Finland became independent in 1917.", "copula", "independent", {"subject": ["Finland"]}),
    # appositions and titles
    (
        "fr", "Helmut Kohl, chancelier de l'Allemagne, arriva.", "apposition", "chancelier",
        {"subject": ["Helmut Kohl"], "de": ["Allemagne"]},
    ),
    (
        "en", "Helmut Kohl, chancellor of Germany, arrived.", "apposition", "chancellor",
        {"subject": ["Helmut Kohl"], "of": ["Germany"]},
    ),
    ("fr", "Le président Jacques Chirac a parlé.", "apposition", "président", {"subject": ["Jacques Chirac"]}),
    ("en", "President Jacques Chirac spoke.", "apposition", "president", {"subject": ["Jacques Chirac"]}),
    (
        "en", "The foreign ministers Willy Brandt and Gaston Thorn met.", "apposition", "minister",
        {"subject": ["Willy Brandt", "Gaston Thorn"]},
    ),
    # a subject is not taken from nowhere
    ("en", "Plans for creating a court failed.", "verb", "create", {"subject": [], "object": ["court"]}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "lemma", "slots"), TABLE, ids=[row[1] for row in TABLE])
def test_slots(language, text, kind, lemma, slots, framed):
    tree, clauses, found = framed(language, text)
    matching = [one for one in found if (one.kind, one.lemma) == (kind, lemma)]
    assert matching, [(one.kind, one.lemma) for one in found]
    shown = [{slot: told(tree, clauses, one, slot) for slot in slots} for one in matching]
    assert slots in shown, shown


def test_the_voice_is_told(framed):
    for language, text in (("fr", "Le traité a été signé."), ("en", "The treaty was signed.")):
        voices = [one.voice for one in framed(language, text)[2] if one.kind == "verb"]
        assert voices == ["passive"]
    for language, text in (("fr", "Le traité est entré en vigueur."), ("en", "The treaty became law.")):
        voices = [one.voice for one in framed(language, text)[2] if one.kind == "verb"]
        assert voices == ["active"]
