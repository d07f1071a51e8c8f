"""`TableClassifier` and `TableRegressor`: scikit-learn's own checks, and tables as they come."""

import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.inspection import permutation_importance
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils.estimator_checks import parametrize_with_checks

from noron.core.errors import DataError, SettingError
from noron.estimators import TableClassifier, TableRegressor
from noron.estimators.table.ensemble import best_share, folds
from noron.layers import Embedding

N = 240
QUICK = {"hidden_layer_sizes": (16,), "max_iter": 8, "n_members": 2, "random_state": 0}


@parametrize_with_checks([TableClassifier(), TableRegressor()])
def test_scikit_learns_checks_pass(estimator, check):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check(estimator)


def a_table(n=N, seed=0):
    rng = np.random.default_rng(seed)
    return {
        "size": np.where(rng.random(n) < 0.1, np.nan, rng.normal(50, 9, n)),
        "colour": rng.choice(["red", "green", "blue"], n),
        "street": rng.choice([f"street {i}" for i in range(20)], n),
        "sold": np.datetime64("2020-01-01") + rng.integers(0, 900, n),
        "new": rng.random(n) > 0.5,
    }


def labels_of(table):
    return np.where((table["colour"] == "red") ^ table["new"], "high", "low")


def numbers_of(table):
    return 10 * np.nan_to_num(table["size"], nan=50) + 90 * table["new"]


@pytest.fixture(scope="module")
def fitted():
    table = a_table()
    return TableClassifier(**QUICK).fit(table, labels_of(table)), table


# ------------------------------------------------------------------------------ what is learnt


def test_columns_that_act_together_are_learnt():
    table, new = a_table(1000), a_table(seed=1)
    model = TableClassifier((64,), max_iter=40, n_members=2, random_state=0)
    model.fit(table, labels_of(table))
    assert model.score(new, labels_of(new)) > 0.9
    assert model.additive_share_ < 0.5


def test_a_sum_of_columns_is_left_to_the_additive_models():
    table = a_table()
    model = TableRegressor(**QUICK).fit(table, numbers_of(table))
    assert model.additive_share_ > 0.5
    new = a_table(seed=1)
    assert model.score(new, numbers_of(new)) > 0.95
    alone = TableRegressor(**QUICK, blend=False).fit(table, numbers_of(table))
    assert alone.additive_ == []
    assert alone.score(new, numbers_of(new)) < model.score(new, numbers_of(new))


def test_the_best_share_is_the_one_with_the_least_loss_on_held_out_rows():
    class Says:
        def __init__(self, value):
            self.value = value

        def predict_proba(self, x):
            return np.full((len(x), 1), self.value)

    from noron.estimators.table.ensemble import TrainingRows

    rows = TrainingRows(np.zeros((10, 1)), np.full(10, 0.3), None)
    parts = [(np.arange(5), np.arange(5, 10))]
    share = best_share([Says(0.0)], [Says(1.0)], (rows, rows), parts, "regression")
    assert share == pytest.approx(0.3)


def test_predictions_stay_in_the_range_of_what_was_seen():
    table = a_table()
    y = numbers_of(table)
    model = TableRegressor(**QUICK).fit(table, y)
    far = a_table(seed=2) | {"size": np.full(N, 1e6)}
    assert model.predict(far).max() <= y.max()


def test_each_member_holds_other_rows_out_and_classes_are_kept_together():
    y = np.repeat([0, 1], [100, 400])
    parts = list(folds(y, 4, classes=True, seed=0))
    held_out = np.concatenate([h for _, h in parts])
    assert len(held_out) == len(np.unique(held_out)) == 400
    for train, h in parts:
        assert np.intersect1d(train, h).size == 0
        assert abs(y[h].mean() - 0.8) < 0.01


def test_few_rows_are_all_learnt_from():
    for train, held_out in folds(np.arange(99), 3, classes=False, seed=0):
        assert len(train) == 99
        assert held_out is None


