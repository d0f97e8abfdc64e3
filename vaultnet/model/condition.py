"""WHERE: conditions on what a note says, as a person types them. The language of `set` and `find`.

    parse_query("company:acme tier!=wide", today, read_day)
    -> Query(conditions=(Condition("company", ":", (Wanted("acme"),)), Condition("tier", "!=", ...)), words=())

`company:acme` contains, `tier=close` is, `last<2026-01-01` is before; `has:email`, `missing:uid`; `-tag:x` turns one
round; `tier=inner|close` is either. All must hold. Words without a field are a search of the text, which is `find`'s.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, NoReturn

from vaultnet.errors import UsageError
from vaultnet.model.dates import Unit, add_unit, days_in_month, parse_date
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.yaml_value import parse_number

PRESENCE = frozenset({"has", "missing"})
ORDERS = frozenset({"<", "<=", ">", ">="})

_LONGEST = 1_000  # characters: nobody types more, and what a script makes is refused before it is read
_SHOWN = 30  # characters of the place where a condition cannot be read
_QUOTED = r'"([^"]*)"'
_CONDITION = lazy_pattern(rf"(-?)(?:{_QUOTED}|([^\s\":=<>!|]+))(:|!=|<=|>=|=|<|>)")
_VALUE = lazy_pattern(rf"{_QUOTED}|([^\s\"|]+)")
_WORD = lazy_pattern(rf"(-?){_QUOTED}|([^\s\"]+)")
_OPERATOR = lazy_pattern(r"[:=<>!|]")
_SIGNS = lazy_pattern(r"[:=<>!|]{1,2}")
_RELATIVE = lazy_pattern(r"(?:today)?([+-][0-9]{1,5})(d|w|m|y)", re.IGNORECASE)
_UNITS: dict[str, Unit] = {"d": "day", "w": "week", "m": "month", "y": "year"}
_MONTH = lazy_pattern(r"([0-9]{4})(?:-([0-9]{2}))?")

# What other query languages have between conditions, in English and German.
_AND, _OR, _NOT = ("and", "und", "&&"), ("or", "oder"), ("not", "nicht")
_CONNECTIVES = (
    {word: f"{word} needs no word: conditions side by side must all hold" for word in _AND}
    | {word: f"{word} is written with a bar: tier=inner|close" for word in _OR}
    | {word: f"{word} is written with a minus: -tier=close" for word in _NOT}
)

ReadDay = Callable[[str], date | None]


class Wanted(NamedTuple):
    """A value to compare with: folded, and what it is besides. `2026-05` names all days from `first` to `last`."""

    text: str
    number: float | None = None
    first: date | None = None
    last: date | None = None


class Condition(NamedTuple):
    """`field` as typed. `operator` is `:` (contains), `=`, `!=`, `<`, `<=`, `>`, `>=`, `has` or `missing`; the values
    of the last two are fields.
    """

    field: str
    operator: str
    values: tuple[Wanted, ...]
    is_negated: bool = False
    column: int = 1

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it asks about."""
        return tuple(value.text for value in self.values) if self.operator in PRESENCE else (self.field,)


class Word(NamedTuple):
    """What stands without a field: a word, with `is_phrase` several in quotation marks; a minus negates it."""

    text: str
    is_phrase: bool = False
    is_negated: bool = False


class Query(NamedTuple):
    """All conditions must hold; `words` are those that stand without a field."""

    conditions: tuple[Condition, ...]
    words: tuple[Word, ...] = ()


def parse_conditions(text: str, today: date, read_day: ReadDay) -> tuple[Condition, ...]:
    """A WHERE of conditions only. Raises UsageError for a word without a field, and for an empty one."""
    query = parse_query(text, today, read_day)
    for word, *_ in query.words:
        _refuse(
            text,
            text.find(word),
            _CONNECTIVES.get(word.lower()) or _without_field(word, is_behind=bool(query.conditions)),
        )
    if not query.conditions:
        raise UsageError("say which notes: company:acme, tier=close ...; type=contact means every contact")
    return query.conditions


def _without_field(word: str, *, is_behind: bool) -> str:
    if is_behind:
        return f'"{word}" names no field; words that belong together stand in quotation marks: last<"3 months ago"'
    return f'"{word}" names no field: write name:{word}, or has:{word}'


