"""What a column is taken for, and the numbers that come of it."""

import json

import numpy as np
import pytest

from noron.core.errors import DataError, SettingError
from noron.data.tables import Encoding, How, as_frame, learn
from noron.data.tables.encoders import Embedded

ROWS = 100
rng = np.random.default_rng(0)


def learnt(column, kind=None, weight=None, **how):
    """The encoding of a table of one column called c, and the table."""
    frame = as_frame({"c": column})
    return learn(frame, weight, kind and {"c": kind}, How(**how)), frame


def encoded(column, kind=None, **how):
    encoding, frame = learnt(column, kind, **how)
    return encoding.encode(frame)


def taken_for(column, kind=None):
    return learnt(column, kind)[0].describe().split("  ", 1)[1].strip()


# ----------------------------------------------------------------------------------- numbers


def test_a_number_is_centred_scaled_and_clipped_smoothly():
    x = rng.normal(50, 7, ROWS)
    z = encoded(x, bins=0)[:, 0]
    first, median, third = np.quantile(x, [0.25, 0.5, 0.75], method="inverted_cdf")
    u = (x - median) / (third - first)
    np.testing.assert_allclose(z, u / np.sqrt(1 + (u / 3) ** 2), rtol=1e-6)
    encoding, _ = learnt(x, bins=0)
    assert abs(encoding.encode(as_frame({"c": [1e300]}))[0, 0]) <= 3


def test_the_bins_are_the_papers_piecewise_linear_code():
    x = rng.uniform(0, 1, ROWS)
    code = encoded(x, bins=4)[:, 1:]
    edges = np.quantile(x, [0, 0.25, 0.5, 0.75, 1], method="inverted_cdf")
    for j in range(4):
        width = edges[j + 1] - edges[j]
        inside = (edges[j] <= x) & (x < edges[j + 1])
        expected = np.where(x < edges[j], 0, np.where(inside, (x - edges[j]) / width, 1))
        np.testing.assert_allclose(code[:, j], expected, atol=1e-6)


def test_a_long_tail_is_taken_by_its_logarithm_on_either_side():
    x = np.exp(rng.normal(0, 2, ROWS))
    assert taken_for(x) == "number, skewed (its logarithm is used)"
    z = encoded(x, bins=0)[:, 0]
    np.testing.assert_allclose(encoded(-x, bins=0)[:, 0], -z, atol=0.02)
    assert (np.diff(z[np.argsort(x)]) >= 0).all()


def test_missing_numbers_are_zero_beside_a_one():
    x = np.where(np.arange(ROWS) % 5 == 0, np.nan, rng.normal(size=ROWS))
    code = encoded(x, bins=4)
    np.testing.assert_array_equal(code[:, -1], np.isnan(x))
    assert not code[np.isnan(x), :-1].any()


def test_a_gap_that_training_did_not_have_is_the_middle():
    encoding, _ = learnt(rng.normal(size=ROWS), bins=0)
    np.testing.assert_array_equal(encoding.encode(as_frame({"c": [np.nan]})), [[0]])


@pytest.mark.parametrize("kind", ["number", "word", "date"])
def test_whole_weights_are_rows_repeated(kind):
    weight = rng.integers(1, 5, ROWS)
    column = {
        "number": np.exp(rng.normal(size=ROWS)),
        "word": rng.choice(list("abcdefghijklmnopqrstuvwxyz"), ROWS),
        "date": np.datetime64("2020-01-01") + rng.integers(0, 999, ROWS),
    }[kind]
    weighted, frame = learnt(column, weight=weight.astype(float), rarest=6.0)
    repeated, _ = learnt(np.repeat(column, weight), rarest=6.0)
    np.testing.assert_allclose(weighted.encode(frame), repeated.encode(frame), rtol=1e-6)


# ----------------------------------------------------------------------------------- words


def test_few_words_are_one_hot_and_unseen_ones_have_a_place():
    encoding, frame = learnt(["a", "b"] * 20 + ["c"] * 5)
    code = encoding.encode(frame)
    np.testing.assert_array_equal(code.sum(axis=1), 1)
    assert code.shape[1] == 4
    np.testing.assert_array_equal(encoding.encode(as_frame({"c": ["z"]})), [[1, 0, 0, 0]])


