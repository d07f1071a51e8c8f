"""HTML: the page predicts what the model does, in Node.js and in Chromium, and asks for nothing."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from export.browser import CHROMIUM, Browser
from export.cases import inputs_of, networks, table, table_models
from noron import Dense, NeuralNetwork, SettingError, Standardize
from noron.core.types import Array
from noron.data.tables.frame import Frame
from noron.estimators import TableClassifier, TableRegressor
from noron.export import html
from noron.export.certificate import largest_difference
from noron.export.html import rows_of

WITHIN = 1e-5
NAMES = ["</script><script>alert(1)</script>", "a \"b\" & 'c'", "x\u2028y\nz", "\u202eabc", "=1+1"]

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js here")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        browser.look()
        yield browser


def trained(*args: Any, **settings: Any) -> NeuralNetwork:
    """A network that does not warn of its random weights."""
    net = NeuralNetwork(*args, **settings)
    net.trained = True
    return net


def facts_of(path: Path) -> Any:
    """What the page knows of its model."""
    page = path.read_text(encoding="utf-8")
    block = re.search(r'<script type="application/json" id="model">(.*?)</script>', page)
    assert block is not None
    return json.loads(block[1])


def in_browser(browser: Browser, path: Path, rows: Any) -> Array:
    """The predictions of the page's own network."""
    browser.open(path)
    answers = browser.value(
        "(() => { const text = document.getElementById('model').textContent,"
        " model = noron.load(JSON.parse(text));"
        f" return {json.dumps(rows)}.map((row) => noron.predict(model, row).map(String)); }})()"
    )
    return np.array([[float(p) for p in row] for row in answers])


def shown(browser: Browser, selector: str) -> str:
    return browser.value(f"document.querySelector({json.dumps(selector)}).textContent")


@pytest.fixture
def without_node(monkeypatch):
    """Exports that are not compared, which is faster."""
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "node" else which(name))


@needs_chromium
@pytest.mark.usefixtures("without_node")
def test_random_networks_predict_the_same_in_chromium(tmp_path, browser, record_testsuite_property):
    path, worst = tmp_path / "net.html", 0.0
    for net in networks():
        net.export(path)
        x = inputs_of(net)
        result = in_browser(browser, path, rows_of(x))
        worst = max(worst, largest_difference(result, np.asarray(net.predict_proba(x), np.float64)))
        assert browser.complaints() == []
    record_testsuite_property("html", worst)
    assert worst <= WITHIN


def trial(model: Any, n: int = 100) -> Frame:
    """Rows of every sort of cell: missing ones, words and numbers that training did not have."""
    rng = np.random.default_rng(5)
    return Frame({e.column: e.examples(rng, n) for e in model.encoding_.encoders}, n)


@needs_chromium
def test_table_models_predict_the_same_in_chromium(tmp_path, browser):
    path = tmp_path / "table.html"
    for model in table_models():
        model.export(path)
        names = [field["column"] for field in facts_of(path)["columns"]]
        frame = trial(model)
        regressor = isinstance(model, TableRegressor)
        own = model.predict(frame).reshape(-1, 1) if regressor else model.predict_proba(frame)
        result = in_browser(browser, path, rows_of(frame, names))
        assert largest_difference(result, own) <= WITHIN
        assert browser.complaints() == []


@needs_node
def test_the_certificate_comes_from_node(tmp_path):
    net = trained([3, 8, 2], seed=0)
    certificate = net.export(tmp_path / "net.html").certificate
    assert certificate.largest is not None
    assert 0 <= certificate.largest <= WITHIN
    facts = facts_of(tmp_path / "net.html")
    assert facts["certificate"] == certificate.settings()
    model = next(table_models(1))
    largest = model.export(tmp_path / "table.html").certificate.largest
    assert largest is not None
    assert largest <= WITHIN


@needs_node
def test_a_wrong_number_in_the_page_shows_in_the_certificate(tmp_path, monkeypatch):
    whole = html._base64
    monkeypatch.setattr(html, "_base64", lambda array: whole(array + array.dtype.type(1)))
    largest = trained([3, 8, 2], seed=0).export(tmp_path / "net.html").certificate.largest
    assert largest is not None
    assert largest > WITHIN


