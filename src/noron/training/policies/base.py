"""The base class of stopping rules, which recipes and the command line know by their names.

@dataclass
class TooSlow(StoppingRule, name="too_slow"):
    seconds: float = 60.0

    def __call__(self, row: Row) -> None:
        if row["seconds"] > self.seconds:
            raise StopTraining("it took too long")
"""

from abc import ABC
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from noron.core.errors import SettingError, shown, unknown_name
from noron.core.metric_rows import Row
from noron.core.registry import Family
from noron.training.callbacks import AnyCallback, Callback


@dataclass(unsafe_hash=True)
class StoppingRule(Callback, Family, ABC, family="stopping rule"):
    """A callback that ends a run by raising StopTraining.

    The fields of the dataclass are the settings and never change; what a run is remembered by are
    other attributes, which `begin` sets.
    """

    def watches(self) -> str | None:
        """Return the metric that the rule reads; None if every run records what it needs."""
        return None

    def kept_row(self, rows: Sequence[Row]) -> Row | None:
        """Return the row of a finished run whose weights the rule restores; None for the last."""
        return None


def check_monitor(name: object) -> str:
    """Return `name`; raise SettingError if it cannot be the name of a metric."""
    if not isinstance(name, str) or not name:
        raise SettingError(f"monitor is {shown(name)}: give the name of a metric, such as 'loss'")
    return name


def watched_by(callbacks: Iterable[AnyCallback]) -> list[str | None]:
    """Return the metrics that these callbacks read from the rows."""
    return [callback.watches() for callback in callbacks if isinstance(callback, StoppingRule)]


def monitored(row: Row, monitor: str) -> float:
    """Return the value of a recorded metric; raise SettingError if it is not recorded."""
    if monitor not in row:
        raise unknown_name("metric to monitor", monitor, row)
    return float(row[monitor])
