"""What the pages in docs/ promise: a language, a predicate and a known actor are added without Python.

The recipes are the pages' own blocks, so that a page that is wrong fails here.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from calling import ROOT, Ran, accord

from pipeline.knowledge import Knowledge, load
from pipeline.knowledge.predicates import Predicate
from pipeline.model import Statement
from pipeline.stages.annotate import annotate
from pipeline.stages.claims import find as find_claims
from pipeline.stages.dates import find
from pipeline.stages.ingest import ingest
from pipeline.stages.ingest.settings import DocumentSettings

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")

GERMAN = '[language]\ncode = "de"\nnames = { de = "Deutsch", fr = "allemand", en = "German" }\n'
SPOKEN = {
    "roma.es.txt": "El Tratado de Roma fue firmado el 25 de marzo de 1957 por Alemania, Bélgica, Francia e Italia. "
    "Entró en vigor en enero de 1958. París lo apoyó. El tratado costó 450 millones, un 5 % del total.",
    "historia.txt": "Los Estados Unidos y el Reino Unido negociaron durante muchos años sobre las fronteras del "
    "norte de América. En 1846 llegaron finalmente a un acuerdo que satisfizo a los dos países.",
    "vertrag.de.txt": "Der Vertrag wurde am 25. März 1957 von Deutschland, Frankreich und Italien unterzeichnet.",
    "rome.fr.txt": "Le traité de Rome a été signé le 25 mars 1957 par l'Allemagne, la Belgique, la France et l'Italie. "
    "Il est entré en vigueur en janvier 1958. Les États-Unis l'ont soutenu.",
}
TOLD = {
    "chypre.fr.txt": "La Grèce et la Turquie ont garanti l'indépendance de Chypre. La Commission européenne du Danube "
    "a été fondée en 1856. Le gouvernement somalilandais a signé un accord en 1993.",
    "cyprus.en.txt": "The United Kingdom guaranteed the independence of Cyprus in 1960. The European Commission of the "
    "Danube was dissolved in 1948. Somaliland signed an agreement in 1993.",
}


def blocks(page: str, kind: str) -> list[str]:
    """The code blocks of a kind on a page of docs/."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [body for told, body in BLOCK.findall(text) if told == kind]


def recipe(page: str, models: Path) -> None:
    """Put the page's TOML where its first line says."""
    (body,) = [body for body in blocks(page, "toml") if body.startswith("# models/")]
    name = body.splitlines()[0].removeprefix("# models/").strip()
    assert not (models / name).exists(), f"{name} is no longer new: give the page another example"
    (models / name).write_text(body, encoding="utf-8")


def called_too(models: Path, id_: str, language: str, form: str) -> None:
    """Give an entry of the treaties' authority a form in another language."""
    path = models / "authority" / "treaties.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    next(line for line in lines if line["id"] == id_)["forms"][language] = [form]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def run(folder: Path, texts: dict[str, str], models: Path) -> Ran:
    (folder / "corpus" / "documents").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "corpus" / "documents" / name).write_text(text, encoding="utf-8")
    ran = accord("run", folder / "corpus", folder / "outputs", "--models", str(models))
    assert ran.code == 0, ran.err
    return ran


def graph_of(ran: Ran) -> dict:
    return json.loads((ran.outputs / "graph.json").read_bytes())


def lines(ran: Ran, name: str) -> list[dict]:
    return [json.loads(line) for line in (ran.outputs / name).read_text(encoding="utf-8").splitlines()]


def nodes(graph: dict, kind: str) -> set[tuple[tuple[str, str], ...]]:
    """Each node as its forms, with their languages."""
    return {tuple((code, form) for code, forms in one["forms"].items() for form in forms) for one in graph[kind]}


def filled(role: str | list[str], forms: dict[str, str]) -> list[str]:
    """What fills a role, actors by a form of theirs."""
    return [forms.get(one, one) for one in ([role] if isinstance(role, str) else role)]


@pytest.fixture(scope="module")
def spoken_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """models/ with the Spanish pack of the page and a German one of three lines."""
    models = tmp_path_factory.mktemp("spoken") / "models"
    shutil.copytree(ROOT / "models", models)
    recipe("packs.md", models)
    (models / "languages" / "de.toml").write_text(GERMAN, encoding="utf-8")
    called_too(models, "treaty:rome-treaties", "es", "Tratado de Roma")
    return models


