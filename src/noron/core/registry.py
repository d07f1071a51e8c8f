"""The registry: a family (layers, losses, ...) is an abstract class with named subclasses.

A subclass is registered when it is defined,

    class Tanh(Elementwise, name="tanh"): ...

and the command line, the files, the docs table and the contract tests find it by this name.
Registered classes are frozen dataclasses that hold settings only, so an instance is equivalent to
a small dictionary, `{"name": "dense", "units": 10}`, and files hold data but no code.
"""

import dataclasses
import inspect
from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, ClassVar, Self, TypeVar

import numpy as np

from noron.core.closed import check_fields, is_required
from noron.core.errors import SettingError, shown, unknown_name
from noron.core.hints import Hinted

Settings = dict[str, Any]


class Family(Hinted):
    """The base class of every family; a direct subclass with `family="layer"` starts one."""

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
        cls.name = name or cls.__name__  # an unregistered class works, but cannot be saved

    @classmethod
    def make(cls, given: "str | Settings | Self | type[Self]") -> Self:
        """Return an instance from its name, its settings or its class; return an instance as it is.

        Raises SettingError for an unknown name and for settings that do not fit.
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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: "type[Family]", handler: Any) -> Any:
        """Let pydantic build objects from settings, and check the types of their fields."""
        from pydantic_core.core_schema import no_info_plain_validator_function

        def checked(given: Any) -> Family:
            if not isinstance(given, dict | source):
                raise SettingError(f"{shown(given)} is no {source.family}: give its settings")
            made = source.make(given)
            check_fields(made)
            return made

        return no_info_plain_validator_function(checked)

    def settings(self) -> Settings:
        """Return `{"name": ..., **fields}`: plain data from which `make` builds an equal object."""
        fields = dataclasses.fields(self)  # type: ignore[arg-type]
        return {"name": self.name} | {f.name: _plain(getattr(self, f.name)) for f in fields}


FAMILIES: dict[str, type[Family]] = {}
"""Every family by its name."""

T = TypeVar("T")


def import_modules(package: str, path: Iterable[str]) -> None:
    """Import every module of a package, so that the classes in them are registered."""
    for module in iter_modules(path):
        import_module(f"{package}.{module.name}")


def _construct(registered: type[T], name: str, settings: Settings) -> T:
    fields = {f.name: f for f in dataclasses.fields(registered)}  # type: ignore[arg-type]
    for key in settings:
        if not fields:
            raise SettingError(f"{name!r} has no settings: leave out {shown(key)}")
        if key not in fields:
            raise unknown_name(f"setting of {name!r}", key, fields)
    missing = [key for key, f in fields.items() if is_required(f) and key not in settings]
    if missing:
        call = f"{registered.__name__}({', '.join(f'{key}=…' for key in missing)})"
        raise SettingError(f"{name!r} needs {' and '.join(missing)}: give {call}")
    return registered(**settings)


def _origin(registered: type[Any]) -> tuple[str, str]:
    # A notebook cell that runs again may replace its own class, and no other.
    return registered.__module__, registered.__qualname__


def _plain(value: Any) -> Any:
    if isinstance(value, Family):
        return value.settings()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value
