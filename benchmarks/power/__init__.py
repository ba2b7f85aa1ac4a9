"""How many misprints the checks see, and how often they name the figure: one figure of a sound report is changed at a time.

`specimens` draws and reads the reports, `misprints` changes a figure, `tried` holds what the checks say against what was changed,
`page` and `plot` tell it. `python -m benchmarks.power` does it all.
"""

from benchmarks.power.misprints import KINDS, Misprint, misprints
from benchmarks.power.page import page
from benchmarks.power.plot import plot
from benchmarks.power.specimens import Healthy, healthy
from benchmarks.power.tried import Sight, Tried, tried

__all__ = ["KINDS", "Healthy", "Misprint", "Sight", "Tried", "healthy", "misprints", "page", "plot", "tried"]
