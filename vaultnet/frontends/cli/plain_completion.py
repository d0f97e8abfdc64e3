r"""A contact's name, completed without click: a key press must not wait for an import, nor for a walk.

    vaultnet show Ad<TAB>          ->   Ada Lovelace
    vaultnet log --who Ad<TAB>     ->   Ada Lovelace

`vaultnet completion SHELL` prints click's own script, which calls the program with the line in the environment. What is
not plainly a name (a command, an option, a file, words that begin with a minus) is left to click; a test holds NAMES
and NAMED_BY against what the commands say of themselves, and asks both about the same lines.
"""

import sys
from collections.abc import Callable, Mapping, Sequence

from vaultnet.frontends.cli.context import Flags, parse_date

_ANY = 1 << 20
# Command -> how many of its words, from the first on, are names.
NAMES = {
    "brief": _ANY, "debrief": _ANY, "draft": _ANY, "forget": _ANY, "give": _ANY, "merge": 2, "path": _ANY, "plan": _ANY,
    "rename": 1, "show": _ANY, "snooze": _ANY,
}  # fmt: skip
# Command -> the option whose value is one.
NAMED_BY = {
    "dates": "--who", "followups": "--who", "give": "--who", "labels": "--who", "log": "--who", "network": "--around",
    "promises": "--who",
}  # fmt: skip
_SHELLS: dict[str, Callable[[str], str]] = {
    "bash_complete": lambda name: f"plain,{name}",
    "zsh_complete": lambda name: f"plain\n{name}\n_",
    "fish_complete": lambda name: f"plain,{name}",
}


def complete(environment: Mapping[str, str]) -> bool:
    """Answer the shell; False where that is for click to do, and nothing was printed."""
    shape = _SHELLS.get(environment["_VAULTNET_COMPLETE"])
    asked = _read(environment) if shape else None
    if shape is None or asked is None:
        return False
    from vaultnet.frontends.cli.names import names_that_begin
    from vaultnet.frontends.cli.output import harmless_line

    flags, typed = asked
    lines = "".join(f"{shape(harmless_line(name))}\n" for name in names_that_begin(flags, typed))
    sys.stdout.flush()
    sys.stdout.buffer.write(lines.encode("utf-8", "surrogateescape"))
    return True


def _read(environment: Mapping[str, str]) -> tuple[Flags, str] | None:
    """The global options and the word at the cursor, if that is plainly a name; None if not."""
    before, typed = _at_cursor(environment)
    if typed.startswith("-") or "=" in typed or "=" in before:
        return None
    flags = Flags()
    rest = _take_options(before, flags)
    return (flags, typed) if rest and _is_name(rest) else None


def _at_cursor(environment: Mapping[str, str]) -> tuple[list[str], str]:
    """The words before the one at the cursor, and that one: fish gives it itself, the other shells say which it is."""
    _, *words = _split(environment["COMP_WORDS"])
    cursor = environment["COMP_CWORD"]
    if environment["_VAULTNET_COMPLETE"] == "fish_complete":
        typed = _split(cursor)[0] if cursor else ""
        return (words[:-1] if typed and words[-1:] == [typed] else words), typed
    place = int(cursor) - 1
    return words[:place], words[place] if place < len(words) else ""


def _take_options(words: Sequence[str], flags: Flags) -> list[str] | None:
    """The words without `-C DIR` and `--today DATE`; None where click knows better."""
    rest: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word not in {"-C", "--today"}:
            rest.append(word)
            continue
        value = next(waiting, "-")
        if value.startswith("-"):
            return None
        if word == "-C":
            flags.directory = value
        elif parse_date(value) is None:
            return None
    return rest


def _is_name(words: Sequence[str]) -> bool:
    """Whether the word after these, of which the first is the command, is a name."""
    command, *given = words
    if given and given[-1] == NAMED_BY.get(command):
        return not any(word.startswith("-") for word in given[:-1])
    return len(given) < NAMES.get(command, 0) and not any(word.startswith("-") for word in given)


def _split(line: str) -> list[str]:
    """As the shell does it, whether or not its quotes are closed yet."""
    if not any(sign in line for sign in "\\'\""):
        return line.split()
    from shlex import shlex

    reader = shlex(line, posix=True)
    reader.whitespace_split = True
    reader.commenters = ""
    words: list[str] = []
    try:
        words.extend(reader)
    except ValueError:
        words.append(reader.token)
    return words
