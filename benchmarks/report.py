"""The results as text: tables in the terminal, and the measured part of docs/performance.md."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.claims import OF_ALL_SHAPES, of_grid
from benchmarks.peers import FAMILY_NAMES, PEERS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
FAMILY = {spec.name: spec.family for spec in PEERS}
EVERY = (
    "Of each peer the better number of threads. Every round of everybody, with the settings that "
    "were chosen, is in `benchmarks/results/`."
)
MARKS = {True: "yes", False: "no", None: ""}


def duration(seconds: float) -> str:
    """Three digits and a unit.

    >>> duration(0.0001234), duration(2.5), duration(0.0123)
    ('123 µs', '2.50 s', '12.3 ms')
    """
    for factor, unit in ((1e-6, "µs"), (1e-3, "ms"), (1.0, "s")):
        if seconds < 1000 * factor or unit == "s":
            return f"{three(seconds / factor)} {unit}"
    raise AssertionError


def three(value: float) -> str:
    """Three digits that count, no exponent, thousands apart.

    >>> three(0.345), three(12.34), three(1234.5)
    ('0.345', '12.3', '1,234')
    """
    size = abs(value)
    places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{places}f}"


# ------------------------------------------------------------------------------- the terminal


def case_table(result: Mapping[str, Any]) -> str:
    """One case: every peer's time with its quartiles, or why it has none; then the ratios."""
    unit = "step" if result["kind"] == "train" else "call"
    lines = [["", unit, "quartiles", "epoch", "compiled in", "how"]]
    for name, t in result["times"].items():
        epoch = duration(t["median"] * result["steps"]) if unit == "step" else ""
        compiled = duration(t["compile_seconds"]) if t["compile_seconds"] else ""
        spread = f"{duration(t['low'])} to {duration(t['high'])}"
        lines.append([name, duration(t["median"]), spread, epoch, compiled, t["note"]])
    for name, verdict in result["validation"].items():
        if not verdict["ok"]:
            word = "absent" if verdict["absent"] else "FAILED VALIDATION"
            lines.append([name, "-", "", "", "", f"{word}: {verdict['reason']}"])
    passed = [v for v in result["validation"].values() if v["ok"]]
    worst = max((v["loss_error"] for v in passed), default=0.0)
    said = f"{len(passed)} peers agree: results differ by {worst:.1e} at most"
    body = "\n".join(aligned_left(lines))
    return f"{said}\n{body}\n{claims_table(result['claims'])}".rstrip()


def claims_table(claims: Sequence[Mapping[str, Any]]) -> str:
    """The ratios with spread, bar and aim."""
    return "\n".join(aligned_left([list(line) for line in claim_lines(claims)]))


