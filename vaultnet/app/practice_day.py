"""The days on which one can practise: a clock at year 1, or a page for 9999, is a slip, and no calendar reaches beyond.

checked_day(date(2026, 6, 15))   ->   the same day        checked_day(date.min)   ->   UsageError
"""

from datetime import date, datetime

from vaultnet.errors import SettingsError, UsageError
from vaultnet.storage.config import SETTINGS_FILE

_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)


def checked_day(day: date) -> date:
    """A date in a note may be any; the day of a command or page has years before and after it."""
    if not _FIRST <= day <= _LAST:
        raise UsageError(f"{day} is no day for a page: give one between {_FIRST.year} and {_LAST.year}")
    return day


def moment_in(zone: str, moment: datetime) -> datetime:
    """The moment in a time zone, "" for its own; one of no zone is that moment there. Raises SettingsError."""
    if not zone:
        return moment
    from zoneinfo import ZoneInfo

    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:  # not found, or no name of a zone at all
        message = f'vault.timezone "{zone}" is no time zone: write one such as "Europe/Amsterdam"'
        raise SettingsError(message, path=SETTINGS_FILE) from error
    return moment.astimezone(place) if moment.tzinfo else moment.replace(tzinfo=place)
