"""A search's report: one page, the same as text and data, the best recipe and its model."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, final

from noron.core.atomic import write_atomically, write_json
from noron.core.errors import missing_extra
from noron.core.text import describe
from noron.experiments.result import RunResult
from noron.experiments.searching.result import SearchResult
from noron.experiments.searching.study import facts_of
from noron.experiments.store.setting_text import in_words

REPORT, TEXT, RESULTS, RECIPE, MODEL = (
    "report.html", "report.md", "results.json", "best.toml", "best.safetensors",
)  # fmt: skip

TABLE = 20


def write(result: SearchResult, folder: Path, *, drawn: bool = True) -> list[Path]:
    """The files; the page, which has pictures, only if it is to be `drawn`."""
    write_json(folder / RESULTS, result.to_dict())
    write_atomically(folder / TEXT, markdown(result).encode())
    result.best_spec.save(folder / RECIPE)
    written = [folder / TEXT, folder / RESULTS, folder / RECIPE]
    if result.outcome is not None:
        result.outcome.net.save(folder / MODEL)
        written.append(folder / MODEL)
    if not drawn:
        return written
    write_atomically(folder / REPORT, html(result).encode())
    return [folder / REPORT, *written]


def markdown(result: SearchResult) -> str:
    """The words and the table."""
    header, *rows = result.table(TABLE)
    lines = [f"# Search on {result.data}", "", result.conclusion, "", result.ends() + "."]
    if result.test:
        lines += ["", tested(result)]
    lines += ["", result.caution, "", _line(header), _line(["---"] * len(header))]
    lines += [_line(row) for row in rows]
    recipe = result.best_spec.to_toml().rstrip()
    return "\n".join([*lines, "", "## The best recipe", "", "```toml", recipe, "```", ""])


def html(result: SearchResult) -> str:
    """The page. Raises MissingExtraError without `[plots]`."""
    try:
        from noron.plotting.page import page, picture, table, text
    except ImportError as error:
        raise missing_extra("plots", "matplotlib", "the report") from error
    title, goal = f"Search on {result.data}", result.plan.goals[0]
    paragraphs = [
        text("p", result.conclusion),
        *([text("p", tested(result))] if result.test else []),
    ]
    blocks = [text("h1", title), text("p", result.ends(), "muted")]
    if result.interrupted:
        message = "This search was interrupted: the same command goes on where it was left."
        blocks.append(text("p", message))
    blocks += [
        f'<div class="advice">{"".join(paragraphs)}</div>',
        text("p", result.caution, "muted"),
    ]
    for heading, words, draw in _pictures(result, goal):
        blocks += [text("h2", heading), picture(draw, words), text("p", words, "muted")]
    blocks += [
        text("h2", f"The best {len(result.table(TABLE)) - 1}"),
        table(result.table(TABLE), 0, tight=True),
        text("h2", "The best recipe"),
        text("p", "noron train best.toml trains it again, to the bit."),
        text("pre", result.best_spec.to_toml()),
        *([text("p", result.pace, "muted")] if result.pace else []),
    ]
    return page(title, blocks)


def tested(result: SearchResult) -> str:
    """The measures on the test rows."""
    measured = describe(dict(reversed(result.test.items())))
    return f"On the test rows, read once and by the best alone: {measured}."


def _pictures(result: SearchResult, goal: str) -> list[tuple[str, str, Any]]:
    """A heading, words and a drawing for each picture."""
    from noron import plotting as p

    pictures = [
        (
            "Trial after trial",
            "A dot for each trial, a small one if it was given up; the line is the best so far.",
            lambda theme: p.plot_trials(scored(result), goal, theme=theme),
        )
    ]
    if result.importances:
        ranked = [(name, share, 0.0) for name, share in result.importances.items()]
        words = "The share of each setting in what sets the best trials apart (PED-ANOVA)."
        pictures.append(("What matters", words, lambda theme: p.plot_importances(
            ranked, "importance", theme=theme)))  # fmt: skip
    slices = slices_of(result)
    if slices:
        words = "Each trial over its value of each setting."
        axes = result.plan.space.axes.items()
        by_logarithm = [name for name, axis in axes if getattr(axis.values, "log", False)]
        pictures.append(("Setting by setting", words, lambda theme: p.plot_slices(
            slices, goal, logarithmic=by_logarithm, theme=theme)))  # fmt: skip
    if goal.startswith("val_"):
        lines, best = courses(result)
        words = "A line for each trial; one that was given up ends in a dot."
        pictures.append(("Learning curves", words, lambda theme: p.plot_courses(
            lines, goal, best=best, theme=theme)))  # fmt: skip
    other, points = front_points(result)
    words = f"What each trial came to, and its {other}; those on the line are not beaten in both."
    pictures.append(("What it costs", words, lambda theme: p.plot_front(
        points, other, goal, theme=theme)))  # fmt: skip
    return pictures


def scored(result: SearchResult) -> list[tuple[float, float, bool]]:
    """Number, score and whether it came to its end, of each trial with a score."""
    scores = [(trial.key.number, score_of(result, trial), trial.status) for trial in result.trials]
    return [(i, score, status == "done") for i, score, status in scores if math.isfinite(score)]


def score_of(result: SearchResult, trial: RunResult) -> float:
    """In the first goal; of a pruned trial as far as it came."""
    goal = result.plan.goals[0]
    value = trial.key.values[0] if trial.key.values else facts_of(trial).get(goal, math.nan)
    return math.nan if trial.status in ("failed", "diverged") else float(value)


def slices_of(result: SearchResult) -> dict[str, list[tuple[object, float, bool]]]:
    """The scores over the values of each setting; of `hidden`, over its depth and its width."""
    slices: dict[str, list[tuple[object, float, bool]]] = {}
    for trial in result.trials:
        score = score_of(result, trial)
        if not math.isfinite(score):
            continue
        for name, value in _flat(trial.key.settings).items():
            slices.setdefault(name, []).append((value, score, trial.status == "done"))
    return {
        name: points
        for name, points in slices.items()
        if len({str(value) for value, _, _ in points}) > 1
    }


def _flat(settings: Mapping[str, Any]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in settings.items():
        if name == "hidden":
            flat |= {"layers": len(value), "first width": value[0] if value else 0}
        else:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            flat[name] = value if number else in_words(value)
    return flat


def courses(result: SearchResult) -> tuple[list[tuple[Any, bool]], int]:
    """The rows of each trial and whether it came to its end; the place of the best."""
    shown = [t for t in result.trials if t.rows]
    best = shown.index(result.best) if result.best in shown else -1
    return [(t.rows, t.status == "done") for t in shown], best


def front_points(result: SearchResult) -> tuple[str, list[tuple[float, float, bool]]]:
    """The cost that the first goal is held against, and each trial with an end in both."""
    goals = result.plan.goals
    numbers = {trial.key.number for trial in result.front}
    points = []
    for trial in result.ranked:
        key = trial.key
        cost = key.values[1] if len(goals) > 1 else key.facts.get("parameters", math.nan)
        points.append((float(cost), key.values[0], key.number in numbers))
    return goals[1] if len(goals) > 1 else "parameters", points


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


@final
class Search(SearchResult):
    """What a search came to; and how it is written down."""

    def save(self, folder: str | Path, *, drawn: bool = True) -> list[Path]:
        """report.html, report.md, results.json, the best recipe and its model; their paths.

        The page needs `[plots]`; with `drawn=False` it is left out.
        """
        return write(self, Path(folder), drawn=drawn)

    def to_html(self) -> str:
        """One page with everything, without an address outside of it."""
        return html(self)
