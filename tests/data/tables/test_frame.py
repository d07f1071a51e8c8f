"""A table as it comes, from whatever holds it."""

import datetime as dt

import numpy as np
import pytest

from noron.core.errors import DataError
from noron.data import read
from noron.data.tables import Dates, Frame, Numbers, Texts, as_frame

AGE = [30.0, np.nan, 50.0]
WORD = ["red", None, "blue"]
DAY = np.array(["2024-01-01", "NaT", "2024-03-01T12:00"], dtype="datetime64[us]")
YES = [True, False, True]
PLAIN = {"age": AGE, "word": WORD, "day": DAY, "yes": YES}


def check(frame: Frame, *, named: bool = True) -> None:
    age, word, day, yes = frame.columns.values()
    assert isinstance(age, Numbers)
    np.testing.assert_array_equal(age.values, AGE)
    assert isinstance(word, Texts)
    assert [word.levels[c] if c >= 0 else None for c in word.codes] == WORD
    assert isinstance(day, Dates)
    np.testing.assert_array_equal(day.values, DAY)
    assert isinstance(yes, Numbers)
    assert yes.boolean
    np.testing.assert_array_equal(yes.values, [1, 0, 1])
    assert frame.n_rows == len(frame) == 3
    assert frame.named is named


def test_a_dict_of_columns():
    check(as_frame(PLAIN))


def test_a_list_of_dicts_in_which_keys_may_be_missing():
    moments = [dt.datetime(2024, 1, 1), None, dt.datetime(2024, 3, 1, 12)]
    rows = [
        {"age": 30, "word": "red", "day": moments[0], "yes": True},
        {"yes": False},
        {"age": 50, "word": "blue", "day": moments[2], "yes": True},
    ]
    frame = as_frame(rows)
    assert list(frame.columns) == ["age", "word", "day", "yes"]
    check(frame)


@pytest.mark.parametrize("words", ["object", "str", "category"])
def test_a_data_frame_of_pandas(words):
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame(PLAIN)
    table["word"] = table["word"].astype(words) if words != "str" else table["word"]
    check(as_frame(table))
    check(as_frame(table.convert_dtypes()))


def test_a_data_frame_of_pandas_with_a_time_zone_is_in_utc():
    pd = pytest.importorskip("pandas")
    table = pd.DataFrame({"day": pd.to_datetime(["2024-01-01 07:00"]).tz_localize("Asia/Tokyo")})
    day = as_frame(table).columns["day"]
    assert isinstance(day, Dates)
    assert day.values[0] == np.datetime64("2023-12-31T22:00")


def test_a_data_frame_of_polars():
    pl = pytest.importorskip("polars")
    check(as_frame(pl.DataFrame({"age": [30.0, None, 50.0], "word": WORD, "day": DAY, "yes": YES})))


def test_a_table_of_pyarrow():
    pa = pytest.importorskip("pyarrow")
    age = pa.array([30.0, None, 50.0])
    check(as_frame(pa.table({"age": age, "word": WORD, "day": pa.array(DAY), "yes": YES})))


def test_an_array_has_columns_by_place():
    frame = as_frame(np.array([[1, 2], [3, 4]]))
    assert list(frame.columns) == ["x0", "x1"]
    assert not frame.named
    mixed = as_frame([[1, "a"], [2, "b"]])
    assert isinstance(mixed.columns["x0"], Numbers)
    assert isinstance(mixed.columns["x1"], Texts)


def test_a_csv_file(tmp_path):
    (tmp_path / "t.csv").write_text("age,word\n30,red\n,\n50,blue\n")
    frame = read(tmp_path / "t.csv")
    word = frame.columns["word"]
    assert isinstance(word, Texts)
    assert word.codes.tolist() == [0, -1, 1]


def test_durations_are_seconds():
    (column,) = as_frame({"t": np.array([1500, "NaT"], dtype="timedelta64[ms]")}).columns.values()
    np.testing.assert_array_equal(column.values, [1.5, np.nan])


def test_rows_are_taken_in_any_order_with_the_words_they_have():
    frame = as_frame(PLAIN).take(np.array([2, 2, 1]))
    assert len(frame) == 3
    word = frame.columns["word"]
    assert isinstance(word, Texts)
    assert word.levels == ("blue",)
    assert word.codes.tolist() == [0, 0, -1]
    np.testing.assert_array_equal(frame.columns["age"].values, [50, 50, np.nan])


def test_columns_are_left_out_and_picked_by_name():
    frame = as_frame(PLAIN)
    assert list(frame.without("word").columns) == ["age", "day", "yes"]
    with pytest.raises(DataError, match="word"):
        frame.pick("wrod")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({}, "no columns"),
        ({"a": []}, "0 rows"),
        ({"a": [1, 2], "b": [1]}, "column 'b' has 1 rows, 'a' has 2"),
        ({"a": np.zeros((2, 2))}, "one value a row"),
        ({"a": [1, np.inf]}, "column 'a' is infinity in row 1"),
        ({"a": np.array([1j])}, "Complex data"),
        (np.zeros(3), "rows and columns"),
        (np.zeros((0, 3)), "none of them empty"),
        ("table.parquet", "table.parquet"),
    ],
)
def test_what_is_no_table_is_refused(table, says):
    with pytest.raises(DataError, match=says):
        as_frame(table)


def test_cells_that_hold_lists_are_refused():
    with pytest.raises(TypeError, match="column 'a' holds list"):
        as_frame({"a": [[1], [2, 3]]})
    with pytest.raises(TypeError, match="column 'a' holds list"):
        as_frame({"a": [[1], [2]]})


def test_texts_that_look_the_same_are_the_same():
    column = as_frame({"a": ["café", "cafe\u0301", " café\u200b", b"caf\xc3\xa9"]}).columns["a"]
    assert column.levels == ("café",)
