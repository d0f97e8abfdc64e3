"""Every case there is, by the name that `--only` takes. Each says what it has found, or raises MeasureError."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.cases_apart import bring_in, merge
from benchmarks.cases_daily import completion, find, log, warm
from benchmarks.cases_index import cold, edits
from benchmarks.cases_watch import watch
from benchmarks.found import Found
from benchmarks.subject import Subject

OF_A_VAULT: dict[str, Callable[[Subject], list[Found]]] = {
    "cold": cold, "warm": warm, "edits": edits, "find": find, "completion": completion, "log": log, "watch": watch,
}  # fmt: skip
_KILOBYTES = (10, 100, 1_000)
_ROWS = (1_000, 10_000)


class Apart(NamedTuple):
    """A case that makes its own files in an empty folder."""

    size: int
    of: str
    run: Callable[[Path, int], list[Found]]


def apart(name: str) -> Iterator[Apart]:
    """The case at each of its sizes."""
    if name == "merge":
        yield from (Apart(size, "kB", partial(_merge, size)) for size in _KILOBYTES)
    elif name == "import":
        yield from (Apart(size, "rows", partial(_bring_in, size)) for size in _ROWS)


def _merge(kilobytes: int, place: Path, rounds: int) -> list[Found]:
    return merge(place, kilobytes, rounds)


def _bring_in(rows: int, place: Path, rounds: int) -> list[Found]:
    return bring_in(place, rows, rounds)


NAMES = (*OF_A_VAULT, "merge", "import", "peers")
