"""Records of all reports -> the benchmark: what councils compare, side by side, each number with its figure.

The way through: `printed` says which figures count and of which row they are; `names` finds which printed names of a service are one and
which are its parts, `wholes` keeps subtotals from being added to their parts, `values` makes a report's value of each measure, `rates`
works out rates from counts, `notes` and `caveats` say what to know before comparing, and `rows` puts the table together.
"""

from publish.benchmark.rates import Populations
from publish.benchmark.rows import records_to_benchmark

__all__ = ["Populations", "records_to_benchmark"]
