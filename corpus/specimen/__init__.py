"""Reports drawn from a seed in endless layouts, each with its truth."""

from corpus.specimen.draw import Specimen, draw, many, possible
from corpus.specimen.write import write

__all__ = ["Specimen", "draw", "many", "possible", "write"]
