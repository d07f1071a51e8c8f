"""Pictures of what a network learns: every function takes plain arrays and returns a Figure.

    from noron.plotting import plot_history, save
    save(plot_history(rows), "curves.png")

A figure shows itself in a notebook, and `show(figure)` opens it from anywhere; to draw it, no
display is needed. The functions do not use
`matplotlib.pyplot`, so they leave no global state. `theme="light"` has an opaque white background,
`theme="dark"` an opaque dark one. Colour-blind people can distinguish the colours, and a marker, a
line style or a word always repeats what a colour means.
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
from noron.plotting.gradients import plot_gradients
from noron.plotting.images import plot_mistakes, plot_weights
from noron.plotting.rates import plot_rate_search
from noron.plotting.runs import plot_runs
from noron.plotting.search import plot_courses, plot_front, plot_slices, plot_trials
from noron.plotting.show import show
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
    "plot_gradients",
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
    "show",
]
