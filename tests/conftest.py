"""Fixtures for all tests."""

from pathlib import Path

import pytest

from pipeline.knowledge import Knowledge, load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(ROOT / "models")
