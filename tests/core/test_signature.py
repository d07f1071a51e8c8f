"""Signed files: keys, who has signed, and what a change after it comes to."""

import json
import os
import sys

import pytest

pytest.importorskip(
    "cryptography", reason="signatures need cryptography: pip install 'noron[sign]'"
)

from noron import ModelFileError, NeuralNetwork, SettingError, load, verify
from noron.cli import main
from noron.core import signature, tensor_file
from noron.core.errors import MissingExtraError
from noron.core.signature import SigningKey, new_key
from noron.core.tensor_file import sign, texts_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Two pairs of keys: the private files."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("mine", "other"):
        assert new_key(folder / name) == folder / f"{name}.pub"
    return folder


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "m.safetensors"
    NeuralNetwork([2, 8, 2], seed=0).save(path)
    return path


@posix
def test_only_the_owner_can_read_a_private_key(keys):
    assert (keys / "mine").stat().st_mode & 0o777 == 0o600
    assert b"PRIVATE" not in (keys / "mine.pub").read_bytes()


def test_a_key_is_not_overwritten(keys):
    before = (keys / "mine").read_bytes()
    with pytest.raises(SettingError, match="is there already"):
        new_key(keys / "mine")
    with pytest.raises(SettingError, match="is there already"):
        new_key(".")
    assert (keys / "mine").read_bytes() == before


@posix
def test_a_private_key_that_others_can_read_is_refused(tmp_path):
    new_key(tmp_path / "k")
    (tmp_path / "k").chmod(0o644)
    with pytest.raises(SettingError, match="chmod 600"):
        SigningKey(tmp_path / "k")


def test_a_signed_file_is_loaded_by_its_key_and_by_everybody_who_asks_for_none(model, keys):
    before = load(model)
    name = sign(model, SigningKey(keys / "mine"))
    for trusted in (None, keys / "mine.pub", [keys / "other.pub", str(keys / "mine.pub")]):
        again = load(model, trusted)
        assert again.network.theta.tobytes() == before.network.theta.tobytes()
    assert verify(model, keys / "mine.pub").signer == name
    assert {one.kind for one in verify(model).oddities} == {"not-trained"}


def test_signing_twice_gives_the_same_bytes_and_signing_anew_replaces(model, keys):
    sign(model, SigningKey(keys / "mine"))
    once = model.read_bytes()
    sign(model, SigningKey(keys / "mine"))
    assert model.read_bytes() == once
    sign(model, SigningKey(keys / "other"))
    assert load(model, keys / "other.pub")
    with pytest.raises(ModelFileError, match="which is not trusted"):
        load(model, keys / "mine.pub")
    assert len(texts_of(model.read_bytes())[0]) == 2


def test_an_unsigned_file_is_refused_where_keys_are_trusted(model, keys):
    with pytest.raises(ModelFileError, match="is not signed"):
        load(model, keys / "mine.pub")
    with pytest.raises(ModelFileError, match="is not signed"):
        load(model, [])
    assert "not-trusted" in {one.kind for one in verify(model, keys / "mine.pub").oddities}


def test_another_key_is_refused(model, keys):
    sign(model, SigningKey(keys / "other"))
    with pytest.raises(ModelFileError, match="which is not trusted"):
        load(model, keys / "mine.pub")


def forged(path, text):
    """The file with another signature; everything else is as it was."""
    raw = path.read_bytes()
    texts, end = texts_of(raw)
    texts = texts | {tensor_file.SIGNATURE: text(texts[tensor_file.SIGNATURE])}
    prefix = tensor_file.prefix_of(raw).decode()
    new = f"{tensor_file.PREFIX.decode()}{json.dumps(texts)}{prefix[end:].rstrip()}".encode()
    new += b" " * (-len(new) % 8)
    path.write_bytes(len(new).to_bytes(8, "little") + new + raw[8 + len(prefix) :])


