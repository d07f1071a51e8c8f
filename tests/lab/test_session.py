"""A session of the lab: messages in, answers and frames out, training in slices."""

import json
import time
from typing import Any

import numpy as np
import pytest

from noron.core.types import Array
from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec
from noron.lab.defaults import DEFAULTS
from noron.lab.frames import unpack
from noron.lab.session import SLICE, LabSession
from noron.lab.snapshots import MOST

Answer = dict[str, Any]


class Page:
    """What a page does: sends messages, and reads answers and frames."""

    def __init__(self, **recipe: Any) -> None:
        self.session = LabSession()
        self.frames: list[tuple[Answer, dict[str, Array]]] = []
        self.answers: list[Answer] = []
        if recipe:
            self.send("recipe", values=recipe | {"seed": 1})

    def send(self, name: str, **values: Any) -> list[Answer]:
        """The answers to a message that are texts."""
        return self.take(self.session.handle(json.dumps({"t": name, **values})))

    def take(self, found: list[str | bytes]) -> list[Answer]:
        """Read answers and frames."""
        texts = [json.loads(one) for one in found if isinstance(one, str)]
        self.frames += [unpack(one) for one in found if isinstance(one, bytes)]
        self.answers += texts
        return texts

    def work(self, most: int = 10_000) -> list[Answer]:
        """Let the session work until it has nothing to do."""
        found: list[Answer] = []
        while self.session.is_busy and most > 0:
            found += self.take(self.session.work())
            most -= 1
        return found

    @property
    def theta(self) -> Array:
        """The weights."""
        assert self.session.experiment is not None
        return self.session.experiment.net.network.theta


SMALL = {"data": "moons", "points": 60, "hidden": [4], "batch_size": 7}


def test_the_first_answers():
    page = Page()
    welcome = page.send("hello", protocol=1, id=5)[0]
    assert (welcome["t"], welcome["id"]) == ("welcome", 5)
    assert welcome["defaults"] == dict(DEFAULTS)
    assert welcome["limits"]["credits"] == 3
    state = page.send("recipe", values={}, id=6)[0]
    assert (state["t"], state["id"], state["step"], state["running"]) == ("state", 6, 0, False)
    assert state["hidden"] == [8, 8]
    facts, arrays = page.frames[-1]
    assert facts["t"] == "data"
    assert facts["rows"] == {"train": 280, "held_out": 120}
    assert arrays["train_x"].shape == (280, 2)
    again = page.send("hello", protocol=1)
    assert [one["t"] for one in again] == ["welcome", "state"]


def test_steps_epochs_and_where_a_run_stops():
    page = Page(**SMALL)  # 34 rows: 5 steps an epoch
    page.send("step")
    page.work()
    assert page.session.experiment.step == 1
    page.send("step", n=1, unit="epoch")
    page.work()
    assert page.session.experiment.step == 5
    page.send("step", n=2, unit="epoch")
    page.work()
    assert page.session.experiment.step == 15
    page.send("run", epoch=7)
    assert page.work()[-1]["step"] == 35
    page.send("run", step=38)
    last = page.work()[-1]
    assert (last["t"], last["step"], last["running"]) == ("state", 38, False)


def test_a_session_trains_as_the_recipe_says():
    """The same weights as `NeuralNetwork.train` with the recipe, to the bit."""
    page = Page(**SMALL, epochs=4)
    page.send("run")
    ended = page.work()[-1]
    assert ended["t"] == "ended"
    assert "all 4 epochs are done" in ended["reason"]
    result = execute(RunSpec(**DEFAULTS | SMALL | {"seed": 1, "epochs": 4}), Sources())
    assert np.array_equal(result.net.network.theta, page.theta)
    rows = page.send("history")[0]["rows"]
    assert [row["loss"] for row in rows] == [row["loss"] for row in result.rows]


