"""Who somebody is besides being in touch: what they do, where, for whom now and before, and what they are to me.

company: "[[Brightquay]]"                                    ->  Job("Brightquay", path, ..., is_over=False)
positions: [{company: "[[Lekbrug]]", to: 2025-01-31}]        ->  Job("Lekbrug", path, ..., is_over=True)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_DAY = lazy_pattern(r"\d{4}(?:-\d{2}){0,2}")
_WHOLE_DAY = 10  # characters
_STILL = frozenset({"present", "now", "today", "current", "ongoing", "heute", "jetzt", "aktuell", "-", "–", "…", "..."})


class Job(NamedTuple):
    """Work for one organization. `organization` is what a reader sees, `path` its note's, "" where it has none; `start`
    and `end` as written.
    """

    organization: str
    path: str
    role: str
    start: str = ""
    end: str = ""
    is_over: bool = False


class Background(NamedTuple):
    """One contact. `country` is an ISO code, "" where the note names none; `relationship` are the note's own words."""

    path: str
    uid: str
    name: str
    role: str = ""
    location: str = ""
    country: str = ""
    relationship: tuple[str, ...] = ()
    jobs: tuple[Job, ...] = ()


def has_ended(end: str, today: date) -> bool:
    """Whether a job that was `to` a day, a month, a year or some words is over; a last day still counts as work."""
    if not end or fold(end) in _STILL:
        return False
    if not _DAY.fullmatch(end):
        return True
    reached = today.isoformat()[: len(end)]
    return end < reached if len(end) == _WHOLE_DAY else end <= reached
