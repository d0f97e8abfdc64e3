"""One contact left in peace until a day, or altogether, or brought back.

plan_rest(workspace, ("Ada", "in", "3", "weeks"), "until")
-> Rest("People/Ada.md", "Ada", until=date(2026, 7, 6), is_paused=False, change=FileChange(...))
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from vaultnet.app.set_property import edit_note, usual_keys
from vaultnet.app.who import find_unread, get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.edits.snooze import PAUSE, plan_snooze, plan_wake
from vaultnet.errors import NothingFound, UsageError
from vaultnet.model.note_values import read_values
from vaultnet.storage.lookup import load_record
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document

_UNTIL = re.compile(r"\A(?:until|till|bis(?: zum| zur)?)\s+", re.IGNORECASE)
RestKind = Literal["until", "pause", "wake"]


@dataclass(frozen=True, slots=True)
class Rest:
    """`until`, `is_paused`: as they will be. `moved_until`: so long a line that was moved on (`[>]`) holds."""

    path: str
    name: str
    until: date | None
    is_paused: bool
    moved_until: date | None
    change: FileChange


def plan_rest(workspace: Workspace, words: Sequence[str], kind: RestKind) -> Rest:
    """WHO, and for "until" a day behind it, in one sequence of words. Writes nothing.

    Raises UsageError, AmbiguousName, and NotWritten with the lines to paste.
    """
    until = None
    if kind == "until":
        words, until = _split(workspace, words)
    path = _who(workspace, " ".join(words))
    keys = _keys(workspace, path)
    assignments = plan_snooze(until, keys) if until else PAUSE if kind == "pause" else plan_wake(keys)
    change, _ = edit_note(workspace, path, "contact", assignments, usual_keys(workspace))
    name = load_record(workspace.connection, path)["name"]
    return Rest(path, name, until, kind == "pause", _moved_until(workspace, path, kind), change)


def _keys(workspace: Workspace, path: str) -> list[str]:
    """The keys of the note, in its own spelling and order."""
    return list(read_values(parse_document(workspace.read(path) or ""), workspace.config.rules).values)


def _split(workspace: Workspace, words: Sequence[str]) -> tuple[Sequence[str], date]:
    """The longest end of the words that is a day ahead; at least one word stays to say who."""
    refusal = UsageError('until when? `vaultnet snooze Ada "in 3 weeks"`, or --pause for no day at all')
    for place in range(1, len(words)):
        end = " ".join(words[place:])
        try:
            until = workspace.natural_date(_UNTIL.sub("", end), prefer="future")
        except UsageError as error:
            refusal = error if place == len(words) - 1 else refusal
            continue
        if until <= workspace.today:
            raise UsageError(f'"{end}" is {until.isoformat()}: name a day that is still to come, or --wake them')
        return words[:place], until
    raise refusal


def _who(workspace: Workspace, who: str) -> str:
    try:
        return get_contact(workspace, who)
    except NothingFound as error:
        unread = find_unread(workspace, who)
        if unread:  # where writing to it brings the lines to paste
            return unread
        # a word of the command line that cannot be meant
        raise UsageError(error.message, candidates=error.candidates) from error


def _moved_until(workspace: Workspace, path: str, kind: RestKind) -> date | None:
    """What `--wake` cannot end: the note of that day says it, and is its owner's."""
    if kind != "wake":
        return None
    network = workspace.network()
    last = network.standing_by_path[path].last
    offers = (offer for offer in network.offers if offer.contact == path and offer.is_outreach)
    days = (offer.until for offer in offers if offer.until and (last is None or last <= offer.day))
    return max((day for day in days if day > workspace.today), default=None)
