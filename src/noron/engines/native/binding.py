"""A network and its rows, bound to the compiled kernels."""

from threading import Lock
from typing import Any, NamedTuple, final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.engines.base import Batch, Sums
from noron.engines.native import lowering
from noron.engines.threads import available_threads
from noron.layers import Dense, Standardize
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.optimizers.base import Slots

DONE, LOOK_DIVERGED = "done", "look_diverged"
"""How a run of the kernels ended: with all its steps, or in an evaluation that is not finite."""

SPARSE_BELOW = 0.4
"""Compressed rows are tried up to this share of inputs that are not zero."""
WIDE = 32
"""Compressed rows are tried from this number of inputs on."""
MANY_NUMBERS = 2**20
"""Rows with fewer numbers are not worth being encoded before they are checked."""
MOST_STANDARDIZED = 2**27
"""Several networks share a standardized copy of rows up to this number of bytes."""


def kernel_array(x: Any, dtype: Any) -> Array:
    """Return x as the kernels read it: with that dtype, C-contiguous and aligned.

    It is copied only if necessary.
    """
    if type(x) is np.ndarray and x.dtype == dtype and x.flags.carray:
        return x  # np.require returns the same, in five times the time
    return np.require(x, dtype, ["C", "A", "E"])


class Result(NamedTuple):
    """How a run ended, and after how many steps.

    `sums` holds loss, penalty, right answers and weight of each epoch, shape (epochs, 4); `seconds`
    the time from the call to the end of each, shape (epochs,).
    """

    outcome: str
    steps: int
    sums: Array
    seconds: Array


class ScoreWatch(NamedTuple):
    """Rows whose scores are computed after each epoch: the plan for it, the rows, the output."""

    plan: Any
    rows: Any
    scores: Array


class NativeProgram:
    """Theta, the optimizer's slots and the rows of one fit, as the kernels take them.

    Raises MemoryError if there is no memory for the compressed copy of the rows.
    """

    def __init__(
        self,
        network: Network,
        loss: Loss,
        optimizer: Optimizer,
        slots: Slots,
        data: Batch,
        batch_size: int,
        inputs: str,
        shared: "RowCache | None" = None,
    ) -> None:
        module: Any = lowering.kernels().module
        self.module = module
        self.network, self.inputs, self.batch_size = network, inputs, batch_size
        standardizes = isinstance(network.layers[0], Standardize)
        folded = inputs == "sparse" and standardizes
        x = data.x
        if shared is not None and standardizes and not folded:
            x = shared.standardized(x, network)
        rows_of = shared or native_rows
        self.rows = rows_of(module, x, network, inputs, folded, batch_size)
        skip = folded or x is not data.x
        self.plan = lowering.plan(network, loss, batch_size, training=True, skip_first=skip)
        fused = lowering.is_fused(network, optimizer)
        penalized = network.weights() if network.regularizers else []
        self.plan.optimize(
            **(lowering.optimizer_settings(optimizer) if fused else lowering.KEEP),
            **lowering.penalty_strengths(network.regularizers),
            slots=list(slots) if fused else [],
            weights=[module.Segment(w.start, w.stop) for w in penalized],
        )
        dtype = network.theta.dtype
        labels = data.y.ndim == 1 and data.y.dtype.kind == "i"
        self.labels = kernel_array(data.y, np.int64) if labels else None
        y = None if labels else data.y.reshape(len(data), -1)
        self.y = None if y is None else kernel_array(y, dtype)
        self.weight = None if data.weight is None else kernel_array(data.weight, dtype)

    def run(
        self,
        order: Array,
        learning_rates: Array,
        t: int,
        rng: RNG,
        threads: int,
        *,
        n_epochs: int = 1,
        shuffle: bool = False,
        update: bool = True,
        good_theta: Array | None = None,
        profile: Array | None = None,
        watch: ScoreWatch | None = None,
        begun: Sums | None = None,
    ) -> Result:
        """Run `n_epochs` epochs of steps on the rows `order`, with one learning rate per step.

        An `order` of shape (n_epochs, rows) has one order for each epoch. The sums of the first
        epoch start from `begun`.

        `profile`, zeros of length 2 + 2 * ops, receives the seconds of: the rows, each op forward,
        the loss, each op back with its update.
        """
        sums, seconds = np.zeros((n_epochs, 4)), np.zeros(n_epochs)
        if begun is not None:
            sums[0] = begun.loss, begun.penalty, begun.correct, begun.weight
        settings = self.settings(
            order, learning_rates, t, sums, seconds, rng.bit_generator.capsule, threads,
            shuffle=shuffle, update=update, good_theta=good_theta, profile=profile, watch=watch,
        )  # fmt: skip
        with rng.bit_generator.lock:
            end = self.plan.run(self.rows, settings)
        return Result(end.outcome, end.steps, sums, seconds)

    def settings(
        self,
        order: Array,
        learning_rates: Array,
        t: int,
        sums: Array,
        seconds: Array,
        random: Any = None,
        threads: int = 1,
        *,
        shuffle: bool = False,
        update: bool = True,
        good_theta: Array | None = None,
        profile: Array | None = None,
        watch: ScoreWatch | None = None,
    ) -> Any:
        """Return the settings of a run on these rows, as the kernels take them."""
        return self.module.Run(
            labels=self.labels,
            y=self.y,
            weight=self.weight,
            order=kernel_array(order, np.int64),
            n_epochs=len(sums),
            batch_size=self.batch_size,
            shuffle=shuffle,
            update=update,
            rates=learning_rates,
            t=t,
            random=random,
            good_theta=good_theta,
            sums=sums,
            seconds=seconds,
            profile=profile,
            watcher=watch and watch.plan,
            watched=watch and watch.rows,
            scores=None if watch is None else watch.scores,
            threads=threads,
        )


