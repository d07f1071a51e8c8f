"""A Dask cluster on loopback for tests: each process is ended by its own number."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import noron
from noron.engines.native.lowering import kernels
from noron.experiments.pruning_hook import PruningHook

ROOT = Path(__file__).resolve().parents[2]
SOURCE = str(Path(noron.__file__).parents[1])
ON_LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")


FEW = 32 if kernels().module is None else 1
"""Rows in a step of trials that have to last a while: as long with the kernels as without."""


class Against(PruningHook):
    """Gives up on everything after two epochs; a worker can import it."""

    epochs = (2,)

    def should_continue(self, row):
        return False


class Deadly(PruningHook):
    """Ends the whole process."""

    epochs = (1,)

    def should_continue(self, row):
        os.kill(os.getpid(), signal.SIGKILL)
        return True


def environment(**more: str) -> dict[str, str]:
    """For processes that import noron, and what tests define."""
    return os.environ | {"PYTHONPATH": f"{SOURCE}{os.pathsep}{ROOT / 'tests'}"} | more


def until(done: Callable[[], Any], seconds: float = 60) -> Any:
    """What `done` gives as soon as that is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = done()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing within {seconds} s")


class Cluster:
    """A scheduler, and workers that come and go."""

    def __init__(self, folder: Path, *options: str, protocol: str = "tcp") -> None:
        self.folder, self.options, self.protocol = folder, options, protocol
        self.processes: list[subprocess.Popen[str]] = []
        self.workers: list[subprocess.Popen[str]] = []
        self.begin()

    def begin(self, port: int = 0) -> None:
        """A scheduler."""
        log = self.folder / f"scheduler-{len(self.processes)}.log"
        words = ("--port", str(port), "--protocol", self.protocol)
        self.scheduler = self._started(log, "scheduler", *words)
        self.address = until(lambda: self._report(log))

    def worker(self, *options: str) -> subprocess.Popen[str]:
        """One more worker, with one thread unless `options` say another number."""
        log = self.folder / f"worker-{len(self.processes)}.log"
        words = ("--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder))
        process = self._started(log, "worker", self.address, *words, *options)
        self.workers.append(process)
        return process

    def beside(self, process: Any) -> Any:
        """A process that is to be ended with the cluster."""
        self.processes.append(process)
        return process

    def end(self) -> None:
        """All that was started."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()

    def _started(self, log: Path, *words: str) -> Any:
        with log.open("w", encoding="utf-8") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, *ON_LOOPBACK, *self.options],
                stdout=out, stderr=out, cwd=self.folder, env=environment(), text=True,
            )  # fmt: skip
        self.processes.append(process)
        return process

    @staticmethod
    def _report(log: Path) -> str:
        for line in log.read_text(encoding="utf-8").splitlines():
            if "Scheduler at:" in line:
                return line.split()[-1]
        return ""


@contextmanager
def cluster(
    folder: Path, workers: int = 0, *options: str, protocol: str = "tcp"
) -> Iterator[Cluster]:
    """With so many workers, which may still be on their way."""
    made = Cluster(folder, *options, protocol=protocol)
    try:
        for _ in range(workers):
            made.worker()
        yield made
    finally:
        made.end()
