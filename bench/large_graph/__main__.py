"""Write the folder: every table of `pipeline.model.tables`, and the record of a run that never was."""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path

import msgspec
import numpy as np
import polars as pl

from bench.large_graph import joining
from bench.large_graph.world import build
from pipeline.model.tables import TABLES, TABLES_VERSION
from pipeline.run.report import Lap, Report
from pipeline.stages.publish.tables import METADATA, schema


def main() -> int:
    """Build and write."""
    parser = argparse.ArgumentParser(prog="python -m bench.large_graph", description=__doc__)
    parser.add_argument("--outputs", type=Path, required=True)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    begun = time.perf_counter()
    write(asked.outputs, asked.statements, asked.seed)
    print(f"{asked.statements:,} statements in {asked.outputs}: {time.perf_counter() - begun:.1f} s")
    return 0


def write(outputs: Path, statements: int, seed: int) -> None:
    """The folder of `statements` statements; the same seed gives the same facts."""
    rng = np.random.default_rng(seed)
    frames = joining.tables(build(statements, seed, rng), statements, seed, rng)
    (outputs / "tables").mkdir(parents=True, exist_ok=True)
    files = {}
    for table in TABLES:
        path = outputs / "tables" / f"{table.name}.parquet"
        kinds = schema(table)
        frame = frames[table.name].select(pl.col(name).cast(kind) for name, kind in kinds.items())
        frame.write_parquet(path, compression="zstd", metadata=METADATA)
        with path.open("rb") as file:
            files[f"tables/{table.name}.parquet"] = hashlib.file_digest(file, "sha256").hexdigest()
    record = msgspec.json.format(msgspec.json.encode(report(frames, files, seed)), indent=2)
    (outputs / "run.json").write_bytes(record + b"\n")


def report(frames: dict[str, pl.DataFrame], files: dict[str, str], seed: int) -> Report:
    """The record that a run with these outputs would leave."""
    links = frames["links"]["kind"]
    return Report(
        key=hashlib.sha256(f"{TABLES_VERSION} {seed} {sorted(files.items())}".encode()).hexdigest(),
        documents=len(frames["documents"]),
        actors=len(frames["actors"]),
        treaties=len(frames["treaties"]),
        claims=len(frames["claims"]),
        corroborated=int((frames["claims"]["status"] == "corroborated").sum()),
        tension=int((links == "tension").sum()),
        alignments=frames["alignments"]["alignment"].n_unique(),
        issues=len(frames["issues"]),
        broken=(),
        laps=(Lap("publish", 0.0, 1, 0),),
        files=files,
        tables=TABLES_VERSION,
    )


if __name__ == "__main__":
    raise SystemExit(main())
