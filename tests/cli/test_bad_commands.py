"""Bad input on the command line: one line on standard error, exit code 2, and nothing left behind.

The commands run in a folder of files that people give by mistake. Each row holds the command, a
piece of the line that shows what was given, and a piece that names the way out.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

import noron
from noron import NeuralNetwork
from noron.cli import main
from noron.cli.output import fail

rng = np.random.default_rng(0)
TABLE = "a,b,y\n" + "".join(f"{i * 0.1:.1f},{i * 7 % 5},{i % 2}\n" for i in range(40))

TEXTS = {
    "torn.toml": "learning_rate = [",
    "empty.toml": "",
    "word.toml": "learnin_rate = [0.1]",
    "end.toml": "learning_rate = { from = -1, to = 1.0 }",
    "seed.toml": "seed = [1, 2]",
    "good.csv": TABLE,
    "constant.csv": "a,b,y\n" + "".join(f"1,{i},{i % 2}\n" for i in range(20)),
    "numbers.csv": "a,b,y\n" + "".join(f"{i},{-i},{i * 0.5 + 0.1}\n" for i in range(20)),
    "words.csv": "a,b,y\n" + "".join(f"{i},{-i},{'xyz'[i % 3]}\n" for i in range(30)),
    "huge.csv": "a,b,y\n" + "".join(f"{i}e300,{i},{i % 2}\n" for i in range(1, 20)),
    "empty.csv": "",
    "header.csv": "a,b,y\n",
    "ragged.csv": "a,b,y\n1,2,0\n1,2\n",
    "one_class.csv": "a,y\n" + "1,0\n2,0\n" * 10,
    "one_row.csv": "a,y\n1,0\n",
    "only_target.csv": "y\n0\n1\n",
    "twice.csv": "a,a,y\n1,2,0\n",
    "no_header.csv": "1.5,2,0\n2.5,3,1\n",
    "new.csv": "a,b\n1,2\n3,4\n",
    "new_names.csv": "a,c\n1,2\n",
    "new_empty.csv": "a,b\n1,2\n1,\n",
    "notes.txt": "hello",
    "model.json": '{"layers": [2, 3]}',
    "file": "x",
}


def networks(folder: Path) -> None:
    """A model that knows its columns, one that knows none, and what can happen to a file."""
    X = rng.random((20, 2))
    net = NeuralNetwork([2, 3, 2], seed=0)
    net.train(X, np.arange(20) % 2, epochs=1, progress=False)
    net.feature_names, net.target_name = ("a", "b"), "y"
    net.save(folder / "model")
    whole = (folder / "model").read_bytes()
    (folder / "truncated").write_bytes(whole[:-5])
    (folder / "mutated").write_bytes(whole[:-1] + b"\x7f")
    (folder / "future").write_bytes(whole.replace(rb"\"format\":1", rb"\"format\":2", 1))
    (folder / "garbled").write_bytes(whole.replace(rb"\"format\":1", rb"\"format\" 1", 1))
    (folder / "nothing").write_bytes(b"")
    save_file({"W": np.ones(3)}, folder / "foreign")


def arrays(folder: Path) -> None:
    X = rng.random((30, 2))
    np.savez(folder / "no_x.npz", a=np.ones(3))
    np.savez(folder / "no_y.npz", X=X)
    np.savez(folder / "rank.npz", X=np.ones((5, 2, 2)), y=np.arange(5))
    np.savez(folder / "lengths.npz", X=X, y=np.arange(4))
    np.savez(folder / "objects.npz", X=np.array([[{}]]), y=np.arange(1))
    np.savez(folder / "gaps.npz", X=X, y=np.arange(30) % 3 * 5)
    np.savez(folder / "questions.npz", X=X, y=rng.integers(3, size=(30, 2)))
    np.savez(folder / "three.npz", X=rng.random((30, 3)), y=np.arange(30) % 2)
    (folder / "binary.npz").write_bytes(bytes(range(256)))
    (folder / "binary.csv").write_bytes(bytes(range(256)))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    for name in ("folder", "folder.csv"):
        (folder / name).mkdir()
    networks(folder)
    arrays(folder)
    return folder


SAID = ("target ", "column ", "inputs ", "rows ", "settings ")


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything in the folder."""
    found = sorted(folder.rglob("*"))
    return {str(path): None if path.is_dir() else path.read_bytes() for path in found}


