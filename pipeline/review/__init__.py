"""Review: the translators' page out, their decisions in.

`lines` reads and writes decisions, `ledger` keeps them, `memories` reads them from a TMX, `serving` serves the page.
"""
