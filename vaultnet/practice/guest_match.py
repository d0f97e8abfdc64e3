"""Who on a guest list is whom I know (P17): by link, by e-mail, by name, by name as another list would spell it.

Guest("Lotte Brandsma", email="lotte@...")   ->  GuestMatch(guest, "People/Lotte Brandsma.md", "email")
Guest("BRANDSMA Lotte")                      ->  GuestMatch(guest, "People/Lotte Brandsma.md", "normalised")
Guest("Lotte Bransma")                       ->  GuestMatch(guest, "", "", similar=("People/Lotte Brandsma.md",))

A name that is only similar, or that two people have, is flagged and never taken for granted.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from vaultnet.model.guest import COMING, Guest
from vaultnet.model.guest_line import plain_name
from vaultnet.model.who import NameRow
from vaultnet.text.fold import fold
from vaultnet.text.nearest import edit_distance

_MOST_SIMILAR = 3
_LONG = 8  # letters: two of them may be mistyped
_SHORT = 4


class GuestMatch(NamedTuple):
    """`path` is the contact's, "" for a stranger; `how`: link, email, name, normalised; `similar` are paths of contacts
    who may be meant.
    """

    guest: Guest
    path: str
    how: str
    similar: tuple[str, ...] = ()


class _Names:
    """The names of everybody, by what a list may have of them."""

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self.by_key: dict[tuple[str, str], set[str]] = {}
        self.by_word: dict[str, set[tuple[str, str]]] = {}
        self.by_initials: dict[str, set[tuple[str, str]]] = {}
        self.by_stem: dict[str, set[str]] = {}
        for row in rows:
            role = "name" if row.role == "alias" else row.role
            self.by_key.setdefault((role, row.key), set()).add(row.path)
            self.by_stem.setdefault(fold(row.path.removesuffix(".md")), set()).add(row.path)
            if role == "name":
                plain = plain_name(row.key)
                self.by_key.setdefault(("plain", plain), set()).add(row.path)
                self.by_initials.setdefault(_initials(plain), set()).add((plain, row.path))
                for word in plain.split():
                    self.by_word.setdefault(word, set()).add((plain, row.path))

    def find(self, guest: Guest) -> tuple[set[str], str]:
        """Whom the surest question finds, and which that was."""
        if guest.link:
            whole = self.by_stem.get(fold(guest.link.removesuffix(".md")))
            tail = guest.link.rpartition("/")[2].removesuffix(".md")
            return whole or self.by_key.get(("name", fold(tail)), set()), "link"
        questions = [("email", fold(guest.email), "email")] if guest.email else []
        questions += [("name", fold(name), "name") for name in (guest.name, *guest.also)]
        questions += [("plain", plain_name(name), "normalised") for name in (guest.name, *guest.also)]
        for role, key, how in questions:
            found = self.by_key.get((role, key))
            if found:
                return found, how
        return set(), ""

    def similar(self, guest: Guest) -> tuple[str, ...]:
        """Contacts with a name that was perhaps meant, by path."""
        words = sorted(word for word in fold(guest.name).replace(".", " ").replace(",", " ").split() if word)
        near = {pair for word in words for pair in self.by_word.get(word, ())}
        near |= self.by_initials.get(_initials(plain_name(guest.name)), set())
        return tuple(sorted({path for plain, path in near if _is_similar(words, plain.split())}))[:_MOST_SIMILAR]


def match_guests(
    guests: Sequence[Guest], rows: Iterable[NameRow], ignored: Collection[str] = frozenset()
) -> tuple[GuestMatch, ...]:
    """Everybody once, in the order of the list; `ignored` are folded names and addresses (mine, and organizations').

    Of one contact named twice the later mark holds, and what either line says of their company.
    """
    names = _Names(rows)
    found: dict[str, GuestMatch] = {}
    for guest in guests:
        if fold(guest.name) in ignored or (guest.email and fold(guest.email) in ignored):
            continue
        paths, how = names.find(guest)
        match = GuestMatch(guest, next(iter(paths)), how) if len(paths) == 1 else GuestMatch(guest, "", "")
        if not match.path:
            match = match._replace(similar=tuple(sorted(paths))[:_MOST_SIMILAR] or names.similar(guest))
        key = match.path or f"{plain_name(guest.name)}\n{guest.email}"
        found[key] = _merged(found[key], match) if key in found else match
    return tuple(found.values())


def _merged(one: GuestMatch, other: GuestMatch) -> GuestMatch:
    mark = other.guest.mark if other.guest.mark != COMING or other.guest.line else one.guest.mark
    company = one.guest.company or other.guest.company
    return one._replace(guest=one.guest._replace(mark=mark, company=company, line=one.guest.line or other.guest.line))


def _initials(plain: str) -> str:
    return "".join(word[0] for word in plain.split())


def _is_similar(one: Sequence[str], other: Sequence[str]) -> bool:
    """`one` on the list, `other` a contact: a slip of the pen in each word; an initial for a word; one word, or all
    words, of the longer name.
    """
    shorter, longer = sorted((one, other), key=len)
    if not any(len(word) > 1 for word in shorter) or (len(other) == 1 < len(one)):
        return False  # an initial says nothing, nor that somebody else goes by that first name
    left = list(longer)
    for word in sorted(shorter, key=lambda word: (-len(word), word)):
        near = next((known for known in left if _is_near(word, known)), None)
        if near is None:
            return False
        left.remove(near)
    return True


def _is_near(word: str, known: str) -> bool:
    if 1 in {len(word), len(known)}:
        return word[0] == known[0]
    allowed = 0 if min(len(word), len(known)) < _SHORT else 2 if min(len(word), len(known)) >= _LONG else 1
    return word == known or (abs(len(word) - len(known)) <= allowed and edit_distance(word, known) <= allowed)
