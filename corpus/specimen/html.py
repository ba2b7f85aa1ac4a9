"""HTML as councils' content managers write it: nested boxes, leavings of Word, headings of tables marked as such or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from random import Random

from corpus.specimen.blocks import BULLET, Block, Cell, Passage, Table
from corpus.specimen.looks import Look

HEADINGS = {"h1": "h1", "h2": "h2", "h3": "h3"}
BEFORE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | {council}</title>
<style>table{{border-collapse:collapse}} {rules} .skip{{position:absolute;left:-999px}}</style>
</head>
<body class="page-node-type-page">
<a class="skip" href="#main-content">Skip to main content</a>
<div class="cookie-notice" role="dialog"><p>We use cookies to make this website work.</p><button type="button">Accept</button></div>
<header role="banner"><a href="/" rel="home">{council}</a></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/council">Your council</a></li><li>{title}</li></ol></nav>
<main id="main-content"><div class="region region-content"><div class="node node--type-page"><div class="field field--name-body">
"""
AFTER = """</div></div></div></main>
<aside><h2>Related pages</h2><ul><li><a href="/complain">Make a complaint</a></li><li><a href="/contact">Contact us</a></li></ul></aside>
<footer><p>&copy; {council}</p></footer>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a content manager marks things up."""

    word: bool
    scope: bool
    boxed: bool


def draw(blocks: Sequence[Block], look: Look, random: Random) -> bytes:
    """A report as a web page."""
    manner = Manner(*(random.random() < 0.5 for _ in range(3)))  # noqa: PLR2004
    titles = [escape(block.text) for block in blocks if isinstance(block, Passage) and block.kind == "h1"]
    rules = "" if look.rules == "none" else "td,th{border:1px solid #ccc;padding:.4rem}"
    lines = []
    for item, group in groupby(blocks, key=lambda block: isinstance(block, Passage) and block.kind == "li"):
        told = "\n".join(_block(block, manner) for block in group)
        lines.append(f"<ul>\n{told}\n</ul>" if item else told)
    parts = (BEFORE.format(title=titles[1], council=titles[0], rules=rules), "\n".join(lines), "\n", AFTER.format(council=titles[0]))
    return "".join(parts).encode()


def _block(block: Block, manner: Manner) -> str:
    if isinstance(block, Table):
        return _boxed("\n".join(_table(block, manner)), manner)
    if not isinstance(block, Passage):
        return ""
    if block.kind in HEADINGS:
        return f"<{block.kind}>{escape(block.text)}</{block.kind}>"
    return f"<li>{escape(block.text)}</li>" if block.kind == "li" else _paragraph(block.text, manner)


def _boxed(text: str, manner: Manner) -> str:
    return f'<div class="table-responsive"><div>\n{text}\n</div></div>' if manner.boxed else text


def _paragraph(text: str, manner: Manner) -> str:
    if manner.word:
        return f'<p class="MsoNormal" style="margin:0cm"><span style="font-size:11.0pt">{escape(text)}<o:p></o:p></span></p>'
    return f"<p>{escape(text)}</p>"


def _table(table: Table, manner: Manner) -> Iterator[str]:
    yield '<table class="MsoTableGrid" border="1">' if manner.word else '<table class="table">'
    for number, row in enumerate(table.rows):
        if manner.scope and number in {0, table.head}:
            yield "<tbody>" if number else "<thead>"
        yield f"<tr>{''.join(_cell(cell, manner, first=not at) for at, cell in enumerate(row))}</tr>"
        if manner.scope and number == table.head - 1:
            yield "</thead>"
    yield "</tbody></table>" if manner.scope else "</table>"


def _cell(cell: Cell, manner: Manner, *, first: bool) -> str:
    name, marks = ("th", ' scope="col"') if cell.head and manner.scope else ("td", "")
    if manner.scope and first and not cell.head and cell.text:
        name, marks = "th", ' scope="row"'
    marks += f' colspan="{cell.wide}"' if cell.wide > 1 else ""
    marks += f' rowspan="{cell.tall}"' if cell.tall > 1 else ""
    text = _content(cell, manner)
    return f"<{name}{marks}>{f'<strong>{text}</strong>' if cell.bold and name == 'td' and text else text}</{name}>"


def _content(cell: Cell, manner: Manner) -> str:
    if len(cell.paragraphs) == 1 and not manner.word:
        return escape(cell.text)
    told = []
    for item, group in groupby(cell.paragraphs, key=lambda text: text.startswith(BULLET)):
        texts = [text.removeprefix(BULLET) for text in group]
        told.append(f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>" if item else _lines(texts, cell, manner))
    return "".join(told) or "&nbsp;"


def _lines(texts: Sequence[str], cell: Cell, manner: Manner) -> str:
    """Paragraphs, but lines of a bold square, whose mark holds no paragraphs."""
    return "<br>".join(map(escape, texts)) if cell.bold else "".join(_paragraph(text, manner) for text in texts)
