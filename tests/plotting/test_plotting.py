"""The pictures, judged by what their artists hold: data, labels, colours; never by pixels."""

import os
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import same_color, to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from scipy.special import expit
from sklearn.metrics import confusion_matrix

import noron.plotting as plotting
from noron.core.errors import DataError, MissingExtraError, SettingError
from noron.plotting.runs import spread
from noron.plotting.style import MARKERS, THEMES, contrast, look

SRC = str(Path(plotting.__file__).parents[2])


@dataclass
class Sigmoid:
    name: str = "sigmoid"

    def f(self, z):
        return expit(z)

    def df(self, z, a):
        return a * (1 - a)


def rows(count=10, rate=0.3, floor=0.1):
    t = np.arange(count)
    loss = floor + np.exp(-rate * t)
    return [
        {
            "epoch": int(i),
            "loss": loss[i],
            "accuracy": 1 - loss[i] / 3,
            "val_loss": loss[i] + 0.001 * (i - 5) ** 2,
            "val_accuracy": 0.9 - abs(i - 4) / 100,
            "seconds": 0.1,
        }
        for i in t
    ]


def digits(n=40, seed=0):
    rng = np.random.default_rng(seed)
    proba = rng.dirichlet(np.ones(10), size=n)
    return rng.random((n, 784)), rng.integers(10, size=n), proba


def texts(ax):
    return [text.get_text() for text in ax.texts]


def legend_texts(owner):
    return [text.get_text() for text in owner.get_texts()]


# --- learning curves ---------------------------------------------------------------------------


def test_history_draws_what_it_was_given_and_marks_the_best_epoch():
    given = rows()
    figure = plotting.plot_history(given, title="digits")
    loss, accuracy = figure.axes
    training, validation, best = loss.lines
    assert [r["loss"] for r in given] == list(training.get_ydata())
    assert [r["val_loss"] for r in given] == list(validation.get_ydata())
    assert (training.get_linestyle(), validation.get_linestyle()) == ("-", "--")
    lowest = int(np.argmin([r["val_loss"] for r in given]))
    assert best.get_xdata() == [lowest]
    assert best.get_ydata() == [given[lowest]["val_loss"]]
    assert accuracy.lines[2].get_xdata() == [4]
    assert "best: 90.00 % at epoch 4" in legend_texts(accuracy.get_legend())
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["loss", "accuracy"]
    assert figure.get_suptitle() == "digits"


def test_a_regression_has_one_panel_and_training_alone_one_line():
    figure = plotting.plot_history([{"epoch": 1, "loss": 3.0}, {"epoch": 2, "loss": 2.0}])
    (ax,) = figure.axes
    (line,) = ax.lines
    assert list(line.get_xdata()) == [1, 2]


def test_gaps_are_gaps_and_other_columns_are_chosen_by_name():
    given = [{"loss": 1.0, "mae": 2.0}, {"loss": None, "mae": 1.0}, {"loss": np.inf, "mae": 0.5}]
    figure = plotting.plot_history(given, metrics=["mae", "loss"])
    assert list(figure.axes[0].lines[0].get_ydata()) == [2.0, 1.0, 0.5]
    np.testing.assert_array_equal(figure.axes[1].lines[0].get_ydata(), [1.0, np.nan, np.nan])


def test_one_epoch_is_seen_as_a_point():
    (line,) = plotting.plot_history([{"loss": 1.0}]).axes[0].lines
    assert line.get_marker() == "o"


@pytest.mark.parametrize("theme", THEMES)
def test_eight_runs_have_eight_colours_markers_and_looks(theme):
    runs = {f"run {i}": rows(rate=0.1 + 0.1 * i) for i in range(8)}
    figure = plotting.plot_runs(runs, theme=theme)
    for ax in figure.axes:
        lines = ax.lines
        assert len(lines) == 8
        assert len({to_rgba(line.get_color()) for line in lines}) == 8
        assert len({line.get_marker() for line in lines}) == 8
        pairs = {(line.get_linestyle(), line.get_marker()) for line in lines}
        assert len(pairs) == 8  # told apart without any colour
        assert texts(ax) == [str(i + 1) for i in range(8)]