def test_many_words_get_vectors(fitted):
    model, _ = fitted
    first = model.members_[0].network.layers[0]
    assert isinstance(first, Embedding)
    assert first.sizes == (21,)


def test_rare_classes_count_more_when_asked():
    rng = np.random.default_rng(0)
    table = {"a": rng.normal(size=300)}
    y = np.where(rng.normal(size=300) + table["a"] > 2, "rare", "often")
    plain = TableClassifier(**QUICK).fit(table, y)
    fair = TableClassifier(**QUICK, class_weight="balanced").fit(table, y)
    assert fair.predict_proba(table)[:, 1].mean() > 1.5 * plain.predict_proba(table)[:, 1].mean()
    also = TableClassifier(**QUICK, class_weight={"rare": 9.0}).fit(table, y)
    assert also.predict_proba(table)[:, 1].mean() > plain.predict_proba(table)[:, 1].mean()


# --------------------------------------------------------------------------------- the table


def test_the_target_may_be_a_column_of_the_table(fitted):
    model, table = fitted
    whole = {**table, "price": labels_of(table)}
    again = clone(model).fit(whole, "price")
    assert again.target_name_ == "price"
    assert again.feature_names_in_.tolist() == list(table)
    np.testing.assert_array_equal(again.predict_proba(table), model.predict_proba(table))
    np.testing.assert_array_equal(again.predict_proba(whole), model.predict_proba(table))


def test_rows_without_a_target_are_left_out_with_a_warning():
    table = a_table()
    y = labels_of(table).astype(object)
    y[:5] = None
    with pytest.warns(UserWarning, match="5 of 240 rows have nothing in column 'price'"):
        model = TableClassifier(**QUICK).fit({**table, "price": y}, "price")
    assert model.classes_.tolist() == ["high", "low"]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_data_frames_say_the_same_as_a_dict(library, fitted):
    model, table = fitted
    module = pytest.importorskip(library)
    plain = {name: values.tolist() for name, values in table.items()}
    plain["size"] = [None if v != v else v for v in plain["size"]]
    frame = {
        "pandas": lambda: module.DataFrame(table),
        "polars": lambda: module.DataFrame(plain),
        "pyarrow": lambda: module.table(plain),
    }[library]()
    np.testing.assert_array_equal(model.predict_proba(frame), model.predict_proba(table))
    again = clone(model).fit(frame, labels_of(table))
    np.testing.assert_array_equal(again.predict_proba(table), model.predict_proba(table))


def test_columns_may_come_in_any_order_and_words_may_be_new(fitted):
    model, table = fitted
    turned = dict(reversed(table.items()))
    np.testing.assert_array_equal(model.predict_proba(turned), model.predict_proba(table))
    new = {name: values[:2] for name, values in table.items()}
    new |= {"colour": ["violet", None], "street": ["elsewhere", None], "size": [None, 1e9]}
    assert np.isfinite(model.predict_proba(new)).all()


def test_numbers_for_classes_come_back_as_numbers():
    table = a_table()
    for y in (np.arange(N) % 3, np.arange(N) % 2 == 0, (np.arange(N) % 2) * 1.0):
        model = TableClassifier(**QUICK).fit(table, y)
        assert model.predict(table).dtype == y.dtype


# ------------------------------------------------------------------------------- bad input


def test_a_single_class_is_refused():
    with pytest.raises(DataError, match="one class only, 'a'"):
        TableClassifier(**QUICK).fit(a_table(), ["a"] * N)


@pytest.mark.parametrize("kind", [TableClassifier, TableRegressor])
def test_the_target_among_the_features_is_refused(kind):
    table = a_table()
    y = labels_of(table) if kind is TableClassifier else numbers_of(table)
    with pytest.raises(DataError, match="column 'answer' of X is the target itself"):
        kind(**QUICK).fit({**table, "answer": y}, y)


def test_a_label_that_is_missing_is_named_by_its_row():
    y = labels_of(a_table()).astype(object)
    y[7] = None
    with pytest.raises(DataError, match="y has nothing in row 7"):
        TableClassifier(**QUICK).fit(a_table(), y)