def check_line(error: str, shows: str, way_out: str) -> None:
    """One line; before it there may be what a file was taken for."""
    *said, error = error.splitlines(keepends=True)
    assert all(line.startswith(SAID) for line in said), said
    assert error.startswith("noron: "), error
    assert error.endswith("\n"), error
    assert error.count("\n") == 1, error
    assert len(error) < 300, error
    assert error[:-1].isprintable(), error
    assert "Traceback" not in error
    assert shows in error, error
    assert way_out in error, error


TRAIN = [
    ("--epochs 0", "epochs is 0", "at least 1"),
    ("--epochs -1", "epochs is -1", "at least 1"),
    ("--epochs 1.5", "'1.5'", "give an integer"),
    ("--epochs 1e3", "'1e3'", "give an integer"),
    ("--epochs nan", "'nan'", "give an integer"),
    ("--epochs ''", "epochs is ''", "give an integer"),
    ("--epochs", "--epochs requires an argument", "noron train --help"),
    (f"--epochs {'9' * 5000}", "'9999", "give an integer"),
    ("--batch-size 0", "batch_size is 0", "at least 1"),
    ("--batch-size -3", "batch_size is -3", "at least 1"),
    ("--batch-size 2.5", "'2.5'", "give an integer"),
    ("--learning-rate 0", "learning_rate is 0.0", "above 0"),
    ("--learning-rate -0.1", "learning_rate is -0.1", "above 0"),
    ("--learning-rate nan", "learning_rate is nan", "a finite number"),
    ("--learning-rate inf", "learning_rate is inf", "a finite number"),
    ("--learning-rate 1e400", "learning_rate is inf", "a finite number"),
    ("--learning-rate fast", "learning_rate is 'fast'", 'or "auto"'),
    ("--learning-rate 0,1", "learning_rate is '0,1'", 'or "auto"'),
    ("--learning-rate ''", "learning_rate is ''", 'or "auto"'),
    ("--learning_rat 0.1", "--learning_rat", "Did you mean --learning-rate?"),
    ("--hidden 0", "hidden is 0", "at least 1"),
    ("--hidden -5", "hidden is '-5'", "such as 128,64"),
    ("--hidden 1.5", "hidden is '1.5'", "such as 128,64"),
    ("--hidden 64,,32", "hidden is '64,,32'", "such as 128,64"),
    ("--hidden 64x32", "hidden is '64x32'", "such as 128,64"),
    ("--hidden '64 32'", "hidden is '64 32'", "such as 128,64"),
    ("--hidden ٣", "hidden is '٣'", "such as 128,64"),
    ("--hidden 99999999999", "hidden is '99999999999'", "such as 128,64"),
    ("--hidden 999999999", "numbers; at most 2,147,483,648", "use fewer units"),
    (f"--hidden {'9' * 5000}", "hidden is '9999", "such as 128,64"),
    ("--dropout 1", "dropout is 1.0", "below 1"),
    ("--dropout -0.5", "dropout is -0.5", "at least 0"),
    ("--dropout nan", "dropout is nan", "below 1"),
    ("--dropout half", "dropout is 'half'", "below 1"),
    ("--l2 -1", "l2 is -1.0", "at least 0"),
    ("--l2 inf", "l2 is inf", "a finite number"),
    ("--activation rleu", "unknown activation 'rleu'", "did you mean 'relu'"),
    ("--activation ''", "unknown activation ''", "known are elu"),
    ("--activation dense", "unknown activation 'dense'", "known are elu"),
    ("--activation đường", "unknown activation 'đường'", "known are elu"),
    (f"--activation {'x' * 5000}", "unknown activation 'xxxx", "known are elu"),
    ("--optimizer adm", "unknown optimizer 'adm'", "did you mean 'adam'"),
    ("--optimizer SGD", "unknown optimizer 'SGD'", "did you mean 'sgd'"),
    ("--loss cros_entropy", "unknown loss 'cros_entropy'", "did you mean 'cross_entropy'"),
    ("--seed -1", "seed is -1", "at least 0"),
    ("--seed 1.5", "'1.5'", "give an integer"),
    ("--rows 0", "rows is 0", "at least 2"),
    ("--rows 1", "rows is 1", "at least 2"),
    ("--rows few", "'few'", "give an integer"),
    ("--validation 0 --patience 3", "validation is 0", "give a share of rows"),
    ("--validation 1", "validation is 1.0", "below 1"),
    ("--validation -1", "validation is -1.0", "below 1"),
    ("--validation 2", "validation is 2.0", "below 1"),
    ("--validation nan", "validation is nan", "below 1"),
    ("--patience 0", "patience is 0", "at least 1"),
    ("--patience x", "'x'", "give an integer"),
    ("--batch-norm 3", "'3' is no recipe", "widths with commas"),
    ("--batch-norm=maybe", '"maybe"', "noron train --help"),
    ("--standardize=2", '"2"', "noron train --help"),
    ("--no-json", "--no-json", "Did you mean --json?"),
    ("--drop x", "drop is for the columns of a file", "moons is not a file"),
    ("--target y", "target is for the columns", "moons is not a file"),
    ("extra", "given twice, 'extra' and 'moons'", "leave one out"),
    ("gone.toml", "gone.toml cannot be read", "No such file"),
    ("--set", "--set requires an argument", "noron train --help"),
    ("--set epochs", "set is 'epochs'", "--set learning_rate=0.01"),
    ("--set epohs=3", "'epohs'", "did you mean 'epochs'"),
    ("--set epochs=3 --set epochs=4", "epochs 2 times", "give it once"),
    ("--set optimizer={name=", "'{name=' is neither TOML nor JSON", "settings"),
    ("--set format=2", "format is '2'", "update noron"),
    ("--layers relu --hidden 3", "layers and hidden", "leave one of them out"),
    ("--fold 2", "folds is None", "give both or none"),
    ("--augment deform", "a row of X has 2 numbers", "height=28"),
    ("--augment defrom", "unknown augmentation 'defrom'", "did you mean 'deform'"),
    ("--augment \"{name='deform',scale=2}\"", "scale is 2", "below 1"),
    ("--store .", "the store .", "give another"),
    ("--out file", "out is 'file'", "give another folder"),
    ("--out file/below", "out is 'file/below'", "give another folder"),
    ("--out ''", "out is ''", "the name of a folder"),
    ("--out ' '", "out is ' '", "the name of a folder"),
    ("--out /dev/null", "out is '/dev/null'", "give another folder"),
    ("--out /proc/here", "out is '/proc/here'", "give another folder"),
    (f"--out {'x' * 300}", "File name too long", "give another folder"),
]

