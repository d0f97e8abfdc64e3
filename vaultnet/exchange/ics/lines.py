r"""The lines of an iCalendar file, put together again where they were folded.

[*unfold_lines("SUMMARY:Lunch\r\n  with Ada\r\nEND:VEVENT\r\n")]  ->  [(1, "SUMMARY:Lunch with Ada"), (3, "END:VEVENT")]
"""

import re
from collections.abc import Iterator

_END = re.compile(r"\r\n?|\n")


def unfold_lines(text: str) -> Iterator[tuple[int, str]]:
    """(line number from 1 of its beginning, the whole line), whatever the line ends; empty lines are left out."""
    start, parts = 0, [""]
    for number, physical in enumerate(_END.split(text), start=1):
        if physical[:1] in {" ", "\t"} and start:
            parts.append(physical[1:])
            continue
        if any(parts):
            yield start, "".join(parts)
        start, parts = number, [physical]
    if any(parts):
        yield start, "".join(parts)
