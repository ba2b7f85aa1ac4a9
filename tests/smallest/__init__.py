"""Each rule's smallest report that breaks it, and the nearest that keeps it; drawn as in `audited`, in the order of the rules."""

from smallest.outcomes import OUTCOMES
from smallest.printings import PRINTINGS
from smallest.shares import SHARES
from smallest.stages import STAGES
from smallest.totals import TOTALS
from smallest.words import WORDS

__all__ = ["SMALLEST"]

SMALLEST = {**STAGES, **OUTCOMES, **PRINTINGS, **SHARES, **TOTALS, **WORDS}
