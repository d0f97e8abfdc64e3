"""Putting right what a killed vaultnet left behind, before the next command of any kind reads the vault (promise D3).

    settle_interrupted(root, [".vn~0123456789ab"])   ->   ("An earlier command was interrupted (...): taken back.",)

A command that writes does the same on its way (`app/apply.py`); this is for all the others, so that nobody goes on from
half of what a command meant to write.
"""

from collections.abc import Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.errors import VaultnetError
from vaultnet.storage.journal import Journal
from vaultnet.storage.leftovers import sweep_leftovers
from vaultnet.storage.recovery import Kept, Recovery
from vaultnet.storage.state_folder import state_folder
from vaultnet.storage.undo import Recovered, recover
from vaultnet.storage.whole_file import sweep_drafts
from vaultnet.storage.writer_lock import free_lock


def settle_interrupted(root: Path, leftovers: Sequence[str]) -> tuple[str, ...]:
    """Words to the user; () where another vaultnet is at work: then what lies there is not left over.

    What cannot be put right now stays for the next command, and is said; it never keeps anybody from reading.
    """
    try:
        with free_lock(root) as is_ours:
            return _settle(root, leftovers) if is_ours else ()
    except (VaultnetError, OSError) as error:
        reason = error.message if isinstance(error, VaultnetError) else str(error)
        return (f"An earlier command was interrupted and is not put right yet: {reason}",)


def _settle(root: Path, leftovers: Sequence[str]) -> tuple[str, ...]:
    journal, recovery = Journal(root), Recovery(root)
    words = [recovered_words(one) for one in recover(root, journal, recovery)]
    sweep_leftovers(root, leftovers, known=journal.known_digests(), recovery=recovery)
    sweep_drafts(state_folder(root))
    words += [kept_words(one) for one in recovery.settle()]
    return tuple(words)


def recovered_words(recovered: Recovered) -> str:
    """What became of a step that was not finished."""
    command = " ".join(recovered.step.words)
    left = f"; changed since, so left as they are: {', '.join(recovered.left)}" if recovered.left else ""
    return f"An earlier command was interrupted ({command}): {recovered.ending}{left}."


def kept_words(kept: Kept) -> str:
    """That another program's save was kept, and where."""
    return f"{kept.path}: another program saved while vaultnet wrote; its version is kept in {kept.file}."
