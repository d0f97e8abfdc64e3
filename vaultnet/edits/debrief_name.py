"""Whether a name that was got at a meeting is somebody known, somebody new, or cannot be told.

match_name("Hana Novak", rows)          ->  NameMatch(path="", doubt="")                 nobody is called so: new
match_name("Amira Haddad", rows)        ->  NameMatch(path="People/Amira Haddad.md", doubt="")
match_name("Amira", rows)               ->  NameMatch(path="", doubt='"Amira" may be Amira Haddad: link ...')

A first name, a slip of the pen, a name that two people have: all three are told, and nobody is linked or made.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultnet.errors import AmbiguousName, NothingFound
from vaultnet.model.debrief_names import NamePart
from vaultnet.model.who import NameRow, find_exactly, find_who, near_names, plain_words
from vaultnet.text.fold import fold
from vaultnet.text.nearest import edit_distance

_A_SLIP = 1  # letters


class NameMatch(NamedTuple):
    """The note of the contact who is meant; "" for somebody new, or with a `doubt`, for nobody yet."""

    path: str
    doubt: str = ""


def match_name(part: NamePart, rows: Sequence[NameRow]) -> NameMatch:
    """Who a name of an answer is. `**Name**` and a link to no note yet say that they mean nobody else."""
    name = part.name
    exact = find_exactly(name, rows)
    if len(exact) == 1:
        return NameMatch(exact[0])
    if exact:
        return NameMatch("", f'"{name}" fits more than one note ({", ".join(exact)}): link the one you mean')
    if part.is_forced:
        return NameMatch("")
    if not part.is_name:
        return NameMatch("", f'"{name}" does not read like a name: link whom you mean, or write **Name Surname**')
    paths = set(_similar(name, rows))
    similar = sorted({row.title for row in rows if row.path in paths})
    if similar:
        return NameMatch(
            "", f'"{name}" may be {", ".join(similar)}: link whom you mean, or write **{name}** for somebody new'
        )
    return NameMatch("")


def _similar(name: str, rows: Sequence[NameRow]) -> Iterator[str]:
    """Whoever may be meant besides: by a part of their name, by all of it and more, or but for a slip of the pen."""
    try:
        yield find_who(name, rows)
    except AmbiguousName as error:
        yield from error.candidates
    except NothingFound:
        words, key = f" {plain_words(name)} ", fold(name)
        yield from (row.path for row in rows if row.role == "name" and f" {plain_words(row.key)} " in words)
        yield from (row.path for row in near_names(name, rows) if edit_distance(key, row.key) <= _A_SLIP)
