"""Ground: normalisation, spans, offset maps. Knows no language."""

from pipeline.text.drafting import PARTING, Draft, Edit, draft
from pipeline.text.folding import fold
from pipeline.text.locating import locate, returned

__all__ = ["PARTING", "Draft", "Edit", "draft", "fold", "locate", "returned"]
