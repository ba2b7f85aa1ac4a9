"""`python -m benchmarks.fuzz [--count N] [--jobs N] [--folder FOLDER]`: reads N mutated files; status 1 if one of them went wrong."""

import argparse
import sys
from pathlib import Path
from tempfile import gettempdir

from benchmarks.fuzz.run import run
from benchmarks.fuzz.trial import WRONG

COUNT = 50_000


def main() -> int:
    """Read them, and tell what became of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description="Read mutated files with every reader.")
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help=f"how many ({COUNT:,})")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (1)")
    parser.add_argument("--folder", type=Path, default=Path(gettempdir(), "upheld-fuzz"), help="what went wrong, and how far it is")
    asked = parser.parse_args()
    counts = run(asked.folder, asked.count, asked.jobs)
    sys.stdout.writelines(f"{number:>8,} {verdict}\n" for verdict, number in sorted(counts.items()))
    return int(any(counts[verdict] for verdict in WRONG))


if __name__ == "__main__":
    sys.exit(main())
