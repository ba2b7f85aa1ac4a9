"""A plot as SVG, drawn line by line, that needs no colour to be read."""

from collections.abc import Iterable
from html import escape


def drawn(title: str, wide: int, tall: int, left: int, lines: Iterable[str]) -> str:
    """The whole file: a white ground, the title above `left`, and the lines; sizes in pixels."""
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}" role="img"',
        ' font-family="Helvetica, Arial, sans-serif" font-size="12">',
        f"<title>{title}</title>",
        f'<rect width="{wide}" height="{tall}" fill="#fff"/>',
        text(left, 20, title, 'font-size="16" font-weight="bold"'),
    ]
    return "\n".join([*head, *lines, "</svg>", ""])


def text(x: float, y: int, words: str, more: str = "") -> str:
    """A line of words at a place; `more` are further attributes."""
    return f'<text x="{round(x, 1):g}" y="{y}"{" " + more if more else ""}>{escape(words)}</text>'
