"""Write and print the result of a comparison or a search: files, and a table or JSON."""

from collections.abc import Sequence
from typing import Any

from noron.cli import options as o
from noron.cli.output import (
    EXIT_INTERRUPTED,
    can_draw,
    fail,
    print_json,
    print_table,
    results_folder,
    say,
)
from noron.cli.pictures import Drawing, save_pictures
from noron.core.text import describe


def write_and_print(
    report: Any, kind: str, result: str, out: str | None, words: Sequence[str], *, json: bool,
    drawing: Drawing, emphasis: int = 0,
) -> int:  # fmt: skip
    """Write files and pictures to `out` or a new folder; print the table, then the lines `words`.

    A folder that already holds the file `result` is not overwritten. Return the exit code.
    """
    folder = results_folder(out, o.RUNS / f"{report.data}-{kind}", result)
    drawn = can_draw()
    files = report.save(folder, drawn=drawn)
    files += save_pictures(report.pictures(), folder, drawing) if drawn else []
    if json:
        print_json(report.to_dict() | {"folder": str(folder), "files": list(map(str, files))})
    else:
        header, *rows = report.table()
        print_table(header, rows, emphasis=emphasis)
        for line in words:
            say(line)
        if report.pace:
            say(f"pace       {report.pace}")
        if report.test:
            say(f"on the test rows: {describe(report.test)}")
        for file in files:
            say(f"written    {file}")
    if report.interrupted:
        return fail("interrupted: the same command continues from here", EXIT_INTERRUPTED)
    return 0
