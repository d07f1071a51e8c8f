"""Comparing: every combination of settings, run fairly, judged carefully, shown in one page."""

from noron.experiments.comparison.grid import Grid
from noron.experiments.comparison.report import Comparison
from noron.experiments.comparison.run import check_metric, compare, line_of, run_grid
from noron.experiments.result import RunResult as ComparedRun

__all__ = ["ComparedRun", "Comparison", "Grid", "check_metric", "compare", "line_of", "run_grid"]
