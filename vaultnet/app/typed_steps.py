"""Which steps of the journal `vaultnet undo` means: those of the last commands that a person typed.

    watch (page)   log   watch (page, ticks)   agenda   agenda (absorbed)      the journal, newest first
    ---- 1 ----------   ------------------- 2 ---------------------------      `undo`, `undo 2`

A watcher writes by itself, a moment after whatever was typed: its steps go with the command that they followed, or
`undo` would take back a page that the watcher then makes again, and leave what the person meant.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from vaultnet.storage.journal import Step

WATCH = ("vaultnet", "watch")  # the words of a watcher's steps, whatever options it was started with

Command = tuple[tuple[str, ...], datetime]


def typed_steps(steps: Iterable[Step], count: int) -> list[list[Step]]:
    """The steps (newest first) of the last `count` commands, each with the watcher's steps that followed it. Where
    no typed command is known beneath a watcher's steps, each of its rounds counts by itself.
    """
    commands = steps_by_command(steps)
    groups: list[list[Step]] = []
    waiting: list[list[Step]] = []
    for command in commands:
        if command[0].words == WATCH:
            waiting.append(command)
        else:
            groups.append([step for one in (*waiting, command) for step in one])
            waiting = []
    return [*groups, *waiting][:count]


def steps_by_command(steps: Iterable[Step]) -> list[list[Step]]:
    """The steps as one command each wrote them: they have their words and moment in common."""
    return [list(group) for _, group in groupby(steps, key=_command)]


def _command(step: Step) -> Command:
    return step.words, step.at
