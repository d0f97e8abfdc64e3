"""What lies in the vault, once what an interrupted command left there is put right.

scan_settled(look, root, print)   ->   Scan(...)      "An earlier command was interrupted (...): taken back."
"""

from collections.abc import Callable
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.storage.scanned import Scan
from vaultnet.storage.state_folder import has_unfinished_steps


def scan_settled(look: Callable[[], Scan], root: Path, say: Callable[[str], object]) -> Scan:
    """What `look` finds; a second time where something had to be put right, which is rare."""
    found = look()
    if not found.leftovers and not has_unfinished_steps(root):
        return found
    from vaultnet.app.interrupted import settle_interrupted

    for words in settle_interrupted(root, found.leftovers):
        say(words)
    return look()
