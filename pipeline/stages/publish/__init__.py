"""Publish: the graph → graph.json, its schema, layers, tables, and what translators open."""

from pipeline.stages.publish.files import publish
from pipeline.stages.publish.schema import SchemaFault, check_graph

__all__ = ["SchemaFault", "check_graph", "publish"]
