"""A report that breaks a rule beside one that keeps it."""

from typing import NamedTuple


class Smallest(NamedTuple):
    """The report that the rule alone tells of, and a near miss that it tests and leaves alone."""

    broken: str
    healthy: str
