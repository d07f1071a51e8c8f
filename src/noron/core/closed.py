"""A closed schema for what files describe: exactly the fields of a class, each of its type.

The types are the annotations of the dataclasses themselves. Nothing is converted: 1 is no True,
and "1" is no 1.
"""

from dataclasses import MISSING, Field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from noron.core.errors import NoronError, SettingError, shown

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


def closed(kind: type[T], data: object) -> T:
    """Build a dataclass from plain data that has exactly its fields, lists for tuples.

    Raises SettingError for a missing or unknown field and for a value of another type.
    """
    return kind(**_checked(kind, data, is_python=False))


def check_fields(instance: Any) -> None:
    """Raise SettingError unless each field of a dataclass holds a value of its declared type."""
    kind = type(instance)
    _checked(kind, {f.name: getattr(instance, f.name) for f in fields(kind)}, is_python=True)


def is_required(field: "Field[Any]") -> bool:
    """Return whether a field of a dataclass has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def first_error(error: "ValidationError", whole: bool = False) -> SettingError:
    """Return the first of pydantic's errors as ours, with the name of its setting.

    With `whole`, the name has all steps: `layers.0.units`.
    """
    fault = error.errors()[0]
    steps = fault["loc"] if whole else fault["loc"][:1]
    name = ".".join(map(str, steps))
    cause = fault.get("ctx", {}).get("error")
    message = str(cause) if isinstance(cause, NoronError) else ""
    if not message:
        message = f"{shown(fault['input'])} is not legal: {fault['msg'].lower()}"
    return SettingError(message if not name or message.startswith(name) else f"{name}: {message}")


def _checked(kind: type[Any], data: object, *, is_python: bool) -> dict[str, Any]:
    from pydantic import ValidationError
    from pydantic_core import to_json

    try:
        if is_python:
            return _adapter(kind).validate_python(data)
        return _adapter(kind).validate_json(to_json(data))
    except ValidationError as error:
        raise first_error(error, whole=True) from None


@cache
def _adapter(kind: type[Any]) -> "TypeAdapter[Any]":
    """Return the check of a dataclass's fields; it knows that members of families have a name."""
    from typing import NotRequired  # pydantic asks for it before Python 3.12

    from pydantic import ConfigDict, TypeAdapter
    from typing_extensions import TypedDict

    try:
        hints: dict[str, Any] = get_type_hints(kind)
    except NameError:  # a class within a function whose annotations name others in it
        hints = {}
    kinds: dict[str, Any] = {}
    optional: Any = NotRequired
    for field in fields(kind):
        hint = hints.get(field.name, Any)
        kinds[field.name] = hint if is_required(field) else optional[hint]
    schema: Any = TypedDict(kind.__name__, kinds)  # type: ignore[misc]
    schema.__pydantic_config__ = ConfigDict(
        extra="forbid", strict=True, allow_inf_nan=False, arbitrary_types_allowed=True
    )
    return TypeAdapter(schema)
