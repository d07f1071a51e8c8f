"""The kernels of every instruction set that this processor has, beside each other.

    python -m benchmarks.instruction_sets

Each set trains and predicts the same in one process, in turn. Before a time counts, its result must
be that of the widest set within what the order of float32 sums may change.
"""

import argparse
import itertools
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.cases import LARGE, TUTORIAL
from benchmarks.claims import Claim
from benchmarks.figures import ratio
from benchmarks.protocol import AbsentError, FailedError, UnpublishableError
from noron.core.types import Array

SHOW = 12
BARS = {"avx2": 0.45, "baseline": 0.2}
"""What part of the widest set's speed is asked for, from 512 bits to 256 and to 128."""
SLACK = 0.9
"""Below this part of a narrower set's speed it is no noise: the wider one has a fault."""
ALIKE = 0.02
"""How far results may lie apart, of the largest number in them."""

Work = Callable[[], Array]


@dataclass(frozen=True)
class Job:
    """What every set does: `work` returns numbers that tell whether it was done right."""

    title: str
    work: Work


def train(layers: tuple[int, ...], rows: int, epochs: int, learning_rate: float) -> Work:
    """Passes of a network over so many digits, in batches of 64, by SGD."""
    from noron import NeuralNetwork
    from noron.data import load_mnist

    X, y, _, _ = load_mnist(compact=True)

    def work() -> Array:
        net = NeuralNetwork(list(layers), seed=0)
        history = net.train(X[:rows], y[:rows], epochs=epochs, learning_rate=learning_rate,
                            batch_size=64, progress=False)  # fmt: skip
        return np.array(history["loss"])

    return work


def fit_classifier(rows: int) -> Work:
    """Three passes of `MLPClassifier` with its defaults: Adam, batches of 200, an L2 penalty."""
    from noron.data import load_mnist
    from noron.estimators import MLPClassifier

    X, y, _, _ = load_mnist()

    def work() -> Array:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # three passes are meant to be few
            model = MLPClassifier(max_iter=3, random_state=0).fit(X[:rows], y[:rows])
        return np.array(model.loss_curve_)

    return work


def predict_digits(rows: int) -> Work:
    """Probabilities of many images, ten times."""
    from noron import NeuralNetwork
    from noron.data import load_mnist

    X, y, _, _ = load_mnist()
    net = NeuralNetwork(list(TUTORIAL), seed=0)
    net.train(X[:1000], y[:1000], epochs=1, progress=False)

    def work() -> Array:
        for _ in range(10):
            found = net.predict_proba(X[:rows])
        return np.asarray(found)

    return work


def jobs(quick: bool) -> list[Job]:
    """All of them; a quick run has fewer rows."""
    return [
        Job("784-128-64-10, MNIST", train(TUTORIAL, 5_000 if quick else 20_000, 3, 0.1)),
        Job("MLPClassifier, MNIST", fit_classifier(5_000 if quick else 20_000)),
        Job("predictions of images", predict_digits(2_000 if quick else 10_000)),
        Job("12 million weights", train(LARGE, 128 if quick else 512, 1, 0.01)),
    ]


def measure(
    job: Job, sets: list[str], use: Callable[[str], Any], rounds: int
) -> dict[str, list[float]]:
    """Seconds of each set, in turn; FailedError if one of them does not do what the first does."""
    seconds: dict[str, list[float]] = {name: [] for name in sets}
    results = {}
    for name in sets:  # this warms everything up as well
        use(name)
        results[name] = job.work()
        far = np.abs(results[name] - results[sets[0]]).max()
        if not far <= ALIKE * np.abs(results[sets[0]]).max():
            raise FailedError(f"{job.title}: {name} is {far:.3g} away from {sets[0]}")
    for _ in range(rounds):
        for name in sets:
            use(name)
            start = time.perf_counter()
            job.work()
            seconds[name].append(time.perf_counter() - start)
    return seconds


def claims_of(job: Job, seconds: dict[str, list[float]]) -> list[Claim]:
    """The speed of each narrower set as a part of the widest one's."""
    widest, *others = seconds
    claims = []
    for name in others:
        part = ratio(seconds[widest], seconds[name])
        bar = BARS.get(name) if widest == "avx512" else None
        claims.append(Claim(SHOW, job.title, f"speed of {name} / {widest}", part.median, part.low,
                            part.high, bar=bar))  # fmt: skip
    return claims


def refuse_disorder(job: Job, seconds: dict[str, list[float]]) -> None:
    """UnpublishableError where a wider set is slower than a narrower one."""
    for wider, narrower in itertools.pairwise(seconds):
        part = ratio(seconds[narrower], seconds[wider]).median
        if part < SLACK:
            raise UnpublishableError(
                f"{job.title}: {wider} has only {part:.2f} of the speed of {narrower}, which is "
                "narrower"
            )


def instruction_sets(quick: bool, rounds: int = 7) -> list[Claim]:
    """Every set on every job, the widest first.

    Raises UnpublishableError where a wider set is slower than a narrower one.
    """
    try:
        import noron_native as native
    except ImportError:
        raise AbsentError("the compiled kernels are not here") from None
    sets, before = native.instruction_sets(), native.instruction_set()
    claims = []
    try:
        for job in jobs(quick):
            seconds = measure(job, sets, native.use_instruction_set, rounds)
            refuse_disorder(job, seconds)
            claims += claims_of(job, seconds)
    finally:
        native.use_instruction_set(before)
    return claims


def main() -> int:
    """Print the table."""
    from benchmarks import report

    words = argparse.ArgumentParser(prog="benchmarks.instruction_sets", description=__doc__)
    words.add_argument("--quick", action="store_true", help="fewer rows")
    words.add_argument("--rounds", type=int, default=7, help="repeats of each (7)")
    given = words.parse_args()
    try:
        found = instruction_sets(given.quick, given.rounds)
    except (AbsentError, FailedError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    print(report.claims_table([claim.to_dict() for claim in found]))
    return 0 if all(claim.met is not False for claim in found) else 1


if __name__ == "__main__":
    sys.exit(main())
