"""Pictures of the facts, where people would rather look: a timeline, a network, what each language tells.

Each module turns tables into one Altair chart. The rows of a chart are made by plain functions first, so that the
report can print the same rows as a table for those who cannot see the picture.
"""
