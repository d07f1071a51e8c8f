"""Names for things: a family (layers, losses, ...) is an abstract class whose members have names.

A member registers by being born,

    class Tanh(Elementwise, name="tanh"): ...

and is found from then on by the command line, the files, the docs table and the contract tests.
Members are frozen dataclasses that hold settings only, so each is the same thing as a little
dictionary, `{"name": "dense", "units": 10}`, and goes into a file and back without any code.
"""

import dataclasses
import inspect
from typing import Any, ClassVar, Self, TypeVar

import numpy as np

from noron.core.errors import SettingError, unknown_name

Settings = dict[str, Any]


class Family:
    """The root of every family; a direct subclass says `family="layer"` and opens one."""

    family: ClassVar[str]
    members: ClassVar[dict[str, type[Any]]]
    name: ClassVar[str]

    def __init_subclass__(cls, family: str = "", name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if family:
            cls.family = family
            cls.members = {}
            FAMILIES[family] = cls
        if name:
            if name in cls.members and _origin(cls.members[name]) != _origin(cls):
                raise SettingError(f"a {cls.family} called {name!r} is registered already")
            cls.members[name] = cls
        cls.name = name or cls.__name__  # without a name it works, but no file can tell it

    @classmethod
    def make(cls, given: "str | Settings | Self | type[Self]") -> Self:
        """A member from its name, its settings, its class, or itself.

        Raises SettingError for a name that nobody registered and settings that do not fit.
        """
        kind = given if isinstance(given, type) else type(given)
        if issubclass(kind, cls) and not inspect.isabstract(kind):
            return given if isinstance(given, cls) else _construct(kind, kind.name, {})
        if isinstance(given, dict):
            settings = dict(given)
            return cls._named(settings.pop("name", None), settings)
        return cls._named(given, {})

    @classmethod
    def _named(cls, name: object, settings: Settings) -> Self:
        registered = cls.members.get(name) if isinstance(name, str) else None
        if registered is None or not issubclass(registered, cls):
            known = (n for n, m in cls.members.items() if issubclass(m, cls))
            raise unknown_name(cls.family, name, known)
        return _construct(registered, str(name), settings)

    def settings(self) -> Settings:
        """`{"name": ..., **fields}`: plain data, from which `make` builds an equal member."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]
        return {"name": self.name} | {f.name: _plain(getattr(self, f.name)) for f in fields}


FAMILIES: dict[str, type[Family]] = {}
"""Every family by its name: what the docs table and the contract tests walk over."""

T = TypeVar("T")


def _construct(registered: type[T], name: str, settings: Settings) -> T:
    fields = {f.name: f for f in dataclasses.fields(registered)}  # type: ignore[arg-type]
    for key in settings:
        if key not in fields:
            raise unknown_name(f"setting of {name!r}", key, fields or {"(it has none)"})
    missing = [key for key, f in fields.items() if _required(f) and key not in settings]
    if missing:
        call = f"{registered.__name__}({', '.join(f'{key}=…' for key in missing)})"
        raise SettingError(f"{name!r} needs {' and '.join(missing)}: give {call}")
    return registered(**settings)


def _origin(registered: type[Any]) -> tuple[str, str]:
    """Where a class is written: a notebook's cell that is run again replaces its own class only."""
    return registered.__module__, registered.__qualname__


def _required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, Family):
        return value.settings()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value
