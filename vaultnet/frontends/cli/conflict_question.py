"""Asking for one of two versions, in the terminal, place by place.

People/Ada.md:2: tier
  1 ours    close
  2 theirs  wide
1, 2, 3 both, Enter leaves it open: 2
"""

import sys
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.language.speech import said, said_part
from vaultnet.frontends.cli.output import harmless_line, print_quote

if TYPE_CHECKING:
    from vaultnet.edits.settle_conflict import Question
    from vaultnet.text.conflict_hunk import Choice

_CHOICES: "dict[str, Choice]" = {"1": "ours", "2": "theirs", "3": "both", "": "open"}
_SHOWN = 12  # lines of each version
_LONGEST = 40  # characters of each, where both stand on one line


def can_ask() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: "Question") -> "Choice":
    """Until one of the keys was typed."""
    print_quote("")
    print_quote(question_words("", question))
    print_version("1", said_part("ours"), question.ours)
    print_version("2", said_part("theirs"), question.theirs)
    keys = "1, 2, Enter leaves it open" if question.key else "1, 2, 3 both, Enter leaves it open"
    while True:
        typed: str = click.prompt(said(keys), default="", show_default=False)
        if typed.strip() in _CHOICES:
            return _CHOICES[typed.strip()]


def print_version(key: str, side: str, text: str) -> None:
    lines = text.rstrip("\r\n").split("\n")
    shown = lines if len(lines) <= _SHOWN else [*lines[:_SHOWN], "…"]
    first, *rest = shown
    print_quote(f"  {key} {side.ljust(7)} {first or said_part('nothing')}")
    for line in rest:
        print_quote(f"    {' ' * 7} {line}")


def question_words(path: str, question: "Question") -> str:
    """`People/Ada.md:2: tier: close | wide`, on one line."""
    if not path:
        return said_part(f"line {question.line}") + f": {question.key or said_part('text')}"
    ours, theirs = _short(question.ours, question.theirs)
    return harmless_line(f"  {path}:{question.line}: {question.key or said_part('text')}: {ours} | {theirs}")


def _short(*versions: str) -> list[str]:
    """Both on one line; where that is too long, from the word in which they begin to differ."""
    lines = [" ".join(text.split()) for text in versions]
    differs = next((place for place, letters in enumerate(zip(*lines, strict=False)) if len(set(letters)) > 1), 0)
    start = lines[0].rfind(" ", 0, differs) + 1 if max(map(len, lines)) > _LONGEST else 0
    return [_shown(line, start) for line in lines]


def _shown(line: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'...' if start else ''}{line[start:end]}{'...' if line[end:] else ''}" or said_part("nothing")
