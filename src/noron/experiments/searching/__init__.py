"""Searching: points of a space of settings, tried one by one, the bad ones given up soon."""

import warnings

from noron.core.errors import missing_extra

try:
    with warnings.catch_warnings():  # tqdm, which Optuna imports, wants widgets in a notebook
        warnings.filterwarnings("ignore", "IProgress not found")
        import optuna as _optuna  # noqa: F401
except ImportError as error:
    raise missing_extra("sweeps", "Optuna", "a search") from error

from noron.experiments.searching.plan import COSTS, SAMPLERS, TrialKey
from noron.experiments.searching.prepare import Prepared
from noron.experiments.searching.report import Search
from noron.experiments.searching.run import check_extent, run_search, search

__all__ = [
    "COSTS",
    "Prepared",
    "SAMPLERS",
    "Search",
    "TrialKey",
    "check_extent",
    "run_search",
    "search",
]
