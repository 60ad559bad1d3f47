"""Broken knowledge: whatever is wrong in models/, the fault names file and key, before any work starts."""

import re
import shutil
import textwrap
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from pipeline.knowledge import KnowledgeFault, load
from pipeline.knowledge.load import digests_of
from pipeline.knowledge.pack import Pack

MODELS = Path(__file__).parents[2] / "models"
SMALL = '[language]\ncode = "de"\nnames = { en = "German" }\n'
PREDICATE = """
name = "greets"
labels = { fr = "salue", en = "greets" }
[roles]
subject = { types = ["person"], required = true }
[[patterns.en]]
id = "en.1"
verb = ["greet"]
roles = { subject = "subject" }
[[examples.en]]
text = "Paul greeted."
roles = { subject = ["Paul"] }
"""
LINE = '{"id": "org:new", "type": "organization", "forms": {"en": ["New Body"]}}\n'


@dataclass(frozen=True)
class Broken:
    """A change to models/, and what the fault must name."""

    file: str
    text: str
    key: str
    problem: str


PACKS = [
    Broken("languages/de.toml", "[language\n", "TOML", "line 1"),
    Broken("languages/de.toml", "[annotate]\nmodels = []\n", "top level", "language"),
    Broken("languages/de.toml", '[language]\ncode = "de"\n', "language", "names"),
    Broken("languages/de.toml", SMALL.replace('"de"', '"at"'), "language.code", "'at'"),
    Broken("languages/de.toml", SMALL.replace("en =", "fr ="), "language.names.en", "missing"),
    Broken("languages/de.toml", SMALL + "colour = 1\n", "language", "colour"),
    Broken("languages/de.toml", SMALL + "[dreams]\nx = 1\n", "top level", "dreams"),
    Broken("languages/de.toml", SMALL + '[annotate]\nmodels = "x"\n', "annotate.models", "array"),
    Broken("languages/de.toml", SMALL + '[annotate]\nmodels = ["x"]\n', "annotate.version", "missing"),
    Broken("languages/de.toml", SMALL + "[annotate.nouns]\ntreaty = [1]\n", "annotate.nouns.treaty", "str"),
    Broken("languages/de.toml", SMALL + "[annotate.nouns]\ntraety = []\n", "annotate.nouns", "traety"),
    Broken("languages/de.toml", SMALL + '[annotate.entities]\nPER = "man"\n', "annotate.entities.PER", "man"),
    Broken("languages/de.toml", SMALL + '[annotate.pronouns]\ner = "man"\n', "annotate.pronouns.er", "man"),
    Broken("languages/de.toml", SMALL + '[annotate.phrases]\n"der da" = "pronoun:x"\n', "annotate.phrases.der da", "x"),
    Broken("languages/de.toml", SMALL + '[dates]\norder = "ydm"\n', "dates.order", "ydm"),
    Broken("languages/de.toml", SMALL + "[dates.seasons]\n1 = [3]\n", "dates.seasons", "length 2"),
    Broken("languages/de.toml", SMALL + "[syntax]\nsubject = []\n", "syntax", "subject"),
    Broken("languages/de.toml", SMALL + '[stance]\nmodals = [{ modality = "x" }]\n', "stance.modals", "x"),
    Broken("languages/de.toml", SMALL + "[holders]\nquotes = [['x']]\n", "holders.quotes", "length 2"),
    Broken("languages/de.toml", SMALL + '[quantities.numbers]\nzwei = "2"\n', "quantities.numbers", "int"),
    Broken("languages/de.toml", SMALL + "[resolve]\nromanisation = [['(', '']]\n", "resolve.romanisation", "'('"),
    Broken("languages/de.toml", SMALL + "[align]\ndoubtful = [{ word = 'x' }]\n", "align.doubtful", "against"),
    Broken("languages/de.toml", SMALL + "[merge]\ntopics = []\n", "merge.topics", "object"),
    Broken("languages/de.toml", SMALL + "[page]\ntittle = 'x'\n", "page", "tittle"),
]


