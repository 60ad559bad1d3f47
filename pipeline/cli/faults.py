"""The third door of errors: what stops a run is told in one message, with exit code 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from pipeline.exports.reading import ExportFault
from pipeline.facts.faults import MissingExtra, OutputsFault, QueryFault, UnknownClaim
from pipeline.knowledge.faults import KnowledgeFault
from pipeline.review.faults import ImportFault, ReviewFault
from pipeline.run.corpus import CorpusFault
from pipeline.stages.ingest import BrokenDocument
from pipeline.stages.publish.schema import SchemaFault
from pipeline.verify import VerifyFault

FAULTS = (
    CorpusFault,
    KnowledgeFault,
    BrokenDocument,
    SchemaFault,
    VerifyFault,
    ImportFault,
    ReviewFault,
    OutputsFault,
    QueryFault,
    UnknownClaim,
    ExportFault,
    MissingExtra,
)


def explained(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """Run `command`; a fault that it names becomes a message on standard error and exit code 2."""
    try:
        return command(options)
    except FAULTS as fault:
        print(f"accord: {fault}", file=sys.stderr)
        return 2
    except OSError as fault:
        print(f"accord: {fault.filename or ''}: {fault.strerror or fault}", file=sys.stderr)
        return 2
