"""The page on a local address, and decisions from it into the ledger.

Other pages in the same browser, and other people on the same machine, are strangers: the address answers only under its
own name (no rebinding of another one), shows the page only to who has the token, and takes decisions only from the page
itself (its origin, the token in a header, JSON).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from pipeline.model import Decision
from pipeline.review.faults import ReviewFault
from pipeline.review.ledger import add, read_ledger
from pipeline.review.lines import LineFault, read_line, written
from pipeline.stages.publish.alignment.page import served
from pipeline.store import read_bytes

ADDRESS = "127.0.0.1"
PAGE = "alignment/index.html"
LARGEST = 16 * 1024 * 1024
PATIENCE = 30.0  # seconds that a request may take to arrive
FIRST_PORT, PORTS = 49152, 16000
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Posted(msgspec.Struct, frozen=True):
    """What the page sends."""

    decisions: tuple[msgspec.Raw, ...]


class Server(ThreadingHTTPServer):
    """One corpus and its page, under one address and token."""

    daemon_threads = True

    def __init__(self, corpus: Path, outputs: Path, port: int) -> None:
        super().__init__((ADDRESS, port), Handler)
        self.corpus, self.page = corpus, outputs / PAGE
        self.token = secrets.token_urlsafe(24)
        self.names = {f"{ADDRESS}:{self.server_port}", f"localhost:{self.server_port}"}

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return f"http://{ADDRESS}:{self.server_port}/?token={self.token}"

    def knows(self, token: str | None) -> bool:
        """Is that the token of this server? Told in the same time whatever it is."""
        return hmac.compare_digest((token or "").encode(), self.token.encode())


def server(corpus: Path, outputs: Path, port: int | None = None) -> Server:
    """A server for the page in `outputs`, at `port` or at the corpus's own. Raises ReviewFault."""
    if not (outputs / PAGE).is_file():
        raise ReviewFault(f"{outputs / PAGE}: there is no page here. Run `make run` first.")
    for wanted in (port,) if port is not None else (own_port(corpus), 0):
        try:
            return Server(corpus, outputs, wanted)
        except OSError as error:
            fault = error
    raise ReviewFault(f"Port {port} cannot be had ({fault.strerror}). Give another one, or none.")


def own_port(corpus: Path) -> int:
    """The same port for a corpus each time, so that a browser finds what it could not save the last time."""
    digest = hashlib.sha256(str(corpus.resolve()).encode()).digest()
    return FIRST_PORT + int.from_bytes(digest[:4], "big") % PORTS


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = PATIENCE
    server_version, sys_version = "accord", ""

    def do_GET(self) -> None:
        """The page, with its token and the decisions that were saved since it was made."""
        where = urlsplit(self.path)
        if not self.named() or where.path != "/":
            return self.refuse(HTTPStatus.NOT_FOUND, "There is one page here, at the address that `make review` shows.")
        if not self.server.knows(parse_qs(where.query).get("token", [None])[0]):
            return self.refuse(HTTPStatus.FORBIDDEN, "Open the whole address that `make review` shows, token included.")
        page = read_bytes(self.server.page)
        if page is None:
            return self.refuse(HTTPStatus.NOT_FOUND, "The page is gone. Run `make run`, then reload.")
        saved = [msgspec.Raw(written(one)) for one in read_ledger(self.server.corpus).decisions]
        filled = served(page, {"token": self.server.token, "saved": saved})
        return self.answer(HTTPStatus.OK, filled, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        """Decisions for the ledger: what can be read is on disk before the answer goes out."""
        refusal = self.refusal()
        if refusal:
            return self.refuse(*refusal)
        try:
            posted = msgspec.json.decode(self.rfile.read(int(self.headers["Content-Length"])), type=Posted)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            return self.refuse(HTTPStatus.BAD_REQUEST, f"No decisions: {error}.")
        decisions, refused = sorted_out(posted)
        try:
            added = add(self.server.corpus, decisions)
        except OSError as error:
            return self.refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"{error.filename or ''}: {error.strerror}")
        return self.tell(HTTPStatus.OK, {"saved": added.new + added.known, "refused": refused})

    def named(self) -> bool:
        """Was the address asked for by its own name?"""
        return self.headers.get("Host") in self.server.names

    def refusal(self) -> tuple[HTTPStatus, str] | None:
        """Why this may not be the page's own message, or None."""
        length = self.headers.get("Content-Length", "")
        checks = (
            (not self.named() or self.path != "/decisions", HTTPStatus.NOT_FOUND, "Nothing is taken here."),
            (not self.own_origin(), HTTPStatus.FORBIDDEN, "Only the page itself may send decisions."),
            (
                not self.server.knows(self.headers.get("X-Accord-Token")),
                HTTPStatus.FORBIDDEN,
                "The token is another run's. Open the address that `make review` shows now.",
            ),
            (self.headers.get_content_type() != "application/json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON."),
            (not (length.isascii() and length.isdigit()), HTTPStatus.LENGTH_REQUIRED, "Say how long it is."),
            (len(length) > len(str(LARGEST)), HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Too much at once."),
        )
        found = next(((status, message) for wrong, status, message in checks if wrong), None)
        if found is None and int(length) > LARGEST:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Too much at once."
        return found

    def own_origin(self) -> bool:
        """Does the request come from a page of this very address?"""
        return self.headers.get("Origin") == f"http://{self.headers.get('Host')}"

    def refuse(self, status: HTTPStatus, message: str) -> None:
        """An answer of one line; what may still come of the request is not read."""
        self.tell(status, {"error": message})

    def tell(self, status: HTTPStatus, value: dict[str, Any]) -> None:
        """An answer in JSON."""
        self.answer(status, msgspec.json.encode(value), "application/json")

    def answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        """An answer with its headers."""
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """The terminal stays quiet: only `cli` prints."""


def sorted_out(posted: Posted) -> tuple[list[Decision], list[dict[str, Any]]]:
    """The decisions that can be read, and for each other one its place in the message and why."""
    decisions, refused = [], []
    for place, line in enumerate(posted.decisions):
        try:
            decisions.append(read_line(bytes(line)))
        except LineFault as fault:
            refused.append({"place": place, "why": str(fault)})
    return decisions, refused
