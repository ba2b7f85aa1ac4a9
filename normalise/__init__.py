"""What a report means: `read(document, report)` turns what is printed into the rows of the dataset.

The way of a figure: `setting` (the report's period, its brackets) -> `sections` (directorate and service of each block) -> `parts` (one
section together: its `tables`, its `lists`, the sentences of `prose`, the `narrative` of what is promised and commented) -> `rows`. What a
single label, heading or cell says is read in `words`, which the rest share; `packs` finds the reports in a committee's pack. The words
themselves are data: `schemas/vocabulary.toml`.
"""

from normalise.packs import pages_to_reports
from normalise.populations import populations
from normalise.rows import read

__all__ = ["pages_to_reports", "populations", "read"]
