"""A figure of a test: what is not said of it is as in most reports."""

from datetime import date
from decimal import Decimal

from schemas import Basis, Figure, Measure, Regime, Source, Stage, State, Unit

FIGURE = Figure(
    figure_id="f",
    report_id="r",
    council_code="",
    table_id="t1",
    source=Source.TABLE,
    directorate="",
    service="",
    service_id="",
    period_start=date(2019, 4, 1),
    period_end=date(2020, 3, 31),
    basis=Basis.CURRENT,
    stage=Stage.ONE,
    measure=Measure.RECEIVED,
    dimension=None,
    category="",
    value=Decimal(1),
    unit=Unit.COUNT,
    state=State.REPORTED,
    text="1",
    regime=Regime.CORPORATE,
    page=None,
    x0=None,
    top=None,
    x1=None,
    bottom=None,
    place="",
    reader="test",
)
