"""Links: what a page shows, as text that can be read, written by hand, and brought back."""

import random

import pytest

from noron.core.errors import SettingError
from noron.experiments.spec import RunSpec
from noron.lab.defaults import defaults_for
from noron.lab.link import LONGEST, Link, of_text, to_text

CHOICES = {
    "data": ["moons", "circles", "spirals", "blobs", "xor", "function", "sine"],
    "points": [50, 300, 2000],
    "noise": [0.0, 0.05, 0.3],
    "validation": [0.1, 0.5],
    "hidden": [[], [4], [8, 8], [16, 8, 4]],
    "activation": ["relu", "sigmoid", {"name": "leaky_relu", "slope": 0.2}],
    "dropout": [0.0, 0.25],
    "batch_norm": [True, False],
    "initializer": [None, "he_normal", "orthogonal"],
    "standardize": [None, True, False],
    "l2": [0.0, 0.001, 1e-7],
    "regularizers": [[], ["l1"], [{"name": "max_norm", "limit": 2.0}]],
    "optimizer": ["sgd", "adam", {"name": "momentum", "beta": 0.8}],
    "learning_rate": [0.1, 0.03, 1 / 3, None, "auto"],
    "batch_size": [1, 10, 64],
    "epochs": [None, 7],
    "seed": [0, 7, 123456789],
}


def some_recipe(seed: int) -> RunSpec:
    """A recipe of random settings."""
    rng = random.Random(seed)
    values = {name: rng.choice(of) for name, of in CHOICES.items() if rng.random() < 0.5}
    return RunSpec(**defaults_for(values) | values)


@pytest.mark.parametrize("seed", range(60))
def test_a_recipe_comes_back_from_its_link(seed):
    link = Link(some_recipe(seed), at=seed * 10, view="test" if seed % 3 else "")
    text = to_text(link)
    assert of_text(text) == link
    assert of_text(f"http://127.0.0.1:1/#/playground?{text}") == link
    assert len(text) < LONGEST
    assert text.isascii()
    assert " " not in text


@pytest.mark.parametrize("seed", range(20))
def test_a_recipe_comes_back_from_its_toml(seed):
    spec = some_recipe(seed + 100)
    assert RunSpec.from_toml(spec.to_toml()) == spec


def test_the_lab_s_own_recipe_needs_no_words():
    assert to_text(Link(RunSpec(**defaults_for({})))) == ""
    assert of_text("") == of_text("#/playground") == Link(RunSpec(**defaults_for({})))


OLD = {
    "data=spirals&classes=3&hidden=16,16&activation=relu&seed=4": {"data": "spirals", "classes": 3},
    "hidden=&learning_rate=0.5": {"hidden": (), "learning_rate": 0.5},
    "optimizer={name='adam', beta1=0.8}": {"optimizer": {"name": "adam", "beta1": 0.8}},
    "data=mnist&hidden=32": {"data": "mnist", "points": None, "hidden": (32,)},
    "layers=[{name='dense', units=4}, 'tanh', {name='dense', units=2}]": {},
}


@pytest.mark.parametrize("text", OLD)
def test_links_that_were_made_once_stay_good(text):
    spec = of_text(text).spec
    assert {name: getattr(spec, name) for name in OLD[text]} == OLD[text]


def test_a_long_recipe_is_packed():
    layers = [{"name": "dense", "units": 3 + i % 9} if i % 2 == 0 else "tanh" for i in range(150)]
    spec = RunSpec(**defaults_for({"layers": layers}) | {"layers": layers})
    text = to_text(Link(spec, at=5))
    assert text.startswith("z=")
    assert len(text) < LONGEST
    assert of_text(text) == Link(spec, at=5)
    for cut in (text[:40], text.replace("z=", "z=AAAA"), "z=", "z=%C3%A9"):
        with pytest.raises(SettingError):
            of_text(cut)


WRONG = {
    "hiden=3": "did you mean 'hidden'",
    "hidden=3&hidden=4": "hidden: the link gives it twice",
    "seed": "write KEY=VALUE",
    "at=-1": "at: '-1' is no number of steps",
    "at=1e9": "at: '1e9' is no number",
    "learning_rate=fast": "learning_rate",
    "data=moons&target=x": None,
    "&".join(f"k{i}=1" for i in range(200)): "write KEY=VALUE",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_link_is_explained(text):
    if WRONG[text] is None:
        assert of_text(text).spec.target == "x"  # the data say what is wrong with it
        return
    with pytest.raises(SettingError, match=WRONG[text]):
        of_text(text)


def test_a_packed_recipe_cannot_grow_without_end():
    import base64
    import zlib

    bomb = base64.urlsafe_b64encode(zlib.compress(b"#" * 10_000_000)).decode()
    with pytest.raises(SettingError, match="longer than 100,000 bytes"):
        of_text(f"z={bomb}")
