"""One line on stderr that is written over and over, for what goes on; what has been done stays above it.

    line = StatusLine(is_live=True)
    line.show("09:41  1 note changed: People/Ada.md")      in place of what it said before
    line.keep("09:41  Wrote Daily/2026-06-15.md")          above it, for good

Where nobody looks (a log, a service) each is a line of its own.
"""

import os
import sys

from vaultnet.frontends.cli.output import print_in_place, print_note

_USUAL_COLUMNS = 80


def is_live(*, no_color: bool) -> bool:
    """Whether stderr is a terminal that can go back to the beginning of a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not no_color


class StatusLine:
    """Remembers what it says, to say it again below what is kept."""

    def __init__(self, *, is_live: bool) -> None:
        self._is_live = is_live
        self._shown = ""

    def show(self, text: str) -> None:
        if not self._is_live:
            print_note(text)
            return
        self._shown = text.partition("\n")[0][: _columns() - 1]
        print_in_place(self._shown)

    def keep(self, text: str) -> None:
        if not self._is_live:
            print_note(text)
            return
        print_in_place("")
        print_note(text)
        print_in_place(self._shown)

    def end(self) -> None:
        """Nothing goes on any more."""
        self._shown = ""
        if self._is_live:
            print_in_place("")


def _columns() -> int:
    """A terminal that does not know how wide it is says 0."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_COLUMNS
    except OSError:  # no terminal after all
        return _USUAL_COLUMNS
