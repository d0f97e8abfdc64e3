"""Tables of system calls that do not wait, or that fail at a chosen call."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from vaultnet.storage.system_calls import SYSTEM, SystemCalls

FALLIBLE = tuple(sorted({one.name for one in fields(SystemCalls)} - {"now", "sleep", "is_open_for_writing"}))


@dataclass
class Clock:
    """A clock that only `sleep` moves; `on_sleep` is what another program does meanwhile."""

    now: float
    slept: float = 0.0
    on_sleep: Callable[[], None] = lambda: None
    calls: SystemCalls = field(init=False)

    def __post_init__(self) -> None:
        # Forcing to the disk takes most of the time and shows only in a power cut.
        self.calls = replace(SYSTEM, now=lambda: self.now, sleep=self._sleep, fsync=lambda _: None)

    def _sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds
        self.on_sleep()


def patient() -> SystemCalls:
    """For a test that does not care about quiet: the clock is far ahead of every file."""
    return Clock(now=4e9).calls


def failing(name: str, number: int, at: int, *, once: bool = True) -> SystemCalls:
    """The table with one call that raises errno `number` at its `at`-th use (and, if not `once`, ever after)."""
    real = getattr(SYSTEM, name)
    uses = 0

    def call(*arguments: Any, **options: Any) -> Any:
        nonlocal uses
        uses += 1
        if uses == at or (uses > at and not once):
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    return replace(patient(), **{name: call})


def counting() -> tuple[SystemCalls, list[str]]:
    """The table, and the list it writes the names of its calls to."""
    seen: list[str] = []

    def counted(name: str) -> Callable[..., Any]:
        real = getattr(patient(), name)

        def call(*arguments: Any, **options: Any) -> Any:
            seen.append(name)
            return real(*arguments, **options)

        return call

    return replace(patient(), **{name: counted(name) for name in FALLIBLE}), seen
