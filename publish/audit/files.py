"""The files of the page: markup, styles and scripts, as they stand in this package."""

from importlib.resources import files


def page_file(name: str) -> str:
    """A file of this package."""
    return files("publish.audit").joinpath(name).read_text("utf-8")
