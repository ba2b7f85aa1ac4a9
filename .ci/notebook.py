"""The documentation's notebook, run from the first cell to the last: it ends with a status other than 0 if a cell fails."""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

TIMEOUT = 600  # seconds for one cell, the one that reads all reports above all
HOUSE = Path(__file__).parents[1]


def main(path: Path) -> None:
    """Run a notebook in the house's folder; its outputs are not kept, so that what is stored is what was written."""
    notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    own = Config({"KernelManager": {"transport": "ipc"}})  # the kernel is spoken to by files, and by nobody else
    NotebookClient(notebook, timeout=TIMEOUT, config=own, resources={"metadata": {"path": HOUSE}}).execute()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
