"""The command line's own words for the practice's values: lengths of time, states, kinds; in the vault's language.

gap_words(Gap(7, "month"))   ->   "7 months"        when_words(date(2026, 6, 18), date(2026, 6, 15))  ->  "in 3 days"
"""

from datetime import date
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.language.speech import said_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaultnet.model.dates import Gap


def _length(gap: "Gap") -> str:
    count = abs(gap.count)
    return f"{count} {gap.unit}{'' if count == 1 else 's'}"


def gap_words(gap: "Gap") -> str:
    return said_part(_length(gap))


def kind_words(kind: str) -> str:
    """A kind of touch by its usual word: `call`, in German `Anruf`."""
    return said_part(kind)


def state_words(state: str) -> str:
    """How things stand, in a word: `snoozed`, `cooling`, `never`."""
    return said_part(state)


def when_words(day: date, today: date) -> str:
    """A day as seen from today: "today", "tomorrow", "in 3 weeks", "2 months ago"."""
    from vaultnet.model.dates import Gap, describe_gap

    gap = describe_gap(day, today)
    near = {Gap(0, gap.unit): "today", Gap(1, "day"): "yesterday", Gap(-1, "day"): "tomorrow"}.get(gap)
    return said_part(near or (f"in {_length(gap)}" if gap.count < 0 else f"{_length(gap)} ago"))


def month_words(month: int) -> str:
    """`6` is "June"."""
    return said_part(_month(month))


def day_words(day: date, today: date) -> str:
    """A day of the calendar: "29 June", with its year where that is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return said_part(f"{day.day} {_month(day.month)}{year}")


def _month(month: int) -> str:
    from vaultnet.model.moment_locale import words_of

    return words_of("en").months[month - 1]


def rest_words(rest: "Mapping[str, str]", today: date) -> str:
    """`rests until 29 June: left open on 15 June`."""
    until, since = (day_words(date.fromisoformat(rest[key]), today) for key in ("until", "since"))
    became = {"let_go": "let go", "moved": "put off"}.get(rest["because"], "left open")
    return said_part(f"rests until {until}: {became} on {since}")


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 contact`, `2 contacts`, `3 people` (with many="people")."""
    return said_part(f"{count:,} {one if count == 1 else many or one + 's'}")