def test_runs_are_ranked_best_first_and_drawn_from_their_own_rows():
    runs = {"slow": rows(rate=0.1), "fast": rows(rate=0.9), "middle": rows(rate=0.3)}
    figure = plotting.plot_runs(runs, metric="loss")
    (ax,) = figure.axes
    assert [line.get_label() for line in ax.lines] == ["fast", "middle", "slow"]
    for line in ax.lines:
        assert list(line.get_ydata()) == [r["loss"] for r in runs[line.get_label()]]
    shown = legend_texts(figure.legends[0])
    assert shown[0].startswith("1  fast: ")
    assert shown[2] == f"3  slow: {runs['slow'][-1]['loss']:.4g}"
    by_accuracy = plotting.plot_runs(runs, metric="accuracy")
    assert by_accuracy.axes[0].lines[0].get_label() == "fast"
    both = plotting.plot_runs(runs, metric=["accuracy", "loss"])
    assert [ax.get_title(loc="left") for ax in both.axes] == ["accuracy", "loss"]


def test_without_validation_training_counts_and_diverged_runs_stay_listed():
    runs = {"diverged": [{"loss": np.nan}], "well": [{"loss": 1.0}, {"loss": 0.5}]}
    figure = plotting.plot_runs(runs)
    (ax,) = figure.axes
    assert ax.get_title(loc="left") == "loss"
    assert legend_texts(figure.legends[0]) == ["1  well: 0.5", "2  diverged: not finite"]
    assert texts(ax) == ["1"]


def test_losses_that_span_decades_are_drawn_on_a_log_scale():
    wide = {"a": [{"loss": 100.0}, {"loss": 0.1}], "b": [{"loss": 5.0}, {"loss": 0.2}]}
    near = {"a": [{"loss": 1.0}, {"loss": 0.5}]}
    assert plotting.plot_runs(wide).axes[0].get_yscale() == "log"
    assert plotting.plot_runs(near).axes[0].get_yscale() == "linear"


@pytest.mark.parametrize("seed", range(20))
def test_labels_are_spread_without_overlap_in_order_and_inside(seed):
    rng = np.random.default_rng(seed)
    heights = rng.random(8) ** 3
    placed = spread(heights, gap=0.075)
    assert np.diff(np.sort(placed)).min() > 0.075 - 1e-9
    assert placed.min() >= -1e-9
    assert placed.max() <= 1 + 1e-9
    assert list(np.argsort(placed)) == list(np.argsort(heights))
    far = np.linspace(0, 1, 8)
    np.testing.assert_allclose(spread(far, gap=0.075), far, atol=1e-12)


def test_rank_labels_do_not_overlap_when_drawn():
    runs = {f"run {i}": rows(floor=0.1 + 1e-4 * i) for i in range(8)}
    figure = plotting.plot_runs(runs)
    figure.canvas.draw()
    for ax in figure.axes:
        boxes = [Text.get_window_extent(text) for text in ax.texts]  # without the leader line
        tall = [(b.y0, b.y1) for b in boxes]
        for (low, high), (other_low, other_high) in combinations(tall, 2):
            assert high <= other_low + 1 or other_high <= low + 1


def test_schedules():
    figure = plotting.plot_schedule({"constant": [0.1] * 5, "step": [0.1, 0.1, 0.05, 0.05, 0.02]})
    assert list(figure.axes[0].lines[1].get_ydata()) == [0.1, 0.1, 0.05, 0.05, 0.02]
    assert legend_texts(figure.axes[0].get_legend()) == ["constant", "step"]
    assert plotting.plot_schedule([0.1, 0.2], xlabel="step").axes[0].get_xlabel() == "step"