def native_rows(
    module: Any, x: Inputs, network: Network, inputs: str, folded: bool, batch_rows: int = 1
) -> Any:
    """Return the rows as the kernels take them, compressed if `inputs` is "sparse"."""
    dtype = network.theta.dtype
    if isinstance(x, SparseRows):
        values = kernel_array(x.values, dtype)
        starts, columns = kernel_array(x.indptr, np.int64), kernel_array(x.indices, np.int32)
        rows = module.Rows.compressed(starts, columns, values, x.n_columns)
    elif isinstance(x, ByteRows):
        rows = module.Rows.bytes(x.values, kernel_array(x.table, dtype), x.chosen)
    else:
        rows = module.Rows.dense(kernel_array(x, dtype))
    if inputs == "sparse" and not isinstance(x, SparseRows):
        rows = rows.compress(available_threads(), batch_rows)
    if folded:
        mean, std = network.params[0]
        rows.fold(1 / std, mean / std)
    return rows


def encoded_rows(X: Any) -> ByteRows | None:
    """Return an array of finite numbers, many of them 0 and few different, as bytes; else None.

    One pass on all threads is both the check for NaN and the copy that the kernels would make.
    """
    module: Any = lowering.kernels().module
    if module is None or not isinstance(X, np.ndarray) or X.ndim != 2 or X.size < MANY_NUMBERS:
        return None
    x, flags = np.asarray(X), X.flags
    plain = flags.c_contiguous and flags.aligned and x.dtype in (np.float32, np.float64)
    if not plain or np.ma.is_masked(X) or x.shape[1] < WIDE or density(x) > SPARSE_BELOW:
        return None
    try:
        table = np.zeros(256, x.dtype)
        values = module.Rows.dense(x).encode(table, available_threads())
    except MemoryError:
        return None
    return None if values is None else ByteRows(values, table)


@final
class RowCache:
    """Calls `native_rows`, and returns the same object again for the same arguments.

    Rows are compared by identity, and the cache keeps a reference to them.
    """

    def __init__(self) -> None:
        self._kept: dict[Any, tuple[Inputs, Any]] = {}
        self._turn = Lock()

    def standardized(self, x: Inputs, network: Network) -> Inputs:
        """Return dense rows after the `Standardize` layer in front; other and large x unchanged.

        The kernels would round each number in the same way, so the results have the same bits.
        """
        if not isinstance(x, np.ndarray) or x.nbytes > MOST_STANDARDIZED:
            return x
        key = (id(x), b"".join(param.tobytes() for param in network.params[0]))
        with self._turn:
            if key not in self._kept:
                made = network.layers[0].forward(network.params[0], x)[0]
                self._kept[key] = (x, kernel_array(made, network.theta.dtype))
            return self._kept[key][1]

    def __call__(
        self,
        module: Any,
        x: Inputs,
        network: Network,
        inputs: str,
        folded: bool,
        batch_rows: int = 1,
    ) -> Any:
        """Return the cached result of `native_rows`."""
        fold = b"".join(p.tobytes() for p in network.params[0]) if folded else b""
        key = (id(x), network.theta.dtype, inputs, fold, batch_rows)
        with self._turn:
            if key not in self._kept:
                self._kept[key] = (x, native_rows(module, x, network, inputs, folded, batch_rows))
            return self._kept[key][1]


def possible_inputs(x: Inputs, network: Network, asked: str) -> list[str]:
    """Return the ways to read x that should be tried: "dense", "sparse" or both."""
    standardized = isinstance(network.layers[0], Standardize)
    first = network.layers[1] if standardized and len(network.layers) > 1 else network.layers[0]
    if not isinstance(first, Dense) or asked == "dense":
        return ["dense"]
    if asked == "sparse" or isinstance(x, SparseRows):
        return ["sparse"]
    if network.n_inputs < WIDE or density(x) > SPARSE_BELOW:
        return ["dense"]
    # Folding the standardization in changes last digits, so here no measured time may decide.
    return ["sparse"] if standardized else ["sparse", "dense"]


def density(x: Inputs, rows: int = 256) -> float:
    """Estimate the share of numbers that are not zero, from `rows` rows spread over x."""
    sample = x[np.linspace(0, len(x) - 1, min(rows, len(x))).astype(np.int64)]
    return float(np.count_nonzero(sample) / sample.size)
