"""models/authority/*.jsonl and the public sources (CLDR, ISO 3166): the actors that we know by name."""

from pipeline.knowledge.authority.entries import Entry
from pipeline.knowledge.authority.gathering import load_authority, read_authority
from pipeline.knowledge.authority.lookup import Authority, plain

__all__ = ["Authority", "Entry", "load_authority", "plain", "read_authority"]
