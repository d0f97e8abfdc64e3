"""Promise S3: no pattern takes more than linear time, however a note is made to hurt it.

Every compiled pattern of the package is run over strings that are built from the pattern itself: a start that it
accepts, then the body of each of its repeats over and over, then something that it does not accept. Doubling the
string may double the time, and a little more.
"""

import ast
import importlib
import re
import re._constants as constants  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vaultnet.text.lazy_pattern import LazyPattern

PACKAGE = Path(__file__).parent.parent / "vaultnet"

# Pattern -> why a search with it may take longer than linear time: a bound on the text that it is given.
BOUNDED: dict[str, str] = {"frontends.cli.commands.import_:_PAIR": "a word of the command line"}

_LENGTHS = (8, 16, 20, 24, 28, 32, 128, 512, 2_048, 6_000, 16_384)
_ENOUGH = 0.030  # s: linear time for 16,000 characters is about 1 ms, quadratic 100 ms
_NOISE = 0.012  # s
_MOST_GROWTH = 2.5  # of the time per character, from an eighth of the text to the whole: 1 is linear, 8 quadratic
_SEARCHING = {"search", "finditer", "findall", "sub", "subn", "split", "scanner"}
_TAILS = ("", "\x00", "!\n")
_WORD = re.compile(r"\w+")
_SHARES = 32  # of the patterns, a test each
_PLAIN = ("a", " ", "\n", "\t", "[", "]", "[[", "`", "*", "_", "-", "- ", "> ", "#", "1", ":", "|", "\\", "<", "<!--", "%", "\n\n", "a ", "a\n")  # fmt: skip


