"""The names in a sentence: wikilinks, **new people**, e-mail addresses, and whoever of the vault it names.

    find_names("coffee with ada and **Zoe Zed**", ...)
    ->  Name(12, 15, "ada", ("People/Ada Lovelace.md",)), Name(20, 31, "Zoe Zed", (), new="Zoe Zed")

The longest match over names, aliases and parts of names counts; of one length, name before alias before part. Accents
and case do not matter, but a single word written small is a name only where one is expected ("with ada", "ada said"),
and never next to a surname that is not its own: Grace Kelly is not Grace Hopper.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.model.rules import Rules
from vaultnet.model.spoken import spelled_out
from vaultnet.model.who import NameRow, find_exactly, plain_words
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.link import Link, links_in_value
from vaultnet.text.span import Span

HIDDEN = "\ufffc"  # stands in for a name or quotation: neither a word, nor a blank, nor a sign

_LONGEST = 8  # words
_BACK = 120  # characters that decide whether a name is expected
# The curly apostrophe stands apart: a class with it takes as long to compile as all the rest of such a pattern.
_IN_NAME = lazy_pattern(r"[ \t\u00a0]{1,3}|[-'.]|’|\.[ \t]")
_WORD = lazy_pattern(r"[^\W_]+")
_BOLD = lazy_pattern(r"\*\*([^*\n]{1,80})\*\*")
_EMAIL = lazy_pattern(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}")
_POSSESSIVE = lazy_pattern(r"['’][sS](?!\w)")
_GLUED_BEFORE = lazy_pattern(r"(?:[@#\\]|\w(?:[-'.]?|’))\Z")
_GLUED_BEHIND = lazy_pattern(r"(?:[-'.@]?|’)\w|@")


class Name(NamedTuple):
    """`text[start:end]` names somebody: `paths` are the notes that may be meant; `new` is for whom there is none yet.

    Neither for a link or an address of nobody known. `is_link` where the sentence links the note already, and rightly.
    """

    start: int
    end: int
    shown: str
    paths: tuple[str, ...]
    new: str = ""
    is_possessive: bool = False
    is_link: bool = False


class _Word(NamedTuple):
    """`spelled` is the key where an umlaut is written out: `mueller` for Müller."""

    start: int
    end: int
    key: str
    spelled: str


class _Known(NamedTuple):
    """The paths under each run of words; `parts` says of each whether the name begins with them."""

    names: dict[str, set[str]]
    aliases: dict[str, set[str]]
    parts: dict[str, dict[str, bool]]


def find_names(bare: str, rows: Sequence[NameRow], rules: Rules, grammar: Grammar) -> tuple[Name, ...]:
    """The names in a sentence in which all that cannot be one is blanked out or hidden."""
    text, marked = bare, list[Name]()
    for find in (_linked, _bold, _addresses):
        found = tuple(find(text, rows))
        text = hide(text, found)
        marked += found
    return tuple(sorted([*marked, *_Finder(text, rows, rules, grammar).run()]))


def marked_spans(text: str) -> tuple[Span, ...]:
    """Where something is marked as one name, be it a link or bold."""
    bold = (Span(*match.span()) for match in _BOLD.finditer(text))
    return (*bold, *(Span(link.start, link.end) for link in links_in_value(text)))


def hide(text: str, spans: Sequence[Name]) -> str:
    """The text, of the same length, with the names in it hidden."""
    for name in spans:
        text = text[: name.start] + HIDDEN * (name.end - name.start) + text[name.end :]
    return text


def _linked(bare: str, rows: Sequence[NameRow]) -> Iterator[Name]:
    for link in links_in_value(bare):
        paths = _linked_paths(link, rows)
        shown = link.display or link.path.rsplit("/", 1)[-1].removesuffix(".md")
        stems = {fold(path.rsplit("/", 1)[-1].removesuffix(".md")) for path in paths}
        is_link = fold(link.path.rsplit("/", 1)[-1].removesuffix(".md")) in stems
        possessive = bool(_POSSESSIVE.match(bare, link.end))
        yield Name(link.start, link.end, shown, () if link.embed else paths, "", possessive, is_link)


def _linked_paths(link: Link, rows: Sequence[NameRow]) -> tuple[str, ...]:
    """Whose note is linked; an alias, too, though Obsidian would not follow it."""
    ends = (f"/{fold(link.path)}", f"/{fold(link.path)}.md")
    paths = {row.path for row in rows if row.role == "name" and f"/{fold(row.path)}".endswith(ends)}
    return tuple(sorted(paths)) or find_exactly(link.path, rows)


def _bold(bare: str, rows: Sequence[NameRow]) -> Iterator[Name]:
    """**New Name**: somebody there is no note of yet; other bold words are just that."""
    for match in _BOLD.finditer(bare):
        inner = " ".join(match[1].split())
        if HIDDEN in inner or "[" in inner or inner[:1].islower() or not _WORD.match(inner):
            continue
        paths = find_exactly(inner, rows)
        yield Name(*match.span(), inner, paths, "" if paths else inner, bool(_POSSESSIVE.match(bare, match.end())))


def _addresses(bare: str, rows: Sequence[NameRow]) -> Iterator[Name]:
    for match in _EMAIL.finditer(bare):
        address = match[0].rstrip(".-")
        key = fold(address)
        paths = {row.path for row in rows if row.role == "email" and row.key == key}
        yield Name(match.start(), match.start() + len(address), address, tuple(sorted(paths)))


class _Finder:
    """One pass over the words of a sentence."""

    def __init__(self, text: str, rows: Sequence[NameRow], rules: Rules, grammar: Grammar) -> None:
        self._text = text
        self._rules = rules
        self._grammar = grammar
        self._words = [
            _Word(*match.span(), fold(match[0]), fold(spelled_out(match[0]))) for match in _WORD.finditer(text)
        ]
        self._known = _known_of(
            rows, frozenset(key for word in self._words for key in (word.key, word.spelled)), grammar
        )
        self._word_by_end = {word.end: word for word in self._words}
        self._last_end = -1

    def run(self) -> Iterator[Name]:
        at = 0
        while at < len(self._words):
            name, count = self._longest(at)
            if name is not None:
                self._last_end = name.end
                yield name
            at += count

    def _longest(self, at: int) -> tuple[Name | None, int]:
        for count in range(min(_LONGEST, len(self._words) - at), 0, -1):
            words = self._words[at : at + count]
            paths = self._paths(words) if self._is_run(words) else set()
            if paths:
                start, end = words[0].start, words[-1].end
                possessive = bool(_POSSESSIVE.match(self._text, end))
                return Name(start, end, self._text[start:end], tuple(sorted(paths)), "", possessive), count
        return None, 1

    def _is_run(self, words: Sequence[_Word]) -> bool:
        """True for words that may stand in one name, and do not run on into something else."""
        text, start, end = self._text, words[0].start, words[-1].end
        gaps = (text[left.end : right.start] for left, right in pairwise(words))
        if not all(_IN_NAME.fullmatch(gap) for gap in gaps) or _GLUED_BEFORE.search(text[max(start - 2, 0) : start]):
            return False
        return _POSSESSIVE.match(text, end) is not None or not _GLUED_BEHIND.match(text, end)

    def _paths(self, words: Sequence[_Word]) -> set[str]:
        keys = dict.fromkeys((" ".join(word.key for word in words), " ".join(word.spelled for word in words)))
        return next(filter(None, (self._paths_of(key, words) for key in keys)), set())

    def _paths_of(self, key: str, words: Sequence[_Word]) -> set[str]:
        whole = self._known.names.get(key) or self._known.aliases.get(key)
        parts = self._known.parts.get(key, {})
        if len(words) > 1:
            return whole or set(parts)
        if not (whole or parts) or not self._may_be_name(words[0]):  # most words are in nobody's name
            return set()
        if whole:
            return whole
        surname_only = self._has_other_first_name(words[0])
        return {path for path, begins in parts.items() if begins or not surname_only}

    def _may_be_name(self, word: _Word) -> bool:
        """True for a single word that is written and placed as a name, and is the whole of one."""
        small = self._text[word.start].islower()
        if word.key in self._grammar.sets.never_names and (small or not self._text[: word.start].strip()):
            return False
        return not self._has_other_surname(word) and (not small or self._is_expected(word))

    def _is_expected(self, word: _Word) -> bool:
        before = self._text[max(word.start - _BACK, 0) : word.start]
        grammar = self._grammar
        if grammar.my.search(before):
            return True
        if not before.strip():
            return bool(grammar.said.match(self._text, word.end) or self._is_subject(word))
        met = grammar.accompanied.search(before) or grammar.acted_on.search(before)
        addressed = grammar.addressed.search(before)
        if (met and not met["between"]) or (addressed and (addressed["talk"] or addressed["from"])):
            return True
        after_name = grammar.joined.search(before)
        if after_name and self._last_end == word.start - len(before) + after_name.start():
            return True
        last = _last_match(self._rules.kind_pattern, before)
        return last is not None and not before[last.end() :].strip(" \t")

    def _is_subject(self, word: _Word) -> bool:
        """`ada: coffee`, `ada and bob came`, `ada called`."""
        text, end = self._text, word.end
        joined = self._grammar.joiner.match(text, end)
        kind = self._rules.kind_pattern.match(text, min(end + 1, len(text)))
        return text[end : end + 1] in {":", ","} or joined is not None or (kind is not None and text[end] == " ")

    def _has_other_surname(self, word: _Word) -> bool:
        """A capital word right behind, as in Grace Kelly; what is no name may stand there."""
        after = _WORD.match(self._text, word.end + 1)
        if after is None or self._text[word.end] not in " -" or not after[0][0].isupper():
            return False
        key = fold(after[0])
        return key not in self._grammar.sets.never_names and key not in self._rules.kind_by_form

    def _has_other_first_name(self, word: _Word) -> bool:
        """A capital word right before, as in Steven Hopper, that is neither title nor verb nor small word."""
        before = self._word_by_end.get(word.start - 1)
        if before is None or self._text[word.start - 1] not in " -" or not self._text[before.start].isupper():
            return False
        key, grammar = before.key, self._grammar
        known = (
            grammar.sets.titles,
            grammar.sets.verbs,
            grammar.sets.never_names,
            grammar.sets.soft,
            grammar.sets.openers,
        )
        return not any(key in words for words in known) and key not in self._rules.kind_by_form


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _known_of(rows: Sequence[NameRow], spoken: frozenset[str], grammar: Grammar) -> _Known:
    """Only rows of which a word is spoken are taken apart."""
    known = _Known({}, {}, {})
    for row, key in _keys_of(rows):
        words = plain_words(key).split()
        if spoken.isdisjoint(words):
            continue
        table = known.names if row.role == "name" else known.aliases
        table.setdefault(" ".join(words), set()).add(row.path)
        for part, begins in _parts(words, grammar) if row.role == "name" else ():
            paths = known.parts.setdefault(part, {})
            paths[row.path] = paths.get(row.path, False) or begins
    return known


def _keys_of(rows: Sequence[NameRow]) -> Iterator[tuple[NameRow, str]]:
    """The keys of names and aliases; a name with an umlaut also as it is written without one."""
    for row in rows:
        if row.role in {"name", "alias"}:
            yield row, row.key
        if row.role == "name" and not row.title.isascii() and (spelled := spelled_out(row.title)) != row.title:
            yield row, spelled


def _parts(words: Sequence[str], grammar: Grammar) -> Iterator[tuple[str, bool]]:
    """Runs of a name's words, and `ada l` for Ada Lovelace; particles alone name nobody."""
    words = words[:_LONGEST]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            run = words[start:end]
            if any(len(word) > 1 and word not in grammar.sets.particles for word in run):
                yield " ".join(run), start == 0
    if len(words) > 1:
        yield f"{words[0]} {words[-1][0]}", True