# --- images ------------------------------------------------------------------------------------


def test_weights_are_the_columns_of_W_on_one_symmetric_scale():
    W = np.random.default_rng(0).normal(size=(6, 5))
    figure = plotting.plot_weights(W, shape=(2, 3), count=4)
    image = figure.axes[0].images[0]
    mosaic = image.get_array()
    low, high = image.get_clim()
    assert low == -high < 0
    np.testing.assert_array_equal(mosaic[:2, :3], W[:, 0].reshape(2, 3))
    across = (mosaic.shape[1] + 1) // 4
    row, place = divmod(3, across)
    tile = mosaic[3 * row : 3 * row + 2, 4 * place : 4 * place + 3]
    np.testing.assert_array_equal(tile, W[:, 3].reshape(2, 3))
    assert int((~np.ma.getmaskarray(mosaic)).sum()) == 4 * 6
    assert len(figure.axes) == 2  # the colour bar
    theme = THEMES["light"]
    assert same_color(image.cmap(image.norm(0.0)), theme.page) or np.allclose(
        image.cmap(0.5)[:3], to_rgba(theme.page)[:3], atol=0.02
    )


def test_weights_that_are_all_zero_or_fewer_than_asked():
    figure = plotting.plot_weights(np.zeros((4, 2)), shape=(2, 2), count=32)
    assert figure.axes[0].images[0].get_clim() == (-1.0, 1.0)


def test_confusion_counts_are_scikit_learns_and_rows_add_up():
    rng = np.random.default_rng(1)
    truth = rng.integers(10, size=500)
    read = np.where(rng.random(500) < 0.8, truth, rng.integers(10, size=500))
    figure = plotting.plot_confusion(truth, read)
    expected = confusion_matrix(truth, read)
    counts, shares = np.zeros((10, 10), int), np.zeros((10, 10))
    for text in figure.axes[0].texts:
        j, y = text.get_position()
        i = round(y - 0.01)
        if text.get_text().endswith("%"):
            shares[i, int(j)] = float(text.get_text().removesuffix(" %"))
        else:
            counts[i, int(j)] = int(text.get_text())
    np.testing.assert_array_equal(counts, expected)
    np.testing.assert_allclose(shares, 100 * expected / expected.sum(1, keepdims=True), atol=0.51)
    assert f"{np.trace(expected)} of 500 right" in figure.axes[0].get_title(loc="left")


@pytest.mark.parametrize("theme", THEMES)
def test_errors_beside_a_large_diagonal_stand_out_and_are_readable(theme):
    truth = np.repeat(np.arange(3), 1000)
    read = truth.copy()
    read[:4], read[1000:1002] = 1, 2
    ax = plotting.plot_confusion(truth, read, theme=theme).axes[0]
    pixels = np.asarray(ax.images[0].get_array())
    np.testing.assert_allclose(pixels[0, 1], to_rgba(THEMES[theme].lines[1])[:3], atol=0.01)
    np.testing.assert_allclose(pixels[2, 0], to_rgba(THEMES[theme].page)[:3], atol=0.01)
    assert np.ptp(pixels[[0, 1, 2], [0, 1, 2]], axis=0).max() == 0
    for text in ax.texts:
        j, i = text.get_position()
        red, green, blue = pixels[round(i - 0.01), int(j)]
        assert contrast(text.get_color(), (red, green, blue)) >= 4.5


def test_confusion_speaks_the_callers_classes():
    truth, read = np.array(["cat", "dog", "dog"]), np.array(["cat", "cat", "dog"])
    ax = plotting.plot_confusion(truth, read, classes=["dog", "cat"]).axes[0]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["dog", "cat"]
    named = plotting.plot_confusion([0, 1], [0, 0], classes=["zero", "one", "two"]).axes[0]
    assert [t.get_text() for t in named.get_xticklabels()] == ["zero", "one", "two"]
    many = plotting.plot_confusion(np.arange(40), np.arange(40)).axes[0]
    assert not many.texts


