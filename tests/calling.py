"""Calling the real command line from a test."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ("union-russie-bielorussie.fr.txt", "ponars-memo-182.en.txt")


@dataclass(frozen=True)
class Ran:
    """One call of `accord`: exit code, what it printed, and the two folders."""

    code: int
    out: str
    err: str
    corpus: Path
    outputs: Path


def accord(command: str, corpus: Path, outputs: Path, *more: str, **environment: str) -> Ran:
    """Call `accord` in a process of its own."""
    arguments = [sys.executable, "-m", "pipeline", command, "--corpus", str(corpus), "--outputs", str(outputs), *more]
    done = subprocess.run(
        arguments, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=300
    )
    return Ran(done.returncode, done.stdout, done.stderr, corpus, outputs)


def accord_here(command: str, corpus: Path, outputs: Path) -> int:
    """Call `accord` in this process, where the models are loaded once for many corpora; the exit code."""
    from pipeline.cli import main

    return main([command, "--corpus", str(corpus), "--outputs", str(outputs)])


def seeds(folder: Path) -> Path:
    """A corpus of the two seed texts alone."""
    (folder / "documents").mkdir(parents=True)
    for name in SEEDS:
        shutil.copyfile(ROOT / "corpus" / "documents" / name, folder / "documents" / name)
    return folder
