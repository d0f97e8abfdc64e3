"""Address labels for a set of contacts, and whose address is missing.

build_labels(workspace, "tier:inner")  ->  Labels(lines=(("Zoë Żak", "ul. Długa 5", ...),), missing=("Ada",), private=1)
"""

from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.app.find import find_notes, read_conditions
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.model.country import find_country
from vaultnet.model.envelope import envelope
from vaultnet.storage.contents import NoteContent
from vaultnet.text.fold import fold

_GONE = frozenset({"archived", "deceased"})


class Labels(NamedTuple):
    """`lines` are a label each, by name; `missing` are the contacts without an address (path, name), `private` counts
    those whom no label is made for.
    """

    lines: tuple[tuple[str, ...], ...]
    contacts: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]
    private: int


def build_labels(workspace: Workspace, where: str, who: Sequence[str] = ()) -> Labels:
    """For those who meet the conditions, or are named; everybody with "" and nobody named.

    Raises UsageError, NothingFound and AmbiguousName.
    """
    named = {get_contact(workspace, name) for name in who}
    notes = [
        note
        for note in find_notes(workspace, read_conditions(workspace, where or "type=contact"))
        if (not named or note.path in named) and note.record["status"] not in _GONE
    ]
    home = find_country(workspace.config.settings.me.country) or ""
    shown = sorted(
        (note for note in notes if not note.record["private"]), key=lambda note: (fold(note.title), note.path)
    )
    addressed = [note for note in shown if note.record["address"]]
    return Labels(
        tuple(_label(note, home) for note in addressed),
        tuple((note.path, note.title) for note in addressed),
        tuple((note.path, note.title) for note in shown if not note.record["address"]),
        len(notes) - len(shown),
    )


def _label(note: NoteContent, home: str) -> tuple[str, ...]:
    record = note.record
    return envelope(record["name"], record["address"][0], country=find_country(record["country"]) or "", home=home)
