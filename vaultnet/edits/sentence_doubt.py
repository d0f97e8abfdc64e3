"""Whether a sentence tells of something that has happened. What has not is refused: a log says who heard from whom.

    "want to call Ada", "will Ada anrufen", "Ada anrufen"          a plan: --next holds it
    "didn't call Ada", "tried to reach Ada", "Ada nicht erreicht"  did not happen
    "did I call Ada?"                                              a question

What was tried is told as it was: "called Ada, no answer" is a call, whose words tell the follow-up ladder that nobody
was reached (`[ladder] missed`), and "called Ada, left a voicemail" a message to her. Only the part that tells who was
met is asked: "Ada said she won't come" stands.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vaultnet.edits.sentence_clause import Cut
from vaultnet.edits.sentence_doubt_words import DOUBTS_BY_LANGUAGE, ENGLISH_DOUBTS
from vaultnet.edits.sentence_grammar import Grammar, any_of, grammar_of, pattern_of
from vaultnet.errors import UsageError
from vaultnet.model.rules import Rules
from vaultnet.text.lazy_pattern import worded_pattern

_BLANK = r"[ \t]{1,9}"
_START = r"(?<![\w'’-])"
_END = r"(?![\w'’-])"
_FEW_WORDS = rf"(?:[^\W\d_]{{1,20}}{_BLANK}){{0,3}}"
_SIGNS = r"[ \t,;:.!–—-]{0,9}"


class _Patterns(NamedTuple):
    question: re.Pattern[str]
    plan: re.Pattern[str]
    infinitive: re.Pattern[str]  # at the end of the head it is a plan, unless `done` stands in the head
    done: re.Pattern[str]
    denied: re.Pattern[str]
    tried: re.Pattern[str]
    reached: re.Pattern[str]
    left: re.Pattern[str]


def refuse_unless_happened(text: str, cut: Cut, rules: Rules, grammar: Grammar) -> None:
    """`text` is the sentence with names and quotations hidden. Raises UsageError."""
    patterns, head = _patterns(rules.settings.vault.language), text[: cut.end]
    if _is_question(text, cut, patterns):
        raise UsageError("that reads like a question: log takes what has happened; `vaultnet show` tells what is known")
    if any(_is_plan(head, _patterns(each), grammar_of(each)) for each in DOUBTS_BY_LANGUAGE):  # a plan in any language
        raise UsageError("that reads like a plan: log it once it has happened, or add it with --next")
    topic = grammar.topic.search(head)
    told = head[: topic.start()] if topic and not grammar.sets.closers else head
    is_contact = rules.kind_pattern.search(told) or patterns.reached.search(told)
    if patterns.tried.search(told) or (is_contact and patterns.denied.search(told)):
        raise UsageError('that reads as if it did not happen: log what did, as in "called Ada, no answer"')


def leaves_words(text: str, cut: Cut, rules: Rules) -> bool:
    """`called Ada, left a voicemail`: she was not reached, but has a message."""
    return _patterns(rules.settings.vault.language).left.match(text, cut.end) is not None


def _is_question(text: str, cut: Cut, patterns: _Patterns) -> bool:
    """A head that ends in a question mark, or a sentence that begins as questions do."""
    mark = text[cut.end - 1 : cut.resume].strip()
    asks = patterns.question.match(text) is not None
    return mark.endswith("?") or (asks and text.rstrip().endswith("?"))


def _is_plan(head: str, patterns: _Patterns, grammar: Grammar) -> bool:
    if grammar.intent.match(head) or patterns.plan.search(head):
        return True
    return patterns.infinitive.search(head) is not None and patterns.done.search(head) is None


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    words = DOUBTS_BY_LANGUAGE.get(language, ENGLISH_DOUBTS)
    return _Patterns(
        question=pattern_of(rf"[ \t]{{0,9}}(?:{any_of(words.questions)}){_END}", words.questions),
        plan=pattern_of(
            rf"{_START}(?:{any_of(words.wishes)}){_BLANK}{_FEW_WORDS}(?:{any_of(words.acts)}){_END}", words.wishes
        ),
        infinitive=worded_pattern(  # "Anrufen" is a noun
            rf"{_START}(?:{any_of(words.infinitives)})[ \t.!]{{0,9}}\Z", 0, filter(None, words.infinitives.split("|"))
        ),
        done=pattern_of(rf"{_START}(?:{any_of(words.done)}){_END}", words.done),
        denied=pattern_of(rf"{_START}(?:{any_of(words.denials)}){_END}", words.denials),
        tried=pattern_of(rf"{_START}(?:{any_of(words.attempts)}){_END}", words.attempts),
        reached=pattern_of(rf"{_START}(?:{any_of(words.reached)}){_END}", words.reached),
        left=pattern_of(
            rf"{_SIGNS}(?:(?:{any_of(words.fillers)}){_BLANK}){{0,3}}(?:{any_of(words.left)}){_END}", words.left
        ),
    )
