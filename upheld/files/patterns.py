"""Patterns of file names, as in a .gitignore, but that capitals do not matter: one archive has report.pdf and REPORT.PDF."""

from collections.abc import Iterable

from pathspec import GitIgnoreSpec

from schemas import UpheldError


def patterns_to_spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    """The patterns, ready to be asked about names in small letters."""
    written = tuple(patterns)
    try:
        return GitIgnoreSpec.from_lines(pattern.casefold() for pattern in written)
    except ValueError as error:
        raise UpheldError(f"{', '.join(written)}: is no pattern; write it as in a .gitignore, such as '2019/*.pdf'") from error