def claim_lines(claims: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    """(show, what, value, spread, bar, aim, reached) for each."""
    for c in claims:
        sign = "≤" if c["at_most"] else "≥"
        unit = "" if c["unit"] == "×" else " " + c["unit"]
        bar, aim = ("" if c[k] is None else f"{sign} {c[k]:g}{unit}" for k in ("bar", "aim"))
        value = f"{three(c['value'])} {c['unit']}"
        spread = "" if c["low"] == c["high"] else f"{three(c['low'])} to {three(c['high'])}"
        yield (str(c["show"]), c["case"], c["what"], value, spread, bar, aim, MARKS[c["met"]])


def aligned_left(lines: list[list[str]]) -> list[str]:
    """Columns of the same width, words on the left."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)] if lines else []
    padded = [[cell.ljust(w) for cell, w in zip(line, widths, strict=True)] for line in lines]
    return ["  ".join(line).rstrip() for line in padded]


def summary(results: Mapping[str, Any]) -> str:
    """How many bars were reached, who was absent, who failed."""
    judged = [c for c in results["claims"] if c["met"] is not None]
    reached = sum(c["met"] for c in judged)
    lines = ["", f"bars       {reached} of {len(judged)} reached"]
    lines += [f"absent     {name}: {why}" for name, why in results["absent"].items()]
    lines += [f"FAILED     {failure}" for failure in results["failures"]]
    return "\n".join(lines)


# ----------------------------------------------------------------------------------- the page


def joined(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Runs of different cases as one; what all have, as the first has it.

    >>> run = {"peers": {}, "absent": {}, "failures": [], "cases": [], "claims": [], "rounds": 7}
    >>> both = joined([run | {"minutes": 3}, run | {"rounds": 9, "minutes": 4}])
    >>> both["rounds"], both["minutes"], both["parts"]
    (7, 7, 2)
    """
    whole = dict(parts[0], parts=sum(part.get("parts", 1) for part in parts))
    for more in parts[1:]:
        whole |= {name: whole[name] | more[name] for name in ("peers", "absent")}
        whole |= {name: whole[name] + more[name] for name in ("failures", "cases", "claims")}
        whole["rounds"] = min(whole["rounds"], more["rounds"])
        whole["minutes"] = round(whole["minutes"] + more["minutes"], 1)
    single = [claim for claim in whole["claims"] if not claim["case"].startswith(OF_ALL_SHAPES)]
    whole["claims"] = single + [claim.to_dict() for claim in of_grid(whole["cases"])]
    return whole


def write_page(results: Mapping[str, Any], page: Path = PAGE) -> None:
    """Put the measured part between its two marker lines, and draw the pictures."""
    from benchmarks.pictures import draw

    text = page.read_text(encoding="utf-8")
    names = draw(results, page.parent / "pictures")
    page.write_text(with_measured(text, measured(results, names)), encoding="utf-8")
    print(f"page       {page.name}")


def with_measured(text: str, body: str) -> str:
    """`text` with `body` between the marker lines.

    >>> print(with_measured(f"a\\n{BEGIN}\\nold\\n{END}\\nb", "new"))
    a
    <!-- measured: begin -->
    new
    <!-- measured: end -->
    b
    """
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise ValueError(f"the page needs the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{body}\n{END}{after}"


def measured(results: Mapping[str, Any], pictures: Sequence[tuple[str, str]]) -> str:
    """Everything that a run found, as Markdown."""
    parts = [where(results)]
    parts += [f"![{alt}](pictures/{name})" for name, alt in pictures]
    parts += ["### What was asked, and what was measured", claims_markdown(results["claims"])]
    parts += ["### The times, with their quartiles", times_markdown(results["cases"]), EVERY]
    grid = [r for r in results["cases"] if r["name"].startswith("grid_")]
    if grid:
        parts += ["### The grid: time of a step", grid_markdown(grid)]
    if results["absent"] or results["failures"]:
        missing = [f"- absent: {name} ({why})" for name, why in results["absent"].items()]
        parts += ["### Who is missing", "\n".join(
            missing + [f"- **failed**: {failure}" for failure in results["failures"]]
        )]  # fmt: skip
    return "\n\n".join(parts)


def where(results: Mapping[str, Any]) -> str:
    """Machine, versions, date, and how often."""
    m = results["machine"]
    versions: dict[str, str] = {}
    for about in results["peers"].values():
        versions |= about["versions"]
    memory = f", {m['memory_gib']} GiB" if m["memory_gib"] else ""
    parts = results.get("parts", 1)
    kind = f"{'A quick run' if results['quick'] else 'A run'}{f' in {parts} parts' * (parts > 1)}"
    named = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    engines = sorted({result["ours"] for result in results["cases"] if result["ours"]})
    return (
        f"{kind} of {results['date'][:10]}, {results['rounds']} rounds, on {m['processor']} "
        f"({m['cores']} cores, {', '.join(m['instruction_sets'])}{memory}), {m['system']}, "
        f"Python {m['python']}, {named}. Load of the machine at the end: {m['load']}. "
        f"What is called noron below is {' or '.join(engines)}."
    )


def table(header: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    rule = "|".join("---" for _ in header)
    return "\n".join(
        [f"| {' | '.join(header)} |", f"|{rule}|", *(f"| {' | '.join(line)} |" for line in lines)]
    )


def claims_markdown(claims: Sequence[Mapping[str, Any]]) -> str:
    """All claims but those of single shapes of the grid, which its own table holds."""
    kept = [c for c in claims if not (c["show"] == 5 and c["case"].startswith("batch "))]
    header = ("case", "figure", "measured", "quartiles", "asked", "aim", "reached")
    return table(header, [line[1:] for line in claim_lines(sorted(kept, key=_by_show))])


def _by_show(claim: Mapping[str, Any]) -> int:
    return int(claim["show"])


def times_markdown(cases: Sequence[Mapping[str, Any]]) -> str:
    """A line for each case that is no shape of the grid: the best member of every family."""
    shown = [result for result in cases if not result["name"].startswith("grid_")]
    present = {FAMILY[name] for result in shown for name in result["times"]}
    families = [family for family in FAMILY_NAMES if family in present]
    header = ("case", *(FAMILY_NAMES[family] for family in families))
    return table(header, [_times_line(result, families) for result in shown])


def _times_line(result: Mapping[str, Any], families: Sequence[str]) -> list[str]:
    unit = "a step" if result["kind"] == "train" else "a call"
    return [f"{result['title']}, {unit}", *(_best(result, family) for family in families)]


def _best(result: Mapping[str, Any], family: str) -> str:
    """The fastest member: median (quartiles), which it is, and what was compiled before."""
    members = {n: t for n, t in result["times"].items() if FAMILY[n] == family}
    if not members:
        return "-"
    name = min(members, key=lambda name: members[name]["median"])
    if family == "noron" and result["ours"]:
        name = result["ours"]
    t = members[name]
    low, high = duration(t["low"]), duration(t["high"])
    _, _, which = name.partition("-")
    words = [f"{which} thread{'s' * (which != '1')}" if which.isdigit() else which]
    if t["compile_seconds"]:
        words.append(f"compiled in {duration(t['compile_seconds'])}")
    return f"{duration(t['median'])} ({low} to {high}); {', '.join(words)}"


def grid_markdown(grid: Sequence[Mapping[str, Any]]) -> str:
    """A line for each shape: our step, and every family's best as a multiple of it."""
    families = ("torch", "sklearn", "jax")
    header = ("shape", "noron", *(FAMILY_NAMES[f] for f in families), "2 threads / 1")
    return table(header, [_grid_line(result, families) for result in grid])


def _grid_line(result: Mapping[str, Any], families: Sequence[str]) -> list[str]:
    own = result["times"].get(result["ours"])
    line = [result["title"], duration(own["median"]) if own else "-"]
    by_what = {claim["what"]: claim["value"] for claim in result["claims"]}
    for family in families:
        value = by_what.get(f"{FAMILY_NAMES[family]} / noron")
        line.append("-" if value is None else f"{three(value)} ×")
    one, two = (result["times"].get(name) for name in ("noron-1", "noron-2"))
    line.append(f"{two['median'] / one['median']:.2f}" if one and two else "-")
    return line


__all__ = ["case_table", "claims_table", "measured", "summary", "write_page"]