DATA = [
    ("mnsit", "unknown data set 'mnsit'", "did you mean 'mnist'"),
    ("''", "unknown data set ''", "known are FILE.csv"),
    ("notes.txt", "name the column to predict", "with --target COLUMN"),
    ("./notes.txt --target hello", "has a header and no rows", "add rows below it"),
    ("folder", "unknown data set 'folder'", "known are FILE.csv"),
    ("./folder", "'./folder' is a folder", "the name of a file in it"),
    ("folder.csv --target y", "'folder.csv' is a folder", "the name of a file"),
    ("nope.csv", "no file 'nope.csv'", "check the name"),
    ("nope.npz", "no file 'nope.npz'", "check the name"),
    ("'new\nline.csv'", r"no file 'new\nline.csv'", "check the name"),
    (f"{'x' * 5000}.csv", "'xxxx", "File name too long"),
    ("sine --loss cross_entropy", "no class label", "use loss='mse'"),
    ("sine --loss binary_cross_entropy", "the target has 800", "mse for numbers"),
    ("sine --loss poisson", "poisson is for counts", "use loss='mse'"),
    ("blobs --loss binary_cross_entropy", "the target has 3", "use --loss cross_entropy"),
    ("good.csv", "the columns of good.csv are 'a', 'b'", "--target COLUMN"),
    ("good.csv --target z", "no column 'z'", "its columns are 'a', 'b', 'y'"),
    ("good.csv --target Y", "no column 'Y'", "did you mean 'y'?"),
    ("good.csv --target ''", "no column ''", "its columns are 'a', 'b', 'y'"),
    ("empty.csv --target y", "'empty.csv' is empty", "a header line"),
    ("header.csv --target y", "has a header and no rows", "add rows below it"),
    ("ragged.csv --target y", "'ragged.csv', line 3: 2 cell(s)", "as many as the header"),
    ("good.csv --target y --drop aa", "unknown column to drop 'aa'", "known are"),
    ("one_class.csv --target y", "the target is 0 in every row", "at least two classes"),
    ("one_row.csv --target y", "X has 1 row", "give at least 2"),
    ("only_target.csv --target y", "only the target 'y'", "add some"),
    ("twice.csv --target y", "columns 1 and 2 are both called 'a'", "give each its own name"),
    ("no_header.csv --target y", "begins with numbers", "put a line of column names above"),
    ("huge.csv --target y", "too large for float32", "scale it down"),
    ("binary.csv --target y", "is not UTF-8 text", "save it as UTF-8 CSV"),
    ("words.csv --target y --loss mse", "the target holds '", "use --loss cross_entropy"),
    ("numbers.csv --target y --loss focal", "no class label", "use loss='mse'"),
    ("binary.npz", "'binary.npz' is not an NPZ file", "write it with numpy.savez"),
    ("no_x.npz", "no array 'X'", "its arrays are 'a'"),
    ("no_y.npz", "no_y.npz has no array y", "name another with --target"),
    ("rank.npz", "the shape (5, 2, 2)", ".reshape(len(X), -1)"),
    ("lengths.npz", "X has 30 rows but y has 4", "one y for each row"),
    ("objects.npz", "holds Python objects", "save numbers"),
    ("gaps.npz --target z", "no array 'z'", "its arrays are 'X', 'y'"),
    ("questions.npz", "and is not one-hot", "one label for each row"),
]

