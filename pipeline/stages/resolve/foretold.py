"""A treaty that one sentence brings up and the next tells of: « Un traité suit. Il est signé en mai … »."""

from __future__ import annotations

from pipeline.model import Statement
from pipeline.stages.resolve.designations import Designation, clauses
from pipeline.stages.resolve.views import View


def foretold(view: View, designation: Designation, following: Designation | None) -> bool:
    """Whether the next sentence tells as a fact when it was made or came into force, by a pronoun or the bare noun.

    `following`: the next phrase for a treaty, behind which nothing is told of this one.
    """
    number = view.tokens[designation.head].sentence + 1
    if designation.plural or not designation.prominent or number >= len(view.sentences):
        return False
    if following is not None and view.tokens[following.head].sentence <= number and _repeats(designation, following):
        return any(_tells(view, statement) for statement, _ in clauses(following))
    sentence = view.sentences[number]
    end = following.span.start if following else sentence.span.end
    pronouns = [i for i in range(sentence.first, sentence.last) if view.tokens[i].pos == "PRON"]
    told = [one for i in pronouns if view.tokens[i].start < end for one in view.told.get(i, ())]
    return any(_tells(view, statement) for statement in told)


def _repeats(designation: Designation, following: Designation) -> bool:
    """*A border treaty …* – *The treaty …*: the same noun, and no more than that."""
    bare = not following.words and not following.distinctive and not following.plural
    return bare and following.manner in ("definite", "pointing") and following.kind == designation.kind


def _tells(view: View, statement: Statement) -> bool:
    fact = statement.polarity == "affirmed" and statement.modality == "asserted" and statement.time is not None
    return fact and statement.predicate in {*view.acts.dating, *view.acts.entering}