@pytest.mark.usefixtures("without_node")
def test_without_node_nothing_is_compared(tmp_path):
    exported = trained([3, 8, 2], seed=0).export(tmp_path / "net.html")
    assert exported.certificate.largest is None
    assert "not compared" in str(exported.certificate)


def test_the_page_holds_no_address_and_runs_nothing_but_its_own_scripts(tmp_path):
    trained([3, 8, 2], seed=0).export(tmp_path / "net.html")
    page = (tmp_path / "net.html").read_text(encoding="utf-8")
    assert "://" not in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'; "
        r"style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'",
        policy[1],
    )


def test_no_name_ends_the_script_or_the_title(tmp_path):
    net = NeuralNetwork([2, 4, len(NAMES)], seed=0)
    X, y = np.random.default_rng(0).standard_normal((20, 2)), np.array(NAMES * 4)
    net.train(X, y, epochs=1, advise=False)
    net.target_name = NAMES[0]
    net.export(tmp_path / "net.html")
    page = (tmp_path / "net.html").read_text(encoding="utf-8")
    assert page.count("<script") == page.count("</script>") == 3
    assert "alert(1)</" not in page
    assert facts_of(tmp_path / "net.html")["classes"] == sorted(NAMES)


@pytest.mark.usefixtures("without_node")
def test_labels_keep_all_their_digits(tmp_path):
    """A browser reads whole numbers as float64."""
    net = NeuralNetwork([2, 2], seed=0)
    labels = [2**53, 2**53 + 1]
    net.train(np.eye(2).repeat(4, axis=0), np.array(labels * 4), epochs=1, advise=False)
    net.export(tmp_path / "net.html")
    assert facts_of(tmp_path / "net.html")["classes"] == [str(label) for label in labels]


@needs_chromium
def test_names_are_shown_and_not_run(tmp_path, browser):
    rng = np.random.default_rng(0)
    X = {name: rng.choice(NAMES, 200) for name in NAMES} | {"__proto__": rng.normal(size=200)}
    model = TableClassifier(hidden_layer_sizes=(4,), max_iter=2, n_members=1, random_state=0)
    model.fit(X, np.array(NAMES)[rng.integers(0, len(NAMES), 200)])
    model.export(tmp_path / "net.html")
    browser.open(tmp_path / "net.html")
    assert browser.complaints() == []
    assert shown(browser, ".answer") in {
        *NAMES[:2], "x\\u2028y\\u000az", "\\u202eabc", "=1+1", NAMES[0]
    }  # fmt: skip
    assert browser.value("document.querySelectorAll('script').length") == 3
    options = browser.value("[...document.querySelectorAll('option')].map((o) => o.textContent)")
    assert NAMES[0] in options
    assert not any("\u202e" in option for option in options)


@needs_chromium
@pytest.mark.usefixtures("without_node")
def test_a_drawn_digit_is_centred_as_mnist_does(tmp_path, browser):
    """The prediction is the mean place of the ink, so a stroke in a corner must give the middle."""
    net = trained([Dense(2, bias=False)], loss="mse", n_inputs=784, seed=0)
    rows, columns = np.mgrid[:28, :28]
    net.network.theta[:] = np.stack([columns.ravel() + 0.5, rows.ravel() + 0.5], axis=1).ravel()
    net.export(tmp_path / "net.html")
    browser.open(tmp_path / "net.html")
    left, top, width = browser.value(
        "(() => { const box = document.querySelector('canvas').getBoundingClientRect();"
        " return [box.left, box.top, box.width]; })()"
    )
    assert shown(browser, ".answer") == "–"
    browser.drag([(left + width * (0.1 + 0.02 * k), top + width * (0.1 + 0.03 * k))
                  for k in range(8)])  # fmt: skip
    frame = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    browser.value(frame)
    image = browser.value(
        "(() => { const pen = document.querySelectorAll('canvas')[1].getContext('2d');"
        " return [...pen.getImageData(0, 0, 28, 28).data]; })()"
    )
    ink = np.array(image).reshape(28, 28, 4)[..., 0] / 255
    assert ink.max() > 0.9
    assert (ink * (columns + 0.5)).sum() / ink.sum() == pytest.approx(14, abs=0.3)
    assert (ink * (rows + 0.5)).sum() / ink.sum() == pytest.approx(14, abs=0.3)
    across, down = (ink > 0.05).any(axis=0).sum(), (ink > 0.05).any(axis=1).sum()
    assert 19 <= max(across, down) <= 21
    assert shown(browser, ".answer") != "–"
    browser.value(
        "[...document.querySelectorAll('button')].find((b) => b.textContent === 'Clear').click()"
    )
    assert shown(browser, ".answer") == "–"


