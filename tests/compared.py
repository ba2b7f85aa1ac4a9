"""A benchmark drawn as text: a row for each council, stage and year, a bar between cells."""

from types import SimpleNamespace

import pandas as pd

from publish.dataset import rows_to_frame
from publish.schema import BY_NAME, Kind

BENCHMARK = BY_NAME["benchmark"]
KINDS = {column.name: column.kind for column in BENCHMARK.columns}
USUAL = {"regime": "corporate", "service_id": "housing-repairs", "stage": "1", "needs_review": False}


def drawn(text: str) -> pd.DataFrame:
    """The benchmark, its columns by name; `year` is the one in which a financial year begins, and what is not drawn is usual or empty."""
    heading, *lines = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return rows_to_frame([row(dict(zip(heading, cells, strict=True))) for cells in lines], BENCHMARK)


def row(cells: dict[str, str]) -> SimpleNamespace:
    """A row of the benchmark."""
    year = int(cells.pop("year"))
    code = f"body:{cells['council'].casefold()}"
    own = {"council_code": code, "report_id": f"{code}-{year}", "period_start": f"{year}-04-01", "period_end": f"{year + 1}-03-31"}
    told = {name: float(cell) if KINDS[name] is Kind.NUMBER else cell for name, cell in cells.items() if cell}
    return SimpleNamespace(**dict.fromkeys(KINDS) | USUAL | own | told)
