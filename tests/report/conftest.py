"""An outputs folder whose texts, names and titles are hostile: two documents tell of a pact, in every kind of time."""

import json
import shutil
from pathlib import Path

import pytest
from calling import accord_here

from pipeline import facts
from pipeline.model.tables import TABLES_VERSION
from pipeline.stages.publish.tables import tables

EVIL = "</script><script>alert('x')</script>"
TURN = "\u202eRLO\u202c"
TEXTS = {
    "doc-en": "Northland signed the Pact of Tarn on 3 May 1991. "
    f"Its council {EVIL} may meet in 1995. Southland never left before 1999. Observers \"fear\" & doubt <b>it</b>.",
    "doc-fr": f"La Nordie a signé le pacte de Tarn en mai 1991 {TURN}. La Sudie est partie depuis 1998.",
}  # fmt: skip
SENTENCE = ". "


def time(edtf, first, last):
    return {"edtf": edtf, "from": first, "to": last, "basis": "stated"}


def span(document, words, role="evidence"):
    start = TEXTS[document].index(words)
    place = {"document": document, "start": start, "end": start + len(words)}
    return place | {"byte_start": start, "byte_end": start + len(words), "quote": words, "role": role}


def statement(document, words, polarity="affirmed", modality="asserted", holder=None):
    told = {"kind": "actor" if holder else "author", "actor": None, "text": holder, "within": None}
    return {
        "id": f"st-{document}-{words[:9]}", "document": document, "sentence": "s0", "holder": told, "cue": None,
        "polarity": polarity, "modality": modality, "time": None, "spans": [span(document, words)],
        "language": document[4:], "grade": "verbatim", "confidence": 0.9, "rule": "models/claims/signed.toml#en.1",
    }  # fmt: skip


def claim(id_, predicate, roles, statements, when=None, status="single"):
    languages = sorted({one["language"] for one in statements})
    support = {"documents": len(languages), "languages": languages, "independent": len(languages)}
    told = {"id": f"claim-{id_}", "predicate": predicate, "roles": roles, "time": when, "place": None}
    return told | {"quantity": None, "statements": statements, "support": support, "status": status}


def claims():
    north, south = "actor-north", "actor-south"
    return [
        claim("signed", "signed", {"subject": north, "object": "treaty-tarn"},
              [statement("doc-en", "Northland signed the Pact of Tarn on 3 May 1991"),
               statement("doc-fr", "La Nordie a signé le pacte de Tarn en mai 1991")],
              time("1991-05-03", "1991-05-03", "1991-05-03"), "corroborated"),
        claim("meet", "met", {"subject": "actor-council", "object": EVIL},
              [statement("doc-en", f"Its council {EVIL} may meet in 1995", modality="possible")],
              time("1995", "1995-01-01", "1995-12-31")),
        claim("left", "withdrew_from", {"subject": south, "object": "treaty-tarn"},
              [statement("doc-en", "Southland never left before 1999", polarity="negated", holder="<i>Observers</i>")],
              time("../1999", None, "1999-12-31")),
        claim("gone", "withdrew_from", {"subject": south, "object": "treaty-tarn"},
              [statement("doc-fr", "La Sudie est partie depuis 1998")], time("1998/..", "1998-01-01", None),
              "disputed"),
        claim("fear", "states", {"subject": "Observers", "object": "\"fear\" & doubt <b>it</b>"},
              [statement("doc-en", "Observers \"fear\" & doubt <b>it</b>")]),
    ]  # fmt: skip


def node(id_, type_, **forms):
    seen = {language: [name] for language, name in forms.items()}
    return {"id": id_, "type": type_, "labels": forms, "forms": seen, "same_as": [], "merged_because": []}


def graph():
    """The graph, as graph.json has it."""
    plain = dict.fromkeys(("institute", "publisher", "series", "number"))
    treaty = node("treaty-tarn", "treaty", en=f"Pact of Tarn {EVIL}", fr=f"pacte de Tarn {TURN}")
    treaty |= {"kind": "treaty", "signed": None, "entry_into_force": None, "place": None, "kept_apart": []}
    treaty |= {"missing": []} | {name: [] for name in (
        "signatories", "parties", "establishes", "provisions", "ratified", "status")}  # fmt: skip
    predicates = {"signed": "a signé", "met": "a rencontré", "withdrew_from": "s'est retiré de", "states": "déclare"}
    return {
        "documents": [
            plain | {"id": id_, "path": f"{id_[4:]}<x>.txt", "sha256": "0", "language": id_[4:], "encoding": "utf-8",
                     "title": f"</title>{EVIL}{TURN}" if id_ == "doc-en" else None, "authors": [], "origin": id_,
                     "characters": len(text), "bytes": len(text), "date": time("2001", "2001-01-01", "2001-12-31")}
            for id_, text in TEXTS.items()
        ],
        "predicates": [
            {"id": id_, "labels": {"en": id_.replace("_", " "), "fr": french}, "time": "event", "wikidata": None}
            for id_, french in predicates.items()
        ],
        "actors": [
            node("actor-north", "state", en="Northland", fr="Nordie"),
            node("actor-south", "state", en="Southland", fr="Sudie"),
            node("actor-council", "organization", en=f"Council of {EVIL}", fr="Conseil"),
        ],
        "treaties": [treaty],
        "claims": claims(),
        "links": [{"kind": "contradicts", "a": "claim-left", "b": "claim-gone", "why": f"left {EVIL} or not"}],
        "alignments": [],
        "asymmetry": {"en": [{"claim": "claim-meet", "why": f"the French texts {EVIL}"},
                             {"claim": "claim-left", "why": None}, {"claim": "claim-fear", "why": None}],
                      "fr": [{"claim": "claim-gone", "why": None}]},
    }  # fmt: skip


def sentences():
    """The sentences layer."""
    for document, text in TEXTS.items():
        start = 0
        for number, part in enumerate(text.split(SENTENCE)):
            place = {"document": document, "start": start, "end": start + len(part), "text": part}
            yield place | {"id": f"s{number}", "section": "body"}
            start += len(part) + len(SENTENCE)


def written(folder: Path, told: dict) -> Path:
    """An outputs folder, as far as facts reads one."""
    issue = {"stage": "merge", "kind": "doubt", "message": f"look {EVIL}", "remedy": "there", "path": "en.txt"}
    layers = {"sentences": list(sentences())}
    for name, data in tables(told, layers, [issue] if told["claims"] else [], {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "run.json").write_text(json.dumps({"claims": len(told["claims"]), "tables": TABLES_VERSION}))
    return folder


@pytest.fixture(scope="session")
def hostile_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("hostile") / "outputs", graph())


@pytest.fixture(scope="session")
def empty_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run leaves that found nothing."""
    nothing = {name: [] for name in ("actors", "treaties", "claims", "links", "alignments", "predicates")}
    told = graph() | nothing | {"asymmetry": {}}
    return written(tmp_path_factory.mktemp("empty") / "outputs", told)


@pytest.fixture(scope="session")
def made(hostile_outputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report's folder, made by `accord report`."""
    outputs = tmp_path_factory.mktemp("made") / "outputs"
    shutil.copytree(hostile_outputs, outputs)
    assert accord_here("report", outputs.parent, outputs) == 0
    return outputs / "report"


@pytest.fixture(scope="session")
def hostile(hostile_outputs: Path) -> facts.Facts:
    return facts.load(hostile_outputs)