def test_a_frame_shows_what_was_asked_for_and_no_more_than_credits():
    page = Page(**SMALL)
    page.send("see", views=["output"], credits=1)
    page.send("step")
    page.work()
    page.send("run", step=40)
    page.work()
    frames = page.frames[1:]  # the first one holds the data
    assert [(facts["step"], set(arrays)) for facts, arrays in frames] == [(1, {"output"})]
    page.send("see", credits=99)
    assert page.session.credits == 3
    page.work()
    facts, arrays = page.frames[-1]
    assert len(page.frames) == 3
    assert (facts["step"], facts["running"]) == (40, False)
    p = page.session.experiment.net.predict_proba(np.array([[0.0, 0.0]]))[0]
    assert arrays["output"].shape == (2, 100, 100)
    assert abs(arrays["output"][:, 50, 50] / 255 - p).max() < 0.1
    page.send("see", views=["units", "weights", "gradients"])
    page.work()
    facts, arrays = page.frames[-1]
    assert arrays["units"].shape == (4, 32, 32)
    assert np.array_equal(arrays["weights"], page.theta)
    assert arrays["gradients"].any()
    assert facts["train"]["accuracy"] > 0.5


@pytest.mark.parametrize(
    ("recipe", "shape"),
    [
        ({"data": "sine", "points": 60}, (1, 100)),
        ({"data": "spirals", "classes": 5, "points": 60}, (5, 100, 100)),
        ({"data": "moons", "loss": "binary_cross_entropy"}, (1, 100, 100)),
        ({"data": "moons", "hidden": []}, (2, 100, 100)),
    ],
)
def test_other_tasks_have_their_pictures(recipe, shape):
    page = Page(**recipe)
    page.send("see", credits=1)
    page.work()
    _, arrays = page.frames[-1]
    assert arrays["output"].shape == shape
    widths = recipe.get("hidden", [8, 8])
    assert arrays["units"].shape == (sum(widths), *([32] * (len(shape) - 1)))


def test_digits_have_no_plane():
    page = Page(data="mnist", rows=300, hidden=[5], validation=0.1)
    page.send("step", n=3)
    page.work()
    page.send("see", credits=1)
    page.work()
    facts, arrays = page.frames[-1]
    assert set(arrays) == {"weights"}
    assert facts["step"] == 3


def test_a_pause_is_answered_within_a_slice_or_two():
    page = Page(hidden=[64, 64])
    page.send("run")
    for _ in range(20):
        began = time.perf_counter()
        page.take(page.session.work())
        if time.perf_counter() - began < 5 * SLICE:
            break
    else:
        pytest.fail("no slice of twenty took less than five times what it is to take")
    step = page.session.experiment.step
    assert page.send("pause")[0]["step"] == step
    assert not page.session.is_busy


def test_a_speed_is_kept():
    """Steps a second, by a clock that the test sets."""
    now = [0.0]
    page = Page()
    page.session = LabSession(clock=lambda: now[0])
    page.send("recipe", values=SMALL)
    page.send("run", speed=10)
    for _ in range(300):
        page.take(page.session.work())
        now[0] += 0.01
    assert 30 <= page.session.experiment.step <= 31
    for speed in (0, -1, 1e9):
        assert page.send("run", speed=speed)[0]["key"] == "speed"


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_rewind_comes_to_the_same_weights(optimizer):
    """From a state that was kept, by the same steps; also to before a change of a setting."""
    page = Page(**SMALL, optimizer=optimizer, dropout=0.2)
    weights = {}
    for _ in range(30):
        page.send("step", n=3)
        page.work()
        weights[page.session.experiment.step] = page.theta.copy()
        if page.session.experiment.step == 45:
            page.send("set", key="learning_rate", value=0.001)
            page.send("set", key="batch_size", value=5)
    for step in (90, 87, 60, 48, 45, 42, 3):
        state = page.send("rewind", to=step)[0]
        assert state["step"] == step
        assert np.array_equal(page.theta, weights[step]), step
        assert len(state["marks"]) == (2 if step >= 45 else 0)
    page.send("rewind", to=9)  # ahead: trains on
    assert page.session.experiment.step == 9


def test_kept_states_stay_few():
    page = Page(**SMALL)
    page.send("run", step=5000)
    page.work()
    kept = page.session.experiment.snapshots.steps
    assert kept[0] == 0
    assert len(kept) <= MOST
    assert max(np.diff(kept)) <= 4 * 5000 / MOST
    page.send("set", key="l2", value=0.1)
    page.send("run", step=9000)
    page.work()
    assert {0, 5000} < set(page.session.experiment.snapshots.steps)