def parse_query(text: str, today: date, read_day: ReadDay) -> Query:
    """Conditions and words. `read_day` reads a day in words ("3 months ago"). Raises UsageError with the place."""
    if len(text) > _LONGEST:
        raise UsageError(f"more than {_LONGEST} characters of conditions: narrow it down in two steps")
    conditions, words = list[Condition](), list[Word]()
    place = 0
    while (place := _skip_blanks(text, place)) < len(text):
        match = _CONDITION.match(text, place)
        if match:
            condition, place = _condition(text, match, today, read_day)
            conditions.append(condition)
        else:
            word, place = _word(text, place)
            words.append(word)
    return Query(tuple(conditions), tuple(words))


def _skip_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _word(text: str, place: int) -> tuple[Word, int]:
    match = _WORD.match(text, place)
    if match is None:
        _refuse(text, place, "the quotation mark is never closed")
    if match[3] and _OPERATOR.match(match[3]):
        sign = _SIGNS.match(match[3])
        _refuse(text, place, f"no field stands before {sign and sign[0]}: write last<2026-01-01, without blanks")
    if match[3]:
        is_negated = match[3].startswith("-") and len(match[3]) > 1
        return Word(match[3][is_negated:], is_negated=is_negated), match.end()
    return Word(match[2] or '""', is_phrase=True, is_negated=bool(match[1])), match.end()


def _condition(text: str, match: re.Match[str], today: date, read_day: ReadDay) -> tuple[Condition, int]:
    field, operator, place = match[2] or match[3] or "", match[4], match.start()
    if not fold(field):
        _refuse(text, place, "a field without a name")
    if operator == "=" and text.startswith("=", match.end()):
        _refuse(text, place, f"{field}== is written {field}=")
    raw, end = _values(text, match.end(), f"{field}{operator}")
    presence = fold(field)
    if presence in PRESENCE and operator in {":", "="}:
        return Condition(field, presence, tuple(map(Wanted, raw)), bool(match[1]), place + 1), end
    if operator in ORDERS and len(raw) > 1:
        _refuse(text, place, f"{field}{operator} takes one value")
    values = tuple(_wanted(value, operator, today, read_day) for value in raw)
    if operator in ORDERS and values[0].number is None and values[0].first is None:
        _refuse(text, match.end(), f'"{raw[0]}" is neither a date nor a number, so nothing lies before or after it')
    return Condition(field, operator, values, bool(match[1]), place + 1), end


def _values(text: str, place: int, before: str) -> tuple[list[str], int]:
    """The values behind an operator, and where they end: `inner|"very close"`."""
    values = list[str]()
    while True:
        match = _VALUE.match(text, place)
        value = (match[1] or match[2] or "").strip() if match else ""
        if match is None and text[place : place + 1] == '"':
            _refuse(text, place, "the quotation mark is never closed")
        if match is None or not value:
            _refuse(
                text, place, f'nothing stands behind "{before}": has:FIELD and missing:FIELD ask whether there is any'
            )
        values.append(value)
        if text[match.end() : match.end() + 1] != "|":
            break
        place = match.end() + 1
    if match.end() < len(text) and not text[match.end()].isspace():
        _refuse(text, match.end(), "a blank is missing here, or a quotation mark is one too many")
    return values, match.end()


def _wanted(value: str, operator: str, today: date, read_day: ReadDay) -> Wanted:
    number = parse_number(value)
    first, last = _days(value, today) or (None, None)
    if first is None and number is None and operator != ":":
        first = last = read_day(value)
    return Wanted(fold(value), number, first, last)


def _days(value: str, today: date) -> tuple[date, date] | None:
    """`2026`, `2026-05`, `2026-05-02`, `today`, `today+7d`, `-3m`: the first and the last day that are meant."""
    if value.lower() == "today":
        return today, today
    if match := _RELATIVE.fullmatch(value):
        day = add_unit(today, int(match[1]), _UNITS[match[2].lower()])
        return day, day
    if (match := _MONTH.fullmatch(value)) and match[1] != "0000":
        year, month = int(match[1]), int(match[2] or 0)
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        return (date(year, month, 1), date(year, month, days_in_month(year, month))) if month in range(1, 13) else None
    day_ = parse_date(value)
    return (day_, day_) if day_ else None


def _refuse(text: str, offset: int, message: str) -> NoReturn:
    """Name the place as a person sees it: the conditions, and what follows from there."""
    rest = text[offset:].strip()
    start = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}…"
    near = f' (at "{start}")' if rest and offset and rest not in message else ""
    raise UsageError(f"{message}{near}")