def ends(wikidata: str, first: str, second: str) -> str:
    """The fields of a property of Wikidata with the roles at its ends."""
    return f'wikidata = "{wikidata}"\nwikidata_roles = ["{first}", "{second}"]\n[roles]'


def implied(predicate: str, role: str) -> str:
    """The line that says what else is told, before `[roles]`."""
    return f'implies = [{{ predicate = "{predicate}", roles = {{ {role} = "subject" }} }}]\n[roles]'


def ended(predicate: str, winner: str) -> str:
    """The line that says who tells how it ended, before `[roles]`."""
    return f'outcome = {{ by = {{ {predicate} = "{winner}" }}, roles = {{}} }}\n[roles]'


PREDICATES = [
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", "[roles"), "TOML", "line"),
    Broken("claims/greets.toml", PREDICATE.replace('"greets"', '"hails"', 1), "name", "hails"),
    Broken("claims/greets.toml", PREDICATE.replace('fr = "salue", ', ""), "labels.fr", "missing"),
    Broken("claims/greets.toml", PREDICATE.replace("person", "dragon"), "roles.subject.types", "dragon"),
    Broken("claims/greets.toml", PREDICATE.replace("patterns.en", "patterns.xx"), "patterns.xx", "no pack"),
    Broken("claims/greets.toml", PREDICATE.replace("verb", "verbs"), "patterns", "verbs"),
    Broken("claims/greets.toml", PREDICATE.replace('verb = ["greet"]', ""), "patterns.en.en.1", "no anchor"),
    Broken("claims/greets.toml", PREDICATE.partition("[[examples")[0], "examples.en", "missing"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'time = "never"\n[roles]'), "time", "never"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'opposite = "snubs"\n[roles]'), "opposite", "snubs"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'treaty_slot = "x"\n[roles]'), "treaty_slot", "x"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'strains = ["snubs"]\n[roles]'), "strains", "snubs"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'strains = ["greets"]\n[roles]'), "strains", "already"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'denied_status = "x"\n[roles]'), "denied_status", "'x'"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'makes = "peace"\n[roles]'), "makes", "peace"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'speaks_for = "of"\n[roles]'), "speaks_for", "'of'"),
    Broken(
        "claims/greets.toml", PREDICATE.replace("[roles]", ends("P1", "subject", "whom")), "wikidata_roles", "roles"
    ),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", 'wikidata_roles = ["subject"]\n[roles]'), "roles", "2"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", implied("snubs", "subject")), "implies", "snubs"),
    Broken(
        "claims/greets.toml", PREDICATE.replace("[roles]", implied("met", "whom")), "implies.met.roles.whom", "role"
    ),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", ended("snubs", "subject")), "outcome", "snubs"),
    Broken("claims/greets.toml", PREDICATE.replace("[roles]", ended("met", "whom")), "outcome.met.roles.whom", "role"),
]
AUTHORITY = [
    Broken("authority/new.jsonl", '{"id": \n', "JSON", "truncated"),
    Broken("authority/new.jsonl", LINE.replace('"type": "organization", ', ""), "top level", "type"),
    Broken("authority/new.jsonl", LINE.replace("forms", "froms"), "top level", "froms"),
    Broken("authority/new.jsonl", LINE.replace('["New Body"]', '"New Body"'), "forms", "array"),
    Broken("authority/new.jsonl", LINE.replace('"organization"', '"dragon"'), "type", "dragon"),
    Broken("authority/new.jsonl", LINE + LINE, "id", "org:new"),
    Broken("authority/new.jsonl", LINE.replace("}}", '}, "seat_of": ["state:XX"]}'), "seat_of", "state:XX"),
]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knowledge") / "models"
    return Path(shutil.copytree(MODELS, folder))


@pytest.mark.parametrize("broken", [*PACKS, *PREDICATES, *AUTHORITY], ids=lambda one: f"{one.key} {one.problem}")
def test_a_fault_names_file_and_key(models: Path, broken: Broken):
    path = models / broken.file
    path.write_text(broken.text, encoding="utf-8")
    try:
        with pytest.raises(KnowledgeFault) as caught:
            load(models)
    finally:
        path.unlink()
    assert str(path) in caught.value.path
    assert broken.key in caught.value.key
    assert broken.problem in caught.value.problem
    assert caught.value.remedy


