"""`python -m benchmarks`: validate, time, write the results, tell whether anybody failed."""

import argparse
import datetime
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.cases import CASES, chosen
from benchmarks.experiments import EXPERIMENTS
from benchmarks.quiet import disturbance_now
from benchmarks.run import Session

RESULTS = Path(__file__).parent / "results"


def main(words: list[str] | None = None) -> int:
    """0; 1 where a validation failed or the machine is not quiet; 2 for wrong words."""
    given = parser().parse_args(words)
    if given.list:
        print("\n".join([*(case.name for case in CASES), *EXPERIMENTS]))
        return 0
    if given.render is not None:
        parts = [json.loads(file.read_text(encoding="utf-8")) for file in given.render]
        report.write_page(report.joined(parts))
        return 0
    return measure(given)


def measure(given: argparse.Namespace) -> int:
    """Run what was asked for."""
    given.only = None if given.only is None else tuple(given.only)
    cases = chosen(given.quick, given.only)
    wanted = [name for name in EXPERIMENTS if given.only is None or name.startswith(given.only)]
    if not cases and not wanted:
        print(
            f"benchmarks: no case begins with {' or '.join(given.only)}; --list names them",
            file=sys.stderr,
        )
        return 2
    disturbed = disturbance_now()
    if disturbed and not given.anyway:
        print(
            f"benchmarks: this machine is not quiet: {disturbed}; end what else runs on it, wait a "
            "minute and try again, or measure with --anyway, which writes nothing",
            file=sys.stderr,
        )
        return 1
    started = datetime.datetime.now(datetime.UTC)
    with (
        tempfile.TemporaryDirectory(prefix="noron-benchmarks-") as folder,
        Session(Path(folder), given.rounds, 0.06 if given.quick else 1.0, given.peers) as session,
    ):
        if disturbed:
            session.unpublishable.append(f"the machine was not quiet: {disturbed}")
        for case in cases:
            session.case(case)
            session.listen(case.name)
        for name in wanted:
            session.experiment(name, given.quick)
            session.listen(name)
        results = session.results()
    results |= {"quick": given.quick, "date": started.isoformat(timespec="seconds")}
    results["minutes"] = round((datetime.datetime.now(datetime.UTC) - started).seconds / 60, 1)
    print(report.summary(results))
    keep(results, given)
    return 1 if results["failures"] or (results["unpublishable"] and not given.anyway) else 0


def keep(results: dict[str, Any], given: argparse.Namespace) -> None:
    """Write the JSON; a whole run, not a part, has its place, and the full one the page too.

    Nothing is written where something was found that no page should pass over, or where the machine
    was not quiet.
    """
    if results["unpublishable"]:
        print(f"not published: {'; '.join(results['unpublishable'])}", file=sys.stderr)
        return
    path = given.json
    if path is None and given.only is None and not given.peers:
        path = RESULTS / ("quick.json" if given.quick else "full.json")
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        print(f"results    {path}")
    if path == RESULTS / "full.json":
        report.write_page(results)


def parser() -> argparse.ArgumentParser:
    """The words."""
    words = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    words.add_argument("--quick", action="store_true", help="fewer rows and shapes: minutes")
    words.add_argument("--only", nargs="+", metavar="NAME", help="cases whose names begin so")
    words.add_argument("--peers", nargs="+", metavar="PEER", help="only these, and the judge")
    words.add_argument("--rounds", type=int, default=7, help="repeats of each (7)")
    words.add_argument("--json", type=Path, metavar="FILE", help="where the results go")
    words.add_argument("--anyway", action="store_true", help="measure on a busy machine, unwritten")
    words.add_argument("--list", action="store_true", help="name the cases")
    words.add_argument(
        "--render", type=Path, nargs="+", metavar="FILE", help="write the page from parts of a run"
    )
    return words


if __name__ == "__main__":
    sys.exit(main())
