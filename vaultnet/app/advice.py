"""What `check` has to say on how things were said, or are about to be: hints, never faults.

find_hints(workspace)  ->  [Hint("People/Ada.md", 12, "advice-asks-for-job", "asks for a job: ..."), ...]
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import add_days
from vaultnet.practice.advice import HINTS, find_advice
from vaultnet.practice.advice_ask import NAMES_NOBODY, names_nobody
from vaultnet.practice.advice_rule import AdviceRule
from vaultnet.practice.help_first import YEAR, help_first
from vaultnet.storage.lookup import load_record
from vaultnet.storage.said import Ask, load_asks, load_drafts, load_known_names, load_outcomes, load_said

HELP_FIRST = "advice-help-first"


class Hint(NamedTuple):
    """`message` says what there is, and what would be better."""

    path: str
    line: int
    rule: str
    message: str


def find_hints(workspace: Workspace) -> list[Hint]:
    """Every hint once for its line. The index must be fresh."""
    found = [*_of_lines(workspace), *_of_outcomes(workspace), *_of_asks(workspace), *_help_first(workspace)]
    return list(dict.fromkeys(found))


def _of_lines(workspace: Workspace) -> Iterator[Hint]:
    """Touches by me, drafts, and what a brief wants of its meeting."""
    for said in (*load_said(workspace.connection), *load_drafts(workspace.connection)):
        yield from (_hint(said.path, said.line, rule) for rule in find_advice(said.text))


def _of_outcomes(workspace: Workspace) -> Iterator[Hint]:
    """What I want of a meeting, by its property; the note is read only where there is something to say."""
    for path, outcome in load_outcomes(workspace.connection):
        rules = find_advice(outcome)
        if rules:
            lines = (workspace.read(path) or "").split("\n")
            line = next((number for number, text in enumerate(lines, 1) if outcome in text), 1)
            yield from (_hint(path, line, rule) for rule in rules)


def _of_asks(workspace: Workspace) -> Iterator[Hint]:
    """Asks that say neither of whom nor of what. What people are called is looked up once there is one."""
    vague = [ask for ask in load_asks(workspace.connection) if names_nobody(ask.text, frozenset())]
    known = load_known_names(workspace.connection) if vague else frozenset()
    for ask in vague:
        if names_nobody(ask.text, known):
            yield _hint(ask.path, ask.line, NAMES_NOBODY)


def _help_first(workspace: Workspace) -> Iterator[Hint]:
    """The newest ask of whoever was given nothing within the year; a quiet word, once for each of them."""
    network, today = workspace.network(), workspace.today
    newest: dict[str, Ask] = {}
    for ask in load_asks(workspace.connection):
        if add_days(today, -YEAR) < ask.day <= today and ask.contact in network.standing_by_path:
            newest[ask.contact] = max(newest.get(ask.contact, ask), ask, key=lambda one: one.day)
    for contact, ask in newest.items():
        if network.standing_by_path[contact].is_gone:
            continue
        hint = help_first(network.touches[contact], today, load_record(workspace.connection, contact)["needs"])
        if hint:
            yield Hint(ask.path, ask.line, HELP_FIRST, _help_words(network.name_by_path[contact], hint.needs))


def _help_words(name: str, needs: tuple[str, ...]) -> str:
    if needs:
        return f"help first: {name} needs {'; '.join(needs)}"
    return f"help first: ask {name} what you could do for them, before the next ask"


def _hint(path: str, line: int, rule: AdviceRule) -> Hint:
    return Hint(path, line, rule.name, HINTS[rule.name])
