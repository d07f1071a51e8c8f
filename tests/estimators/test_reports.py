"""The honest report: its scores, its intervals, and whether its advice is the right one."""

import json
import re
from html import escape

import numpy as np
import pytest
from scipy import stats
from sklearn.cluster import KMeans
from sklearn.metrics import accuracy_score, log_loss, r2_score

from noron.core.errors import DataError, SettingError
from noron.data.tables import as_frame
from noron.estimators import MLPClassifier, MLPRegressor, TableClassifier, TableRegressor, report
from noron.estimators.reports import advice
from noron.estimators.reports.baselines import RIVALS
from noron.estimators.reports.scores import (
    Score,
    calibration,
    calibration_error,
    interval,
    measures,
)

QUICK = {"hidden_layer_sizes": (32,), "max_iter": 25, "n_members": 2}
ROWS = 400


def columns(n=ROWS, seed=0):
    rng = np.random.default_rng(seed)
    return {
        "a": rng.uniform(-1, 1, n),
        "b": rng.uniform(-1, 1, n),
        "noise": rng.normal(size=n),
        "town": rng.choice(["Hue", "Vinh", "Tay Ninh"], n),
    }


def on_result(table, y, model=None, **options):
    kind = TableRegressor if np.asarray(y).dtype.kind == "f" else TableClassifier
    return report(model or kind(**QUICK), table, y, **{"folds": 3, **options})


@pytest.fixture(scope="module")
def of_a_product():
    """Whether a and b have the same sign: no sum of columns knows."""
    table = columns(1200)
    return on_result(table, np.where(table["a"] * table["b"] > 0, "same", "other"))


@pytest.fixture(scope="module")
def of_numbers():
    table = columns()
    rng = np.random.default_rng(1)
    y = 40 + 9 * table["a"] + 3 * (table["town"] == "Hue") + rng.normal(size=ROWS)
    return on_result(table, y)


# ----------------------------------------------------------------------------------- scores


def test_the_interval_is_nadeau_and_bengios():
    values = [0.8, 0.9, 0.7, 0.85, 0.75]
    score = interval(values, 1 / 4)
    spread = np.std(values, ddof=1) * np.sqrt(1 / 5 + 1 / 4)
    reach = stats.t.ppf(0.975, 4) * spread
    assert score.mean == pytest.approx(0.8)
    assert (score.low, score.high) == pytest.approx((0.8 - reach, 0.8 + reach))


def test_a_single_fold_has_no_interval():
    assert interval([0.5], 1.0) == Score(0.5, 0.5, 0.5, (0.5,))


def test_measures_are_scikit_learns():
    rng = np.random.default_rng(0)
    p = rng.dirichlet([1, 1, 1], 50)
    y = rng.integers(0, 3, 50)
    found = measures(p, y, classes=True)
    assert found["log_loss"] == pytest.approx(log_loss(y, p, labels=[0, 1, 2]))
    assert found["accuracy"] == accuracy_score(y, p.argmax(axis=1))
    truth, guess = rng.normal(size=50), rng.normal(size=50)
    assert measures(guess[:, None], truth, classes=False)["r2"] == pytest.approx(
        r2_score(truth, guess)
    )


def test_calibration_tells_honest_probabilities_from_boastful_ones():
    rng = np.random.default_rng(0)
    p = rng.uniform(size=20_000)
    y = (rng.random(20_000) < p).astype(int)
    honest = calibration(np.column_stack([1 - p, p]), y)
    assert sum(rows for _, _, rows in honest) == 20_000
    assert calibration_error(honest) < 0.02
    boastful = np.clip((p - 0.5) * 3 + 0.5, 0, 1)
    assert calibration_error(calibration(np.column_stack([1 - boastful, boastful]), y)) > 0.1


@pytest.mark.parametrize("name", RIVALS)
@pytest.mark.parametrize("n_classes", [0, 3])
def test_rivals_take_tables_as_they_come(name, n_classes):
    table = columns(200)
    table["a"][::7] = np.nan
    table["when"] = np.datetime64("2024-01-01") + np.arange(200)
    frame = as_frame(table)
    y = np.arange(200) % n_classes if n_classes else table["b"] * 3
    baseline = RIVALS[name](n_classes, None, 0)
    baseline.fit(frame, y)
    prediction = baseline.predict(frame)
    assert prediction.shape == (200, n_classes or 1)
    assert np.isfinite(prediction).all()
    if n_classes:
        np.testing.assert_allclose(prediction.sum(axis=1), 1)
    if not n_classes and name != "guess":
        assert r2_score(y, prediction[:, 0]) > 0.9


def test_a_network_that_was_interrupted_ends_the_report():
    def interrupt(row):
        raise KeyboardInterrupt

    table = columns(100)
    with pytest.raises(KeyboardInterrupt):
        on_result(table, table["a"] ** 2, TableRegressor(**QUICK, callbacks=[interrupt]))


