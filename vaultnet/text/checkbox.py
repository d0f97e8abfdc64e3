"""A task's fields, in the form of the Tasks plugin and in Dataview's, and the marks that close one.

parse_task("send the paper #promise 📅 2026-06-10 ^p1")
->  Task(description="send the paper #promise", due="2026-06-10", block_id="p1", tags=("promise",), ...)
write_done("send the paper ^p1", "2026-06-15")  ->  "send the paper ✅ 2026-06-15 ^p1"
"""

import re
from datetime import date
from typing import Final, Literal

from vaultnet.dataclass import dataclass
from vaultnet.text.inline_field import find_inline_fields
from vaultnet.text.item_id import find_item_id
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mask import NO_MASK
from vaultnet.text.tag import find_tags

TaskForm = Literal["emoji", "dataview"]
Status = Literal["open", "done", "let_go", "moved", "none"]  # none: a bullet with a sign, no task

ROUNDS: Final = 20  # fields and tags that are taken off the end of a line; the rest is description

_STATUS: Final[dict[str, Status]] = {"x": "done", "X": "done", "-": "let_go", ">": "moved"}

# A field must stand at the end of what is left of the line. U+FE0F after an emoji is read, never written.
_NAME_BY_SIGN: Final = {
    "📅": "due", "📆": "due", "🗓": "due", "⏳": "scheduled", "⌛": "scheduled", "🛫": "start", "✅": "done",
    "➕": "created", "❌": "cancelled", "🔁": "recurrence", "🏁": "on_completion", "🆔": "id", "⛔": "depends_on",
    "🔺": "priority", "⏫": "priority", "🔼": "priority", "🔽": "priority", "⏬": "priority",
}  # fmt: skip
_PRIORITY: Final = {"🔺": "highest", "⏫": "high", "🔼": "medium", "🔽": "low", "⏬": "lowest"}
_NAME_BY_KEY: Final = {
    "due": "due", "scheduled": "scheduled", "start": "start", "completion": "done", "created": "created",
    "cancelled": "cancelled", "repeat": "recurrence", "oncompletion": "on_completion", "priority": "priority",
    "id": "id", "dependson": "depends_on",
}  # fmt: skip
_DATES: Final = ("due", "scheduled", "start", "done", "created", "cancelled")
_VALUE: Final = {
    **dict.fromkeys(_DATES, lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
    "recurrence": lazy_pattern(r"[A-Za-z0-9, !]++"),
    "on_completion": lazy_pattern(r"[A-Za-z]++"),
    "id": lazy_pattern(r"[A-Za-z0-9_-]++"),
    "depends_on": lazy_pattern(r"[A-Za-z0-9_-]++(?>(?:[ ]*+,[ ]*+[A-Za-z0-9_-]++)*)"),
    "priority": lazy_pattern("|".join(_PRIORITY.values())),
}
_SIGN = lazy_pattern(f"[{''.join(_NAME_BY_SIGN)}]")
_BRACKETS: Final = {"]": "[", ")": "("}
_TAG = lazy_pattern(r"#[^ !@#$%^&*(),.?\":{}|<>\t]++")
_BLOCK_ID = lazy_pattern(r"[ \t]\^([A-Za-z0-9-]++)[ \t]*+\Z")
# Fields wherever they stand. Not the recurrence: it would take the words behind it along.
_ANY_FIELD = lazy_pattern(
    r"""[📅📆🗓⏳⌛🛫✅➕❌]\ufe0f?+[ ]*+[0-9]{4}-[0-9]{2}-[0-9]{2}
      | [🔺⏫🔼🔽⏬]\ufe0f?+
      | (?:🆔|⛔)\ufe0f?+[ ]*+[A-Za-z0-9_-]++(?>(?:[ ]*+,[ ]*+[A-Za-z0-9_-]++)*)
      | \[(?:due|scheduled|start|completion|created|cancelled|priority|id|dependsOn)::[^\[\]\n]*+\]
      | \((?:due|scheduled|start|completion|created|cancelled|priority|id|dependsOn)::[^()\n]*+\)""",
    re.VERBOSE,
)
_DUE_ANYWHERE = lazy_pattern(r"[📅📆🗓]\ufe0f?+[ ]*+([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Task:
    """Dates are as written; those that are no days of the calendar (`2026-02-30`) are named in `impossible`."""

    description: str
    due: str = ""
    scheduled: str = ""
    start: str = ""
    done: str = ""
    created: str = ""
    cancelled: str = ""
    recurrence: str = ""
    on_completion: str = ""
    priority: str = ""
    id: str = ""
    depends_on: tuple[str, ...] = ()
    block_id: str = ""
    tags: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()


def status_of(mark: str) -> Status:
    """What a checkbox says where nobody says otherwise (`TasksSettings` does); a mark that is not known is open."""
    return _STATUS.get(mark, "open")


def parse_task(item_text: str) -> Task:
    """Read the first line of an item's own words; the lines below it are no part of the task."""
    line, block_id = cut_block_id(item_text.partition("\n")[0].rstrip("\r"))
    description, found = cut_fields(line)
    if "::" in description:  # Dataview, unlike Tasks, reads its fields anywhere in the line
        for field in find_inline_fields(description, 0, len(description), NO_MASK):
            name, value = _named(_NAME_BY_KEY.get(field.key, ""), field.value)
            found.setdefault(name, value)
    found.pop("", None)
    tags = tuple(tag.name for tag in find_tags(description, 0, len(description)))
    depends_on = tuple(part.strip() for part in found.pop("depends_on", "").split(",") if part)
    impossible = tuple(name for name in _DATES if name in found and not _is_day(found[name]))
    return Task(description, depends_on=depends_on, block_id=block_id, tags=tags, impossible=impossible, **found)


def write_done(item_text: str, done: str, form: TaskForm = "emoji") -> str:
    """Add the day a task was done, behind all else but the block id. A task that has one keeps it."""
    if parse_task(item_text).done:
        return item_text
    line, line_end, below = item_text.partition("\n")
    words = line.rstrip(" \t\r")
    block_id = _at_end(_BLOCK_ID, words, "^")
    place = len(words[: block_id.start()].rstrip(" \t")) if block_id else len(words)
    field = f" ✅ {done}" if form == "emoji" else f"  [completion:: {done}]"
    return f"{line[:place]}{field}{line[place:]}{line_end}{below}"


def cut_block_id(line: str) -> tuple[str, str]:
    """A block id stands at the end; our own is found anywhere, for what is typed on a phone lands behind it."""
    own = find_item_id(line)
    if own is not None:
        words = " ".join((line[: own.start].rstrip(" \t"), line[own.end :].lstrip(" \t")))
        return words, line[own.start + 1 : own.end]
    found = _at_end(_BLOCK_ID, line, "^")
    return (line[: found.start()], found[1]) if found else (line, "")


def find_due(line: str) -> str:
    """The last due date wherever it stands, "" for none: a person types it into a generated line, too."""
    return next((found[1] for found in reversed([*_DUE_ANYWHERE.finditer(line)])), "")


def drop_fields(line: str) -> str:
    """The line without any field: what a person would read of it."""
    return _ANY_FIELD.sub("", line)


def cut_fields(line: str) -> tuple[str, dict[str, str]]:
    """Take the run of fields off the end of a line: what is left, with the tags of the run, and the fields by name."""
    line = line.strip()
    found: dict[str, str] = {}
    tags: list[str] = []
    signs = [sign.start() for sign in _SIGN.finditer(line)]
    for _ in range(ROUNDS):
        last = _last_field(line, signs) or _last_tag(line)
        if last is None:
            break
        place, name, value = last
        if name:
            found[name] = value
        else:
            tags.append(value)
        line = line[:place].rstrip()
    return " ".join((line, *reversed(tags))).strip(), found


def _last_field(line: str, signs: list[int]) -> tuple[int, str, str] | None:
    """The field that ends the line: where it begins, its name, its value."""
    while signs and signs[-1] >= len(line):
        signs.pop()
    if signs:
        sign = line[signs[-1]]
        raw = line[signs[-1] + 1 :].removeprefix("\ufe0f").lstrip(" ")
        known = _PRIORITY.get(sign)
        name, value = _named(_NAME_BY_SIGN[sign], raw if known is None else "" if raw else known)
        if name:
            return signs[-1], name, value
    bare = line.removesuffix(",").rstrip()
    opener = _BRACKETS.get(bare[-1:], "")
    place = bare.rfind(opener) if opener else -1
    key, _, value = bare[place + 1 : -1].partition("::")
    name, value = _named(_NAME_BY_KEY.get(key.strip().lower(), "") if place >= 0 else "", value.strip())
    return (place, name, value) if name else None


def _last_tag(line: str) -> tuple[int, str, str] | None:
    place = max(line.rfind(" "), line.rfind("\t")) + 1
    return (place, "", line[place:]) if _TAG.fullmatch(line, place) else None


def _named(name: str, value: str) -> tuple[str, str]:
    """The field, or nothing where the value is none that it can have."""
    return (name, value) if name and _VALUE[name].fullmatch(value) else ("", "")


def _at_end(pattern: re.Pattern[str], line: str, sign: str) -> re.Match[str] | None:
    """Match what ends the line, tried only where its sign last stands: a search would try at every blank."""
    place = line.rfind(sign)
    return pattern.match(line, place - 1) if place > 0 else None


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False
