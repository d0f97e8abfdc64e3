"""What lies in the vault, once what an interrupted command left there is put right.

scan_settled(look, walk, root, print)   ->   Scan(...), False    "An earlier command was interrupted (...): taken back."
"""

from collections.abc import Callable
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.storage.scanned import Scan
from vaultnet.storage.state_folder import has_unfinished_steps


def scan_settled(
    look: Callable[[], Scan | None] | None, walk: Callable[[], Scan], root: Path, say: Callable[[str], object]
) -> tuple[Scan, bool]:
    """What a `look` at little finds (True), or a `walk` over everything where that cannot tell (False).

    Where something has to be put right, which is rare, a walk follows it: what was vouched for was so before.
    """
    looked = look() if look else None
    found = looked or walk()
    if not found.leftovers and not has_unfinished_steps(root):
        return found, looked is not None
    from vaultnet.app.interrupted import settle_interrupted

    for words in settle_interrupted(root, found.leftovers):
        say(words)
    return walk(), False