def test_many_words_are_codes_of_a_learnt_table():
    words = [f"w{i % 30}" for i in range(300)]
    encoding, frame = learnt(words)
    assert isinstance(encoding.encoders[0], Embedded)
    assert encoding.table_sizes == (31,)
    code = encoding.encode(frame)[:, 0]
    assert set(code.tolist()) == set(range(1, 31))
    assert encoding.encode(as_frame({"c": ["never seen"]}))[0, 0] == 0


def test_rare_words_share_the_place_of_unseen_ones():
    encoding, frame = learnt(["a"] * 30 + ["b"] * 30 + ["c", "d", "d"])
    code = encoding.encode(frame)
    np.testing.assert_array_equal(code[-3:, 0], 1)
    assert "2 rare ones grouped" in encoding.describe()


def test_nothing_is_a_word_of_its_own_where_training_had_it():
    code = encoded(["a", "b", None] * 10)
    assert code.shape[1] == 4
    np.testing.assert_array_equal(code[2::3], [[0, 0, 0, 1]] * 10)


# ------------------------------------------------------------------------- dates, yes and no


def test_a_date_is_its_time_and_its_places_in_the_cycles():
    days = np.datetime64("2023-01-01") + np.arange(0, 700, 7)  # Sundays
    encoding, frame = learnt(days)
    assert "year, month" in encoding.describe()
    assert "week" not in encoding.describe()
    code = encoding.encode(frame)
    np.testing.assert_allclose(code[:, 1] ** 2 + code[:, 2] ** 2, 1, rtol=1e-6)
    assert (np.diff(code[:, 0]) > 0).all()


def test_yes_and_no_are_one_and_minus_one_and_nothing_between():
    code = encoded(["yes", "no", ""] * 10)
    np.testing.assert_array_equal(code[:3], [[1, 0], [-1, 0], [0, 1]])
    np.testing.assert_array_equal(encoded([True, False] * 10)[:2], [[1], [-1]])
    np.testing.assert_array_equal(encoded([0, 1] * 10)[:2], [[-1], [1]])


# ----------------------------------------------------------------------------------- left out


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ([3] * 30, "the same in every row"),
        ([None] * 30, "empty in every row"),
        ([f"name {i}" for i in range(30)], "different in almost every row"),
    ],
)
def test_what_says_nothing_is_left_out_with_the_reason(column, why):
    frame = as_frame({"c": column, "x": rng.normal(size=30)})
    encoding = learn(frame, None, None, How())
    assert why in encoding.describe()
    assert encoding.encoders[0].width == 0


@pytest.mark.parametrize("name", ["id", "ID", "user_id", "customerId", "Unnamed: 0", "index", "no"])
def test_numbers_that_name_the_rows_are_left_out(name):
    frame = as_frame({name: rng.permutation(50), "x": rng.normal(size=50)})
    assert "like an identifier" in learn(frame, None, None, How()).describe()


@pytest.mark.parametrize("name", ["year", "width", "paid", "salary"])
def test_numbers_that_do_not_are_kept(name):
    frame = as_frame({name: np.arange(1950, 2000)})
    assert "number" in learn(frame, None, None, How()).describe()


# ----------------------------------------------------------------------------------- wishes


@pytest.mark.parametrize(
    ("column", "kind", "words"),
    [
        ([1, 2, 3] * 10, "category", "3 categories (1, 2, 3)"),
        (["a", "b"] * 10, "embedded", "as learnt vectors"),
        (["01", "02"] * 10, "number", "number"),
        ([0, 1] * 10, "number", "number"),
        (["a", "b"] * 10, "drop", "left out: as requested"),
        (["2020-01-01", "2021-01-01"] * 10, "category", "2 categories"),
    ],
)
def test_a_wish_is_obeyed(column, kind, words):
    frame = as_frame({"c": column, "x": rng.normal(size=len(column))})
    assert words in learn(frame, None, {"c": kind}, How()).describe()


