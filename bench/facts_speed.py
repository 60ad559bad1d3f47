"""How fast the window for notebooks answers on a graph of a million statements: `python -m bench.facts_speed`.

Makes the graph with `bench.large_graph` unless `--outputs` names one, asks each question in a fresh process, and
prints wall seconds of the first and of the median call, and the peak of resident memory. The first call pays for
reading; later ones find the system's cache of files warm.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline import facts

STATEMENTS = 1_000_000
CALLS = 3
# What each question asks, given the window and what is busiest in it.
Ask = Callable[[facts.Facts, dict[str, str]], Any]
QUESTIONS: dict[str, Ask] = {
    "load": lambda g, _: facts.load(g.folder),
    "claims": lambda g, _: g.claims,
    "about": lambda g, top: g.about(top["actor"]),
    "about (rare)": lambda g, top: g.about(top["rare"]),
    "about (nobody)": lambda g, _: g.about("Xylophonov"),
    "between": lambda g, top: g.between(top["actor"], top["other"]),
    "timeline": lambda g, top: g.timeline(top["treaty"]),
    "timeline (all)": lambda g, _: g.timeline(),
    "evidence": lambda g, top: g.evidence(top["claim"]),
    "disputed": lambda g, _: g.disputed(),
    "only": lambda g, _: g.only("fr"),
    "as_of": lambda g, _: g.as_of("2000-12"),
    "without": lambda g, top: g.without(top["document"]),
    "network": lambda g, _: g.network(),
    "network (one)": lambda g, top: g.network(top["actor"]),
    "network (every edge)": lambda g, _: sum(len(told) for *_, told in g.network().edges(data=True)),
    "network (one, its neighbours)": lambda g, top: list(g.network()[top["actor"]]),
    "sql": lambda g, _: g.sql("select predicate, status, count(*) from claims group by all"),
}


def busiest(g: facts.Facts) -> dict[str, str]:
    """Who and what has most: the hardest cases."""
    one = "select {0} from {1} where {0} is not null group by {0} order by count(*) desc, {0} limit 1"
    actors = g.sql(
        "select ref from roles where starts_with(ref, 'actor') group by ref order by count(*) desc, ref limit 2"
    )["ref"]
    rare = g.sql("select ref from roles where ref is not null group by ref order by count(*), ref limit 1")["ref"][0]
    return {
        "actor": actors[0],
        "other": actors[1],
        "rare": rare,
        "treaty": g.sql(one.format("treaty", "slots"))["treaty"][0],
        "claim": g.sql(one.format("claim", "statements"))["claim"][0],
        "document": g.sql(one.format("document", "statements"))["document"][0],
    }


def measure(outputs: Path, name: str, top: dict[str, str]) -> None:
    """Ask one question in this process; print first and median seconds and the peak in MB as JSON."""
    import warnings

    warnings.simplefilter("ignore")
    g, seconds = facts.load(outputs), []
    for _ in range(CALLS):
        started = time.perf_counter()
        answer = QUESTIONS[name](g, top)
        seconds.append(time.perf_counter() - started)
        g = facts.load(outputs) if name == "claims" else g
        del answer
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"first": seconds[0], "median": statistics.median(seconds), "peak": peak}))


def asked(outputs: Path, name: str, top: dict[str, str]) -> dict[str, float]:
    """The measures of one question, from a process of its own."""
    arguments = ["--outputs", str(outputs), "--question", name, "--top", json.dumps(top)]
    done = subprocess.run(
        [sys.executable, "-m", "bench.facts_speed", *arguments], capture_output=True, text=True, check=True
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> None:
    """Print the table."""
    options = arguments()
    if options.question:
        measure(options.outputs, options.question, json.loads(options.top))
        return
    with tempfile.TemporaryDirectory() as folder:
        outputs = options.outputs or generated(Path(folder) / "outputs", options.statements)
        top = busiest(facts.load(outputs))
        print(f"{'question':<16}{'first s':>9}{'median s':>10}{'peak MB':>9}")
        for name in QUESTIONS:
            one = asked(outputs, name, top)
            print(f"{name:<16}{one['first']:>9.3f}{one['median']:>10.3f}{one['peak']:>9.0f}", flush=True)


def generated(outputs: Path, statements: int) -> Path:
    """A graph of that many statements."""
    from bench.large_graph.__main__ import write

    write(outputs, statements, seed=7)
    return outputs


def arguments() -> argparse.Namespace:
    """The arguments of the command line; `--question` and `--top` are for the processes that it starts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--outputs", type=Path, help="a folder that bench.large_graph made (default: make one)")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--question", choices=QUESTIONS, help=argparse.SUPPRESS)
    parser.add_argument("--top", default="{}", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
