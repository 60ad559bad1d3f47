"""The window for notebooks: what a run found, read-only, as frames, cards, graphs and pictures.

    from pipeline import facts

    g = facts.load()                # outputs/, or a path
    g.claims                        # a polars DataFrame; .to_pandas() where you prefer pandas
    g.about("Lukashenko")           # the claims about one actor or treaty
    g.evidence(g.claims["id"][0])   # the passages that tell it, in both languages

    g.draw_timeline()               # an Altair chart; facts.save(chart, "timeline.svg")

Nothing here loads a model or an NLP library, and nothing is read before it is asked for.
"""

from pipeline.facts.faults import MissingExtra, NothingCalled, OutputsFault, QueryFault, UnknownClaim
from pipeline.facts.loading import load
from pipeline.facts.pictures.saving import save
from pipeline.facts.window import Facts

__all__ = ["Facts", "MissingExtra", "NothingCalled", "OutputsFault", "QueryFault", "UnknownClaim", "load", "save"]
