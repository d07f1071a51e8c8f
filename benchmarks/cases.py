"""What is measured: every case a row of data, with what the project asks of itself."""

from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Literal

TRAINERS = ("noron", "torch", "sklearn", "jax")
WITH_PRODUCTS = (*TRAINERS, "products")
PREDICTORS = ("noron", "torch", "sklearn")


@dataclass(frozen=True)
class Bar:
    """What a measured figure must reach, and what is aimed at.

    Against a peer it is peer's time / ours, at least; against "products" ours / theirs, at most;
    against "seconds" our own time for one unit, at most.
    """

    against: str
    bar: float
    aim: float | None = None

    @property
    def at_most(self) -> bool:
        """Whether smaller is better."""
        return self.against in ("products", "seconds")

    def met(self, value: float) -> bool:
        """Whether `value` reaches the bar."""
        return value <= self.bar if self.at_most else value >= self.bar


@dataclass(frozen=True)
class Case:
    """One network on one kind of rows.

    Attributes:
        show: the number of the claim that it measures.
        data: what the rows are: "mnist", "bytes", "noise", "xor", "iris" or "text", see `rows`.
        epochs: passes in one call of `fit`; more, up to `most_epochs`, where a call is too short
            for the clock.
        call_seconds: how long a timed call should last where `most_epochs` allows it.
        quick_rows: rows of the quick run; None leaves the case out of it.
        kind: whether training steps or predictions of all `rows` at once are timed.
        extra: peers beside those of `families` that only this case has.
        without: peers that it does not have, though their families take part.
        l2: strength of a penalty on the weights.
    """

    name: str
    show: int
    title: str
    data: str
    layers: tuple[int, ...]
    rows: int
    batch_size: int
    optimizer: str = "sgd"
    learning_rate: float = 0.1
    epochs: int = 1
    most_epochs: int = 1
    call_seconds: float = 1.0
    families: tuple[str, ...] = TRAINERS
    bars: tuple[Bar, ...] = ()
    quick_rows: int | None = None
    kind: Literal["train", "predict"] = "train"
    extra: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    l2: float = 0.0

    @property
    def binary(self) -> bool:
        """One output means a sigmoid and labels 0 and 1."""
        return self.layers[-1] == 1

    @property
    def steps(self) -> int:
        """Updates in an epoch, the last partial batch included."""
        return -(-self.rows // self.batch_size)

    @property
    def weights(self) -> int:
        """Numbers in all weight matrices."""
        return sum(a * b for a, b in pairwise(self.layers))

    def quick(self) -> "Case | None":
        """The same with fewer rows, or None where the quick run leaves it out.

        What takes long to compile is left out too, JAX's second thread among it.
        """
        if self.quick_rows is None:
            return None
        extra = tuple(name for name in self.extra if name != "torch-compile")
        return replace(self, rows=self.quick_rows, extra=extra, without=("jax-2",))


TUTORIAL = (784, 128, 64, 10)
LARGE = (784, 2500, 2000, 1500, 1000, 500, 10)
IRIS = (4, 16, 3)
FEWEST_STEPS = 40
"""Of a large network's epoch: what comes before the first step must not count as part of a few."""

MNIST = (
    Case(
        name="mnist_sgd",
        show=1,
        title="784-128-64-10, MNIST, batch 64, SGD",
        data="mnist",
        layers=TUTORIAL,
        rows=60_000,
        batch_size=64,
        epochs=5,
        families=WITH_PRODUCTS,
        bars=(
            Bar("torch", 7, 8),
            Bar("sklearn", 8, 10),
            Bar("jax", 3.5, 5),
            Bar("products", 0.42, 0.33),
        ),
        quick_rows=6_432,  # a hundred batches and a half
        extra=("noron-bare", "torch-compile"),
    ),
    Case(
        name="mnist_adam",
        show=2,
        title="784-128-64-10, MNIST, batch 64, Adam",
        data="mnist",
        layers=TUTORIAL,
        rows=60_000,
        batch_size=64,
        epochs=5,
        optimizer="adam",
        learning_rate=1e-3,
        bars=(Bar("torch", 8), Bar("sklearn", 9, 11)),
        quick_rows=6_432,
    ),
    Case(
        name="noise_sgd",
        show=3,
        title="784-128-64-10, dense noise, batch 64, SGD",
        data="noise",
        layers=TUTORIAL,
        rows=60_000,
        batch_size=64,
        epochs=5,
        learning_rate=0.01,
        families=WITH_PRODUCTS,
        bars=(Bar("torch", 2.5, 3.3), Bar("products", 1.15)),
        quick_rows=6_432,
    ),
)

TINY = (
    Case(
        name="xor",
        show=4,
        title="XOR 2-4-1, batch 4",
        data="xor",
        layers=(2, 4, 1),
        rows=4,
        batch_size=4,
        epochs=20,
        most_epochs=100_000,
        bars=(Bar("torch", 150, 400), Bar("sklearn", 100)),
        quick_rows=4,
    ),
    *(
        Case(
            name=f"iris_{batch}",
            show=4,
            title=f"iris-sized 4-16-3, batch {batch}",
            data="iris",
            layers=IRIS,
            rows=150,
            batch_size=batch,
            epochs=2,
            most_epochs=20_000,
            bars=(Bar("torch", 150, 400), Bar("sklearn", 100)),
            quick_rows=150 if batch == 4 else None,
        )
        for batch in (4, 8, 16, 32)
    ),
)

BIG = tuple(
    Case(
        name=f"large_{optimizer}",
        show=6,
        title=f"784-2500-2000-1500-1000-500-10, MNIST, batch 256, {label}",
        data="mnist",
        layers=LARGE,
        rows=FEWEST_STEPS * 256,
        batch_size=256,
        optimizer=optimizer,
        learning_rate=rate,
        families=("noron", "torch", "products"),
        bars=bars,
        quick_rows=256 if optimizer == "sgd" else None,
    )
    for optimizer, label, rate, bars in (
        ("sgd", "SGD", 0.05, (Bar("products", 0.85), Bar("torch", 1.45, 1.6))),
        ("adam", "Adam", 1e-4, (Bar("products", 1.15), Bar("torch", 1.35, 1.5))),
    )
)

TEXT = (
    Case(
        name="text_csr",
        show=7,
        title="50,000-64-20, 80 non-zeros a row, batch 256, SGD",
        data="text",
        layers=(50_000, 64, 20),
        rows=100_000,
        batch_size=256,
        families=("noron", "sklearn"),
        bars=(Bar("sklearn", 5),),
        quick_rows=2560,
    ),
)


def _prediction(name: str, title: str, data: str, rows: int, *bars: Bar) -> Case:
    layers = IRIS if data == "iris" else TUTORIAL
    return Case(
        name=name,
        show=8,
        title=title,
        data=data,
        layers=layers,
        rows=rows,
        batch_size=rows,
        optimizer="none",
        most_epochs=1_000_000,
        families=PREDICTORS,
        bars=bars,
        quick_rows=rows,
        kind="predict",
    )


PREDICTION = (
    _prediction(
        "predict_one",
        "one image, 784-128-64-10",
        "mnist",
        1,
        Bar("seconds", 15e-6, 8e-6),
        Bar("sklearn", 20),
        Bar("torch", 8),
    ),
    _prediction("predict_iris", "one row, iris-sized 4-16-3", "iris", 1, Bar("seconds", 3e-6)),
    _prediction(
        "predict_10000",
        "10,000 images, 784-128-64-10",
        "mnist",
        10_000,
        Bar("sklearn", 3.5, 4.5),
        Bar("torch", 3.2, 4.5),
    ),
)

GRID_BATCHES = (1, 16, 256, 1024)
GRID_WIDTHS = (16, 64, 256, 1024)
GRID_DEPTHS = (1, 2, 3)
GRID_QUICK = ((16, 16, 1), (16, 64, 2), (256, 256, 1))
STEP_WORK = 6e9
"""Floating-point operations of an epoch in the grid, about: a tenth of a second for most."""


def _shape(batch: int, width: int, hidden: int) -> Case:
    layers = (16 if width == 16 else 784, *(width,) * hidden, 10)
    case = Case(
        name=f"grid_{batch}_{width}x{hidden}",
        show=5,
        title=f"batch {batch}, {hidden} × {width}",
        data="noise",
        layers=layers,
        rows=batch,
        batch_size=batch,
        learning_rate=0.01,
        most_epochs=2000,
        call_seconds=0.2,
        bars=(Bar("torch", 1), Bar("sklearn", 1), Bar("jax", 1)),
        extra=("noron-1", "noron-2"),
    )
    steps = int(min(200, max(FEWEST_STEPS, STEP_WORK / (6 * case.weights * batch))))
    quick = batch * max(2, steps // 4) if (batch, width, hidden) in GRID_QUICK else None
    return replace(case, rows=batch * steps, quick_rows=quick)


GRID = tuple(_shape(*shape) for shape in product(GRID_BATCHES, GRID_WIDTHS, GRID_DEPTHS))

CASES = (*MNIST, *TINY, *BIG, *TEXT, *PREDICTION, *GRID)


def chosen(quick: bool, only: str | tuple[str, ...] | None) -> list[Case]:
    """The cases of a run; `only` is what their names begin with."""
    cases = [case for case in CASES if only is None or case.name.startswith(only)]
    return [small for case in cases if (small := case.quick())] if quick else cases
