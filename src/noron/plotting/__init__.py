"""Pictures of what a network learns: every function takes plain arrays and gives a Figure.

    from noron.plotting import plot_history, save
    save(plot_history(rows), "curves.png")

A figure displays itself in a notebook and needs no display elsewhere: nothing here touches
`matplotlib.pyplot`, so nothing stays behind in a global state. `theme="light"` is an opaque white
card, `theme="dark"` an opaque dark one; colours are told apart by colour-blind eyes, and wherever
colour carries a meaning, a marker, a line style or a word carries it too.
"""

from noron.core.errors import missing_extra

try:
    import matplotlib as _matplotlib  # noqa: F401
except ImportError:
    raise missing_extra("plots", "matplotlib", "drawing pictures") from None

from noron.plotting.boundaries import plot_boundary, plot_fit, plot_perceptron
from noron.plotting.comparison import plot_bands, plot_choices, plot_parallel
from noron.plotting.confusion import plot_confusion
from noron.plotting.curves import plot_history, plot_schedule
from noron.plotting.drawing import plot_network
from noron.plotting.evidence import (
    plot_by_rows,
    plot_calibration,
    plot_importances,
    plot_residuals,
    plot_scores,
)
from noron.plotting.functions import plot_activation, plot_activations
from noron.plotting.images import plot_mistakes, plot_weights
from noron.plotting.rates import plot_rate_search
from noron.plotting.runs import plot_runs
from noron.plotting.search import plot_courses, plot_front, plot_slices, plot_trials
from noron.plotting.style import THEMES, Picture, Theme, save

__all__ = [
    "Picture",
    "THEMES",
    "Theme",
    "plot_activation",
    "plot_activations",
    "plot_bands",
    "plot_boundary",
    "plot_choices",
    "plot_confusion",
    "plot_courses",
    "plot_rate_search",
    "plot_scores",
    "plot_residuals",
    "plot_importances",
    "plot_calibration",
    "plot_by_rows",
    "plot_fit",
    "plot_front",
    "plot_history",
    "plot_mistakes",
    "plot_network",
    "plot_parallel",
    "plot_perceptron",
    "plot_runs",
    "plot_schedule",
    "plot_slices",
    "plot_trials",
    "plot_weights",
    "save",
]
