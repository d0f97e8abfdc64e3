"""What came of tending a vault (`tend.py`), as a value: it comes from the process that did it to the one that watches.

Tended(paths=("People/Ada.md", "Daily/2026-06-15.md"), touches=({...},))        written, and absorbed
Tended(wait=1.4, path="People/Ada.md")                                          somebody is typing there
"""

from typing import Any

from vaultnet.dataclass import dataclass
from vaultnet.errors import VaultnetError


@dataclass(frozen=True, slots=True)
class Tended:
    """`paths` were written, `touches` absorbed (JSON objects). `wait`: seconds until `path` is free; then again.
    `refused`: why the day's note could not take the block.
    """

    paths: tuple[str, ...] = ()
    touches: tuple[dict[str, Any], ...] = ()
    wait: float = 0.0
    path: str = ""
    refused: VaultnetError | None = None