FORGED = {
    "nothing": lambda text: "",
    "no base64": lambda text: "ä b",
    "one part": lambda text: text.split()[0],
    "short": lambda text: text.split()[0] + " AAAA",
    "another signature": lambda text: text.split()[0] + " " + "A" * 86 + "==",
    "another key": lambda text: "A" * 43 + "= " + text.split()[1],
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_signature_is_refused(name, model, keys):
    sign(model, SigningKey(keys / "mine"))
    forged(model, FORGED[name])
    load(model)  # the hash is right
    with pytest.raises(ModelFileError, match="changed since it was signed"):
        load(model, keys / "mine.pub")
    assert {one.kind for one in verify(model).oddities} & {"wrong-signature", "no-signature"}


def test_a_file_that_is_changed_after_signing_is_refused_also_with_a_new_hash(
    model, keys, tmp_path
):
    sign(model, SigningKey(keys / "mine"))
    text = texts_of(model.read_bytes())[0][tensor_file.SIGNATURE]
    NeuralNetwork([2, 8, 2], seed=1).save(tmp_path / "evil.safetensors")
    sign(tmp_path / "evil.safetensors", SigningKey(keys / "other"))
    forged(tmp_path / "evil.safetensors", lambda _: text)
    with pytest.raises(ModelFileError, match="changed since it was signed"):
        load(tmp_path / "evil.safetensors", keys / "mine.pub")
    content = bytearray(model.read_bytes())
    content[-1] ^= 1
    model.write_bytes(content)
    with pytest.raises(ModelFileError, match="changed or damaged"):
        load(model, keys / "mine.pub")


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN PRIVATE KEY-----\nMC4=\n"])
def test_what_is_no_key_is_refused(content, model, tmp_path):
    (tmp_path / "k").write_bytes(content)
    (tmp_path / "k").chmod(0o600)
    with pytest.raises(SettingError, match="holds no private"):
        sign(model, SigningKey(tmp_path / "k"))
    with pytest.raises(SettingError, match="holds no public"):
        load(model, tmp_path / "k")
    with pytest.raises(SettingError, match="cannot be read"):
        load(model, tmp_path / "none.pub")


def test_a_damaged_file_is_not_signed(model, keys):
    model.write_bytes(model.read_bytes()[:-1])
    with pytest.raises(ModelFileError):
        sign(model, SigningKey(keys / "mine"))


def test_the_library_is_named_where_it_is_missing(model, monkeypatch):
    for name in list(sys.modules):
        if name.startswith("cryptography"):
            monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'noron\[sign\]'"):
        signature._library()
    assert load(model)


# ---- the command line


def test_the_commands_sign_verify_and_show(model, tmp_path, capsys):
    key, public = tmp_path / "k", tmp_path / "k.pub"
    assert main(["sign", "--new-key", str(key)]) == 0
    assert main(["sign", str(model), "--key", str(key)]) == 0
    name = capsys.readouterr().out.split()[-1]
    assert main(["verify", str(model), "--trusted", str(public)]) == 1  # it is not trained
    out = capsys.readouterr().out
    assert name in out
    assert "[not-trained]" in out
    assert main(["show", str(model), "--trusted", str(public), "--out", str(tmp_path)]) == 0
    assert main(["sign", "--new-key", str(tmp_path / "other")]) == 0
    other = str(tmp_path / "other.pub")
    assert main(["show", str(model), "--trusted", other]) == 2
    assert "is not trusted" in capsys.readouterr().err


def test_verify_prints_json_and_ends_with_0_if_nothing_is_odd(tmp_path, capsys):
    path = tmp_path / "m.safetensors"
    net = NeuralNetwork([2, 8, 2], seed=0)
    net.train([[0, 1], [1, 0]] * 8, [0, 1] * 8, epochs=2, progress=False)
    net.save(path)
    assert main(["verify", str(path), "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["is_clean"]
    assert seen["oddities"] == []
    assert main(["verify", str(path)]) == 0
    assert "nothing is odd" in capsys.readouterr().out
    os.truncate(path, 100)
    assert main(["verify", str(path)]) == 1
    assert main(["verify", str(tmp_path / "none.safetensors")]) == 2


def test_train_signs_what_it_writes_and_refuses_a_wrong_key_at_once(keys, tmp_path, capsys):
    words = ["train", "--data", "moons", "--epochs", "1", "--out", str(tmp_path / "o"), "--store"]
    words += [str(tmp_path / "s.sqlite"), "--sign"]
    assert main([*words, str(keys / "mine.pub")]) == 2
    assert "holds no private" in capsys.readouterr().err
    assert main([*words, str(keys / "mine")]) == 0
    assert load(tmp_path / "o" / "model.safetensors", keys / "mine.pub")


@pytest.mark.parametrize("words", [[], ["m"], ["--key", "k"], ["m", "--new-key", "k"]])
def test_sign_says_what_it_needs(words, capsys):
    assert main(["sign", *words]) == 2
    assert "give a model and --key KEY" in capsys.readouterr().err
