r"""How a property that both sides changed is written, so that the note still reads (promise D13).

    ---
    tier: close
    tier__theirs: warm
    ---
    # Ada
    > [!warning] Two versions: tier
    > Keep one of each pair ...

A property that theirs removed has the twin `tier__theirs: # removed`; one that ours removed stands there as its twin
alone. The words of the box are the same bytes on every machine, in every language: two merges of the same versions
must not differ.
"""

from collections.abc import Sequence
from typing import Final

from vaultnet.text.line import next_line
from vaultnet.text.property_conflict import THEIRS
from vaultnet.text.three_way.property_lines import Entry, colon_of

_REMOVED: Final = ": # removed"
_TITLE: Final = "> [!warning] Two versions: "
_ADVICE: Final = (
    "> Keep one of each pair in the properties, `key` or `key__theirs`, under the name `key`, and remove this box."
)


def twin_lines(ours: Entry | None, theirs: Entry | None) -> tuple[str, ...]:
    """The lines of both versions, without the comments above them; None for the side that removed the key."""
    mine = ours.lines if ours else ()
    source = theirs or ours
    assert source is not None
    first = (ours or source).lines[0]
    key = first[: colon_of(first)].rstrip(" \t")
    renamed = f"{key[:-1]}{THEIRS}{key[-1]}" if key[0] in "\"'" else f"{key}{THEIRS}"
    if theirs is None:
        return (*mine, f"{renamed}{_REMOVED}")
    value = theirs.lines[0][colon_of(theirs.lines[0]) :]
    return (*mine, f"{renamed}{value}", *theirs.lines[1:])


def is_removal(line: str) -> bool:
    """True for a twin's line that says: theirs has no such key any more."""
    return line.rstrip("\r\n").endswith(f"{THEIRS}{_REMOVED}")


def callout_lines(keys: Sequence[str]) -> tuple[str, ...]:
    """The box under the title; a blank line parts it from what follows."""
    return (f"{_TITLE}{', '.join(keys)}", _ADVICE, "")


def callout_place(lines: Sequence[str]) -> int:
    """The place in the body: below the title where it begins with one, else on top of it; blank lines there stay above,
    so that none stands twice.
    """
    first = next((place for place, line in enumerate(lines) if line.strip()), -1)
    place = first + 1 if first >= 0 and lines[first].startswith("# ") else 0
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def remove_callout(text: str) -> str:
    """The note without the box and the blank line below it; the same text where there is none.

    Words that somebody wrote into the box stay.
    """
    start = text.find(f"\n{_TITLE}") + 1
    if not start:
        return text
    end = next_line(text, start)
    if text.startswith(_ADVICE, end):
        end = next_line(text, end)
    if end < len(text) and not text[end : next_line(text, end)].strip():
        end = next_line(text, end)
    return text[:start] + text[end:]
