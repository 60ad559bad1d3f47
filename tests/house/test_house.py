"""The contracts of the house: sizes, the map of rooms, nothing of a machine left behind."""

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
DOORS = {"corpus", "models", "pipeline", "outputs", "tests"}
FORBIDDEN = {"utils", "helpers", "common", "base", "manager", "misc"}


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]


def lines_of(function: ast.FunctionDef) -> int:
    """Lines of code of a function, its docstring and decorators apart."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_small_and_says_what_it_is_for(path: Path):
    source = path.read_text("utf-8")
    assert source.count("\n") <= 400
    assert ast.get_docstring(ast.parse(source))
    assert path.stem not in FORBIDDEN


def test_functions_are_short():
    sizes = sorted(lines_of(function) for path in MODULES for function in functions(path))
    assert statistics.median(sizes) <= 10
    assert sizes[int(len(sizes) * 0.9)] <= 30
    assert sizes[-1] <= 45


def test_the_street_has_five_doors():
    assert {path.name for path in ROOT.iterdir() if path.is_dir()} >= DOORS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_python_knows_no_language(path: Path):
    """Words of a language live in models/; an accented letter in a string of code is one that strayed."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    strayed = [one for one in strings if one not in docs and re.search(r"[a-zà-ÿ]*[àâçéèêëîïôûùü][a-zà-ÿ]+", one)]
    assert strayed == []


def test_nothing_of_a_machine_is_left_behind():
    tracked = [path for folder in (*DOORS, "bench", "docs") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = [path for path in tracked if path.suffix in {".py", ".toml", ".md", ".jsonl", ".html", ".js", ".css"}]
    pattern = re.compile(r"(?<![\w.~-])/(?:work|root|home|opt)/\w")
    assert [
        path.name for path in texts if "outputs" not in path.parts and pattern.search(path.read_text("utf-8"))
    ] == []
