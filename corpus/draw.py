"""Draw the specimens and write their gold: `python -m corpus.draw [FOLDER]`. The same content gives the same bytes."""

import sys
from pathlib import Path

from corpus import annual, content, half_year, renditions, shown, truth

HERE = Path(__file__).parent
REPORTS = "gold/reports.csv"


def drawn() -> dict[str, bytes]:
    """Every file that is made here, by its path in the corpus."""
    eastmere, westbrook, northvale = (content.read(HERE / f"{name}.toml") for name in ("eastmere", "westbrook", "northvale"))
    paper = annual.draw(eastmere)
    files = {
        "reports/eastmere-2021-22.pdf": paper.pdf(),
        "reports/eastmere-2021-22.txt": renditions.tabbed(paper.printed).encode(),
        "reports/westbrook-2018-19-h1.pdf": half_year.draw(westbrook).pdf(),
        "reports/northvale-2019-20.txt": renditions.barred(northvale).encode(),
    }
    for specimen in (eastmere, westbrook, northvale):
        files |= {f"gold/{specimen.name}/{file}": text.encode() for file, text in truth.gold(specimen).items()}
    more = shown.files()
    reports = (truth.reports((eastmere, westbrook, northvale)), more[REPORTS].decode())
    return {**files, **more, REPORTS: "".join(_merged(*reports)).encode()}


def _merged(one: str, other: str) -> list[str]:
    """The lines of two tables with the same headings, in alphabetical order."""
    (head, *rows), (_, *more) = (text.splitlines(keepends=True) for text in (one, other))
    return [head, *sorted([*rows, *more])]


def main(folder: Path) -> None:
    """Write them."""
    for name, content_of_file in drawn().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of_file)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
