"""The recording that a page shows until its engine is there."""

import json

from noron.lab.frames import unpack
from noron.lab.recording import LAST_STEP, recorded, steps_shown, unpacked
from noron.lab.session import LabSession


def test_it_is_the_first_experiment_while_it_learns():
    answers = unpacked(recorded(frames=6, last=500))
    texts = [json.loads(one) for one in answers if isinstance(one, str)]
    assert [one["t"] for one in texts] == ["welcome", "state"]
    assert texts[1]["recipe"]["data"] == "moons"
    assert texts[1]["step"] == 0
    data, *frames = [unpack(one) for one in answers if isinstance(one, bytes)]
    assert data[0]["t"] == "data"
    assert (
        [facts["step"] for facts, _ in frames] == steps_shown(6, 500) == [0, 20, 80, 180, 320, 500]
    )
    losses = [facts["held_out"]["loss"] for facts, _ in frames]
    assert losses[-1] < losses[0] / 4
    assert {"output", "units", "weights"} <= frames[0][1].keys()


def test_its_pictures_are_those_of_the_session_but_for_their_last_bits():
    session = LabSession()
    session.handle('{"t": "open", "link": ""}')
    session.handle('{"t": "rewind", "to": 100}')
    session.handle('{"t": "see", "credits": 1}')
    (frame,) = session.work()
    (_, _, _, _, shown) = unpacked(recorded(frames=2, last=100))
    for name, array in unpack(frame)[1].items():
        assert abs(array.astype(float) - unpack(shown)[1][name]).max() < 4


def test_it_is_the_same_each_time():
    assert recorded(frames=3, last=60) == recorded(frames=3, last=60)


def test_it_ends_with_data_that_are_learnt():
    *_, last = unpacked(recorded(frames=2, last=LAST_STEP))
    assert unpack(last)[0]["held_out"]["accuracy"] > 0.95
