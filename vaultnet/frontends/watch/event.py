"""What the watcher tells: values, worded for people and as objects by whoever shows them.

Event("wrote", "Wrote Daily/2026-06-15.md; absorbed 1 touch", {"paths": [...], "absorbed": [...]})

started    the vault is looked after from now on          indexed    notes have changed, and the index knows them
wrote      notes were written                             waiting    why nothing is written for the time being
resumed    what it waited for is over                     problem    something is wrong that a person can mend
notice     a word beside                                  stopped    by which signal
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from vaultnet.dataclass import dataclass, field

Name = Literal["started", "indexed", "wrote", "waiting", "resumed", "problem", "notice", "stopped"]


@dataclass(frozen=True, slots=True)
class Event:
    """`details` are what the JSON object carries besides `event`, `at` and `words`."""

    name: Name
    words: str
    details: Mapping[str, Any] = field(default_factory=dict)


Say = Callable[[Event], None]
