"""The certificate: trial inputs hold what is hard, and no difference is overlooked."""

import json

import numpy as np
import pytest

from export.cases import table_models
from noron import Dense, Embedding, NeuralNetwork, Standardize
from noron.core.atomic import as_json
from noron.data.tables.columns import Dates, Numbers, Texts
from noron.data.tables.encoders import Boolean, Category, Date, Number, Plain
from noron.data.targets import Targets
from noron.export import ExportModel, branch_of
from noron.export.certificate import (
    ROWS,
    Certificate,
    certificate_of,
    largest_difference,
    trial_inputs,
)


def model_of(net: NeuralNetwork) -> ExportModel:
    return ExportModel(
        branches=(branch_of([net.network]),),
        link="identity",
        targets=Targets("regression"),
        n_inputs=net.network.n_inputs,
        n_outputs=net.network.n_outputs,
        dtype=str(net.network.theta.dtype),
        predict=net.predict_proba,
    )


def net_of(*layers, n_inputs: int) -> NeuralNetwork:
    net = NeuralNetwork([*layers, Dense(1)], loss="mse", seed=0, n_inputs=n_inputs)
    net.trained = True
    return net


@pytest.mark.parametrize(
    ("result", "own", "largest"),
    [
        ([1.0, 2.0], [1.0, 2.5], 0.2),  # relative above 1,
        ([0.1, 0.2], [0.1, 0.3], 0.1),  # and absolute below
        ([1e6 + 1], [1e6], 1e-6),
        ([np.inf, -np.inf], [np.inf, -np.inf], 0.0),
        ([np.inf], [1.0], np.inf),
        ([1.0], [np.inf], np.inf),
        ([np.nan], [np.nan], 0.0),
        ([np.nan, 1.0], [1.0, 1.0], np.inf),
        ([1.0], [np.nan], np.inf),
        ([np.inf], [-np.inf], np.inf),
    ],
)
def test_the_largest_difference(result, own, largest):
    assert largest_difference(np.array(result), np.array(own)) == pytest.approx(largest)


def test_trial_rows_are_usual_small_zero_and_large():
    x = trial_inputs(model_of(net_of(n_inputs=3)))
    sizes = np.abs(x).max(axis=1)
    assert x.shape == (ROWS, 3)
    assert x.dtype == np.float32
    for low, high in ((0, 0), (1e-9, 1e-5), (0.5, 5), (1000, 10_000)):
        assert ((sizes >= low) & (sizes <= high)).sum() > 50, (low, high)


def test_trial_rows_fit_what_the_network_standardizes():
    net = net_of(Standardize(), n_inputs=2)
    net.network.learn_inputs(np.array([[1e6, 5.0], [3e6, 5.002]]))
    x = trial_inputs(model_of(net))
    assert 0.9e6 < np.median(x[:, 0]) < 3e6
    assert abs(np.median(x[:, 1]) - 5.001) < 1e-3


def test_trial_codes_lie_in_their_tables_and_outside():
    x = trial_inputs(model_of(net_of(Embedding([3, 7], [1, 2]), n_inputs=4)))
    assert set(x[:, 2]) == set(range(-1, 4))
    assert set(x[:, 3]) == set(range(-1, 8))


def test_trial_cells_are_edges_extremes_missing_and_unseen():
    rng = np.random.default_rng(0)
    cells = Number("x", center=0.5, scale=1.0, edges=(0.0, 1.0, 4.0)).examples(rng, ROWS)
    assert isinstance(cells, Numbers)
    x = cells.values
    assert np.isnan(x).sum() > 50
    assert all((x == edge).sum() > 10 for edge in (0.0, 1.0, 4.0))
    assert np.nanmin(x) < -1e4
    assert np.nanmax(x) > 1e4
    cells = Category("c", levels=("a", "b")).examples(rng, ROWS)
    assert isinstance(cells, Texts)
    assert set(cells.codes) == {-1, 0, 1, 2}
    assert cells.levels[2] not in ("a", "b")
    cells = Date("d", center=0.0, scale=0.01).examples(rng, ROWS)
    assert isinstance(cells, Dates)
    years = cells.values.astype("datetime64[Y]")
    assert np.isnat(cells.values).sum() > 50
    assert len(np.unique(years[~np.isnat(years)])) > 50
    cells = Boolean("b").examples(rng, ROWS)
    assert isinstance(cells, Numbers)
    assert {str(value) for value in cells.values} == {"0.0", "1.0", "nan"}
    cells = Plain("p", fill=3.0).examples(rng, ROWS)
    assert isinstance(cells, Numbers)
    assert np.isnan(cells.values).sum() > 50


def test_a_table_model_is_tried_on_all_its_columns():
    from noron.estimators.table.exporting import _export_model_of

    for model in table_models(2):
        frame = trial_inputs(_export_model_of(model))
        assert len(frame) == ROWS
        assert list(frame.columns) == list(model.columns_)
        assert np.isfinite(model.predict_proba(frame) if hasattr(model, "classes_")
                           else model.predict(frame)).all()  # fmt: skip


def test_what_nothing_can_run_is_not_called_equal():
    model = model_of(net_of(n_inputs=2))
    certificate = certificate_of(model, lambda inputs: None)
    assert certificate == Certificate(ROWS, None)
    assert "not compared" in str(certificate)


def test_a_wrong_row_in_a_thousand_is_seen():
    model = model_of(net_of(n_inputs=2))

    def run(x):
        prediction = model.predict(x).copy()
        prediction[617] += 0.25 * max(1, abs(prediction[617, 0]))
        return prediction

    certificate = certificate_of(model, run)
    assert certificate.largest == pytest.approx(0.25, rel=1e-6)
    assert str(certificate) == "1,000 predictions differ by at most 2.5e-01"
    kept = json.loads(as_json(certificate.settings()))
    assert (kept["rows"], kept["largest"]) == (ROWS, certificate.largest)


def test_extremes_may_overflow_in_both():
    net = NeuralNetwork([2, 1], loss="poisson", seed=0)
    net.trained = True
    net.network.theta[:] = 5
    assert certificate_of(model_of(net), net.predict_proba).largest == 0
