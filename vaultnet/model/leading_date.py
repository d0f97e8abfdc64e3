"""The day with which a line of a log begins, in every form in which people write it.

"2026-05-02 coffee: ..."   "[[2026-04-03]] email from: ..."   "**2026/05/02** - call"   "[[Daily/2026-05-02|Sat]]"
-> LeadingDate(date(2026, 5, 2), where its words begin)
"""

import re
from datetime import date
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.list_item import ListItem

_LEADING = lazy_pattern(
    r"""(?:\*\*|__|\()?
    (?: \[\[([^\[\]|\n]{1,80})(?:\|[^\[\]\n]{0,80})?\]\]
      | ([0-9]{4}(?:([-/.])[0-9]{1,2}\3[0-9]{1,2}|[0-9]{4}))(?:(?![\w-])|(?=[Tt][0-9])) )
    (?:\*\*|__|\))?""",
    re.VERBOSE,
)
_MARKS = frozenset("*_([")
_LINK_WITH_NUMBER = lazy_pattern(r"\[\[[^\[\]\n0-9]{0,80}[0-9][^\[\]\n]{0,80}\]\]")


class LeadingDate(NamedTuple):
    """`end`: behind the date and the marks around it."""

    day: date
    end: int


def leading_date(text: str, start: int, end: int, rules: Rules) -> LeadingDate | None:
    """The date at `start`; None where the words begin with anything else."""
    match = _LEADING.match(text, start, end)
    if match is not None:
        day = rules.date(match[2] or f"[[{match[1]}]]")
        return LeadingDate(day, match.end()) if day else None
    if rules.own_date is None:
        return None
    own = rules.own_date.match(text, start, end)
    day = rules.date(own[1]) if own else None
    return LeadingDate(day, own.end(1)) if own and day else None


def tells_a_day(text: str, item: ListItem) -> bool:
    """True for an item that may begin with a date, told by its first characters: cheap, for all items of a vault."""
    start = item.text_start
    first = text[start : start + 1]
    if first.isdigit():
        return True
    marked = first in _MARKS and text[start : start + 5].lstrip("*_([")[:1].isdigit()
    return marked or (first == "[" and _LINK_WITH_NUMBER.match(text, start) is not None)