@pytest.mark.parametrize(
    ("column", "kind", "says"),
    [
        (["a", "b"] * 10, "number", "'c' cannot have the kind number"),
        (["a", "b"] * 10, "date", "'c' cannot have the kind date"),
        ([1, 2, 3] * 10, "boolean", "'c' cannot have the kind boolean"),
        ([f"k{i}" for i in range(30)], "embedded", "'c' has a different value in each of its 30"),
        (np.arange(30), "category", "'c' has a different value in each of its 30"),
        (np.datetime64("2020-01-01") + np.arange(30), "category", "'c' holds dates"),
    ],
)
def test_a_wish_that_cannot_be_obeyed_names_the_column(column, kind, says):
    with pytest.raises(DataError, match=says):
        learnt(column, kind)


def test_wishes_for_unknown_columns_and_kinds_name_the_nearest():
    frame = as_frame({"height": [1.0, 2.0]})
    with pytest.raises(SettingError, match="height"):
        learn(frame, None, {"hight": "number"}, How())
    with pytest.raises(SettingError, match="category"):
        learn(frame, None, {"height": "categories"}, How())


# ----------------------------------------------------------------------------------- new rows

TABLE = {
    "number": rng.normal(size=ROWS),
    "text number": [f"{v:.2f}".replace(".", ",") for v in rng.normal(size=ROWS)],
    "few": rng.choice(["a", "b"], ROWS),
    "many": rng.choice([f"w{i}" for i in range(20)], ROWS),
    "yes": rng.choice(["yes", "no"], ROWS),
    "day": np.datetime64("2020-01-01") + rng.integers(0, 999, ROWS),
    "text day": [f"{d}.03.2020" for d in rng.integers(1, 30, ROWS)],
}


@pytest.fixture(scope="module")
def of_all():
    return learn(as_frame(TABLE), None, None, How())


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("number", "large", "'large' in row 0: in training it held numbers"),
        ("number", np.datetime64("2020-01-01"), "in training it held numbers"),
        ("text number", "a lot", "'a lot' in row 0: in training it held numbers"),
        ("few", np.datetime64("2020-01-01"), "in training it held words"),
        ("yes", "perhaps", "'perhaps' in row 0: in training it held yes or no"),
        ("yes", 3.0, "3 in row 0: in training it held yes or no"),
        ("day", 17.0, "17 in row 0: in training it held dates"),
        ("text day", "2020/03/01", "in training it held dates \\(day, month, year\\)"),
    ],
)
def test_a_column_that_changed_its_type_is_named(of_all, name, value, says):
    row = {key: [values[0]] for key, values in TABLE.items()}
    row[name] = np.array([value]) if isinstance(value, np.datetime64) else [value]
    with pytest.raises(DataError, match=f"column '{name}' has .*{says}"):
        of_all.encode(as_frame(row))


def test_columns_may_come_in_another_order_and_with_others(of_all):
    turned = {"extra": np.zeros(ROWS), **dict(reversed(TABLE.items()))}
    np.testing.assert_array_equal(of_all.encode(as_frame(turned)), of_all.encode(as_frame(TABLE)))


def test_a_column_that_is_not_there_is_named(of_all):
    rest = {name: values for name, values in TABLE.items() if name != "few"}
    with pytest.raises(DataError, match="few"):
        of_all.encode(as_frame(rest))


def test_settings_through_json_give_the_same_encoding(of_all):
    again = Encoding.of_settings(json.loads(json.dumps(of_all.settings())))
    assert again == of_all
    np.testing.assert_array_equal(again.encode(as_frame(TABLE)), of_all.encode(as_frame(TABLE)))


def test_numbers_come_first_and_codes_last(of_all):
    code = of_all.encode(as_frame(TABLE))
    assert code.shape == (ROWS, of_all.width)
    assert code.dtype == np.float32
    np.testing.assert_array_equal(code[:, -1], np.rint(code[:, -1]))
    assert len(of_all.table_sizes) == 1


@pytest.mark.parametrize(("step", "expected"), [(1, "4 categories"), (1000, "number")])
def test_whole_numbers_that_only_differ_beyond_float64_are_categories(step, expected):
    column = [str(2**53 + step * (i % 4)) for i in range(ROWS)]
    assert taken_for(column).startswith(expected)
    assert taken_for(np.array(column, dtype=np.int64)).startswith(expected)