@pytest.mark.parametrize(("broken", "page"), [(PACKS[5], "docs/packs.md"), (PREDICATES[5], "docs/predicates.md")])
def test_a_fault_names_the_page_that_helps(models: Path, broken: Broken, page: str):
    path = models / broken.file
    path.write_text(broken.text, encoding="utf-8")
    with pytest.raises(KnowledgeFault) as caught:
        load(models)
    path.unlink()
    assert page in caught.value.remedy
    assert (MODELS.parent / page).is_file()


def test_a_line_of_the_authority_is_named_by_its_number(models: Path):
    path = models / "authority" / "new.jsonl"
    path.write_text(f"{LINE}\n{LINE}", encoding="utf-8")
    with pytest.raises(KnowledgeFault, match=r"new\.jsonl:3: id: .*new\.jsonl:1"):
        load(models)
    path.unlink()


def test_what_must_be_there(tmp_path: Path):
    with pytest.raises(KnowledgeFault, match="no language pack"):
        load(tmp_path)


def test_a_pack_of_three_lines_is_enough(models: Path):
    path = models / "languages" / "de.toml"
    path.write_text(SMALL, encoding="utf-8")
    knowledge = load(models)
    path.unlink()
    assert sorted(knowledge.packs) == ["de", "en", "fr"]
    assert knowledge.packs["de"].annotate.models == ()


def test_a_page_in_a_language_asks_for_every_label(models: Path):
    path = models / "languages" / "de.toml"
    path.write_text(SMALL + "[page]\ntitle = 'Stellen'\n", encoding="utf-8")
    with pytest.raises(KnowledgeFault, match=r"accepted\.toml: labels\.de"):
        load(models)
    path.unlink()


def test_every_table_has_a_digest(knowledge):
    tables = {f"{code}/{table}" for code in knowledge.packs for table in Pack.__struct_fields__}
    assert set(knowledge.digests) == tables | {"claims", "alignment", "authority"}


@pytest.mark.parametrize("table", [*Pack.__struct_fields__, "claims", "alignment", "authority"])
def test_a_change_changes_its_digest_alone(models: Path, knowledge, table: str):
    """Any byte that a table's value hangs on is in its digest, and in no other's."""
    path, new = changed(models, table)
    before = path.read_text(encoding="utf-8")
    path.write_text(new(before), encoding="utf-8")
    after = digests_of(models)
    path.write_text(before, encoding="utf-8")
    name = table if table in ("claims", "alignment", "authority") else f"fr/{table}"
    assert {key for key in after if after[key] != knowledge.digests[key]} == {name}


def changed(models: Path, table: str):
    """A file of models/ that holds `table`, and how to change it."""
    if table == "claims":
        return models / "claims" / "signed.toml", lambda text: text + "\n"
    if table == "authority":
        return models / "authority" / "states.jsonl", lambda text: text + LINE
    if table == "alignment":
        return models / "alignment" / "parallel.toml", lambda text: text + "\n"
    heading = f"[{table}]\n"
    return models / "languages" / "fr.toml", lambda text: text.replace(heading, f"{heading}new_key = 1\n")


def test_defaults_are_what_an_empty_table_reads():
    """A table that is not there and an empty one are the same knowledge."""
    empty = {table: {} for table in Pack.__struct_fields__ if table != "language"}
    language = {"code": "de", "names": {"en": "German"}}
    assert msgspec.convert({"language": language}, Pack) == msgspec.convert({"language": language, **empty}, Pack)


def test_the_page_on_packs_knows_every_table_and_its_blocks_load():
    page = (MODELS.parent / "docs" / "packs.md").read_text(encoding="utf-8")
    assert [table for table in Pack.__struct_fields__ if f"| `[{table}]` |" not in page] == []
    blocks = [
        textwrap.dedent(block) for block in re.findall(r"^ +```text\n(.*?)^ +```", page, re.MULTILINE | re.DOTALL)
    ]
    assert blocks
    for block in blocks:
        assert msgspec.convert(tomllib.loads(SMALL + block), Pack).annotate.models
