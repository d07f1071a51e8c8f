"""Own tables in the Playground, by the numbers of the requests at TensorFlow Playground.

https://github.com/tensorflow/playground/issues
"""

from pathlib import Path

import numpy as np
import pytest
from tests.browser.payloads import PAYLOADS
from tests.browser.visit import Visit

RNG = np.random.default_rng(0)


def table(classes: int, inputs: int = 2, n: int = 120) -> str:
    """Rows of numbers around a place for each class."""
    y = np.arange(n) % classes
    x = RNG.normal(size=(n, inputs)) * 0.2 + y[:, None]
    header = ",".join([*(f"input {i + 1}" for i in range(inputs)), "kind"])
    rows = [",".join([*(f"{v:.3f}" for v in row), f"c{k}"]) for row, k in zip(x, y, strict=True)]
    return "\n".join([header, *rows, ""])


def choose(visit: Visit, folder: Path, content: str | bytes, name: str = "own.csv") -> None:
    """Choose a file in the page."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    visit.page.get_by_text("Your own data").click()
    visit.page.locator("input[type=file]").set_input_files(path)


def train(visit: Visit, steps: int = 200) -> None:
    """Use the table, and run."""
    visit.button("Train on this table").click()
    visit.page.locator("svg .end").first.wait_for()
    visit.button("Run").click()
    visit.until(lambda: visit.step >= steps)
    visit.button("Pause").click()


def accuracy(visit: Visit) -> float:
    """The share of training rows that are right."""
    cells = visit.page.locator("[aria-labelledby=output-title] table tbody tr td")
    visit.until(lambda: cells.nth(1).inner_text().endswith("%"))
    return float(cells.nth(1).inner_text().removesuffix(" %"))


def test_wish_20_train_on_an_own_csv(visit: Visit, tmp_path: Path):
    visit.open()
    choose(visit, tmp_path, table(2))
    visit.page.get_by_text("own.csv: 120 rows, 3 columns").wait_for()
    assert visit.page.get_by_label("To be predicted").input_value() == "kind"
    train(visit)
    assert accuracy(visit) > 90


def test_wish_54_more_than_two_classes_of_own_data(visit: Visit, tmp_path: Path):
    visit.open()
    choose(visit, tmp_path, table(6))
    train(visit, 1500)
    assert visit.page.locator("svg .end").all_inner_texts()[-6:] == [f"c{i}" for i in range(6)]
    assert accuracy(visit) > 60


def test_wish_102_numbers_to_be_predicted(visit: Visit, tmp_path: Path):
    visit.open("playground?learning_rate=0.01")
    rows = [f"{i / 40:.3f},{np.sin(i / 10):.3f}" for i in range(100)]
    choose(visit, tmp_path, "\n".join(["t,height", *rows, ""]))
    train(visit)
    assert "R²" in visit.page.locator("[aria-labelledby=output-title] thead").first.inner_text()


def test_wish_111_more_inputs_than_a_plane_has(visit: Visit, tmp_path: Path):
    visit.open()
    choose(visit, tmp_path, table(2, 8))
    train(visit)
    across, up = visit.page.get_by_label("Across"), visit.page.get_by_label("Upwards")
    assert (across.input_value(), up.input_value()) == ("input 1", "input 2")
    across.select_option("input 7")
    visit.until(lambda: across.input_value() == "input 7")
    visit.page.get_by_text("the others stand at their medians").wait_for()
    assert accuracy(visit) > 90


def test_wish_174_drop_a_file(visit: Visit):
    visit.open()
    visit.page.get_by_text("Your own data").click()
    visit.page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.csv"));
          const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true });
          document.querySelector(".drop").dispatchEvent(drop);
        }""",
        table(2),
    )
    visit.page.get_by_text("dropped.csv: 120 rows, 3 columns").wait_for()
    train(visit)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("own.csv", "a,b,y\n1,2,x\n1,2,x,9,9\n2,3,z\n", "line 3"),
        ("own.csv", "a,b,y\n", "row"),
        ("own.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "own.csv"),
        ("own.xlsx", "a,y\n1,2\n", "csv"),
    ],
)
def test_wish_191_a_file_that_cannot_be_read_is_explained(
    visit: Visit, tmp_path: Path, name: str, content: str | bytes, word: str
):
    visit.open()
    choose(visit, tmp_path, content, name)
    alert = visit.page.get_by_role("alert")
    visit.until(lambda: alert.count() > 0 and word in alert.first.inner_text())
    assert "/tmp" not in alert.first.inner_text()
    visit.button("One batch").click()
    visit.until(lambda: visit.step == 1)


def test_wish_193_a_link_of_own_data_asks_for_its_file(visit: Visit, tmp_path: Path):
    visit.open()
    choose(visit, tmp_path, table(2))
    train(visit)
    visit.button("Copy a link").click()
    visit.until(lambda: "data_hash" in visit.page.url)
    link = visit.page.url.partition("#/")[2]
    visit.page.evaluate("sessionStorage.removeItem('noron-lab-session')")
    visit.page.goto("about:blank")
    visit.page.goto(visit.server.address(link))
    visit.page.get_by_text("This link is of the file own.csv").wait_for()
    visit.page.locator("input[type=file]").first.set_input_files(tmp_path / "own.csv")
    visit.page.locator("svg .end").first.wait_for()
    visit.until(lambda: visit.step >= 200)


def test_no_script_of_a_table_runs(visit: Visit, tmp_path: Path):
    visit.open()
    quoted = ['"' + text.replace('"', '""').replace("\0", "") + '"' for text in PAYLOADS]
    names = [text for text in quoted if "\n" not in text]
    rows = [",".join(["1.5"] * len(names) + [text]) for text in quoted]
    content = "\n".join([",".join([*names, "y"]), *rows])
    choose(
        visit,
        tmp_path,
        content,
        "<img src=x onerror=alert(1)>.csv".replace("<", "(").replace(">", ")"),
    )
    columns = visit.page.locator("details table tbody tr")
    visit.until(lambda: columns.count() >= 60 or visit.page.get_by_role("alert").count() > 0)
    assert visit.value("window.executed") is None
    assert visit.page.locator("details img, details script, details svg[onload]").count() == 0
