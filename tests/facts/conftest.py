"""A small graph of which every answer can be told by hand, and the seeds' own.

Three documents tell of a treaty between Arland and Borduria: a memo of 1999 (en), a copy of it (en) and a text of
2005 (fr). The treaty was signed in 1998, came into force in 2000 and was given up in 2010.
"""

import json
from pathlib import Path

import pytest
from calling import Ran

from pipeline import facts
from pipeline.model.tables import TABLES_VERSION
from pipeline.stages.publish.tables import tables

TEXTS = {
    "doc-memo": "Arland signed the Treaty of Sorn in 1998. Its queen opposed it. A bank is planned for 2003.",
    "doc-copy": "Arland signed the Treaty of Sorn in 1998. Its queen opposed it. A bank is planned for 2003!",
    "doc-texte": "L'Arlande a signé le traité de Sorn en 1998. La reine l'a soutenu. "
    "Karl <b>Zoé</b> préside la Bordurie depuis 2001.",
}
YEARS = {"doc-memo": "1999", "doc-copy": "1999", "doc-texte": "2005"}


def time(edtf, last=None):
    """A stated year, or years, or a year that is open behind (`last` empty)."""
    last = edtf if last is None else last
    return edtf and {
        "edtf": edtf if last == edtf else f"{edtf}/{last or '..'}",
        "from": f"{edtf}-01-01",
        "to": f"{last}-12-31" if last else None,
        "basis": "stated",
    }


def span(document, words, role="evidence"):
    start = TEXTS[document].index(words)
    place = {"document": document, "start": start, "end": start + len(words)}
    return place | {"byte_start": start, "byte_end": start + len(words), "quote": words, "role": role}


def statement(document, words, *more, polarity="affirmed", modality="asserted", holder=None, when=None):
    told = {"kind": "actor" if holder else "author", "actor": None, "text": holder, "within": None}
    if holder == "Karl":
        told["actor"] = "actor-karl"
    return {
        "id": f"st-{document}-{words[:6]}",
        "document": document,
        "sentence": "s1",
        "holder": told,
        "polarity": polarity,
        "modality": modality,
        "cue": None,
        "time": when,
        "spans": [span(document, words), *(span(document, *one) for one in more)],
        "language": "fr" if document == "doc-texte" else "en",
        "grade": "verbatim",
        "confidence": 0.9,
        "rule": "models/claims/signed.toml#en.1",
    }


def claim(id_, predicate, roles, statements, when=None, status="single"):
    documents = {one["document"] for one in statements}
    languages = sorted({one["language"] for one in statements})
    support = {"documents": len(documents), "languages": languages}
    support["independent"] = len({"doc-memo" if one == "doc-copy" else one for one in documents})
    told = {"id": f"claim-{id_}", "predicate": predicate, "roles": roles, "time": when, "place": None}
    return told | {"quantity": None, "statements": statements, "support": support, "status": status}


def slot(words, document="doc-texte", actor=None, when=None, text=None, modality="asserted"):
    told = {"actor": actor, "text": text, "time": when, "modality": modality}
    return told | {"spans": [span(document, words)]}


def node(id_, type_, **forms):
    labels = {language: names[0] for language, names in forms.items()}
    return {"id": f"actor-{id_}", "type": type_, "labels": labels, "forms": forms, "same_as": [], "merged_because": []}


