"""The vault's settings files: `vaultnet.toml`, and what Obsidian and its plugins say about daily notes and tasks.

    config = read_config(root)
    config.fingerprint      -> "5f2c..."            cheap: TOML is parsed only when somebody asks for more
    config.rules.daily      -> DailyNotes("Journal", "YYYY/MM/YYYY-MM-DD", "Templates/Daily")

Only read, never written: Obsidian may be running.
"""

import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from vaultnet.errors import SettingsError
from vaultnet.storage.schema import INDEX_VERSION
from vaultnet.storage.small_file import Unusual, read_plainly
from vaultnet.text.blake2 import blake2b

if TYPE_CHECKING:  # settings and dates are much to load: not for a run that finds nothing changed
    from vaultnet.model.rules import DailyNotes, Rules
    from vaultnet.model.settings import Settings
    from vaultnet.storage.periodic_notes import Series
    from vaultnet.text.tasks_settings import TasksSettings

SETTINGS_FILE = "vaultnet.toml"
_CORE, _TEMPLATES, _PLUGINS = "daily-notes.json", "templates.json", "community-plugins.json"
_PERIODIC, _TASKS = "plugins/periodic-notes/data.json", "plugins/obsidian-tasks-plugin/data.json"
_TEMPLATER = "plugins/templater-obsidian/data.json"
_NOT_ENGLISH = rb"""language[ \t]{0,9}=[ \t]{0,9}["'](?!en["'])"""

_SERIES: "tuple[Series, ...]" = ("weekly", "quarterly", "yearly")


