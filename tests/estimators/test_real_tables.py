"""Tables as people have them: codes, thousands, units, offsets, odd cells, labels of any form."""

import warnings

import numpy as np
import pytest

from noron.core.errors import DataError, DataWarning, TrainingWarning
from noron.data import read
from noron.data.tables import as_frame, learn
from noron.data.tables.encoding import How
from noron.data.tables.target import read_target
from noron.estimators import MLPClassifier, MLPRegressor, TableClassifier, TableRegressor

pd = pytest.importorskip("pandas")

N = 200
rng = np.random.default_rng(0)
NOISE = rng.normal(size=N)


def classifier(**settings):
    return TableClassifier(max_iter=30, n_members=1, blend=False, random_state=0, **settings)


def encoded(column):
    frame = as_frame({"c": column})
    return learn(frame, None, None, How()).encode(frame)


# ---- codes are the same category wherever they come from

CODES = {
    "seven digits": 1234560 + np.arange(6),
    "beyond 2^53": 2**53 + np.arange(6),
    "eighteen digits": 10**17 + np.arange(6),
    "small": np.arange(6),
}
FORMS = {
    "integers": lambda codes: codes,
    "text": lambda codes: [str(code) for code in codes],
    "a categorical type": lambda codes: pd.Categorical(codes),
    "a categorical type of text": lambda codes: pd.Categorical([str(code) for code in codes]),
    "text of floats": lambda codes: [f"{code}.0" for code in codes],
}


@pytest.mark.parametrize("codes", CODES)
@pytest.mark.parametrize("form", FORMS)
def test_a_code_is_one_category_in_every_form(codes, form):
    drawn = CODES[codes][rng.integers(0, 6, N)]
    y = np.isin(drawn, CODES[codes][[0, 3, 5]]).astype(int)

    def table(make):
        return pd.DataFrame({"branch": make(drawn), "noise": NOISE})

    model = classifier(kinds={"branch": "category"}).fit(table(FORMS[form]), y)
    assert "6 categories" in model.columns_["branch"]
    for other in FORMS.values():
        assert model.score(table(other), y) == 1.0


def test_floats_with_whole_values_are_the_same_codes():
    drawn = 1234560 + rng.integers(0, 6, N)
    y = drawn % 2
    model = classifier(kinds={"branch": "category"}).fit({"branch": drawn, "noise": NOISE}, y)
    assert model.score({"branch": drawn.astype(float), "noise": NOISE}, y) == 1.0


@pytest.mark.parametrize("codes", [["007", "7", "07"], ["01099", "10990", "00001"]])
def test_zeros_in_front_make_another_code(codes, tmp_path):
    drawn = [codes[k] for k in rng.integers(0, 3, N)]
    y = [code == codes[0] for code in drawn]
    path = tmp_path / "t.csv"
    rows = "".join(f"{c},{x}\n" for c, x in zip(drawn, NOISE, strict=True))
    path.write_text("code,noise\n" + rows)
    model = classifier().fit(read(path), y)
    assert model.score({"code": drawn, "noise": NOISE}, y) == 1.0
    assert model.score(read(path), y) == 1.0


@pytest.mark.parametrize(
    "values",
    [
        *([3, 1, 2], ["3", "1", "2"], [30, 10, 20], [1.0, 2.0, 3.5], [True, False, True]),
        *(["b", "a", "c"], ["2024-01-01", "2024-01-02", "2024-01-03"]),
    ],
)
def test_a_categorical_type_makes_categories(values):
    column = pd.Series(pd.Categorical(values * 20, categories=[*dict.fromkeys(values)]))
    frame = as_frame(pd.DataFrame({"c": column}))
    described = learn(frame, None, None, How()).describe()
    assert f"{len(set(values))} categories" in described


# ---- one odd cell decides nothing


