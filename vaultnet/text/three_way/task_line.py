"""The first line of an item, merged field by field: the box, the Tasks fields, the words.

base    - [ ] send the paper
ours    - [x] send the paper ✅ 2026-05-02
theirs  - [ ] send the paper 📅 2026-06-01
merged  - [x] send the paper ✅ 2026-05-02 📅 2026-06-01
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.three_way.pick import is_settled, pick

_HEAD = re.compile(r"([ \t]*+[-*+](?:[ \t]++|\Z))(?:\[([^\r\n])\](?=[ \t]|\Z)[ \t]*+)?")
_SIGNS: Final = {
    "📅": "due", "📆": "due", "🗓": "due", "⏳": "scheduled", "⌛": "scheduled", "🛫": "start", "✅": "done",
    "➕": "created", "❌": "cancelled",
}  # fmt: skip
_FIELD = re.compile(
    r"""([📅📆🗓⏳⌛🛫✅➕❌])\ufe0f?+[ ]*+[0-9]{4}-[0-9]{2}-[0-9]{2}
      | \[(due|scheduled|start|completion|created|cancelled)::[^\[\]\n]*+\]
      | \((due|scheduled|start|completion|created|cancelled)::[^()\n]*+\)""",
    re.VERBOSE,
)
_BLOCK_ID = re.compile(r"[ \t]\^[A-Za-z0-9-]++[ \t]*+\Z")
_GOES_ON: Final = (" ", ": ", ", ", "; ")  # how words go on behind others
_MARK_ORDER: Final = " ->x"  # of two new marks: done wins over moved on, that over let go, that over open


class Head(NamedTuple):
    """`fields` holds the source of each by its name; `words` is the rest, with blanks counted as one."""

    prefix: str
    mark: str
    rest: str
    words: str
    fields: dict[str, str]


def parse_head(line: str) -> Head:
    """Take the first line of an item apart."""
    found = _HEAD.match(line)
    prefix, mark, rest = (found[1], found[2] or "", line[found.end() :]) if found else ("", "", line)
    fields: dict[str, str] = {}
    for field in _FIELD.finditer(rest):
        name = _SIGNS.get(field[1] or "") or (field[2] or field[3]).replace("completion", "done")
        fields[name if name not in fields else f"{name} {len(fields)}"] = field[0]
    words = " ".join((_FIELD.sub(" ", rest) if fields else rest).split())
    return Head(prefix, mark, rest, words, fields)


def merge_head(base: str | None, ours: str, theirs: str) -> str | None:
    """The line that says what both say; None where they contradict one another."""
    if is_settled(base, ours, theirs):
        return pick(base, ours, theirs)
    old = parse_head(base) if base is not None else None
    mine, yours = parse_head(ours), parse_head(theirs)
    words = _merge_words(old.words if old else None, mine.words, yours.words)
    fields = _merge_fields(old.fields if old else {}, mine.fields, yours.fields)
    prefix = old.prefix if old else min(mine.prefix, yours.prefix)
    if words is None or fields is None or not is_settled(prefix, mine.prefix, yours.prefix):
        return None
    carriers = [head for head in (mine, yours) if head.words == words]
    carrier = min(carriers, key=lambda head: (-len(head.fields), head.rest))
    mark = _merge_mark(old.mark if old else None, mine.mark, yours.mark)
    box = f"[{mark}] " if mark else ""
    return f"{pick(prefix, mine.prefix, yours.prefix)}{box}{_with_fields(carrier, fields)}"


def better_mark(one: str, other: str) -> str:
    """Of two boxes the one that says more: done, moved on, let go, any other sign, open, no box."""
    return max(one, other, key=lambda mark: (_MARK_ORDER.find(mark.lower()) if mark else -2, mark))


def _merge_mark(base: str | None, ours: str, theirs: str) -> str:
    return pick(base, ours, theirs) or "" if is_settled(base, ours, theirs) else better_mark(ours, theirs)


def _merge_words(base: str | None, ours: str, theirs: str) -> str | None:
    """Who wrote on where the other one ended has the words of both."""
    if is_settled(base, ours, theirs):
        return pick(base, ours, theirs)
    longer, shorter = sorted((ours, theirs), key=len, reverse=True)
    block_id = longer[_id_start(longer) :]
    more, less = longer.removesuffix(block_id), shorter.removesuffix(block_id)
    went_on = more.startswith(less) and more[len(less) :].startswith(_GOES_ON)
    return longer if went_on and less.startswith((base or shorter).removesuffix(block_id)) else None


def _merge_fields(base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str] | None:
    """A task done on two days was done on the first."""
    merged: dict[str, str] = {}
    for name in dict.fromkeys((*base, *sorted({*ours, *theirs}))):
        values = base.get(name), ours.get(name), theirs.get(name)
        if is_settled(*values):
            value = pick(*values)
        elif name in ("done", "created") and values[1] and values[2]:
            value = min(values[1], values[2])
        else:
            return None
        if value is not None:
            merged[name] = value
    return merged


def _with_fields(carrier: Head, fields: dict[str, str]) -> str:
    """The carrier's line with these fields: each where it stands there, new ones behind all else but the block id."""
    rest = carrier.rest
    for name, source in carrier.fields.items():
        if name in fields:
            rest = rest.replace(source, fields[name], 1)
        else:
            rest = rest.replace(f" {source}", "", 1) if f" {source}" in rest else rest.replace(source, "", 1)
    added = "".join(f" {source}" for name, source in fields.items() if name not in carrier.fields)
    end = _id_start(rest)
    return f"{rest[:end]}{added}{rest[end:]}"


def _id_start(text: str) -> int:
    """Where the block id at the end begins, its blank included; the end where there is none."""
    place = text.rfind(" ^")
    block_id = _BLOCK_ID.match(text, place) if place >= 0 else None
    return block_id.start() if block_id else len(text.rstrip(" \t"))


def render_head(head: Head, words: str) -> str:
    """The line with other words; its fields stand behind them."""
    box = f"[{head.mark}] " if head.mark else ""
    return f"{head.prefix}{box}{' '.join((words, *head.fields.values()))}"
