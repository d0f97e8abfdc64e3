"""The language of weekdays and months in the names of dated notes: that of the notes which are there.

    [vault] language = "de", format "YYYY-MM-DD ddd", and in the folder `2026-06-12 Fri.md`, `2026-06-15 Mon.md`
    name_locale(workspace, daily, date(2026, 6, 16))  ->  English names: the new note is `2026-06-16 Tue.md`

Obsidian names its notes in the language of its menus, which no file of the vault tells: what most notes do is
followed, and where there is none yet, the vault's own language.
"""

from datetime import date

from vaultnet.app.workspace import Workspace
from vaultnet.edits.daily_note import daily_note_path
from vaultnet.model.moment import parse_moment
from vaultnet.model.moment_locale import MomentLocale
from vaultnet.model.rules import DailyNotes
from vaultnet.storage.note_paths import paths_beneath


def name_locale(workspace: Workspace, series: DailyNotes, day: date) -> MomentLocale:
    """How the note of that day is named; notes whose names are the same in both languages say nothing."""
    own, *others = workspace.config.rules.read_locales()
    path = daily_note_path(series, day, own)
    if all(daily_note_path(series, day, other) == path for other in others):
        return own
    names = [_name(path, series) for path in paths_beneath(workspace.connection, series.folder)]
    count = {
        locale: sum(parse_moment(name, series.format, locale=locale) is not None for name in names)
        for locale in (own, *others)
    }
    return max(count, key=lambda locale: count[locale])


def _name(path: str, series: DailyNotes) -> str:
    """What the format has to read: the path without its folder and ending."""
    return path.removeprefix(f"{series.folder}/" if series.folder else "").removesuffix(".md")