PREDICT = [
    ("", "parameter MODEL requires an argument", "noron predict --help"),
    ("model", "parameter INPUT requires an argument", "noron predict --help"),
    ("model new.csv extra", "'extra'", "noron predict --help"),
    ("model new.csv --prob", "--prob", "Did you mean --proba?"),
    ("nope new.csv", "'nope' does not exist", "give a model file"),
    ("'' new.csv", "'.' is no regular file", "give a model file"),
    ("folder new.csv", "'folder' has no model file", "give a model file"),
    ("truncated new.csv", "'truncated' is no model file", "net.save(path) wrote"),
    ("mutated new.csv", "'mutated' has been changed", "take another copy"),
    ("future new.csv", "'future' is of format 2", "load it with the version that saved it"),
    ("garbled new.csv", "'garbled' has a damaged header", "save it again"),
    ("nothing new.csv", "'nothing' is no model file", "net.save(path) wrote"),
    ("foreign new.csv", "'foreign' has no header of noron", "net.save(path) wrote"),
    ("model.json new.csv", "'model.json' is no model file", "net.save(path) wrote"),
    ("new.csv model", "'new.csv' is no model file", "net.save(path) wrote"),
    ("model nope.csv", "no file 'nope.csv'", "check the name"),
    ("model ''", "no file ''", "check the name"),
    ("model folder", "'folder' is a folder", "the name of a file"),
    ("model notes.txt", "has no columns 'a', 'b'", "its columns are 'hello'"),
    ("model empty.csv", "'empty.csv' is empty", "a header line"),
    ("model new_names.csv", "no column 'b'", "its columns are 'a', 'c'"),
    ("model new_empty.csv", "line 3, column 'b' is empty", "fill it in or drop the row"),
    ("model three.npz", "X has 3 columns, but 2 are expected", "for each input of the network"),
    ("model new.csv --out folder", "'folder' is a folder", "the name of a file in it"),
    ("model new.csv --out file/x.csv", "cannot be written", "a folder of your own"),
    ("model new.csv --out ''", "'.' is a folder", "the name of a file in it"),
]

SHOW = [
    ("", "parameter MODEL requires an argument", "noron show --help"),
    ("nope", "'nope' does not exist", "give a model file"),
    ("truncated", "'truncated' is no model file", "net.save(path) wrote"),
    ("model --wrong 3", "--wrong", "noron show --help"),
    ("model --out file", "out is 'file'", "give another folder"),
    ("model --target y", "target is 'y'", "give --data FILE too"),
    ("model --data mnsit", "unknown data set 'mnsit'", "did you mean 'mnist'"),
    ("model --data sine", "sine has 1 inputs", "give the data that it was trained on"),
    ("model --data nope.csv", "no file 'nope.csv'", "check the name"),
    ("model --data good.csv --target z", "no column 'z'", "its columns are 'a', 'b', 'y'"),
    ("model --data words.csv", "the label '", "its classes are [0, 1]"),
    ("model --data gaps.npz", "which the training set did not have", "its classes are [0, 1]"),
]

