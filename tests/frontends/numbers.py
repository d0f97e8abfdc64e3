"""No number stands beside a person in JSON but dates, counts of days, and what is told here (P5)."""

from collections.abc import Iterator
from typing import Any

_PERSON = ("contact", "person", "path", "to", "wish")
_DAYS = {"days", "ideal_days", "latest_days", "years"}
_PLACES = {"line", "column"}  # where in a note it stands
_OTHERS = {
    "minutes",  # that an item takes
    "score",  # of a search
    "number",  # the step of the ladder that comes next: the second of three
    "more",  # thanks that one message may hold besides
}
_ALLOWED = _DAYS | _PLACES | _OTHERS
_LENGTH = {"count", "unit"}  # 7 months


def numbers_beside_people(value: Any, *, beside: str = "") -> Iterator[str]:
    """`who: key` of every number that stands in an object that names a contact, or in one inside of it."""
    if isinstance(value, dict):
        beside = beside or next((value[key] for key in _PERSON if _is_contact(value.get(key))), "")
        for key, each in value.items():
            is_number = isinstance(each, int | float) and not isinstance(each, bool)
            if beside and is_number and key not in _ALLOWED and value.keys() != _LENGTH:
                yield f"{beside}: {key}"
            yield from numbers_beside_people(each, beside=beside)
    elif isinstance(value, list):
        for each in value:
            yield from numbers_beside_people(each, beside=beside)


def _is_contact(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("People/", "Neighbours/")) and value.endswith(".md")
