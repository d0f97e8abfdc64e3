"""Whether the code that this process has loaded is still what stands on disk: after an upgrade, or a `git pull` in a
checkout, it is that of yesterday.

    code = OwnCode(code_folders())
    code.start()
    code.has_changed()   ->   False until a file of it is written, replaced, added or removed; then True for good

Asked for each answer of a watcher, so it costs one look into an empty queue. To compare the stamps of some 500 files
would cost more than what is asked for, and those of their folders say nothing of a file that was written in place.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from vaultnet.storage.inotify import ATTRIBUTES, FolderEvent, Inotify
from vaultnet.storage.shipped import shipped_path

_COMPILED = "__pycache__"


def code_folders() -> list[str]:
    """The package's own, and those of the templates that come with it."""
    tops = (Path(__file__).parent.parent, shipped_path("templates"))
    return [place for top in tops for place, _, _ in os.walk(top) if not place.endswith(_COMPILED)]


class OwnCode:
    """Where the system tells of nothing, it never says that anything has changed: then the stamp in a command's
    question has to do (`watcher_line.py`).
    """

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = folders
        self._inotify: Inotify | None = None
        self._has_changed = False

    def start(self) -> None:
        if sys.platform == "linux":
            with suppress(OSError):
                self._inotify = Inotify()
                for folder in self._folders:
                    self._inotify.watch(folder)

    def stop(self) -> None:
        if self._inotify is not None:
            self._inotify.close()
        self._inotify = None

    def has_changed(self) -> bool:
        while self._inotify is not None and not self._has_changed and (events := self._inotify.read()):
            self._has_changed = any(map(_is_of_code, events))
        return self._has_changed


def _is_of_code(event: FolderEvent) -> bool:
    """Not what Python compiles as it loads, what an editor leaves for a moment, nor a backup's setting of times."""
    return not (event.mask & ATTRIBUTES or event.name == _COMPILED or event.name.startswith("."))
