"""Networks made ready, and their runs: see the stub _native.pyi."""

import ctypes
from collections.abc import Sequence
from typing import Any, final

import numpy as np
from noron_native import c_api
from noron_native.arrays import ANY, address, float_type, generator_at
from noron_native.c_api import (
    CLayer,
    CNetwork,
    COptimizerSettings,
    CResult,
    CRunSettings,
    CSegment,
    CTable,
    checked,
    whole,
)
from noron_native.names import NAMES, OUTCOMES, number_of
from noron_native.rows import Owner, Rows
from numpy.typing import NDArray


def by_name(field: str) -> property:
    """Return a property that reads and sets a number of a layer by its name."""
    number: Any = getattr(CLayer, field)

    def read(layer: CLayer) -> str:
        return NAMES[field][number.__get__(layer)]

    def write(layer: CLayer, name: str) -> None:
        number.__set__(layer, number_of(field, name))

    return property(read, write)


@final
class Layer(CLayer):
    """See the stub."""

    __slots__ = ("tables",)
    kind, activation = by_name("kind"), by_name("activation")

    def __init__(self, kind: str, n_in: int, n_out: int, /) -> None:
        super().__init__(weight=-1, bias=-1, mean=-1, var=-1, partner=-1)
        self.kind, self.n_in, self.n_out = kind, n_in, n_out
        self.tables: list[CTable] = []


@final
class Table(CTable):
    """See the stub."""

    def __init__(self, *, weight: int, size: int, width: int) -> None:
        super().__init__(weight=weight, size=size, width=width)


@final
class Segment(CSegment):
    """See the stub."""

    def __init__(self, start: int, stop: int) -> None:
        super().__init__(start=start, stop=stop)


@final
class Run:
    """See the stub."""

    def __init__(
        self,
        *,
        labels: NDArray[Any] | None,
        y: NDArray[Any] | None,
        weight: NDArray[Any] | None,
        order: NDArray[Any],
        n_epochs: int,
        batch_size: int,
        shuffle: bool,
        update: bool,
        rates: NDArray[Any],
        t: int,
        random: object | None,
        good_theta: NDArray[Any] | None,
        sums: NDArray[Any],
        seconds: NDArray[Any] | None,
        profile: NDArray[Any] | None = None,
        watcher: "Plan | None" = None,
        watched: Rows | None = None,
        scores: NDArray[Any] | None = None,
        threads: int,
    ) -> None:
        self.labels, self.y, self.weight, self.order = labels, y, weight, order
        self.rates, self.random, self.good_theta = rates, random, good_theta
        self.sums, self.seconds, self.profile = sums, seconds, profile
        self.watcher, self.watched, self.scores = watcher, watched, scores
        self.numbers = {
            "n_epochs": n_epochs,
            "batch_size": batch_size,
            "shuffle": shuffle,
            "update": update,
            "t": t,
            "threads": threads,
        }


@final
class Result:
    """See the stub."""

    def __init__(self, made: CResult) -> None:
        self.outcome, self.steps = OUTCOMES[made.outcome], made.steps


