"""What is the same text, whatever its file."""

from __future__ import annotations

import hashlib
import re

from pipeline.model import Document
from pipeline.text import fold


def text_key(document: Document) -> str:
    """A digest of the letters and digits of a text, folded: equal for copies in another encoding or wrapping."""
    return hashlib.sha256(re.sub(r"[\W_]+", "", fold(document.text)).encode()).hexdigest()
