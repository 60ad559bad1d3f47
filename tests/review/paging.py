"""The page of a small world, on disk or served, and what a person does there."""

import threading
from contextlib import contextmanager

from made import NOBODY

from pipeline.model import Graph
from pipeline.review.serving import server
from pipeline.stages.publish.alignment import alignment_files


def write_page(made, found, folder):
    """The page of `found` below `folder`."""
    files = alignment_files(Graph(alignments=tuple(found)), (made.french, made.english), NOBODY, made.knowledge)
    (folder / "alignment").mkdir(parents=True, exist_ok=True)
    (folder / "alignment" / "index.html").write_bytes(files["alignment/index.html"])
    return folder / "alignment" / "index.html"


def open_page(tab, address):
    tab.goto(address)
    tab.wait_for_selector(".body .s")
    return tab


def press(tab, *keys):
    for key in keys:
        tab.keyboard.press(key)


def stamps(tab) -> list[str]:
    """What is written on each card."""
    return tab.locator(".card .stamp").all_inner_texts()


@contextmanager
def served(folder, port=0):
    """The page of `folder` on a local address, until the end of the block."""
    with server(folder / "corpus", folder / "outputs", port) as one:
        thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield one
        one.shutdown()
        thread.join()


def saved(tab):
    tab.wait_for_selector("#keeping:text-is('Saved')")
