"""The command `accord`.

Exit codes: 0 all is well; 1 a document was set aside, evidence fell, or a decision was refused; 2 nothing could be done
(no corpus, broken knowledge, a graph that breaks its contract, no page to serve, wrong arguments).
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

HOUSE = Path(__file__).parent.parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    from pipeline.cli.faults import explained

    options = parser().parse_args(arguments)
    return explained(options.command, options)


def parser() -> argparse.ArgumentParser:
    """The arguments of `accord`."""
    from pipeline.cli.questions import add_query
    from pipeline.run import STAGES

    top = argparse.ArgumentParser(
        prog="accord", description="From French and English documents to one fact graph of treaties, actors and claims."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    run = command(commands, "run", "read the corpus and write the outputs", run_command)
    run.add_argument("--until", choices=STAGES, default=STAGES[-1], help="stop after this stage (default: publish)")
    add_models(run)
    command(commands, "verify", "derive every quote of the graph again from the raw bytes", verify_command)
    review = command(commands, "review", "serve the page for translators on this machine", review_command)
    review.add_argument("--port", type=int, help="default: one of the corpus's own")
    decisions = command(commands, "decisions", "take decisions from a file", decisions_command)
    decisions.add_argument("file", type=Path, help="what the page let you download (.jsonl), or a memory (.tmx)")
    add_models(decisions)
    add_query(commands)
    schema = commands.add_parser("schema", help="print what the outputs hold, as Markdown")
    schema.add_argument("part", choices=("graph", "tables"), help="the fields of graph.json, or the columns of tables/")
    schema.set_defaults(command=schema_command)
    add_export(commands)
    report = command(commands, "report", "write one offline page that shows what the last run found", report_command)
    add_models(report)
    return top


def add_export(commands: argparse._SubParsersAction) -> None:  # type: ignore[type-arg]  # not generic at run time
    """The command that writes formats for other tools."""
    from pipeline.exports import BASE, FORMATS

    what = "write the graph in formats that other tools read"
    one = commands.add_parser("export", help=what, description=what.capitalize() + ".")
    one.add_argument(
        "--format", action="append", choices=FORMATS, dest="formats", help="may be repeated (default: all)"
    )
    one.add_argument("--base", default=BASE, help=f"what the IRIs of RDF begin with (default: {BASE})")
    one.add_argument("--outputs", type=Path, default=Path("outputs"), help="folder of a run (default: outputs)")
    one.set_defaults(command=export_command)


def add_models(one: argparse.ArgumentParser) -> None:
    """The option of commands that need models/."""
    one.add_argument(
        "--models", type=Path, default=HOUSE / "models", help="what we know (default: the house's models/)"
    )


def command(commands: argparse._SubParsersAction, name: str, what: str, action: object) -> argparse.ArgumentParser:  # type: ignore[type-arg]  # argparse's own class is not generic at run time
    """A command with the two folders that every command has."""
    one: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what.capitalize() + ".")
    one.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder with the documents (default: corpus)")
    one.add_argument("--outputs", type=Path, default=Path("outputs"), help="folder for the results (default: outputs)")
    one.set_defaults(command=action)
    return one


def run_command(options: argparse.Namespace) -> int:
    """`accord run`."""
    from pipeline.cli.showing import ProgressBar, show_report
    from pipeline.run import run

    with ProgressBar() as progress:
        report = run(options.corpus, options.outputs, options.models, progress, options.until)
    show_report(report, options.outputs, options.until)
    return report.exit_code


def verify_command(options: argparse.Namespace) -> int:
    """`accord verify`."""
    from pipeline.cli.showing import show_verdict
    from pipeline.verify import verify

    verdict = verify(options.corpus, options.outputs)
    show_verdict(verdict)
    return 1 if verdict.fallen else 0


def review_command(options: argparse.Namespace) -> int:
    """`accord review`, until it is interrupted."""
    from pipeline.cli.showing import show_address
    from pipeline.review.serving import server

    with server(options.corpus, options.outputs, options.port) as serving:
        show_address(serving.url, options.corpus)
        with contextlib.suppress(KeyboardInterrupt):
            serving.serve_forever()
    return 0


def decisions_command(options: argparse.Namespace) -> int:
    """`accord decisions FILE`; 1 when something in the file was not taken."""
    from pipeline.cli.showing import show_imported
    from pipeline.run.importing import import_decisions

    imported = import_decisions(options.file, options.corpus, options.outputs, options.models)
    show_imported(imported, options.corpus)
    return 1 if imported.refused else 0


def schema_command(options: argparse.Namespace) -> int:
    """`accord schema graph|tables`."""
    from pipeline.stages.publish.describing import graph_page, tables_page

    print(graph_page() if options.part == "graph" else tables_page(), end="")
    return 0


def export_command(options: argparse.Namespace) -> int:
    """`accord export`."""
    from pipeline.cli.showing import show_exported
    from pipeline.exports import FORMATS, exported

    show_exported(exported(options.outputs, options.formats or FORMATS, options.base))
    return 0


def report_command(options: argparse.Namespace) -> int:
    """`accord report`."""
    from pipeline.cli.showing import show_written
    from pipeline.report import write_report

    show_written(write_report(options.outputs, options.models))
    return 0


if __name__ == "__main__":
    sys.exit(main())
