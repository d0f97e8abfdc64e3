"""What not to say (P12): whether a message, or a line on what I said to somebody, asks for a job or says nothing.

find_advice("Do you have any openings in your team?")       ->  (ASKS_FOR_JOB,)
find_advice("Just checking in!")                            ->  (SAYS_NOTHING,)
find_advice("Whom at Waterlijn should I ask about dikes?")  ->  ()

What is quoted, code, or a link's target is nobody's asking. Both languages are looked for in every vault: people write
to friends in other languages than they keep their notes in.
"""

import re

from vaultnet.model.ref import display
from vaultnet.practice.advice_ask import NAMES_NOBODY
from vaultnet.practice.advice_filler import SAYS_NOTHING
from vaultnet.practice.advice_job import ASKS_FOR_JOB
from vaultnet.practice.advice_phrase import compile_phrases, find_phrase, split_sentences
from vaultnet.practice.advice_rule import AdviceRule

RULES: tuple[AdviceRule, ...] = (ASKS_FOR_JOB, SAYS_NOTHING)  # of any message
# What is the matter, and what to write instead.
HINTS = {
    ASKS_FOR_JOB.name: "asks for a job: ask for advice, a name or an idea, and say about which organization or role",
    SAYS_NOTHING.name: "says nothing new: bring a thought, a piece of news, a question to them, or a thank-you",
    NAMES_NOBODY.name: "an ask that names no person, organization or role: say whom or what it is about",
}
_ANCHORS = {rule.name: tuple(anchor.casefold() for anchor in rule.anchors) for rule in RULES}
_LONGEST = 400  # characters of a quotation: what opens and never closes is no quotation
_NOT_MINE = re.compile(
    rf"`[^`\n]{{1,{_LONGEST}}}`"
    rf"|\"[^\"\n]{{1,{_LONGEST}}}\"|“[^”“\n]{{1,{_LONGEST}}}”|„[^“”„\n]{{1,{_LONGEST}}}[“”]"
    rf"|«[^»«\n]{{1,{_LONGEST}}}»|»[^»«\n]{{1,{_LONGEST}}}«"
    r"|https?://[^\s<>]{1,400}"
)
_QUOTED_LINE = re.compile(r"^[ \t]{0,20}>[^\n]*$", re.MULTILINE)


def find_advice(text: str) -> tuple[AdviceRule, ...]:
    """The rules that a text of mine breaks, each once."""
    low = text.casefold()
    near = [rule for rule in RULES if any(anchor in low for anchor in _ANCHORS[rule.name])]
    if not near:
        return ()
    sentences = split_sentences(without_quotations(text))
    return tuple(
        rule
        for rule in near
        if any(
            rule.unless.isdisjoint(sentence.words) and find_phrase(compile_phrases(rule.phrases), sentence)
            for sentence in sentences
        )
    )


def without_quotations(text: str) -> str:
    """The words that are mine: a word in the place of quotations, code and addresses; links as they are shown."""
    return display(_NOT_MINE.sub(" quote ", _QUOTED_LINE.sub("", text)))
