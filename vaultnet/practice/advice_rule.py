"""A rule of what not to say: the words it looks for, and the lines that show what it means.

AdviceRule("advice-asks-for-job", phrases="...", bad=("Asked her for a job.",), good=("She got a job.",), ...)

The lines under `bad` and `good` are the rule's tests, and they stand in docs/guide/advice.md as they stand here.
"""

from typing import NamedTuple


class AdviceRule(NamedTuple):
    """`name` as `check` shows it. `phrases`: one a line (`advice_phrase.py`); a sentence with one of `unless` in it is
    left alone. A text without any of `anchors` in it need not be looked at.
    """

    name: str
    phrases: str
    unless: frozenset[str]
    anchors: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
