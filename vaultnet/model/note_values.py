r"""What a note says of itself, in keys and values, wherever it says it: front matter, Dataview and Logseq fields, the
table of the old Contacts plugin, a Contact Card.

    read_values(parse_document("Last Contact:: 2026-03-12\n- 2026-03-12 call [channel:: phone]\n"), rules)
    -> NoteValues(values={"last-contact": "2026-03-12"}, ...)       the channel is the log line's, not the person's
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from vaultnet.model.leading_date import tells_a_day
from vaultnet.model.properties import FOLDED_KEYS, is_empty
from vaultnet.model.ref import read_texts
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document
from vaultnet.text.frontmatter import Value
from vaultnet.text.inline_field import InlineField
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.tag import Tag

_CARD = "```contact-card"
_TABLE = "/---contact---/"
_ROW = lazy_pattern(r"^\|((?>(?:[^|\\\n]|\\.){1,80}))\|((?>(?:[^|\\\n]|\\.){0,400}))\|[ \t\r]*$", re.MULTILINE)
_CARD_LINE = lazy_pattern(r"^[ \t>]*([A-Za-z][\w -]{0,40}):[ \t]*([^\n]*)$", re.MULTILINE)

Part = TypeVar("Part", Tag, InlineField)


class NoteValues(NamedTuple):
    """`folded`: the same values by folded key. `offsets`: places of what does not stand in the front matter.
    `form`: "card" or "table" where the note holds the person in that form.
    """

    values: dict[str, Value]
    folded: dict[str, Value]
    tags: tuple[str, ...]
    offsets: Mapping[str, int]
    form: str


def read_values(document: Document, rules: Rules) -> NoteValues:
    """Everything a note says of itself. What stands in the front matter goes first."""
    values = dict(document.frontmatter.values)
    offsets: dict[str, int] = {}
    if document.fields:
        for field in _of_the_note(document, document.fields):
            _add(values, offsets, field.key, field.value, field.start)
    form = ""
    if ("`" in document.text and _CARD in document.text) or _TABLE in document.text:
        form, found = _read_form(document.text, document.body_start)
        for key, value, offset in found:
            _add(values, offsets, key, value, offset)
    folded = {FOLDED_KEYS[key]: value for key, value in values.items()}
    return NoteValues(values, folded, _tags(document, folded, rules), offsets, form)


def _add(values: dict[str, Value], offsets: dict[str, int], key: str, value: str, offset: int) -> None:
    """A field fills a gap of the front matter; a field that stands twice is a list."""
    if key not in values or is_empty(values[key]):
        values[key] = value
        offsets[key] = offset
    elif key in offsets:
        earlier = values[key]
        if isinstance(earlier, list):
            earlier.append(value)
        else:
            values[key] = [earlier, value]


def _of_the_note(document: Document, parts: Sequence[Part]) -> Iterator[Part]:
    """The tags or fields that are about the note; those of a log line or a task are about that line."""
    text = document.text
    spans = [(item.start, item.end) for item in document.items if item.mark or tells_a_day(text, item)]
    reach = index = 0
    for part in parts:
        while index < len(spans) and spans[index][0] <= part.start:
            reach = max(reach, spans[index][1])
            index += 1
        if part.start >= reach:
            yield part


def _tags(document: Document, folded: Mapping[str, Value], rules: Rules) -> tuple[str, ...]:
    """Tags of front matter and body, lower-case, without `#`; the labels of an address book are tags too. The tags of
    an exchange (`#gave`) are never the person's.
    """
    own = [word for key in ("tags", "tag") for word in tag_words(folded.get(key))]
    labels = [word for key in ("labels", "vcard.categories") for word in _label_words(folded.get(key))]
    exchange = rules.exchange_by_tag
    more = {name for name in {tag.name for tag in document.tags} if name.lower() not in exchange}
    others = [tag for tag in document.tags if tag.name in more] if more else ()
    body = [tag.name.lower() for tag in _of_the_note(document, others)] if others else []
    return tuple(dict.fromkeys((*own, *labels, *body)))


def tag_words(value: Value) -> list[str]:
    """`a, b`, `a b`, a list, `#a`, `[[a]], [[b]]`: the tags of a property."""
    if is_empty(value):
        return []
    texts = [value] if isinstance(value, str) else read_texts(value)
    words = (word for text in texts for word in text.replace("[[", "").replace("]]", "").replace(",", " ").split())
    return [word.lstrip("#").lower() for word in words if word.strip("#")]


def _label_words(value: Value) -> list[str]:
    return ["-".join(label.lower().split()) for label in read_texts(value, split=True)]


def _read_form(text: str, start: int) -> tuple[str, list[tuple[str, str, int]]]:
    """The table between two `/---contact---/` lines, else the first Contact Card."""
    first = text.find(_TABLE, start)
    last = text.find(_TABLE, first + 1) if first >= 0 else -1
    if last >= 0:
        rows = [(row[1].strip(), row[2].strip(), row.start()) for row in _ROW.finditer(text, first, last)]
        return "table", list(_table_values(rows))
    first = text.find(_CARD, start)
    last = text.find("```", first + len(_CARD)) if first >= 0 else -1
    if last < 0:
        return "", []
    lines = _CARD_LINE.finditer(text, text.find("\n", first), last)
    return "card", [(line[1], line[2].strip().strip("\"'"), line.start(1)) for line in lines]


def _table_values(rows: Sequence[tuple[str, str, int]]) -> Iterator[tuple[str, str, int]]:
    """`Name` is the first name in this table; the pipe of a link is escaped."""
    for key, value, offset in rows:
        if key.lower() != "key" and key.strip("-: ") and value:
            yield ("First Name" if key.lower() == "name" else key), value.replace("\\|", "|"), offset
