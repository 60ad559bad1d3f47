"""Ground: normalisation, spans and offset maps. Knows no language."""

from pipeline.text.folding import fold
from pipeline.text.locating import locate

__all__ = ["fold", "locate"]