def test_mistakes_are_the_surest_wrong_ones_in_order():
    X, y, proba = digits()
    figure = plotting.plot_mistakes(X, y, proba, count=6)
    read = proba.argmax(axis=1)
    wrong = [i for i in np.argsort(-proba.max(axis=1)) if read[i] != y[i]][:6]
    drawn = [ax for ax in figure.axes if ax.get_visible()]
    assert len(drawn) == 6
    for ax, i in zip(drawn, wrong, strict=True):
        assert ax.get_title() == f"{y[i]} read as {read[i]} ({100 * proba[i].max():.0f} %)"
        np.testing.assert_array_equal(ax.images[0].get_array(), X[i].reshape(28, 28))


def test_mistakes_with_names_near_certainty_and_without_any():
    X, proba = np.zeros((2, 4)), np.array([[0.999, 0.001], [0.2, 0.8]])
    figure = plotting.plot_mistakes(
        X, [1, 1], proba, shape=(2, 2), classes=["shirt", "sandal"], title="clothes"
    )
    assert figure.axes[0].get_title() == "sandal read as shirt\n(>99 %)"
    assert figure.get_suptitle() == "clothes"
    none = plotting.plot_mistakes(X, ["a", "b"], proba, shape=(2, 2))
    assert texts(none.axes[0]) == ["no mistakes among 2"]


# --- the plane and the line --------------------------------------------------------------------


def plane(seed=0):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(60, 2))
    return X, (X[:, 0] > 0).astype(int)


@pytest.mark.parametrize(
    "predict",
    [
        lambda q: (q[:, 0] > 0).astype(int),
        lambda q: expit(5 * q[:, 0]),
        lambda q: expit(5 * q[:, :1]),
        lambda q: np.column_stack([1 - expit(5 * q[:, 0]), expit(5 * q[:, 0])]),
    ],
    ids=["labels", "probability", "column", "probabilities"],
)
def test_boundary_lies_where_the_classes_meet(predict):
    X, y = plane()
    ax = plotting.plot_boundary(predict, X, y, title="halves").axes[0]
    (contour,) = [c for c in ax.collections if len(c.get_paths()[0].vertices) > 30]
    assert np.abs(contour.get_paths()[0].vertices[:, 0]).max() < 0.05
    image = np.asarray(ax.images[0].get_array())
    assert image[50, 5, 2] > image[50, 5, 0]  # blue on the left,
    assert image[50, -5, 0] > image[50, -5, 2]  # vermilion on the right
    points = [c for c in ax.collections if len(c.get_offsets()) > 1]
    np.testing.assert_array_equal(points[0].get_offsets(), X[y == 0])
    np.testing.assert_array_equal(points[1].get_offsets(), X[y == 1])


def test_boundary_of_three_named_classes_and_of_one():
    X, _ = plane()
    y = np.array(["a", "b", "c"])[np.digitize(X[:, 0], [-0.5, 0.5])]
    predict = lambda q: np.array(["a", "b", "c"])[np.digitize(q[:, 0], [-0.5, 0.5])]  # noqa: E731
    ax = plotting.plot_boundary(predict, X, y, resolution=50).axes[0]
    assert legend_texts(ax.get_legend()) == ["a", "b", "c"]
    plotting.plot_boundary(lambda q: np.zeros(len(q)), X, np.zeros(60))


def test_fit_draws_the_function():
    x = np.linspace(-2, 2, 30)
    ax = plotting.plot_fit(lambda q: q**2, x[:, None], x**2).axes[0]
    line = ax.lines[1]
    np.testing.assert_allclose(line.get_ydata(), line.get_xdata() ** 2)
    np.testing.assert_array_equal(ax.lines[0].get_ydata(), x**2)


