"""What pictures say in words: English here, in one place; any other language comes as a mapping from the same keys.

The keys that name values of the tables (`planned`, `corroborated`, `person`, …) are those values.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "timeline": "Treaties and claims in time",
    "timeline_treaties": "Treaties",
    "timeline_claims": "Other dated claims",
    "timeline_none": "No treaty or claim has a date.",
    "network": "Actors and treaties, and the claims between them",
    "network_none": "No claim joins two actors or treaties.",
    "network_type": "type",
    "network_left_out": "{shown} lines shown, those with the most claims; {count} more are left out.",
    "called": "called",
    "languages": "Which languages tell the claims",
    "languages_none": "There are no claims.",
    "languages_status": "by status",
    "languages_predicate": "by predicate",
    "languages_left_out": "{shown} predicates shown, those with the most claims; {count} more are left out.",
    "left_out": "{shown} shown, those with the largest support; {count} more are left out.",
    "key_fact": "told as a fact",
    "key_plan": "planned, possible or conditional",
    "key_denied": "denied",
    "key_day": "a single day",
    "key_open": "open end",
    "key_dashed": "dashed line: only planned, possible or conditional",
    "key_width": "the bar covers every day that may be meant",
    "text": "claim",
    "edtf": "time (EDTF)",
    "days": "days meant",
    "holder": "who says it",
    "status": "status",
    "stance": "told as",
    "language": "languages",
    "claims": "claims",
    "predicate": "predicate",
    "only": "only {language}",
    "author": "the author",
    "unspecified": "not said who",
    "treaty": "treaty",
    "entry_into_force": "entry into force",
}


class Words:
    """The words of a picture: those given, else the English ones, else the key itself."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = given or {}

    def __getitem__(self, key: str) -> str:
        return self._given.get(key) or ENGLISH.get(key) or key.replace("_", " ")

    def say(self, key: str, **values: object) -> str:
        """The words of `key` with its `{names}` filled in."""
        filled = self[key]
        for name, value in values.items():
            filled = filled.replace("{" + name + "}", str(value))
        return filled

    def several(self, joined: str | None) -> str:
        """Several values in one cell, each in words."""
        return "; ".join(self[one] for one in (joined or "").split("; ") if one)
