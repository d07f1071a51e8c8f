"""An experiment: the network of a recipe with its data and its run, and the way back in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError, check_integer, check_number, shown
from noron.core.types import Array
from noron.experiments.run import Sources, prepare, training_of
from noron.experiments.spec import RunSpec
from noron.lab.frames import drawn_shape, hidden_widths
from noron.lab.limits import Limits, check_size
from noron.lab.snapshots import Snapshots, thin, with_history, without_history
from noron.network import Network
from noron.training.config import default_rate

ENDLESS = 1_000_000
"""The epochs of a run whose recipe names none, and no schedule that would need them."""


@final
class Experiment:
    """The network of a recipe, ready to be trained; SettingError or DataError if it cannot be made.

    Attributes:
        spec: the recipe, with the settings that have been changed since.
        begun_with: the recipe as it was given.
        trainer: the run.
        marks: the changes within the run: step, key and value.
        version: another number after each change of the network.
        silenced: the hidden layer, from 0, and the place of each unit that is shown as silent.
    """

    def __init__(
        self, spec: RunSpec, sources: Sources, limits: Limits, file: Path | None = None
    ) -> None:
        """Make it; `file` is where the data of the recipe lies."""
        check_size(spec, limits)
        if file is None:
            self.net, self.rows = prepare(spec, sources)
        else:
            self.net, self.rows = prepare(spec.but(data=str(file)), sources)
            spec = spec.but(data_hash=self.rows.data_hash)
        self.spec, self.begun_with, self.limits = spec, spec, limits
        n_rows = len(self.rows.train[0])
        check_integer("rows", n_rows, at_most=limits.rows)
        check_integer("parameters", len(self.net.network.theta), at_most=limits.parameters)
        self.trainer = self.net.trainer(
            *self.rows.train,
            validation=self.rows.validation,
            callbacks=spec.stopping(),
            **training_of(spec, self.rows) | self._epochs(),
        )
        self.marks: list[dict[str, Any]] = []
        self.edits = 0
        self.silenced: list[tuple[int, int]] = []
        self.snapshots = Snapshots(limits.snapshot_bytes)
        self._keep(is_change=True)

    def _epochs(self) -> dict[str, Any]:
        return {"epochs": ENDLESS} if self.is_endless else {}

    @property
    def is_endless(self) -> bool:
        """Return whether the recipe says neither how long to train nor a schedule that needs it."""
        spec = self.begun_with
        return spec.epochs is None and spec.schedule is None and spec.time_limit is None

    # ---- where it is

    @property
    def step(self) -> int:
        """The steps taken."""
        return self.trainer.state.t

    @property
    def steps_per_epoch(self) -> int:
        """The steps of an epoch with the present batch size."""
        return -(-len(self.trainer.data) // self.trainer.batch_size)

    def steps_of_epochs(self, n: int) -> int:
        """Return the steps to the end of the n-th epoch from now; a begun one is the first."""
        return self.steps_to_epoch(self.trainer.position.epoch + n)

    def steps_to_epoch(self, epoch: int) -> int:
        """Return the steps until so many epochs have ended."""
        place = self.trainer.position
        done = -(-place.row // self.trainer.batch_size)
        return max(0, (epoch - place.epoch) * self.steps_per_epoch - done)

    @property
    def version(self) -> tuple[int, int]:
        """Another one after each change of the numbers."""
        return self.step, self.edits

    # ---- training

    def advance(self, steps: int) -> None:
        """Take so many steps, or fewer if the run ends; keep states on the way."""
        while steps > 0 and not self.trainer.ended:
            some = max(1, min(steps, self.snapshots.next_step - self.step))
            before = self.step
            self.trainer.run(steps=some)
            steps -= max(1, self.step - before)
            if self.step >= self.snapshots.next_step and not self.trainer.ended:
                self._keep()
        if self.is_endless and not self.begun_with.stopping():  # rules look back at epochs
            thin(self.trainer.history)

    def _keep(self, *, is_change: bool = False) -> None:
        kept = without_history(self.trainer.snapshot()), self.spec, list(self.marks)
        self.snapshots.keep(self.step, kept, is_change=is_change)

    def back_to(self, step: int) -> None:
        """Go back to the last kept state that is not behind `step`. Raises SettingError."""
        check_integer("to", step, at_least=0)
        if step > self.step:
            return
        snapshot, spec, marks = self.snapshots.back_to(step)
        self.trainer.restore(with_history(snapshot, self.trainer.history))
        self.spec, self.marks = spec, list(marks)
        self.edits += 1

    def rewind(self, step: int) -> None:
        """Go to the state after so many steps: by the same steps as before from the last state
        that was kept, or on from here."""
        self.back_to(step)
        self.advance(step - self.step)

    # ---- changes

    def change(self, key: str, value: Any) -> None:
        """Change a setting from the next batch on. Raises SettingError."""
        self._check_changes()
        spec = self.spec.but(**{key: value})
        trainer = self.trainer
        if key in ("learning_rate", "schedule"):
            rate = spec.rates(self.net.loss)
            if isinstance(rate, str):
                raise SettingError(
                    "learning_rate is 'auto', which is found before a run: give a number"
                )
            usual = default_rate(trainer.state.optimizer, self.net.loss)
            trainer.learning_rate = usual if rate is None else rate
        elif key == "batch_size":
            check_integer("batch_size", spec.batch_size, at_most=self.limits.batch_size)
            trainer.batch_size = spec.batch_size
        elif key == "dropout":
            trainer.dropout = spec.dropout
        else:
            trainer.regularizer = spec.penalties()
        self._mark(spec, {"key": key, "value": value})

    def edit(self, tensor: str, index: Sequence[int], value: float) -> None:
        """Set one number of an array of the network. Raises SettingError."""
        self._check_changes()
        views = self.net.network.views()
        if tensor not in views:
            raise SettingError(f"tensor is {shown(tensor)}: give one of {', '.join(views)}")
        array = views[tensor]
        fits = len(index) == array.ndim and all(
            0 <= i < n for i, n in zip(index, array.shape, strict=True)
        )
        if not fits:
            raise SettingError(f"index is {shown(index)}, but {tensor} has the shape {array.shape}")
        array[tuple(index)] = check_number("value", value)
        self._mark(self.spec, {"key": tensor, "value": value, "index": list(index)})

    def silence(self, layer: int, unit: int, *, on: bool) -> None:
        """Count a hidden unit as 0 in what is shown, or no more. Raises SettingError."""
        widths = hidden_widths(self.net.network.layers)
        check_integer("layer", layer, at_least=0, at_most=len(widths) - 1)
        check_integer("unit", unit, at_least=0, at_most=widths[layer] - 1)
        others = [one for one in self.silenced if one != (layer, unit)]
        self.silenced = [*others, (layer, unit)] if on else others
        self.edits += 1

    @contextmanager
    def as_shown(self) -> Iterator[None]:
        """Meanwhile the weights that leave silenced units are 0; behind it they are as before."""
        matrices = _arrays_by_kind(self.net.network).get("dense.W", [])
        rows = [matrices[layer + 1][unit] for layer, unit in self.silenced]
        before = [row.copy() for row in rows]
        for row in rows:
            row[:] = 0
        try:
            yield
        finally:
            for row, values in zip(rows, before, strict=True):
                row[:] = values

    def _check_changes(self) -> None:
        if self.snapshots.is_full:
            raise SettingError(
                f"value: {len(self.marks)} changes are kept, and there is no memory for more: "
                "rewind, or give a recipe"
            )

    def _mark(self, spec: RunSpec, change: dict[str, Any]) -> None:
        self.spec = spec
        self.edits += 1
        if self.step == 0 and "index" not in change:  # the recipe itself
            self.begun_with = spec
        else:
            self.marks.append({"step": self.step, "epoch": self.epochs_done, **change})
        self._keep(is_change=True)

    def take_weights(self, other: "Experiment") -> None:
        """Take over the weights of another experiment, in the part that both networks have: of the
        first dense layer those of the first one, and so on."""
        theirs = _arrays_by_kind(other.net.network)
        for kind, arrays in _arrays_by_kind(self.net.network).items():
            for mine, its in zip(arrays, theirs.get(kind, ()), strict=False):
                both = tuple(slice(min(a, b)) for a, b in zip(mine.shape, its.shape, strict=True))
                mine[both] = its[both]
        self.edits += 1
        self._keep(is_change=True)

    def close(self) -> None:
        """End the run."""
        if not self.trainer.ended:
            self.trainer.close()

    # ---- what is shown

    @property
    def epochs_done(self) -> float:
        """The epochs that have ended, and the share of the present one."""
        place = self.trainer.position
        return place.epoch + place.row / max(1, len(self.trainer.data))

    def state(self) -> dict[str, Any]:
        """Return what a page needs beside the frames."""
        network, trainer = self.net.network, self.trainer
        return {
            "recipe": self.spec.content(),
            "step": self.step,
            "epoch": self.epochs_done,
            "steps_per_epoch": self.steps_per_epoch,
            "ended": trainer.ended,
            "engine": trainer.chosen.describe(trainer.fit.path),
            "loss": self.net.loss.name,
            "task": self.net.loss.task,
            "layers": [layer.settings() for layer in network.layers],
            "hidden": hidden_widths(network.layers),
            "arrays": [
                {"name": s.name, "shape": list(s.shape), "drawn": drawn_shape(s.shape)}
                for s in network.layout
            ],
            "parameters": len(network.theta),
            "marks": self.marks,
            "kept_steps": self.snapshots.steps,
            "silenced": [list(unit) for unit in self.silenced],
        }

    def curve(self, start: int) -> list[dict[str, float]]:
        """Return the rows of the history from that epoch on; values that are not finite are left
        out."""
        rows = self.trainer.history.rows
        picked = (
            dict(rows[i]) for i in range(check_integer("start", start, at_least=0), len(rows))
        )
        return [{k: float(v) for k, v in row.items() if np.isfinite(v)} for row in picked]

    def predicted(self, rows: Sequence[Sequence[float]]) -> dict[str, Any]:
        """Return the predictions of some rows of inputs. Raises DataError."""
        if len({len(row) for row in rows}) != 1:
            raise SettingError("rows: give one row or more, all with as many numbers")
        x = np.array(rows, dtype=np.float64)
        values = self.net.predict_proba(x)
        return {"outputs": values.tolist(), "predictions": np.asarray(self.net.predict(x)).tolist()}


def _arrays_by_kind(network: Network) -> dict[str, list[Array]]:
    """Return the arrays of a network by layer and letter, such as "dense.W", in order."""
    result: dict[str, list[Array]] = {}
    for name, array in network.views().items():
        result.setdefault(name.partition(".")[2], []).append(array)
    return result
