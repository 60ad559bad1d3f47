"""Whole runs through the real command line, each made once for all tests that read it."""

import shutil
from pathlib import Path

import pytest
from calling import Ran


@pytest.fixture
def copied(seed_run: Ran, tmp_path: Path) -> Ran:
    """The seeds' corpus and outputs in a folder that the test may change."""
    shutil.copytree(seed_run.corpus, tmp_path / "corpus")
    shutil.copytree(seed_run.outputs, tmp_path / "outputs")
    return Ran(0, "", "", tmp_path / "corpus", tmp_path / "outputs")