COMPARE = [
    ("--data mnsit", "unknown data set 'mnsit'", "did you mean 'mnist'"),
    ("--data good.csv", "of good.csv are", "with --target COLUMN"),
    ("--hidden 8 --hidden 0", "hidden is 0", "at least 1"),
    ("--hidden 8 --hidden x", "hidden is 'x'", "such as 128,64"),
    ("--learning-rate 0.1 --learning-rate -1", "learning_rate is -1.0", "above 0"),
    ("--learning-rate nan", "learning_rate is nan", "a finite number"),
    ("--learning-rate", "requires an argument", "noron compare --help"),
    ("--activation relu --activation rel", "activation 'rel'", "did you mean 'relu'"),
    ("--optimizer sgd --optimizer adm", "optimizer 'adm'", "did you mean 'adam'"),
    ("--batch-size 8 --batch-size 0", "batch_size is 0", "at least 1"),
    ("--batch-size 2.5", "'2.5'", "give an integer"),
    ("--seeds 0", "seeds is 0", "at least 1"),
    ("--seeds 2 --folds 3", "seeds and folds", "give one of them"),
    ("--folds 1", "folds is 1", "at least 2"),
    ("--target a --target b", "target is given 2 times", "give it once"),
    ("--metric wrong", "unknown metric 'wrong'", "known are"),
    ("--l2 0 --l2 -1", "l2 is -1.0", "at least 0"),
    ("--dropout 0 --dropout 1", "dropout is 1.0", "below 1"),
    ("--loss los", "unknown loss 'los'", "known are"),
    ("--epochs 0", "epochs is 0", "at least 1"),
    ("--epochs x", "'x'", "give an integer"),
    ("--validation 0", "validation is 0", "give a share of rows"),
    ("--validation 1.5", "validation is 1.5", "below 1"),
    ("--rows 1", "rows is 1", "at least 2"),
    ("--seed -1", "seed is -1", "at least 0"),
    ("--out file", "out is 'file'", "give another folder"),
]

SEARCH = [
    ("nope.toml", "nope.toml cannot be read", "No such file"),
    ("--space nope.toml", "the space nope.toml cannot be read", "No such file"),
    ("--space model", "the space is 'model'", "give a .toml or a .json file"),
    ("--space torn.toml", "torn.toml is not TOML", "at end of document"),
    ("--space empty.toml", "the space is {}", "give settings with their values"),
    ("--space word.toml", "unknown setting 'learnin_rate'", "did you mean"),
    ("--space end.toml", "learning_rate is -1", "above 0"),
    ("--space seed.toml", "unknown setting 'seed'", "known are"),
    ("--trials 0", "trials is 0", "at least 1"),
    ("--trials 2.5", "'2.5'", "give a whole number"),
    ("--trials 2000", "2,000 trials, about", "or --yes"),
    ("--seconds 0", "seconds is 0", "above 0"),
    ("--seconds nan", "seconds is nan", "a finite number"),
    ("--sampler tpo", "unknown sampler 'tpo'", "did you mean 'tpe'"),
    ("--pruner halves", "unknown pruner 'halves'", "did you mean 'halving'"),
    ("--goal accuracy", "unknown goal 'accuracy'", "did you mean 'val_accuracy'"),
    ("--goal val_loss --goal val_loss", "goals are val_loss, val_loss", "give each of them once"),
    ("--data good.csv", "of good.csv are", "with --target COLUMN"),
    ("--hidden x", "hidden is 'x'", "such as 128,64"),
    ("--set lerning_rate=1", "unknown setting of a recipe 'lerning_rate'", "did you mean"),
    ("--out file", "out is 'file'", "give another folder"),
]

OTHERS = [
    ("trian", '"trian"', 'Did you mean "train"?'),
    ("''", 'Unknown command ""', "Available commands: train"),
    ("--wrong", '"--wrong"', "noron --help"),
    ("gradcheck --inputs 0", "inputs is 0", "at least 1"),
    ("gradcheck --inputs 99999999999", "layers[0] is 99999999999", "at most"),
    ("gradcheck --outputs -1", "outputs is -1", "at least 1"),
    ("gradcheck --outputs 1", "ends in 1 output", "loss='binary_cross_entropy'"),
    ("gradcheck --hidden x", "hidden is 'x'", "such as 128,64"),
    ("gradcheck --activation dense", "unknown activation 'dense'", "known are elu"),
    ("gradcheck --loss fokal", "unknown loss 'fokal'", "did you mean 'focal'"),
    ("gradcheck --l2 inf", "l2 is inf", "a finite number"),
    ("gradcheck --dropout 1", "dropout is 1.0", "below 1"),
    ("gradcheck --rows 0", "rows is 0", "at least 1"),
    ("gradcheck --rows 1000000000", "rows is 1000000000", "at most 10000"),
    ("gradcheck --seed -1", "seed is -1", "at least 0"),
    ("ladder --widths 784", "layers is [784]", "at least the inputs and the outputs"),
    ("ladder --widths ''", "layers is []", "at least the inputs and the outputs"),
    ("ladder --widths 0,10", "widths is 0", "at least 1"),
    ("ladder --widths x", "widths is 'x'", "such as 128,64"),
    ("ladder --widths 2000,10", "the first width is 2000", "at most 784"),
    ("ladder --widths 784,10,1", "the last width is 1", "at least 2"),
    ("ladder --steps 0", "steps is 0", "at least 1"),
    ("ladder --steps 1.5", "'1.5'", "give a whole number"),
    ("ladder --seed -1", "seed is -1", "at least 0"),
    ("info extra", "'extra'", "noron info --help"),
    ("info --json=3", '"3"', "noron info --help"),
]

