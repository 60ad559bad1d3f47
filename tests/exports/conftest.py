"""One run over a small corpus, exported; read it, do not change it."""

import json
import shutil
from pathlib import Path

import pytest

from pipeline.cli import main

ROOT = Path(__file__).parent.parent.parent
CORPORA = ("maghreb", "npt")
# Told, planned, denied and reported: only the first is a plain fact.
TOLD = {
    "members.en.txt": "Members of alliances\n\nNorway is a member of NATO. Sweden will be a member of the European "
    "Union. Russia is not a member of NATO. According to Poland, Belarus is a member of NATO.\n",
    "membres.fr.txt": "Membres des alliances\n\nLe Danemark est membre de l'OTAN. La Serbie sera membre de l'Union "
    "européenne. La Russie n'est pas membre de l'OTAN. Selon la Pologne, l'Ukraine est membre de l'OTAN.\n",
}


@pytest.fixture(scope="session")
def exported_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a run, with all exports."""
    folder = tmp_path_factory.mktemp("exported")
    documents = folder / "corpus" / "documents"
    documents.mkdir(parents=True)
    for name in CORPORA:
        for path in (ROOT / "tests" / "corpora" / name / "documents").iterdir():
            shutil.copyfile(path, documents / path.name)
    for name, text in TOLD.items():
        (documents / name).write_text(text, "utf-8")
    assert main(["run", "--corpus", str(folder / "corpus"), "--outputs", str(folder / "outputs")]) == 0
    assert main(["export", "--outputs", str(folder / "outputs")]) == 0
    return folder / "outputs"


@pytest.fixture(scope="session")
def run_graph(exported_run: Path) -> dict:
    """The graph of that run."""
    return json.loads((exported_run / "graph.json").read_text("utf-8"))


@pytest.fixture
def copied_run(exported_run: Path, tmp_path: Path) -> Path:
    """The outputs of that run without the exports, in a folder that the test may change."""
    shutil.copytree(exported_run, tmp_path / "outputs", ignore=shutil.ignore_patterns("exports", "cache"))
    return tmp_path / "outputs"
