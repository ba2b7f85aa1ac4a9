"""How a figure is spoken of, in findings as in charts: its number with its unit, its measure, its stage."""

from decimal import Decimal

from schemas.codes import Measure, Stage, Unit

SIGNS = {Unit.PERCENT: "{}%", Unit.GBP: "£{}", Unit.DAYS: "{} days", Unit.COUNT: "{}"}


def amount(value: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """A number as a report prints it: `67%`, `+67%`, `£25`."""
    plain = f"{value:f}"
    return SIGNS[unit].format(f"+{plain}" if signed and value > 0 else plain)


def measure(name: Measure) -> str:
    """A measure in words: `% upheld`, `received`."""
    if name is Measure.UPHELD_OR_PARTLY:
        return "upheld or partly upheld"
    spoken = name.value.removesuffix("_gbp").replace("_", " ")
    return f"% {spoken.removesuffix(' pct')}" if spoken.endswith(" pct") else spoken


def stage(name: Stage) -> str:
    """A stage in words: `stage 1`, `ombudsman`, `all stages`."""
    return {Stage.ALL: "all stages", Stage.OMBUDSMAN: "ombudsman"}.get(name, f"stage {name}")
