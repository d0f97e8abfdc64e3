"""The practice in figures, as values to draw and as the `vaultnet.stats/1` object.

choose_days(workspace, "", None)        ->   (date(2025, 6, 16), date(2026, 6, 15))      52 weeks, this one with them
measure_stats(workspace, first, until)  ->   Stats(weeks=(...), months=(...), ...)
"""

from datetime import date
from typing import Any

from vaultnet.app.review import week_start
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.stretch import stretch_of
from vaultnet.practice.stats import Stats, build_stats
from vaultnet.practice.tier_share import TierShare
from vaultnet.storage.network import touch_days

_WEEKS_BEFORE = 51 * 7  # days from the first of 52 weeks to the first of this one
_YEARS = range(1, 10_000)


def choose_days(workspace: Workspace, since: str, year: int | None) -> tuple[date, date]:
    """The first and the last day of what is asked for: a year, or since a day; the last 52 weeks where nothing is.

    Nothing is counted before the first touch. Raises UsageError, also for what has not begun.
    """
    today = workspace.today
    if since and year is not None:
        raise UsageError("--since and --year are two stretches: ask for one of them")
    if year is not None:
        if year not in _YEARS or year > today.year:
            raise UsageError(f"--year {year} has not begun: there is nothing to count yet")
        return date(year, 1, 1), min(date(year, 12, 31), today)
    if not since:
        monday = stretch_of("week", today, week_start(workspace)).first
        return date.fromordinal(max(monday.toordinal() - _WEEKS_BEFORE, 1)), today
    first = workspace.natural_date(since)
    if first > today:
        raise UsageError(f"--since {first.isoformat()} has not come: there is nothing to count yet")
    begun = min((days[0] for days in touch_days(workspace.connection, today).values()), default=first)
    return max(first, begun), today


def measure_stats(workspace: Workspace, first: date, until: date) -> Stats:
    """The figures of a stretch, as of its last day."""
    days = touch_days(workspace.connection, until)
    return build_stats(workspace.network(until), days, workspace.config.settings, first, until)


def stats_object(stats: Stats) -> dict[str, Any]:
    """The JSON object; shares are between 0 and 1, everything else counts touches or people of the whole network."""
    return {
        "first": stats.first.isoformat(),
        "until": stats.until.isoformat(),
        "touches": stats.touches,
        "weeks": [{**week._asdict(), "first": week.first.isoformat()} for week in stats.weeks],
        "months": [
            {
                "first": month.first.isoformat(),
                "in_person": month.in_person,
                "live": month.live,
                "written": month.written,
                "gave": month.gave,
                "received": month.received,
                "asked": month.asked,
                "new": month.new,
                "known": month.known,
            }
            for month in stats.months
        ],
        "undated": stats.undated,
        "kinds": [{"kind": kind, "touches": count} for kind, count in stats.kinds],
        "tiers": [_tier(tier) for tier in stats.tiers],
        "replies": [rate._asdict() for rate in stats.replies],
        "pattern": {
            "state": stats.pattern.state,
            "bursts": [day.isoformat() for day in stats.pattern.bursts],
            "quiet": [
                {"first": stretch.first.isoformat(), "last": stretch.last.isoformat(), "weeks": stretch.weeks}
                for stretch in stats.pattern.quiet
            ],
        },
    }


def _tier(tier: TierShare) -> dict[str, Any]:
    return {"name": tier.name, "contacts": tier.contacts, "heard_from": round(tier.share, 3)}
