"""What the labels of a table are, where their heading does not say it, and which breakdown the headings of its columns are of."""

from collections.abc import Sequence

from normalise.sections.naming import is_service
from normalise.setting import label_to_period
from normalise.tables.axes import clean_label, names_regime
from normalise.tables.captions import BESIDE_COMPLAINTS
from normalise.tables.categories import DIMENSIONS, dimension_of
from normalise.tables.labels import LabelColumn
from normalise.tables.layout import Layout, column_heading, is_alone
from normalise.tables.surroundings import Surroundings
from normalise.words.heading import axis_of, read_heading
from schemas import Dimension, Grid, Measure, Stage


def breakdown(grid: Grid, layout: Layout, around: Surroundings) -> tuple[list[LabelColumn], Dimension | None]:
    """The columns of labels with what they name, and the dimension of the headings of figures; None where it is none or not known."""
    across, shares = _across(grid, layout, around)
    columns = _label_columns(grid, layout, around, across)
    return columns, across if shares else _of_columns(grid, layout, columns, around)


def _across(grid: Grid, layout: Layout, around: Surroundings) -> tuple[Dimension | None, bool]:
    """The dimension that the headings of the columns are typical of, and whether one of them says that it is a share ("Good %")."""
    lowest = [read_heading(str(grid.rows[layout.heads[-1]][c].text), around.setting.words) for c in layout.data] if layout.heads else []
    free = [heading for heading in lowest if heading.left or heading.meaning.measure is Measure.OTHER]
    shares = any(heading.meaning.measure is Measure.SHARE_PCT for heading in free if heading.left)
    return dimension_of([heading.text for heading in free], around.setting.words), shares


def _of_columns(grid: Grid, layout: Layout, named: Sequence[LabelColumn], around: Surroundings) -> Dimension | None:
    """The caption's dimension, where no column of labels is of one and no heading of a column says what that column holds."""
    taken = any(column.dimension or column.axis in DIMENSIONS for column in named)
    headings = [read_heading(column_heading(grid, layout.heads, c), around.setting.words) for c in layout.data]
    said = any(h.axis or h.counts or h.meaning.stage or h.meaning.measure not in {None, Measure.SHARE_PCT} for h in headings)
    return None if taken or said else _captioned(around)


def _label_columns(grid: Grid, layout: Layout, around: Surroundings, across: Dimension | None) -> list[LabelColumn]:
    """The columns of labels, and what those are of whose heading does not say it: what the caption says, or what they are typical of.

    A caption's dimension is that of the columns where their headings are typical of it.
    """
    words = around.setting.words
    found: list[LabelColumn] = []
    for c in layout.labels:
        heading = column_heading(grid, layout.heads, c)
        axis = axis_of(heading, words) or (around.by if not clean_label(heading) and not across else "")
        labels = [str(grid.rows[r][c].text) for r in layout.body if not is_alone(grid.rows[r])]
        axis = _type_to_axis(labels, around) if axis == Dimension.CAUSE else axis
        free = [label for label in labels if _is_free(label, around)]
        typical = dimension_of(free, words)
        said = typical if typical in around.caption.dimensions else _captioned(around)
        dimension = (typical if said == across else said or typical) if free and not axis else None
        found.append(LabelColumn(heading, axis, dimension))
    return found


def _captioned(around: Surroundings) -> Dimension | None:
    """The one dimension that the captions name."""
    return around.caption.dimensions[0] if len(around.caption.dimensions) == 1 else None


def _type_to_axis(labels: Sequence[str], around: Surroundings) -> str:
    """What labels under a word for causes name: "type" may also be that of a procedure, of a service, or of feedback beside complaints.

    An ombudsman's categories are services.
    """
    words = around.setting.words
    headings = [read_heading(label, words) for label in labels]
    services = sum(is_service(label, words) for label in labels)
    if any(map(names_regime, headings)) or (around.context.stage is Stage.OMBUDSMAN and 2 * services >= len(labels)):
        return "service"
    beside = {heading.meaning.measure for heading in headings if not heading.left} & BESIDE_COMPLAINTS
    return "measure" if beside and any(heading.counts for heading in headings) else Dimension.CAUSE


def _is_free(label: str, around: Surroundings) -> bool:
    return bool(label) and not label_to_period(label, around.setting) and bool(read_heading(label, around.setting.words).left)
