"""The labels of the rows as printed: those left out, merged into one cell or pulled out of the table are put beside their rows."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from normalise.setting import label_to_period
from normalise.tables.layout import Layout
from normalise.tables.surroundings import Surroundings
from normalise.words.values import cell_to_figures
from schemas import Cell, Grid, Text
from schemas.vocabulary import Vocabulary, tokens


def row_labels(grid: Grid, layout: Layout, body: Sequence[int], around: Surroundings) -> list[tuple[Text, ...]]:
    """The labels of each row of a body, one for each column of labels; without such columns one, or none where none is needed."""
    if not layout.labels:
        return _pulled([[grid.rows[r][c] for c in layout.data] for r in body], around)
    printed = [tuple(grid.rows[r][c].text for c in layout.labels) for r in body]
    return _dealt(_repeated(printed, around.setting.words), around.names)


def _repeated(printed: Sequence[tuple[Text, ...]], words: Vocabulary) -> list[tuple[Text, ...]]:
    """The labels with those on the left that are not printed again in the rows below, but for that of a total."""
    labels = list(printed)
    for n, label in enumerate(printed):
        first = next((c for c, text in enumerate(label) if text), 0)
        spelled = tokens(str(label[first]))
        if n and first and (spelled not in words.totals or spelled[:1] == ("sub",)):
            labels[n] = labels[n - 1][:first] + label[first:]
    return labels


def _dealt(printed: Sequence[tuple[Text, ...]], names: Collection[str]) -> list[tuple[Text, ...]]:
    """The labels, where one holds those of the empty cells below it cut at the names that the report prints elsewhere."""
    labels = list(printed)
    for first, label in enumerate(printed):
        below = next((n for n, other in enumerate(printed[first + 1 :]) if any(other)), len(printed) - first - 1)
        pieces = _pieces(label[0], names) if below and len(label) == 1 else []
        if len(pieces) == below + 1:
            labels[first : first + below + 1] = [(piece,) for piece in pieces]
    return labels


def _pieces(label: Text, names: Collection[str]) -> list[Text]:
    """A text cut before and behind each of the names that stand in it; what is between two of them is one piece."""
    plain = f" {label} "
    cuts = {0, len(plain) - 2}
    for name in names:
        at = plain.find(f" {name} ")
        if name and at >= 0:
            cuts |= {at, at + len(name)}
    pieces = (label.cut(start, end) for start, end in pairwise(sorted(cuts)))
    return [piece for piece in pieces if piece]


def _pulled(body: Sequence[Sequence[Cell]], around: Surroundings) -> list[tuple[Text, ...]]:
    """The labels that a converter pulled out of the table: the last lines above it that name a period, one for each row.

    A single row whose cells stack several figures has its labels stacked too; a single row needs no label.
    """
    dated = [passage.text for passage in around.above if label_to_period(str(passage.text), around.setting)]
    if len(body) == 1:
        printed = max(len(cell_to_figures(str(cell.text)) or ()) for row in body for cell in row)
        return [(Text.joined(dated[-printed:]),) if dated else ()]
    return [(label,) for label in dated[-len(body) :]] if len(dated) >= len(body) else [(Text(),)] * len(body)
