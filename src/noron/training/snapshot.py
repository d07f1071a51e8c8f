"""Snapshots: the state of a run between two batches as plain data, to restore it later."""

import hashlib
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path
from typing import Any, final

import numpy as np

from noron.core.errors import ModelFileError, SettingError, shown
from noron.core.metric_rows import MetricRows
from noron.core.tensor_file import read_tensors, write_tensors
from noron.core.types import Array
from noron.data.rows import fingerprint
from noron.engines import Sums
from noron.engines.machine import machine
from noron.layers import Layer
from noron.network import lay_out
from noron.regularizers import as_regularizers
from noron.schedules import Schedule
from noron.training.callbacks import Callback
from noron.training.live_settings import LiveSettings
from noron.training.position import Position
from noron.training.snapshot_schema import LEARNING, check_fits, exact_arrays


@final
@dataclass(frozen=True)
class Snapshot:
    """The state of a run between two batches. `save` writes it to a file, `Snapshot.load` reads it.

    Attributes:
        of: network, loss, optimizer, data ...; they must be equal in the run that is restored.
        values: numbers and texts, as JSON holds them.
        arrays: weights, the optimizer's slots, the order of the current epoch, the history.
        made: versions, processor, BLAS and threads, which decide the last bits of a result.
    """

    of: dict[str, Any]
    values: dict[str, Any]
    arrays: dict[str, Array]
    made: dict[str, Any] = field(default_factory=machine)

    def save(self, path: str | Path) -> None:
        """Write the snapshot to one file, atomically. Such a file holds no executable code."""
        arrays = {name: _bits(array) for name, array in self.arrays.items()}
        kinds = {name: str(array.dtype) for name, array in self.arrays.items()}
        parts = {"of": self.of, "values": self.values, "kinds": kinds, "made": self.made}
        write_tensors(path, {"snapshot": parts}, arrays)

    @property
    def seed(self) -> int | None:
        """The seed of the network."""
        return self.values["seed"]

    @property
    def place(self) -> tuple[int, int]:
        """How many epochs have ended, and how many rows of the current one have been used."""
        return self.values["epoch"], self.values["row"]

    @staticmethod
    def load(path: str | Path) -> "Snapshot":
        """Read a file that `save` wrote; raise ModelFileError for any other file."""
        header, arrays = read_tensors(path)
        if "snapshot" not in header:
            raise ModelFileError(
                f"{path} is not a snapshot of a run: give a file that snapshot.save(path) wrote"
            )
        try:
            exact = exact_arrays(header, arrays)
        except (ValueError, TypeError) as error:
            raise ModelFileError(
                f"{path} describes no run that this version knows ({shown(str(error), 120)}): take "
                "another snapshot"
            ) from None
        parts = header["snapshot"]
        return Snapshot(parts["of"], parts["values"], exact, parts["made"])


def snapshot_of(run: LiveSettings) -> Snapshot:
    """Return a copy of the whole state of a run."""
    return Snapshot(identity_of(run), *state_of(run))


def state_of(run: LiveSettings) -> tuple[dict[str, Any], dict[str, Array]]:
    """Return the values and the arrays of a snapshot. An ended run has no callbacks any more."""
    state, place, network = run.state, run.position, run.state.network
    arrays = {
        "theta": network.theta,
        "buffers": network.buffers,
        "good_theta": state.good_theta,
        "good_buffers": state.good_buffers,
        "order": place.order,
        "rates": np.array(place.rates),
        "sums": np.array([vars(place.sums)[name] for name in vars(Sums())], dtype=np.float64),
        "seconds": np.array([place.seconds]),
    }
    arrays |= {f"slot.{i}": slot for i, slot in enumerate(state.slots)}
    if place.learning is not None:
        arrays |= dict(zip(LEARNING, place.learning, strict=True))
    rows = run.history.rows
    columns = run.history.columns
    arrays |= {f"history.{name}": np.array(rows.column(name)) for name in columns}
    states: list[dict[str, Any]] = []
    for number, callback in enumerate([] if run.ended else _with_state(run)):
        kept = callback.state()
        big = {name: value for name, value in kept.items() if isinstance(value, np.ndarray)}
        arrays |= {f"callback.{number}.{name}": value for name, value in big.items()}
        states.append({name: _plain(v) for name, v in kept.items() if name not in big})
    values = {
        "t": state.t,
        "augment_key": state.augment_key,
        "random": _plain(state.rng.bit_generator.state),
        "epoch": place.epoch,
        "row": place.row,
        "batch_size": run.batch_size,
        "layers": [layer.settings() for layer in network.layers],
        "regularizers": [regularizer.settings() for regularizer in network.regularizers],
        "schedule": run.rates.schedule.settings(),
        "columns": list(columns),
        "callbacks": states,
        "seed": run.history.seed,
        "stop_reason": run.history.stop_reason,
        "diverged": run.history.diverged,
    }
    return values, {name: array.copy() for name, array in arrays.items()}