# ----------------------------------------------------------------------------------- advice


def sure(mean, reach=0.01):
    return Score(mean, mean - reach, mean + reach, ())


@pytest.mark.parametrize(
    ("guess", "linear", "boosting", "linear_ahead", "begins"),
    [
        (sure(0.3), sure(0.1), sure(0.1), sure(0.0), "Use the network:"),
        (sure(0.3), sure(0.0), sure(0.1), sure(0.1), "Use the linear model: the network is not"),
        (sure(0.3), sure(-0.1), sure(0.1), sure(0.2), "Use the linear model: on these rows"),
        (sure(0.3), sure(0.2), sure(-0.1), sure(-0.3), "Use gradient boosting"),
        (sure(0.3), sure(0.2), sure(-0.005), sure(-0.2), "Try gradient boosting first"),
        (sure(0.3), sure(0.2), sure(0.005), sure(-0.2), "Use the network, or gradient boosting"),
        (sure(-0.1), sure(0.0), sure(0.0), sure(0.0), "No model here"),
        (sure(0.005), sure(0.0), sure(0.0), sure(0.0), "No model here"),
        (sure(-0.1), sure(-0.3), sure(0.0), sure(0.3), "Use the linear model: on these rows"),
    ],
)
def test_the_advice_follows_the_evidence(guess, linear, boosting, linear_ahead, begins):
    ahead = {"guess": guess, "linear model": linear, "gradient boosting": boosting}
    name, sentence = advice.which_tool(ahead, linear_ahead)
    assert sentence.startswith(begins)
    assert name in (sentence if name != "guess" else "guess")


def test_a_product_of_columns_is_for_the_network(of_a_product):
    assert of_a_product.ahead["linear model"].low > 0
    assert not any(
        "linear model" in line and "Use the linear" in line for line in of_a_product.advice
    )
    ranked = [name for name, _, _ in of_a_product.importances]
    assert set(ranked[:2]) == {"a", "b"}
    assert of_a_product.scores["network"]["accuracy"].mean > 0.9


def test_a_sum_of_columns_is_for_the_linear_model(of_numbers):
    assert of_numbers.advice[0].startswith("Use the linear model")
    assert of_numbers.importances[0][0] == "a"
    assert of_numbers.scores["network"]["r2"].mean > 0.9


def test_noise_is_called_noise():
    table = columns()
    y = np.random.default_rng(5).choice(["x", "y"], ROWS)
    assert on_result(table, y).advice[0].startswith("No model here predicts better than a guess")


def test_a_column_that_gives_the_answer_away_is_named():
    table = columns()
    y = np.random.default_rng(5).choice(["yes", "no"], ROWS)
    table["verdict"] = np.where(y == "yes", 0.75, 0.25)
    lines = on_result(table, y).advice
    assert any("Too good to be true? Column 'verdict'" in line for line in lines)


def test_more_rows_help_where_they_do():
    by_rows = [(100, sure(-0.5)), (200, sure(-0.4))]
    assert "would help" in advice.more_rows(by_rows, sure(0.1))
    assert "may help" in advice.more_rows(by_rows, sure(0.005))
    assert "hardly help" in advice.more_rows(by_rows, sure(-0.1))
    assert advice.more_rows(by_rows, None) is None


# ----------------------------------------------------------------------------------- the object


def test_every_row_is_held_out_once(of_a_product):
    assert np.sum(of_a_product.confusion) == of_a_product.n_rows == 1200
    right = np.trace(of_a_product.confusion) / 1200
    folds = of_a_product.scores["network"]["accuracy"].folds
    assert len(folds) == 3
    assert right == pytest.approx(np.mean(folds))
    assert sum(rows for _, _, rows in of_a_product.calibration) == 1200


def test_the_model_is_fitted_to_all_rows_and_the_given_one_left_alone():
    given = TableClassifier(random_state=3, **QUICK)
    table = columns(120)
    y = np.where(table["a"] > 0, "yes", "no")
    found = on_result(table, y, given)
    assert given.get_params()["random_state"] == 3
    assert not hasattr(given, "members_")
    assert found.model.predict(table).shape == (120,)
    assert found.columns == found.model.columns_


def test_the_same_seed_tells_the_same():
    table = columns(150)
    y = np.where(table["a"] > 0, "yes", "no")
    one, two = (on_result(table, y, seed=4, time_limit=600).settings() for _ in range(2))
    for of in (one, two):
        of.pop("seconds")
    assert one == two


def test_text_names_every_model_column_and_sentence(of_numbers):
    text = str(of_numbers)
    for words in ("guess", "linear model", "gradient boosting", "network", *of_numbers.advice):
        assert words in text
    assert all(name in text for name in of_numbers.columns)


