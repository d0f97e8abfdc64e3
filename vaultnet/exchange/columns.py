"""Which field each column of a table holds: as told with `--map`, else guessed from its name.

columns_of(("Full Name", "Work E-mail", "Position", "Job Title", "Shoe size"), {})
->  Columns(..., fields=("name", "email", "role", "", ""), groups=("", "work", "", "", ""),
            unmapped=("Job Title", "Shoe size"), remarks=('"Position" is read as role, "Job Title" is not: ...',))

Two columns never share a field that has one value: the second is left out, and a remark says so.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.errors import UsageError
from vaultnet.exchange.address import ADDRESS_PARTS
from vaultnet.exchange.column_names import FIELD_BY_NAME, GROUPS, column_key, column_words
from vaultnet.exchange.row_draft import FIELDS, MANY_VALUED
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.text.nearest import hint_for

COLUMN_FIELDS = FIELDS | frozenset(ADDRESS_PARTS)
_SURE, _LIKELY, _NO = 0, 1, 2  # how surely a name means its field
_GROUPED = frozenset({*ADDRESS_PARTS, "country", "email", "phone", "address", "website"})
# Name of a column -> what it means where there is a column of the second kind and none of the third.
_DEPENDENT = {
    "title": ("prefix", "role", ""), "name": ("last-name", "first-name", "last-name"),
    "nom": ("last-name", "first-name", "last-name"), "naam": ("last-name", "first-name", "last-name"),
}  # fmt: skip


class Columns(NamedTuple):
    """One entry a column: its field ("" for none) and which address it belongs to (`home`, `work1`, "")."""

    header: tuple[str, ...]
    fields: tuple[str, ...]
    groups: tuple[str, ...]
    unmapped: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def names_people(header: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether such a row may be the header of a table of people: some column is a name or an e-mail address."""
    told = {column_key(column): field for column, field in mapping.items()}
    guesses = (told.get(column_key(column), _guess(column)[0]) for column in header if column)
    return bool({"name", "first-name", "last-name", "email"} & {*guesses})


def columns_of(header: Sequence[str], mapping: Mapping[str, str]) -> Columns:
    """`mapping` is column -> field, "" for a column to leave out. Raises UsageError for a field of one value that is
    told of two columns.
    """
    told = {column_key(column): field for column, field in mapping.items()}
    keys = [column_key(column) for column in header]
    found = [
        (told[key], "", _SURE) if key in told else _guess(column) for key, column in zip(keys, header, strict=True)
    ]
    is_told = [key in told for key in keys]
    found = _by_neighbours(found, keys, is_told)
    fields = [field for field, _, _ in found]
    remarks: list[str] = []
    taken: dict[tuple[str, str], int] = {}
    for number in sorted(range(len(header)), key=lambda number: (not is_told[number], found[number][2], number)):
        field, group, _ = found[number]
        first = taken.setdefault((field, group if field in _GROUPED else ""), number)
        if not field or field in MANY_VALUED or first == number:
            continue
        if is_told[number]:
            raise UsageError(
                f'--map: "{header[first]}" and "{header[number]}" cannot both be {field}, of which there is one'
            )
        fields[number] = ""
        remarks.append(f'"{header[first]}" is read as {field}, "{header[number]}" is not: say otherwise with --map')
    unmapped = tuple(column for column, field, key in zip(header, fields, keys, strict=True)
                     if column and not field and key not in told)  # fmt: skip
    return Columns(tuple(header), tuple(fields), tuple(group for _, group, _ in found), unmapped, tuple(remarks))


def refuse_unknown_columns(mapping: Mapping[str, str], headers: Sequence[Sequence[str]]) -> None:
    """Raises UsageError for a column in `--map` that none of the tables has."""
    known = {column_key(column): column for header in headers for column in header if column}
    for column in mapping:
        if column_key(column) not in known:
            raise UsageError(f'--map: there is no column "{column}": {hint_for(column, sorted(known.values()))}')


def _by_neighbours(
    found: Sequence[tuple[str, str, int]], keys: Sequence[str], is_told: Sequence[bool]
) -> list[tuple[str, str, int]]:
    """What a name means depends on those beside it: `Title` beside `Job Title` is Dr., `Name` beside `Vorname` the
    surname.
    """
    others = {field for (field, _, _), key in zip(found, keys, strict=True) if key not in _DEPENDENT}
    meaning = {key: field for key, (field, given, lacking) in _DEPENDENT.items()
               if given in others and not (lacking and lacking in others)}  # fmt: skip
    return [
        (meaning[key], "", _SURE) if key in meaning and not said else one
        for one, key, said in zip(found, keys, is_told, strict=True)
    ]


def _guess(column: str) -> tuple[str, str, int]:
    """(field, group, how surely)."""
    words = column_words(column)
    if field := _named("".join(words), column):
        return field, _group(words, ()) if field in _GROUPED else "", _SURE
    for rest, dropped in _without_group(words):
        field = _named("".join(rest), "")
        if field in _GROUPED:
            return field, _group(dropped, rest), _LIKELY
    return "", "", _NO


def _named(key: str, column: str) -> str:
    if key == "id":  # the number of a row in somebody's database is nobody's uid
        return ""
    field = FIELD_BY_NAME.get(key) or (CONTACT_KEYS[column] if column else None)
    return field if field in COLUMN_FIELDS else ""


def _without_group(words: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """The name without its number and without the words that say which one, before and behind it."""
    plain = [word for word in words if not word.isdigit()]
    kept = [word for word in plain if word not in GROUPS]
    return [(plain, words), (kept, words)] if kept else []


def _group(words: Sequence[str], rest: Sequence[str]) -> str:
    """`home`, `work2`: columns with the same one are parts of one address."""
    where = next((GROUPS[word] for word in words if word in GROUPS and word not in rest and GROUPS[word]), "")
    return where + "".join(word for word in words if word.isdigit() and rest)
