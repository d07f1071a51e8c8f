"""The history of a run: a row for each epoch, and why the run ended."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from noron.core.errors import DataError, missing_extra, unknown_name
from noron.core.hints import Hinted
from noron.core.metric_rows import MetricRows, Row, badness
from noron.core.notebook import Shown, Summary
from noron.core.text import aligned, cell, describe
from noron.training.advice import Advice

MOST_EPOCHS = 10
"""The most epochs that a history shows in a session."""


@dataclass(repr=False)
class History(Hinted, Shown):
    """The rows of a training run.

    Attributes:
        rows: a sequence with one dict for each epoch; all have the same keys.
        stop_reason: why the run ended, in a sentence.
        interrupted: whether Ctrl-C ended it.
        diverged: whether it ended because the loss was no longer finite.
        engine: the engine that ran, with the reason if it was not the requested one.
        seed: the seed of the network.
        advice: what may be wrong with the run, and the way out; empty for a good run.
    """

    rows: MetricRows = field(default_factory=MetricRows)
    stop_reason: str = ""
    interrupted: bool = False
    diverged: bool = False
    engine: str = ""
    seed: int | None = None
    advice: list[Advice] = field(default_factory=list[Advice])

    def __post_init__(self) -> None:
        if not isinstance(self.rows, MetricRows):  # as `to_dict` has them
            self.rows = MetricRows(self.rows)
        self.advice = [one if isinstance(one, Advice) else Advice(**one) for one in self.advice]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, name: str) -> list[float]:
        """Return one column over the epochs: `history["val_loss"]`."""
        if self.rows and name not in self.columns:
            raise unknown_name("column of the history", name, self.columns)
        return self.rows.column(name)

    @property
    def status(self) -> str:
        """Return how the run ended: "interrupted", "diverged" or "done"."""
        if self.interrupted:
            return "interrupted"
        return "diverged" if self.diverged else "done"

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the recorded columns."""
        return tuple(self.rows[0]) if self.rows else ()

    def best(self, monitor: str = "val_loss") -> Row:
        """Return the row in which `monitor` was best: smallest for losses, else largest.

        NaN is worse than every number. Raises DataError if there are no rows.
        """
        values = self[monitor]
        if not values:
            raise DataError("the history is empty: no epoch was finished")
        return self.rows[values.index(min(values, key=lambda value: badness(monitor, value)))]

    def table(self) -> str:
        """Return the rows as aligned text, with a line for each epoch."""
        return "\n".join(aligned(self._lines(range(len(self)))))

    def _lines(self, places: Iterable[int]) -> list[list[str]]:
        """Return the header, and the rows at these places as text."""
        header = list(self.columns)
        return [header] + [[cell(name, self.rows[i][name]) for name in header] for i in places]

    def _summary(self) -> Summary:
        """Return how the run ended, and about ten epochs: the first, some, and the last."""
        n = len(self)
        reason = self.stop_reason
        count = "" if reason.startswith("all ") else f"{n} epochs; " if reason else f"{n} epochs"
        line = f"History({count}{reason})"
        if not n:
            return Summary(line)
        steps = max(min(n, MOST_EPOCHS) - 1, 1)
        places = sorted({round(i * (n - 1) / steps) for i in range(steps + 1)})
        note = "\n".join(map(str, self.advice))
        return Summary(line, self._lines(places), note, lambda theme: self.plot(theme=theme))

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON; `History(**d)` builds an equal history from it."""
        return self.__dict__ | {"rows": list(self.rows), "advice": list(map(asdict, self.advice))}

    def to_frame(self, library: Literal["pandas", "polars", "pyarrow"] = "pandas") -> Any:
        """Return the rows as a data frame; needs the extra `[sklearn]` and the named library."""
        try:
            import narwhals

            columns = {name: self[name] for name in self.columns}
            return narwhals.from_dict(columns, backend=library).to_native()
        except ImportError as error:
            raise missing_extra("sklearn", f"narwhals or {library}", "to_frame()") from error

    def plot(self, **options: Any) -> Any:
        """Draw the learning curves as a matplotlib Figure; needs the extra `[plots]`."""
        try:
            from noron.plotting import plot_history
        except ImportError as error:
            raise missing_extra("plots", "matplotlib", "history.plot()") from error
        return plot_history(self.rows, **options)


def values_of(row: Row) -> str:
    """Return the values of a row for the middle of a line, each behind a comma."""
    shown = {name: value for name, value in row.items() if name != "seconds"}
    return "".join(f", {part}" for part in describe(shown).split("  ") if part)
