"""Notes for tests of the model: text in, entry out, under the settings that a test names."""

from typing import Any

from vaultnet.model.entry import Entry, build_entry
from vaultnet.model.rules import DailyNotes, Rules, build_rules
from vaultnet.model.settings_reader import parse_settings
from vaultnet.model.touch_row import TouchRow
from vaultnet.text.tasks_settings import TasksSettings

PERSON = "People/Ada Lovelace.md"
DAY = "Daily/2026-05-02.md"


def rules_of(settings: dict[str, Any] | None = None, daily_format: str = "YYYY-MM-DD", task_filter: str = "") -> Rules:
    read, faults = parse_settings(settings or {})
    assert not faults, faults
    return build_rules(read, DailyNotes(format=daily_format), tasks=TasksSettings(task_filter))


RULES = rules_of()


def read(text: str, path: str = PERSON, rules: Rules = RULES) -> Entry:
    return build_entry(path, text, rules)


def contact(body: str, keys: str = "type: contact") -> str:
    return f"---\n{keys}\n---\n{body}\n"


def log_line(line: str, rules: Rules = RULES) -> TouchRow | None:
    """The one touch that a line in a contact's note makes, None where it makes none."""
    touches = read(contact(line), rules=rules).touches
    assert len(touches) < 2
    return touches[0] if touches else None


def property_of(keys: str, field: str, rules: Rules = RULES) -> Any:
    """A field of the contact that these properties make."""
    return getattr(read(contact("", f"type: contact\n{keys}"), rules=rules).record, field)
