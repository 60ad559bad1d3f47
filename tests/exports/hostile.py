"""Texts that break careless writers, put wherever a graph holds words."""

from itertools import count

HOSTILE = (
    'He said: "\\"no\\"" \\',
    "line one\nline two\r\nline three\rend\n",
    "tab\tfeed\x0cbell\x07escape\x1bdelete\x7fnext\x85",
    "right \u202eto left\u202c and \u2066isolated\u2069 \u200f\u200e\ufeff",
    "<a href='x'>&amp;&#10;]]></a> <!-- -->",
    "=HYPERLINK(1)",
    "'=1+1",
    "''-2",
    "@prefix a: <urn:b> . \u2028\u2029",
    "back\\u000cslash \\u005c \\x \\",
    "\uffff\ufffe\U0001f642\U0010ffff e\u0301",
    "  spaces  ",
    "a, b; c \"d\" | 'e'",
    "+",
    "\ttab first",
    "^^xsd:date@en",
)
WORDS = {"quote", "text", "label", "why", "title", "publisher", "cue", "unit", "series"}


def hostile(graph):
    """A copy of `graph` in which labels, forms, quotes, words and reasons are hostile texts."""
    numbers = count()
    return {key: replaced(value, key, numbers) for key, value in graph.items()}


def text(numbers):
    """The next hostile text, told apart from the others by its number."""
    number = next(numbers)
    return f"{HOSTILE[number % len(HOSTILE)]}{number}{HOSTILE[(number + 7) % len(HOSTILE)]}"


def replaced(value, key, numbers):
    if isinstance(value, dict):
        if key in {"labels", "forms"}:
            return {language: replaced(one, "label", numbers) for language, one in value.items()}
        if key == "roles":
            return {role: replaced(one, "role", numbers) for role, one in value.items()}
        return {inner: replaced(one, inner, numbers) for inner, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, key, numbers) for one in value]
    spoken = key in WORDS or (key == "role" and " " in str(value)) or key in {"authors", "notes", "merged_because"}
    return text(numbers) if isinstance(value, str) and spoken else value
