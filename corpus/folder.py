"""A folder of drawn specimens: `reports/` and `gold/` and the list `specimens.csv`, and whether anything else stands in it."""

import csv
from pathlib import Path

LIST = "specimens.csv"
OURS = {LIST, "reports", "gold"}


def is_drawn(folder: Path) -> bool:
    """Whether the folder holds specimens."""
    return (folder / LIST).is_file()


def strangers(folder: Path) -> list[str]:
    """What stands in the folder, by its path in it, and was not drawn; all of it, where nothing was drawn."""
    if not is_drawn(folder):
        return sorted(path.name for path in folder.iterdir())
    with (folder / LIST).open(newline="", encoding="utf-8") as file:
        drawn = {row.get("file") or "" for row in csv.DictReader(file)}
    gold = {"reports.csv", *(Path(name).stem for name in drawn)}
    found = [path.name for path in folder.iterdir() if path.name not in OURS]
    found += [
        f"{room}/{path.name}" for room, own in (("reports", drawn), ("gold", gold)) for path in _in(folder / room) if path.name not in own
    ]
    return sorted(found)


def _in(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
