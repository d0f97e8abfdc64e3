"""The command lines of every day, read without click, whose import takes longer than their answers.

    read_plain_line(["-C", "notes", "agenda"])    ->   PlainLine("agenda", (), Flags(directory="notes"))
    read_plain_line(["agenda", "--stdout"])       ->   None: click's to read

A plain line is a command of `ACTS` with words that are no options, and `-C DIR`, `--today YYYY-MM-DD`, `--json` or `-q`
written in full anywhere. Whatever else there is (another option, a word that begins with a minus, too many words) is
left to click, faults and all, so that no meaning is decided here: a test reads every plain line both ways.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from vaultnet.frontends.cli.context import Flags, parse_date

_ANY = 1 << 20


class _Act(NamedTuple):
    """`run` in acts/MODULE is called with the flags and the words, of which there may be so many."""

    module: str
    least: int
    most: int


ACTS = {
    "agenda": _Act("agenda", 0, 1),
    "due": _Act("due", 0, 0),
    "find": _Act("find", 1, _ANY),
    "log": _Act("log", 1, _ANY),
}


class PlainLine(NamedTuple):
    command: str
    words: tuple[str, ...]
    flags: Flags


def read_plain_line(line: Sequence[str]) -> PlainLine | None:
    """The line with its flags, or None where click has to read it."""
    flags = Flags(words=("vaultnet", *line))
    words: list[str] = []
    rest = iter(line)
    for word in rest:
        if word == "--json":
            flags.as_json = True
        elif word in {"-q", "--quiet"}:
            flags.quiet = True
        elif not word.startswith("-"):
            words.append(word)
        elif word not in {"-C", "--today"} or not _take(flags, word, next(rest, "-")):
            return None
    act = ACTS.get(words[0]) if words else None
    if act is None or not act.least < len(words) <= act.most + 1:
        return None
    return PlainLine(words[0], tuple(words[1:]), flags)


def _take(flags: Flags, option: str, value: str) -> bool:
    """Whether the value of an option is a plain one; then it is among the flags."""
    if value.startswith("-"):
        return False
    if option == "-C":
        flags.directory = value
        return True
    flags.today = parse_date(value)
    return flags.today is not None


def act_of(line: PlainLine) -> Callable[[], Any]:
    """What the line is to do."""
    act = import_module(f"vaultnet.frontends.cli.acts.{ACTS[line.command].module}")
    return lambda: act.run(line.flags, line.words)
