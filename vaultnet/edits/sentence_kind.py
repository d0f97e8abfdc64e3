"""The kind of touch a sentence tells of, which way it went, and the words that say no more than that.

"had a quick call with Ada"   call     "met Ada for coffee"   coffee       "asked Ada for a call"   no call yet
"Ben wrote"                   email from                                   "sent Ada a postcard"    postcard to
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.edits.sentence_name import HIDDEN
from vaultnet.edits.sentence_people import Group
from vaultnet.errors import UsageError
from vaultnet.model.rules import Rules
from vaultnet.text.fold import fold
from vaultnet.text.nearest import nearest

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SIGNS = " \t,;:.–—-"


class FoundKind(NamedTuple):
    """`end` is where the words end that it makes superfluous, at the beginning of the sentence; 0 where none are."""

    kind: str
    start: int
    end: int


def get_kind(form: str, rules: Rules) -> str:
    """The kind a person names by itself, in any of its forms."""
    kind = rules.kind_by_form.get(fold(form))
    if kind is None:
        near = nearest(fold(form), rules.kind_by_form)
        hint = f": did you mean {near}?" if near else f": there are {', '.join(sorted(rules.settings.kinds))}"
        raise UsageError(f'no kind of touch is called "{form}"{hint}')
    return kind


def find_kind(head: str, rest: str, rules: Rules, grammar: Grammar) -> FoundKind:
    """The kind in a head without its people; where it says nothing else, the one that begins the rest.

    `rest` is what follows the head, of which `start` and `end` then are offsets behind the head's length.
    """
    found = _choose(list(_matches(head, rules, grammar)), grammar)
    if found:
        return FoundKind(rules.kind_in(found[0]), found.start(), superfluous(head, found, rules, grammar))
    lead = len(rest) - len(rest.lstrip(_SIGNS))
    begins = rules.kind_pattern.match(rest, lead)
    if begins and not _WORD.search(head) and HIDDEN not in head:
        return FoundKind(rules.kind_in(begins[0]), len(head) + begins.start(), len(head) + begins.end())
    return FoundKind("", 0, superfluous(head, None, rules, grammar))


def find_direction(kind: str, head: str, at: int, groups: Collection[Group], rules: Rules, grammar: Grammar) -> str:
    """Who wrote: "from" behind "from" and "got", and where they are the subject; else "to". "" where both took part."""
    known = rules.settings.kinds.get(kind)
    if known is None or not known.direction:
        return ""
    roles = {group.role for group in groups}
    if roles & {"from", "weak from"} or grammar.received.search(head[:at]):
        return "from"
    came = "subject" in roles and not grammar.mine.search(head) and at < len(head)
    return "from" if came else "to"


def _matches(head: str, rules: Rules, grammar: Grammar) -> Iterator[re.Match[str]]:
    """Words of the vocabulary that tell what was done, not what was spoken of or asked for."""
    topic = grammar.topic.search(head)
    for match in rules.kind_pattern.finditer(head, 0, topic.start() if topic else len(head)):
        purpose = grammar.purpose.search(head[: match.start()])
        if purpose is None or grammar.going.search(head[: purpose.start()]):
            yield match


def _choose(matches: list[re.Match[str]], grammar: Grammar) -> re.Match[str] | None:
    """The first, but "met for coffee" is a coffee, and "wrote a letter" a letter."""
    telling = [match for match in matches if fold(match[0]) not in grammar.sets.generic]
    return next(iter(telling or matches), None)


def superfluous(head: str, kind: re.Match[str] | None, rules: Rules, grammar: Grammar) -> int:
    """How far the head says nothing beside the kind: "had a call", "sent a postcard"; without one, "I", "a"."""
    soft_end, at = 0, 0
    is_soft = True
    for word in _WORD.finditer(head):
        if HIDDEN in head[at : word.start()] or (kind is None and not is_soft):
            break
        key = fold(word[0])
        if kind is not None and word.start() >= kind.start():
            return _behind_kinds(head, kind.end(), rules)
        is_soft = is_soft and key in grammar.sets.soft
        soft_end = word.end() if is_soft else soft_end
        if (
            not is_soft
            and key not in grammar.sets.openers
            and key not in grammar.sets.generic
            and key not in grammar.sets.soft
        ):
            break
        at = word.end()
    return soft_end


def _behind_kinds(head: str, at: int, rules: Rules) -> int:
    """`phone call`, `video call`: one more word of the vocabulary may follow."""
    blank = len(head[at:]) - len(head[at:].lstrip(" \t"))
    more = rules.kind_pattern.match(head, at + blank) if blank else None
    return more.end() if more else at