CASES = [
    *((f"train --data moons {more}", *rest) for more, *rest in TRAIN),
    *((f"train --epochs 1 --data {more}", *rest) for more, *rest in DATA),
    *((f"predict {more}", *rest) for more, *rest in PREDICT),
    *((f"show {more}", *rest) for more, *rest in SHOW),
    *((f"compare {'' if '--data' in more else '--data moons '}{more}", *r) for more, *r in COMPARE),
    *((f"search {'' if '--data' in more else '--data moons '}{more}", *r) for more, *r in SEARCH),
    *OTHERS,
]


@pytest.mark.parametrize(("command", "shows", "way_out"), CASES, ids=[c[0][:60] for c in CASES])
def test_one_line_and_nothing_left_behind(
    command: str,
    shows: str,
    way_out: str,
    inputs: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(inputs)
    before = contents(inputs)
    code = main(shlex.split(command))
    out, error = capsys.readouterr()
    check_line(error, shows, way_out)
    assert code == 2
    assert out == ""
    assert contents(inputs) == before


IN_A_PROCESS = [CASES[i] for i in range(0, len(CASES), len(CASES) // 10)]


@pytest.mark.parametrize(("command", "shows", "way_out"), IN_A_PROCESS)
def test_a_process_of_its_own(command: str, shows: str, way_out: str, inputs: Path) -> None:
    before = contents(inputs)
    source = str(Path(noron.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-m", "noron", *shlex.split(command)],
        cwd=inputs,
        env=os.environ | {"PYTHONPATH": source},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    check_line(done.stderr, shows, way_out)
    assert (done.returncode, done.stdout) == (2, "")
    assert contents(inputs) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
@pytest.mark.parametrize(
    ("command", "shows", "way_out"),
    [
        ("predict locked new.csv", "'locked' cannot be read", "give a model file"),
        ("train --data locked.csv --target y", "'locked.csv' cannot be read", "Permission denied"),
        ("train --data moons --out closed", "out is 'closed'", "give another folder"),
        ("predict model new.csv --out closed/x.csv", "cannot be written", "of your own"),
    ],
)
def test_what_may_not_be_read_or_written(
    command: str, shows: str, way_out: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    networks(tmp_path)
    for name, mode in {"locked": 0o000, "locked.csv": 0o000, "new.csv": 0o600}.items():
        (tmp_path / name).write_text(TEXTS["new.csv"])
        (tmp_path / name).chmod(mode)
    (tmp_path / "closed").mkdir(mode=0o500)
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)) == 2
    check_line(capsys.readouterr().err, shows, way_out)


def test_the_line_is_red_in_a_terminal(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert fail("rows is 0:\n give 2", 2) == 2
    assert capsys.readouterr().err == "\033[31mnoron: rows is 0: give 2\033[0m\n"


LEGAL = [
    "train --data constant.csv --target y --epochs 1",
    "train --data good.csv --target y --epochs 1 --loss mse",
    "train --data moons --epochs 1 --hidden 4 --loss binary_cross_entropy",
    'train --data moons --epochs 1 --hidden ""',
    "predict model new.csv",
    "gradcheck --hidden 3 --loss poisson",
]


@pytest.mark.parametrize("command", LEGAL)
def test_what_looks_odd_but_is_legal(
    command: str, inputs: Path, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(inputs)
    before = contents(inputs)
    elsewhere = ["--out", str(tmp_path / "out"), "--store", str(tmp_path / "runs.sqlite")]
    out = elsewhere if command.startswith("train") else []
    assert main([*shlex.split(command), *out]) == 0
    assert contents(inputs) == before
    assert capsys.readouterr().out


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 60
    assert len(IN_A_PROCESS) >= 10
