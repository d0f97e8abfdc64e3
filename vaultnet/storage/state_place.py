"""Where a vault's state folder lies on Linux, as text: asked at the very start of a command, before pathlib is loaded.

state_place("/home/me/notes")   ->   "/home/me/.local/state/vaultnet/vaults/notes-1f9ac2d0e4b7"
"""

import os

from vaultnet.text.blake2 import blake2b


def state_place(root: str) -> str:
    home = os.environ.get("XDG_STATE_HOME", "")
    base = home if os.path.isabs(home) else os.path.expanduser("~/.local/state")  # noqa: PTH111, PTH117
    return f"{base}/vaultnet/vaults/{vault_name(os.path.realpath(root))}"


def vault_name(real: str) -> str:
    """A vault's name among others, by its real path: readable, and never that of another one."""
    letters = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in os.path.basename(real))  # noqa: PTH119
    readable = "-".join(letters.split())
    return f"{readable[:40] or 'vault'}-{blake2b(os.fsencode(real), digest_size=16).hexdigest()[:12]}"
