"""Searching: points of a space of settings, tried one by one, the bad ones given up soon."""

from noron.errors import missing_extra

try:
    import optuna as _optuna  # noqa: F401
except ImportError as error:
    raise missing_extra("sweeps", "Optuna", "a search") from error

from noron.experiments.searching.found import Search
from noron.experiments.searching.preparation import Prepared
from noron.experiments.searching.running import check_extent, run_search, search
from noron.experiments.searching.study import COSTS, SAMPLERS, Tried

__all__ = [
    "COSTS",
    "Prepared",
    "SAMPLERS",
    "Search",
    "Tried",
    "check_extent",
    "run_search",
    "search",
]
