"""What `rename` and `merge` say of the links to a note that has moved: where they changed, and where they could not.

print_changed(("Daily/2026-06-15.md",))                      ->  Links to it changed in 1 note.
print_left((RefusedLink("Ideas.md", 3, "... never ends"),))  ->  Ideas.md:3: its links to the old name are left ...
"""

from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.output import print_note, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.relink import RefusedLink


def print_changed(links: Sized) -> None:
    if links:
        print_text(f"Links to it changed in {count_words(len(links), 'note')}.")


def print_left(refused: Iterable["RefusedLink"]) -> None:
    """Beside the result, since the note itself has moved."""
    for note in refused:
        print_note(f"{note.path}:{note.line}: its links to the old name are left as they are: {note.message}")