@pytest.mark.parametrize("odd", ["2", "unknown", "5.5", "-1"])
@pytest.mark.parametrize("usual", ["0 and 1", "numbers", "dates", "yes and no"])
def test_an_odd_cell_does_not_end_a_cross_validation(odd, usual):
    from sklearn.model_selection import cross_val_score

    column = {
        "0 and 1": [str(k) for k in rng.integers(0, 2, N)],
        "numbers": [f"{x:.3f}" for x in NOISE],
        "dates": [str(d) for d in np.datetime64("2024-01-01") + rng.integers(0, 900, N)],
        "yes and no": [("no", "yes")[k] for k in rng.integers(0, 2, N)],
    }[usual]
    column[17] = odd
    table = pd.DataFrame({"c": column, "x": NOISE})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataWarning)
        scores = cross_val_score(
            TableClassifier(max_iter=2, n_members=1, blend=False), table, NOISE > 0, cv=3
        )
    assert np.isfinite(scores).all()


def test_what_is_read_as_missing_is_told():
    table = {"c": ["0", "1"] * 20, "x": NOISE[:40]}
    model = classifier().fit(table, NOISE[:40] > 0)
    with pytest.warns(DataWarning, match="'c' has '2' in row 3: in training it held yes or no"):
        model.predict({"c": ["0", "1", "0", "2", "1", "1"], "x": NOISE[:6]})


# ---- numbers as people write them, in inputs and as the target

WRITTEN = {
    "thousands by dots": (lambda v: f"{v:,.0f}".replace(",", "."), 1),
    "thousands by commas": (lambda v: f"{v:,.0f}", 1),
    "thousands by thin spaces": (lambda v: f"{v:,.0f}".replace(",", "\u2009"), 1),
    "Swiss": (lambda v: f"{v:,.2f}".replace(",", "’"), 1),
    "đồng": (lambda v: f"{v:,.0f} đ".replace(",", "."), 1),
    "kilograms": (lambda v: f"{v:.2f} kg", 1),
    "millions": (lambda v: f"€{v:.2f}M", 1e6),
    "a minus of typographers": (lambda v: f"{v - 1000:.1f}".replace("-", "\u2212"), None),
    "a minus behind": (lambda v: f"{abs(v - 1000):.1f}" + ("-" if v < 1000 else ""), None),
}


@pytest.mark.filterwarnings("ignore::noron.core.errors.DataWarning")
@pytest.mark.parametrize("how", WRITTEN)
def test_numbers_are_read_as_they_are_meant(how):
    write, times = WRITTEN[how]
    meant = np.exp(rng.normal(7, 0.8, N)).round()
    expected = meant - 1000 if times is None else meant * times
    target = read_target(as_frame({"y": [write(v) for v in meant]}).columns["y"], "y")
    assert not target.classes
    np.testing.assert_allclose(target.values, expected)
    text, plain = encoded([write(v) for v in meant]), encoded(expected)
    np.testing.assert_allclose(text, plain, atol=1e-6)


def test_a_target_with_thousands_is_predicted_in_its_own_unit():
    price = np.exp(rng.normal(7, 0.8, N)).round()
    text = [f"{p:,.0f}".replace(",", ".") for p in price]
    with pytest.warns(DataWarning, match=r"'y', the target: \d\.\d{3} is read as \d{4}"):
        model = TableRegressor(max_iter=30, random_state=0).fit(
            {"x": np.log(price), "y": text}, "y"
        )
    assert np.corrcoef(model.predict({"x": np.log(price)}), price)[0, 1] > 0.95
    assert model.y_range_ == (price.min(), price.max())


@pytest.mark.parametrize("odd", ["08", "007", "00", "01"])
def test_one_zero_in_front_leaves_numbers_numbers(odd):
    values = [str(v) for v in rng.integers(0, 100_000, N)]
    values[3] = odd
    described = learn(as_frame({"c": values}), None, None, How()).describe()
    assert f"number, {odd} is read as {int(odd)}" in described


# ---- instants

