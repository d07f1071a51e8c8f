"""Filters of runs: `val_accuracy > 0.97 and activation = tanh`, as SQL with bound parameters.

filter     = term {"or" term}            name   = a setting, a metric, or a column below
term       = factor {"and" factor}       value  = a number, a word, or a text in quotes
factor     = "not" factor | "(" filter ")" | name op value | name "in" "(" value {"," value} ")"
op         = "=" | "!=" | "<" | "<=" | ">" | ">=" | "~"          (~: the text contains it)
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from noron.core.errors import SettingError, shown, unknown_name
from noron.experiments.store.connection import Connection
from noron.experiments.store.integrity import NUMBERED, TEXT

TOKEN = re.compile(
    r"\s*(?:(?P<mark><=|>=|!=|==|[=<>~(),])|'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\""
    r"|(?P<word>[^\s=<>!~(),'\"]+))"
)
COMPARED = ("=", "!=", "<", "<=", ">", ">=", "~")
OF_A_RUN = {
    "run": "run.id",
    "name": "run.name",
    "status": "run.status",
    "reason": "run.reason",
    "engine_used": "run.engine",
    "repeats": "run.repeats",
}
"""What a filter may ask of a run beside its metrics, its settings and its tags."""
ONLY_ORDERED = {"started": "run.started", "seconds": "run.ended - run.started"}
"""What runs may be ordered by too."""

LONGEST = 4000
DEEPEST = 50


class Condition(NamedTuple):
    """A piece of SQL that is true or false of a row of `run`, and the values for its marks."""

    sql: str
    values: list[Any]


class Token(NamedTuple):
    """A word, a mark, or (with quotes) a text."""

    text: str
    quoted: bool = False


def parse(text: str, connection: Connection) -> Condition:
    """The condition that a filter means. Raises SettingError, with what was expected where."""
    if len(text) > LONGEST:
        raise SettingError(f"the filter has more than {LONGEST} characters: make it shorter")
    parser = _Parser(_tokens(text), _Names(connection))
    condition = parser.filter(0)
    if parser.next is not None:
        raise parser.fault("'and', 'or' or the end")
    return condition


def order_by(name: str, connection: Connection, *, ascending: bool) -> Condition:
    """Return SQL that orders rows of `run` by a setting, a metric or a column. Runs without it come
    last; of those that have the same, the newest comes first.

    Raises SettingError for an unknown name.
    """
    way = "" if ascending else " DESC"
    parts = [
        Condition(f"{part.sql} IS NULL, {part.sql}{way}", 2 * part.values)
        for part in _Names(connection).values(name)
    ]
    return Condition(
        ", ".join([part.sql for part in parts] + ["run.id DESC"]),
        [value for part in parts for value in part.values],
    )


def _tokens(text: str) -> list[Token]:
    result: list[Token] = []
    at = 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if match is None:
            raise SettingError(
                f"the filter cannot be read at {shown(text[at:].strip())}: write it as "
                '"val_accuracy > 0.97 and activation = tanh"'
            )
        quoted = match["single"] if match["single"] is not None else match["double"]
        plain = match["mark"] or match["word"]
        result.append(Token(plain, False) if quoted is None else Token(quoted, True))
        at = match.end()
    return result


class _Names:
    """What names mean in this store."""

    def __init__(self, connection: Connection) -> None:
        metrics = connection.all("SELECT name, id FROM metric", kinds=[TEXT, NUMBERED])
        self.metrics = dict(metrics)
        rows = connection.all("SELECT DISTINCT name FROM setting", kinds=[TEXT])
        self.settings = {row[0] for row in rows}

    def condition(self, name: str, op: str, value: str) -> Condition:
        """`name op value`."""
        if name == "tag":
            inner, values = _compare("name", None, op, value)
            return Condition(f"run.id IN (SELECT run_id FROM tag WHERE {inner})", values)
        if name in OF_A_RUN:
            column = OF_A_RUN[name]
            inner, values = _compare(column, column, op, value)
            return Condition(f"({inner})", values)
        if name in self.settings:
            inner, values = _compare("text", "number", op, value)
            sql = f"run.recipe_id IN (SELECT recipe_id FROM setting WHERE name = ? AND ({inner}))"
            return Condition(sql, [name, *values])
        if name in self.metrics:
            number = _as_number(value)
            if number is None or op == "~":
                raise SettingError(
                    f"the filter has {name} {op} {value}: {name} is a metric, compare it with a "
                    "number"
                )
            sql = "run.id IN (SELECT run_id FROM result WHERE metric_id = ? AND value {} ?)"
            return Condition(sql.format(op), [self.metrics[name], number])
        known = [*self.metrics, *self.settings, *OF_A_RUN, "tag"]
        raise unknown_name("name in a filter", name, known)

    def values(self, name: str) -> list[Condition]:
        """Return SQL for what a run has of that name: of a setting its number, then its text."""
        columns = OF_A_RUN | ONLY_ORDERED
        if name in columns:
            return [Condition(f"({columns[name]})", [])]
        if name == "tag":
            return [Condition("(SELECT min(name) FROM tag WHERE run_id = run.id)", [])]
        if name in self.settings:
            sql = "(SELECT {} FROM setting WHERE recipe_id = run.recipe_id AND name = ?)"
            return [Condition(sql.format(column), [name]) for column in ("number", "text")]
        if name in self.metrics:
            sql = "(SELECT value FROM result WHERE run_id = run.id AND metric_id = ?)"
            return [Condition(sql, [self.metrics[name]])]
        known = [*self.metrics, *self.settings, *columns, "tag"]
        raise unknown_name("name to sort runs by", name, known)


def _compare(text: str, number: str | None, op: str, value: str) -> tuple[str, list[Any]]:
    """SQL that compares a column of texts and its twin of numbers, where it has one."""
    if op == "~":
        return f"instr(lower({text}), lower(?)) > 0", [value]
    as_number = _as_number(value)
    if number is None or as_number is None:
        return f"{text} {op} ?", [value]
    if op in ("=", "!="):
        link = "OR" if op == "=" else "AND"
        return f"{text} {op} ? {link} {number} IS {'NOT ' if op == '!=' else ''}?", [
            value,
            as_number,
        ]
    return f"{number} {op} ?", [as_number]


def _as_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


class _Parser:
    """Recursive descent: a method for each line of the grammar."""

    def __init__(self, tokens: Sequence[Token], names: _Names) -> None:
        self.rest = list(reversed(tokens))
        self.names = names

    @property
    def next(self) -> Token | None:
        return self.rest[-1] if self.rest else None

    def fault(self, wanted: str) -> SettingError:
        """What was expected, and what stands there."""
        there = "ends" if self.next is None else f"has {shown(self.next.text)}"
        return SettingError(f"the filter {there} where {wanted} should be")

    def filter(self, depth: int) -> Condition:
        """Terms with `or` between them."""
        return self._linked("or", self.term, depth)

    def term(self, depth: int) -> Condition:
        """Factors with `and` between them."""
        return self._linked("and", self.factor, depth)

    def factor(self, depth: int) -> Condition:
        """One comparison, or a filter within brackets."""
        if depth > DEEPEST:
            raise SettingError(f"the filter has more than {DEEPEST} nested brackets")
        if self._took("not"):
            inner = self.factor(depth + 1)
            return Condition(f"(NOT {inner.sql})", inner.values)
        if self._took("("):
            inner = self.filter(depth + 1)
            self._must(")")
            return inner
        name = self._value("a name")
        if self._took("in"):
            self._must("(")
            values = [self._value("a value")]
            while self._took(","):
                values.append(self._value("a value"))
            self._must(")")
            return _join("or", [self.names.condition(name, "=", value) for value in values])
        op = self.next.text.replace("==", "=") if self.next and not self.next.quoted else ""
        if op not in COMPARED:
            raise self.fault(f"one of {' '.join(COMPARED)} or in")
        self.rest.pop()
        return self.names.condition(name, op, self._value("a value"))

    def _linked(self, word: str, part: Callable[[int], Condition], depth: int) -> Condition:
        parts = [part(depth)]
        while self._took(word):
            parts.append(part(depth))
        return _join(word, parts)

    def _took(self, word: str) -> bool:
        token = self.next
        if token is None or token.quoted or token.text.lower() != word:
            return False
        self.rest.pop()
        return True

    def _must(self, mark: str) -> None:
        if not self._took(mark):
            raise self.fault(shown(mark))

    def _value(self, what: str) -> str:
        token = self.next
        marks = (*COMPARED, "==", "(", ")", ",")
        if token is None or (not token.quoted and token.text in marks):
            raise self.fault(what)
        self.rest.pop()
        return token.text


def _join(word: str, parts: Iterable[Condition]) -> Condition:
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    sql = f" {word.upper()} ".join(part.sql for part in parts)
    return Condition(f"({sql})", [value for part in parts for value in part.values])