SETTINGS = {
    "learning_rate": 0.5,
    "schedule": {"name": "step", "every": 2, "factor": 0.5},
    "batch_size": 3,
    "dropout": 0.5,
    "l2": 0.01,
    "regularizers": [{"name": "l1", "strength": 0.001}],
}


@pytest.mark.parametrize("key", SETTINGS)
def test_settings_change_between_two_batches(key):
    page = Page(**SMALL, dropout=0.1, epochs=50)
    page.send("step", n=4)
    page.work()
    state = page.send("set", key=key, value=SETTINGS[key])[0]
    assert state["t"] == "state", state
    assert state["recipe"][key] == SETTINGS[key]
    assert state["marks"] == [{"step": 4, "epoch": pytest.approx(28 / 34), "key": key,
                               "value": SETTINGS[key]}]  # fmt: skip
    page.send("step")
    page.work()
    assert page.session.experiment.step == 5


def test_an_edited_weight_counts():
    page = Page(**SMALL)
    state = page.send("edit", tensor="0.dense.W", index=[1, 2], value=3.5)[0]
    assert state["marks"][0]["key"] == "0.dense.W"
    assert page.session.experiment.net.weights[0][1, 2] == 3.5
    for wrong in (
        {"tensor": "9.dense.W"}, {"index": [0]}, {"index": [2, 0]}, {"index": [-1, 0]},
    ):  # fmt: skip
        given = {"tensor": "0.dense.W", "index": [0, 0], "value": 1.0} | wrong
        assert page.send("edit", **given)[0]["t"] == "refused"


def test_weights_that_both_networks_have_are_kept():
    page = Page(**SMALL)
    page.send("step", n=20)
    page.work()
    before = page.session.experiment.net.weights[0].copy()
    page.send("recipe", values=SMALL | {"hidden": [6]}, keep="overlap")
    assert np.array_equal(page.session.experiment.net.weights[0][:, :4], before)
    page.send("recipe", values=SMALL | {"hidden": [6]})
    assert not np.array_equal(page.session.experiment.net.weights[0][:, :4], before)


def test_predictions():
    page = Page(**SMALL)
    found = page.send("predict", rows=[[0.0, 0.5], [1.0, -0.5]])[0]
    assert np.allclose(np.sum(found["outputs"], axis=1), 1)
    assert len(found["predictions"]) == 2
    for rows in ([], [[1.0]], [[1.0, 2.0, 3.0]], [[1.0, 2.0], [3.0]]):
        assert page.send("predict", rows=rows)[0]["t"] == "refused", rows


def test_a_run_that_diverges_says_where_and_why_and_can_be_mended():
    page = Page(data="sine", points=60, hidden=[20], activation="relu", learning_rate=50.0)
    page.send("run")
    told = page.work()[-1]
    assert told["t"] == "diverged"
    assert told["advice"][0]["seen"]
    step = told["step"]
    assert page.send("run")[0]["t"] == "refused"
    state = page.send("rewind", to=0)[0]
    assert not state["ended"]
    page.send("set", key="learning_rate", value=0.01)
    page.send("run", step=step + 50)
    last = page.work()[-1]
    assert (last["t"], last["step"]) == ("state", step + 50)
    assert np.isfinite(page.theta).all()


