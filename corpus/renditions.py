"""Text renditions: a drawn report as a converter writes it, with tabs and scraps of HTML, and a report that is only text, with bars."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.content import Area, Line, Promise, Specimen
from corpus.paper import BULLET, DASH, Cell, Printed


def tabbed(printed: Sequence[Printed]) -> str:
    """What was printed, page by page: a table that runs over two pages comes out as two, and a cut first row looks like a heading."""
    blocks = [_block(piece) for piece in printed]
    return "\n\n".join(blocks) + "\n"


def _block(piece: Printed) -> str:
    if piece.kind != "table":
        return f"{piece.kind} {piece.text}".strip()
    lines = ["\t".join(_cell(cell) for cell in row) for row in piece.rows]
    if piece.cut:
        lines.insert(1, "\t".join("---" for _ in piece.rows[0]))
    return "\n".join(lines)


def _cell(cell: Cell) -> str:
    if cell.bold:
        return " ".join(f"<b>{text}</b>" for text in cell.paragraphs)
    if len(cell.paragraphs) < 2 or not any(map(str.strip, cell.paragraphs)):  # noqa: PLR2004
        return "".join(cell.paragraphs)
    return " ".join(_markup(cell.paragraphs))


def _markup(paragraphs: Sequence[str]) -> Iterator[str]:
    for item, group in groupby(paragraphs, key=lambda text: text.startswith(BULLET)):
        if item:
            yield f"<ul> {' '.join(f'<li>{text.removeprefix(BULLET)}</li>' for text in group)} </ul>"
        else:
            yield " ".join(f"<p>{text}</p>" for text in group)


def barred(specimen: Specimen) -> str:
    """A report that has no pages: Markdown with bars."""
    part = specimen.parts[0]
    blocks = [f"# {specimen.council}", f"## {specimen.title}", "### High level summary", *part.intro]
    blocks += ["\n".join(f"- {bullet}" for bullet in part.bullets), "### Complaints by service"]
    pairs = [[area.name, *(" ".join(pair) for pair in zip(*(line.cells for line in area.summary), strict=True))] for area in part.areas]
    blocks += [_bars([["Service", *specimen.headings], *pairs]), *part.notes]
    for area in part.areas:
        if not area.total:
            blocks += _section(area)
    return "\n\n".join(blocks) + "\n"


def _section(area: Area) -> list[str]:
    kept = [["", "Commitments made for 2019/20", "Progress since then"], *_promises(area.kept)]
    themes = [[f"Analysis {DASH} themes", "Service comments", "Complaints Team comments"]]
    themes += [[remark.theme, remark.service, remark.team] for remark in area.remarks]
    planned = [["", "Commitments for 2020/21"], *([n, text] for n, text, _ in _promises(area.planned))]
    return [f"### {area.name}", area.scope, _bars(kept), _bars(_stages(area.detail)), _bars(themes), _bars(planned)]


def _promises(promises: Sequence[Promise]) -> list[list[str]]:
    return [[str(n), "<br>".join(promise.text), "<br>".join(promise.progress)] for n, promise in enumerate(promises, start=1)]


def _stages(lines: Sequence[Line]) -> list[list[str]]:
    """A table with a heading of two rows: the stage stands over its columns once."""
    stages = ["", "Stage one", "", "", "Stage two", "", "", "Stage three", ""]
    counted = ["Number of complaints received", "Upheld (%)", "Escalated to next stage"]
    return [stages, ["", *counted, *counted, *counted[:2]], *([line.label, *line.cells] for line in lines)]


def _bars(rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "|".join(" --- " for _ in rows[0]) + "|")
    return "\n".join(lines)