class Config:
    """Everything that decides how notes are read. Faults in `vaultnet.toml` raise SettingsError when it is parsed;
    faults in Obsidian's files mean that the default holds, as they do for Obsidian.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._toml = _read_toml(root)
        self._obsidian = obsidian_folder(root)
        self._parsed: dict[str, Mapping[str, Any]] = {}
        self._kept_tables: Mapping[str, Any] | None = None

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever anything changes that an answer depends on, besides the notes. Of Obsidian's files only
        what is used counts: it rewrites them whenever it likes.
        """
        used = (INDEX_VERSION, self._daily_data, self.template_folders, self._task_marks, self._series_templates)
        digest = blake2b(json.dumps(used, sort_keys=True).encode(), digest_size=16)
        digest.update(b"-" if self._toml is None else b"+" + self._toml)
        return digest.hexdigest()

    @cached_property
    def language(self) -> str:
        """The vault's language, for what is said before the settings are read, or of faults in them."""
        if self._toml is None or b"language" not in self._toml or not re.search(_NOT_ENGLISH, self._toml):
            return "en"
        import tomllib

        from vaultnet.model.settings_reader import written_language

        try:
            return written_language(tomllib.loads(self._toml.decode("utf-8-sig")))
        except (ValueError, RecursionError):
            return "en"  # `settings` says what is wrong with the file

    @cached_property
    def tables(self) -> Mapping[str, Any]:
        """`vaultnet.toml` as plain data."""
        return parse_tables(self._toml or b"", SETTINGS_FILE) if self._kept_tables is None else self._kept_tables

    @cached_property
    def settings(self) -> "Settings":
        return build_settings(self.tables, SETTINGS_FILE)

    @cached_property
    def daily(self) -> "DailyNotes":
        """Periodic Notes where it is on, else Obsidian's own daily notes, else `[daily]`, else `Daily/YYYY-MM-DD`."""
        from vaultnet.model.rules import DailyNotes

        default, own = DailyNotes(), self.settings.daily
        if self._daily_data:
            folder, form, template = self._daily_data
        else:
            folder, form, template = own.folder or default.folder, own.format, own.template
        return DailyNotes(folder.strip("/"), form or default.format, template.strip("/").removesuffix(".md"))

    def series(self, name: Literal["weekly", "quarterly", "yearly"]) -> "DailyNotes":
        """Weekly, quarterly or yearly notes: Periodic Notes where it is on, else `[weekly]` and so on, else Weekly/."""
        from vaultnet.storage.periodic_notes import series_of

        return series_of(self._periodic_notes(name), getattr(self.settings, name), name)

    @cached_property
    def tasks(self) -> "TasksSettings":
        """What the Tasks plugin says; its defaults where it is not there."""
        from vaultnet.text.tasks_settings import parse_tasks_settings

        return parse_tasks_settings(self._json(_TASKS))

    @cached_property
    def rules(self) -> "Rules":
        from vaultnet.model.rules import build_rules

        return build_rules(self.settings, self.daily, tasks=self.tasks)

    @cached_property
    def template_places(self) -> tuple[str, ...]:
        """Gitignore patterns of what is a template and no person: template folders and the daily template."""
        places = [f"/{_literal(folder)}/" for folder in self.template_folders if folder]
        own = (self.settings.weekly.template, self.settings.quarterly.template, self.settings.yearly.template)
        templates = filter(None, dict.fromkeys((self.daily.template, *self._series_templates, *own)))
        places += [f"/{_literal(template.strip('/').removesuffix('.md'))}.md" for template in templates]
        return tuple(places)

    @property
    def ignored(self) -> tuple[str, ...]:
        return (*self.template_places, *self.settings.vault.ignore)

    def kept(self) -> str:
        """What an index keeps of the settings: tomllib, and all that reads settings, is much to load."""
        # No setting is a date: those of a newer format are passed over.
        return f"{self.fingerprint}\n{json.dumps(self._needed(), default=str)}"

    def recall(self, kept: str) -> Mapping[str, Any]:
        """What every command needs: out of what was kept, if it is of these very files."""
        fingerprint, _, rest = kept.partition("\n")
        if fingerprint != self.fingerprint:
            return self._needed()
        known: Mapping[str, Any] = json.loads(rest)
        self._kept_tables = known.get("tables")  # an index may have been made before they were kept
        return known

    def _needed(self) -> Mapping[str, Any]:
        return {"ignored": self.ignored, "timezone": self.settings.vault.timezone, "tables": self.tables}

    @property
    def _task_marks(self) -> tuple[Any, ...]:
        """What decides which lines are tasks, and which of them are done; as it stands, so that it costs little."""
        data = self._json(_TASKS)
        return _text(data, "globalFilter"), data.get("statusSettings")

    @cached_property
    def _series_templates(self) -> tuple[str, ...]:
        """The templates of weekly, quarterly and yearly notes as Periodic Notes has them."""
        sections = filter(None, map(self._periodic_notes, _SERIES))
        return tuple(_text(section, "template") or _text(section, "templatePath") for section in sections)

    @cached_property
    def template_folders(self) -> tuple[str, ...]:
        folders = (_text(self._json(_TEMPLATES), "folder"), _text(self._json(_TEMPLATER), "templates_folder"))
        return tuple(folder.strip("/") for folder in folders)

    @cached_property
    def _daily_data(self) -> tuple[str, str, str] | None:
        """Folder, format and template of daily notes as Obsidian has them; None where it says nothing."""
        data = self._periodic_notes("daily") or self._json(_CORE)
        if not data:
            return None
        template = _text(data, "template") or _text(data, "templatePath")
        return _text(data, "folder"), _text(data, "format"), template

    def _periodic_notes(self, series: "Series") -> Mapping[str, Any] | None:
        if "periodic-notes" not in self._json(_PLUGINS).get("list", ()):
            return None
        from vaultnet.storage.periodic_notes import periodic_section

        return periodic_section(self._json(_PERIODIC), series)

    def _json(self, name: str) -> Mapping[str, Any]:
        if self._obsidian is None:
            return {}
        if name not in self._parsed:
            self._parsed[name] = _parse_json(_read_obsidian(self.root, f"{self._obsidian.name}/{name}"))
        return self._parsed[name]


def read_config(root: Path) -> Config:
    """The settings of the vault at `root`; reads a handful of small files, parses none yet."""
    return Config(root)


