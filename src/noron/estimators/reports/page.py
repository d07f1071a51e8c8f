"""A report as an HTML page."""

from typing import Any

import numpy as np

from noron import plotting
from noron.estimators.reports.result import ReportResult
from noron.estimators.reports.scores import NAMES, calibration_error
from noron.plotting.page import page, picture, table, text

INTERVAL = (
    "Each score is the mean over the folds; the brackets hold its 95 % confidence interval "
    "(Nadeau and Bengio 2003)."
)


def page_of(report: ReportResult) -> str:
    """Return the page."""
    what = f"{len(report.classes)} classes" if report.classes else "numbers"
    blocks = [
        text("h1", f"Can {report.target} be predicted?"),
        text(
            "p",
            f"{what}, {report.n_rows:,} rows, {len(report.columns)} columns; {report.n_folds} "
            "folds, each held out once.",
            "muted",
        ),
        '<div class="advice">' + "".join(text("p", s) for s in report.advice) + "</div>",
        *_scores(report),
        *(_classes(report) if report.classes else _numbers(report)),
        *_columns(report),
        *_rows(report),
    ]
    return page(f"Can {report.target} be predicted?", blocks)


def scores_of(report: ReportResult, theme: str) -> Any:
    """Return the picture of each model's score, in the measure that decides."""
    measure = next(iter(report.scores["network"]))
    scores = {name: of_model[measure] for name, of_model in report.scores.items()}
    return plotting.plot_scores(scores, _deciding(report), theme=theme)


def _deciding(report: ReportResult) -> str:
    measure = next(iter(report.scores["network"]))
    better = "larger is better" if measure == "r2" else "smaller is better"
    return f"{NAMES[measure]} ({better})"


def _scores(report: ReportResult) -> list[str]:
    return [
        text("h2", "The network compared with other models"),
        table(report.score_rows(), mark=list(report.scores).index(report.recommended)),
        text("p", INTERVAL, "muted"),
        picture(
            lambda theme: scores_of(report, theme),
            f"{_deciding(report)} of each model with its interval",
        ),
    ]


def _classes(report: ReportResult) -> list[str]:
    points, classes = report.calibration, report.classes
    assert points is not None
    assert classes is not None
    counts = np.array(report.confusion)
    i, j = np.nonzero(counts)
    truth, taken = (np.repeat(side, counts[i, j]) for side in (i, j))
    error = calibration_error(points)
    of = f"of {classes[1]}" if len(classes) == 2 else "of the most likely class"
    return [
        text("h2", "Right and wrong predictions"),
        picture(
            lambda theme: plotting.plot_confusion(truth, taken, classes, theme=theme),
            "confusion matrix of the held out rows",
        ),
        text("h2", "Can its probabilities be trusted?"),
        text("p", f"The probability {of}; it is wrong by {error:.1%} on average.", "muted"),
        picture(
            lambda theme: plotting.plot_calibration(points, theme=theme),
            "calibration curve of the held out rows",
        ),
    ]


def _numbers(report: ReportResult) -> list[str]:
    pairs = report.residuals
    assert pairs is not None
    return [
        text("h2", "Errors of the predictions"),
        picture(
            lambda theme: plotting.plot_residuals(pairs, theme=theme),
            "truth minus prediction over the prediction, for held out rows",
        ),
    ]


def _columns(report: ReportResult) -> list[str]:
    name = f"how much worse the {NAMES[next(iter(report.scores['network']))]} gets"
    used = [c for c in report.importances if not report.columns[c[0]].startswith("left out")]
    rows = [["column", "when shuffled", "read as"], *report.column_rows()]
    return [
        text("h2", "Importance of the columns"),
        text("p", "How much worse it gets when the entries of a column are shuffled.", "muted"),
        picture(
            lambda theme: plotting.plot_importances(used, name, theme=theme),
            "importance of each column",
        ),
        table(rows),
    ]


def _rows(report: ReportResult) -> list[str]:
    if len(report.by_rows) < 2:
        return []
    name = "R² of the held out rows" if report.classes is None else "minus the log loss"
    return [
        text("h2", "Would more rows help?"),
        picture(
            lambda theme: plotting.plot_by_rows(report.by_rows, name, theme=theme),
            "score over the number of training rows",
        ),
    ]
