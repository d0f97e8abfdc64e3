"""Touches written in a contact's own note: dated list items, dated headings, `interactions`, `last-contact`.

- 2026-05-02 coffee: she moves to Paris #received
-> TouchRow(line=9, date="2026-05-02", kind="coffee", richness=3, text="she moves to Paris", tags="received", ...)
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from vaultnet.model.dated_line import FACTS, LIFE_EVENTS
from vaultnet.model.dates import parse_date
from vaultnet.model.intent import is_intent
from vaultnet.model.leading_date import leading_date, tells_a_day
from vaultnet.model.log_words import parse_log_words
from vaultnet.model.reader import Reader, quoted, scalar_text
from vaultnet.model.rules import DIRECTION_BY_WORD, Rules
from vaultnet.model.sections import NOWHERE, headings_under, section_end
from vaultnet.model.touch_row import TouchRow, bare_lines, nested_text, touch_row, words_of
from vaultnet.text.document import Document
from vaultnet.text.frontmatter import Value
from vaultnet.text.item_id import find_item_id
from vaultnet.text.list_item import ItemRun, ListItem

NOT_TOUCHES = FACTS | LIFE_EVENTS | {"positions", "stationen"}

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_LENGTH = 10
_new_row = tuple.__new__  # a NamedTuple's own constructor takes twice the time


def read_log(document: Document, rules: Rules) -> Iterator[TouchRow]:
    """Source 1: list items that begin with a date. What is nested under one belongs to it, what is nested under an
    intent (an open box) is intent too.
    """
    text = document.text
    barred = headings_under(document, NOT_TOUCHES | rules.raise_headings) if document.headings else NOWHERE
    taken: set[int] = set()
    keys: set[str] = set()
    number = -1
    for item in document.items.parts:
        if isinstance(item, ItemRun):
            number += len(item.lines)
            if item.heading not in barred:
                yield from _rows_of_run(document, item, keys, rules)
            continue
        number += 1
        line, _, _, mark, _, start, stop, end, parent, heading, is_quoted, block = item
        if parent in taken:
            taken.add(number)
        elif is_quoted or block >= 0:
            continue
        elif mark and is_intent(text, item, rules.tasks):
            taken.add(number)
        elif heading not in barred:
            usual = _usual_row(text[start:stop], line, rules) if end <= stop + 1 else None
            row = usual or _log_row(document, item, rules)
            if row is not None or is_intent(text, item, rules.tasks):
                taken.add(number)
            if row is not None and not _is_copy(text, item, keys):
                yield row


def _rows_of_run(document: Document, run: ItemRun, keys: set[str], rules: Rules) -> Iterator[TouchRow]:
    """Only what is odd among the items of a run is looked at as an item: nothing is nested in them."""
    items: list[ListItem] = []
    for place, words in enumerate(run.lines):
        item = words[2:-1] if words[-1] == "\r" else words[2:]
        row = _usual_row(item, run.line + place, rules)
        if row is None:
            items = items or run.items()
            row = _log_row(document, items[place], rules)
            if row is None or _is_copy(document.text, items[place], keys):
                continue
        yield row


def _is_copy(text: str, item: ListItem, keys: set[str]) -> bool:
    """Whether an absorbed item stands here for the second time: two machines absorbed it, and a merge kept both."""
    if text.find("^vn-", item.text_start, item.text_end) < 0:
        return False
    found = find_item_id(text[item.text_start : item.text_end])
    if found is None:
        return False
    is_copy = found.key in keys
    keys.add(found.key)
    return is_copy


def _usual_row(item: str, line: int, rules: Rules) -> TouchRow | None:
    """The touch of an item that has nothing nested, where it is of the shape that nearly every line of a log has:
    `2026-05-02 email to: words #asked`. Logs are the bulk of a vault; what is odd in any way is read with more care.
    """
    head, _, words = item.partition(": ")
    known = rules.log_heads[head[_DATE_LENGTH:]]
    if known is None or "^" in words or "%" in words or "\n" in words or (":" in words and "::" in words):
        return None
    tags: str | None = ""
    if "#" in words:
        words, _, ending = words.partition("#")
        tags = rules.tags_by_ending[ending] if words[-1:].isspace() else None  # `C#` has no tag
    day = head[:_DATE_LENGTH]
    if tags is None or not words or words[0].isspace() or "  " in words or not is_day(day):
        return None
    kind, richness, direction = known
    return _new_row(TouchRow, (line, day, day, "", kind, richness, direction, words.rstrip(), tags, "log", ""))


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    """True for a day of the calendar that is written as `2026-05-02`."""
    return _DAY.fullmatch(text) is not None and parse_date(text) is not None


def _log_row(document: Document, item: ListItem, rules: Rules) -> TouchRow | None:
    if not (tells_a_day(document.text, item) or rules.own_date):
        return None
    found = leading_date(document.text, item.text_start, item.text_end, rules)
    if found is None:
        return None
    words = parse_log_words(words_of(document, found.end, item.text_end), rules)
    return touch_row(
        rules, line=item.line, day=found.day, time=words.time, kind=words.kind, direction=words.direction,
        text=_with_nested(document, item, words.text), origin="log",
    )  # fmt: skip


def _with_nested(document: Document, item: ListItem, text: str) -> str:
    nested = nested_text(document, item)
    return f"{text}\n{nested}" if nested else text


def read_dated_headings(document: Document, rules: Rules) -> Iterator[TouchRow]:
    """Source 5, second half: `### 2026-06-12 - email` under a log heading (HAL and others)."""
    if not document.headings:
        return
    for number in sorted(headings_under(document, rules.log_headings, below=True)):
        heading = document.headings[number]
        found = leading_date(heading.text, 0, len(heading.text), rules)
        if found is None:
            continue
        body = bare_lines(words_of(document, heading.end, section_end(document, number)))
        rest = heading.text[found.end :].strip(" -–—:")
        words = parse_log_words(f" {rest}: {body}" if rest else f" {body}", rules)
        yield touch_row(
            rules, line=heading.line, day=found.day, time=words.time, kind=words.kind, direction=words.direction,
            text=words.text, origin="heading",
        )  # fmt: skip


def read_yaml_interactions(reader: Reader, text: str, rules: Rules) -> Iterator[TouchRow]:
    """Source 5, first half: Friend Tracker's `interactions`, a list of date and text; lines of a log do as well."""
    for key, value in reader.properties.all("interactions"):
        line, place = reader.line(key), text.find(f"\n{key}:")
        for entry in value if isinstance(value, list) else [value]:
            written = _entry_text(entry)
            at = text.find(written.partition(" - ")[0][:_DATE_LENGTH], place + 1) if place >= 0 and written else -1
            if at >= 0:  # each entry has its own line: two on one day are two touches
                line, place = line + text.count("\n", place + 1, at), at
            found = leading_date(written, 0, len(written), rules)
            if found is None:
                message = f'{key}: "{quoted(written or str(entry))}" does not begin with a date'
                reader.problem("interactions", key, message, line)
            else:
                yield _yaml_row(entry, written[found.end :], found.day, line, rules)


