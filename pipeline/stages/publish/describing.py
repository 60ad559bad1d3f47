"""The pages that tell what the outputs hold, printed from the schema of the graph and the columns of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from pipeline.model.tables import TABLES, Table
from pipeline.stages.publish.evidence import Json
from pipeline.stages.publish.schema import schema_bytes

HEAD = "<!-- Printed by `accord schema {}`; change the source, not this page. -->\n\n"
GRAPH = """# The fields of graph.json

What each field of `outputs/graph.json` means, from [its schema](../pipeline/stages/publish/graph.schema.json).
[graph.md](graph.md) tells how they belong together.
"""
TABLE = """# The columns of the tables

What each column of `outputs/tables/*.parquet` means, from [its source](../pipeline/model/tables.py). All columns are
flat: pandas, polars, DuckDB and R read them alike. `day` is a real date; any column may be empty where the texts do
not tell. Several values of one column are parted by `; ` and stand one by one in a table of their own.
"""


def tables_page() -> str:
    """docs/tables.md."""
    return HEAD.format("tables") + TABLE + "".join(table_part(table) for table in TABLES)


def table_part(table: Table) -> str:
    """One table: a row is …; its columns."""
    rows = [(f"`{one.name}`", one.kind, one.meaning, shown(one.example)) for one in table.columns]
    return f"\n## {table.name}\n\nA row is {table.row}.\n\n" + markdown(("column", "type", "meaning", "example"), rows)


def graph_page() -> str:
    """docs/graph-fields.md."""
    schema = json.loads(schema_bytes())
    parts = [("The whole", schema["description"], schema)]
    parts += [(name, one.get("description", ""), one) for name, one in schema["$defs"].items() if "properties" in one]
    return (
        HEAD.format("graph") + GRAPH + "".join(f"\n## {name}\n\n{what}\n\n{fields(one)}" for name, what, one in parts)
    )


def fields(schema: Json) -> str:
    """The properties of one definition; those that always stand are marked."""
    required = set(schema.get("required", ()))
    rows = [
        (
            f"`{name}`" + ("" if name in required else " (may be missing)"),
            type_of(one),
            one["description"],
            example(one),
        )
        for name, one in schema["properties"].items()
    ]
    return markdown(("field", "type", "meaning", "example"), rows)


def example(schema: Json) -> str:
    """The first example, or nothing."""
    return shown(schema["examples"][0]) if "examples" in schema else ""


def type_of(schema: Json) -> str:
    """A type as people read it: `string or null`, `list of slot`, `one of a, b`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(type_of(one) for one in schema["anyOf"])
    if "enum" in schema:
        return "one of " + ", ".join("null" if one is None else f"`{one}`" for one in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    types = schema.get("type", "any")
    if types == "array" and "items" in schema:
        return f"list of {type_of(schema['items'])}"
    return " or ".join(types) if isinstance(types, list) else str(types)


def shown(value: object) -> str:
    """An example in code; true and false as JSON has them."""
    return f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"


def markdown(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of Markdown."""

    def lines() -> Iterator[str]:
        yield f"| {' | '.join(head)} |"
        yield f"|{'|'.join('---' for _ in head)}|"
        for row in rows:
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"

    return "\n".join(lines()) + "\n"