INSTANTS = [
    ["2020-01-01T00:00:00Z", "2020-01-01T07:00:00+07:00"],
    ["2020-01-01 00:00:00+00:00", "2019-12-31 19:00:00-05:00"],
    ["01/01/2020 00:00 UTC", "01/01/2020 05:30 +0530"],
    ["Wed, 01 Jan 2020 00:00:00 GMT", "Wed, 01 Jan 2020 07:00:00 +0700"],
]


@pytest.mark.parametrize("pair", INSTANTS)
def test_one_instant_is_one_time_whatever_its_offset(pair):
    later = pair[0].replace("2020", "2021").replace("Wed", "Fri")
    rows = encoded([*pair, later])
    np.testing.assert_array_equal(rows[0], rows[1])


def test_one_instant_in_two_time_zones_of_pandas_is_one_time():
    instants = pd.to_datetime(["2024-01-01 00:00", "2024-03-05 12:00"], utc=True)
    there = as_frame(pd.DataFrame({"c": instants.tz_convert("Asia/Ho_Chi_Minh")}))
    here = as_frame(pd.DataFrame({"c": instants}))
    np.testing.assert_array_equal(there.columns["c"].values, here.columns["c"].values)
    mixed = as_frame({"c": [instants[0], instants[0].tz_convert("America/New_York")]})
    assert mixed.columns["c"].values[0] == mixed.columns["c"].values[1]


# ---- labels


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        (["None", "Mild", "Severe"], ["Mild", "None", "Severe"]),
        (["NA", "EU", "AS"], ["AS", "EU", "NA"]),
        (["null", "x"], ["null", "x"]),
        (["-", "+"], ["+", "-"]),
        (["01", "1", "001"], ["001", "01", "1"]),
        (["1.0", "0.0"], [0, 1]),
        (["1", "2", "10"], [1, 2, 10]),
        (["-1", "+1"], [-1, 1]),
        (["1", "+1"], ["+1", "1"]),
        (["5 kg", "7 kg"], ["5 kg", "7 kg"]),
        (["1", "2", "other"], ["1", "2", "other"]),
    ],
)
def test_labels_are_as_written(labels, classes, tmp_path):
    table = {"x": NOISE, "y": (labels * N)[:N]}
    path = tmp_path / "t.csv"
    rows = "".join(f"{x},{y}\n" for x, y in zip(NOISE, table["y"], strict=True))
    path.write_text("x,y\n" + rows)
    for given in (table, pd.DataFrame(table), path):
        model = TableClassifier(max_iter=1, n_members=1, blend=False).fit(given, "y")
        assert model.classes_.tolist() == classes


@pytest.mark.parametrize("missing", ["", "NA", "None", "?"])
def test_a_number_that_is_missing_in_the_target_is_left_out(missing):
    table = {"x": NOISE, "y": [missing if i == 5 else f"{x:.3f}" for i, x in enumerate(NOISE)]}
    with pytest.warns(TrainingWarning, match="1 of 200 rows have nothing in column 'y'"):
        TableRegressor(max_iter=1, n_members=1, blend=False).fit(table, "y")


def test_a_model_of_words_reads_numbers_in_a_new_target_as_words():
    column = as_frame({"y": ["1", "1"]}).columns["y"]
    assert read_target(column, "y", known=np.array(["01", "1"])).values.tolist() == ["1", "1"]


# ---- weights


@pytest.mark.parametrize("make", [MLPClassifier, MLPRegressor, TableClassifier, TableRegressor])
@pytest.mark.parametrize("share", [1, 7])
def test_weights_that_let_a_loss_fall_without_end_are_refused(make, share):
    X, y = NOISE.reshape(-1, 2), rng.integers(0, 2, N // 2)
    weight = np.where(np.arange(N // 2) % share == 0, -0.3, 1.0)
    with pytest.raises(DataError, match=r"sample_weight is -0\.3 in row 0: give weights"):
        make(max_iter=2).fit(X, y, sample_weight=weight)
    with pytest.raises(ValueError, match="at least one non-zero"):
        make(max_iter=2).fit(X, y, sample_weight=np.zeros(N // 2))
