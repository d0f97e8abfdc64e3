r"""The marks git leaves where it could not merge.

"<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n"  ->  Problem("conflict-markers", line=1, ...)
"""

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.problem import MOST_PROBLEMS, Problem

_MIDDLE = lazy_pattern(r"\n=======\r?\n")


def find_conflicts(text: str, start: int) -> list[Problem]:
    """A problem for each unresolved conflict behind `start`: all three marks, each at the start of a line."""
    problems: list[Problem] = []
    if "<" not in text:  # one sign is found many times faster than seven
        return problems
    line, counted = 1, 0
    place = _find_line(text, "<<<<<<< ", start)
    while place >= 0 and len(problems) < MOST_PROBLEMS:
        middle = _MIDDLE.search(text, place)
        end = _find_line(text, ">>>>>>> ", middle.end()) if middle else -1
        if end < 0:
            break
        message = "git left a conflict here: choose one of the two versions and remove the marks, or `vaultnet resolve`"
        line += text.count("\n", counted, place)
        counted = place
        problems.append(Problem("conflict-markers", message, line, blocks_writing=True))
        place = _find_line(text, "<<<<<<< ", end)
    return problems


def _find_line(text: str, beginning: str, start: int) -> int:
    """The first line at or behind `start` (itself a line's start) that begins so, or -1."""
    if text.startswith(beginning, start):
        return start
    place = text.find(f"\n{beginning}", start)
    return place + 1 if place >= 0 else -1
