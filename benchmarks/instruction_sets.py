"""The kernels of every instruction set that this processor has, beside each other.

    python -m benchmarks.instruction_sets

Each set trains and predicts the same in a process of its own, in turn. Before a time counts, the
set must learn what noron's reference engine learns.
"""

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks import kernels
from benchmarks.cases import Case
from benchmarks.claims import Claim
from benchmarks.figures import ratio
from benchmarks.peers import PEERS, REFERENCE
from benchmarks.protocol import AbsentError, FailedError, UnpublishableError, Worker
from benchmarks.race import time_case
from benchmarks.validate import HEAVY, validate

SHOW = 12
BARS = {"avx2": 0.45, "baseline": 0.2}
"""What part of the widest set's speed is asked for, from 512 bits to 256 and to 128."""
SLACK = 0.9
"""Below this part of a narrower set's speed it is no noise: the wider one has a fault."""
CASES = ("tutorial_sgd", "mlp_100_adam", "predict_10000", "large_sgd")
"""Of the kernels' cases."""


def cases(quick: bool) -> Iterator[Case]:
    """All of them; a quick run has fewer rows where a step takes long."""
    for case in kernels.CASES:
        if case.name in CASES:
            heavy = case.kind == "train" and case.weights * case.batch_size > HEAVY
            yield replace(case, rows=2 * case.batch_size) if quick and heavy else case


def measure(case: Case, workers: Mapping[str, Worker], rounds: int) -> dict[str, list[float]]:
    """Seconds of each set, in turn; FailedError if one of them does not learn what is right."""
    with tempfile.TemporaryDirectory(prefix="noron-benchmarks-") as folder:
        for name, verdict in validate(case, workers, Path(folder) / "trials").items():
            if not verdict.ok:
                raise FailedError(f"{case.title}: {name} failed validation: {verdict.reason}")
        sets = {name: worker for name, worker in workers.items() if name != REFERENCE}
        times = time_case(case, sets, Path(folder) / "timed", rounds, kernels.CALL_SECONDS)
    return {name: found.seconds for name, found in times.items()}


def claims_of(case: Case, seconds: dict[str, list[float]]) -> list[Claim]:
    """The speed of each narrower set as a part of the widest one's."""
    widest, *others = seconds
    claims = []
    for name in others:
        part = ratio(seconds[widest], seconds[name])
        bar = BARS.get(name) if widest == "avx512" else None
        claims.append(Claim(SHOW, case.title, f"speed of {name} / {widest}", part.median, part.low,
                            part.high, bar=bar))  # fmt: skip
    return claims


def refuse_disorder(case: Case, seconds: dict[str, list[float]]) -> None:
    """UnpublishableError where a wider set is slower than a narrower one."""
    for wider, narrower in itertools.pairwise(seconds):
        part = ratio(seconds[narrower], seconds[wider]).median
        if part < SLACK:
            raise UnpublishableError(
                f"{case.title}: {wider} has only {part:.2f} of the speed of {narrower}, which is "
                "narrower"
            )


def instruction_sets(quick: bool, rounds: int = 7) -> list[Claim]:
    """Every set on every case, the widest first.

    Raises UnpublishableError where a wider set is slower than a narrower one.
    """
    try:
        import noron_native as native
    except ImportError:
        raise AbsentError("the compiled kernels are not here") from None
    reference = next(spec for spec in PEERS if spec.name == REFERENCE)
    claims = []
    with ExitStack() as stack:
        workers = {REFERENCE: Worker(reference)}
        stack.callback(workers[REFERENCE].close)
        for name in native.instruction_sets():
            workers[name] = kernels.start(name, instruction_set=name)
            stack.callback(workers[name].close)
        for case in cases(quick):
            seconds = measure(case, workers, rounds)
            refuse_disorder(case, seconds)
            claims += claims_of(case, seconds)
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