@final
class Plan(Owner):
    """See the stub."""

    _free = c_api.plan_free

    def __init__(
        self,
        *,
        layers: Sequence[Layer],
        n_inputs: int,
        loss: str,
        link: str,
        setting: float,
        class_weight: Sequence[float],
        theta: NDArray[Any],
        grad: NDArray[Any],
        buffers: NDArray[Any],
        batch_rows: int,
        training: bool,
        bfloat16: bool = False,
    ) -> None:
        self.dtype = float_type(theta)
        network = CNetwork(n_inputs=n_inputs, setting=setting, batch_rows=batch_rows)
        network.loss, network.link = number_of("loss", loss), number_of("link", link)
        network.is_double = self.dtype.itemsize == 8
        network.training, network.bfloat16 = training, bfloat16
        for name, a in (("theta", theta), ("grad", grad), ("buffers", buffers)):
            n = theta.size if name == "grad" else ANY
            setattr(network, name, address(a, name, self.dtype, n, to_write=True))
        network.n_theta, network.n_buffers = theta.size, buffers.size
        weights = np.array(class_weight, np.float64)
        network.class_weight, network.n_class_weight = weights.ctypes.data, len(weights)
        tables = [table for layer in layers for table in layer.tables]
        if not all(isinstance(table, Table) for table in tables):
            raise TypeError("an embedding's tables are needed here")
        for layer in layers:
            layer.n_tables = len(layer.tables)
        all_layers, all_tables = (CLayer * len(layers))(*layers), (CTable * len(tables))(*tables)
        network.layers, network.n_layers = ctypes.addressof(all_layers), len(layers)
        network.tables, network.n_tables = ctypes.addressof(all_tables), len(tables)
        self.at = checked(c_api.plan_new(ctypes.byref(network)))
        self._alive: list[object] = [theta, grad, buffers]
        self.n_theta, self.n_layers = theta.size, len(layers)
        self.n_inputs, self.n_outputs = n_inputs, layers[-1].n_out
        self._slots: list[NDArray[Any]] = []
        self._last = CResult()

    def optimize(
        self,
        *,
        update: str,
        beta1: float,
        beta2: float,
        epsilon: float,
        weight_decay: float,
        epsilon_hat: bool,
        slots: Sequence[NDArray[Any]],
        l1: float,
        l2: float,
        shared_l2: float,
        weights: Sequence[Segment],
    ) -> None:
        """See the stub."""
        settings = COptimizerSettings(update=number_of("update", update))
        settings.beta1, settings.beta2, settings.epsilon = beta1, beta2, epsilon
        settings.weight_decay, settings.epsilon_hat = weight_decay, epsilon_hat
        settings.l1, settings.l2, settings.shared_l2 = l1, l2, shared_l2
        at = [address(s, "a slot", self.dtype, self.n_theta, to_write=True) for s in slots]
        all_slots = (ctypes.c_void_p * len(at))(*at)
        segments = (CSegment * len(weights))(*weights)
        settings.slots, settings.n_slots = ctypes.addressof(all_slots), len(at)
        settings.weights, settings.n_weights = ctypes.addressof(segments), len(weights)
        checked(c_api.optimizer(self.at, ctypes.byref(settings)))
        self._slots = list(slots)

    def settings(self, x: Rows, run: Run) -> CRunSettings:
        """Return the settings of a run, whose arrays are checked."""
        if not isinstance(x, Rows):
            raise TypeError("rows are needed here")
        s, n, real = CRunSettings(**run.numbers), x.shape[0], self.dtype

        def at(name: str, dtype: Any, *shape: int, to_write: bool = False) -> int | None:
            array = getattr(run, name)
            return None if array is None else address(array, name, dtype, *shape, to_write=to_write)

        s.orders = run.order.ndim == 2
        if s.orders and s.shuffle:
            raise ValueError("an order for each epoch is not shuffled")
        shape = (s.n_epochs, ANY) if s.orders else (ANY,)
        s.order = at("order", np.int64, *shape, to_write=bool(s.shuffle))
        s.n_order = run.order.shape[-1]
        s.rates = at("rates", np.float64, checked(c_api.steps(self.at, ctypes.byref(s))))
        s.labels, s.weight = at("labels", np.int64, n), at("weight", real, n)
        if run.labels is None:
            s.y = address(run.y, "y", real, n, self.n_outputs)
        s.random = generator_at(run.random)
        s.good_theta = at("good_theta", real, self.n_theta, to_write=True)
        s.sums = at("sums", np.float64, s.n_epochs, 4, to_write=True)
        s.seconds = at("seconds", np.float64, s.n_epochs, to_write=True)
        s.profile = at("profile", np.float64, 2 + 2 * self.n_layers, to_write=True)
        if run.watcher is not None:
            if not isinstance(run.watcher, Plan):
                raise ValueError("a plan is needed here")
            if not isinstance(run.watched, Rows):
                raise ValueError("there are no rows to be watched")
            s.watcher, s.watched = run.watcher.at, run.watched.at
            scores = s.n_epochs, run.watched.shape[0], run.watcher.n_outputs
            s.scores = address(run.scores, "scores", real, *scores, to_write=True)
        return s

    def run(self, x: Rows, run: Run, /) -> Result:
        """See the stub."""
        settings, self._last = self.settings(x, run), CResult()
        checked(c_api.run(self.at, x.at, ctypes.byref(settings), ctypes.byref(self._last)))
        return Result(self._last)

    @property
    def broke_off(self) -> bool:
        """See the stub."""
        return bool(self._last.broke_off)

    @property
    def is_short_of_memory(self) -> bool:
        """See the stub."""
        return bool(self._last.is_short_of_memory)

    @property
    def waited(self) -> float:
        """See the stub."""
        return self._last.waited

    def predict(
        self, x: Rows, start: int, stop: int, out: NDArray[Any], link: bool, threads: int, /
    ) -> bool:
        """See the stub."""
        if not isinstance(x, Rows):
            raise TypeError("rows are needed here")
        n = stop - start if 0 <= start <= stop else 0
        to = address(out, "out", self.dtype, n, self.n_outputs, to_write=True)
        first, last = whole("start", start), whole("stop", stop)
        return not checked(c_api.predict(self.at, x.at, first, last, to, link, threads))

    def predict_array(self, x: Any, out: Any, threads: int, /) -> bool:
        """See the stub."""
        try:
            at = address(x, "x", self.dtype, ANY, self.n_inputs)
            to = address(out, "out", self.dtype, len(x), self.n_outputs, to_write=True)
        except ValueError:
            return False
        return not checked(c_api.predict_finite(self.at, at, len(x), to, threads))


def run_several(plans: Sequence[Plan], x: Rows, runs: Sequence[Run], /) -> list[Result]:
    """See the stub."""
    if len(plans) != len(runs):
        raise ValueError("the lists are of different lengths")
    if not all(isinstance(plan, Plan) for plan in plans):
        raise ValueError("a plan is needed here")
    pairs = list(zip(plans, runs, strict=True))
    settings = (CRunSettings * len(plans))(*(plan.settings(x, run) for plan, run in pairs))
    at, made = (
        (ctypes.c_void_p * len(plans))(*(plan.at for plan in plans)),
        (CResult * len(plans))(),
    )
    checked(c_api.run_several(at, x.at, settings, len(plans), made))
    for plan, result in zip(plans, made, strict=True):
        plan._last = result
    return [Result(result) for result in made]
