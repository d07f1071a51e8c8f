"""A session: the workers, the cases one after another, and what was found."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import claims, machine, report
from benchmarks.cases import Case
from benchmarks.experiments import EXPERIMENTS
from benchmarks.peers import PEERS, REFERENCE, PeerSpec
from benchmarks.protocol import AbsentError, FailedError, UnpublishableError, Worker
from benchmarks.quiet import disturbance_now
from benchmarks.race import Times, time_case
from benchmarks.validate import PruningCallback, validate

FEWEST_ROUNDS = 7


class Session:
    """Workers are started when a case first wants them, and stay for the next one."""

    def __init__(
        self,
        folder: Path,
        rounds: int = FEWEST_ROUNDS,
        target: float = 0.2,
        only_peers: Iterable[str] | None = None,
        peers: Iterable[PeerSpec] = PEERS,
    ) -> None:
        self.folder = folder
        self.rounds = rounds
        self.target = target
        self.peers = [
            spec for spec in peers if not only_peers or spec.name in {*only_peers, REFERENCE}
        ]
        self.workers: dict[str, Worker] = {}
        self.absent: dict[str, str] = {}
        self.failures: list[str] = []
        self.unpublishable: list[str] = []
        self.found: list[dict[str, Any]] = []
        self.claims: list[claims.Claim] = []

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in self.workers.values():
            worker.close()

    def case(self, case: Case) -> None:
        """Validate everybody, time those that passed, print and keep it."""
        print(f"\n{case.title} ...", flush=True)
        workers = self._workers_for(case)
        if REFERENCE not in workers:
            self.failures.append(f"{case.name}: there is no reference to judge by")
            return
        try:
            verdicts = self._judged(case, workers)
            passed = {n: w for n, w in workers.items() if n not in verdicts or verdicts[n].ok}
            if case.data == "text":  # the reference judges on few rows; so many it cannot hold
                passed.pop(REFERENCE, None)
            target = min(self.target, case.call_seconds)
            times = time_case(case, passed, self._place("timed"), self.rounds, target)
        except (AbsentError, FailedError) as error:
            self.failures.append(f"{case.name}: {error}")
            return
        self._keep(case, verdicts, times)

    def experiment(self, name: str, quick: bool) -> None:
        """One of those that are no race."""
        print(f"\n{name} ...", flush=True)
        try:
            found = EXPERIMENTS[name](quick)
        except AbsentError as error:
            print(f"{name}: left out, {error}")
            return
        except FailedError as error:
            self.failures.append(f"{name}: {error}")
            if isinstance(error, UnpublishableError):
                self.unpublishable.append(self.failures[-1])
            return
        self.claims += found
        print(report.claims_table([claim.to_dict() for claim in found]))

    def listen(self, name: str) -> None:
        """Publish nothing if something else ran on this machine at the end of that case."""
        if not self.unpublishable and (found := disturbance_now(own_load=True)):
            self.unpublishable.append(f"the machine was not quiet at the end of {name}: {found}")

    def results(self) -> dict[str, Any]:
        """Everything, as plain data."""
        grid = claims.of_grid(self.found)
        others = [claim for result in self.found for claim in result["claims"]]
        abouts = {name: worker.about for name, worker in self.workers.items()}
        return {
            "machine": machine.describe(),
            "peers": abouts,
            "rounds": self.rounds,
            "absent": self.absent,
            "failures": self.failures,
            "unpublishable": self.unpublishable,
            "cases": self.found,
            "claims": others + [claim.to_dict() for claim in (*grid, *self.claims)],
        }

    def _workers_for(self, case: Case) -> dict[str, Worker]:
        wanted = [
            spec
            for spec in self.peers
            if spec.name == REFERENCE
            or (
                spec.family in case.families and not spec.optional and spec.name not in case.without
            )
            or spec.name in case.extra
        ]
        for spec in wanted:
            if spec.name not in self.workers and spec.name not in self.absent:
                try:
                    self.workers[spec.name] = Worker(spec)
                except (AbsentError, FailedError) as error:
                    self.absent[spec.name] = str(error)
        return {s.name: self.workers[s.name] for s in wanted if s.name in self.workers}

    def _judged(self, case: Case, workers: Mapping[str, Worker]) -> dict[str, PruningCallback]:
        place = self._place("validated")
        verdicts = validate(case, workers, place)
        shutil.rmtree(place, ignore_errors=True)
        for name, verdict in verdicts.items():
            if verdict.absent:
                self.absent.setdefault(name, f"{case.name}: {verdict.reason}")
            elif not verdict.ok:
                self.failures.append(f"{case.name}: {name} failed validation: {verdict.reason}")
        return verdicts

    def _keep(
        self, case: Case, verdicts: Mapping[str, PruningCallback], times: Mapping[str, Times]
    ) -> None:
        found = claims.of_case(case, times)
        figures = {name: asdict(t) | asdict(t.figure) for name, t in times.items()}
        result = {
            "name": case.name,
            "show": case.show,
            "title": case.title,
            "layers": case.layers,
            "batch_size": case.batch_size,
            "rows": case.rows,
            "steps": case.steps if case.kind == "train" else 1,
            "kind": case.kind,
            "ours": claims.ours(times),
            "validation": {name: asdict(verdict) for name, verdict in verdicts.items()},
            "times": figures,
            "claims": [claim.to_dict() for claim in found],
        }
        self.found.append(result)
        print(report.case_table(result), flush=True)

    def _place(self, name: str) -> Path:
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place
