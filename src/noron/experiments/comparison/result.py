"""The result of a comparison: its runs, its evidence and its conclusion, as text and as data."""

import math
from dataclasses import dataclass, field
from typing import Any

from noron.core.errors import unknown_name
from noron.core.metric_rows import sign_of
from noron.core.text import aligned, cell, spoken
from noron.experiments.comparison.grid import Choice, Grid
from noron.experiments.comparison.statistics import Evidence, weigh
from noron.experiments.result import RunResult

MOST_NAMED = 4


@dataclass(repr=False)
class ComparisonResult:
    """The results of every choice, and what they prove.

    Attributes:
        grid: the choices, and the seeds or folds.
        runs: those that have ended, in the order of the grid; the `key` of each is its `Place`.
        metric: the metric that decides, such as "val_accuracy".
        test: the metrics of the best choice's first run on the test rows.
        evidence: means, spreads, and the differences to the best with corrected intervals.
    """

    grid: Grid
    runs: list[RunResult]
    metric: str
    test: dict[str, float] = field(default_factory=dict)
    interrupted: bool = False
    data: str = ""
    machine: dict[str, Any] = field(default_factory=dict)
    pace: str = ""
    """How the runs were trained at the same time; empty if one after another."""

    def __post_init__(self) -> None:
        known = {name for run in self.runs for name in run.last} - {"epoch"}
        if self.metric not in known:
            raise unknown_name("metric", self.metric, known)
        self._runs_of: dict[int, list[RunResult]] = {}
        for run in self.runs:
            self._runs_of.setdefault(run.key.choice, []).append(run)
        self.evidence: Evidence = weigh(self.scores(), folds=self.grid.base_folds)

    def scores(self) -> list[list[float]]:
        """Return scores of shape (choices, seeds or folds): larger is better, NaN for none."""
        table = [[math.nan] * len(self.grid.repeats) for _ in self.grid.choices]
        for run in self.runs:
            table[run.key.choice][run.key.repeat] = run.score(self.metric)
        return table

    @property
    def best(self) -> Choice:
        """Return the choice with the best mean; `evidence.has_winner` says whether it wins."""
        return self.grid.choices[self.evidence.best]

    def runs_of(self, choice: int) -> list[RunResult]:
        """Return the runs of one choice."""
        return self._runs_of.get(choice, [])

    # ---- in words

    @property
    def conclusion(self) -> str:
        """Return a sentence or two, which name a winner only if the evidence does."""
        evidence, repeats = self.evidence, len(self.grid.repeats)
        if math.isnan(evidence.means[evidence.best]):
            return "No choice finished all its runs, so there is nothing to conclude."
        name, value = self.best.name, self.shown(evidence.means[evidence.best])
        what = f"{self.spoken} {value}"
        if len(self.grid.choices) == 1 and repeats == 1:
            return f"{name}: {what}. There is nothing to compare it with."
        if len(self.grid.choices) == 1:
            return f"{name}: {what} on average over {repeats} {self.repeated}."
        if repeats == 1:
            return (
                f"{name} leads with {what}. One run of each does not show how much is chance: "
                "try --seeds 5."
            )
        if not evidence.differences:
            return f"{name} is the only choice with a score in every run: {what} on average."
        if evidence.has_winner:
            return (
                f"{name} wins: {what} on average over {repeats} {self.repeated}, better than every "
                "other choice with 95 % confidence, corrected for multiple comparisons."
            )
        return self._undecided(f"{name} leads with {what} on average over {repeats}")

    def _undecided(self, first: str) -> str:
        equals = [self.grid.choices[i].name for i in self.evidence.equals]
        named = ", ".join(equals[:MOST_NAMED])
        more = len(equals) - MOST_NAMED
        named += f" and {more} more" if more > 0 else ""
        others = len(self.evidence.differences) - len(equals)
        beaten = f" It is surely better than the other {others}." if others > 0 else ""
        return (
            f"No winner: {first} {self.repeated}, but its lead over {named} may be chance.{beaten}"
        )

    @property
    def repeated(self) -> str:
        """Return "seeds" or "folds"."""
        return "folds" if self.grid.base_folds else "seeds"

    @property
    def spoken(self) -> str:
        """Return the metric's name as words."""
        return spoken(self.metric)

    def shown(self, value: float, *, spread: bool = False) -> str:
        """Return a score, or a spread of scores, as text."""
        if math.isnan(value):
            return "-"
        return cell(self.metric, value if spread else -sign_of(self.metric) * value)

    # ---- as a table

    def table(self) -> list[list[str]]:
        """Return the header and a row of text for each choice, the best first."""
        several = len(self.grid.repeats) > 1
        header = ["choice", self.spoken]
        header += ["spread", "behind the best", "95 % interval"] if several else []
        header += ["seconds"]
        ended = any(run.status != "done" for run in self.runs)  # else there is nothing to show
        rows = [[*header, "status"] if ended else header]
        for i in self.evidence.order:
            runs = self.runs_of(i)
            cells = [self.grid.choices[i].name, self.shown(float(self.evidence.means[i]))]
            if several:
                cells += [
                    self.shown(float(self.evidence.spreads[i]), spread=True),
                    *self._behind(i),
                ]
            seconds = [run.seconds for run in runs if not math.isnan(run.seconds)]
            mean = sum(seconds) / len(seconds) if seconds else math.nan
            cells.append("-" if math.isnan(mean) else f"{mean:.1f}")
            rows.append([*cells, _ends(runs)] if ended else cells)
        return rows

    def _behind(self, choice: int) -> list[str]:
        result = self.evidence.differences.get(choice)
        if result is None:
            return ["best" if choice == self.evidence.best else "-", ""]
        low, high = self.shown(result.low, spread=True), self.shown(result.high, spread=True)
        return [self.shown(result.mean, spread=True), f"{low} to {high}"]

    def __str__(self) -> str:
        return "\n".join([*aligned(self.table()), "", self.conclusion])

    # ---- as files

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data for JSON."""
        evidence = self.evidence
        choices = []
        for i in evidence.order:
            result = evidence.differences.get(i)
            choices.append(
                {
                    "name": self.grid.choices[i].name,
                    "settings": self.grid.choices[i].settings,
                    "mean": float(evidence.means[i]),
                    "spread": float(evidence.spreads[i]),
                    "behind_best": None
                    if result is None
                    else vars(result) | {"sure": result.is_sure},
                }
            )
        return {
            "conclusion": self.conclusion,
            "metric": self.metric,
            "best": self.best.name,
            "winner": self.best.name if evidence.has_winner else None,
            "test": self.test,
            "interrupted": self.interrupted,
            "base": self.grid.base.content(),
            "axes": {name: list(values) for name, values in self.grid.axes.items()},
            "choices": choices,
            "runs": [self._plain(run) for run in self.runs],
            "machine": self.machine,
            "pace": self.pace,
        }

    def _plain(self, run: RunResult) -> dict[str, Any]:
        return {
            "run": run.run,
            "name": self.grid.choices[run.key.choice].name,
            "settings": self.grid.choices[run.key.choice].settings,
            **self.grid.repeats[run.key.repeat],
            "status": run.status,
            "reason": run.reason,
            "seconds": run.seconds,
            "reused": run.reused,
            "last": run.last,
            "rows": run.rows,
        }


def _ends(runs: list[RunResult]) -> str:
    """Return the status of the runs, or how many have each if they differ."""
    counts: dict[str, int] = {}
    for run in runs:
        counts[run.status] = counts.get(run.status, 0) + 1
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {status}" for status, count in counts.items()) or "not started"
