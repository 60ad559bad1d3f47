"""spaCy pipelines, loaded when first asked for and once."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from pipeline.knowledge.annotate import AnnotatePack
from pipeline.knowledge.faults import KnowledgeFault


def pipeline_for(pack: AnnotatePack) -> tuple[Any, str]:
    """The spaCy pipeline of `pack` and its name with version. Raises KnowledgeFault where none is installed."""
    return _load(pack.models, pack.version, pack.install)


@lru_cache(maxsize=8)
def _load(models: tuple[str, ...], version: str, install: str) -> tuple[Any, str]:
    for name in models:
        if find_spec(name) is None:
            continue
        package = import_module(name)
        if package.__version__.startswith(version + "."):
            return package.load(), f"{name} {package.__version__}"
    raise KnowledgeFault(
        "models/languages",
        "annotate.models",
        f"none of {', '.join(models)} {version} is installed",
        f"Install it: pip install {install}",
    )
