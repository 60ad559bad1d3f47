"""The `[ingest]` table of a language pack: words of a document's head, letters that tell encodings apart, hyphens."""

from __future__ import annotations

import msgspec


class IngestPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See models/languages/*.toml, table `[ingest]`. Words are compared folded (case and accents do not count)."""

    letters: str = ""
    """Lower-case letters beyond ASCII that the language writes: they tell encodings apart."""
    signs: str = ""
    """Signs beyond ASCII that its typography uses."""
    page_words: tuple[str, ...] = ()
    """What stands before a page number."""
    bylines: tuple[str, ...] = ()
    """What stands before the name of an author."""
    labels: dict[str, tuple[str, ...]] = {}
    """Field of the head → the words that label it before a colon."""
    name_particles: tuple[str, ...] = ()
    """Lower-case words inside the name of a person."""
    name_joiners: tuple[str, ...] = ()
    """Words between the names of two authors."""
    series: tuple[str, ...] = ()
    """Words that head the name of a series."""
    series_links: tuple[str, ...] = ()
    """What may stand between the word of a series and its publisher."""
    number_marks: tuple[str, ...] = ()
    """What stands before the number in a series."""
    institutes: tuple[str, ...] = ()
    """Words that head the name of an institute."""
    no_names: tuple[str, ...] = ()
    """Words that no name of a person or an institute has: they tell a title from it."""
    no_titles: tuple[str, ...] = ()
    """Lines at the head of a document that are not its title."""
    boilerplate: tuple[str, ...] = ()
    """How lines begin that are neither title nor text: rights, where the text was taken from."""
    date_leads: tuple[str, ...] = ()
    """What stands before a date in the head."""
    seasons: tuple[str, ...] = ()
    """Seasons that date a document together with a year."""
    ordinals: tuple[str, ...] = ()
    """What follows the number of a day."""
    notes: tuple[str, ...] = ()
    """Headings that open the notes."""
    compound_heads: tuple[str, ...] = ()
    """First parts of words that keep their hyphen at the end of a line."""
    compound_tails: tuple[str, ...] = ()
    """Second parts of words that keep their hyphen."""
    endings: tuple[str, ...] = ()
    """Endings that are no words: after a hyphen at the end of a line they go on with the word."""
    elisions: tuple[str, ...] = ()
    """Words cut before an apostrophe: no space follows where a line ends there."""
