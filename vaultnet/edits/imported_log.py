"""Many touches at once into one note's log: years of mails with a friend are written as fast as one.

## Log                               ## Log
- 2026-06-01 call             ->     - 2026-06-01 call
                                     - 2026-05-03 email to
                                     - 2026-05-01 email from

The two ends of a run of days between two lines of the log go where `log_touch` puts them; the rest stands between.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from vaultnet.edits.log import fresh_lines, log_touch, move_last_contact
from vaultnet.model.log import read_log
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document, parse_document
from vaultnet.text.section import refuse_if_broken


class LoggedLine(NamedTuple):
    """A line without its bullet, as `log_line` makes it, and its day."""

    day: date
    line: str


def log_all(text: str, touches: Iterable[LoggedLine], rules: Rules) -> str:
    """The note with the lines that it lacks; `touches` by day and time. Raises Refused as `log_touch` does."""
    wanted = list(touches)
    if not wanted:
        return text
    document = parse_document(text)
    refuse_if_broken(document)
    fresh = set(fresh_lines(document, [one.line for one in wanted], rules))
    lines = list({one.line: one for one in wanted if one.line in fresh}.values())
    days = sorted(row.date for row in read_log(document, rules))
    after = text
    for _, run in groupby(lines, key=lambda one: bisect_left(days, one.day.isoformat())):
        after = _log_run(after, list(run), rules)
    return move_last_contact(after, max(one.day for one in wanted), rules)


def _log_run(text: str, run: Sequence[LoggedLine], rules: Rules) -> str:
    """Lines between which the log has no other; where they would not be read as meant, one after another."""
    oldest, newest = run[0], run[-1]
    ends = _log_each(text, (oldest, newest), rules)
    if len(run) <= 2:  # noqa: PLR2004
        return ends
    between = [one.line for one in run[1:-1]]
    return _filled(ends, oldest.line, newest.line, between, rules) or _log_each(text, run, rules)


def _log_each(text: str, run: Sequence[LoggedLine], rules: Rules) -> str:
    for one in dict.fromkeys(run):
        text = log_touch(text, (one.line,), one.day, rules)
    return text


def _filled(text: str, oldest: str, newest: str, between: Sequence[str], rules: Rules) -> str:
    """The lines between the two that stand already, in their style and order; "" where that is not read as meant."""
    document = parse_document(text)
    starts = {item.text_start for item in document.items}
    places = [(at, at + len(line)) for line in (oldest, newest) for at in sorted(starts) if _is_line(text, at, line)]
    if len(places) != 2:  # noqa: PLR2004  (a note that says the same line twice)
        return ""
    upper, lower = sorted(places)
    between = between if places[0] == upper else between[::-1]
    gap = text[upper[1] : lower[0]]  # the line end, a blank line where the list has them, indentation and bullet
    if gap.strip(" \t\r\n-*+"):
        return ""
    filled = text[: upper[1]] + "".join(f"{gap}{line}" for line in between) + text[upper[1] :]
    return filled if _is_read(document, filled, len(between), rules) else ""


def _is_line(text: str, at: int, line: str) -> bool:
    return text.startswith(line, at) and text[at + len(line) : at + len(line) + 1] in {"\n", "\r", ""}


def _is_read(document: Document, filled: str, added: int, rules: Rules) -> bool:
    """Every line is read as a touch of its own, and all others as before."""
    rows = Counter(row._replace(line=0) for row in read_log(document, rules))
    changed = parse_document(filled)
    new = Counter(row._replace(line=0) for row in read_log(changed, rules))
    is_more = (new - rows).total() == added and not rows - new
    return is_more and len(changed.problems) <= len(document.problems)
