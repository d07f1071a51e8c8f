"""The pictures of a network that reads digits, against the library itself."""

import json
from typing import Any

import numpy as np
import pytest

from noron.core.types import Array
from noron.data.mnist import load_mnist
from noron.lab.digits import first_weights, read_digit, strongest
from noron.lab.experiment import Experiment
from noron.lab.frames import unpack
from noron.lab.session import LabSession

RECIPE = {
    **{"data": "mnist", "rows": 1500, "hidden": [16, 12], "validation": 0.2, "seed": 3},
    **{"learning_rate": 0.2, "batch_size": 20, "activation": "relu"},
}
Pictures = tuple[dict[str, Any], dict[str, Array]]


class Learner:
    """Somebody who asks about pictures."""

    def __init__(self, **changed: Any) -> None:
        self.session = LabSession()
        self.ask("recipe", values=RECIPE | changed)

    def ask(self, name: str, **values: Any) -> list[str | bytes]:
        return self.session.handle(json.dumps({"t": name, "id": 7, **values}))

    def pictures(self, name: str, **values: Any) -> Pictures:
        (frame,) = self.ask(name, **values)
        assert isinstance(frame, bytes), frame
        return unpack(frame)

    def refused(self, name: str, **values: Any) -> str:
        (text,) = self.ask(name, **values)
        assert isinstance(text, str)
        facts = json.loads(text)
        assert facts["t"] == "refused"
        return facts["key"]

    @property
    def experiment(self) -> Experiment:
        assert self.session.experiment is not None
        return self.session.experiment

    @property
    def held_out(self) -> tuple[Array, Array]:
        assert self.experiment.rows.validation is not None
        x, y = self.experiment.rows.validation
        return np.asarray(x[:]), np.asarray(y)


@pytest.fixture
def learner() -> Learner:
    """A network that has learnt for an epoch."""
    made = Learner()
    made.experiment.advance(made.experiment.steps_per_epoch)
    return made


def test_the_confusion_matrix_and_the_accuracy_are_those_of_the_model(learner: Learner):
    facts, arrays = learner.pictures("digit_mistakes")
    x, y = learner.held_out
    net = learner.experiment.net
    counts = np.zeros((10, 10), int)
    for truth, given in zip(y, net.predict(x), strict=True):
        counts[truth, given] += 1
    assert facts["id"] == 7
    assert facts["counts"] == counts.tolist()
    assert facts["rows"] == len(y) == 300
    assert facts["right"] / 300 == pytest.approx(net.evaluate(x, y)["accuracy"])
    assert facts["right_whole"] == facts["right"]
    assert facts["chosen"] == 300 - facts["right"]
    assert 0 < len(arrays["images"]) == len(facts["pictures"])


def test_the_most_wrongly_read_digits_come_first_with_their_own_pixels(learner: Learner):
    facts, arrays = learner.pictures("digit_mistakes")
    x, y = learner.held_out
    shares = learner.experiment.net.predict_proba(x)
    wrong = [i for i in range(300) if shares[i].argmax() != y[i]]
    wrong.sort(key=lambda i: -shares[i].max())
    pictures = facts["pictures"]
    assert [one["row"] for one in pictures] == wrong[: len(pictures)]
    for one, image in zip(pictures, arrays["images"], strict=True):
        row = one["row"]
        assert (one["truth"], one["given"]) == (y[row], shares[row].argmax())
        assert one["share"] == pytest.approx(shares[row].max())
        assert (image.ravel() == np.rint(255 * x[row])).all()


def test_pictures_are_those_of_mnist():
    learner = Learner()
    images = {bytes(image) for image in np.rint(255 * load_mnist()[0]).astype(np.uint8)}
    _, arrays = learner.pictures("digit_mistakes")
    assert all(bytes(image) in images for image in arrays["images"])


def test_a_cell_has_its_pictures(learner: Learner):
    counts = np.array(learner.pictures("digit_mistakes")[0]["counts"])
    for truth, given in ((3, 3), tuple(map(int, np.argwhere(counts == 0)[0]))):
        facts, arrays = learner.pictures("digit_mistakes", truth=truth, given=given)
        assert facts["chosen"] == counts[truth, given]
        assert {(one["truth"], one["given"]) for one in facts["pictures"]} <= {(truth, given)}
        assert len(arrays["images"]) == min(30, counts[truth, given])


def test_the_strongest_digits_of_a_unit(learner: Learner):
    x, y = learner.held_out
    net = learner.experiment.net
    net.forward(x)
    for layer, unit in ((0, 5), (1, 11)):
        outputs = net.activations[layer + 1][:, unit]
        facts, arrays = learner.pictures("strongest_digits", layer=layer, unit=unit)
        best = np.sort(outputs)[::-1][:10]
        assert [one["output"] for one in facts["pictures"]] == pytest.approx(list(best), rel=1e-5)
        for one, image in zip(facts["pictures"], arrays["images"], strict=True):
            assert one["truth"] == y[one["row"]]
            assert (image.ravel() == np.rint(255 * x[one["row"]])).all()


