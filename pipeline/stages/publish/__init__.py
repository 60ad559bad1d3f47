"""Publish: the graph → graph.json, its schema, layers, tables, and what translators open.

Its two doors are modules: `files.publish` makes the outputs, `schema.check_graph` checks a graph without making one.
"""
