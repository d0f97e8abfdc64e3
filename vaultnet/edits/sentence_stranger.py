"""Somebody a sentence names whom nobody knows: who seems to be meant, and what to write instead.

"coffee with Zora"  ->  UsageError: nobody is called "Zora": write **Zora** to make a note of them
"""

from collections.abc import Iterator, Sequence

from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.edits.sentence_name import HIDDEN
from vaultnet.edits.sentence_people import find_others
from vaultnet.edits.sentence_reading import Reading
from vaultnet.errors import UsageError
from vaultnet.model.rules import Rules
from vaultnet.model.who import NameRow, near_names
from vaultnet.text.lazy_pattern import lazy_pattern

_MARKS = lazy_pattern(r"[\[\]*]")
_WORD = lazy_pattern(r"[^\W\d_][\w'’-]*")
_SURNAMES = lazy_pattern(r"(?:[ ][^\W\d_a-z][\w'’-]{0,40}){0,3}")


def nobody_met(head: str, rows: Sequence[NameRow], rules: Rules, grammar: Grammar) -> UsageError:
    """What to say where nobody known was met; `head` is the part of the sentence that should have told."""
    plain = _MARKS.sub(" ", head)
    for name in _strangers(plain, rules, grammar):
        near = " or ".join(sorted({row.title for row in near_names(name, rows)}))
        hint = f"did you mean {near}? Else " if near else ""
        return UsageError(f'nobody is called "{name}": {hint}write **{name}** to make a note of them')
    return UsageError('whom did you meet? Name them as in "coffee with Ada", or with --who')


def strangers_beside(reading: Reading, rules: Rules) -> Iterator[str]:
    """Who is named together with those who were met, and is in no note: the words stay, and nobody's note has them."""
    head, sets = reading.bare[: reading.cut.end], reading.grammar.sets
    for span in find_others(head, reading.groups, reading.grammar):
        name = reading.sentence[slice(*span)]
        if HIDDEN not in head[slice(*span)] and name.lower() not in sets.never_names and not rules.kind_in(name):
            yield name


def _strangers(plain: str, rules: Rules, grammar: Grammar) -> Iterator[str]:
    """Words that stand where a name should: "with zora", "called Zora", "Zora called"."""
    for match in _WORD.finditer(plain):
        before, first = plain[: match.start()], match[0]
        if first.lower() in grammar.sets.never_names or first.endswith(("'s", "’s")) or rules.kind_in(first):
            continue
        met = (grammar.accompanied, grammar.acted_on, grammar.addressed)
        found = next(filter(None, (pattern.search(before) for pattern in met)), None)
        is_met = found is not None and (not found["between"] or first[0].isupper())
        if is_met or (first[0].isupper() and _is_done_to(before, plain[match.end() :], rules, grammar)):
            surnames = _SURNAMES.match(plain, match.end())
            yield first + (surnames[0] if surnames else "")


def _is_done_to(before: str, behind: str, rules: Rules, grammar: Grammar) -> bool:
    """`called Zora`, or at the beginning `Zora called`, `Zora said`."""
    kinds = list(rules.kind_pattern.finditer(before))
    if kinds and grammar.between.fullmatch(f"{before[kinds[-1].end() :].rstrip()} "):
        return True
    said = grammar.said.match(behind) or rules.kind_pattern.match(behind.lstrip())
    return not before.strip() and said is not None
