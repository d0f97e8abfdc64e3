r"""A new weekly, quarterly or yearly note from the user's own template, as the Periodic Notes plugin would make it.

fill_periodic("# {{title}}\n{{monday:D MMM}}\n", "Weekly/2026-W25.md", datetime(2026, 6, 15), series, ENGLISH)
-> "# 2026-W25\n15 Jun\n"

Besides what `daily_note.py` fills in: `{{monday:FORMAT}}` to `{{sunday:FORMAT}}` are the days of the week, and a
`{{date}}` without a format is written in the note's own.
"""

import re
from datetime import datetime, timedelta

from vaultnet.edits.daily_note import fill_template
from vaultnet.model.moment import format_moment
from vaultnet.model.moment_locale import MomentLocale
from vaultnet.model.rules import DailyNotes

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\{{\{{\s{{0,9}}({'|'.join(_DAYS)})\s{{0,9}}:([^{{}}\n]{{1,100}})\}}\}}", re.IGNORECASE)
_BARE_DATE = re.compile(r"\{\{\s{0,9}date\s{0,9}\}\}", re.IGNORECASE)


def fill_periodic(template: str, path: str, first: datetime, series: DailyNotes, locale: MomentLocale) -> str:
    """The template filled in; `first` is the first day of the week, quarter or year, at the present time."""

    def weekday(match: re.Match[str]) -> str:
        day = first + timedelta(days=(_DAYS.index(match[1].lower()) - first.weekday()) % len(_DAYS))
        return format_moment(match[2].strip(), day, locale=locale)

    text = _WEEKDAY.sub(weekday, template)
    text = _BARE_DATE.sub(lambda _match: format_moment(series.format, first, locale=locale), text)
    return fill_template(text, path, first, locale, day_format="YYYY-MM-DD")
