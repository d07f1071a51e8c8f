"""The result of a report, as numbers and as tables of text."""

import math
from dataclasses import dataclass, fields
from typing import Any

from noron.core.text import aligned
from noron.estimators.reports.scores import NAMES, Score

PER_CENT = ("accuracy",)


@dataclass(frozen=True, repr=False)
class ReportResult:
    """The scores of a network and of the baselines on a table. `print` shows them."""

    model: Any
    """The estimator, fitted to all rows."""

    target: str
    classes: list[str] | None
    n_rows: int
    n_folds: int
    columns: dict[str, str]
    """For each column, how it was read."""

    scores: dict[str, dict[str, Score]]
    """The scores by model and measure; the first measure decides."""

    seconds: dict[str, float]
    """The training time of each model, over all folds."""

    ahead: dict[str, Score]
    """For each baseline, how much better the network is in R squared or log loss on each fold."""

    by_rows: list[tuple[int, Score]]
    """The learning curve: (rows, R squared or minus the log loss), for fewer rows and for all."""

    importances: list[tuple[str, float, float]]
    """(column, mean, deviation): how much worse the score gets when the column is shuffled."""

    calibration: list[tuple[float, float, int]] | None
    confusion: list[list[int]] | None
    residuals: list[tuple[float, float]] | None
    advice: list[str]
    recommended: str
    """The model that the advice names first; tables show it in bold or with a mark."""

    def settings(self) -> dict[str, Any]:
        """Return everything except the model as plain data for JSON."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self) if f.name != "model"}

    def __str__(self) -> str:
        measure = next(iter(self.scores["network"]))
        what = f"{len(self.classes)} classes" if self.classes else "numbers"
        parts = [
            f"{self.target}: {what}, {self.n_rows:,} rows, {len(self.columns)} columns; "
            f"{self.n_folds} folds",
            "",
            *_table(self.score_rows(), list(self.scores).index(self.recommended)),
            "",
            *self.advice,
            "",
            f"columns, and how much worse the {NAMES[measure]} gets when one is shuffled:",
            *_table(self.column_rows()),
        ]
        return "\n".join(parts)

    __repr__ = __str__

    def score_rows(self) -> list[list[str]]:
        """Return the table of scores: a header, and a line for each model."""
        names = list(self.scores["network"])
        header = ["", *(NAMES[name] for name in names), "seconds"]
        lines = [
            [
                model,
                *(written(name, scores[name]) if name in scores else "" for name in names),
                f"{self.seconds[model]:.1f}",
            ]
            for model, scores in self.scores.items()
        ]
        return [header, *lines]

    def column_rows(self) -> list[list[str]]:
        """Return the columns, the most important ones first, those left out last."""
        lines: list[list[str]] = []
        unused: list[list[str]] = []
        for name, mean, _ in self.importances:
            if self.columns[name].startswith("left out"):
                unused.append([name, "", self.columns[name]])
            else:
                lines.append([name, f"{mean:+.4f}", self.columns[name]])
        return lines + unused


def written(measure: str, score: Score) -> str:
    """Return the mean and its interval as text: `0.812 [0.790, 0.834]`."""
    if measure in PER_CENT:
        return f"{score.mean:.1%} [{score.low:.1%}, {min(score.high, 1):.1%}]"
    # Errors have the target's unit: write three digits, or all digits before the point.
    size = abs(score.mean) if measure in ("rmse", "mae") else 1.0
    digits = max(0, 2 - math.floor(math.log10(size))) if size > 0 else 3
    digits = digits if measure in ("rmse", "mae") else 3
    return f"{score.mean:,.{digits}f} [{score.low:,.{digits}f}, {score.high:,.{digits}f}]"


def _table(rows: list[list[str]], mark: int | None = None) -> list[str]:
    """Return the lines of a table; row `mark`, from 0 below the header, begins with "* "."""
    lines = aligned(rows, left=len(rows[0]))
    return [("* " if i == mark else "  ") + line for i, line in enumerate(lines, start=-1)]


def _plain(value: Any) -> Any:
    if isinstance(value, Score):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
