"""A world that each test fills for itself."""

import pytest
from merge_world import World

from pipeline.knowledge import Knowledge


@pytest.fixture
def world(knowledge: Knowledge) -> World:
    return World(knowledge)