def test_perceptrons_line_satisfies_its_equation_and_rings_its_mistakes():
    X, y = plane()
    y[0] = 1 - y[0]
    w, b = np.array([2.0, 0.3]), -0.2
    ax = plotting.plot_perceptron(w, b, X, y).axes[0]
    ends = np.column_stack(ax.lines[0].get_data())
    np.testing.assert_allclose(ends @ w + b, 0, atol=1e-9)
    wrong = X[(X @ w + b > 0).astype(int) != y]
    np.testing.assert_allclose(ax.collections[-1].get_offsets(), wrong)
    assert f"wrong: {len(wrong)}" in legend_texts(ax.get_legend())
    untrained = plotting.plot_perceptron([0, 0], 0.0, X, np.where(y == 1, 1, -1)).axes[0]
    assert "no line: both weights are 0" in texts(untrained)


# --- activations and the drawing ---------------------------------------------------------------


def test_activation_and_its_derivative():
    ax = plotting.plot_activation(Sigmoid()).axes[0]
    f, df = ax.lines[-2:]
    z = f.get_xdata()
    assert (z.min(), z.max()) == (-5, 5)
    np.testing.assert_allclose(f.get_ydata(), expit(z))
    slope = np.gradient(f.get_ydata(), z)
    np.testing.assert_allclose(df.get_ydata()[1:-1], slope[1:-1], atol=1e-5)
    assert ax.get_title(loc="left") == "sigmoid"
    assert df.get_linestyle() == "--"


def test_activations_in_a_grid_share_their_ranges():
    figure = plotting.plot_activations([Sigmoid(f"s{i}") for i in range(6)], title="all")
    assert [ax.get_title(loc="left") for ax in figure.axes] == [f"s{i}" for i in range(6)]
    assert len({ax.get_ylim() for ax in figure.axes}) == 1
    assert legend_texts(figure.legends[0]) == ["f(z)", "f′(z)"]


def test_network_draws_each_unit_and_each_weight_or_dots():
    ax = plotting.plot_network([3, ("hidden\ntanh", 5), 2]).axes[0]
    circles = [c for c in ax.collections if len(c.get_offsets()) > 1]
    assert [len(c.get_offsets()) for c in circles] == [3, 5, 2]
    lines = [c for c in ax.collections if hasattr(c, "get_segments")]
    assert [len(c.get_segments()) for c in lines] == [15, 10]
    assert texts(ax) == ["W 3 × 5", "W 5 × 2", "3", "5", "2", "input", "hidden\ntanh", "output"]
    wide = plotting.plot_network([784, 10]).axes[0]
    assert sorted(len(c.get_offsets()) for c in wide.collections)[-3:] == [3, 6, 10]
    assert "W 784 × 10" in texts(wide)


def every_picture(theme="light"):
    X, y, proba = digits()
    P, half = plane()
    yield plotting.plot_history(rows(), title="curves", theme=theme)
    yield plotting.plot_runs({f"r{i}": rows() for i in range(8)}, title="runs", theme=theme)
    yield plotting.plot_schedule({"a": [0.1, 0.2]}, theme=theme)
    yield plotting.plot_weights(X[:32].T, theme=theme)
    yield plotting.plot_confusion(y, proba.argmax(axis=1), theme=theme)
    yield plotting.plot_mistakes(X, y, proba, theme=theme)
    yield plotting.plot_boundary(lambda q: q[:, 0] > 0, P, half == 1, title="b", theme=theme)
    yield plotting.plot_fit(lambda q: q, P[:, 0], P[:, 1], title="fit", theme=theme)
    yield plotting.plot_perceptron([1, 1], 0, P, half, title="p", theme=theme)
    yield plotting.plot_activation(Sigmoid(), theme=theme)
    yield plotting.plot_activations([Sigmoid()] * 3, theme=theme)
    yield plotting.plot_network([784, 128, 64, 10], title="net", theme=theme)


