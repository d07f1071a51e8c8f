"""Experiments: recipes, the store that keeps every run, comparisons that prove something, searches.

    from noron.experiments import RunSpec, compare, search

The names are imported when they are first used: a command that only lists runs needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from noron.experiments.comparison import Comparison, compare
    from noron.experiments.execution.execute_all import execute_all
    from noron.experiments.recorder import record
    from noron.experiments.result import Outcome, RunResult
    from noron.experiments.run import Sources, execute
    from noron.experiments.searching import Search, search
    from noron.experiments.spec import RunSpec
    from noron.experiments.store import Reader, Store, StoredRun

__all__ = [
    "Comparison",
    "Outcome",
    "Reader",
    "RunResult",
    "RunSpec",
    "Search",
    "Sources",
    "Store",
    "StoredRun",
    "compare",
    "execute",
    "execute_all",
    "record",
    "search",
]

_WHERE = {
    "Comparison": "comparison",
    "compare": "comparison",
    "record": "recorder",
    "Outcome": "result",
    "RunResult": "result",
    "Sources": "run",
    "execute": "run",
    "execute_all": "execution.execute_all",
    "Search": "searching",
    "search": "searching",
    "RunSpec": "spec",
    "Reader": "store",
    "Store": "store",
    "StoredRun": "store",
}


def __getattr__(name: str) -> Any:
    """A name, from where it is, at its first use."""
    if name in _WHERE:
        return getattr(import_module(f"noron.experiments.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'noron.experiments' has no attribute {name!r}")
