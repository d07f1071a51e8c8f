"""A comparison's report: one HTML page, and the same as text and data."""

import json
import math
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, final

from noron.core.atomic import write_atomically, write_json
from noron.core.errors import missing_extra
from noron.core.metric_rows import sign_of
from noron.core.notebook import Shown, Summary
from noron.core.text import cell
from noron.experiments.comparison.grid import Grid
from noron.experiments.comparison.result import ComparisonResult
from noron.experiments.spec import RunSpec
from noron.experiments.store.setting_text import as_setting, in_words

REPORT, TEXT, RESULTS = "report.html", "report.md", "results.json"

CURVES = "curves_"
"""What the names of the pictures of learning curves begin with."""

Drawn = Callable[[str], Any]

MOST_LINES = 8
"""The most lines in a panel; more would be hard to tell apart."""

MOST_PANELS = 12
MOST_PARALLEL = 400


def write(comparison: ComparisonResult, folder: Path, *, drawn: bool = True) -> list[Path]:
    """Write the three files and return their paths; the page, which has pictures, if `drawn`."""
    write_json(folder / RESULTS, comparison.to_dict())
    write_atomically(folder / TEXT, markdown(comparison).encode())
    written = [folder / RESULTS, folder / TEXT]
    if not drawn:
        return written
    write_atomically(folder / REPORT, html(comparison).encode())
    return [folder / REPORT, *written]


