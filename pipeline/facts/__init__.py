"""The window for notebooks: what a run found, read-only, as frames, graphs and pictures."""