# --- legible, opaque, inside the card ----------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_lines_have_contrast(theme):
    colours = THEMES[theme]
    for text in (colours.ink, colours.muted):
        assert contrast(text, colours.page) >= 4.5
    assert len(set(colours.lines)) == 8
    for line in colours.lines:
        assert contrast(line, colours.page) >= 3.0


def test_contrast_is_wcags():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # WebAIM's example


@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_is_an_opaque_card_with_readable_text_inside(theme):
    page = THEMES[theme].page
    for figure in every_picture(theme):
        ticks = set(_tick_texts(figure))
        assert isinstance(figure, Figure)
        assert isinstance(figure.canvas, FigureCanvasAgg)
        assert same_color(figure.get_facecolor(), page)
        figure.canvas.draw()
        card = figure.bbox
        for text in figure.findobj(Text):
            if not (text.get_visible() and text.get_text().strip()):
                continue
            assert text.get_fontsize() >= 6.5
            if text.axes is None or text.axes.get_visible():
                box = text.get_window_extent()
                across = box.x0 >= card.x0 and box.x1 <= card.x1
                inside = across and box.y0 >= card.y0 and box.y1 <= card.y1
                # ticks outside the view are made but not drawn
                assert inside or text in ticks, text
        assert figure.get_figwidth() <= 7.0


TRICKY = ("$_$", "cheap ($_$)", "A$^$B", "US$ to CA$", "_private", r"\$5", "50 %_{x}")
"""Names that TeX, or a legend, takes for something else than names."""


LABELS = np.array(TRICKY)[np.arange(70) % 7]
TRICKY_PICTURES = {
    "confusion": lambda **o: plotting.plot_confusion(LABELS, np.roll(LABELS, 1), **o),
    "boundary": lambda **o: plotting.plot_boundary(
        lambda x: np.full(len(x), TRICKY[0]),
        np.random.default_rng(0).normal(size=(70, 2)),
        LABELS,
        **o,
    ),
    "schedule": lambda **o: plotting.plot_schedule({name: [1.0, 0.1] for name in TRICKY}, **o),
    "runs": lambda **o: plotting.plot_runs(dict.fromkeys(TRICKY, rows()), **o),
    "bands": lambda **o: plotting.plot_bands({"$_$": {n: [rows()] for n in TRICKY}}, "loss", **o),
}


@pytest.mark.parametrize("name", TRICKY_PICTURES)
@pytest.mark.parametrize("is_theirs", [False, True])
def test_names_are_text_whatever_stands_in_them(name, is_theirs, tmp_path):
    """In our own figures, and in axes of somebody else's."""
    if is_theirs and name in ("runs", "bands"):
        pytest.skip("it has several axes, and always a figure of its own")
    own = Figure()
    FigureCanvasAgg(own)
    options = {"ax": own.add_subplot()} if is_theirs else {}
    figure = TRICKY_PICTURES[name](title=TRICKY[1], **options)
    with rc_context({"svg.fonttype": "none"}):
        svg = plotting.save(figure, tmp_path / "picture.svg").read_text(encoding="utf-8")
    drawn = svg.partition("<defs>")[2]
    assert [text for text in TRICKY if escape(text, quote=False) not in drawn] == []


