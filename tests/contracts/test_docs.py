"""The documents hold: blocks run, outputs are as shown, links lead somewhere, commands parse."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from cyclopts import CycloptsError

import noron.public  # noqa: F401 - every member is registered from here on
from noron.cli.app import COMMANDS, make_app
from noron.core.errors import SettingError
from noron.core.registry import FAMILIES
from noron.experiments.spec import RunSpec

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "README.vi.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
EXAMPLES = {
    "make_passengers.py": [],
    "read_digits.py": ["1"],
    "two_styles.py": [],
    "your_own_activation.py": [],
}


def page_name(page: Path) -> str:
    return str(page.relative_to(ROOT))


each_page = pytest.mark.parametrize("page", PAGES, ids=page_name)


class Block(NamedTuple):
    """A fenced block, the line it begins on, and the output recorded right behind it."""

    language: str
    text: str
    line: int
    runs: bool
    output: str | None


FENCE = re.compile(
    r"(?P<skip><!-- not run: \S.*?-->\s*)?^```(?P<language>\w*)\n(?P<text>.*?)^```$"
    r"(?:\n```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)


def blocks(text: str, language: str) -> list[Block]:
    return [
        Block(m["language"], m["text"], text.count("\n", 0, m.start("text")) + 1, not m["skip"],
              m["output"])
        for m in FENCE.finditer(text)
        if m["language"] == language
    ]  # fmt: skip


# ------------------------------------------------------------------------- code, and its output


@pytest.fixture
def clean_slate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty folder to write in; what a page registers or seeds is undone afterwards."""
    monkeypatch.chdir(tmp_path)
    members = {name: dict(family.members) for name, family in FAMILIES.items()}
    state = np.random.get_state()
    yield
    np.random.set_state(state)
    for name, before in members.items():  # a family may have come with a page's imports
        FAMILIES[name].members.clear()
        FAMILIES[name].members.update(before)


