"""What a stage reads of models/, taken from its source, is what the staircase says it reads: else results go stale."""

import ast
from pathlib import Path

import pytest

from pipeline.knowledge.pack import Pack
from pipeline.run.staircase import READS, STAGES

ROOMS = Path(__file__).parents[2] / "pipeline" / "stages"
REPORT = ROOMS.parent / "report"  # no stage: it is made from the outputs, anew each time
COMPONENT = "component.py"  # what a room is in a spaCy pipeline: no stage loads it
TABLES = frozenset(Pack.__struct_fields__)
SHARED = {
    "authority": "authority",
    "predicates": "claims",
    "aligner": "alignment",
    "comparable": "alignment",
}  # what Knowledge holds beside the packs, as READS calls it


class Reader(ast.NodeVisitor):
    """The parts of models/ that one module reads.

    A pack is what is annotated as `Pack`, what comes out of `….packs`, and every name or attribute that either is
    given to. `packs` are the names of whole collections of packs.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.known: set[str] = set()
        self.packs = {"packs"}
        self.found: set[str] = set()
        size = -1
        while size != len(self.known) + len(self.packs):  # names given to names
            size = len(self.known) + len(self.packs)
            self.visit(tree)

    def visit_arg(self, node: ast.arg) -> None:
        if node.annotation is not None and ast.unparse(node.annotation) == "Pack":
            self.known.add(node.arg)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if ast.unparse(node.annotation) == "Pack":
            self.known |= names(node.target)
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(node.value, ast.Attribute) and node.value.attr in self.packs:
                self.packs |= names(target)
            elif self.is_pack(node.value):
                self.known |= names(target)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self.take(node.target, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.take(node.target, node.iter)
        self.generic_visit(node)

    def take(self, target: ast.expr, source: ast.expr) -> None:
        """The names that run over a collection of packs."""
        if any(self.is_collection(node) for node in ast.walk(source)):
            self.known |= names(target)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in TABLES and self.is_pack(node.value):
            self.found.add(node.attr)
        if node.attr in SHARED and ast.unparse(node.value).endswith("knowledge"):
            self.found.add(SHARED[node.attr])
        self.generic_visit(node)

    def is_collection(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Attribute) and node.attr in self.packs

    def is_pack(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Subscript):
            return self.is_collection(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            return self.is_collection(node.func.value)
        return bool(names(node) & self.known)


def names(node: ast.expr) -> set[str]:
    """The names that a target binds, or the one that an expression is: `a`, `b.a`, `(a, b)`."""
    if isinstance(node, ast.Tuple):
        return {name for element in node.elts for name in names(element)}
    return {node.id} if isinstance(node, ast.Name) else {node.attr} if isinstance(node, ast.Attribute) else set()


def read_by(sources: list[str]) -> set[str]:
    return {part for source in sources for part in Reader(ast.parse(source)).found}


@pytest.mark.parametrize("stage", STAGES)
def test_the_staircase_names_what_a_stage_reads(stage: str):
    files = [path for path in sorted((ROOMS / stage).rglob("*.py")) if path.name != COMPONENT]
    sources = [path.read_text(encoding="utf-8") for path in files]
    # Which languages have a pack matters to every stage.
    assert read_by(sources) | {"language"} == set(READS[stage])


def test_every_table_is_read_by_somebody():
    report = read_by([path.read_text(encoding="utf-8") for path in sorted(REPORT.glob("*.py"))])
    assert {part for reads in READS.values() for part in reads} | report == TABLES | set(SHARED.values())


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("x = knowledge.packs[document.language].align", {"align"}),
        ("def f(pack: Pack):\n    return pack.merge.concepts, pack.resolve", {"merge", "resolve"}),
        ("def f(pack: AnnotatePack):\n    return pack.nouns.treaty, document.language", set()),
        ("words = [pack.page for code, pack in sorted(knowledge.packs.items())]", {"page"}),
        ("class A:\n    pack: Pack\ndef f(one):\n    return one.pack.syntax", {"syntax"}),
        ("told = knowledge.packs.get(code)\nx = [told.ingest]", {"ingest"}),
        ("self.names = knowledge.packs\nx = self.names[code].language", {"language"}),
        ("x = self.knowledge.authority, knowledge.predicates", {"authority", "claims"}),
    ],
)
def test_the_reader_sees_what_is_read(source: str, parts: set[str]):
    assert read_by([source]) == parts
