"""What the Periodic Notes plugin says about daily, weekly, quarterly and yearly notes.

periodic_section({"weekly": {"enabled": true, "folder": "Weeks"}}, "weekly")   ->   {"enabled": True, "folder": "Weeks"}
series_of(section, PeriodicSettings(), "weekly")   ->   DailyNotes("Weeks", "gggg-[W]ww", "")

Two layouts of its `data.json`: `weekly` until version 0.0.17, calendar sets with `week` from 1.0 on.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:  # much to load, and a run that finds nothing changed asks for no more than the section
    from vaultnet.model.rules import DailyNotes
    from vaultnet.model.settings import PeriodicSettings

Series = Literal["daily", "weekly", "quarterly", "yearly"]

_UNITS: Mapping[str, str] = {"daily": "day", "weekly": "week", "quarterly": "quarter", "yearly": "year"}
_PLUGIN_FORMATS: Mapping[str, str] = {"weekly": "gggg-[W]ww", "quarterly": "YYYY-[Q]Q", "yearly": "YYYY"}
_DEFAULTS: Mapping[str, tuple[str, str]] = {  # folder and format without the plugin
    "weekly": ("Weekly", "GGGG-[W]WW"),
    "quarterly": ("Reviews", "YYYY-[Q]Q"),
    "yearly": ("Reviews", "YYYY"),
}


def periodic_section(data: Mapping[str, Any], series: Series) -> Mapping[str, Any] | None:
    """The plugin's settings for one kind of note; None where it is not on for them."""
    section = data.get(series)
    sets = data.get("calendarSets")
    for calendars in sets if isinstance(sets, list) else ():
        if isinstance(calendars, dict) and calendars.get("id") == data.get("activeCalendarSet"):
            section = calendars.get(_UNITS[series])
    return section if isinstance(section, dict) and section.get("enabled") else None


def series_of(section: Mapping[str, Any] | None, own: "PeriodicSettings", series: Series) -> "DailyNotes":
    """Where weekly, quarterly or yearly notes live: as the plugin says, else `vaultnet.toml`, else the default."""
    if section is not None:
        folder, form = _text(section, "folder"), _text(section, "format") or _PLUGIN_FORMATS[series]
        return _tidy(folder, form, _text(section, "template") or _text(section, "templatePath"))
    folder, form = _DEFAULTS[series]
    return _tidy(own.folder or folder, own.format or form, own.template)


def _tidy(folder: str, form: str, template: str) -> "DailyNotes":
    from vaultnet.model.rules import DailyNotes

    return DailyNotes(folder.strip("/"), form, template.strip("/").removesuffix(".md"))


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""
