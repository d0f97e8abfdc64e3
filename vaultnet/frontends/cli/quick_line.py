"""The day's agenda out of a watcher's hands: before anything is loaded that reads words, settings or an index.

    show_at_once(["-C", "notes", "agenda"])   ->   True, and it is printed; False: go the usual way

The watcher reads the same words in the usual manner, and hands over what the usual way would print. Here it is only
found out which vault is meant. With it a whole run takes little more than starting Python.
"""

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` takes a quarter of the time that Python takes to start
    from typing import Any

# What a run depends on besides its words, the moment and the vault: the watcher must have the same.
SURROUNDINGS = ("HOME", "TZ", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


def show_at_once(words: list[str]) -> bool:
    folder = _folder_of(words)
    if not folder:
        return False
    from vaultnet.storage.watcher_line import ask

    root = _root_above(folder)
    if root is None:
        return False
    moment = time.time()  # noqa: TID251  (the watcher's clock may be in another zone than this terminal)
    here = (str(int(sys.stdout.isatty())), str(moment), str(time.localtime().tm_gmtoff), *surroundings())
    handed = ask(root, "page", *here, *words)
    if not handed:
        return False
    length, _, text = handed.partition(b"\n")
    if not _print(sys.stdout, text[: int(length)]):
        return False  # the usual way says so
    _print(sys.stderr, text[int(length) :])  # the page is out: it is not to be printed twice
    return True


def _print(stream: "Any", text: bytes) -> bool:
    """False where nobody reads it, or there is no room."""
    try:
        stream.flush()
        stream.buffer.write(text)
        stream.buffer.flush()
    except OSError:
        return False
    return True


def surroundings() -> tuple[str, ...]:
    return tuple(os.environ.get(name, "") for name in SURROUNDINGS)


def _folder_of(words: list[str]) -> str:
    """Where the vault is looked for, "" where these are not the plain words of today's agenda."""
    folder, command = os.environ.get("VAULTNET_VAULT", "") or ".", ""
    rest = iter(words)
    for word in rest:
        if word == "-C":
            folder = next(rest, "")
        elif word == "--today":
            next(rest, "")
        elif word == "agenda" and not command:
            command = word
        elif word not in {"--json", "-q", "--quiet"}:
            return ""
    return folder if command and not folder.startswith(("~", "-")) else ""


def _root_above(folder: str) -> str | None:
    """The vault that the folder is in; None where there is none, or the folder that we are in was deleted."""
    from vaultnet.storage.vault_root import root_of

    try:
        return root_of(os.path.join(os.getcwd(), folder)) if os.path.isdir(folder) else None  # noqa: PTH109, PTH112, PTH118
    except FileNotFoundError:
        return None
