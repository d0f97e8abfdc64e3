"""Notes that may be of one person, with what speaks for it.

find_duplicates([Card("People/Ada.md", keys, traits), Card("People/A. Byron.md", keys, traits)])
->  (Pair("People/A. Byron.md", "People/Ada.md", is_sure=True, why=("the same e-mail ada@x.example",)),)

Sure is a key that one person has: uid, LinkedIn address, e-mail or phone. The same name, or nearly the same with
something else in common, is a question. Whom a note tells apart is never asked about again.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple, TypeVar

from vaultnet.exchange.identity import name_key, shares_a_name
from vaultnet.exchange.matching import Keys, is_told_apart

_ALIKE = 86.0  # of 100, in rapidfuzz's measure: two slips of the pen in a name of fifteen letters
_ALIKE_REST = 70.0
_OFFICE = 5  # people: an address that more have is a switchboard's
_CROWD = 400  # notes: with more in one block, only equal names are looked at
_LONG = 4  # letters of a word in which one may be wrong
_START = 3  # letters that a word of both names begins with
_KEYS = (("uid", "the same uid {}"), ("linkedin", "the same LinkedIn address {}"), ("email", "the same e-mail {}"),
         ("phone", "the same phone {}"))  # fmt: skip
_WEAK = frozenset({"location"})  # a place says little: there must be no more than a slip of the pen besides
_SHARED = frozenset({"email", "phone"})  # a family or an office may have one of these together
_SAME_NAME = "the same name"
_WORDS = {
    "company": "both at {}",
    "location": "both in {}",
    "address": "the same address",
    "birthday": "the same birthday",
    "website": "the same website {}",
    "friend": "both know {}",
}

Key = TypeVar("Key", bound=Hashable)


class Trait(NamedTuple):
    """Something that two people may have in common: `key` as compared, `text` as shown."""

    kind: str
    key: str
    text: str


class Card(NamedTuple):
    """A contact's note; `apart` are the paths of whom it says, or who say, that they are not the same."""

    path: str
    keys: Keys
    traits: tuple[Trait, ...] = ()
    apart: frozenset[str] = frozenset()


class Pair(NamedTuple):
    """Two notes, the first path first, and what they have in common, in words."""

    one: str
    other: str
    is_sure: bool
    why: tuple[str, ...]


def find_duplicates(cards: Sequence[Card]) -> tuple[Pair, ...]:
    """Sure pairs first, then those of one name, then by how much they have in common, then by path."""
    card_by_path = {card.path: card for card in cards}
    reasons: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    sure: set[tuple[str, str]] = set()
    for one, other, why, is_sure in _by_keys(cards):
        reasons[one.path, other.path].append(why)
        if is_sure:
            sure.add((one.path, other.path))
    for one, other in _by_names(cards):
        if not _are_two(one, other):
            reasons[one.path, other.path] += ()
    found = [_pair(card_by_path[a], card_by_path[b], why, is_sure=(a, b) in sure) for (a, b), why in reasons.items()]
    return tuple(sorted((p for p in found if p), key=_rank))


def _rank(pair: Pair) -> tuple[bool, bool, int, str, str]:
    return not pair.is_sure, _SAME_NAME not in pair.why, -len(pair.why), pair.one, pair.other


def _by_keys(cards: Sequence[Card]) -> Iterator[tuple[Card, Card, str, bool]]:
    """Who has a key together: (one, other, in words, whether that settles it)."""
    for kind, words in _KEYS:
        for value, having in _blocks(cards, attrgetter(f"keys.{kind}")):
            if kind in _SHARED and len(having) > _OFFICE:
                continue
            for one, other in combinations(having, 2):
                fits = kind not in _SHARED or shares_a_name(one.keys.name, other.keys.name)
                yield one, other, words.format(value), fits and (kind == "linkedin" or not _are_two(one, other))


def _by_names(cards: Sequence[Card]) -> Iterator[tuple[Card, Card]]:
    """Those of the same name; and those of nearly the same who have something in common besides, among whom only such
    are compared in whose names a word begins alike.
    """
    seen: set[tuple[str, str, bool]] = set()
    for blocks, is_same in ((_blocks(cards, attrgetter("keys.names")), True), (_blocks(cards, _starts), False)):
        for _, having in blocks:
            for one, other in combinations(having, 2) if len(having) <= _CROWD else ():
                if (one.path, other.path, is_same) not in seen:
                    seen.add((one.path, other.path, is_same))
                    if _shared_name(one, other) if is_same else _is_near(one, other):
                        yield one, other


