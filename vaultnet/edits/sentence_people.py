"""Who of those named in a sentence was met, and who is only spoken of.

The head of the sentence decides (`sentence_clause.py`). Names that a list joins belong together; what stands before
the list says what they are:

    with        "coffee with Ada and Bob", "lunch w/ my boss Ada"      met
    subject     "Ada called", "Ada and I had lunch", "Ada: coffee"      met, and then objects are not: "Ada met Bob"
    kind        "called Ada", "coffee Ada"                              met
    verb        "thanked Ada for the paper", "saw Ada"                  met; the words stay, "saw" alone says nothing
    to, from    "email to Ada", "spoke to Ada", "letter from Ada"       met
    other       "sent the paper to Ada", "the office of Ada"            met only where nobody else was
    place       "dinner at Ada's"                                       met only where nobody else was
    about       "talked about Ada", "without Ada", "met Ada's brother"  never met
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from vaultnet.edits.sentence_clause import is_list
from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.edits.sentence_name import HIDDEN, Name
from vaultnet.model.rules import Rules
from vaultnet.text.edit import Edit
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.span import Span

Role = Literal["with", "subject", "kind", "verb", "to", "from", "weak to", "weak from", "weak", "place", "about"]

_BACK = 160
_RANKS: tuple[frozenset[Role], ...] = (
    frozenset({"with", "subject", "kind", "verb", "to", "from"}),
    frozenset({"weak to", "weak from"}),
    frozenset({"weak"}),
    frozenset({"place"}),
)
_OBJECTS: frozenset[Role] = frozenset({"kind", "verb", "to"})
_KEPT_IN_TEXT: frozenset[Role] = frozenset({"verb", "weak", "place"})
_NOT_TOLD_TO = frozenset({"introduction", "help", "mention"})  # "an intro to Grace" is not a word to Grace
_CAPITAL = rf"(?-i:(?:[^\W\d_a-z][\w'’-]{{0,40}}|{HIDDEN}{{1,200}}))"
_OTHERS_BEFORE = lazy_pattern(rf"{_CAPITAL}(?:[ \t]{_CAPITAL}){{0,3}}\Z")
_OTHERS_BEHIND = lazy_pattern(rf"{_CAPITAL}(?:[ \t]{_CAPITAL}){{0,3}}")


class Group(NamedTuple):
    """Names joined by a list, what they are, and the place from which their phrase can be cut out."""

    names: tuple[Name, ...]
    role: Role
    start: int


def find_people(text: str, names: Sequence[Name], rules: Rules, grammar: Grammar) -> tuple[Group, ...]:
    """The groups that were met; `text` is the head, with all names hidden, and `names` those that may have been met."""
    groups = tuple(_groups(text, names, rules, grammar))
    if any(group.role == "subject" for group in groups) and not grammar.first.search(text):
        groups = tuple(group for group in groups if group.role not in _OBJECTS)
    for rank in _RANKS:
        found = tuple(group for group in groups if group.role in rank)
        if found:
            return found if rank is _RANKS[0] else found[:1]
    return ()


def cut_people(text: str, groups: Collection[Group], grammar: Grammar) -> Iterator[Edit]:
    """Cuts the phrases of those who were met out of the text, where what is left still reads well."""
    for group in groups:
        if group.role in _KEPT_IN_TEXT:
            continue
        end = group.names[-1].end + (len("'s") if group.names[-1].is_possessive else 0)
        joiner = grammar.joiner.match(text, end)
        if joiner and _other_behind(text, group, grammar):
            # "with Ada and Zora": Zora, of whom there is no note, stays.
            yield Edit(group.start, joiner.end(), f"{grammar.words.with_spoken} ")
        else:
            yield Edit(group.start, joiner.end() if joiner and "," not in joiner[0] else end, " " if joiner else "")


def find_others(text: str, groups: Collection[Group], grammar: Grammar) -> Iterator[Span]:
    """Where those stand who are named together with somebody who was met, and of whom there is no note."""
    for group in groups:
        if group.role == "with" and (other := _other_behind(text, group, grammar)):
            yield Span(*other.span())
        offset = max(group.names[0].start - _BACK, 0)
        before = text[offset : group.names[0].start]
        joined = grammar.joined.search(before)
        others = _OTHERS_BEFORE.search(before[: joined.start()]) if joined else None
        if others and grammar.accompanied.search(before[: others.start()]):
            yield Span(offset + others.start(), offset + others.end())


def _other_behind(text: str, group: Group, grammar: Grammar) -> re.Match[str] | None:
    """Zora of "with Ada and Zora", who is not me."""
    joiner = grammar.joiner.match(text, group.names[-1].end + (len("'s") if group.names[-1].is_possessive else 0))
    if joiner is None or grammar.mine.match(text, joiner.end()):
        return None
    return _OTHERS_BEHIND.match(text, joiner.end())


def _groups(text: str, names: Sequence[Name], rules: Rules, grammar: Grammar) -> Iterator[Group]:
    gathered: list[Name] = []
    for name in names:
        if gathered and not (
            is_list(text, gathered[-1], name, grammar) or _is_introduced_to(text, gathered, name, rules, grammar)
        ):
            yield _group(text, gathered, rules, grammar)
            gathered = []
        gathered.append(name)
    if gathered:
        yield _group(text, gathered, rules, grammar)


def _is_introduced_to(text: str, gathered: Sequence[Name], name: Name, rules: Rules, grammar: Grammar) -> bool:
    """`introduced Ada to Grace`: both heard from me."""
    gap = text[gathered[-1].end : name.start]
    addressed = grammar.addressed.search(gap)
    if addressed is None or not addressed["to"] or gap[: addressed.start()].strip():
        return False
    return _kind_before(text[: gathered[0].start], rules, grammar) == "introduction"


def _group(text: str, names: Sequence[Name], rules: Rules, grammar: Grammar) -> Group:
    first = names[0].start
    before, skipped = _without_others(text[max(first - _BACK, 0) : first], grammar)
    offset = max(first - _BACK, 0)
    if names[-1].is_possessive:
        if grammar.at_place.search(before):
            return Group(tuple(names), "place", first)
        if len(names) > 1:  # "with Ada and Ada's brother"
            return _group(text, names[:-1], rules, grammar)
        return Group(tuple(names), _owner(text, before, names[-1].end, rules, grammar), first)
    role, start = _role(before, rules, grammar)
    if start == len(before) and (honour := grammar.honour.search(before)):
        start = honour.start()
    if role == "verb" and _is_given(text, before, names[-1].end, rules, grammar):
        role = "kind"
    if skipped:  # "with Zora and Ada": only what joins Ada to Zora goes
        joined = grammar.joined.search(text[offset:first])
        start = joined.start() if joined else len(before)
    return Group(tuple(names), role, offset + start)


def _owner(text: str, before: str, end: int, rules: Rules, grammar: Grammar) -> Role:
    """`got Ada's letter` is one from her, `replied to Ada's letter` one to her; `met Ada's brother` is neither."""
    kind = rules.kind_pattern.match(text, end + len("'s "))
    if kind is None or not rules.settings.kinds[rules.kind_in(kind[0])].direction:
        return "about"
    addressed = grammar.addressed.search(before)
    return "to" if addressed and addressed["to"] else "from"


def _without_others(before: str, grammar: Grammar) -> tuple[str, bool]:
    """What stands before a list, without those in it of whom there is no note."""
    joined = grammar.joined.search(before)
    others = _OTHERS_BEFORE.search(before[: joined.start()]) if joined else None
    return (before[: others.start()], True) if others else (before, False)


def _role(before: str, rules: Rules, grammar: Grammar) -> tuple[Role, int]:
    """What stands directly before a list decides, and where its phrase begins."""
    length = len(before)
    untitled = grammar.title.sub("", before).rstrip()
    if found := grammar.accompanied.search(before):
        return "with", _phrase_start(found, length)
    if not grammar.my.sub("", before).strip() or untitled[-1:] in ":;,.!?–—" or _is_mine(before, grammar):
        return "subject", length
    if found := grammar.addressed.search(before):
        strong = found["talk"] or _tells(before[: found.start()], rules, grammar)
        side: Literal["to", "from"] = "to" if found["to"] else "from"
        return (side if strong else _WEAK[side]), length if found["between"] else found.start(side)
    if _kind_before(before, rules, grammar):
        return "kind", length
    if grammar.acted_on.search(before):
        return "verb", length
    if (found := grammar.behalf.search(before)) and _is_written(before[: found.start()], rules, grammar):
        return "to", length if found["between"] else found.start()
    if grammar.spoken_of.search(before):
        return "about", length
    # "had Ada over for dinner": nothing is said but that I did
    is_soft = all(word in grammar.sets.soft for word in untitled.lower().split())
    return ("kind" if is_soft else "weak"), length


_WEAK: dict[str, Role] = {"to": "weak to", "from": "weak from"}


def _is_mine(before: str, grammar: Grammar) -> bool:
    """`I and Ada had lunch`."""
    joined = grammar.joined.search(before)
    return joined is not None and grammar.mine.fullmatch(before[: joined.start()].strip()) is not None


def _is_written(before: str, rules: Rules, grammar: Grammar) -> bool:
    """`a card for Ada` goes to her; "lunch for Ada" need not."""
    kind = rules.settings.kinds.get(_kind_before(before, rules, grammar))
    return kind is not None and kind.direction != ""


def _is_given(text: str, before: str, end: int, rules: Rules, grammar: Grammar) -> bool:
    """`sent Ada a card`: the card says it all, and the verb no more than "with"."""
    between = grammar.between.match(text, end)
    return (
        between is not None
        and _last_word(before) in grammar.sets.openers
        and rules.kind_pattern.match(text, between.end()) is not None
    )


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _phrase_start(found: re.Match[str], length: int) -> int:
    """Words between stay, and then so does the "with": "with my boss"."""
    return length if found["between"] else found.start()


def _tells(before: str, rules: Rules, grammar: Grammar) -> bool:
    kind = _kind_before(before, rules, grammar)
    return bool(kind) and kind not in _NOT_TOLD_TO


def _kind_before(before: str, rules: Rules, grammar: Grammar) -> str:
    """The kind whose word stands directly before, but for "my old" and the like."""
    last = next(reversed(list(rules.kind_pattern.finditer(before))), None)
    if last is None or not grammar.between.fullmatch(f"{before[last.end() :].rstrip()} "):
        return ""
    return rules.kind_in(last[0])
