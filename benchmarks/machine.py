"""What was measured on, in a line: a number means nothing without it."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("pypdfium2", "pdfplumber", "pdfminer.six", "camelot-py", "playa-pdf", "spacy", "pandas")
PROCESSOR = Path("/proc/cpuinfo")


def machine() -> str:
    """The machine, in a line."""
    told = re.search(r"model name\s*: (.*)", PROCESSOR.read_text("utf-8")) if PROCESSOR.exists() else None
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    name = told[1].strip() if told else platform.processor()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}; {libraries}"
