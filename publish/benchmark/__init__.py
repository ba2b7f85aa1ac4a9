"""Records of all reports -> the benchmark: what councils compare, side by side, each number with its figure.

The way through: `printed` says which figures count and of which row they are; `names` finds which printed names of a service are one and
which are its parts, `wholes` keeps subtotals from being added to their parts, `values` makes a value of each measure, `told` says what is
printed otherwise, and `report` puts the rows of one report together. `rates` works out rates from counts, `notes` and `caveats` say what to
know before comparing, and `rows` makes the table.
"""

from publish.benchmark.rates import Populations
from publish.benchmark.rows import BenchmarkRow, records_to_benchmark

__all__ = ["BenchmarkRow", "Populations", "records_to_benchmark"]
