"""Every case there is, by the name that `--only` takes. Each says what it has found, or raises MeasureError."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.cases_apart import bring_in, merge
from benchmarks.cases_daily import bring_into, completion, find, log, warm
from benchmarks.cases_index import cold, edits
from benchmarks.cases_odd import big_note, full_folder
from benchmarks.cases_watch import watch
from benchmarks.found import Found
from benchmarks.subject import Subject

OF_A_VAULT: dict[str, Callable[[Subject], list[Found]]] = {
    "cold": cold, "warm": warm, "edits": edits, "find": find, "completion": completion, "log": log,
    "import-into": bring_into, "watch": watch,
}  # fmt: skip
APART = ("merge", "import", "contacts", "odd")
_KILOBYTES = (10, 100, 1_000)
_ROWS = _CONTACTS = (1_000, 10_000)
_MEGABYTES, _FILES = 10, 50_000


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
    elif name == "contacts":
        yield from (Apart(size, "contacts", partial(_contacts, size)) for size in _CONTACTS)
    elif name == "odd":
        yield Apart(_MEGABYTES, "MB in one note", partial(_odd, big_note, _MEGABYTES))
        yield Apart(_FILES, "files in one folder", partial(_odd, full_folder, _FILES))


def _merge(kilobytes: int, place: Path, rounds: int) -> list[Found]:
    return merge(place, kilobytes, rounds)


def _bring_in(rows: int, place: Path, rounds: int) -> list[Found]:
    return bring_in(place, rows, rounds)


def _contacts(notes: int, place: Path, rounds: int) -> list[Found]:
    """The cold index of a vault of contacts alone, which its budget was stated for."""
    return cold(Subject(place, notes, rounds, "contacts"))


def _odd(case: Callable[[Path, int, int], list[Found]], size: int, place: Path, rounds: int) -> list[Found]:
    return case(place, size, rounds)


NAMES = (*APART, *OF_A_VAULT, "peers")
