"""Knowledge: loads and checks models/ (packs, predicates, authority); a fault names file and key."""

from pipeline.knowledge.faults import KnowledgeFault
from pipeline.knowledge.load import Knowledge, load

__all__ = ["Knowledge", "KnowledgeFault", "load"]
