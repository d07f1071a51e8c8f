"""Who is asked for: processes of this machine, or the workers of a Dask cluster."""

from dataclasses import dataclass
from typing import TypeAlias, final

from noron.core.errors import SettingError, check_integer, shown
from noron.experiments.execution.base import Executor
from noron.experiments.run import Sources
from noron.experiments.store import Store

MOST = 256
"""Processes of one machine."""


@final
@dataclass(frozen=True)
class WorkerConfig:
    """Workers by number or by address; exactly one of them. Raises SettingError."""

    workers: int | None = None
    """Processes of this machine."""

    dask: str | None = None
    """The address of a Dask scheduler, such as tcp://127.0.0.1:8786."""

    backend: str = "loky"
    """Of joblib, by name: "ray", or another that is registered, in place of processes here."""

    def __post_init__(self) -> None:
        if self.backend != "loky" and self.workers is None:
            raise SettingError(f"backend is {shown(self.backend)}: give the number of workers too")
        if (self.workers is None) == (self.dask is None):
            raise SettingError(
                f"workers is {self.workers} and dask is {shown(self.dask)}: give one of them"
            )
        if self.workers is not None:
            check_integer("workers", self.workers, at_most=MOST)
        elif not isinstance(self.dask, str) or ":" not in self.dask:
            raise SettingError(
                f"dask is {shown(self.dask)}: give the address of a scheduler, as dask scheduler "
                "shows it, such as tcp://127.0.0.1:8786"
            )

    @staticmethod
    def of(given: "WorkerSpec") -> "WorkerConfig | None":
        """As it was asked for: a number of processes, or the address of a scheduler."""
        if given is None or isinstance(given, WorkerConfig):
            return given
        return WorkerConfig(dask=given) if isinstance(given, str) else WorkerConfig(workers=given)

    @staticmethod
    def asked(
        workers: int | None, dask: str | None, backend: str = "loky"
    ) -> "WorkerConfig | None":
        """As options say it: None where they say nothing."""
        if workers is None and dask is None and backend == "loky":
            return None
        return WorkerConfig(workers, dask, backend)

    def open(self, sources: Sources, store: Store | None) -> Executor:
        """The workers; nobody is started or called before there is a job.

        Raises MissingExtraError.
        """
        if self.workers is not None and self.backend != "loky":
            from noron.experiments.execution.joblib_backend import JoblibExecutor

            return JoblibExecutor(sources, store, self.workers, self.backend)
        if self.workers is not None:
            from noron.experiments.execution.loky import ProcessExecutor

            return ProcessExecutor(sources, store, self.workers)
        from noron.experiments.execution.dask import DaskExecutor

        return DaskExecutor(sources, store, str(self.dask))


WorkerSpec: TypeAlias = "int | str | WorkerConfig | None"
"""So many processes of this machine, the address of a Dask scheduler, or nobody in particular."""
