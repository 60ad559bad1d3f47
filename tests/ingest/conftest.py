"""What the tests of ingest share: reading a text as a file would be read."""

import pytest

from pipeline.stages.ingest import DocumentSettings, ingest


@pytest.fixture
def read(knowledge):
    def read(text, path="a.en.txt", encoding="utf-8", **settings):
        data = text if isinstance(text, bytes) else text.encode(encoding)
        return ingest(path, data, DocumentSettings(**settings), knowledge)

    return read
