"""Where the index of a vault lives: the user's cache folder, never the vault (a synced folder spoils a live database).

cache_folder(Path("/home/me/notes"))   ->   ~/.cache/vaultnet/notes-1f9ac2d0e4b7
"""

import os
import re
import sys
from pathlib import Path

from vaultnet.text.blake2 import blake2b


def cache_folder(root: Path) -> Path:
    """The vault's own folder in the cache; not made here. It goes by the vault's real path."""
    real = os.path.realpath(root)
    readable = re.sub(r"[^A-Za-z0-9]+", "-", os.path.basename(real)).strip("-")[:40] or "vault"  # noqa: PTH119
    return user_cache() / f"{readable}-{blake2b(os.fsencode(real), digest_size=6).hexdigest()}"


def user_cache() -> Path:
    """What is kept of all vaults.

    On Linux by hand: every command asks, and platformdirs would be one more import for each of them.
    """
    if sys.platform != "linux":
        from platformdirs import user_cache_path

        return user_cache_path("vaultnet")
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".cache") / "vaultnet"  # noqa: PTH117
