"""Evaluation: every stage, per language, against the gold. `python -m bench.evaluate`, or `make eval`."""
