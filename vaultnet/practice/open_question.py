"""What to ask somebody about (P11): threads that the notes of earlier days left open, in the notes' own words.

## Life events: - 2026-05-20 moved to Graz                   ->  OpenQuestion("life", "moved to Graz", 2026-05-20)
- 2026-05-02 coffee: she moves to Paris; the talk is done    ->  OpenQuestion("ahead", "she moves to Paris", 2026-05-02)
- 2026-04-10 call: the reading room and its roof             ->  OpenQuestion("topic", "the reading room ...", ...)

Only what stands there is asked about, and what lay ahead of *them*: my own plans, and letters of mine, are no news of
theirs. Nothing is guessed, so that the same notes bring the same questions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import add_days
from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Touch
from vaultnet.model.richness import LIVE
from vaultnet.practice.life_event import mood_of
from vaultnet.text.fold import fold

MOST = 3
_A_YEAR, _TWO_YEARS = 365, 730  # days
_SENTENCE = re.compile(r"(?<![.;!?])[.;!?]++(?:\s+|$)")
_CLAUSE = re.compile(r", | (?:and|but|und|aber) ")
# What lies ahead of somebody, in folded words.
_AHEAD = re.compile(
    r"\b(?:mov(?:es|ing) (?:to|into|in|out|house|home)|starts|begins|will|is going to|are going to|about to"
    r"|(?:he|she|they) plans?|plans? to|planning|hopes?|hoping|wants to|would like to|expect(?:s|ing)|is looking"
    r"|looks for|thinks of|thinking of|considers?|appl(?:ies|ying)|waits? for|waiting for|exams?|surgery"
    r"|operation|wedding|zieht (?:um|nach|in)|umzug|beginnt|fangt an|wird|plant|hofft|mochte|sucht"
    r"|bewirbt sich|wartet auf|denkt (?:an|daran|daruber)|uberlegt|prufung\w*|hochzeit)\b"
)
_MINE = re.compile(r"\b(?:i|we|my|our|ich|wir|mein\w*|unser\w*)\b")


class OpenQuestion(NamedTuple):
    """`what`: life (and `mood`: glad, trouble or grief), ahead, topic; `touch` is the one it came up in, None of an
    event in their life.
    """

    what: str
    words: str
    on: date
    touch: Touch | None = None
    mood: str = ""


def open_questions(touches: Sequence[Touch], life_events: Iterable[DatedLine], today: date) -> tuple[OpenQuestion, ...]:
    """At most three: the newest event in their life within a year, what lay ahead of them in the touches of two years,
    what was last talked about. `touches` are newest first.
    """
    told = [touch for touch in touches if _tells(touch) and add_days(today, -_TWO_YEARS) < touch.day <= today]
    ahead = list(_ahead(told))
    asked = {question.on for question in ahead[: MOST - 1]}
    last = (question for question in _last_topic(told) if question.on not in asked)
    first = islice(_life(life_events, today), 1)
    return tuple(islice(chain(first, islice(ahead, MOST - 1), last), MOST))


def _tells(touch: Touch) -> bool:
    """True for a touch whose words are about them: no title of a meeting, no letter of mine, no thanks."""
    return bool(touch.text) and touch.origin != "gathering" and touch.direction != "to" and touch.kind != MENTION


def _life(events: Iterable[DatedLine], today: date) -> Iterator[OpenQuestion]:
    lately = [event for event in events if add_days(today, -_A_YEAR) < event.day <= today]
    for event in sorted(lately, key=lambda event: (-event.day.toordinal(), event.line)):
        words = f"{event.topic}: {event.text}" if event.topic else event.text
        yield OpenQuestion("life", words, event.day, mood=mood_of(words))


def _ahead(told: Iterable[Touch]) -> Iterator[OpenQuestion]:
    """The first sentence of each touch that says what was to come for them."""
    for touch in told:
        for sentence in _SENTENCE.split(_first_line(touch)):
            if any(_AHEAD.search(clause) and not _MINE.search(clause) for clause in _CLAUSE.split(fold(sentence))):
                yield OpenQuestion("ahead", sentence.strip(), touch.day, touch)
                break


def _last_topic(told: Sequence[Touch]) -> Iterator[OpenQuestion]:
    """What was last talked about, or what they wrote since that asks nothing of me."""
    for touch in told:
        if touch.richness >= LIVE or not _MINE.search(fold(touch.text)):
            yield OpenQuestion("topic", _first_line(touch), touch.day, touch)
            return


def _first_line(touch: Touch) -> str:
    return touch.text.split("\n", 1)[0]
