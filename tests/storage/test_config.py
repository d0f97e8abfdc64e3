"""What decides how notes are read: `vaultnet.toml`, and what Obsidian's own files say."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.storage.indexed import put
from vaultnet.errors import SettingsError
from vaultnet.model.rules import DailyNotes
from vaultnet.storage.config import read_config


def obsidian(vault: Path, files: dict[str, Any], folder: str = ".obsidian") -> None:
    for name, data in files.items():
        put(vault, f"{folder}/{name}.json", data if isinstance(data, str) else json.dumps(data))


def daily(vault: Path) -> DailyNotes:
    return read_config(vault).daily


PERIODIC = {"enabled": True, "folder": "/Journal/", "format": "YYYY/MM/DD"}


def test_daily_notes_without_settings(vault: Path) -> None:
    assert daily(vault) == DailyNotes("Daily", "YYYY-MM-DD", "")


def test_daily_notes_of_vaultnet_toml(vault: Path) -> None:
    put(vault, "vaultnet.toml", "[daily]\nfolder = 'Log'\nformat = 'DD-MM-YYYY'\ntemplate = 'T/Day.md'\n")
    assert daily(vault) == DailyNotes("Log", "DD-MM-YYYY", "T/Day")


def test_daily_notes_of_obsidian(vault: Path) -> None:
    put(vault, "vaultnet.toml", "[daily]\nfolder = 'Log'\n")
    obsidian(vault, {"daily-notes": {"folder": "Days", "format": "", "template": "T/Day"}})
    assert daily(vault) == DailyNotes("Days", "YYYY-MM-DD", "T/Day")


def test_periodic_notes(vault: Path) -> None:
    data = {"daily": PERIODIC | {"template": "T/Day.md"}}
    obsidian(vault, {"daily-notes": {"folder": "Days"}, "plugins/periodic-notes/data": data})
    assert daily(vault).folder == "Days"  # the plugin is there but off
    obsidian(vault, {"community-plugins": ["periodic-notes"]})
    assert daily(vault) == DailyNotes("Journal", "YYYY/MM/DD", "T/Day")


def test_periodic_notes_1_0(vault: Path) -> None:
    sets = [
        {"id": "other", "day": {"enabled": True, "folder": "No"}},
        {"id": "mine", "day": PERIODIC | {"templatePath": "T/D.md"}},
    ]
    data = {"calendarSets": sets, "activeCalendarSet": "mine"}
    obsidian(vault, {"community-plugins": ["periodic-notes"], "plugins/periodic-notes/data": data})
    assert daily(vault) == DailyNotes("Journal", "YYYY/MM/DD", "T/D")


def test_another_name_for_obsidians_folder(vault: Path) -> None:
    obsidian(vault, {"app": {}, "daily-notes": {"folder": "Days"}}, ".obsidian-phone")
    assert daily(vault).folder == "Days"


@pytest.mark.parametrize("broken", ["{", "[]", "7", "null", '"text"', '{"folder": ["x"], "format": 7}', "[" * 100_000])
def test_broken_files_of_obsidian_mean_the_default(vault: Path, broken: str) -> None:
    names = ("daily-notes", "templates", "community-plugins", "plugins/obsidian-tasks-plugin/data")
    obsidian(vault, dict.fromkeys(names, broken))
    config = read_config(vault)
    assert (config.daily.format, config.rules.tasks.global_filter) == ("YYYY-MM-DD", "")
    assert config.ignored == ()


def test_a_byte_order_mark_is_no_matter(vault: Path) -> None:
    put(vault, "vaultnet.toml", b"\xef\xbb\xbf[agenda]\npeople = 3\n")
    assert read_config(vault).settings.agenda.people == 3


def test_all_faults_at_once(vault: Path) -> None:
    put(vault, "vaultnet.toml", "[agenda]\npeple = 3\nminutes = 'ten'\n[nonsense]\n")
    with pytest.raises(SettingsError, match=r"agenda\.peple.*did you mean agenda\.people") as caught:
        _ = read_config(vault).settings
    assert "minutes" in caught.value.message
    assert "nonsense" in caught.value.message
    assert caught.value.path == "vaultnet.toml"


@pytest.mark.parametrize("data", [b"= 3", b"\xff", b"a = " + b"[" * 5000])
def test_what_is_not_toml(vault: Path, data: bytes) -> None:
    put(vault, "vaultnet.toml", data)
    with pytest.raises(SettingsError, match=r"^is not") as caught:
        _ = read_config(vault).settings
    assert caught.value.path == "vaultnet.toml"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("[vault]\n[daily]\n[vault]\n", "[vault] stands twice, the second time in line 3", 3),
        ("[a.b]\n[a.b]\n", "[a.b] stands twice, the second time in line 2", 2),
        ("[vault]\nlanguage = 'en'\nlanguage = 'de'\nx = 1\n", "is not TOML: Cannot overwrite a value", 3),
        ("[vault", "is not TOML: Expected ']'", None),
    ],
)
def test_a_fault_of_toml_is_told_as_it_is_written_and_where(
    vault: Path, text: str, said: str, line: int | None
) -> None:
    put(vault, "vaultnet.toml", text)
    with pytest.raises(SettingsError) as caught:
        _ = read_config(vault).settings
    assert said in caught.value.message
    assert caught.value.line == line


def test_settings_outside_the_vault_are_not_read(vault: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere.toml", "[agenda]\npeople = 9\n")
    (vault / "vaultnet.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(SettingsError, match="out of the vault"):
        read_config(vault)


def test_a_folder_instead_of_the_settings(vault: Path) -> None:
    (vault / "vaultnet.toml").mkdir()
    with pytest.raises(SettingsError):
        read_config(vault)


CHANGES: dict[str, tuple[str, str, bool]] = {
    "a setting": ("vaultnet.toml", "[agenda]\npeople = 3\n", True),
    "an empty settings file": ("vaultnet.toml", "", True),
    "the daily notes": (".obsidian/daily-notes.json", '{"folder": "Days"}', True),
    "the template folder": (".obsidian/templates.json", '{"folder": "T"}', True),
    "the task filter": (".obsidian/plugins/obsidian-tasks-plugin/data.json", '{"globalFilter": "#task"}', True),
    "a mark of Tasks": (".obsidian/plugins/obsidian-tasks-plugin/data.json", '{"statusSettings": {"a": 1}}', True),
    "another setting of Tasks": (".obsidian/plugins/obsidian-tasks-plugin/data.json", '{"x": 1}', False),
    "Obsidian's look": (".obsidian/appearance.json", '{"theme": "dark"}', False),
    "another plugin": (".obsidian/community-plugins.json", '["dataview"]', False),
    "a plugin that is off": (".obsidian/plugins/periodic-notes/data.json", '{"daily": {"enabled": true}}', False),
    "a note": ("Ada.md", "", False),
}


@pytest.mark.parametrize(("path", "text", "matters"), CHANGES.values(), ids=CHANGES)
def test_the_fingerprint_changes_exactly_when_an_answer_might(vault: Path, path: str, text: str, matters: bool) -> None:
    obsidian(vault, {"app": {}})
    before = read_config(vault).fingerprint
    assert read_config(vault).fingerprint == before
    put(vault, path, text)
    assert (read_config(vault).fingerprint != before) is matters


SETTINGS = """
format = 2
since = 2026-05-02
[agenda]
people = 7
[cadence.tags]
"Größe" = "3 months"
[ladder]
days = [2, 5, 9]
steps = ["email", "call", "coffee"]
[vault]
ignore = ["Old/"]
"""


def test_kept_settings_are_those_of_the_files(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an index keeps: the same settings, without reading TOML; a newer format may say what is no JSON."""
    put(vault, "vaultnet.toml", SETTINGS)
    written = read_config(vault)
    kept = written.kept()
    monkeypatch.setattr("vaultnet.storage.config.parse_tables", lambda *_: pytest.fail("read TOML"))
    again = read_config(vault)
    known = again.recall(kept)
    assert (known["ignored"], known["timezone"]) == (["Old/"], "")
    assert (again.settings, again.rules.daily, again.ignored) == (written.settings, written.daily, written.ignored)
    assert again.settings.agenda.people == 7


def test_kept_settings_of_other_files_are_passed_over(vault: Path) -> None:
    put(vault, "vaultnet.toml", SETTINGS)
    kept = read_config(vault).kept()
    put(vault, "vaultnet.toml", "[agenda]\npeople = 2\n")
    for other in (kept, "", "x"):
        config = read_config(vault)
        assert config.recall(other)["ignored"] == ()
        assert config.settings.agenda.people == 2