def run(text: str, name: str) -> list[str]:
    """Run the Python blocks in one namespace; a complaint for each output that is not as shown."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    complaints = []
    for block in blocks(text, "python"):
        if not block.runs:
            continue
        printed = io.StringIO()
        source = "\n" * block.line + block.text  # a traceback then names the page's own line
        with contextlib.redirect_stdout(printed):
            exec(compile(source, name, "exec"), namespace)  # noqa: S102 - our own pages
        shown, got = block.output or "", printed.getvalue()
        if not same_output(shown, got):
            complaints.append(f"{name}:{block.line} shows\n{shown}but printed\n{got}")
    return complaints


def same_output(shown: str, got: str) -> bool:
    """Word for word; but where there are decimals, any number may stand for any other.

    The last digits of floats depend on the machine, and with them how a training run goes.
    """
    if re.search(r"\d\.\d|\d\. ", shown):
        number = r"(?<![\w.])[-+]?\d[\d.]*(?:e[-+]?\d+)?"
        shown, got = (re.sub(number, "#", text) for text in (shown, got))
    return shown.split() == got.split()


@each_page
def test_every_block_runs_and_prints_what_is_shown(page, clean_slate):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        complaints = run(page.read_text(encoding="utf-8"), page.name)
    assert not complaints, "\n".join(complaints)


def test_a_broken_block_and_a_false_output_are_noticed(clean_slate):
    with pytest.raises(NameError):
        run("```python\nprint(nothing_of_this_name)\n```\n", "page")
    page = "```python\nprint({})\n```\n```text\n{}\n```\n"
    assert run(page.format("'loss', 0.25", "loss 0.26"), "page") == []
    assert run(page.format("'loss', 0.25", "cost 0.25"), "page") != []
    assert run(page.format("[1, 2]", "[1, 2]"), "page") == []
    assert run(page.format("[1, 2]", "[1, 3]"), "page") != []
    assert run("<!-- not run: a reason -->\n```python\n1 / 0\n```\n", "page") == []
    with pytest.raises(ZeroDivisionError):
        run("<!-- not run: -->\n```python\n1 / 0\n```\n", "page")


# ------------------------------------------------------------------------- links and commands


def anchors(text: str) -> set[str]:
    """Those that GitHub makes of the headings."""
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def leads_somewhere(page: Path, text: str, target: str) -> bool:
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    if not there.exists() or not there.is_relative_to(ROOT):
        return False
    return not anchor or anchor in anchors(there.read_text(encoding="utf-8") if path else text)


def dead_links(page: Path, text: str) -> list[str]:
    targets = re.findall(r"\]\(<?([^)>\s]+)>?\)", FENCE.sub("", text))
    ours = [target for target in targets if not re.match("https?:", target)]
    return [target for target in ours if not leads_somewhere(page, text, target)]


@each_page
def test_every_link_and_picture_is_there(page):
    assert dead_links(page, page.read_text(encoding="utf-8")) == []


def test_a_dead_link_is_noticed():
    page = ROOT / "README.md"
    text = (
        "[a](nowhere.md) [b](LICENSE) ![c](docs/none.png) [d](#no-such-chapter) [e](#here)\n# Here"
    )
    assert dead_links(page, text) == ["nowhere.md", "docs/none.png", "#no-such-chapter"]


def shown_commands(text: str) -> list[str]:
    """Lines of sh blocks, continued ones joined, and code within the prose."""
    lines = [
        line.partition(" #")[0].strip()
        for block in (*blocks(text, "sh"), *blocks(text, ""))
        for line in block.text.replace("\\\n", " ").splitlines()
    ]
    lines += re.findall(r"`((?:noron|make) [a-z][^`\n]*)`", FENCE.sub("", text))
    return [line for line in lines if line]


def misuse(command: str) -> str | None:
    """What is wrong with a command line of ours, which is parsed and not run."""
    program, *words = shlex.split(command)
    if program == "make":
        known = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
        targets = [word for word in words if "=" not in word]
        return None if set(targets[:1]) <= set(known) else "no such target"
    if program != "noron":
        return None
    if words[0] not in COMMANDS:
        return "no such command"
    try:
        _, bound, _ = make_app(words[0]).parse_args(words, exit_on_error=False, print_error=False)
        said = {name: bound.kwargs[name] for name in RunSpec.model_fields if name in bound.kwargs}
        if words[0] in ("train", "find-rate", "profile"):
            RunSpec(**said)
    except (CycloptsError, SettingError) as error:
        return str(error)
    return None


@each_page
def test_every_command_shown_parses(page):
    commands = shown_commands(page.read_text(encoding="utf-8"))
    wrong = {command: why for command in commands if (why := misuse(command))}
    assert not wrong


def test_the_readmes_show_the_two_commands_and_all_of_noron():
    for name in ("README.md", "README.vi.md"):
        commands = shown_commands((ROOT / name).read_text(encoding="utf-8"))
        assert {"make train", "make test"} <= set(commands)
        assert {command.split()[1] for command in commands if command.startswith("noron")} == set(
            COMMANDS
        )


@pytest.mark.parametrize(
    "command",
    ["noron fly", "noron train --hiden 64", "noron train --epochs many", "make coffee",
     "noron predict --proba"],
)  # fmt: skip
def test_a_wrong_command_is_noticed(command):
    assert misuse(command)


# ----------------------------------------------------------------------------------- examples


def test_every_example_is_run_below():
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_runs(name, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "examples" / name), *EXAMPLES[name]],
        capture_output=True, text=True, cwd=tmp_path, env=environment, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    expected = {
        "make_passengers.py": r"^passenger_id,survived,class,name(.*\n){900}",
        "read_digits.py": r"test accuracy: 9\d\.\d\d%",
        "two_styles.py": r"closure is still right: True\n.*object is still right:  False",
        "your_own_activation.py": r"(?s)backward is right.*backward is WRONG.*snake +mean squared",
    }
    assert re.search(expected[name], done.stdout), done.stdout
    assert list(tmp_path.iterdir()) == []
