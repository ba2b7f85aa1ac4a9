"""The units that the benchmarks measure in."""

MEGABYTE = 1_000_000
"""Bytes."""
MILLISECONDS = 1000
"""Of a second."""