REFUSED = {
    "no recipe yet": ('{"t": "run"}', "recipe"),
    "no JSON": ("{", "message"),
    "no object": ("[1]", "message"),
    "no name": ("{}", "t"),
    "another name": ('{"t": "bogus"}', "t"),
    "a list for a name": ('{"t": [1]}', "t"),
    "a field that there is not": ('{"t": "pause", "x": 1}', "x"),
    "a field that is missing": ('{"t": "recipe"}', "values"),
    "a text for a number": ('{"t": "step", "n": "1"}', "n"),
    "a number that is not whole": ('{"t": "step", "n": 1.5}', "n"),
    "infinity": ('{"t": "set", "key": "l2", "value": Infinity}', "recipe"),
    "a key twice": ('{"t": "pause", "t": "run"}', "message"),
    "another version": ('{"t": "hello", "protocol": 2}', "protocol"),
    "too deep": ('{"t": "recipe", "values": ' + "[" * 20 + "]" * 20 + "}", "message"),
    "too long": ('{"t": "recipe", "values": "' + "x" * 70_000 + '"}', "message"),
    "an unknown setting": ('{"t": "recipe", "values": {"hiden": 3}}', "hiden"),
    "a setting out of range": ('{"t": "recipe", "values": {"batch_size": 0}}', "batch_size"),
    "too wide": ('{"t": "recipe", "values": {"hidden": [4096]}}', "hidden"),
    "too many layers": ('{"t": "recipe", "values": {"hidden": ' + str([1] * 99) + "}}", "hidden"),
    "too many numbers": ('{"t": "recipe", "values": {"hidden": [2000, 2000]}}', "parameters"),
    "too large a batch": ('{"t": "recipe", "values": {"batch_size": 5000}}', "batch_size"),
    "too many rows": ('{"t": "recipe", "values": {"points": 900000}}', "rows"),
    "another engine": ('{"t": "recipe", "values": {"engine": "x"}}', "engine"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_refused_with_the_name_of_the_setting(case):
    text, key = REFUSED[case]
    session = LabSession()
    answer = json.loads(session.handle(text)[0])
    assert answer["t"] == "refused", answer
    assert answer["key"] == key, answer
    assert session.experiment is None
    assert not session.is_busy


def test_a_refused_message_changes_nothing():
    page = Page(**SMALL)
    page.send("step", n=3)
    page.work()
    before = page.session.experiment, page.theta.copy(), page.send("pause")
    for text, _ in list(REFUSED.values())[1:]:
        assert json.loads(page.session.handle(text)[0])["t"] == "refused"
    after = page.session.experiment, page.theta.copy(), page.send("pause")
    assert before[0] is after[0]
    assert np.array_equal(before[1], after[1])
    assert before[2] == after[2]


def test_a_link_brings_another_page_to_the_same_place():
    page, other = Page(**SMALL, optimizer="adam"), Page()
    page.send("step", n=33)
    page.work()
    shared = page.send("share", view="test")[0]
    assert shared["exact"]
    opened = other.send("open", link=f"http://127.0.0.1:1/#{shared['link']}")
    assert [one["t"] for one in opened] == ["state", "opened"]
    assert opened[-1]["view"] == "test"
    other.work()
    assert np.array_equal(page.theta, other.theta)
    page.send("set", key="learning_rate", value=0.5)
    changed = page.send("share")[0]
    assert not changed["exact"]
    assert "learning_rate = 0.5" in changed["toml"]
    assert other.send("open", link="hiden=3")[0]["key"] == "hiden"


def test_a_step_is_looked_at_stage_by_stage():
    page = Page(**SMALL)
    found = page.send("look", rows=[0, 5, 7])[0]["stages"]
    kinds = [stage["kind"] for stage in found]
    assert kinds == ["rows", *["forward"] * 3, "loss", *["backward"] * 3, "update"]
    dW = found[-2]["arrays"]["dW"]["numbers"]
    parts = page.send("derivative", rows=[0, 5, 7], layer=0, i=1, j=2)[0]["rows"]
    assert sum(part["product"] for part in parts) == pytest.approx(dW[1][2])
    report = page.send("check_gradients", rows=[0, 5, 7])[0]
    assert report["passed"]
    assert next(tensor["name"] for tensor in report["tensors"]) == "0.dense.W"
    for rows in ([], [-1], [99999], list(range(17))):
        assert page.send("look", rows=rows)[0]["key"] == "rows"
    assert page.send("derivative", rows=[0], layer=1, i=0, j=0)[0]["t"] == "refused"


def test_each_page_has_a_network_of_its_own():
    page = Page(**SMALL)
    page.send("step", n=3)
    page.work()
    assert page.send("show", page="digits", id=4) == [{"t": "shown", "id": 4, "has_network": False}]
    assert page.send("run")[0]["t"] == "refused"
    page.send("recipe", values={"data": "xor", "points": 40, "hidden": [3]})
    shown, state = page.send("show", page="playground")
    assert (shown["has_network"], state["step"], state["recipe"]["data"]) == (True, 3, "moons")
    assert page.send("show", page="nothing")[0]["t"] == "refused"


def test_a_silenced_unit_counts_as_zero_in_what_is_shown_and_learns_on():
    page, other = Page(**SMALL), Page(**SMALL)
    page.send("see", credits=3)
    page.work()
    before = page.frames[-1]
    assert page.send("silence", layer=0, unit=2)[0]["silenced"] == [[0, 2]]
    page.work()
    after = page.frames[-1]
    assert (before[1]["output"] != after[1]["output"]).any()
    assert before[0]["train"] != after[0]["train"]
    assert (before[1]["weights"] == after[1]["weights"]).all()
    for one in (page, other):
        one.send("step", n=20)
        one.work()
    assert (page.theta == other.theta).all()
    assert page.send("silence", layer=0, unit=2, on=False)[0]["silenced"] == []
    for layer, unit in ((0, 4), (1, 0), (-1, 0)):
        assert page.send("silence", layer=layer, unit=unit)[0]["t"] == "refused"


def test_what_is_taken_for_what():
    page = Page(**SMALL | {"data": "blobs", "classes": 4})
    page.send("run", epoch=30)
    page.work()
    answer = page.send("confusion", part="train")[0]
    counts = np.array(answer["counts"])
    assert answer["classes"] == [0, 1, 2, 3]
    assert page.session.view is not None
    assert counts.sum() == len(page.session.view.train[0])
    share = page.session.view.net.evaluate(*page.session.view.train)["accuracy"]
    assert counts.trace() / counts.sum() == pytest.approx(share)
    numbers = Page(data="sine", points=60, hidden=[3])
    assert numbers.send("confusion")[0]["t"] == "refused"


BLOWING_UP = [
    {"data": "sine", "activation": "relu", "learning_rate": 10},
    {"data": "sine", "activation": "identity", "learning_rate": 3, "hidden": [8, 8]},
    {"data": "sine", "activation": "elu", "learning_rate": 10, "batch_size": 1},
    {"data": "moons", "activation": "relu", "learning_rate": 1e4, "hidden": [8, 8, 8]},
    {"data": "moons", "loss": "mse", "activation": "leaky_relu", "learning_rate": 5},
    {"data": "sine", "optimizer": "momentum", "learning_rate": 3, "activation": "elu"},
    {"data": "sine", "l2": 10, "learning_rate": 3, "activation": "softplus"},
    {"data": "blobs", "activation": "relu", "learning_rate": 1e3, "batch_size": 5},
    {"data": "sine", "activation": "silu", "learning_rate": 1e6},
    {"data": "circles", "loss": "mse", "optimizer": "nesterov", "activation": "gelu",
     "learning_rate": 2},
]  # fmt: skip


@pytest.mark.parametrize("recipe", BLOWING_UP)
def test_a_run_that_blows_up_says_so_and_is_mended_at_once(recipe):
    page = Page(**{"points": 200, "hidden": [8], "batch_size": 10} | recipe)
    page.send("run", step=20_000)
    last = page.work()[-1]
    assert last["t"] == "diverged"
    state = page.send("mend")[0]
    assert state["recipe"]["learning_rate"] < recipe["learning_rate"]
    page.send("run", step=state["step"] + 5_000)
    assert page.work()[-1]["t"] == "state"
    assert page.session.view is not None
    assert np.isfinite(page.session.view.net.evaluate(*page.session.view.train)["loss"])


def test_what_runs_well_needs_no_mending():
    page = Page(**SMALL)
    assert page.send("mend")[0]["key"] == "mend"


def test_a_rule_that_ends_a_run_sets_no_number_of_epochs():
    page = Page(**SMALL, patience=1000)
    page.send("run", epoch=30)
    assert page.work()[-1]["t"] == "state"
    assert page.session.current.epochs_done == 30
