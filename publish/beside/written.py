"""Values -> files of JSON and YAML: the same value gives the same bytes."""

import json
from pathlib import Path

import yaml


def write_json(value: object, path: Path) -> None:
    """Write a value as JSON."""
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def write_yaml(value: object, path: Path) -> None:
    """Write a value as YAML."""
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=140)
    path.write_text(text, encoding="utf-8", newline="\n")