@pytest.fixture(scope="module")
def spoken(spoken_models: Path) -> Ran:
    return run(spoken_models.parent, SPOKEN, spoken_models)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run with the new predicate and the new lines of the authority."""
    folder = tmp_path_factory.mktemp("told")
    shutil.copytree(ROOT / "models", folder / "models")
    recipe("predicates.md", folder / "models")
    added = "".join(blocks("authority.md", "jsonl"))
    (folder / "models" / "authority" / "added.jsonl").write_text(added, encoding="utf-8")
    return run(folder, TOLD, folder / "models")


def test_new_languages_are_told_by_name_and_by_their_words(spoken: Ran):
    languages = {one["path"]: one["language"] for one in graph_of(spoken)["documents"]}
    assert languages == {"roma.es.txt": "es", "historia.txt": "es", "vertrag.de.txt": "de", "rome.fr.txt": "fr"}


def test_states_of_new_languages_are_the_old_nodes(spoken: Ran):
    assert nodes(graph_of(spoken), "actors") >= {
        (("de", "Deutschland"), ("es", "Alemania"), ("fr", "Allemagne")),
        (("es", "Bélgica"), ("fr", "Belgique")),
        (("de", "Frankreich"), ("es", "Francia"), ("fr", "France")),
        (("de", "Italien"), ("es", "Italia"), ("fr", "Italie")),
        (("es", "Estados Unidos"), ("fr", "États-Unis")),
        (("es", "Reino Unido"),),
    }


def test_a_form_in_the_authority_unites_a_treaty(spoken: Ran):
    assert nodes(graph_of(spoken), "treaties") == {(("es", "Tratado de Roma"), ("fr", "traité de Rome"))}


def test_dates_of_new_languages_are_read(spoken: Ran):
    paths = {one["id"]: one["path"] for one in graph_of(spoken)["documents"]}
    found = {(paths[one["document"]], one["text"], one["edtf"]) for one in lines(spoken, "layers/dates.jsonl")}
    assert found >= {
        ("roma.es.txt", "el 25 de marzo de 1957", "1957-03-25"),
        ("roma.es.txt", "enero de 1958", "1958-01"),
        ("historia.txt", "1846", "1846"),
    }


def test_without_a_parser_an_issue_a_document_and_no_claims(spoken: Ran):
    issues = [one for one in lines(spoken, "issues.jsonl") if one["kind"] == "no parser"]
    assert sorted(one["path"] for one in issues) == ["historia.txt", "roma.es.txt", "vertrag.de.txt"]
    assert all("annotate.models" in one["remedy"] for one in issues)
    claims = graph_of(spoken)["claims"]
    assert claims
    assert {language for one in claims for language in one["support"]["languages"]} == {"fr"}


def test_no_description_and_no_reading_is_guessed_without_a_parser(spoken: Ran):
    spanish = {one["id"] for one in graph_of(spoken)["documents"] if one["language"] == "es"}
    mentions = [one for one in lines(spoken, "layers/mentions.jsonl") if one["document"] in spanish]
    assert {one["kind"] for one in mentions} == {"name"}
    assert {one["reading"] for one in mentions} == {None}
    assert "5 %" in {one["text"] for one in mentions}


def test_evidence_stands_in_every_language(spoken: Ran, told: Ran):
    for ran in (spoken, told):
        verdict = accord("verify", ran.corpus, ran.outputs)
        assert verdict.code == 0, verdict.err


@pytest.mark.parametrize("marked", "".join(blocks("packs.md", "text")[:1]).splitlines())
def test_dates_are_read_as_the_page_promises(spoken_models: Path, marked: str):
    knowledge = load(spoken_models)
    text = MARK.sub(r"\1", marked)
    document = ingest("prosa.es.txt", text.encode(), DocumentSettings(), knowledge)
    (annotation,) = annotate([document], knowledge)
    found = [one for one in find(document, annotation, knowledge).expressions if one.span]
    spans = [(one.span.start, one.span.end) for one in found]
    outer = [
        (one.text, one.edtf)
        for one, (start, end) in zip(found, spans, strict=True)
        if not any(first <= start and end <= last and (first, last) != (start, end) for first, last in spans)
    ]
    assert outer == MARK.findall(marked)


def test_a_new_predicate_makes_claims_in_both_languages(told: Ran):
    graph = graph_of(told)
    forms = {one["id"]: form for one in graph["actors"] for all_of in one["forms"].values() for form in all_of}
    said = [one for one in graph["claims"] if one["predicate"] == "guaranteed"]
    found = {
        (*filled(one["roles"]["subject"], forms), *filled(one["roles"]["object"], forms), *one["support"]["languages"])
        for one in said
    }
    assert found == {
        ("Grèce", "l'indépendance de Chypre", "fr"),
        ("Turquie", "l'indépendance de Chypre", "fr"),
        ("United Kingdom", "the independence of Cyprus", "en"),
    }
    assert all(one["statements"][0]["rule"].startswith("models/claims/guaranteed.toml#") for one in said)


@pytest.fixture(scope="module")
def new_predicate(told: Ran) -> tuple[Knowledge, Predicate]:
    """The page's predicate and the models/ that it stands in."""
    knowledge = load(told.corpus.parent / "models")
    return knowledge, next(one for one in knowledge.predicates if one.name == "guaranteed")


def said_in(knowledge: Knowledge, language: str, text: str) -> list[Statement]:
    """What is said to be guaranteed in a text."""
    document = ingest(f"text.{language}.txt", text.encode(), DocumentSettings(), knowledge)
    (annotation,) = annotate([document], knowledge)
    found = find_claims(document, annotation, find(document, annotation, knowledge), knowledge).statements
    return [one for one in found if one.predicate == "guaranteed" and one.dropped is None]


def test_the_examples_of_the_page_are_matched_and_its_counter_examples_are_not(new_predicate):
    knowledge, predicate = new_predicate
    rules = set()
    for language, examples in predicate.examples.items():
        for example in examples:
            (statement,) = said_in(knowledge, language, example.text)
            rules.add(statement.rule.partition("#")[2])
            for role, words in example.roles.items():
                found = [one.text for one in statement.arguments if one.role == role]
                assert all(one.endswith(word) for one, word in zip(found, words, strict=True)), (found, words)
    assert rules == {pattern.id for patterns in predicate.patterns.values() for pattern in patterns}
    for language, texts in predicate.counter_examples.items():
        assert [said_in(knowledge, language, text) for text in texts] == [[] for _ in texts]


def test_a_new_line_of_the_authority_unites_two_names(told: Ran):
    assert (
        ("en", "European Commission of the Danube"),
        ("fr", "Commission européenne du Danube"),
    ) in nodes(graph_of(told), "actors")


def test_a_new_demonym_refers_to_its_place(told: Ran):
    mentions = {one["text"]: one["ref"] for one in lines(told, "layers/mentions.jsonl")}
    assert mentions["somalilandais"] == mentions["Somaliland"]
