"""A treaty that one sentence brings up and the next tells of: « Un traité suit. Il est signé en mai … »."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Statement
from pipeline.stages.resolve.designations import Designation, clauses
from pipeline.stages.resolve.views import View


def foretold(view: View, designation: Designation, later: Sequence[Designation]) -> bool:
    """Whether the rest of the sentence or the next one tells as a fact when it was made or came into force, by a
    pronoun or the bare noun. `later`: the phrases for treaties behind it; the first subject among them ends this.
    """
    here = view.tokens[designation.head].sentence
    if designation.plural or not designation.prominent:
        return False
    following = next((one for one in later if view.tokens[one.head].sentence > here or one.prominent), None)
    last = view.sentences[min(here + 1, len(view.sentences) - 1)].last
    if following is not None and following.head < last:
        if _repeats(designation, following):
            return any(_tells(view, statement) for statement, _ in clauses(following))
        last = following.head
    pronouns = [i for i in range(designation.head, last) if view.tokens[i].pos == "PRON"]
    return any(_tells(view, statement) for i in pronouns for statement in view.told.get(i, ()))


def _repeats(designation: Designation, following: Designation) -> bool:
    """*A border treaty …* – *The treaty …*: the same noun, and no more than that."""
    bare = not following.words and not following.distinctive and not following.plural
    return bare and following.manner in ("definite", "pointing") and following.kind == designation.kind


def _tells(view: View, statement: Statement) -> bool:
    fact = statement.polarity == "affirmed" and statement.modality == "asserted" and statement.time is not None
    return fact and statement.predicate in {*view.acts.dating, *view.acts.entering}