def graph():
    """The graph, as graph.json has it."""
    signed = [
        statement("doc-memo", "Arland signed the Treaty of Sorn in 1998", ("Arland", "subject"), ("1998", "time")),
        statement("doc-copy", "Arland signed the Treaty of Sorn in 1998", ("Arland", "subject")),
        statement("doc-texte", "L'Arlande a signé le traité de Sorn en 1998", ("Arlande", "subject")),
    ]
    arland = {"subject": "actor-arland", "object": "treaty-sorn"}
    claims = [
        claim("signed", "signed", arland, signed, time("1998"), "corroborated"),
        claim("opposed", "opposes", {"subject": "actor-queen", "object": "treaty-sorn"}, [
            statement("doc-memo", "Its queen opposed it", holder="observers"),
            statement("doc-copy", "Its queen opposed it"),
        ], status="disputed"),
        claim("bank", "founded", {"object": "a bank", "subject": ["actor-arland", "actor-bord"]}, [
            statement("doc-memo", "A bank is planned for 2003", modality="planned"),
            statement("doc-copy", "A bank is planned for 2003", modality="planned"),
        ], time("2003")),
        claim("backed", "supports", {"subject": "actor-queen", "object": "treaty-sorn"}, [
            statement("doc-texte", "La reine l'a soutenu", holder="Karl"),
        ], status="disputed"),
        claim("karl", "holds_office", {"subject": "actor-karl", "of": "actor-bord"}, [
            statement("doc-texte", "Karl <b>Zoé</b> préside la Bordurie depuis 2001", ("2001", "time")),
        ], time("2001", "")),
        claim("bordsign", "signed", {"subject": "actor-bord", "object": "treaty-sorn"}, [
            statement("doc-texte", "traité de Sorn"),
        ], time("1998")),
    ]  # fmt: skip
    treaty = {
        "id": "treaty-sorn",
        "kind": "treaty",
        "labels": {"en": "Treaty of Sorn", "fr": "traité de Sorn"},
        "forms": {"en": ["Treaty of Sorn"], "fr": ["traité de Sorn"]},
        "same_as": [],
        "signed": time("1998") | {"modality": "asserted", "spans": [span("doc-texte", "1998")], "others": []},
        "entry_into_force": time("2000") | {"modality": "asserted", "spans": [span("doc-texte", "2001")], "others": []},
        "place": None,
        "signatories": [slot("Arlande", actor="actor-arland", when=time("1998"))],
        "parties": [slot("Arlande", actor="actor-arland"), slot("Bordurie", actor="actor-bord")],
        "establishes": [],
        "provisions": [slot("2003", "doc-memo", when=time("2003"), text="a bank", modality="planned")],
        "ratified": [],
        "status": [slot("Sorn", when=time("2010"), text="withdrawn")],
        "missing": ["place"],
        "merged_because": [],
        "kept_apart": [],
    }
    predicates = {"signed": ("event", "a signé"), "opposes": ("state", "s'oppose à"), "founded": ("event", "a fondé")}
    predicates |= {"supports": ("state", "soutient"), "holds_office": ("state", "exerce la fonction de")}
    return {
        "documents": [document(id_) for id_ in TEXTS],
        "predicates": [
            {"id": id_, "labels": {"en": id_.replace("_", " "), "fr": french}, "time": kind, "wikidata": None}
            for id_, (kind, french) in predicates.items()
        ],
        "actors": [
            node("arland", "state", en=["Arland"], fr=["Arlande"]),
            node("bord", "state", en=["Borduria"], fr=["Bordurie"]),
            node("karl", "person", fr=["Karl <b>Zoé</b>", "Zoé"]),
            node("queen", "person", en=["Queen Anna of Arland"], fr=["la reine Anna"]),
        ],
        "treaties": [treaty],
        "claims": claims,
        "links": [
            {"kind": "contradicts", "a": "claim-opposed", "b": "claim-backed", "why": "opposes against supports"}
        ],
        "alignments": [
            {
                "id": "align-1",
                "kind": "comparable",
                "en": [span("doc-memo", "A bank is planned for 2003.")],
                "fr": [span("doc-texte", "La reine l'a soutenu.")],
                "score": 0.6,
                "shared": {},
                "claims": ["claim-bank"],
                "notes": [],
                "decision": None,
                "by": None,
            }
        ],
        "asymmetry": {
            "en": [{"claim": "claim-opposed", "why": None}, {"claim": "claim-bank", "why": "it is older"}],
            "fr": [{"claim": one, "why": None} for one in ("claim-backed", "claim-karl", "claim-bordsign")],
        },
    }


def document(id_):
    plain = dict.fromkeys(("title", "institute", "publisher", "series", "number"))
    told = {"id": id_, "path": f"{id_[4:]}.txt", "sha256": "0", "language": "fr" if id_ == "doc-texte" else "en"}
    told |= {"encoding": "utf-8", "characters": len(TEXTS[id_]), "bytes": len(TEXTS[id_]), "authors": []}
    return plain | told | {"origin": "doc-memo" if id_ == "doc-copy" else id_, "date": time(YEARS[id_])}


def sentences():
    """The sentences layer: three a document."""
    for document_, text in TEXTS.items():
        start = 0
        for number, end in enumerate(i + 1 for i, sign in enumerate(text) if sign in ".!"):
            place = {"document": document_, "start": start, "end": end, "text": text[start:end]}
            yield place | {"id": f"s{number}", "section": "body"}
            start = end + 1


@pytest.fixture(scope="session")
def small_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An outputs folder of the small graph, as far as facts reads one."""
    folder = tmp_path_factory.mktemp("small") / "outputs"
    issue = {"stage": "merge", "kind": "doubt", "message": "look", "remedy": "there", "path": "memo.txt"}
    words = {"fr": {"planned": "prévu", "of": "de"}}
    for name, data in tables(graph(), {"sentences": list(sentences())}, [issue], words).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "run.json").write_text(json.dumps({"claims": 6, "tables": TABLES_VERSION}))
    return folder


@pytest.fixture(scope="session")
def small(small_outputs: Path) -> facts.Facts:
    return facts.load(small_outputs)


@pytest.fixture(scope="session")
def seeds_facts(seed_run: Ran) -> facts.Facts:
    return facts.load(seed_run.outputs)
