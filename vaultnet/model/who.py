"""WHO: the one note that a person's words for somebody mean. Never a guess.

    find_who("lovelace", rows)  ->  "People/Ada Lovelace.md"
    find_who("ada", rows)       ->  AmbiguousName("ada", candidates=("People/Ada Byron.md", "People/Ada Lovelace.md"))

Asked in this order, and the first question that anybody answers decides: path, uid, e-mail, name, alias, end of a path,
whole words of a name, beginnings of its words, any part of it. Accents, case and punctuation do not matter.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from vaultnet.errors import AmbiguousName, NothingFound, UsageError
from vaultnet.text.fold import fold
from vaultnet.text.hot import make_value
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.nearest import nearest

NameRole = Literal["name", "alias", "email", "uid"]

_SHORTLIST = 40
_EMAIL = lazy_pattern(r"[^\s@]{1,100}@[^\s@]{1,100}\.[^\s@.]{1,40}")
_folded = lru_cache(maxsize=65_536)(fold)  # a note has several names, and each asks for its title
_BETWEEN_WORDS = lazy_pattern(r"[\W_]+")


class NameRow(NamedTuple):
    """One way to name a note. `key` is folded; `title` is the note's name as it is written."""

    key: str
    path: str
    title: str
    role: NameRole = "name"


def build_name_row(key: str, path: str, title: str, uid: str = "") -> NameRow:
    """A row out of the index, which keeps names, aliases, addresses and uid alike as folded keys."""
    return make_value(NameRow, (key, path, title, _role(key, path, title, uid)))


def find_who(who: str, rows: Sequence[NameRow]) -> str:
    """The path of the note that is meant; raises AmbiguousName or NothingFound with the paths that are near."""
    asked = who.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    if not fold(asked):
        raise UsageError("say who: a name, an alias, an e-mail address or a path")
    for answers in _answers(asked, rows):
        paths = sorted(set(answers))
        if len(paths) > 1:
            raise AmbiguousName(who, candidates=tuple(paths))
        if paths:
            return paths[0]
    raise _nobody(who, fold(asked), rows)


def find_exactly(name: str, rows: Iterable[NameRow]) -> tuple[str, ...]:
    """The paths of all notes of just this name, else of just this alias, sorted."""
    key = fold(name)
    hits = [row for row in rows if row.key == key and row.role in {"name", "alias"}]
    return tuple(sorted({row.path for row in hits if row.role == "name"} or {row.path for row in hits}))


def plain_words(name: str) -> str:
    """A name as its words, whatever stands between them: `O'Brien, Mei-Ling` -> `o brien mei ling`."""
    folded = fold(name)
    if folded.replace(" ", "").isalnum():  # most are
        return folded
    return _BETWEEN_WORDS.sub(" ", folded).strip()


def near_names(name: str, rows: Iterable[NameRow]) -> tuple[NameRow, ...]:
    """The rows whose name, or a word of it, is one that was perhaps meant."""
    wanted = fold(name)
    rows_by_word: dict[str, dict[str, NameRow]] = {}
    for row in rows:
        if row.role in {"name", "alias"}:
            for word in {row.key, *row.key.split()}:
                rows_by_word.setdefault(word, {}).setdefault(row.path, row)
    import heapq  # noqa: PLC0415  (only where nobody was found)

    grams = _pairs(wanted)
    # The distance of two words takes its time: it is asked only of those that share the most pairs of letters.
    shortlist = heapq.nsmallest(_SHORTLIST, rows_by_word, key=lambda word: (-len(grams & _pairs(word)), word))
    found = rows_by_word.get(nearest(wanted, shortlist), {})
    return tuple(found[path] for path in sorted(found))


def _role(key: str, path: str, title: str, uid: str) -> NameRole:
    if uid and key == _folded(uid):
        return "uid"
    if key == _folded(title):
        return "name"
    if not path.endswith(f"/{title}.md") and key == _folded(path.rsplit("/", 1)[-1].removesuffix(".md")):
        return "name"
    return "email" if "@" in key and _EMAIL.fullmatch(key) else "alias"


def _answers(asked: str, rows: Sequence[NameRow]) -> Iterator[Iterable[str]]:
    """The paths that each question finds, one question after the other."""
    key, bare_uid = fold(asked), fold(asked.removeprefix("urn:uuid:"))
    ends = (asked, f"{asked}.md")
    folded_ends = (key, f"{key}.md")
    yield (row.path for row in rows if row.path in ends)
    yield (row.path for row in rows if len(row.path) >= len(asked) and fold(row.path) in folded_ends)
    yield (row.path for row in rows if row.role == "uid" and row.key == bare_uid)
    for role in ("email", "name", "alias"):
        yield (row.path for row in rows if row.role == role and row.key == key)
    yield (row.path for row in rows if f"/{fold(row.path)}".endswith((f"/{key}", f"/{key}.md")))
    yield from _parts(asked, rows)


def _parts(asked: str, rows: Sequence[NameRow]) -> Iterator[Iterable[str]]:
    words = plain_words(asked)
    if not words:
        return
    names = [(f" {plain_words(row.key)} ", row.path) for row in rows if row.role in {"name", "alias"}]
    each = tuple(f" {word}" for word in words.split())
    yield (path for name, path in names if f" {words} " in name)
    yield (path for name, path in names if f" {words}" in name)
    yield (path for name, path in names if all(word in name for word in each))
    yield (path for name, path in names if words in name)


def _nobody(who: str, key: str, rows: Sequence[NameRow]) -> NothingFound:
    near = near_names(key, rows)
    titles = ", ".join(sorted({row.title for row in near}))
    hint = f": did you mean {titles}?" if titles else ""
    return NothingFound(f'nobody is called "{who}"{hint}', candidates=tuple(row.path for row in near))


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}
