"""Many recipes at once, for whoever wants the networks and not a comparison: ensembles, sweeps."""

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

from noron.core.errors import SettingError
from noron.experiments.execution import Job, WorkerConfig, WorkerSpec, choose_executor, keeps_bits
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, check, with_net
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store


def execute_all(
    specs: Iterable[RunSpec],
    sources: Sources | None = None,
    *,
    store: str | Path | None = None,
    workers: WorkerSpec = None,
) -> list[RunResult]:
    """As `execute` for each recipe, many at a time where that is measured to be faster.

        results = execute_all(base.but(seed=seed) for seed in range(32))
        nets = [result.net for result in results if result.has_net]

    Each ends with the bits that it has alone. One that raises has the status "failed", its reason
    and no network; the others go on. `store` keeps all of them as runs; `workers` is a number of
    processes or the address of a Dask scheduler.

    Raises SettingError and DataError before anything is trained.
    """
    sources = Sources() if sources is None else sources
    listed = list(specs)
    if not all(isinstance(spec, RunSpec) for spec in listed):
        raise SettingError("specs holds something else than recipes: give RunSpecs")
    # a list: every recipe is checked, and no network outlives its check
    safe = all([keeps_bits(spec, check(spec, sources.rows_of(spec))) for spec in listed])  # noqa: C419
    with nullcontext() if store is None else Store(store) as kept:
        worker_config = WorkerConfig.of(workers)
        if worker_config is None:
            pool = choose_executor(listed, sources, kept, safe=safe)
        else:
            pool = worker_config.open(sources, kept)
        jobs = (Job(i, spec, weights=True) for i, spec in enumerate(listed))
        ended = {job.key: result for job, result in pool.run(jobs)}
    results = [ended[i] for i in range(len(listed))]
    return [one if one.status == "failed" else with_net(one, sources) for one in results]
