"""A progress bar on stderr, only where somebody looks and only for what takes more than half a second."""

import sys
import time
from collections.abc import Callable
from typing import Any

_PATIENCE = 0.5  # seconds


def progress_for(*, quiet: bool) -> Callable[[str, int, int], None] | None:
    """A callback (what, done, total), or None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        return None
    return _Bar().step


class _Bar:
    """rich's progress bar, imported and shown only once the work has taken its time."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def step(self, what: str, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._began < _PATIENCE:
                return
            self._start(what, total)
        self._bar.update(self._task, completed=done)
        if done >= total - 64:
            self._bar.stop()

    def _start(self, what: str, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress

        from vaultnet.frontends.cli.language.speech import said_part
        from vaultnet.frontends.cli.output import print_in_place

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(said_part(what), total=total)
        print_in_place("")  # where a watcher's status line stands
        self._bar.start()