@pytest.mark.parametrize("which", ["of_a_product", "of_numbers"])
def test_the_recommended_model_is_marked(which, request):
    found = request.getfixturevalue(which)
    assert found.advice[0].startswith(("Use", "Try"))
    assert found.recommended in found.advice[0]
    marked = [line for line in str(found).splitlines() if line.startswith("* ")]
    assert [line[2:].split("  ")[0] for line in marked] == [found.recommended]
    rows = re.findall(r"<tr[^>]*class=\"[^\"]*\"[^>]*>.*?</tr>", found.html(), re.DOTALL)
    assert any(found.recommended in row for row in rows)


def test_settings_are_plain_json_with_all_folds(of_a_product, tmp_path):
    of_a_product.save(tmp_path / "report.json")
    data = json.loads((tmp_path / "report.json").read_text())
    assert data == of_a_product.settings()
    assert len(data["scores"]["gradient boosting"]["log_loss"]["folds"]) == 3
    assert data["classes"] == ["other", "same"]


@pytest.mark.parametrize("which", ["of_a_product", "of_numbers"])
def test_the_page_needs_nothing_from_outside(which, request, tmp_path):
    found = request.getfixturevalue(which)
    found.save(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    addresses = re.findall(r'(?:src|href|srcset)="([^"]{0,30})', page)
    assert addresses
    assert all(address.startswith("data:image/svg+xml;base64,") for address in addresses)
    assert "<script" not in page
    assert len(page) < 1_000_000
    assert all(escape(line) in page for line in found.advice)


def test_names_from_the_table_do_not_become_markup(tmp_path):
    table = {"<b>a</b>": columns(80)["a"], "b": columns(80)["b"]}
    found = on_result(table, np.where(table["b"] > 0, "<script>", "no"))
    page = found.html()
    assert "<script" not in page
    assert "<b>" not in page


def test_networks_of_numbers_are_judged_too():
    X = np.random.default_rng(0).normal(size=(200, 3))
    y = np.where(X[:, 0] > 0, "yes", "no")
    found = report(MLPClassifier((8,), max_iter=30), X, y, folds=2)
    assert isinstance(found.model, MLPClassifier)
    assert found.importances[0][0] == "x0"
    assert found.classes == ["no", "yes"]
    found = report(MLPRegressor(hidden_layer_sizes=(8,), max_iter=400), X, X[:, 1], folds=2)
    assert found.importances[0][0] == "x1"


# ----------------------------------------------------------------------------------- bad input


def test_what_cannot_be_judged_is_refused():
    for model in (object(), KMeans(), "network"):
        with pytest.raises(SettingError, match="give a classifier with predict_proba"):
            report(model, columns(), np.arange(ROWS) % 2)


def test_words_for_a_network_of_numbers_lead_to_the_table_estimators():
    with pytest.raises(DataError, match=r"column 'town' holds no numbers.*TableClassifier"):
        report(MLPClassifier(), columns(), np.arange(ROWS) % 2)


def test_fewer_rows_than_folds_are_refused():
    table = columns(4)
    with pytest.raises(DataError, match="4 rows, fewer than the 5 folds"):
        on_result(table, ["a", "b", "a", "b"], folds=5)


def test_a_single_class_is_refused():
    with pytest.raises(DataError, match="one class only"):
        on_result(columns(), ["a"] * ROWS)


def test_words_that_all_differ_are_no_classes():
    with pytest.raises(DataError, match="'y' has 400 different classes in 400 rows"):
        on_result(columns(), [f"word {i}" for i in range(ROWS)])


def test_six_rows_are_enough_for_three_folds():
    found = on_result({"x": [1.0, 2, 3, 4, 5, 6]}, ["a", "b"] * 3)
    assert np.sum(found.confusion) == 6


def test_a_class_that_comes_once_does_not_stop_it():
    table = columns(90)
    y = np.where(table["a"] > 0, "yes", "no")
    y[0] = "?!"
    assert len(on_result(table, y).confusion) == 3


def test_a_time_that_is_too_short_is_said():
    table = columns(300)
    y = np.where(table["a"] > 0, "yes", "no")
    found = on_result(table, y, seconds=1e-6)
    cut_short = next(line for line in found.advice if "time limit cut short" in line)
    assert all(name in cut_short for name in RIVALS if name != "guess")
    assert "network" in cut_short


def test_one_reading_of_a_column_holds_in_all_folds() -> None:
    days = [f"{1 + i % 12:02}/{1 + i % 11:02}/2024" for i in range(60)]
    days[7] = "25/01/2024"  # the only one that tells the order
    kids = [str(i % 2) for i in range(60)]
    kids[17] = "2"
    table = {"day": days, "kids": kids, "x": list(range(60))}
    model = TableClassifier(max_iter=2, n_members=1, blend=False)
    told = report(model, table, ["a", "b"] * 30, folds=3, seconds=2)
    assert told.columns["kids"].startswith("number")
    assert "day, month, year" in told.columns["day"]
    assert told.model.kinds is None
    assert model.kinds is None
