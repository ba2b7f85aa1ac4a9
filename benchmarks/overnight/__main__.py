"""`python -m benchmarks.overnight` draws, runs, judges, and writes `benchmarks/overnight.md`; status 1 if anything was lost."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.overnight.judged import judge
from benchmarks.overnight.mixed import EVERY, fill
from benchmarks.overnight.page import page
from benchmarks.overnight.watched import watched

COUNT = 10_000
PAGE = Path(__file__).parents[1] / "overnight.md"


def main() -> int:
    """Draw the folder, run, and tell of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overnight", description="Read a folder with poison in it, in one run.")
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help=f"files ({COUNT:,})")
    parser.add_argument("--every", type=int, default=EVERY, metavar="N", help=f"one file in so many is poisoned ({EVERY})")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="files read at once (as many as cores)")
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        folder, dataset = Path(place, "reports"), Path(place, "dataset")
        folder.mkdir()
        poisoned = fill(folder, asked.count, asked.every)
        seen = watched(folder, dataset, asked.jobs)
        judged = judge(folder, dataset, poisoned)
    text = page(asked.count, asked.jobs, seen, judged)
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return int(not judged.is_good)


if __name__ == "__main__":
    sys.exit(main())