def restore(run: LiveSettings, snapshot: Snapshot) -> None:
    """Restore a run to a snapshot. Raises SettingError for the snapshot of a different run."""
    for what, mine in identity_of(run).items():
        if snapshot.of.get(what) != mine:
            raise SettingError(
                f"the snapshot is of another {what}: it fits a run of {snapshot.of.get(what)}, and "
                f"this one is of {mine}: give the same again, or start without resume"
            )
    state, values, arrays = run.state, snapshot.values, snapshot.arrays
    network, history = state.network, run.history
    _check(run, snapshot)
    run.reopen()
    network.layers = tuple(
        layer if layer.settings() == kept else Layer.make(kept)
        for layer, kept in zip(network.layers, values["layers"], strict=True)
    )
    network.regularizers = as_regularizers(values["regularizers"])
    if run.rates.schedule.settings() != values["schedule"]:
        run.rates.schedule = Schedule.make(values["schedule"])
    network.assign(arrays["theta"], arrays["buffers"])
    state.good_theta[:], state.good_buffers[:] = arrays["good_theta"], arrays["good_buffers"]
    for i, slot in enumerate(state.slots):
        slot[:] = arrays[f"slot.{i}"]
    state.t, state.augment_key = values["t"], values.get("augment_key", 0)
    state.rng.bit_generator.state = _exact(values["random"])
    run.position = _position(values, arrays)
    columns = {name: arrays[f"history.{name}"] for name in values["columns"]}
    history.rows = MetricRows()
    if columns:
        history.rows.add(columns)
    run.bind(values["batch_size"])
    if values["stop_reason"]:
        history.stop_reason, history.diverged = values["stop_reason"], values["diverged"]
        run.close()
        return
    _restore_callbacks(run, snapshot)


def _restore_callbacks(run: LiveSettings, snapshot: Snapshot) -> None:
    callbacks = zip(_with_state(run), snapshot.values["callbacks"], strict=True)
    for number, (callback, kept) in enumerate(callbacks):
        start = f"callback.{number}."
        big = {
            k.removeprefix(start): v.copy()
            for k, v in snapshot.arrays.items()
            if k.startswith(start)
        }
        try:
            callback.restore(_of_kind(callback.state(), kept) | big)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise ModelFileError(
                f"the snapshot does not hold the state of {type(callback).__name__}: take another"
            ) from None


def _check(run: LiveSettings, snapshot: Snapshot) -> None:
    state, network = run.state, run.state.network
    parts = {
        "theta": network.theta,
        "buffers": network.buffers,
        "good_theta": state.good_theta,
        "good_buffers": state.good_buffers,
    }
    parts |= {f"slot.{i}": slot for i, slot in enumerate(state.slots)}
    layers = tuple(Layer.make(layer) for layer in snapshot.values["layers"])
    if lay_out(layers, network.n_inputs) != (network.layout, network.buffer_layout):
        raise ModelFileError("the snapshot has other layers than the network: take another one")
    n_callbacks = 0 if snapshot.values["stop_reason"] else len(_with_state(run))
    if len(snapshot.values["callbacks"]) != n_callbacks:
        raise ModelFileError(
            f"the snapshot has the states of {len(snapshot.values['callbacks'])} callbacks, the "
            f"run has {n_callbacks}: take another one"
        )
    check_fits(
        snapshot.values,
        snapshot.arrays,
        parts=parts,
        n_rows=len(run.data),
        timed=run.rates.limit is not None,
        random=_exact(snapshot.values["random"]),
        generator=state.rng.bit_generator,
    )


def _position(values: dict[str, Any], arrays: dict[str, Array]) -> Position:
    learning = [arrays[name].copy() for name in LEARNING if name in arrays]
    place = Position(
        epoch=values["epoch"],
        order=arrays["order"].copy(),
        row=values["row"],
        rates=arrays["rates"].tolist(),
        sums=Sums(*arrays["sums"].tolist()),
        learning=(learning[0], learning[1]) if learning else None,
        seconds=float(arrays["seconds"][0]),
    )
    place.sums.rows = int(place.sums.rows)
    return place


def identity_of(run: LiveSettings) -> dict[str, Any]:
    """Return what must be equal in two runs, so that one can continue from the other's snapshot.

    It does not change during a run, so it is computed once.
    """
    if run.identity is None:
        run.identity = _identity(run)
    return run.identity


def _identity(run: LiveSettings) -> dict[str, Any]:
    state, network = run.state, run.state.network
    shapes = [f"{s.name} {list(s.shape)}" for s in (*network.layout, *network.buffer_layout)]
    data, engine = run.data, run.chosen.engine
    hashed = hashlib.sha256()
    for part in (data.x, data.y, data.weight):
        hashed.update(b"" if part is None else fingerprint(part))
    return {
        "network": [*shapes, str(network.theta.dtype)],
        "loss": state.loss.settings(),
        "optimizer": state.optimizer.settings(),
        "engine": repr(engine) if is_dataclass(engine) else engine.name,
        "data": f"{len(data)} rows, SHA-256 {hashed.hexdigest()[:16]}",
        "order of the rows": type(run.orders).__name__,
        "set of callbacks": [type(callback).__name__ for callback in _with_state(run)],
    }


def _with_state(run: LiveSettings) -> list[Callback]:
    run.begin()
    return [c for c in run.callbacks if isinstance(c, Callback) and c.state()]


def _plain(value: Any) -> Any:
    """Return the value in a form for JSON that keeps all bits: floats become hexadecimal text."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, np.ndarray):
        return {"array": value.tolist(), "dtype": str(value.dtype)}
    if isinstance(value, float):
        return {"float": value.hex()}
    return value.item() if isinstance(value, np.generic) else value


def _exact(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value.keys() == {"float"}:
        return float.fromhex(value["float"])
    if value.keys() == {"array", "dtype"}:
        return np.array(value["array"], dtype=value["dtype"])
    return {name: _exact(one) for name, one in value.items()}


def _of_kind(now: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a callback's state; TypeError where a number should be and is none."""
    exact = {name: _exact(value) for name, value in kept.items()}
    for name, value in exact.items():
        if isinstance(now.get(name), float) and not isinstance(value, int | float):
            raise TypeError(name)
    return exact


def _bits(array: Array) -> Array:
    # As integers: a file of tensors refuses numbers that are not finite.
    return np.ascontiguousarray(array).view(f"u{array.dtype.itemsize}")
