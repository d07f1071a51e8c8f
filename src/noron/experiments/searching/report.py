"""A search's report: one page, the same as text and data, the best recipe and its model."""

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, final

from noron.core.atomic import write_atomically, write_json
from noron.core.errors import missing_extra
from noron.core.notebook import Shown, Summary
from noron.core.text import describe
from noron.experiments.searching.plan import score_of
from noron.experiments.searching.result import SearchResult
from noron.experiments.store.setting_text import in_words

REPORT, TEXT, RESULTS, RECIPE, MODEL = (
    "report.html", "report.md", "results.json", "best.toml", "best.safetensors",
)  # fmt: skip

TABLE = 20


def write(result: SearchResult, folder: Path, *, drawn: bool = True) -> list[Path]:
    """Write the files and return their paths; the page, which has pictures, if `drawn`."""
    write_json(folder / RESULTS, result.to_dict())
    write_atomically(folder / TEXT, markdown(result).encode())
    write_atomically(folder / RECIPE, recipe_of(result).encode())
    written = [folder / TEXT, folder / RESULTS, folder / RECIPE]
    if result.outcome is not None:
        result.outcome.net.save(folder / MODEL)
        written.append(folder / MODEL)
    if not drawn:
        return written
    write_atomically(folder / REPORT, html(result).encode())
    return [folder / REPORT, *written]


def markdown(result: SearchResult) -> str:
    """Return the conclusion, the table and the best recipe."""
    header, *rows = result.table(TABLE)
    lines = [f"# Search on {result.data}", "", result.conclusion, "", result.ends() + "."]
    if result.test:
        lines += ["", tested(result)]
    lines += ["", result.caution, "", _line(header), _line(["---"] * len(header))]
    lines += [_line(row) for row in rows]
    recipe = result.best_spec.to_toml().rstrip()
    return "\n".join([*lines, "", "## The recommended recipe", "", "```toml", recipe, "```", ""])


def html(result: SearchResult) -> str:
    """Return the page. Raises MissingExtraError without `[plots]`."""
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
        message = "This search was interrupted; the same command continues it."
        blocks.append(text("p", message))
    blocks += [
        f'<div class="advice">{"".join(paragraphs)}</div>',
        text("p", result.caution, "muted"),
    ]
    for heading, words, draw in _pictures(result, goal):
        blocks += [text("h2", heading), picture(draw, words), text("p", words, "muted")]
    blocks += [
        text("h2", f"The best {len(result.table(TABLE)) - 1}"),
        table(result.table(TABLE), result.emphasis(TABLE), tight=True),
        text("h2", "The recommended recipe"),
        text("p", "noron train best.toml trains it again, bit for bit."),
        text("pre", result.best_spec.to_toml()),
        *([text("p", result.pace, "muted")] if result.pace else []),
    ]
    return page(title, blocks)


def recipe_of(result: SearchResult) -> str:
    """Return the recommended recipe as TOML, with the reasons as comments."""
    lines = [result.ends() + ".", *result.sentences()]
    return "".join(f"# {' '.join(line.split())}\n" for line in lines) + result.best_spec.to_toml()


def tested(result: SearchResult) -> str:
    """Return the metrics on the test rows as a sentence."""
    measured = describe(dict(reversed(result.test.items())))
    return f"On the test rows, measured once and only for the recommended trial: {measured}."


def _pictures(result: SearchResult, goal: str) -> list[tuple[str, str, Any]]:
    """Return a heading, a caption and a drawing for each picture."""
    from noron import plotting as p

    pictures = [
        (
            "Trial after trial",
            "One dot per trial, a small one if it was pruned; the line shows the best so far.",
            lambda theme: p.plot_trials(scored(result), goal, theme=theme),
        )
    ]
    if result.importances:
        ranked = [(name, share, 0.0) for name, share in result.importances.items()]
        words = "How much each setting decides which trials are the best (PED-ANOVA)."
        pictures.append(("What matters", words, lambda theme: p.plot_importances(
            ranked, "importance", theme=theme)))  # fmt: skip
    slices = slices_of(result)
    if slices:
        words = "The score of each trial against the value of each setting."
        axes = result.plan.space.axes.items()
        by_logarithm = [name for name, axis in axes if getattr(axis.values, "log", False)]
        pictures.append(("Setting by setting", words, lambda theme: p.plot_slices(
            slices, goal, logarithmic=by_logarithm, theme=theme)))  # fmt: skip
    if goal.startswith("val_"):
        lines, best = courses(result)
        words = "One line per trial; a pruned trial ends in a dot."
        pictures.append(("Learning curves", words, lambda theme: p.plot_courses(
            lines, goal, best=best, theme=theme)))  # fmt: skip
    other, points = front_points(result)
    words = f"The score and the {other} of each trial; no trial beats those on the line in both."
    pictures.append(("What it costs", words, lambda theme: p.plot_front(
        points, other, goal, theme=theme)))  # fmt: skip
    return pictures


def scored(result: SearchResult) -> list[tuple[float, float, bool]]:
    """Return number, score and whether it finished, of each trial with a score."""
    goal = result.plan.goals[0]
    scores = [(trial.key.number, score_of(trial, goal), trial.status) for trial in result.trials]
    return [(i, score, status == "done") for i, score, status in scores if math.isfinite(score)]


def slices_of(result: SearchResult) -> dict[str, list[tuple[object, float, bool]]]:
    """Return the scores by the values of each setting; for `hidden`, by depth and first width."""
    slices: dict[str, list[tuple[object, float, bool]]] = {}
    for trial in result.trials:
        score = score_of(trial, result.plan.goals[0])
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
    """Return the rows of each trial and whether it finished; and the index of the best."""
    shown = [t for t in result.trials if t.rows]
    best = shown.index(result.best) if result.best in shown else -1
    return [(t.rows, t.status == "done") for t in shown], best


def front_points(result: SearchResult) -> tuple[str, list[tuple[float, float, bool]]]:
    """Return the name of the cost, and cost, score and "on the front?" of each finished trial."""
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
class Search(SearchResult, Shown):
    """The result of a search, and its report."""

    def _summary(self) -> Summary:
        line = f"Search on {self.data}: {self.ends()}"
        return Summary(
            line,
            self.table(),
            self.conclusion,
            lambda theme: _pictures(self, self.plan.goals[0])[0][2](theme),
        )

    def save(self, folder: str | Path, *, drawn: bool = True) -> list[Path]:
        """Write report.html, report.md, results.json, the best recipe and model; return the paths.

        The page needs `[plots]`; `drawn=False` leaves it out.
        """
        return write(self, Path(folder), drawn=drawn)

    def pictures(self) -> dict[str, Callable[[str], Any]]:
        """Return the function that draws each picture in a theme, "light" or "dark", by name."""
        drawn = _pictures(self, self.plan.goals[0])
        return {heading.lower().replace(" ", "_"): draw for heading, _, draw in drawn}

    def to_html(self) -> str:
        """Return the report as one HTML page that loads nothing from elsewhere."""
        return html(self)
