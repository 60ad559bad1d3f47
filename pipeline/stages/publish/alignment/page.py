"""The page that translators open: one file with everything in it, that asks nothing of any network.

The texts are strangers: they reach the page as JSON that cannot end its script element, the script puts them there as
text only, and a policy of hashes lets no other script or style run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

import msgspec

from pipeline.knowledge import Knowledge
from pipeline.model import Graph, Reading
from pipeline.stages.publish.alignment.showing import Json, shown

NOWHERE = "'none'"
REVIEW = b'<script type="application/json" id="review">null</script>'
SCRIPT = ("words", "units", "keeping", "cards", "texts", "parting", "picking", "lexicon", "filters", "desk")
# JSON may write any character as an escape; these could end a script element or, in old browsers, a line of script.
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def page(graph: Graph, readings: Sequence[Reading], knowledge: Knowledge, words: Json) -> bytes:
    """`index.html`, UTF-8; `words` is the lexicon of the corpus."""
    style, script = part("page.css"), one_script()
    data = embedded(shown(graph, readings, knowledge) | {"lexicon": words})
    allowed = f"script-src {digest(script)}; style-src {digest(style)}"
    policy = f"default-src 'none'; {allowed}; connect-src {NOWHERE}; base-uri 'none'; form-action 'none'"
    filled = {"policy": policy, "style": style, "script": script, "data": data}
    return fill(part("page.html"), filled).encode("utf-8")


def served(page: bytes, review: Json) -> bytes:
    """`page` as it is served: it may speak to its own address, and `review` says with which token."""
    spoken = page.replace(f"connect-src {NOWHERE}".encode(), b"connect-src 'self'", 1)
    return spoken.replace(REVIEW, REVIEW.replace(b"null", embedded(review).encode()), 1)


def one_script() -> str:
    """The parts of the script as one, with names of its own."""
    return '"use strict";\n(() => {\n' + "\n".join(part(f"script/{name}.js") for name in SCRIPT) + "})();\n"


def part(name: str) -> str:
    """A part of the page that lies beside this module."""
    return files("pipeline.stages.publish.alignment").joinpath(name).read_text(encoding="utf-8")


def fill(template: str, values: dict[str, str]) -> str:
    """`template` with each `@@name@@` replaced once; what is put in is not looked at again."""
    pieces = template.split("@@")
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))


def digest(source: str) -> str:
    """`source` as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def embedded(value: Json) -> str:
    """`value` as JSON that may stand inside a script element."""
    return msgspec.json.encode(value).decode("utf-8").translate(ESCAPES)
