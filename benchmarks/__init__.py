"""Measures: how well names are matched, how fast reports are read, and what damaged and poisoned files do to a run."""