def _modules() -> Iterator[Any]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name not in {"__init__.py", "__main__.py"}:
            yield importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The text patterns in a module's variable: itself, in containers, and in classes. Lazy ones are compiled."""
    if isinstance(value, LazyPattern):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from _within(one, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _within(one, depth + 1)
    elif depth == 0 and isinstance(value, type) and value.__module__.startswith("vaultnet."):
        yield from _within(dict(vars(value)), 1)


def _inline(path: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Patterns written where they are used: `re.sub(r"[^a-z]+", ...)`, by the name of the function."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if "re." in text else ():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func.value) == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and node.func.attr != "compile"
        ):
            yield f"inline {node.func.attr}", re.compile(node.args[0].value)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in _modules():
        name = module.__name__.removeprefix("vaultnet.")
        inline = list(_inline(Path(module.__file__)))
        for variable, value in [*vars(module).items(), *inline]:
            for pattern in _within(value):
                found.setdefault((pattern.pattern, pattern.flags), (f"{name}:{variable}", pattern))
    named: dict[str, re.Pattern[str]] = {}
    for name, pattern in found.values():
        named[name if name not in named else f"{name}#{len(named)}"] = pattern
    return named


@cache
def _methods() -> dict[str, set[str]]:
    """`module:variable` -> the pattern methods called on it there, in modules that import it, and on each of several."""
    variables = {place.partition("#")[0].rpartition(":")[2] for place in _patterns()}
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if variables.isdisjoint(_WORD.findall(text)):
            continue
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        nodes = list(ast.walk(ast.parse(text)))
        called: dict[str, set[str]] = {}
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                called.setdefault(node.value.id, set()).add(node.attr)
        for node in nodes:
            if isinstance(node, ast.For | ast.comprehension) and isinstance(node.iter, ast.Name):
                each = {
                    one
                    for name in ast.walk(node.target)
                    if isinstance(name, ast.Name)
                    for one in called.get(name.id, ())
                }
                called.setdefault(node.iter.id, set()).update(each)
        origin = {
            alias.asname or alias.name: f"{node.module.removeprefix('vaultnet.')}:{alias.name}"
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        for name, methods in called.items():
            found.setdefault(origin.get(name, f"{module}:{name}"), set()).update(methods)
    return found


def _is_searched(name: str) -> bool:
    """False when it is only ever matched at a place already found: a search may begin at every character."""
    place = name.partition("#")[0]
    methods = _methods().get(place, set()) or {place.partition(":inline ")[2]} - {""}
    return bool(methods & _SEARCHING) or not methods


# --- strings that a pattern suggests -----------------------------------------------------------------------------


def _sample(items: Iterable[Any]) -> str:
    """A short text that the parsed pattern accepts, more or less: look-arounds and anchors are left out."""
    return "".join(_sample_of(operation, argument) for operation, argument in items)


def _sample_of(operation: Any, argument: Any) -> str:
    if operation is constants.LITERAL:
        return chr(argument)
    if operation is constants.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if operation is constants.ANY:
        return "a"
    if operation is constants.IN:
        return _one_of(argument)
    if operation in _REPEATS:
        least, _most, body = argument
        return _sample(body) * min(max(int(least), 1), 5)
    if operation is constants.SUBPATTERN:
        return _sample(argument[-1])
    if operation is constants.BRANCH:
        return _sample(argument[1][0])
    return _sample(argument) if operation is constants.ATOMIC_GROUP else ""


_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_OF_CATEGORY = {"DIGIT": "1", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": "-"}


def _one_of(members: Any) -> str:
    if members[0][0] is constants.NEGATE:
        test = re.compile("[" + "".join(_class_text(member) for member in members[1:]) + "]")
        return next((char for char in "a b1-[(.\n" if not test.match(char)), "é")
    operation, argument = members[0]
    if operation is constants.RANGE:
        return chr(int(argument[0]))
    return chr(int(argument)) if operation is constants.LITERAL else _of_category(argument)


def _of_category(category: Any) -> str:
    return _OF_CATEGORY[str(category).removeprefix("CATEGORY_")]


def _class_text(member: Any) -> str:
    operation, argument = member
    if operation is constants.LITERAL:
        return re.escape(chr(argument))
    if operation is constants.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[str(argument).removeprefix("CATEGORY_").removeprefix("NOT_")]
    return "\\" + (letter.upper() if "NOT_" in str(argument) else letter)


def _pumps(items: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(a start, what to repeat after it) for every repeat without an end in the parsed pattern."""
    for operation, argument in items:
        if operation in _REPEATS:
            _least, most, body = argument
            if most is constants.MAXREPEAT or most > 50:
                yield before, _sample(body)
                for part in body:
                    yield before, _sample_of(*part)
            yield from _pumps(body, before)
        elif operation is constants.SUBPATTERN:
            yield from _pumps(argument[-1], before)
        elif operation is constants.BRANCH:
            for branch in argument[1]:
                yield from _pumps(branch, before)
        elif operation is constants.ATOMIC_GROUP:
            yield from _pumps(argument, before)
        elif operation in {constants.ASSERT, constants.ASSERT_NOT}:
            yield from _pumps(argument[1], before)
        before += _sample_of(operation, argument)


def _attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    whole = _sample(parsed)
    own = [(start, unit) for start, unit in _pumps(parsed) if unit]
    own += [("", start + unit) for start, unit in own if start]
    return list(dict.fromkeys([*own, ("", whole or "a"), *(("", unit) for unit in _PLAIN)]))


# --- the clock ---------------------------------------------------------------------------------------------------


def _seconds(run: Callable[[str], object], text: str) -> float:
    """Of this thread's own time: what else the machine does is no matter."""
    start = time.thread_time()
    run(text)
    return time.thread_time() - start


def _search_all(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _match in pattern.finditer(text))


def _is_slow(run: Callable[[str], object], start: str, unit: str, tail: str) -> bool:
    """True when the time grows faster than the text. Small steps first: an exponential one would never come back."""
    taken: list[tuple[int, float]] = []
    for length in _LENGTHS:
        text = start + unit * (length if length <= 32 else max(32, length // len(unit))) + tail
        taken.append((len(text), _seconds(run, text)))
        if taken[-1][1] > _ENOUGH:
            break
        if length > 32 and taken[-1][1] * (_LENGTHS[-1] / length) ** 2 < _NOISE:
            return False  # were it quadratic from here on, it would still take no time to speak of
    length, seconds = taken[-1]
    if seconds < _NOISE:
        return False
    short = next(((size, time_) for size, time_ in reversed(taken) if size <= length / 8), taken[0])
    return seconds / length > _MOST_GROWTH * max(short[1], 1e-6) / short[0]


def _slow_attack(pattern: re.Pattern[str], run: Callable[[str], object]) -> tuple[str, str, str] | None:
    """A start, what to repeat, and an end, with which the pattern is slow; twice, since a machine may hiccup."""
    tried = ((start, unit, tail) for start, unit in _attacks(pattern) for tail in _TAILS)
    return next((attack for attack in tried if _is_slow(run, *attack) and _is_slow(run, *attack)), None)


@pytest.mark.parametrize("share", range(_SHARES))
def test_patterns_survive_pump_strings(share: int) -> None:
    slow = {}
    for name in sorted(_patterns())[share::_SHARES]:
        pattern = _patterns()[name]  # a search begins with a match at the first character
        run = _search_all(pattern) if _is_searched(name) and name not in BOUNDED else pattern.match
        if attack := _slow_attack(pattern, run):
            slow[name] = attack
    assert slow == {}


@pytest.mark.parametrize("bad", [r"(?:a+)+$", r"(?:a|a)*b", r"\s+$", r"<!--.*-->", r"(\w+\s?)*!"])
def test_the_test_finds_bad_patterns(bad: str) -> None:
    pattern = re.compile(bad)
    assert _slow_attack(pattern, _search_all(pattern))


def test_every_bound_is_of_a_pattern() -> None:
    assert set(BOUNDED) <= set(_patterns())


# `(...)*+`; a comma behind it is in a class of signs, such as `[()*+,]`.
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,{}]*\})\+(?!,)")


def test_no_group_is_repeated_for_good_but_by_an_atomic_group() -> None:
    r"""Python before 3.11.5, as Debian 12 has it, takes `(?:a|b)*+` for another pattern where the group has choices:
    no link was found, and no list. `(?>(?:a|b)*)` is the same, and right everywhere.
    """
    found = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