def test_powers_of_ten_along_an_axis_are_still_written_as_such(tmp_path):
    rates, losses = np.logspace(-5, 1, 30), np.linspace(1, 2, 30)
    figure = plotting.plot_rate_search([(rates, losses, losses)], 0.1, title="$_$")
    with rc_context({"svg.fonttype": "none"}):
        svg = plotting.save(figure, tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert ">$\\mathdefault" not in svg
    assert "$_$" in svg


def _tick_texts(figure):
    return [
        label
        for ax in figure.axes
        for axis in (ax.xaxis, ax.yaxis)
        for tick in axis.get_major_ticks() + axis.get_minor_ticks()
        for label in (tick.label1, tick.label2)
    ]


def test_looks_stay_distinct_beyond_eight():
    seen = {(v["linestyle"], v["marker"]) for v in (look(i, THEMES["light"]) for i in range(8))}
    assert len(seen) == len(MARKERS) == 8


def test_axes_of_the_caller_are_used():
    figure = Figure()
    left, right = figure.subplots(1, 2)
    assert plotting.plot_activation(Sigmoid(), ax=left) is figure
    assert plotting.plot_schedule([1.0, 2.0], ax=right) is figure
    assert right.lines
    part = Figure().subfigures(1, 2)[0]
    assert plotting.plot_schedule([1.0, 2.0], ax=part.subplots()) is part.figure


def test_figures_show_themselves_and_leave_no_global_state():
    figure = plotting.plot_schedule([0.1, 0.2])
    assert figure._repr_png_().startswith(b"\x89PNG")
    code = "import sys, noron.plotting as p; p.plot_network([2, 1]); print(*sys.modules, sep='\\n')"
    modules = _python(code).stdout.split()
    assert "noron.plotting" in modules
    assert "matplotlib.pyplot" not in modules


# --- files -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("b.SVG", b"<?xml"), ("c.pdf", b"%PDF")]
)
def test_save_writes_the_same_bytes_again(tmp_path, name, start):
    figure = plotting.plot_schedule([0.1, 0.2])
    path = plotting.save(figure, tmp_path / "new" / name)
    first = path.read_bytes()
    assert first.startswith(start)
    other = plotting.save(plotting.plot_schedule([0.1, 0.2]), tmp_path / "again" / name)
    assert other.read_bytes() == first
    assert os.listdir(path.parent) == [name]


def test_a_failed_save_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    target = tmp_path / "curves.png"
    target.write_bytes(b"old")
    figure = plotting.plot_schedule([0.1, 0.2])

    def full_disk(*paths):
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(DataError, match=r"curves\.png' cannot be written \(no space left\)"):
        plotting.save(figure, target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["curves.png"]


def test_missing_matplotlib_names_the_install_command():
    done = _python(
        "import sys\nsys.modules['matplotlib'] = None\n"
        "from noron.core.errors import MissingExtraError\n"
        "try:\n    import noron.plotting\n"
        "except MissingExtraError as error:\n    print(error)"
    )
    assert issubclass(MissingExtraError, ImportError)
    assert "pip install 'noron[plots]'" in done.stdout


def _python(code):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": SRC},
    )


# --- bad input ---------------------------------------------------------------------------------

X2, Y2 = plane()
XD, YD, PD = digits()


def half(q):
    return q[:, 0] > 0


