"""`python -m benchmarks.power` prints the page and writes `docs/power.md` and `docs/power.svg`."""

from pathlib import Path
from time import process_time

from benchmarks.power import healthy, page, plot, tried
from corpus.specimen.families import FAMILIES

DOCS = Path(__file__).parents[2] / "docs"
SEEDS = range(1, 5)
EACH = 14
"""Misprints of a report: with four reports of each of 14 families, nearly 800."""


def main() -> None:
    """The page, and what it took."""
    start = process_time()
    found = [one for report in healthy(FAMILIES, SEEDS) for one in tried(report, EACH)]
    found.sort(key=lambda one: list(FAMILIES).index(one.family))
    text = page(found)
    DOCS.joinpath("power.md").write_text(text, encoding="utf-8")
    DOCS.joinpath("power.svg").write_text(plot(found), encoding="utf-8")
    print(text)  # noqa: T201 - it is what the script is for
    print(f"{process_time() - start:.0f} s of the processor")  # noqa: T201


if __name__ == "__main__":
    main()
