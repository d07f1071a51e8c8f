"""Who runs the trials of a comparison or a search: lanes of this process, or other processes."""

from noron.experiments.execution.base import Executor, Job
from noron.experiments.execution.batched import BatchedExecutor
from noron.experiments.execution.choose import choose_executor
from noron.experiments.execution.config import WorkerConfig, WorkerSpec
from noron.experiments.execution.threads import ThreadExecutor, keeps_bits

__all__ = [
    "WorkerSpec",
    "Job",
    "ThreadExecutor",
    "BatchedExecutor",
    "WorkerConfig",
    "Executor",
    "keeps_bits",
    "choose_executor",
]
