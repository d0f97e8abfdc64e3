r"""A new daily note, made from the user's own template as Obsidian would make it.

fill_template("# {{title}}\n{{date:dddd}}\n", "2026-06-15", datetime(2026, 6, 15), ENGLISH, day_format="YYYY-MM-DD")
-> "# 2026-06-15\nMonday\n"
"""

import re
from datetime import date, datetime, timedelta

from vaultnet.model.dates import add_unit
from vaultnet.model.moment import format_moment
from vaultnet.model.moment_locale import MomentLocale
from vaultnet.model.rules import DailyNotes
from vaultnet.text.lazy_pattern import lazy_pattern

# As Obsidian's core templates and the Periodic Notes plugin read them: an offset, then a format.
_VARIABLE = lazy_pattern(
    r"\{\{\s{0,9}(date|time)\s{0,9}(?:([+-]\d{1,4})([yqmwdhs])\s{0,9})?(?::([^{}\n]{1,100}))?\}\}", re.IGNORECASE
)
_WORD = lazy_pattern(r"\{\{\s{0,9}(title|yesterday|tomorrow)\s{0,9}\}\}", re.IGNORECASE)
_UNITS = {"d": ("day", 1), "w": ("week", 1), "m": ("month", 1), "q": ("month", 3), "y": ("year", 1)}
_DEFAULT = {"date": "YYYY-MM-DD", "time": "HH:mm"}


def daily_note_path(daily: DailyNotes, day: date, locale: MomentLocale) -> str:
    """The path of a day's note; the format may make folders of its own."""
    name = format_moment(daily.format, day, locale=locale)
    return f"{daily.folder}/{name}.md" if daily.folder else f"{name}.md"


def needs_templater(template: str) -> bool:
    """`<% ... %>`: code that only the Templater plugin can run; to write it unrun would leave a broken note."""
    return "<%" in template


def fill_template(template: str, path: str, moment: datetime, locale: MomentLocale, *, day_format: str) -> str:
    """The template with Obsidian's variables filled in; whatever else stands in braces stays as it is."""
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    days = {"title": stem}
    for word, step in (("yesterday", -1), ("tomorrow", 1)):
        days[word] = format_moment(day_format, moment.date() + timedelta(days=step), locale=locale)
    text = _WORD.sub(lambda match: days[match[1].lower()], template)
    return _VARIABLE.sub(lambda match: _variable(match, moment, locale), text)


def _variable(match: re.Match[str], moment: datetime, locale: MomentLocale) -> str:
    what, count, unit, fmt = match[1].lower(), match[2], match[3], match[4]
    if count:
        moment = _moved(moment, int(count), unit.lower())
    return format_moment(fmt.strip() if fmt else _DEFAULT[what], moment, locale=locale)


def _moved(moment: datetime, count: int, unit: str) -> datetime:
    if unit in {"h", "s"}:
        return moment + timedelta(hours=count if unit == "h" else 0, seconds=count if unit == "s" else 0)
    name, factor = _UNITS[unit]
    day = add_unit(moment.date(), count * factor, name)  # type: ignore[arg-type]
    return datetime.combine(day, moment.timetz())
