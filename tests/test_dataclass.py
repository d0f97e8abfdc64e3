"""Our dataclasses are the library's, for all that a value does."""

import ast
import dataclasses
import pickle
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vaultnet.dataclass as own
from vaultnet.model.settings import Settings

LIBRARY: Any = dataclasses
OWN: Any = own


def classes_by(maker: Any) -> tuple[Any, ...]:
    """The same five classes, made by one of the two."""

    @maker.dataclass(frozen=True, slots=True)
    class Plain:
        name: str
        count: int = 3
        found: Mapping[str, int] = maker.field(default_factory=dict)
        text: str = maker.field(default="", repr=False, compare=False)

        def doubled(self) -> int:
            return self.count * 2

        @property
        def words(self) -> list[str]:
            return self.name.split()

    @maker.dataclass(frozen=True)
    class Derived:
        name: str
        count: int = 0

        @cached_property
        def length(self) -> int:
            return len(self.name)

    @maker.dataclass(slots=True)
    class Changing:
        name: str
        seen: list[str] = maker.field(default_factory=list)
        first: float | None = maker.field(default=None, init=False)

    @maker.dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @maker.dataclass(frozen=True, slots=True)
    class Own:
        name: str

        def __repr__(self) -> str:
            return "own"

    return Plain, Derived, Changing, Empty, Own


BY_LIBRARY, BY_OWN = classes_by(LIBRARY), classes_by(OWN)
PAIRS = list(zip(BY_LIBRARY, BY_OWN, strict=True))
VALUES = st.one_of(st.integers(0, 3), st.sampled_from(["a", "a b", ()]), st.lists(st.integers(0, 2), max_size=2))
NAMES = st.sampled_from(["name", "count", "found", "text", "seen", "first", "other"])


def outcome(act: Any) -> Any:
    """What it says, with exceptions as their class and the words without the name of the module."""
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return type(error), str(error).replace("classes_by.<locals>.", "")


@given(
    st.sampled_from(range(len(PAIRS))),
    st.booleans(),
    st.lists(VALUES, max_size=4),
    st.dictionaries(NAMES, VALUES, max_size=3),
)
def test_a_value_is_made_shown_compared_and_replaced_alike(
    which: int, is_first: bool, args: list[Any], named: dict[str, Any]
) -> None:
    """Also the first of its class, which is made otherwise than those after it."""
    told = []
    ours = classes_by(OWN) if is_first else BY_OWN
    for cls, maker in ((BY_LIBRARY[which], LIBRARY), (ours[which], OWN)):
        value = outcome(lambda cls=cls: cls(*args, **named))
        if type(value) is not cls:
            told.append(value)
            continue
        again = cls(*args, **named)
        told.append((
            repr(value), value == again, value == cls.__name__, outcome(lambda v=value: hash(v) == hash(v)),
            [getattr(value, item.name) for item in maker.fields(value)], [item.name for item in maker.fields(cls)],
            maker.is_dataclass(value), maker.is_dataclass(cls), maker.is_dataclass(3), cls.__match_args__,
            repr(outcome(lambda v=value, m=maker: m.replace(v, name="new"))),
            dataclasses.asdict(value), dataclasses.is_dataclass(value), hasattr(value, "__dict__"),
        ))  # fmt: skip
    assert told[0] == told[1]


@pytest.mark.parametrize(("library", "own"), PAIRS[:2])
def test_what_is_frozen_stays(library: Any, own: Any) -> None:
    for cls in (library, own):
        value = cls("a")
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
            value.name = "b"
        with pytest.raises(dataclasses.FrozenInstanceError):
            del value.name
    assert own("abc") != library("abc")
    assert BY_OWN[1]("abc").length == 3


def test_equality_goes_by_the_fields_that_are_compared() -> None:
    plain: Any = BY_OWN[0]
    assert plain("a", text="x") == plain("a", text="y")
    assert len({plain("a", found=(), text="x"), plain("a", found=(), text="y"), plain("b", found=())}) == 2


def test_a_changing_value_changes_and_shares_nothing() -> None:
    changing: Any = BY_OWN[2]
    one, other = changing("a"), changing("a")
    one.seen.append("x")
    one.first = 1.0
    assert (other.seen, other.first) == ([], None)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_a_value_travels_between_processes() -> None:
    settings = Settings()
    assert pickle.loads(pickle.dumps(settings.me)) == settings.me


def test_the_library_knows_the_fields_of_our_classes() -> None:
    assert [item.name for item in dataclasses.fields(Settings)] == [item.name for item in own.fields(Settings)]
    assert dataclasses.asdict(Settings().me)["emails"] == ()


def test_nobody_takes_them_from_the_library() -> None:
    """One class made by the library is enough to load all that it brings."""
    module = Path(str(own.__file__))
    taken = {
        (file.name, name.name)
        for file in sorted(module.parent.rglob("*.py"))
        if file != module and "dataclasses" in (text := file.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for name in node.names
    }
    assert {name for _, name in taken} <= {"asdict"}, taken
