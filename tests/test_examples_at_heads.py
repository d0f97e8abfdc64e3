"""The examples at the head of each pure module are true: where both sides of an arrow are whole Python, they are compared.

An example may leave things out (`...`), speak of values that it only names, or end in prose: those are read, not run.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from vaultnet.model.moment_locale import moment_locale

ROOT = Path(__file__).parent.parent
PURE = ("text", "model", "practice", "exchange", "pages", "edits")  # elsewhere an example may touch the disk
MODULES = [
    ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for floor in PURE
    for file in sorted((ROOT / "vaultnet" / floor).rglob("*.py"))
]
NOT_RUN = {"vaultnet.model.moment_tokens": "shows what is yielded"}


@cache
def _names() -> dict[str, Any]:
    """What an example may use besides what stands in its module: the values that others come to."""
    found = {"date": date, "datetime": datetime, "ENGLISH": moment_locale("en"), "today": date(2026, 6, 15)}
    for name in MODULES:
        values = vars(import_module(name)).items()
        found |= {key: value for key, value in values if isinstance(value, type) and key[0].isupper()}
    return found


def _arrows(docstring: str) -> Iterator[tuple[str, str]]:
    """(what is asked, what it comes to) of every arrow on a line, or at the beginning of the next one."""
    lines: list[str] = []
    for line in docstring.split("\n"):
        if line.lstrip().startswith("->") and lines and "->" not in lines[-1]:
            lines[-1] += f"   {line.strip()}"
        else:
            lines.append(line)
    for line in lines:
        cells = re.split(r"\s{2,}|(?<=->) ", line.strip())
        yield from ((cells[at - 1], cells[at + 1]) for at in range(1, len(cells) - 1) if cells[at] == "->")


def _compared(name: str) -> Iterator[tuple[str, Any, Any]]:
    """(what is asked, what it comes to, what it is said to come to) of each example that is whole."""
    module = import_module(name)
    names = {**_names(), **vars(module)}
    for asked, told in _arrows(module.__doc__ or ""):
        if "..." in asked + told or not re.match(r"[\w.]+[(\[]", asked):
            continue
        try:
            yield asked, eval(asked, names), eval(told, names)
        except (SyntaxError, NameError):
            continue


@pytest.mark.parametrize("name", [name for name in MODULES if name not in NOT_RUN])
def test_examples(name: str) -> None:
    for asked, found, told in _compared(name):
        assert found == told, asked


def test_most_examples_are_run() -> None:
    assert sum(1 for name in {*MODULES} - {*NOT_RUN} for _ in _compared(name)) > 150
