"""The shape of the house: imports run one way, and what is written down agrees."""

import ast
import sys
from pathlib import Path

import pytest

import upheld

HOUSE = Path(__file__).parents[1]
MAY_IMPORT = {
    "schemas": {"schemas"},
    "extract": {"schemas", "extract"},
    "normalise": {"schemas", "normalise"},
    "checks": {"schemas", "checks"},
    "publish": {"schemas", "publish"},
    "upheld": {"schemas", "extract", "normalise", "checks", "publish", "upheld", "corpus"},
    "benchmarks": {"schemas", "extract", "normalise", "checks", "publish", "upheld", "corpus", "benchmarks"},
    "corpus": {"corpus"},  # it judges what the program wrote, and knows nothing of how
}
OURS = {*MAY_IMPORT, "tests"}


def imported(source: str) -> set[str]:
    """The packages that a module's text imports, wherever in the text it does."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names = plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def test_an_import_is_found_wherever_it_stands() -> None:
    source = "import extract.pdf as e\ndef f():\n    from checks import audit\n    if True:\n        import os, normalise"
    assert imported(source) == {"extract", "checks", "os", "normalise"}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    modules = sorted((HOUSE / room).rglob("*.py"))
    assert modules
    wrong = {
        str(path.relative_to(HOUSE)): found for path in modules if (found := imported(path.read_text("utf-8")) & OURS - MAY_IMPORT[room])
    }
    assert wrong == {}


def test_the_program_does_not_need_what_only_its_development_needs() -> None:
    ours = [path for room in set(MAY_IMPORT) - {"benchmarks", "corpus"} for path in (HOUSE / room).rglob("*.py")]
    found = set().union(*(imported(path.read_text("utf-8")) for path in ours)) - OURS - set(sys.stdlib_module_names)
    libraries = {
        "PIL",
        "altair",
        "bs4",
        "camelot",
        "docx",
        "frictionless",
        "gptables",
        "lxml",
        "openpyxl",
        "pandas",
        "pathspec",
        "pdfplumber",
        "pdfminer",
        "pebble",
        "playa",
        "psutil",
        "pyarrow",
        "pypdfium2",
        "rapidfuzz",
        "rich",
        "spacy",
        "typer",
        "vl_convert",
        "xlsxwriter",
        "yaml",
    }
    libraries |= {"cv2", "numpy", "rapidocr"}  # those of the extra that reads scans
    libraries |= {"distributed", "fsspec"}  # those of the extra that reads on many machines
    assert found <= libraries


def test_the_changelog_speaks_of_this_version_or_of_what_comes_next() -> None:
    text = (HOUSE / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{upheld.__version__}]" in text or "## [Unreleased]" in text