def _starts(card: Card) -> set[tuple[str, str, str]]:
    """Blocks of those who have something in common and whose names share the beginning of a word; a whole word where
    all they have in common is a place, which thousands may.
    """
    words = {word for name in card.keys.names for word in name.split()}
    return {
        (trait.kind, trait.key, word if trait.kind in _WEAK else word[:_START])
        for trait in card.traits
        for word in words
    }


def _blocks(cards: Iterable[Card], keys_of: Callable[[Card], Iterable[Key]]) -> Iterator[tuple[Key, list[Card]]]:
    """Cards by each key that several have, by path."""
    found: defaultdict[Key, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: card.path):
        for key in keys_of(card):
            found[key].append(card)
    return ((key, having) for key, having in found.items() if len(having) > 1)


def _are_two(one: Card, other: Card) -> bool:
    """Two LinkedIn addresses are two people. Two uids are not: each note has its own."""
    mine, theirs = one.keys.linkedin, other.keys.linkedin
    return bool(mine and theirs and not mine & theirs)


def _shared_name(one: Card, other: Card) -> bool:
    """A single word that both are also called by is no name of one person, unless it is all that one is called by."""
    whole = {name_key(one.keys.name), name_key(other.keys.name)}
    return any(" " in name or name in whole for name in one.keys.names & other.keys.names)


def _is_near(one: Card, other: Card) -> bool:
    """Alike enough for what they have in common."""
    shared = {trait[:2] for trait in one.traits} & {trait[:2] for trait in other.traits}
    if {kind for kind, _ in shared} <= _WEAK:
        return any(_is_slip(a.split(), b.split()) for a in one.keys.names for b in other.keys.names)
    return _is_alike(one, other)


def _is_slip(words: list[str], others: list[str]) -> bool:
    """The same words, but for a letter in one of the longer ones."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  (only duplicates need it)

    if len(words) != len(others) or len(words) < 2:  # noqa: PLR2004  (a single word is too little)
        return False
    left, right = sorted(set(words) - set(others)), sorted(set(others) - set(words))
    if len(left) != 1 or len(right) != 1 or min(len(left[0]), len(right[0])) < _LONG:
        return False
    return DamerauLevenshtein.distance(left[0], right[0], score_cutoff=1) <= 1


def _is_alike(one: Card, other: Card) -> bool:
    """Slips of the pen, another order, a part of the name, initials."""
    return any(
        _is_nearly(a, b) or _is_part(a.split(), b.split()) or _is_part(b.split(), a.split())
        for a in one.keys.names
        for b in other.keys.names
    )


def _is_nearly(name: str, other: str) -> bool:
    """Also without the words that both have: a long surname does not make brothers one person."""
    from rapidfuzz.fuzz import ratio, token_sort_ratio  # noqa: PLC0415  (only duplicates need it)

    if token_sort_ratio(name, other, score_cutoff=_ALIKE) < _ALIKE:
        return False
    words, others = name.split(), other.split()
    mine, theirs = (" ".join(sorted(set(a) - set(b))) for a, b in ((words, others), (others, words)))
    return ratio(mine, theirs) >= _ALIKE_REST


def _is_part(short: list[str], long: list[str]) -> bool:
    """`ada`, `a lovelace` and `ada lovelace` of `ada augusta lovelace`, in this order."""
    words = iter(long)
    return bool(short) and all(any(_fits(word, other) for other in words) for word in short) and len(short[-1]) > 1


def _fits(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _pair(one: Card, other: Card, keys: Sequence[str], *, is_sure: bool) -> Pair | None:
    """None where the notes tell them apart."""
    if other.path in one.apart or one.path in other.apart or is_told_apart(one.keys, other.keys):
        return None
    shared = {(trait.kind, trait.key) for trait in other.traits}
    common = (_WORDS[trait.kind].format(trait.text) for trait in one.traits if trait[:2] in shared)
    why = dict.fromkeys((*filter(None, keys), *_name_words(one, other), *common))
    return Pair(one.path, other.path, is_sure, tuple(why))


def _name_words(one: Card, other: Card) -> tuple[str, ...]:
    if _shared_name(one, other):
        return (_SAME_NAME,)
    return ("nearly the same name",) if _is_alike(one, other) else ()
