"""Who is meant by a name: ids of actors and treaties, and near names where nobody bears it."""

from __future__ import annotations

import warnings
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.facts.faults import NothingCalled, UnknownClaim
from pipeline.facts.shelf import Shelf
from pipeline.text.folding import fold

if TYPE_CHECKING:
    import polars as pl

KINDS = ("actor", "treaty")
NEAR = 5


def named(shelf: Shelf) -> pl.DataFrame:
    """Every name of an actor or a treaty, with `folded` (as `pipeline.text.fold`, done column-wise)."""
    return shelf.once("named", lambda: fold_names(shelf))


def fold_names(shelf: Shelf) -> pl.DataFrame:
    """`names` of actors and treaties with their folded forms."""
    import polars as pl

    folded = pl.col("name").str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()
    for these, plain in (("[’‘ʼ]", "'"), ("[–—‑]", "-"), ("[“”«»]", '"'), (r"\s+", " ")):
        folded = folded.str.replace_all(these, plain)
    return (
        shelf.scan("names").filter(pl.col("kind").is_in(KINDS)).with_columns(folded=folded.str.strip_chars()).collect()
    )


def find(shelf: Shelf, name: str) -> pl.DataFrame:
    """The names that match `name`: an id; else equal but for case and accents; else those that contain its words."""
    import polars as pl

    all_names = named(shelf)
    by_id = all_names.filter(pl.col("id") == name)
    if by_id.height:
        return by_id.drop("folded")
    folded = fold(name)
    exact = all_names.filter(pl.col("folded") == folded)
    if exact.height or not folded:
        return exact.drop("folded")
    around = pl.concat_str(pl.lit(" "), pl.col("folded").str.replace_all(r"[^\p{L}\p{N}]+", " "), pl.lit(" "))
    words = " ".join("".join(one if one.isalnum() else " " for one in folded).split())
    return all_names.filter(around.str.contains(f" {words} ", literal=True)).drop("folded")


def ids(shelf: Shelf, name: str) -> list[str]:
    """The ids of all who bear `name`. Warns with near names where nobody does."""
    found = find(shelf, name)["id"].unique(maintain_order=True).to_list()
    if not found:
        warnings.warn(told(shelf, name), NothingCalled, stacklevel=4)
    return found


def one(shelf: Shelf, name: str, kind: str) -> str:
    """The id of the one actor or treaty that `name` means. Raises UnknownClaim, with what could be meant."""
    import polars as pl

    found = find(shelf, name).filter(pl.col("kind") == kind)
    choices = found["id"].unique(maintain_order=True).to_list()
    if not choices:
        raise UnknownClaim(told(shelf, name))
    if len(choices) > 1:
        several = "; ".join(
            f"{row['id']} ({row['name']})" for row in found.unique("id", maintain_order=True).to_dicts()
        )
        raise UnknownClaim(f"Several are called “{name}”: {several}. Ask by id.")
    return str(choices[0])


def told(shelf: Shelf, name: str) -> str:
    """That nobody is called so, and who nearly is."""
    close = near(shelf, name)
    hint = f"Near: {'; '.join(close)}." if close else "No name comes near."
    return f"No actor or treaty is called “{name}”. {hint}"


def near(shelf: Shelf, asked: str) -> list[str]:
    """Names that share letters with `asked`, nearest first: those with most of its trigrams, then by difflib's ratio to
    the name or to one of its words."""
    import polars as pl

    folded = fold(asked)
    trigrams = sorted({folded[at : at + 3] for at in range(max(1, len(folded) - 2))} - {""})
    if not trigrams:
        return []
    shared = pl.sum_horizontal(
        pl.col("folded").str.contains(trigram, literal=True).cast(pl.Int64) for trigram in trigrams
    )
    short = pl.col("folded").str.len_chars().cast(pl.Int64)
    likely = (
        named(shelf)
        .with_columns(shared=shared)
        .filter(pl.col("shared") > 0)
        .sort([pl.col("shared"), (short - len(folded)).abs()], descending=[True, False], maintain_order=True)
        .head(200)
    )
    spelled: dict[str, str] = {}
    for name, whole in zip(likely["name"], likely["folded"], strict=True):
        for part in (whole, *whole.split()):
            spelled.setdefault(part, name)
    close = get_close_matches(folded, list(spelled), n=2 * NEAR, cutoff=0.6)
    return list(dict.fromkeys(spelled[one] for one in close))[:NEAR]