BAD = [
    (lambda p: p.plot_history([]), DataError, "no rows"),
    (lambda p: p.plot_history(None), DataError, "one dictionary an epoch"),
    (lambda p: p.plot_history([3.0]), DataError, "row 0 is 3.0"),
    (lambda p: p.plot_history([{"epoch": 1}]), DataError, "no numbers to draw"),
    (lambda p: p.plot_history([{"loss": "low"}]), DataError, "no numbers"),
    (lambda p: p.plot_history([{"loss": 1.0}, {"loss": "x"}]), DataError, "give numbers"),
    (lambda p: p.plot_history(rows(), metrics=["los"]), SettingError, "did you mean 'loss'"),
    (lambda p: p.plot_history(rows(), metrics="loss"), SettingError, "give a list"),
    (lambda p: p.plot_history(rows(), theme="drak"), SettingError, "did you mean 'dark'"),
    (lambda p: p.plot_runs({}), DataError, "no runs"),
    (lambda p: p.plot_runs([rows()]), DataError, "dictionary of names"),
    (lambda p: p.plot_runs({"a": []}), DataError, "no rows"),
    (lambda p: p.plot_runs({"a": rows()}, metric="val_los"), SettingError, "'val_loss'"),
    (lambda p: p.plot_runs({"a": rows()}, metric=["loss", "los"]), SettingError, "unknown metric"),
    (lambda p: p.plot_runs({"a": [{"loss": 1}], "b": [{"r2": 1}]}), DataError, "share no"),
    (lambda p: p.plot_schedule([]), DataError, "non-empty"),
    (lambda p: p.plot_schedule({}), DataError, "no schedules"),
    (lambda p: p.plot_schedule([0.1, np.nan]), DataError, "finite"),
    (lambda p: p.plot_weights(np.ones(784)), DataError, "2-D"),
    (lambda p: p.plot_weights(np.ones((5, 4))), DataError, "784 pixels"),
    (lambda p: p.plot_weights(np.ones((4, 4)), shape=(2,)), SettingError, "height, width"),
    (lambda p: p.plot_weights(np.ones((4, 4)), (2, 2), 0), SettingError, "count is 0"),
    (lambda p: p.plot_weights("W"), DataError, "array of numbers"),
    (lambda p: p.plot_confusion([0, 1], [0]), DataError, "1 labels for 2 rows"),
    (lambda p: p.plot_confusion([], []), DataError, "not empty"),
    (lambda p: p.plot_confusion([0, 5], [0, 1], classes=["a", "b"]), DataError, "has 5"),
    (lambda p: p.plot_confusion([0], [0], classes=["a", "a"]), SettingError, "each class once"),
    (lambda p: p.plot_confusion([0, "a"], [0, 0]), DataError, "label"),
    (lambda p: p.plot_mistakes(XD, YD[:3], PD), DataError, "3 labels for 40 rows"),
    (lambda p: p.plot_mistakes(XD[:9], YD[:9], PD), DataError, "proba has 40 rows"),
    (lambda p: p.plot_mistakes(XD, YD, PD, classes="abc"), SettingError, "3 names for 10"),
    (lambda p: p.plot_mistakes(XD[:, :9], YD, PD), DataError, "784 pixels"),
    (lambda p: p.plot_boundary(half, XD, YD), DataError, "784 columns"),
    (lambda p: p.plot_boundary(lambda q: q, X2, Y2 * 0), DataError, "2 columns for 1"),
    (lambda p: p.plot_boundary(lambda q: [1.0], X2, Y2), DataError, "give one a row"),
    (lambda p: p.plot_boundary(lambda q: 9 * q[:, 0], X2, Y2), DataError, r"outside \[0, 1\]"),
    (lambda p: p.plot_boundary(half, X2, Y2, resolution=1), SettingError, "resolution is 1"),
    (lambda p: p.plot_fit(half, X2, Y2), DataError, "one input and one target"),
    (lambda p: p.plot_fit(lambda q: [1.0], X2[:, 0], Y2), DataError, "1 numbers for 400"),
    (lambda p: p.plot_perceptron([1, 2, 3], 0, X2, Y2), DataError, "3 weights"),
    (lambda p: p.plot_perceptron([1, 2], 0, X2, np.arange(60)), DataError, "60 classes"),
    (lambda p: p.plot_perceptron([1, np.inf], 0, X2, Y2), DataError, "finite"),
    (lambda p: p.plot_activations([]), DataError, "no activations"),
    (lambda p: p.plot_network([784]), DataError, "at least two"),
    (lambda p: p.plot_network(7), DataError, "such as"),
    (lambda p: p.plot_network([784, 0]), SettingError, "units of layer 1 is 0"),
    (lambda p: p.plot_network([784, (10, "out")]), DataError, "layer 1"),
    (lambda p: p.save(p.plot_schedule([1.0]), "curves.gif"), SettingError, "png, .svg or .pdf"),
    (lambda p: p.save(p.plot_schedule([1.0]), "curves"), SettingError, "png, .svg or .pdf"),
]


@pytest.mark.parametrize(("draw", "error", "says"), BAD, ids=[says for *_, says in BAD])
def test_bad_input_is_refused_in_one_line(draw, error, says):
    with pytest.raises(error, match=says) as caught:
        draw(plotting)
    assert "\n" not in str(caught.value)
