"""A dataset -> one of many more reports, by giving its rows again under other ids; and what publishing it costs.

    python .ci/many.py outputs 57 /tmp/many    # 1,995 reports

writes the dataset, publishes it, and prints what that takes of time and memory.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pandas as pd

import publish
from publish import TABLES, Dataset

IDS = ("report_id", "same_as", "earlier_report_id", "later_report_id", "figure_id", "commitment_id", "follows", "finding_id", "revision_id")


def renamed(frame: pd.DataFrame, copy: int) -> pd.DataFrame:
    """The rows of a table as those of another copy."""
    made = frame.copy()
    for name in made.columns:
        if name in IDS:
            made[name] = made[name] + f"-{copy}"
        elif name.endswith(("_figure_id", "figure_ids")):
            made[name] = made[name].str.replace("|", f"-{copy}|", regex=False) + f"-{copy}"
        elif name == "council_code":
            made[name] = made[name].where(~made[name].str.startswith("body:", na=False), made[name] + f"-{copy}")
        elif name == "file":
            made[name] = f"{copy}/" + made[name]
    return made


def many(dataset: Dataset, copies: int) -> Dataset:
    """The dataset, so many times."""
    frames = {table.name: getattr(dataset, table.name) for table in TABLES}
    copied = {name: pd.concat([renamed(frame, copy) for copy in range(copies)], ignore_index=True) for name, frame in frames.items()}
    copied["services"] = copied["services"].drop_duplicates(["council_code", "directorate", "service"], ignore_index=True)
    return Dataset(**copied)


def main(source: Path, copies: int, target: Path) -> None:
    """Write, publish, measure."""
    publish.write(many(publish.read(source), copies), target)
    subprocess.run([Path(sys.executable).with_name("upheld"), "publish", target], check=True)  # noqa: S603 - our own program
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{spent.ru_utime + spent.ru_stime:.0f} s of processor time, {spent.ru_maxrss / 1024:.0f} MiB")  # noqa: T201 - what it is called for


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
