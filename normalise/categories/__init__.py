"""Which code a printed category of a breakdown has: `category_to_id(dimension, printed)`.

The codes and the names that they are printed under are `normalise/reference/categories.csv`: causes after the faults that the Ombudsmen
find and the subjects of the National Health Service's complaint returns, remedies and outcomes after the Ombudsmen's lists, and channels.
"""

from normalise.categories.matching import category_to_id
from normalise.categories.reference import Category, categories

__all__ = ["Category", "categories", "category_to_id"]
