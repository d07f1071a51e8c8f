"""Messages that are nearly right: each is answered or refused, and the session goes on."""

import json
import random

from noron.lab.protocol import Message
from noron.lab.session import LabSession

SEEDS = [
    {"t": "hello", "protocol": 1, "language": "en"},
    {"t": "recipe", "values": {"data": "moons", "points": 20, "hidden": [2]}, "keep": "overlap"},
    {"t": "recipe", "values": {"layers": [{"name": "dense", "units": 2}], "epochs": 5}},
    {"t": "recipe", "values": {"data": "sine", "loss": "huber", "validation": 0.2, "points": 40}},
    {"t": "set", "key": "learning_rate", "value": 0.1, "id": 7},
    {"t": "set", "key": "regularizers", "value": ["l1"]},
    {"t": "set", "key": "batch_size", "value": 4},
    {"t": "step", "n": 1, "unit": "batch"},
    {"t": "run", "speed": 10, "step": 40, "epoch": 3},
    {"t": "pause"},
    {"t": "rewind", "to": 3},
    {"t": "edit", "tensor": "0.dense.W", "index": [0, 0], "value": 0.5},
    {"t": "see", "views": ["output", "gradients"], "credits": 1},
    {"t": "predict", "rows": [[0.0, 1.0]]},
    {"t": "history", "start": 1},
    {"t": "open", "link": "data=xor&hidden=3&at=4"},
    {"t": "share", "view": "x"},
    {"t": "open", "link": "data=xor&name=\ud800"},
    {"t": "share", "view": "\udfff"},
    {"t": "rewind", "to": 2**70},
    {"t": "silence", "layer": 2**70, "unit": 0},
    {"t": "step", "n": 2**70},
    {"t": "look", "rows": [2**70]},
    {"t": "edit", "tensor": "0.dense.W", "index": [2**70, 0], "value": 1e308},
    {"t": "predict", "rows": [[1e308, -1e308]]},
    {"t": "look", "rows": [0, 1]},
    {"t": "derivative", "rows": [0], "layer": 0, "i": 0, "j": 1},
    {"t": "check_gradients", "rows": [0, 3]},
    {"t": "show", "page": "digits"},
    {"t": "silence", "layer": 0, "unit": 1, "on": True},
    {"t": "confusion", "part": "train"},
    {"t": "digit_mistakes", "part": "train", "truth": 1, "given": 0},
    {"t": "strongest_digits", "layer": 0, "unit": 1},
    {"t": "first_weights", "step": 0},
    {"t": "read_digit", "pixels": [0, 255], "of_class": 3},
    {"t": "mend"},
    {"t": "upload", "name": "own.csv", "size": 8, "start": 0, "part": "YSx5CjEsMgo="},
    {"t": "table", "name": "own.csv", "kind": ["a=category"]},
    {"t": "draw", "inputs": [1, 0]},
    {"t": "code", "dialect": "numpy"},
    {"t": "list_runs", "where": "seed = 1", "sort": "-run", "start": 0, "count": 10},
    {"t": "run_curves", "runs": [1, 2]},
    {"t": "describe_run", "run": 1},
    {"t": "tag_runs", "runs": [1], "name": "good"},
    {"t": "note_run", "run": 1, "text": "good"},
    {"t": "hide_runs", "runs": [1]},
    {"t": "delete_runs", "runs": [1], "undo": True},
    {"t": "functions"},
    {"t": "activation_curves", "curves": [{"name": "leaky_relu", "slope": 0.2}], "low": -2},
    {"t": "loss_curves", "curves": [{"name": "huber"}], "target": 0.5, "classes": 3},
    {"t": "softmax", "scores": [1.0, 2.0], "temperature": 0.5, "true_class": 1},
    {"t": "layer_sizes", "activation": {"name": "elu"}, "layers": 2, "units": 8, "steps": 3},
    {"t": "layer_sizes", "activation": {"name": "relu"}, "deviation": 0.1, "seed": 5},
]
LETTERS = '{}[]":,0123456789.-eE abtrufnls\\\0é'
COUNT = 10_000


def mutated(text: str, rng: random.Random) -> str:
    """Change, leave out or put in some letters."""
    letters = list(text)
    for _ in range(rng.choice((0, 1, 1, 2, 3, 5))):
        place, change = rng.randrange(len(letters)), rng.random()
        if change < 0.4:
            letters[place] = rng.choice(LETTERS)
        elif change < 0.7:
            del letters[place]
        else:
            letters.insert(place, rng.choice(LETTERS))
    return "".join(letters)


def test_ten_thousand_messages_that_are_nearly_right():
    rng, session = random.Random(0), LabSession()
    answered: dict[str, int] = {}
    for _ in range(COUNT):
        for answer in session.handle(mutated(json.dumps(rng.choice(SEEDS)), rng)):
            if isinstance(answer, str):
                facts = json.loads(answer)
                answered[facts["t"]] = answered.get(facts["t"], 0) + 1
                if facts["t"] == "refused":
                    assert facts["key"]
                    assert facts["code"]
                    assert facts["text"]
        if rng.random() < 0.1:
            session.work()
    assert answered["refused"] > COUNT / 2
    assert answered["state"] > 100


def test_each_kind_of_message_is_among_them():
    assert {str(seed["t"]) for seed in SEEDS} == set(Message.kinds)
