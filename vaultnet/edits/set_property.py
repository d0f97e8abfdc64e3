r"""KEY=VALUE: one property of a note set, removed, or its list grown or shortened, and not one byte besides.

parse_assignment("needs+=a plumber")                          ->  Assignment("needs", "+=", "a plumber")
plan_property("---\ntier: wide\n---\n", ...)   ->  PropertyEdit("tier", "wide", "close", "---\ntier: close\n---\n")
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from vaultnet.edits.property_key import find_own_key
from vaultnet.errors import UsageError
from vaultnet.model.note_values import read_values, tag_words
from vaultnet.model.properties import Properties
from vaultnet.model.reader import Reader, scalar_text
from vaultnet.model.record import keys_of, read_record
from vaultnet.model.ref import number_text
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document, parse_document
from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, remove_item, remove_key, set_key
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.span import line_of
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import Value, parse_number, type_plain
from vaultnet.text.yaml_writer import render_flow_item

_ASSIGNMENT = re.compile(r"\s*([^\s=+:#\[\]{}\"'][^=:#\[\]{}\"']{0,80}?)\s*(\+=|-=|=)(.*)", re.DOTALL)
_TEXT_KEYS = frozenset({"phone", "uid", "postal", "name", "aliases", "role"})  # where `0171` is no number
_TRUTH_KEYS = frozenset({"paused", "private"})
_TRUTHS = frozenset({"true", "false", "yes", "no"})
_TAG_KEYS = frozenset({"tags", "tag"})
_BIGGEST_NUMBER = 2**53


class Assignment(NamedTuple):
    """`operator` is `=`, `+=` or `-=`; a value of None with `=` removes the key."""

    key: str
    operator: str
    value: Value


class PropertyEdit(NamedTuple):
    """The value of a key as it was and as it will be, in words ("" for none), and the note's new text."""

    key: str
    before: str
    after: str
    text: str


def parse_assignment(text: str, *, as_text: bool = False) -> Assignment:
    """What KEY=VALUE means. `as_text`: a value of figures only stays text (a phone number). Raises UsageError."""
    match = _ASSIGNMENT.fullmatch(text)
    if match is None:
        raise UsageError(f'"{text}" sets nothing: write KEY=VALUE (KEY= removes, KEY+=VALUE and KEY-=VALUE for lists)')
    key, operator, raw = match[1], match[2], match[3].strip()
    if not raw and operator != "=":
        raise UsageError(f"{key}{operator} needs a value")
    return Assignment(key, operator, _value(raw, key, as_text=as_text) if raw else None)


def _value(raw: str, key: str, *, as_text: bool) -> Value:
    """A scalar as YAML reads it, where it would be written as it was typed; `[a, b]` and quotes as YAML has them."""
    if raw[0] in "\"'" or (raw[0] == "[" and not raw.startswith("[[")):
        value = _parsed(raw)
        if isinstance(value, dict) or (isinstance(value, list) and any(map(_is_nested, value))):
            raise UsageError(f"{key}: {raw} is no value of one line: close the quotation mark or the bracket")
        return value
    number = parse_number(raw)
    if number is not None and (as_text or number_text(number) != raw or abs(number) > _BIGGEST_NUMBER):
        return raw
    typed = type_plain(raw)
    return raw if typed is None else typed


def _parsed(raw: str) -> Value:
    """The value as the front matter's reader has it; a map, which is refused, where it is none."""
    values, problems = read_block(f"-: {raw}\n")
    return {} if problems else values.get("-")


def _is_nested(value: Value) -> bool:
    return isinstance(value, list | dict)


def holds_text(name: str | None) -> bool:
    """Whether a property of this canonical name is text even where it looks like a number."""
    return name in _TEXT_KEYS


def refuse_unreadable(kind: str, assignment: Assignment, rules: Rules) -> None:
    """Read the value as notes of a type are read; raises UsageError for one that would be a problem there.

    A value that is taken away need not be readable: taking it away may be the very cure.
    """
    if assignment.value is None or assignment.operator == "-=":
        return
    key, table = assignment.key, keys_of(kind)
    document = parse_document("")
    reader = Reader(Properties({key: assignment.value}, table), document.frontmatter, rules.date)
    read_record(kind, "Somebody", (), document, reader, rules)
    if reader.problems:
        raise UsageError(reader.problems[0].message)
    if table[key] in _TRUTH_KEYS and (scalar_text(assignment.value) or "").lower() not in _TRUTHS:
        raise UsageError(f"{key} is true or false")


def plan_property(
    text: str, kind: str, assignment: Assignment, rules: Rules, usual: Callable[[str, str], str]
) -> PropertyEdit:
    """A note of a type with the assignment made, under its own key for it, else under `usual(kind, key)`.

    Raises Refused where the note cannot be written.
    """
    document = parse_document(text)
    _refuse_unwritable(document)
    said = read_values(document, rules)
    own = find_own_key(said.values, assignment.key, keys_of(kind))
    key = own or usual(kind, assignment.key)
    if key in said.offsets and (assignment.operator != "=" or assignment.value is None):
        _refuse_elsewhere(key, line_of(text, said.offsets[key]))
    apart = text if assignment.operator == "=" else _with_tags_apart(text, key, document)
    edited = _edited(apart, key, assignment)
    after = text if edited == apart else edited
    left = parse_frontmatter(after).values.get(key)
    return PropertyEdit(key, value_words(said.values.get(key)), value_words(left), after)


def _with_tags_apart(text: str, key: str, document: Document) -> str:
    """`tags: a b` names two tags on one line, and as an element of a list would be none: each gets its own."""
    value = document.frontmatter.values.get(key)
    words = tag_words(value) if isinstance(value, str) and fold_key(key) in _TAG_KEYS else []
    return set_key(text, key, list(words)) if len(words) > 1 else text


def _edited(text: str, key: str, assignment: Assignment) -> str:
    if assignment.operator == "+=":
        for item in _items(assignment.value):
            text = append_item(text, key, item)
        return text
    if assignment.operator == "-=":
        for item in _items(assignment.value):
            text = remove_item(text, key, item)
        return text
    return remove_key(text, key) if assignment.value is None else set_key(text, key, assignment.value)


def _items(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _refuse_unwritable(document: Document) -> None:
    if not document.is_writable:
        raise Refused(next(problem for problem in document.problems if problem.blocks_writing))


def _refuse_elsewhere(key: str, line: int) -> None:
    """What stands as a field in the note's text is not the front matter's to remove."""
    message = f"{key} stands in the text of the note, not in its front matter: change it there"
    raise Refused(Problem("frontmatter-elsewhere", message, line))


def value_words(value: Value) -> str:
    """A value on one line, as the plan shows it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(value_words, value)))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {value_words(item)}" for key, item in value.items())
    return " ".join(value.split()) if isinstance(value, str) else render_flow_item(value) or ""
