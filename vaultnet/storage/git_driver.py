r"""The merge driver in a clone: which lines make git merge notes by meaning, and what a clone has of them.

    driver_line("/usr/bin/python3")  ->  "/usr/bin/python3 -EP -m vaultnet.frontends.git.merge_driver %O %A %B %P; ..."
    attribute_lines("my notes/")     ->  ('"/my notes/**/*.md" merge=vaultnet', ...)
    get_driver_state(root)             ->  DriverState(driver="gone", interpreter="/old/venv/bin/python", ...)

Both lie in the git folder, which does not travel: `config`, because git never takes a program from a repository, and
`info/attributes`, because it then holds for every branch and commits nothing (docs/decisions/0020).
"""

import os
import shlex
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from vaultnet.errors import UsageError
from vaultnet.storage.git import Repository, find_repository, run_git
from vaultnet.storage.scanned import NOTE_ENDINGS

NAME_KEY, DRIVER_KEY = "merge.vaultnet.name", "merge.vaultnet.driver"
NAME = "vaultnet: merge notes by meaning"
ATTRIBUTE = "merge=vaultnet"
_MODULE = " -EP -m vaultnet.frontends.git.merge_driver "
# 10: merged, with conflicts that stand in the note. Anything else but 0 (the interpreter is gone, it crashed, was
# killed, or could not read one of the three) is git's to merge, as it would without us: it writes markers, which git
# itself does not when a driver fails. `|| exit 1`: more than 128 would end the whole merge.
_THEN = (
    "%O %A %B %P; case $? in 0) exit 0;; 10) exit 1;; esac; "
    "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B || exit 1"
)
Driver = Literal["right", "missing", "foreign", "gone", "other", "outdated"]


class DriverState(NamedTuple):
    """What this clone has. `driver`: right; missing; foreign (another program's line under our name); gone (its
    interpreter is no longer there); other (of another Python that is there); outdated (as an older vaultnet wrote it).
    `attribute`: the merge that git means for a note of the vault, such as "vaultnet", "union" or "unspecified".
    """

    repository: Repository
    driver: Driver
    attribute: str
    line: str = ""
    interpreter: str = ""


def driver_line(python: str) -> str:
    """What git hands to `sh`: `%` begins a word of git's own."""
    return shlex.quote(python).replace("%", "%%") + _MODULE + _THEN


def our_python() -> str:
    """By its full path: git that Obsidian starts knows nothing of a virtual environment."""
    if not sys.executable:
        raise UsageError("this Python does not know where it lies, so git could not start it")
    return os.path.abspath(sys.executable)  # noqa: PTH100  (a link must stay one: it is what makes the environment)


def attribute_lines(prefix: str) -> tuple[str, ...]:
    """One line an ending, for all notes below `prefix`."""
    patterns = [f"/{_plain(prefix)}**/*{ending}" if prefix else f"*{ending}" for ending in NOTE_ENDINGS]
    return tuple(f"{quote_path(pattern)} {ATTRIBUTE}" for pattern in patterns)


def _plain(path: str) -> str:
    """A path as a pattern that means this path only."""
    return "".join(f"\\{letter}" if letter in r"\*?[" else letter for letter in path)


def quote_path(path: str) -> str:
    """A path as git reads it from a line: in C's quotes where it would not be read as it stands."""
    if path.isprintable() and not any(letter in ' "\\' for letter in path):
        return path
    data = os.fsencode(path)
    letters = (f"\\{byte:03o}" if byte < 0x20 or byte in b'"\\\x7f' else chr(byte) for byte in data)  # noqa: PLR2004
    return os.fsdecode(f'"{"".join(letters)}"'.encode("latin-1"))


def find_driver_state(root: Path) -> DriverState | None:
    """None where the vault is in no repository. Raises UsageError where git cannot be asked."""
    repository = find_repository(root)
    if repository is None:
        return None
    line = os.fsdecode(run_git(repository.top, "config", "-z", "--get", DRIVER_KEY).out.rstrip(b"\0"))
    sample = f"{repository.prefix}note{NOTE_ENDINGS[0]}"
    told = run_git(repository.top, "check-attr", "-z", "merge", "--", sample).lines
    python = _interpreter(line)
    return DriverState(repository, _judge(line, python), told[2] if len(told) > 2 else "", line, python)  # noqa: PLR2004


def get_driver_state(root: Path) -> DriverState:
    """Raises UsageError where the vault is in no repository, too."""
    state = find_driver_state(root)
    if state is None:
        raise UsageError("this vault is in no git repository: `git init` makes it one")
    return state


def _interpreter(line: str) -> str:
    """The Python of a line of ours, "" in any other."""
    quoted, found, _ = line.partition(_MODULE)
    try:
        words = shlex.split(quoted.replace("%%", "%"))
    except ValueError:
        return ""
    return words[0] if found and len(words) == 1 else ""


def _judge(line: str, python: str) -> Driver:
    if not line:
        return "missing"
    if not python:
        return "foreign"
    if not os.access(python, os.X_OK):
        return "gone"
    if line != driver_line(python):
        return "outdated"
    return "right" if python == our_python() else "other"
