"""Where the part of a sentence ends that tells who was met: the head. The rest tells what was said.

    "coffee with Ada and Bob, she offered an intro to Grace"   the head: "coffee with Ada and Bob"
    "ada said she's moving"                                    the head: "ada"

The head ends at the first sign (`, ; : . ! ? ( -`), pronoun (she, he, they, it) or word such as "said", "because",
"who" behind the first name; a comma between names of a list does not count. A pronoun behind a sign ends it even where
nobody has been named.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.edits.sentence_name import Name

_SIGNS = frozenset({"", ",", ";", ":", ".", "!", "–", "—", "-"})
_INITIAL = 2  # letters: "Dr.", "L."


class Cut(NamedTuple):
    """The head is `text[:end]`, and the rest `text[resume:]`; between them stands the sign, if it is one."""

    end: int
    resume: int


def find_cut(text: str, names: Sequence[Name], grammar: Grammar, *, is_told: bool) -> Cut:
    """`text` hides the names. `is_told` where it is known from elsewhere who was met: then any clause break counts."""
    named = 0 if is_told else (names[0].end if names else len(text))
    for match in grammar.break_.finditer(text):
        start, end = match.span()
        if not text[:start].strip():
            continue
        counts = start >= named
        if match["sign"]:
            if not _is_sign(text, start, grammar) or is_list_comma(text, start, names, grammar):
                continue
            behind = grammar.break_.match(text, _skip_blanks(text, end))
            counts = counts or (behind is not None and behind["pronoun"] is not None)
            end = start if match["sign"] == "(" else end
        else:
            end = start + len(match["joined"] or "")
        if counts:
            return Cut(start, end)
    return Cut(len(text), len(text))


def is_list(text: str, left: Name, right: Name, grammar: Grammar) -> bool:
    """True for names that a list joins: by "and", or by a comma where the list then ends, or goes on, as lists do."""
    gap = text[left.end : right.start]
    if left.is_possessive or not grammar.joiner.fullmatch(gap):
        return False
    return gap.strip(" \t") != "," or grammar.goes_on.match(text, right.end) is not None


def is_list_comma(text: str, at: int, names: Sequence[Name], grammar: Grammar) -> bool:
    return any(left.end <= at < right.start and is_list(text, left, right, grammar) for left, right in pairwise(names))


def is_clause(text: str, start: int, end: int) -> bool:
    """True for a place that is a clause by itself: blank, between signs."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    return before[-1:] in _SIGNS and behind[:1] in _SIGNS


def _is_sign(text: str, at: int, grammar: Grammar) -> bool:
    """A dot behind a title or an initial ends nothing."""
    if text[at] != ".":
        return True
    words = text[:at].split()
    last = words[-1].lower() if words else ""
    return last not in grammar.sets.titles and (len(last) >= _INITIAL or not last.isalpha())


def _skip_blanks(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip(" \t"))
