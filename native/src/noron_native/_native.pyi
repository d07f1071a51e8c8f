"""What python/module.cpp offers. Arrays lie in memory without gaps, rows first; else ValueError."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

def instruction_set() -> str:
    """The one in use: at first the best that this processor has."""

def instruction_sets() -> list[str]:
    """Those that this processor has, the best one first."""

def use_instruction_set(name: str, /) -> None:
    """Use another one from now on."""

def has_bfloat16() -> bool:
    """Whether it has products of bfloat16."""

def permutation(random: object, out: NDArray[Any], /) -> None:
    """Shuffle 0, 1, ... into `out` as NumPy does with the bit generator of this capsule.

    The capsule does not keep its generator alive: the caller does.
    """

def deform(
    x: Rows,
    *,
    index: NDArray[Any],
    affine: NDArray[Any],
    noise: NDArray[Any] | None,
    down: NDArray[Any],
    across: NDArray[Any],
    strength: float,
    out: NDArray[Any],
) -> None:
    """Write the rows `index`, images of height x width, to `out`, deformed, in this thread.

    The arrays are those of `noron.data.augmentation.Deformation`, `affine` in the type of x.
    """

def run_several(plans: Sequence[Plan], x: Rows, runs: Sequence[Run], /) -> list[Result]:
    """What `Plan.run` does, of several plans on the same rows in the same order, in one thread.

    The runs name the same arrays of targets and of the order. One that diverges ends; the others
    go on.
    """

class Rows:
    """The rows of a data set; what they are made from is kept alive, and not copied unless said."""

    @staticmethod
    def dense(x: NDArray[Any], /) -> Rows:
        """(n, columns) of float32 or float64."""

    @staticmethod
    def bytes(x: NDArray[Any], table: NDArray[Any], chosen: NDArray[Any] | None) -> Rows:
        """(n, columns) of uint8 that stand for 256 numbers; `chosen`: only these rows."""

    @staticmethod
    def compressed(
        starts: NDArray[Any], columns: NDArray[Any], values: NDArray[Any], n_columns: int, /
    ) -> Rows:
        """Compressed rows (int64, int32, numbers), copied, columns in ascending order."""

    def compress(self, threads: int = 1, batch_rows: int = 64) -> Rows:
        """The same rows with their zeros left out; or, for batches of many rows in which many are
        not zero, to be skipped."""

    def encode(self, table: NDArray[Any], threads: int, /) -> NDArray[Any] | None:
        """Return dense numbers as bytes, and write the 256 numbers that these stand for to `table`;
        None unless many are not zero, few different, and all finite."""

    def fold(self, scale: NDArray[Any], shift: NDArray[Any], /) -> None:
        """Let every number be multiplied by scale and shift be taken off, column by column."""

    @property
    def form(self) -> str:
        """One of "dense", "bytes", "bytes without zeros", "compressed"."""

    @property
    def n_entries(self) -> int:
        """How many numbers compressed rows hold; -1 for others."""

ACTIVATIONS: dict[str, str]
"""Those that have a kernel, each with the name of its one number, or ""."""

LOSSES: dict[str, str]
"""Likewise the losses."""

FEWEST_ROUNDED: int
"""The inputs and units that a dense layer has at least whose products may be of bfloat16."""

class Layer:
    """A layer: its widths, where its numbers begin in theta or buffers (-1: it has none).

    Kinds are dense, activation, softmax, dropout, batch_norm, layer_norm, standardize,
    residual_begin, residual_end and embedding.
    """

    kind: str
    activation: str
    n_in: int
    n_out: int
    weight: int
    bias: int
    mean: int
    var: int
    setting: float
    momentum: float
    partner: int
    """The place of the other end of a residual block."""
    tables: list[Table]
    """Of an embedding, for each of the last inputs: where its table begins, its size and width."""
    relu: bool
    """Whether a dense layer's output goes through the ReLU behind it at once."""

    def __init__(self, kind: str, n_in: int, n_out: int, /) -> None: ...

class Table:
    """A table of an embedding: `size` vectors of `width` numbers, from theta[weight] on."""

    def __init__(self, *, weight: int, size: int, width: int) -> None: ...

class Segment:
    """The numbers of theta from `start` to before `stop`."""

    def __init__(self, start: int, stop: int) -> None: ...

class Run:
    """The settings of epochs of steps.

    With a `watcher`, a plan of the same network for predictions, the scores of the rows `watched`
    after each epoch are left in `scores`, (n_epochs, rows, n_outputs).
    """

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
        watcher: Plan | None = None,
        watched: Rows | None = None,
        scores: NDArray[Any] | None = None,
        threads: int,
    ) -> None: ...

class Result:
    """How a run ended: done, stopped, look_diverged or step_diverged; and after how many steps."""

    @property
    def outcome(self) -> str: ...
    @property
    def steps(self) -> int: ...

class Plan:
    """A network made ready: its layers bound to theta and to workspaces."""

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
    ) -> None: ...
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
        """Take such steps: keep (the gradient only), sgd, momentum, nesterov, adam, adamw."""

    def run(self, x: Rows, run: Run, /) -> Result:
        """Epochs of steps on these rows."""

    @property
    def broke_off(self) -> bool:
        """Whether the last run was stopped in the middle of an update."""

    @property
    def is_short_of_memory(self) -> bool:
        """Whether there was no memory for panels of the weights in the last run: it took longer."""

    @property
    def waited(self) -> float:
        """The seconds of the last run that a thread, on average, waited for one without a core."""

    def predict(
        self, x: Rows, start: int, stop: int, out: NDArray[Any], link: bool, threads: int, /
    ) -> bool:
        """The scores of rows, or what the link makes of them, into `out`."""

    def predict_array(self, x: object, out: object, threads: int, /) -> bool:
        """The same of an array as it is; False if that array needs a closer look first."""
