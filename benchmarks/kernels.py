"""Two builds of the compiled kernels beside each other, bit by bit and in turn.

    pip install --no-deps --target build/new ./native
    python -m benchmarks.kernels build/old build/new --threads 1,2

Each build runs in processes of its own, one for each number of threads. First all of them take the
same steps from the same weights; where weights or predictions are not equal to the last bit, or
only losses, the table says so, and the first place is named. A build whose interface differs needs
its own noron: name its folder too, as in PYTHONPATH (`build/old:../old/src`).
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks import report
from benchmarks.cases import FEWEST_STEPS, IRIS, LARGE, TUTORIAL, Case
from benchmarks.figures import Figure, ratio
from benchmarks.peers import PeerSpec
from benchmarks.protocol import ROOT, AbsentError, FailedError, Worker
from benchmarks.quiet import disturbance_now
from benchmarks.race import time_case
from benchmarks.validate import HEAVY, Answer, Trial, answer, make_job
from noron.core.types import Array

BATCHES = FEWEST_STEPS + 0.5
"""Of an epoch, at least, so that the start of a call does not count."""
CALL_SECONDS = 0.2
LOSS = "loss of epoch"
WIDTHS = (17, 7, 6, 8, 18, 8, 18, 9, 14)
HEADER = [
    "case",
    "threads",
    "bits",
    "old",
    "quartiles",
    "new",
    "quartiles",
    "old / new",
    "quartiles",
]


def step(
    name: str, layers: tuple[int, ...], batch: int, optimizer: str = "sgd", data: str = "noise",
    l2: float = 0.0, batches: float = BATCHES,
) -> Case:  # fmt: skip
    """A case of training: the name begins with its group, by which cases are chosen."""
    shape = "-".join(map(str, layers))
    title = f"{shape}, {data}, batch {batch}, {optimizer}{', L2' if l2 else ''}"
    rate = 0.01 if optimizer == "sgd" else 1e-3
    return Case(name, 0, title, data, layers, int(batches * batch), batch, optimizer, rate,
                most_epochs=100_000, l2=l2)  # fmt: skip


def prediction(rows: int) -> Case:
    """A case of predictions of so many images at once."""
    return Case(f"predict_{rows}", 0, f"{rows:,} predictions, 784-128-64-10", "mnist", TUTORIAL,
                rows, rows, "none", most_epochs=1_000_000, kind="predict")  # fmt: skip


CASES = (
    step("tutorial_sgd", TUTORIAL, 64, data="bytes", batches=400.5),
    step("tutorial_adam", TUTORIAL, 64, "adam", "bytes", batches=400.5),
    step("tutorial_floats", TUTORIAL, 64, data="mnist", batches=400.5),
    step("tutorial_noise", TUTORIAL, 64, batches=100.5),
    *(
        step(f"mlp_{width}_{optimizer}", (784, width, width, 10), 200, optimizer, "mnist", 1e-4)
        for width in (96, 100, 112, 128)
        for optimizer in ("adam", "momentum")
    ),
    *(
        step(f"plain_{width}_{batch}", (784, width, width, 10), batch, "sgd", "mnist")
        for width in (96, 100, 112, 128)
        for batch in (64, 200)
    ),
    *(
        step(f"odd_{width}_{batch}", (784, width, 10), batch, "sgd", "mnist", batches=100.5)
        for width in (10, 30, 50, 200, 300, 500)
        for batch in (64, 200)
    ),
    step("odd_300x100", (784, 300, 100, 10), 64, "adam", "mnist", batches=100.5),
    step("large_sgd", LARGE, 256, "sgd", "mnist"),
    step("large_adam", LARGE, 256, "adam", "mnist"),
    step("wide_256_sgd", (784, 1024, 1024, 1024, 10), 256),
    step("wide_256_adam", (784, 1024, 1024, 1024, 10), 256, "adam"),
    step("wide_1024_sgd", (784, 1024, 1024, 1024, 10), 1024),
    *(step(f"batch1_{width}", (784, width, 10), 1, batches=400) for width in (64, 256, 1024)),
    *(step(f"batch16_{width}", (784, width, 10), 16, batches=200.5) for width in (64, 256)),
    step("batch16_3x64", (784, 64, 64, 64, 10), 16, batches=200.5),
    step("batch256_64", (784, 64, 10), 256),
    step("batch1024_64", (784, 64, 10), 1024),
    step("small_xor", (2, 4, 1), 4, data="xor"),
    step("small_iris_4", IRIS, 4, data="iris"),
    step("small_iris_32", IRIS, 32, data="iris"),
    step("small_iris_mlp", (4, 100, 3), 120, "adam", "iris", 1e-4),
    step("small_digits", (64, 64, 10), 64),
    step("small_digits_mlp", (64, 100, 10), 200, "adam", l2=1e-4),
    *(prediction(rows) for rows in (1, 600, 2000, 10_000)),
)


def trials(case: Case) -> Iterator[Trial]:
    """Fewer and more steps than the eight from which threads keep weights apart."""
    heavy = case.weights * case.batch_size > HEAVY
    few, more, epochs = int(2.5 * case.batch_size), int(9.5 * case.batch_size), 1 if heavy else 2
    runs = [(case.rows, 1)] if case.kind == "predict" else [(few, 1), (more, epochs)]
    for dtype in ("float32",) if heavy else ("float32", "float64"):
        yield from (Trial("bits", rows, epochs, case.l2, dtype) for rows, epochs in runs)


def differences(case: Case, workers: Mapping[str, Worker], folder: Path) -> dict[str, list[str]]:
    """For each worker that differs from the first one in any bit, where it does in each trial."""
    found: dict[str, list[str]] = {}
    for i, trial in enumerate(trials(case)):
        place = folder / f"trial-{i}"
        make_job(case, trial.rows, trial.dtype, trial.l2, np.arange(trial.rows)).save(place)
        first, *others = workers
        right = answer(workers[first], case, trial, place)
        for name in others:
            where = difference(answer(workers[name], case, trial, place), right, case.layers)
            if where:
                found.setdefault(name, []).append(f"{trial.dtype}, {trial.rows} rows: {where}")
    return found


def difference(given: Answer, right: Answer, layers: tuple[int, ...]) -> str:
    """Where and how far weights differ first, or only losses; nothing if no bit does."""
    for one, other in ((given.theta, right.theta), (given.losses, right.losses)):
        if one.shape != other.shape:
            return f"the shape is {one.shape} instead of {other.shape}"
        apart = np.flatnonzero(one.ravel().view(np.int64) != other.ravel().view(np.int64))
        if len(apart):
            at = int(apart[0])
            place = place_of(at, one, layers) if one is given.theta else f"{LOSS} {at + 1}"
            return (
                f"{place} is {one.flat[at]!s} instead of {other.flat[at]!s}; {len(apart):,} of "
                f"{one.size:,} such numbers differ, by {np.abs(one - other).max():.1e} at most"
            )
    return ""


def place_of(at: int, theta: Array, layers: tuple[int, ...]) -> str:
    """The name of one of the weights and biases, or of the predictions, which are a matrix.

    >>> place_of(5, np.zeros(11), (2, 3, 1)), place_of(7, np.zeros(13), (2, 3, 1))
    ('W[1, 2] of layer 1', 'b[1] of layer 1')
    """
    if theta.ndim == 2:
        return "prediction [{}, {}]".format(*np.unravel_index(at, theta.shape))
    for i, (m, n) in enumerate(pairwise(layers), 1):
        if at < m * n:
            return f"W[{at // n}, {at % n}] of layer {i}"
        at -= m * n
        if at < n:
            return f"b[{at}] of layer {i}"
        at -= n
    raise AssertionError


def start(name: str, threads: str = "", instruction_set: str = "", build: str = "") -> Worker:
    """A process of the kernels with that build; FailedError if they come from elsewhere."""
    path = [build, str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    more = {"PYTHONPATH": os.pathsep.join(filter(None, path)), "NORON_ENGINE": "native"}
    more |= {"NORON_THREADS": threads, "BENCHMARK_INSTRUCTION_SET": instruction_set}
    worker = Worker(PeerSpec(name, "noron", "benchmarks.peers.kernels", more))
    where = Path(worker.about["versions"]["noron_native"]).resolve()
    folders = [Path(each).resolve() for each in build.split(os.pathsep) if each]
    if folders and not any(where.is_relative_to(folder) for folder in folders):
        worker.close()
        raise FailedError(f"there is no package noron_native in {build}")
    return worker


def compare(case: Case, workers: Mapping[str, Worker], rounds: int) -> Iterator[list[str]]:
    """A line of the table for each number of threads, then where bits differ."""
    with tempfile.TemporaryDirectory(prefix="noron-kernels-") as folder:
        found = differences(case, workers, Path(folder))
        times = {}
        if rounds:
            times = time_case(case, workers, Path(folder) / "timed", rounds, CALL_SECONDS)
    for name in workers:
        label, threads = name.split()
        if label == "new":
            losses = all(f": {LOSS}" in where for where in found.get(name, []))
            bits = "=" if name not in found else "losses" if losses else "differ"
            old, new = (times[n].seconds if times else [] for n in (f"old {threads}", name))
            yield [case.name, threads, bits, *(figures(old, new) if times else ())]
    for name, places in found.items():
        yield from ([f"  {name.replace(' ', ' build, threads ')}: {where}"] for where in places)


def figures(old: Sequence[float], new: Sequence[float]) -> Iterator[str]:
    """The medians and their ratio, each with its quartiles."""
    for figure, text in (
        (Figure.of(old), report.duration),
        (Figure.of(new), report.duration),
        (ratio(old, new), report.three),
    ):
        yield text(figure.median)
        yield f"{text(figure.low)} to {text(figure.high)}"


def parser() -> argparse.ArgumentParser:
    """The words."""
    words = argparse.ArgumentParser(
        prog="benchmarks.kernels", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{case.name:17}  {case.title}" for case in CASES),
    )  # fmt: skip
    words.add_argument("old", metavar="OLD_FOLDER", help="it holds the package noron_native")
    words.add_argument("new", metavar="NEW_FOLDER", help="what is compared with it")
    words.add_argument("--cases", nargs="+", metavar="NAME", help="cases whose names begin so")
    words.add_argument("--threads", default="1,2", help="numbers of threads (1,2)")
    words.add_argument(
        "--rounds", type=int, default=7, help="repeats of each (7); 0: only the bits"
    )
    words.add_argument("--instruction-set", default="", metavar="NAME", help="avx512, avx2 or "
                       "baseline (the best that this processor has)")  # fmt: skip
    return words


def main(words: list[str] | None = None) -> int:
    """0; 1 where bits differ or a build cannot be used; 2 for wrong words."""
    given = parser().parse_args(words)
    cases = [c for c in CASES if given.cases is None or c.name.startswith(tuple(given.cases))]
    if not cases:
        parser().error(f"no case begins with {' or '.join(given.cases)}")
    if given.rounds and (disturbed := disturbance_now()):
        print(
            f"benchmarks: this machine is not quiet: {disturbed}; the bits count, the times do not",
            file=sys.stderr,
        )
    same = True
    try:
        with ExitStack() as stack:
            workers = {}
            for threads in given.threads.split(","):
                for label in ("old", "new"):
                    name, build = f"{label} {threads}", getattr(given, label)
                    workers[name] = start(name, threads, given.instruction_set, build)
                    stack.callback(workers[name].close)
            print_lines([HEADER])
            for case in cases:
                lines = list(compare(case, workers, given.rounds))
                same = same and all(line[2:3] == ["="] for line in lines)
                print_lines(lines)
    except (AbsentError, FailedError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0 if same else 1


def print_lines(lines: list[list[str]]) -> None:
    """Each cell in its column; the columns are as wide in every case."""
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, WIDTHS, strict=False))
        print("  ".join(cells).rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
