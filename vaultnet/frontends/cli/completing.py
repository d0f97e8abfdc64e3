"""Names for the shell's completion, out of the index as it stands: a key press must not wait for a walk.

vaultnet show Ad<TAB>   ->   Ada Lovelace
"""

import click
from click.shell_completion import CompletionItem

from vaultnet.errors import VaultnetError
from vaultnet.frontends.cli.context import Flags

_MOST = 200


def complete_name(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Contacts whose name, or a word of it, begins with what was typed. Nothing is better than an error here."""
    import sqlite3

    try:
        titles = _titles(context.ensure_object(Flags), typed)
    except (VaultnetError, sqlite3.Error):
        return []
    return [CompletionItem(title) for title in titles]


def _titles(flags: Flags, typed: str) -> list[str]:
    from vaultnet.app.workspace import Workspace
    from vaultnet.text.fold import fold

    start = flags.folder()
    with Workspace.open(start, flags.clock) as workspace:
        if not workspace.database.exists():
            return []
        wanted = fold(typed)
        rows = workspace.connection.execute(
            "SELECT DISTINCT n.title FROM name m JOIN note n ON n.id = m.note WHERE n.type = 'contact'"
            " AND (m.key >= :begin AND m.key < :end OR instr(m.key, :word)) ORDER BY n.title LIMIT :most",
            {"begin": wanted, "end": wanted + "\U0010ffff", "word": f" {wanted}", "most": _MOST},
        )
        return [title for (title,) in rows]