def test_weights_of_the_first_layer_now_and_at_kept_steps(learner: Learner):
    W = learner.experiment.net.weights[0]
    facts, arrays = learner.pictures("first_weights")
    assert facts["step"] == learner.experiment.step
    shown = (arrays["images"].reshape(16, 784).astype(float) - 128) / 127
    assert shown * arrays["sizes"][:, None] == pytest.approx(W.T, abs=float(abs(W).max()) / 250)
    step = facts["kept_steps"][3]
    kept = learner.pictures("first_weights", step=step)
    other = Learner()
    other.experiment.advance(step)
    now = other.pictures("first_weights")
    assert kept[0]["step"] == now[0]["step"] == step
    assert (kept[1]["images"] == now[1]["images"]).all()
    assert (kept[1]["images"] != arrays["images"]).any()
    assert learner.experiment.snapshots.steps == facts["kept_steps"]


@pytest.mark.parametrize("of_class", [None, 4])
def test_the_saliency_is_the_slope_of_the_score(learner: Learner, of_class: int | None):
    experiment = learner.experiment
    network = experiment.net.network
    pixels = np.rint(255 * learner.held_out[0][2]).astype(int)
    read = read_digit(experiment, pixels.tolist(), of_class)
    x = pixels[None, :] / 255
    shares = experiment.net.predict_proba(x)[0]
    assert read.shares == pytest.approx(shares, rel=1e-5)
    assert read.of_class == (shares.argmax() if of_class is None else of_class)
    params = [np.asarray(a, np.float64) for a in network.views().values()]

    def score(x: Array) -> float:
        (W1, b1, W2, b2, W3, b3) = params
        hidden = np.maximum(0, np.maximum(0, x @ W1 + b1) @ W2 + b2)
        return float((hidden @ W3 + b3)[0, read.of_class])

    assert read.scores[read.of_class] == pytest.approx(score(x), rel=1e-4)
    for pixel in (100, 300, 406, 407, 500):
        step = np.zeros(784)
        step[pixel] = 1e-6
        slope = (score(x + step) - score(x - step)) / 2e-6
        assert read.slopes[pixel] == pytest.approx(slope, rel=1e-3, abs=1e-5)
    assert np.abs(read.slopes).max() > 0.01


def test_reading_a_digit_leaves_the_run_as_it_is(learner: Learner):
    other = Learner()
    other.experiment.advance(other.experiment.steps_per_epoch)
    learner.ask("silence", layer=0, unit=1)
    for _ in range(3):
        learner.pictures("read_digit", pixels=[0] * 400 + [255] * 384)
        learner.pictures("digit_mistakes")
        learner.experiment.advance(2)
        other.experiment.advance(2)
    assert (learner.experiment.net.network.theta == other.experiment.net.network.theta).all()


def test_silent_units_are_silent_here_and_what_is_lost_is_counted(learner: Learner):
    x, y = learner.held_out
    before = learner.pictures("digit_mistakes")[0]
    drawn = learner.pictures("read_digit", pixels=[90] * 784)[0]
    for unit in range(12):
        learner.ask("silence", layer=0, unit=unit)
    after = learner.pictures("digit_mistakes")[0]
    W2 = learner.experiment.net.weights[1]
    kept = W2[:12].copy()
    W2[:12] = 0
    right = int((learner.experiment.net.predict(x) == y).sum())
    W2[:12] = kept
    assert after["right"] == right < before["right"] == after["right_whole"]
    assert after["silent"] == 12
    assert learner.pictures("read_digit", pixels=[90] * 784)[0]["scores"] != drawn["scores"]


def test_what_is_refused(learner: Learner):
    assert learner.refused("digit_mistakes", truth=3) == "truth"
    assert learner.refused("digit_mistakes", truth=3, given=10) == "given"
    assert learner.refused("digit_mistakes", most_rows=0) == "most_rows"
    assert learner.refused("strongest_digits", layer=2, unit=0) == "layer"
    assert learner.refused("strongest_digits", layer=0, unit=16) == "unit"
    assert learner.refused("first_weights", step=-1) == "step"
    assert learner.refused("read_digit", pixels=[0] * 783) == "pixels"
    assert learner.refused("read_digit", pixels=[0] * 783 + [256]) == "pixels"
    assert learner.refused("read_digit", pixels=[0] * 784, of_class=10) == "of_class"


@pytest.mark.parametrize("name", ["digit_mistakes", "first_weights", "read_digit"])
def test_rows_that_are_no_pictures_are_refused(name: str):
    learner = Learner(data="moons", rows=None, points=60)
    values = {"pixels": [0] * 784} if name == "read_digit" else {}
    assert learner.refused(name, **values) == "data"


def test_a_network_whose_numbers_are_not_finite_is_still_shown(learner: Learner):
    learner.experiment.net.network.theta[:] = np.nan
    assert learner.pictures("digit_mistakes")[0]["rows"] == 300
    assert learner.pictures("read_digit", pixels=[9] * 784)[0]["scores"] == [None] * 10
    assert first_weights(learner.experiment, None)[2].shape == (16, 28, 28)
    assert len(strongest(learner.session.current_view, "held_out", 0, 0)) == 10
