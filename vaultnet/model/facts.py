"""What one note says, asked field by field, and whether a condition holds for it.

    facts = Facts("contact", {"name": "Ada"}, {"employer": "[[Acme|Acme Ltd]]"}, record, parse_date)
    facts.values("company")                                ->  ("Acme Ltd", "Acme")
    matches(Condition("company", ":", (Wanted("acme"),)), facts)  ->  True

Keys are compared without regard to case, `-`, `_` and blanks; a synonym asks for what it means. Of a list any element
may meet the condition; a link is met by what it shows and by what it leads to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from vaultnet.dataclass import dataclass
from vaultnet.model.condition import ORDERS, Condition, Wanted
from vaultnet.model.properties import is_empty
from vaultnet.model.record import keys_of
from vaultnet.model.ref import read_refs
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.yaml_value import parse_number

_TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Facts:
    """`derived` goes before what the note says (folded field -> text); `record` is the index's, as plain data."""

    kind: str
    derived: Mapping[str, str]
    properties: Mapping[str, Any]
    record: Mapping[str, Any]
    read_date: Callable[[str], date | None]

    def values(self, field: str) -> tuple[str, ...]:
        """Every text that the note has under a field; () where it says nothing."""
        folded = fold_key(field)
        if folded in self.derived:
            return (self.derived[folded],) if self.derived[folded] else ()
        name = canonical_field(self.kind, field)
        said = [value for key, value in self.properties.items() if canonical_field(self.kind, key) == name]
        meant = self.record.get(name.replace("-", "_"))
        return tuple(dict.fromkeys(text for value in (*said, meant) for text in _texts(value)))


def canonical_field(kind: str, field: str) -> str:
    """What a field is called, whichever synonym was typed: `Employer` is `company`."""
    return keys_of(kind)[field] or fold_key(field)


def matches_all(conditions: Iterable[Condition], facts: Facts) -> bool:
    return all(matches(condition, facts) for condition in conditions)


def matches(condition: Condition, facts: Facts) -> bool:
    """Whether a condition holds for a note. Of a note that says nothing only `!=` and a negation hold."""
    return _holds(condition, facts) != condition.is_negated


def _holds(condition: Condition, facts: Facts) -> bool:
    if condition.operator == "has":
        return any(facts.values(field) for field in condition.fields)
    if condition.operator == "missing":
        return any(not facts.values(field) for field in condition.fields)
    values = facts.values(condition.field)
    if condition.operator in ORDERS:
        return any(_is_in_order(value, condition.operator, condition.values[0], facts.read_date) for value in values)
    is_tag = canonical_field(facts.kind, condition.field) == _TAGS
    compare = _contains if condition.operator == ":" else _equals
    found = any(
        compare(value, wanted, facts.read_date, is_tag=is_tag) for value in values for wanted in condition.values
    )
    return found != (condition.operator == "!=")


def _contains(value: str, wanted: Wanted, _read_date: Callable[[str], date | None], *, is_tag: bool) -> bool:
    text = fold(value)
    if not is_tag:
        return wanted.text in text
    tag, asked = text.lstrip("#"), wanted.text.lstrip("#")
    return tag == asked or tag.startswith(f"{asked}/")


def _equals(value: str, wanted: Wanted, read_date: Callable[[str], date | None], *, is_tag: bool) -> bool:
    text = fold(value)
    if text == wanted.text or (is_tag and text.lstrip("#") == wanted.text.lstrip("#")):
        return True
    if wanted.number is not None and parse_number(value) == wanted.number:
        return True
    day = read_date(value) if wanted.first and wanted.last else None
    return bool(day and wanted.first and wanted.last and wanted.first <= day <= wanted.last)


def _is_in_order(value: str, operator: str, wanted: Wanted, read_date: Callable[[str], date | None]) -> bool:
    """Numbers with numbers, else dates with dates: before the first day that is meant, or after the last."""
    number = parse_number(value)
    if number is not None and wanted.number is not None:
        return _compare(number, operator, wanted.number, wanted.number)
    day = read_date(value)
    if day is None or wanted.first is None or wanted.last is None:
        return False
    return _compare(day.toordinal(), operator, wanted.first.toordinal(), wanted.last.toordinal())


def _compare(one: float, operator: str, first: float, last: float) -> bool:
    if operator == "<":
        return one < first
    if operator == "<=":
        return one <= last
    return one > last if operator == ">" else one >= first


def _texts(value: Any) -> Iterator[str]:
    """A property or a part of a record as the texts one would look for; what says nothing has none."""
    if is_empty(value) or value is False:
        return
    if isinstance(value, dict):
        if set(value) == {"text", "link"}:
            yield from filter(None, (value["text"], value["link"], _tail(value["link"])))
            return
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from _texts(item)
    elif value is True:
        yield "true"
    else:
        for ref in read_refs(value):
            yield from filter(None, (ref.text, ref.link, _tail(ref.link)))


def _tail(link: str) -> str:
    return link.rsplit("/", 1)[-1].removesuffix(".md")
