"""What is no race of steps: memory, two fits at once, from nothing to 97 %, instruction sets."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import race_to
from benchmarks.cases import MNIST, TEXT, Case
from benchmarks.claims import Claim
from benchmarks.figures import Figure, ratio
from benchmarks.instruction_sets import instruction_sets
from benchmarks.peers import OURS, PEERS
from benchmarks.protocol import AbsentError, FailedError, Worker
from benchmarks.quiet import Cores
from benchmarks.validate import make_job

MEGA = 1e6
SIDE_BY_SIDE = 1.05
"""Two fits at once may take this much of the time of one on one core."""
EPOCHS = 5
"""Of such a fit: long enough that one beside it is noticed."""
SPEC = {spec.name: spec for spec in PEERS}


def own_worker(case: Case, folder: Path, **variables: str) -> Worker:
    """A new process of our best engine, with the case loaded; AbsentError where none takes it."""
    job = make_job(case, case.rows, "float32", 0.0, np.arange(case.rows))
    job.save(folder)
    reasons = []
    for name in OURS:
        spec = SPEC[name]
        worker = Worker(replace(spec, environment=spec.environment | variables))
        try:
            worker.ask("load", folder=str(folder))
            worker.ask("time", epochs=1, kind="train")
            return worker
        except AbsentError as error:
            reasons.append(str(error))
            worker.close()
    raise AbsentError("; ".join(reasons))


def memory_of_text(quick: bool) -> list[Claim]:
    """Show 7: what a fit takes beyond the sparse rows and the libraries, first fit of a process."""
    case = TEXT[0].quick() if quick else TEXT[0]
    assert case is not None
    claims = []
    with tempfile.TemporaryDirectory() as folder:
        own = own_worker(case, Path(folder))
        own.close()
        for name in (own.spec.name, "sklearn-1"):
            try:
                worker = Worker(SPEC[name])
            except AbsentError:
                continue
            worker.ask("load", folder=folder)
            beyond = worker.ask("memory", epochs=1)["beyond"] / MEGA
            worker.close()
            bar = 300 if name in OURS else None
            what = f"{name}: peak beyond the input"
            title = f"{case.rows:,} × 50,000, sparse"
            claims.append(Claim(7, title, what, beyond, beyond, beyond, "MB", bar, at_most=True))
    return claims


TRAIN = """
import sys
from benchmarks.memory import peak_bytes
if sys.argv[1:]:
    from noron.cli import main
    code = main(sys.argv[1:])
    assert code == 0, code
else:
    import numpy
print("PEAK", peak_bytes())
"""


def memory_of_command(quick: bool) -> list[Claim]:
    """Show 10: the peak of `noron train` on MNIST beyond a Python that has imported NumPy."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("train", "--epochs", "1" if quick else "2", "--out", str(Path(folder) / "run"))
        bare, train = _peak(), _peak(*words)
    beyond = (train - bare) / MEGA
    what = "peak beyond Python with NumPy"
    return [Claim(10, "noron train, MNIST", what, beyond, beyond, beyond, "MB", 150, at_most=True)]


def _peak(*words: str) -> int:
    run = subprocess.run([sys.executable, "-c", TRAIN, *words], capture_output=True, text=True)
    if run.returncode:
        raise FailedError(f"noron {' '.join(words)}: {run.stderr.strip()[-200:]}")
    return int(run.stdout.rpartition("PEAK")[2])


def side_by_side(quick: bool) -> list[Claim]:
    """Show 5: two fits at once, as threads and as processes, against one fit on one core."""
    case = MNIST[0].quick() if quick else MNIST[0]
    assert case is not None
    rounds = 7
    on_one_core: list[float] = []
    threads: list[float] = []
    processes: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        one, two = (own_worker(case, Path(folder)) for _ in range(2))
        single = own_worker(case, Path(folder), NORON_THREADS="1")
        train = {"epochs": EPOCHS, "kind": "train"}

        def both() -> float:
            one.send("time", **train)
            two.send("time", **train)
            return max(one.answer()["seconds"], two.answer()["seconds"])

        with Cores() as cores:
            for _ in range(rounds):
                alone = cores.undisturbed(partial(single.ask, "time", **train))
                on_one_core.append(alone["seconds"])
                threads.append(
                    cores.undisturbed(partial(one.ask, "pair", epochs=EPOCHS))["seconds"]
                )
                processes.append(cores.undisturbed(both))
        for worker in (one, two, single):
            worker.close()
    kinds = (("two threads of one process", threads), ("two processes", processes))
    return [
        _side(case, f"{what}: at once / a fit on one core", ratio(both, on_one_core))
        for what, both in kinds
    ]


def _side(case: Case, what: str, f: Figure) -> Claim:
    title = f"two fits, {case.title}"
    return Claim(5, title, what, f.median, f.low, f.high, bar=SIDE_BY_SIDE, at_most=True)


def to_97(quick: bool) -> list[Claim]:
    """Show 9: a whole run against `import torch` alone."""
    found = race_to.race(rounds=7 if quick else race_to.SEEDS)
    ours, theirs = Figure.of(found["noron"]), found["import torch"]
    mean = 100 * sum(found["accuracies"]) / len(found["accuracies"])
    title = f"from the start of Python, {len(found['noron'])} seeds"
    accuracy = Claim(9, title, "test accuracy, mean", mean, min(found["accuracies"]) * 100,
                     max(found["accuracies"]) * 100, "%", 97)  # fmt: skip
    seconds = Claim(9, title, "noron, everything", ours.median, ours.low, ours.high, "s")
    if not theirs:
        return [accuracy, seconds]
    f, r = Figure.of(theirs), ratio(theirs, found["noron"])
    imported = Claim(9, title, "import torch, nothing else", f.median, f.low, f.high, "s")
    quotient = Claim(9, title, "import torch / noron", r.median, r.low, r.high, bar=1)
    return [accuracy, seconds, imported, quotient]


EXPERIMENTS: dict[str, Callable[[bool], list[Claim]]] = {
    "side_by_side": side_by_side,
    "memory_text": memory_of_text,
    "memory_train": memory_of_command,
    "race_to_97": to_97,
    "instruction_sets": instruction_sets,
}
