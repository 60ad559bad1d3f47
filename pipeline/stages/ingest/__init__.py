"""Ingest: bytes → clean text with an offset map to the original, language, sections, head."""

from pipeline.stages.ingest.broken import BrokenDocument
from pipeline.stages.ingest.ingesting import ingest
from pipeline.stages.ingest.keys import text_key
from pipeline.stages.ingest.settings import CorpusSettings, DocumentSettings, read_settings

__all__ = ["BrokenDocument", "CorpusSettings", "DocumentSettings", "ingest", "read_settings", "text_key"]