def test_two_columns_of_one_name_and_lazy_tables_are_refused():
    pd = pytest.importorskip("pandas")
    twice = pd.DataFrame(np.zeros((N, 2)), columns=["a", "a"])
    with pytest.raises(DataError, match="two columns are called 'a'"):
        TableClassifier(**QUICK).fit(twice, labels_of(a_table()))
    pl = pytest.importorskip("polars")
    with pytest.raises(DataError, match="lazy table"):
        TableClassifier(**QUICK).fit(pl.DataFrame({"a": np.zeros(N)}).lazy(), ["a", "b"] * 120)


def test_words_for_a_regressor_lead_to_the_classifier():
    table = a_table()
    with pytest.raises(DataError, match="use TableClassifier"):
        TableRegressor(**QUICK).fit(table, labels_of(table))
    with pytest.raises(DataError, match="use TableClassifier"):
        TableRegressor(**QUICK).fit(table, "colour")


def test_an_identifier_is_not_embedded():
    table = a_table() | {"key": [f"k{i}" for i in range(N)]}
    with pytest.raises(DataError, match="column 'key' has a different value in each"):
        TableClassifier(**QUICK, kinds={"key": "embedded"}).fit(table, labels_of(table))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"size": ["large"] * N}, "column 'size' has 'large' in row 0"),
        ({"sold": np.arange(N)}, "column 'sold' has 0 in row 0: in training it held dates"),
        ({"new": ["perhaps"] * N}, "in training it held yes or no"),
    ],
)
def test_a_column_that_changed_its_type_is_named(fitted, change, says):
    model, table = fitted
    with pytest.raises(DataError, match=says):
        model.predict({**table, **change})


def test_a_column_that_is_gone_is_named(fitted):
    model, table = fitted
    with pytest.raises(DataError, match="street"):
        model.predict({name: v for name, v in table.items() if name != "street"})


def test_settings_are_checked_with_the_nearest_name():
    table = a_table()
    with pytest.raises(ValueError, match="relu"):
        TableClassifier(activation="rleu").fit(table, labels_of(table))
    with pytest.raises(SettingError, match="colour"):
        TableClassifier(kinds={"color": "category"}).fit(table, labels_of(table))


# -------------------------------------------------------------------- inside the ecosystem


def test_the_same_random_state_makes_the_same_bits(fitted):
    model, table = fitted
    again = clone(model).fit(table, labels_of(table))
    np.testing.assert_array_equal(again.predict_proba(table), model.predict_proba(table))
    other = clone(model).set_params(random_state=1).fit(table, labels_of(table))
    assert not np.array_equal(other.predict_proba(table), model.predict_proba(table))


def test_pipelines_searches_and_importances_take_data_frames():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(a_table())
    y = labels_of(a_table())
    model = TableClassifier(**QUICK)
    same = make_pipeline(FunctionTransformer(), model)
    assert cross_val_score(same, frame, y, cv=2).shape == (2,)
    search = GridSearchCV(model, {"weight_decay": [0.0, 0.3]}, cv=2).fit(frame, y)
    found = permutation_importance(search.best_estimator_, frame, y, n_repeats=2, random_state=0)
    assert found.importances_mean.shape == (5,)


def test_an_interruption_keeps_what_was_learnt():
    table = a_table()

    def interrupt(row):
        if row["epoch"] == 3:
            raise KeyboardInterrupt

    model = TableClassifier(**QUICK, callbacks=[interrupt])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(table, labels_of(table))
    assert len(model.members_) == 1
    assert model.history_[0].interrupted
    assert np.isfinite(model.predict_proba(table)).all()


def test_curves_are_drawn_and_members_counted(fitted):
    pytest.importorskip("matplotlib")
    model, _ = fitted
    assert len(model.members_) == len(model.history_) == 2
    assert model.n_iter_ == max(len(history) for history in model.history_)
    assert model.plot(1).axes
