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
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.nearest import nearest
from vaultnet.text.span import Span

_WORD = lazy_pattern(r"[^\W_]+(?:['-][^\W_]+|’[^\W_]+)*")
_WAS = frozenset({"was", "were", "been", "war", "waren", "bin", "sind", "gewesen"})
_SIGNS = " \t,;:.–—-"


class FoundKind(NamedTuple):
    """`end` is where the words end that it makes superfluous, at the beginning of the sentence; 0 where none are.
    `tail` are the places of those that say nothing beside it further on: "rief ... an", "hat ... geholfen".
    """

    kind: str
    start: int
    end: int
    tail: tuple[Span, ...] = ()


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
        end, tail = superfluous(head, found, rules, grammar), find_tail(head, found, rules, grammar)
        return FoundKind(rules.kind_in(found[0]), found.start(), end, tuple(span for span in tail if span.start >= end))
    if apart := _two_halves(head, rules, grammar):
        return apart
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
    was_me = grammar.first.search(head) or (grammar.participle.search(head) and not grammar.auxiliary.search(head))
    return "from" if "subject" in roles and not was_me and at < len(head) else "to"


def says_only_was(head: str, grammar: Grammar) -> bool:
    """`was with Ada`, `war bei Finn`: nothing but that I was there; `head` is without those who were met."""
    words = {word[0].lower() for word in _WORD.finditer(head)}
    known = grammar.sets.soft | grammar.sets.openers | grammar.sets.places
    return bool(words & _WAS) and words <= known | _WAS


def _matches(head: str, rules: Rules, grammar: Grammar) -> Iterator[re.Match[str]]:
    """Words of the vocabulary that tell what was done, not what was spoken of or asked for."""
    topic = grammar.topic.search(head)
    for match in rules.kind_pattern.finditer(head):
        if topic and match.start() >= topic.start() and not _ends_clause(head, match, grammar):
            continue
        purpose = grammar.purpose.search(head[: match.start()])
        if (
            purpose is None
            or not head[: purpose.start()].strip()
            or grammar.going.search(head[: None if grammar.sets.closers else purpose.start()])
        ):
            yield match


def _ends_clause(head: str, match: re.Match[str], grammar: Grammar) -> bool:
    """True for a verb at the end of the head, where the language has it there: "lange über Rom gesprochen"."""
    return bool(grammar.sets.closers) and match[0].islower() and not head[match.end() :].strip(_SIGNS)


def _choose(matches: list[re.Match[str]], grammar: Grammar) -> re.Match[str] | None:
    """The first, but "met for coffee" is a coffee, and "wrote a letter" a letter."""
    now = [match for match in matches if not grammar.afterwards.search(match.string[: match.start()])]
    telling = [match for match in now or matches if fold(match[0]) not in grammar.sets.generic]
    return next(iter(telling or now or matches), None)


def superfluous(head: str, kind: re.Match[str] | None, rules: Rules, grammar: Grammar) -> int:
    """How far the head says nothing beside the kind: "had a call", "sent a postcard"; without one, "I", "a"."""
    soft_end, at = 0, 0
    is_soft = True
    for word in _WORD.finditer(head):
        if HIDDEN in head[at : word.start()] or (kind is None and not is_soft):
            break
        key = fold(word[0])
        if kind is not None and word.start() >= kind.start():
            return _behind_kinds(head, kind.end(), rules, grammar)
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


def find_tail(head: str, kind: re.Match[str], rules: Rules, grammar: Grammar) -> tuple[Span, ...]:
    """What closes the bracket that a verb opened, from the end of the head on, and what opened it."""
    end, tail = len(head.rstrip(_SIGNS)), list[Span]()
    for word in reversed(list(_WORD.finditer(head, kind.start()))):
        key = word[0].lower()
        is_half = key in grammar.sets.particles_of_verbs and fold(kind[0]) in grammar.sets.separable
        is_kind = _ends_clause(head[:end], word, grammar) and (
            word.start() == kind.start() or key in rules.kind_by_form
        )
        if word.end() != end or not (is_half or is_kind or key in grammar.sets.closers):
            break
        tail.append(Span(*word.span()))
        end = len(head[: word.start()].rstrip(_SIGNS))
        if is_half:
            return tuple(tail)
    return (*tail, *_openings(head[:end], grammar)) if tail else ()


def _two_halves(head: str, rules: Rules, grammar: Grammar) -> FoundKind | None:
    """`kam gestern kurz vorbei`: a form whose halves stand apart, the second at the end of the head."""
    words = list(_WORD.finditer(head))
    if not words or words[-1][0] not in grammar.sets.particles_of_verbs or head[words[-1].end() :].strip(_SIGNS):
        return None
    for word in words[:-1]:
        kind = rules.kind_by_form.get(f"{fold(word[0])} {words[-1][0]}")
        if kind:
            return FoundKind(kind, word.start(), 0, (Span(*word.span()), Span(*words[-1].span())))
    return None


def _openings(head: str, grammar: Grammar) -> Iterator[Span]:
    """`hat mir` of "hat mir beim Umzug geholfen"."""
    for word in _WORD.finditer(head):
        if word[0].lower() not in grammar.sets.auxiliaries:
            return
        yield Span(*word.span())


def _behind_kinds(head: str, at: int, rules: Rules, grammar: Grammar) -> int:
    """`phone call`, `video call`: one more word of the vocabulary may follow; and `me` where nothing, or what it
    was about, comes behind.
    """
    blank = len(head[at:]) - len(head[at:].lstrip(" \t"))
    more = rules.kind_pattern.match(head, at + blank) if blank else None
    end = more.end() if more else at
    me = grammar.mine.match(head, end + 1) if head[end : end + 1] == " " else None
    behind = head[me.end() :].strip(_SIGNS) if me else ""
    is_told = not behind or behind in grammar.sets.particles_of_verbs or grammar.topic.match(behind)
    return me.end() if me and is_told else end
