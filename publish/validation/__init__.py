"""Where a folder breaks the contract of a dataset, whoever wrote it: `validate(folder)` tells each `Fault`.

The way through: `structure` holds the files against what the contract asks of their form; only where that is right, `contract` looks at
what the rows mean, one function a rule; `folder` asks both, and whether Parquet says what CSV says.
"""

from publish.validation.faults import Fault
from publish.validation.folder import validate

__all__ = ["Fault", "validate"]
