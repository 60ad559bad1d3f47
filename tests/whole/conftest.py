"""Whole runs through the real command line, each made once for all tests that read it."""

import shutil
from pathlib import Path

import pytest
from calling import Ran, accord, seeds


@pytest.fixture(scope="session")
def seed_run(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """`accord run` on the seeds; read its outputs, do not change them."""
    folder = tmp_path_factory.mktemp("seeds")
    ran = accord("run", seeds(folder / "corpus"), folder / "outputs", PYTHONHASHSEED="1")
    assert ran.code == 0, ran.err
    return ran


@pytest.fixture
def copied(seed_run: Ran, tmp_path: Path) -> Ran:
    """The seeds' corpus and outputs in a folder that the test may change."""
    shutil.copytree(seed_run.corpus, tmp_path / "corpus")
    shutil.copytree(seed_run.outputs, tmp_path / "outputs")
    return Ran(0, "", "", tmp_path / "corpus", tmp_path / "outputs")