def parse_tables(data: bytes, path: str) -> Mapping[str, Any]:
    """The bytes of a settings file as plain data. Raises SettingsError."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"is not UTF-8 text (byte {error.start}): save it as UTF-8", path=path) from error
    except (ValueError, RecursionError) as error:  # of a number of 5,000 digits tomllib says a bare ValueError
        raise SettingsError(_toml_fault(error), path=path, line=_fault_line(error)) from error


def build_settings(tables: Mapping[str, Any], path: str) -> "Settings":
    """All faults are reported at once, as one SettingsError."""
    from vaultnet.model.settings_reader import parse_settings

    settings, faults = parse_settings(tables)
    if faults:
        raise SettingsError("\n".join(faults), path=path)
    return settings


def _toml_fault(error: Exception) -> str:
    """What is wrong in words for people: tomllib names a table by a Python tuple."""
    twice = re.compile(r"Cannot declare \((.+),?\) twice \(at line ([0-9]+),").match(str(error))
    if twice is None:
        return f"is not TOML: {error}"
    name = ".".join(re.findall(r"'([^']*)'", twice[1]))
    return f"[{name}] stands twice, the second time in line {twice[2]}: put all of it under one heading"


def _fault_line(error: Exception) -> int | None:
    """The line, which tomllib has in its words only."""
    told = re.search(r"\(at line ([0-9]+),", str(error))
    return int(told[1]) if told else None


def obsidian_folder(root: Path) -> Path | None:
    """The folder of Obsidian's settings: `.obsidian`, or the dot-folder that a user chose instead."""
    usual = root / ".obsidian"
    if usual.is_dir():
        return usual
    try:
        hidden = sorted(path for path in root.iterdir() if path.name.startswith(".") and path.is_dir())
    except OSError:
        return None  # the folder cannot be listed: the scan says so with its name
    return next((path for path in hidden if (path / "app.json").is_file()), None)


def _read_toml(root: Path) -> bytes | None:
    try:
        return read_plainly(str(root), SETTINGS_FILE)
    except Unusual:
        pass
    from vaultnet.storage.beneath import OutsideVault
    from vaultnet.storage.whole_read import NotAFile, Unsettled

    try:
        return _read_bytes(root, SETTINGS_FILE, is_strict=True)
    except OutsideVault as error:
        raise SettingsError("is a symlink that leads out of the vault", path=SETTINGS_FILE) from error
    except (NotAFile, Unsettled) as error:
        raise SettingsError("is not a file, or is being written to without a pause", path=SETTINGS_FILE) from error
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", path=SETTINGS_FILE) from error


def _read_obsidian(root: Path, path: str) -> bytes | None:
    try:
        return read_plainly(str(root), path)
    except Unusual:
        return _read_bytes(root, path)


def _read_bytes(root: Path, path: str, *, is_strict: bool = False) -> bytes | None:
    """A file's bytes, None if it is not there, or, unless `is_strict`, if anything keeps it from being read."""
    from vaultnet.storage.beneath import OutsideVault, open_folder
    from vaultnet.storage.system_calls import SYSTEM
    from vaultnet.storage.whole_read import NotAFile, Unsettled, read_whole

    try:
        with open_folder(root, path, SYSTEM) as place:
            return read_whole(place, SYSTEM).data
    except (OSError, OutsideVault, NotAFile, Unsettled) as error:
        if is_strict and not isinstance(error, FileNotFoundError | NotADirectoryError):
            raise
        return None


def _parse_json(data: bytes | None) -> Mapping[str, Any]:
    try:
        parsed = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}  # as Obsidian does: a settings file it cannot read means the defaults
    return parsed if isinstance(parsed, dict) else {"list": parsed if isinstance(parsed, list) else []}


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""


def _literal(path: str) -> str:
    """A path as a gitignore pattern that means just this path."""
    return re.sub(r"([\\*?\[])", r"\\\1", path)
