"""A stack: many networks trained together in this process, in blocks of epochs.

A lane spends half of its time on what comes between the epochs of a small network: a row, a
validation, a call. In a stack an engine's call takes many epochs of several networks; those of the
same rows in the same order read the same batches, gathered once. Each member takes the very steps
that it would take by itself and ends with the same bits. What cannot be told beforehand for many
epochs (early stopping, a limit of time, a schedule that watches) goes through a lane, as whole.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Any, cast, final

from noron.engines import Epochs, NativeFit, epochs_together, likeness, one_core
from noron.experiments.run import Sources
from noron.experiments.store import Store
from noron.experiments.trial import FAILURES, Trial
from noron.experiments.workers.base import Job, Workers
from noron.experiments.workers.lanes import Lanes
from noron.experiments.workers.member import Member
from noron.experiments.workers.shared import Shared

TOGETHER = 8
"""Members that go together at most: more hardly share more, and all wait for each other."""
BLOCK_SECONDS = 0.02
"""Of one member; so often it is asked whether it goes on."""


@final
class Stack(Workers):
    """Members in blocks of epochs, several together in each of `width` threads."""

    def __init__(self, sources: Sources, store: Store | None, width: int, said: str = "") -> None:
        self.sources, self.store, self.width, self.said = sources, store, width, said
        self.lane = Lanes(sources, store, width)
        self.over = self.lane.over
        self.shared = Shared()
        self.stacked = 0
        """Members that have ended without a lane."""

    def ended(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Trial]]:
        """Ctrl-C ends all members after their block; the store keeps what they have."""
        self.over.clear()
        more = iter(jobs)
        held: list[Member] = []
        waiting: list[Member] = []
        working: dict[Future[None], Sequence[Member]] = {}
        try:
            with ThreadPoolExecutor(self.width, thread_name_prefix="stack") as pool:
                try:
                    while True:
                        self._set_to_work(pool, waiting, working)
                        for member in [member for member in held if member.trial is not None]:
                            held.remove(member)
                            self.stacked += not member.is_alone
                            yield member.job, cast(Trial, member.trial)
                        # whoever listens has heard of them before the next jobs are asked for
                        new = [*map(self._member, islice(more, self.room - len(held)))]
                        held += new
                        waiting += new
                        self._set_to_work(pool, waiting, working)
                        if not working:
                            return
                        for future in wait(working, return_when=FIRST_COMPLETED).done:
                            future.result()
                            crew = working.pop(future)
                            waiting += [member for member in crew if member.trial is None]
                        _put_alone_first(waiting, held)
                finally:
                    self.over.set()
        finally:
            for member in held:
                member.interrupt()

    @property
    def room(self) -> int:
        """How many jobs are in hand at a time."""
        return self.width * TOGETHER

    def _set_to_work(
        self,
        pool: ThreadPoolExecutor,
        waiting: list[Member],
        working: dict[Future[None], Sequence[Member]],
    ) -> None:
        while waiting and len(working) < self.width:
            crew = self._crew(waiting, self.width - len(working))
            working[pool.submit(self._advance, crew)] = crew

    def _member(self, job: Job) -> Member:
        return Member(job, self.sources, self.store, self.shared, BLOCK_SECONDS)

    def _crew(self, waiting: list[Member], idle: int) -> list[Member]:
        """Those that go on next in one thread, taken out of the waiting: kin, if they can."""
        kin = waiting[0].kin
        alike = [member for member in waiting if member.kin == kin]
        many = 1 if waiting[0].is_alone else min(TOGETHER, math.ceil(len(waiting) / idle))
        crew = alike[:many]
        waiting[:] = [member for member in waiting if member not in crew]
        return crew

    def _advance(self, crew: Sequence[Member]) -> None:
        """A block of epochs of each; one that is alone, as whole."""
        if crew[0].is_alone:
            crew[0].trial = self.lane.run(crew[0].job)
            return
        with one_core():
            for member in crew:
                member.begin()
            for group in _groups([member for member in crew if member.wish is not None]):
                if self.over.is_set():
                    return  # whoever set it interrupts them all
                _go_on(group)


def _put_alone_first(waiting: list[Member], held: Sequence[Member]) -> None:
    """Move those that are trained alone to the front, in the order in which their jobs came.

    Each keeps a thread until its end: one that came late must not be trained before the others.
    """
    waiting.sort(key=lambda member: held.index(member) if member.is_alone else len(held))


def _groups(members: Sequence[Member]) -> list[list[Member]]:
    """Those together whose epochs can be one call."""
    groups: dict[Any, list[Member]] = {}
    for member in members:
        wish = member.wish
        assert wish is not None
        fit = cast(NativeFit, wish.run.fit)
        shared = likeness(fit)
        key = id(member) if shared is None else (shared, wish.rates.shape, id(wish.run.validation))
        groups.setdefault(key, []).append(member)
    return list(groups.values())


def _go_on(group: Sequence[Member]) -> None:
    """A block of epochs of each; where their call fails, each by itself."""
    try:
        found = _epochs(group)
    except FAILURES as error:
        if len(group) == 1:
            group[0].fail(error)
            return
        for member in group:
            _go_on([member])
        return
    for member, done in zip(group, found, strict=True):
        member.take(done)


def _epochs(group: Sequence[Member]) -> Sequence[Epochs | None]:
    """What each of them wished for; None where it has to go there step by step."""
    wishes = [member.wish for member in group if member.wish is not None]
    rates = [wish.rates.reshape(-1) for wish in wishes]
    validation = wishes[0].run.validation
    watched = None if validation is None else validation.x
    fits = [cast(NativeFit, wish.run.fit) for wish in wishes]
    if len(fits) > 1:
        return epochs_together(fits, rates, watched)
    return [fits[0].epochs(rates[0], watched=watched)]