def fill(browser: Browser, place: int, value: str) -> None:
    browser.value(
        f"(() => {{ const node = document.getElementById('field-{place}');"
        f" node.value = {json.dumps(value)};"
        " node.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def predict_text(browser: Browser, text: str) -> list[list[str]]:
    """The table that the page makes of pasted text."""
    browser.value(
        f"(() => {{ document.querySelector('textarea').value = {json.dumps(text)};"
        " [...document.querySelectorAll('button')].find((b) => b.textContent === 'Predict')"
        ".click(); })()"
    )
    return browser.value(
        "[...document.querySelectorAll('tr')]"
        ".map((row) => [...row.children].map((cell) => cell.textContent))"
    )


@pytest.fixture(scope="module")
def regressor(tmp_path_factory) -> tuple[Any, Path, dict[str, Any]]:
    X = table(300, 1)
    y = np.nan_to_num(X["size"], nan=1000) + np.where(X["is new"], 50.0, 0.0)
    model = TableRegressor(hidden_layer_sizes=(8,), max_iter=3, n_members=1, random_state=0)
    path = tmp_path_factory.mktemp("page") / "net.html"
    model.fit(X, y).export(path)
    return model, path, X


@needs_chromium
def test_the_form_predicts_what_the_model_does(browser, regressor):
    model, path, _ = regressor
    browser.open(path)
    row = {"size": 1010.5, "price": np.nan, "constant": 1, "label": "red", "word": "từ 3",
           "is new": True, "at": np.datetime64("2001-02-03T04:05"), "level": 3}  # fmt: skip
    fields = {field["column"]: field for field in facts_of(path)["columns"]}
    levels = fields["label"]["levels"]
    texts = {"size": "1010.5", "price": "", "label": str(levels.index("red")), "word": "từ 3",
             "is new": "1", "at": "2001-02-03T04:05", "level": "3"}  # fmt: skip
    for place, name in enumerate(fields):
        fill(browser, place, texts[name])
    own = model.predict({name: np.array([value]) for name, value in row.items()})
    assert float(shown(browser, ".answer")) == pytest.approx(own[0], rel=1e-5)
    names = list(fields)
    fill(browser, names.index("word"), "never seen")
    fill(browser, names.index("at"), "")
    row |= {"word": "never seen", "at": np.datetime64("NaT", "us")}
    own = model.predict({name: np.array([value]) for name, value in row.items()})
    assert float(shown(browser, ".answer")) == pytest.approx(own[0], rel=1e-5)


@needs_chromium
def test_pasted_rows_give_the_model_s_predictions_and_say_what_cannot_be_read(browser, regressor):
    model, path, X = regressor
    browser.open(path)
    names = [n for n in X if n != "constant"]
    cells = [["" if v is None or str(v) in ("nan", "NaT") else str(v) for v in X[n][:15]]
             for n in names]  # fmt: skip
    lines = [";".join(line) for line in zip(*cells, strict=True)]
    shown_rows = predict_text(browser, "\n".join([";".join(names), *lines]))
    assert shown_rows[0] == ["row", "y"]
    own = model.predict({name: values[:15] for name, values in X.items()})
    assert [float(row[1]) for row in shown_rows[1:]] == pytest.approx(list(own), rel=1e-5)
    predict_text(browser, "\n".join([";".join(names), lines[0].replace(cells[0][0], "5 Mio", 1)]))
    assert "1 cells cannot be read here" in shown(browser, "[role=status]")
    assert predict_text(browser, "size,price\n1,2") == []
    assert shown(browser, "[role=status]") == "The first line does not name the column label."
    assert browser.complaints() == []


@needs_chromium
def test_labels_in_the_saved_csv_are_no_formulas(tmp_path, browser):
    net = NeuralNetwork([3, 4, 2], seed=0)
    X = np.random.default_rng(0).standard_normal((20, 3))
    net.train(X, np.where(X[:, 0] > 0, "=1+1", "@a,b"), epochs=1, advise=False)
    net.export(tmp_path / "net.html")
    browser.open(tmp_path / "net.html")
    browser.value("URL.createObjectURL = (blob) => { window.saved = blob; return 'blob:x'; }")
    shown_rows = predict_text(browser, "1,2,3\n-1,-2,-3\n5,0,0\n-5,0,0")
    head, *lines = browser.value("saved.text()").strip("\ufeff\r\n").split("\r\n")
    assert head == "prediction,'=1+1,\"'@a,b\""
    assert len(lines) == 4
    assert all(line.startswith(("'=1+1,", '"\'@a,b",')) for line in lines)
    assert {row[1] for row in shown_rows[1:]} <= {"=1+1", "@a,b"}  # on the page as they are
    assert len(predict_text(browser, "1,2\n")) == 0
    assert shown(browser, "[role=status]") == "Row 1 has 2 cells, but 3 are needed."


@needs_chromium
def test_the_page_speaks_vietnamese_and_fits_a_telephone(browser, regressor):
    browser.look(390, 844, "dark")
    browser.open(regressor[1], "?lang=vi")
    assert shown(browser, "h2") == "Điền một hàng"
    assert browser.value("document.documentElement.lang") == "vi"
    assert browser.value("document.documentElement.scrollWidth") == 390
    browser.value("document.getElementById('language').click()")
    assert shown(browser, "h2") == "Fill in a row"
    browser.look()


@needs_chromium
def test_two_inputs_get_a_map(tmp_path, browser):
    net = trained([Standardize(), Dense(2)], n_inputs=2, seed=0)
    net.export(tmp_path / "net.html")
    browser.open(tmp_path / "net.html")
    left, top, width = browser.value(
        "(() => { const box = document.querySelector('canvas.map').getBoundingClientRect();"
        " return [box.left, box.top, box.width]; })()"
    )
    browser.drag([(left + 0.75 * width, top + 0.25 * width)])
    values = browser.value(
        "[...document.querySelectorAll('input')].slice(0, 2).map((i) => +i.value)"
    )
    assert values == pytest.approx([2, 2], abs=0.1)  # the map shows 4 standard deviations


@pytest.mark.usefixtures("without_node")
def test_image_is_for_square_pictures(tmp_path):
    net = trained([63, 4, 2], seed=0)
    with pytest.raises(SettingError, match="no square picture: 63 inputs"):
        net.export(tmp_path / "net.html", image=True)
    trained([64, 4, 2], seed=0).export(tmp_path / "net.html", image=True)
    assert facts_of(tmp_path / "net.html")["image"] == 8
    trained([784, 2], seed=0).export(tmp_path / "net.html", image=False)
    assert facts_of(tmp_path / "net.html")["image"] == 0
    with pytest.raises(SettingError, match="image"):
        net.export(tmp_path / "net.html", image="yes")


@pytest.mark.usefixtures("without_node")
def test_numbers_keep_every_bit(tmp_path):
    from base64 import b64decode

    for dtype in ("float32", "float64"):
        net = trained([3, 2], seed=0, dtype=dtype)
        net.export(tmp_path / "net.html")
        kind, text = facts_of(tmp_path / "net.html")["branches"][0]["networks"][0][0]["arrays"]["W"]
        assert kind == dtype
        assert b64decode(text) == net.network.params[0][0].tobytes()
