"""docs/promises.md names a test for every promise, of the promise's own number, and every such test is named there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/promises.md").read_text(encoding="utf-8")
NUMBERS = [f"D{number}" for number in range(1, 24)] + [f"S{number}" for number in range(1, 9)]
# What there is no front end for yet: a server (S4) and MCP (S5). The page says so in place of a test.
_NOTHING_YET = {"S4", "S5"}
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
_NUMBERED = re.compile(r"test_((?:[ds]\d+_)+)")  # one test may do the damage of several


def section(number: str) -> str:
    found = re.search(rf"(?ms)^### {number}\. .+?(?=^##|\Z)", PAGE)
    assert found, f"docs/promises.md has no section {number}"
    return found[0]


def functions(file: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.FunctionDef)}


def numbers(name: str) -> list[str]:
    found = _NUMBERED.match(name)
    return found[1].upper().strip("_").split("_") if found else []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_promise_names_its_tests(number: str) -> None:
    named = _NAMED.findall(section(number))
    assert bool(named) != (number in _NOTHING_YET)
    for file, name in named:
        assert number in numbers(name), f"{name} does not bear the number"
        assert name in functions(ROOT / file)


def test_every_test_of_a_promise_is_named() -> None:
    there = {
        (file.relative_to(ROOT).as_posix(), name)
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in functions(file)
        if set(numbers(name)) & set(NUMBERS)
    }
    assert there == set(_NAMED.findall(PAGE))