def _yaml_row(entry: Value, rest: str, day: date, line: int, rules: Rules) -> TouchRow:
    words = parse_log_words(rest, rules)
    kind, direction = words.kind, words.direction
    if isinstance(entry, dict):
        named = (scalar_text(entry.get(key)) or "" for key in ("type", "kind", "channel"))
        kind = next(filter(None, map(rules.kind_in, named)), kind)
        way = (scalar_text(entry.get("direction")) or "").lower()
        direction = DIRECTION_BY_WORD.get(way, direction)
    return touch_row(
        rules, line=line, day=day, time=words.time, kind=kind, direction=direction, text=words.text, origin="yaml"
    )


def _entry_text(entry: Value) -> str:
    """An entry as a line of a log: `{date, text}`, `{2026-05-02: text}`, or the line itself."""
    if not isinstance(entry, dict):
        return scalar_text(entry) or ""
    day = scalar_text(entry.get("date"))
    if day is not None:
        words = (scalar_text(entry.get(key)) or "" for key in ("text", "note", "notes", "summary"))
        return f"{day} - {next(filter(None, words), '')}"
    return next((f"{key} - {scalar_text(value) or ''}" for key, value in entry.items()), "")


def last_contact_touch(reader: Reader, day: date, rules: Rules) -> TouchRow:
    """Source 4: `last-contact`, a touch of which only the day is known."""
    found = reader.properties.first("last-contact")
    assert found is not None
    return touch_row(rules, line=reader.line(found[0]), day=day, kind="", text="", origin="property")
