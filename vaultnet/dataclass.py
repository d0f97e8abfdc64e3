"""The library's dataclasses, as far as values need them, in a tenth of the time that those take to be made.

    @dataclass(frozen=True, slots=True)
    class Span:               # made in 40 microseconds instead of 400
        start: int
        end: int = 0

    Span(3)                   # put together field by field
    Span(4)                   # the eighth of them has `Span.__init__` written; from then on it is as in the library

A run that writes one line makes sixty such classes, and of most of them one value or two; the library's module brings
`inspect`, `ast` and `tokenize` besides. To type checkers these are the library's own, and its `asdict` takes them.
Values inherit from nothing, and have no `__post_init__`.
"""

from itertools import count
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, is_dataclass, replace

__all__ = ["dataclass", "field", "fields", "is_dataclass", "replace"]

_MISSING: Final[Any] = object()
_FIELDS: Final = "__fields_of_value__"
_MADE: Final = "__values_made__"
_FEW: Final = 8  # values: to compile an `__init__` takes as long as to put a dozen together without one


class _Field:
    """What the library calls a Field, and makes by `field(default_factory=dict, repr=False)`."""

    __slots__ = ("compare", "default", "default_factory", "init", "name", "repr")

    def __init__(self, **given: Any) -> None:
        self.name = ""
        self.default, self.default_factory = given.get("default", _MISSING), given.get("default_factory", _MISSING)
        self.init, self.repr, self.compare = (given.get(name, True) for name in ("init", "repr", "compare"))


class _LibraryFields:
    """What the library's functions, and tools that know dataclasses, ask a class for: made when they do."""

    def __get__(self, value: object, cls: Any) -> dict[str, Any]:
        import dataclasses  # noqa: PLC0415  (what it costs is why this module is there)

        given: list[Any] = []
        for item in vars(cls)[_FIELDS].values():
            has = {"default": item.default, "default_factory": item.default_factory}
            has = {key: known for key, known in has.items() if known is not _MISSING}
            same: Any = dataclasses.field(init=item.init, repr=item.repr, compare=item.compare, **has)
            given.append((item.name, cls.__annotations__[item.name], same))
        same_fields: dict[str, Any] = vars(dataclasses.make_dataclass(cls.__name__, given))["__dataclass_fields__"]
        cls.__dataclass_fields__ = same_fields
        return same_fields


if not TYPE_CHECKING:
    field = _Field

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Any:
        """The class is made anew, as in the library with `slots`: it is the one returned that counts."""

        def decorate(cls: type) -> type:
            space = {"__init__": _put_together, "__eq__": _equals, "__repr__": _show, **vars(cls)}
            found = {name: _take_field(space, name) for name in space.get("__annotations__", ())}
            space |= {
                _FIELDS: found,
                _MADE: count(1),
                "__dataclass_fields__": _LibraryFields(),
                "__qualname__": cls.__qualname__,
            }
            space["__match_args__"] = tuple(name for name, item in found.items() if item.init)
            space["__hash__"] = _hash if frozen else None
            if frozen:
                space |= {"__setattr__": _refuse, "__delattr__": _refuse}
            if slots:
                space |= {"__slots__": tuple(found), "__getstate__": _state, "__setstate__": _set_state}
            del space["__dict__"], space["__weakref__"]
            return type(cls)(cls.__name__, cls.__bases__, space)

        return decorate

    def fields(value: Any) -> tuple[Any, ...]:
        """Of a class or a value."""
        return tuple(vars(value if isinstance(value, type) else type(value))[_FIELDS].values())

    def is_dataclass(value: Any) -> bool:
        return _FIELDS in vars(value if isinstance(value, type) else type(value))

    def replace(value: Any, /, **changes: Any) -> Any:
        """The same value but for these fields."""
        given = {item.name: getattr(value, item.name) for item in fields(value) if item.init}
        return type(value)(**given | changes)


def _take_field(space: dict[str, Any], name: str) -> _Field:
    """What stands in the class's body behind a name is its default, and no attribute of the class."""
    given = space.pop(name, _MISSING)
    found = given if type(given) is _Field else _Field(default=given)
    found.name = name
    return found


def _put_together(self: Any, *args: Any, **named: Any) -> None:
    """The `__init__` of a class of which there are few values yet."""
    own = vars(type(self))
    found = own[_FIELDS].values()
    given = dict(zip((item.name for item in found if item.init), args, strict=False))
    is_plain = len(given) == len(args) and given.keys().isdisjoint(named) and next(own[_MADE]) < _FEW
    given |= named
    for item in found:
        value = given.pop(item.name, _MISSING) if item.init else _MISSING
        if value is _MISSING:
            value = item.default if item.default_factory is _MISSING else item.default_factory()
        is_plain = is_plain and value is not _MISSING
        object.__setattr__(self, item.name, value)
    if given or not is_plain:
        _write_init(self, *args, **named)  # it also says what is wrong, in the words of Python


def _write_init(self: Any, *args: Any, **named: Any) -> None:
    """The `__init__` of a class of which there are many values, or are meant to be."""
    cls: Any = type(self)
    space: dict[str, Any] = {"_missing": _MISSING, "_set": object.__setattr__}
    head, body = "self", " pass"
    for name, item in vars(cls)[_FIELDS].items():
        default, value = f"_default_{name}", name
        space[default] = item.default
        if item.default_factory is not _MISSING:
            space[f"_make_{name}"] = item.default_factory
            value = f"_make_{name}() if {name} is _missing else {name}"
        is_optional = item.default is not _MISSING or item.default_factory is not _MISSING
        if item.init:
            head += f", {name}={default}" if is_optional else f", {name}"
        else:
            body += f"\n {name} = {default}"
        body += f"\n _set(self, {name!r}, {value})"
    exec(f"def __init__({head}):\n{body}", space)  # noqa: S102  (as the library does)
    cls.__init__ = space["__init__"]
    cls.__init__.__qualname__ = f"{cls.__qualname__}.__init__"  # for the words of a TypeError
    cls.__init__(self, *args, **named)


def _compared(value: Any) -> tuple[Any, ...]:
    return tuple([getattr(value, item.name) for item in vars(type(value))[_FIELDS].values() if item.compare])


def _equals(self: object, other: object) -> bool:
    return _compared(self) == _compared(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_compared(self))


def _show(self: Any) -> str:
    shown = (f"{item.name}={getattr(self, item.name)!r}" for item in vars(type(self))[_FIELDS].values() if item.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(_self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in vars(type(self))[_FIELDS]]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(vars(type(self))[_FIELDS], state, strict=True):
        object.__setattr__(self, name, value)
