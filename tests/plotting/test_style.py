"""The common look of pictures: what is too wide for one is made to fit."""

import pytest

from noron import plotting


@pytest.mark.parametrize(
    ("words", "columns"), [("a", 2), ("activation tanh, dropout 0.1, rate 0.01", 1), ("x" * 150, 1)]
)
def test_a_legend_fits_into_the_width_of_its_figure(words, columns):
    rows = [{"epoch": i, "loss": 1 / i} for i in (1, 2)]
    runs = {f"{words} {i}": rows for i in range(6)}
    figure = plotting.plot_runs(runs, metric="loss")
    (legend,) = figure.legends
    assert legend.get_window_extent().width <= figure.bbox.width
    assert legend._ncols == columns
    height = legend.get_window_extent().height
    assert height < 0.55 * figure.bbox.height  # the curves keep their place
