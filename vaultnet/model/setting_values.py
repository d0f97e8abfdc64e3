"""One value of `vaultnet.toml` each: what TOML gave in, what the settings hold out; a fault says what would be right.

read_days("Sun-Tue", frozenset())   ->  frozenset({6, 0, 1})
read_positive(0, 2)                 raises SettingFault("must be a whole number above 0")
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from vaultnet.model.cadence import parse_cadence
from vaultnet.model.country import find_country
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_RANGE = lazy_pattern(r"([a-z]+)(?: *(?:-|–|\.\.| to ) *([a-z]+))?")
_TIME = lazy_pattern(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NO_DAY = 'has no day "{}": write Mon, Tue, Wed, Thu, Fri, Sat, Sun or a range such as Mon-Fri'
_TYPE_NAMES = {bool: "true or false", int: "a whole number", str: "text"}
_RICHEST = 3


class SettingFault(ValueError):  # noqa: N818  (always caught: it becomes a sentence)
    """A value that cannot be meant; its text is shown behind the key."""


def read_plain(value: Any, default: Any) -> Any:
    """A value of the default's own type."""
    if isinstance(default, tuple):
        return read_texts(value, default)
    if isinstance(value, type(default)) and isinstance(value, bool) == isinstance(default, bool):
        if isinstance(value, int) and value < 0:
            raise SettingFault("must not be negative")
        return value
    raise SettingFault(f"must be {_TYPE_NAMES[type(default)]}")


def read_time(value: Any, _default: Any) -> str:
    """`"08:30"`, and "" for none."""
    if not isinstance(value, str) or (value and _TIME.fullmatch(value) is None):
        raise SettingFault('must be a time such as "08:30", or "" for none')
    return value


def read_texts(value: Any, _default: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise SettingFault("must be a list of texts")
    return tuple(items)


def read_numbers(value: Any, _default: Any) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(type(item) is int and item > 0 for item in value):
        raise SettingFault("must be a list of whole numbers above 0, such as [5, 7, 10]")
    return tuple(value)


def read_days(value: Any, _default: Any) -> frozenset[int]:
    """`"Mon-Fri"`, `"Sun-Thu"`, `["Mon", "Thu"]`, `"Mon, Wed"` or `"Mon-Sun"`."""
    words = re.split(r"[,;]\s*", value) if isinstance(value, str) else value
    if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
        raise SettingFault('must be days such as "Mon-Fri" or ["Mon", "Thu"]')
    return frozenset(day for word in words for day in _day_range(word.strip()))


def _day_range(word: str) -> tuple[int, ...]:
    match = _DAY_RANGE.fullmatch(word.lower())
    if match is None:
        raise SettingFault(_NO_DAY.format(word))
    start = _day_number(match[1], word)
    stop = _day_number(match[2], word) if match[2] else start
    return tuple(day % 7 for day in range(start, stop + 1 + (7 if stop < start else 0)))


def _day_number(name: str, word: str) -> int:
    """`Mon`, `Mond` and `Monday` are one; `Mo` might be a slip."""
    found = next((number for number, day in enumerate(_DAYS) if day.startswith(name) and len(name) > 2), None)  # noqa: PLR2004
    if found is None:
        raise SettingFault(_NO_DAY.format(word))
    return found


def read_cadence_text(value: Any, _default: Any) -> str:
    if not _is_cadence(value):
        raise SettingFault(f'must be a cadence such as "6 months", "4w..6w" or "never", not {value!r}')
    return str(value)


def read_length(value: Any, _default: Any) -> str:
    """A length of time that has an end: a cadence, but not `never`."""
    cadence = parse_cadence(value) if isinstance(value, int | str) and not isinstance(value, bool) else None
    if cadence is None or cadence.never:
        raise SettingFault(f'must be a length of time such as "3 months" or "2 weeks", not {value!r}')
    return str(value)


def read_cadence_by_tag(value: Any, _default: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise SettingFault('must be a table such as {family = "14 days"}')
    wrong = [f"{tag} = {cadence!r}" for tag, cadence in value.items() if not _is_cadence(cadence)]
    if wrong:
        raise SettingFault(f'must hold cadences such as {{family = "14 days"}}, not {", ".join(wrong)}')
    return {tag.lstrip("#").lower(): str(cadence) for tag, cadence in value.items()}


def _is_cadence(value: Any) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool) and parse_cadence(value) is not None


def read_days_by_kind(value: Any, default: Any) -> dict[str, int]:
    if not isinstance(value, Mapping) or not all(type(days) is int and days >= 0 for days in value.values()):
        raise SettingFault("must be a table of whole days such as {card = 5, gift = 7}")
    return {**default, **{kind.lower(): days for kind, days in value.items()}}


def read_holidays_by_country(value: Any, default: Any) -> dict[str, tuple[str, ...]]:
    """Countries by code or name; an empty list says that nobody there gets a card."""
    if not isinstance(value, Mapping):
        raise SettingFault('must be a table such as {US = ["Thanksgiving"], India = ["Diwali"]}')
    unknown = [name for name in value if not find_country(name)]
    if unknown:
        raise SettingFault(f'has "{unknown[0]}", which is no country: write its ISO code, such as DE')
    return {**default, **{str(find_country(name)): read_texts(names, ()) for name, names in value.items()}}


def choice_of(*words: str) -> Callable[[Any, Any], str]:
    def read(value: Any, _default: Any) -> str:
        if not isinstance(value, str) or value.lower() not in words:
            raise SettingFault(f"must be one of: {', '.join(filter(None, words))}")
        return value.lower()

    return read


def read_synonyms(value: Any, _default: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list):
        raise SettingFault('must be a list of lists of words that mean the same: [["hiring", "recruiting"]]')
    return tuple(read_texts(group, ()) for group in value)


def read_positive(value: Any, _default: Any) -> int:
    if type(value) is not int or value < 1:
        raise SettingFault("must be a whole number above 0")
    return value


def read_richness(value: Any, _default: Any) -> int:
    if type(value) is not int or not 0 <= value <= _RICHEST:
        raise SettingFault("must be 3 (in person), 2 (live), 1 (written) or 0 (a mention)")
    return value


def read_markers(value: Any, default: Any) -> tuple[str, ...]:
    """Words that mark a note, as they are compared: `#Person` is `person`."""
    return tuple(fold(word.lstrip("#")) for word in read_texts(value, default))
