"""Ground: normalisation, spans, offset maps. Knows no language."""

from pipeline.text.drafting import PARTING, Draft, Edit, draft
from pipeline.text.folding import fold
from pipeline.text.locating import locate, returned
from pipeline.text.places import place_id

__all__ = ["PARTING", "Draft", "Edit", "draft", "fold", "locate", "place_id", "returned"]
