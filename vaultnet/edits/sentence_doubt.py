"""Whether a sentence tells of something that has happened. What has not is refused: a log says who heard from whom.

    "want to call Ada", "will Ada anrufen", "Ada anrufen"          a plan: --next holds it
    "didn't call Ada", "tried to reach Ada", "Ada nicht erreicht"  did not happen
    "did I call Ada?"                                              a question

What was tried is told as it was: "called Ada, no answer" is a call, whose words tell the follow-up ladder that nobody
was reached (`[ladder] missed`), and "called Ada, left a voicemail" a message to her. Only the part that tells who was
met is asked: "Ada said she won't come" stands.
"""

import re
from functools import cached_property

from vaultnet.edits.sentence_clause import Cut
from vaultnet.edits.sentence_doubt_words import DOUBTS_BY_LANGUAGE, ENGLISH_DOUBTS
from vaultnet.edits.sentence_grammar import Grammar, grammar_of
from vaultnet.errors import UsageError
from vaultnet.model.rules import Rules
from vaultnet.text.phrases import BLANK, any_of, as_said, pattern_of

_START = r"(?<![\w'-])(?<!’)"
_END = r"(?![\w'-])(?!’)"
_FEW_WORDS = rf"(?:[^\W\d_]{{1,20}}{BLANK}){{0,3}}"
_SIGNS = r"[ \t,;:.!–—-]{0,9}"


def refuse_unless_happened(text: str, cut: Cut, rules: Rules, grammar: Grammar) -> None:
    """`text` is the sentence with names and quotations hidden. Raises UsageError."""
    patterns, head = Patterns(rules.settings.vault.language, text), text[: cut.end]
    if _is_question(text, cut, patterns):
        raise UsageError("that reads like a question: log takes what has happened; `vaultnet show` tells what is known")
    if any(_is_plan(head, each) for each in DOUBTS_BY_LANGUAGE):  # a plan in any language
        raise UsageError("that reads like a plan: log it once it has happened, or add it with --next")
    topic = grammar.topic.search(head)
    told = head[: topic.start()] if topic and not grammar.sets.closers else head
    is_contact = rules.kind_pattern.search(told) or patterns.reached.search(told)
    if patterns.tried.search(told) or (is_contact and patterns.denied.search(told)):
        raise UsageError('that reads as if it did not happen: log what did, as in "called Ada, no answer"')


def leaves_words(text: str, cut: Cut, rules: Rules) -> bool:
    """`called Ada, left a voicemail`: she was not reached, but has a message."""
    return Patterns(rules.settings.vault.language, text).left.match(text, cut.end) is not None


def _is_question(text: str, cut: Cut, patterns: "Patterns") -> bool:
    """A head that ends in a question mark, or a sentence that begins as questions do."""
    mark = text[cut.end - 1 : cut.resume].strip()
    asks = patterns.question.match(text) is not None
    return mark.endswith("?") or (asks and text.rstrip().endswith("?"))


def _is_plan(head: str, language: str) -> bool:
    patterns = Patterns(language, head)
    if grammar_of(language, head).intent.match(head) or patterns.plan.search(head):
        return True
    return patterns.infinitive.search(head) is not None and patterns.done.search(head) is None


class Patterns:
    """What may be asked of that text and its parts; made when it is first asked."""

    def __init__(self, language: str, text: str | None = None) -> None:
        self._words = DOUBTS_BY_LANGUAGE.get(language, ENGLISH_DOUBTS)
        self._said = None if text is None else as_said(text)

    @cached_property
    def question(self) -> re.Pattern[str]:
        questions = self._any(self._words.questions)
        return pattern_of(rf"[ \t]{{0,9}}(?:{questions}){_END}", questions)

    @cached_property
    def plan(self) -> re.Pattern[str]:
        wishes = self._any(self._words.wishes)
        acts = self._any(self._words.acts)
        return pattern_of(rf"{_START}(?:{wishes}){BLANK}{_FEW_WORDS}(?:{acts}){_END}", wishes)

    @cached_property
    def infinitive(self) -> re.Pattern[str]:
        """At the end of the head it is a plan, unless `done` stands in the head."""
        infinitives = self._any(self._words.infinitives)
        return pattern_of(rf"{_START}(?:{infinitives})[ \t.!]{{0,9}}\Z", infinitives, 0)  # "Anrufen" is a noun

    @cached_property
    def done(self) -> re.Pattern[str]:
        return self._alone(self._words.done)

    @cached_property
    def denied(self) -> re.Pattern[str]:
        return self._alone(self._words.denials)

    @cached_property
    def tried(self) -> re.Pattern[str]:
        return self._alone(self._words.attempts)

    @cached_property
    def reached(self) -> re.Pattern[str]:
        return self._alone(self._words.reached)

    @cached_property
    def left(self) -> re.Pattern[str]:
        left, fillers = self._any(self._words.left), self._any(self._words.fillers)
        return pattern_of(rf"{_SIGNS}(?:(?:{fillers}){BLANK}){{0,3}}(?:{left}){_END}", left)

    def _alone(self, row: str) -> re.Pattern[str]:
        words = self._any(row)
        return pattern_of(rf"{_START}(?:{words}){_END}", words)

    def _any(self, row: str) -> str:
        return any_of(row, said=self._said)