def markdown(comparison: ComparisonResult) -> str:
    """Return the conclusion, the table and the base recipe."""
    header, *rows = comparison.table()
    lines = ["| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *rows]]
    measured = ", ".join(f"{name} {cell(name, value)}" for name, value in comparison.test.items())
    tested = f"\nOn the test rows, {comparison.best.name}: {measured}.\n" if measured else ""
    recipe = comparison.grid.base.to_toml()
    return (
        f"# Comparison on {comparison.data}\n\n{comparison.conclusion}\n\n"
        + "\n".join(lines)
        + "\n"
        f"{tested}\nAll choices share this recipe:\n\n```toml\n{recipe}```\n"
    )


def html(comparison: ComparisonResult) -> str:
    """Return the page. Raises MissingExtraError without `[plots]`."""
    try:
        from noron.plotting.page import page, picture, table, text
    except ImportError as error:
        raise missing_extra("plots", "matplotlib", "the report") from error
    grid, evidence = comparison.grid, comparison.evidence
    repeats = len(grid.repeats)
    runs = f"{len(comparison.runs)} runs: {len(grid.choices)} choices"
    runs += f", {repeats} {comparison.repeated} each" if repeats > 1 else ""
    title = f"Comparison on {comparison.data}"
    blocks = [text("h1", title), text("p", runs, "muted")]
    if comparison.interrupted:
        message = "This comparison was interrupted; the same command continues it."
        blocks.append(text("p", message))
    drawn = pictures(comparison)
    curves = [name for name in drawn if name.startswith(CURVES)]
    blocks += [
        f'<div class="advice">{text("p", comparison.conclusion)}{_tested(comparison)}</div>',
        text("h2", "Scores"),
        picture(drawn["scores"], f"{comparison.spoken} of each choice, best first"),
        text("p", _how_to_read(comparison), "muted"),
        text("h2", "Learning curves"),
        *(picture(drawn[c], f"{c.removeprefix(CURVES)} over the epochs") for c in curves),
    ]
    if "all_settings" in drawn:
        blocks += [
            text("h2", "All settings at once"),
            picture(drawn["all_settings"], "one line per choice, through its settings"),
        ]
    mark = 0 if evidence.has_winner else -1
    blocks += [
        text("h2", "Table"),
        table(comparison.table(), mark, tight=True),
        text("h2", "How to repeat it"),
        text("pre", command_of(grid)),
        text("p", _machine(comparison.machine), "muted"),
        *([text("p", comparison.pace, "muted")] if comparison.pace else []),
    ]
    return page(title, blocks)


def command_of(grid: Grid) -> str:
    """Return the command that makes the comparison again."""
    usual = RunSpec().content()
    given = {
        name: [value]
        for name, value in grid.base.content().items()
        if name not in grid.axes and value != usual.get(name)
    }
    words = ["noron", "compare"]
    for name, values in {**given, **grid.axes}.items():
        for value in values:
            for one in value if name in ("drop", "kind") else [value]:
                words += [f"--{name.replace('_', '-')}", _as_option(one)]
    if grid.base_folds is not None:
        words += ["--folds", str(grid.base_folds)]
    elif len(grid.repeats) > 1:
        words += ["--seeds", str(len(grid.repeats))]
    return shlex.join(words)


def _as_option(value: Any) -> str:
    """Return a setting as the command line takes it: objects as JSON, lists with commas."""
    parts = value if isinstance(value, list | tuple) else [value]
    nested = any(isinstance(part, dict) for part in parts)
    return json.dumps(value) if nested else as_setting(value)[0]


def pictures(comparison: ComparisonResult) -> dict[str, Drawn]:
    """Return the function that draws each picture in a theme, by the picture's name."""
    drawn: dict[str, Drawn] = {"scores": _scores(comparison), **_curves(comparison)}
    grid = comparison.grid
    if len(grid.axes) > 2 and len(grid.choices) <= MOST_PARALLEL:
        drawn["all_settings"] = _parallel(comparison)
    return drawn


def panels_of(comparison: ComparisonResult) -> tuple[dict[str, list[int]], dict[int, str]]:
    """Return the choices of each panel by its title, and the label of each choice.

    The axes that make the fewest panels go into the titles, until a panel has few lines.
    """
    grid, order = comparison.grid, comparison.evidence.order
    inside = list(grid.axes)
    outside: list[str] = []
    while inside and math.prod(len(grid.axes[name]) for name in inside) > MOST_LINES:
        fewest = min(inside, key=lambda name: _after(grid.axes, inside, name))
        inside.remove(fewest)
        outside.append(fewest)
    outside = [name for name in grid.axes if name in outside]
    if len(grid.axes) > 2 and not outside:  # many lines that are alike: a panel for each value
        outside = [max(inside, key=lambda name: len(grid.axes[name]))]
        inside.remove(outside[0])
    panels: dict[str, list[int]] = {}
    names: dict[int, str] = {}
    for i in sorted(order):
        settings = grid.choices[i].settings
        panels.setdefault(_words(settings, outside), []).append(i)
        names[i] = _words(settings, inside) if outside and inside else grid.choices[i].name
    if len(panels) > MOST_PANELS:
        best = order[:MOST_LINES]
        return {f"the best {len(best)}": best}, {i: grid.choices[i].name for i in best}
    return panels, names


def _after(axes: Mapping[str, Any], inside: list[str], name: str) -> tuple[bool, int]:
    """Rank moving an axis into the titles: are too many lines left, and how many panels?"""
    left = math.prod(len(axes[other]) for other in inside if other != name)
    return left > MOST_LINES, len(axes[name])


def _words(settings: Mapping[str, Any], names: list[str]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {in_words(settings[name])}" for name in names)


def _curves(comparison: ComparisonResult) -> dict[str, Drawn]:
    from noron.plotting import plot_bands

    panels, names = panels_of(comparison)
    drawn = {
        title: {names[i]: [run.rows for run in comparison.runs_of(i) if run.rows] for i in choices}
        for title, choices in panels.items()
    }
    recorded = {name for run in comparison.runs for name in run.last}
    metrics = [m for m in dict.fromkeys([comparison.metric, "val_loss"]) if m in recorded]

    def drawing(metric: str) -> Drawn:
        return lambda theme: plot_bands(drawn, metric, theme=theme)

    return {f"{CURVES}{metric}": drawing(metric) for metric in metrics}


def _scores(comparison: ComparisonResult) -> Any:
    from noron.plotting import plot_choices

    sign = -sign_of(comparison.metric)
    table = comparison.scores()
    order = comparison.evidence.order
    scores = {comparison.grid.choices[i].name: [sign * v for v in table[i]] for i in order}
    return lambda theme: plot_choices(scores, comparison.metric, theme=theme)


def _parallel(comparison: ComparisonResult) -> Any:
    from noron.plotting import plot_parallel

    axes = comparison.grid.axes
    names = {name: [in_words(value) for value in values] for name, values in axes.items()}
    sign = -sign_of(comparison.metric)
    choices = [
        (
            [axes[name].index(value) for name, value in choice.settings.items()],
            sign * float(comparison.evidence.means[i]),
        )
        for i, choice in enumerate(comparison.grid.choices)
    ]
    return lambda theme: plot_parallel(names, choices, comparison.metric, theme=theme)


def _tested(comparison: ComparisonResult) -> str:
    from noron.core.text import describe
    from noron.plotting.page import text

    if not comparison.test:
        return ""
    measured = describe(dict(reversed(comparison.test.items())))
    return text(
        "p", f"On the test rows, measured once and only for {comparison.best.name}: {measured}."
    )


def _how_to_read(comparison: ComparisonResult) -> str:
    if len(comparison.grid.repeats) == 1:
        return (
            "One bar per choice, for its only run. A score far below the others is written at the "
            "edge."
        )
    one = comparison.repeated.removesuffix("s")
    return (
        f"One dot per {one}, and a bar at their mean. The curves below show the mean, and a band "
        f"from the lowest {one} to the highest. The differences in the table are paired by {one}; "
        "all their intervals together hold with 95 % confidence."
    )


def _machine(facts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items())


@final
class Comparison(ComparisonResult, Shown):
    """The results of every choice, what they prove, and the report."""

    def _summary(self) -> Summary:
        line = f"Comparison on {self.data}: {len(self.runs)} runs"
        return Summary(line, self.table(), self.conclusion, lambda theme: _scores(self)(theme))

    def to_markdown(self) -> str:
        """Return the conclusion, the table and the base recipe."""
        return markdown(self)

    def to_html(self) -> str:
        """Return the report as one HTML page; needs the extra `[plots]` for its pictures."""
        return html(self)

    def save(self, folder: str | Path, *, drawn: bool = True) -> list[Path]:
        """Write `report.html` (if `drawn`), `report.md` and `results.json`; return their paths."""
        return write(self, Path(folder), drawn=drawn)

    def pictures(self) -> dict[str, Drawn]:
        """Return the function that draws each picture in a theme, "light" or "dark", by name."""
        return pictures(self)
