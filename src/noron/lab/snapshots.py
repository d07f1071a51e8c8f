"""The states of a run that one can go back to: fewer and fewer the longer it runs."""

from dataclasses import replace
from typing import Any, final

import numpy as np

from noron.core.metric_rows import MetricRows
from noron.training.history import History
from noron.training.snapshot import Snapshot

MOST_EPOCHS = 1000
"""The rows of the history of a run without end; when there are more, every second one goes."""

HISTORY = "history."
"""The arrays of a snapshot that hold the history begin so."""

MOST = 64
"""The states that are kept; when there are more, every second one is left out."""

Kept = tuple[Snapshot, Any, Any]
"""A state, with what else belongs to it."""


@final
class Snapshots:
    """States by the steps that had been taken, within a number of bytes.

    Those of the beginning and behind a change are never left out, as the steps before them cannot
    be taken again without it.

    Attributes:
        next_step: the step after which the next one is due.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.next_step = most_bytes, 0
        self._apart = 1
        self._kept: dict[int, Kept] = {}
        self._changes: set[int] = set()

    @property
    def steps(self) -> list[int]:
        """The steps that are kept, in order."""
        return sorted(self._kept)

    @property
    def is_full(self) -> bool:
        """Return whether the states that are kept take all the memory that they may."""
        return sum(map(_bytes, self._kept.values())) > 2 * self.most_bytes

    def keep(self, step: int, kept: Kept, *, is_change: bool = False) -> None:
        """Keep a state in the place of those behind it."""
        self._forget_behind(step - 1)
        self._kept[step] = kept
        if is_change:
            self._changes.add(step)
        most = max(2, min(MOST, self.most_bytes // _bytes(kept)))
        while len(others := [s for s in self.steps if s not in self._changes]) > most:
            self._apart *= 2
            left = {*self._changes, *others[1::2], step}
            self._kept = {s: k for s, k in self._kept.items() if s in left}
        self.next_step = step + self._apart

    def back_to(self, step: int) -> Kept:
        """Return the last state that is not behind that step, and forget those behind it."""
        place = max(s for s in self._kept if s <= step)
        self._forget_behind(place)
        self.next_step = place + self._apart
        return self._kept[place]

    def at(self, step: int) -> Kept:
        """Return the last state that is not behind that step; all are kept."""
        return self._kept[max(s for s in self._kept if s <= step)]

    def _forget_behind(self, step: int) -> None:
        self._kept = {s: k for s, k in self._kept.items() if s <= step}
        self._changes = {s for s in self._changes if s <= step}


def _bytes(kept: Kept) -> int:
    return max(1, sum(array.nbytes for array in kept[0].arrays.values()))


def thin(history: History) -> None:
    """Leave out every second row of a history that has too many; the last one stays."""
    if len(history.rows) > MOST_EPOCHS:
        history.rows = MetricRows(list(history.rows)[len(history.rows) % 2 == 0 :: 2])


def without_history(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot without the epochs before it: those of the run are the same."""
    arrays = {k: a for k, a in snapshot.arrays.items() if not k.startswith(HISTORY)}
    return replace(snapshot, arrays=arrays)


def with_history(snapshot: Snapshot, history: History) -> Snapshot:
    """Return a snapshot with those epochs of a later history that come before it."""
    names = snapshot.values["columns"]
    rows = [row for row in history.rows if row["epoch"] <= snapshot.values["epoch"]]
    columns = {f"{HISTORY}{name}": np.array([row[name] for row in rows]) for name in names}
    return replace(snapshot, arrays=snapshot.arrays | columns)
