"""Inputs of public bug reports about other libraries' tables, and what is right for each."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from noron.data import read
from noron.data.tables import Encoding, How, Texts, as_frame, learn
from noron.data.tables.encoders import Date
from noron.estimators import TableClassifier

PLAIN = How(bins=0, plain=True)
"""Numbers unchanged."""


def read_as(cells, kind=None):
    """What becomes of a column: its encoding, and the numbers it gives."""
    frame = as_frame({"c": list(cells), "x": range(len(cells))})
    encoding = learn(frame, None, kind and {"c": kind}, PLAIN)
    return encoding, encoding.encode(frame, np.float64)[:, 0]


NUMBERS = {
    "JuliaData/CSV.jl#1147, dollars": (["$100", "$25"], [100, 25]),
    "JuliaData/CSV.jl#1147, euros": (["90€", "5€"], [90, 5]),
    "JuliaData/CSV.jl#1147, francs": (["70.00 CHF", "5.50 CHF"], [70, 5.5]),
    "tidyverse/readr#449": (["20 %", "5,5 %", "7%"], [20, 5.5, 7]),
    "wireservice/csvkit#892": (["1%", "12%"], [1, 12]),
    "deadlocker8/BudgetMaster#731": (["1.355,90€", "7,00€"], [1355.9, 7]),
    "aniav/ynab-csv#2": (["-2,40", "13,00"], [-2.4, 13]),
    "libracore/erpnextswiss#84": (["1.495,18", "12,00"], [1495.18, 12]),
    "libracore/erpnextswiss#84, Swiss": (["1'234.56", "12.00"], [1234.56, 12]),
    "jagduvi1/Cellarion#437": (["0,75", "260,00", "1 234,56"], [0.75, 260, 1234.56]),
    "jasp-stats/jasp-desktop#403": (["1.000,92", "2.345,10"], [1000.92, 2345.1]),
    "halloffame/ynab-csv#28": (["»12,13«"[1:-1], "1,5"], [12.13, 1.5]),
    "pycaret/pycaret#135": ([" 1.5 ", "2.25", "  ", "3"], [1.5, 2.25, np.nan, 3]),
    "vroonhof/opensteuerauszug#412": (["1.234,56", "1.000"], [1234.56, 1000]),
}


@pytest.mark.parametrize("report", NUMBERS)
def test_numbers(report):
    cells, expected = NUMBERS[report]
    encoding, values = read_as(cells)
    there = ~np.isnan(expected)
    assert "number" in encoding.describe()
    np.testing.assert_allclose(values[there], np.array(expected)[there])


DATES = {
    "pandas-dev/pandas#19402": ("%d/%m/%Y", ["11/03/2011", "03/05/2011", "20/10/2011"]),
    "pandas-dev/pandas#14301": ("%d/%m/%Y", ["10/9/2016", "30/9/2016"]),
    "pandas-dev/pandas#12585": (
        "%d/%m/%Y %H:%M:%S",
        ["03/09/2018 12:02:00", "14/09/2018 14:09:00"],
    ),
    "pandas-dev/pandas#25847": ("%d/%m/%Y", [f"{d:02}/01/2018" for d in range(1, 32)]),
    "pandas-dev/pandas#2586": (
        "%d.%m.%Y %H:%M:%S.%f",
        ["27.03.2003 14:55:00.000", "03.08.2003 15:20:00.000"],
    ),
    "pandas-dev/pandas#50939": ("%d/%m/%Y %H:%M", ["12/01/2000 00:00", "13/01/2000 00:00"]),
    "okfn/messytables#148": ("%m/%d/%Y", ["12/31/2014", "01/02/2014"]),
    "wireservice/csvkit#280": ("%d/%m/%Y", ["02/01/2014", "31/12/2012"]),
    "sfu-db/dataprep#627": ("%d-%m-%y", ["12-01-06", "12-04-06", "20-12-06", "29-12-06"]),
    "mechatroner/vscode_rainbow_csv#134": ("%B %d, %Y", ["April 15, 2023", "April 9, 2023"]),
}


@pytest.mark.parametrize("report", DATES)
def test_dates(report):
    form, cells = DATES[report]
    encoding, _ = read_as(cells)
    encoder = encoding.encoders[0]
    assert isinstance(encoder, Date)
    moments = [np.datetime64(datetime.strptime(cell, form), "us") for cell in cells]
    expected = learn(as_frame({"c": moments, "x": range(len(cells))}), None, None, How())
    frame = as_frame({"c": cells, "x": range(len(cells))})
    moments = as_frame({"c": moments, "x": range(len(cells))})
    np.testing.assert_allclose(
        learn(frame, None, None, How()).encode(frame), expected.encode(moments), atol=1e-6
    )


FILES = {
    "python/cpython#119123": (
        "id;has_data;cost;group;sub_group\n"
        "1;False;62.25;['345'];['10']\n2;True;54.00;['235'];['256']\n"
        "4;False;46.50;['112', '112'];['765', '766']\n",
        ["id", "has_data", "cost", "group", "sub_group"],
        3,
    ),
    "dathere/datapusher-plus#256": (
        "date;temperature;place\n2011-01-01;1;Galway\n2011-01-02;-1;Galway\n",
        ["date", "temperature", "place"],
        2,
    ),
    "mechatroner/vscode_rainbow_csv#134": (
        "day;id;amount;fee;net;name;state;\n"
        "April 15, 2023;4028722987;25.00;4.00;16.00;Ray;pending;\n"
        "April 9, 2023;6783434534;25.00;4.00;16.00;Lonny;\n",
        ["day", "id", "amount", "fee", "net", "name", "state"],
        2,
    ),
    "django-import-export/django-import-export#1162": (
        "a; b; c;\n23,7; 33,5; 1.000,4;\n22,4; 32,1; 1.213,5;\n",
        ["a", "b", "c"],
        2,
    ),
    "wireservice/csvkit#392": ("name,n\nO&#039;Connor,1\nO&#039;Neil,2\n", ["name", "n"], 2),
    "im-anishraj/arnio#2446": ("notes\nlikes apples, bananas\nx, y, z\n", ["notes"], 2),
    "pandas-dev/pandas#19402": (
        "id;name;date\n1;event1;11/03/2011\n2;event2;03/05/2011\n",
        ["id", "name", "date"],
        2,
    ),
}


@pytest.mark.parametrize("report", FILES)
def test_files(report, tmp_path: Path):
    content, names, rows = FILES[report]
    path = tmp_path / "t.csv"
    path.write_text(content)
    frame = read(path)
    assert list(frame.columns) == names
    assert len(frame) == rows


CODES = {
    "mapbox/geojson.io#324": ["01730", "01730-2603", "02139", "90210"],
    "ropensci/refsplitr#47": ["00100", "00681", "10115"],
    "cfpb/college-costs#90": ["06520", "10027", "94305"],
    "OpenTreeMap/otm-core#2562": ["07307", "10115"],
}


@pytest.mark.parametrize("report", CODES)
def test_codes_keep_their_zeros(report, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text(
        "zip,x\n" + "".join(f"{code},{i}\n" for i, code in enumerate(CODES[report] * 9))
    )
    frame = read(path)
    column = frame.columns["zip"]
    assert isinstance(column, Texts)
    assert set(column.levels) == set(CODES[report])
    encoding = learn(frame, None, None, How())
    assert f"{len(set(CODES[report]))} categories" in encoding.describe()


def test_labels_with_percents_stay_labels_of_datacleaner_6():
    table = {"x": range(40), "y": [">50%", "<=50%"] * 20}
    model = TableClassifier(max_iter=1, n_members=1, blend=False).fit(table, "y")
    assert model.classes_.tolist() == ["<=50%", ">50%"]


def test_a_category_that_training_did_not_have_of_auto_sklearn_1141():
    table = {"x": range(40), "c": ["a", "b"] * 20}
    model = TableClassifier(max_iter=1, n_members=1, blend=False).fit(table, ["u", "v"] * 20)
    assert len(model.predict({"x": [1, 2], "c": ["never seen", None]})) == 2


def test_categories_that_training_had_none_of_tabpfn_1002():
    table = {"x": list(range(40)), "c": [None] * 40}
    encoding = learn(as_frame(table), None, {"c": "category"}, How())
    new = as_frame({"x": [1.0, 2.0], "c": ["text", "more"]})
    assert np.isfinite(Encoding.of_settings(encoding.settings()).encode(new)).all()
