"""Snooze, pause, wake: what each sets in a contact's note, of whatever keys it has.

plan_snooze(date(2026, 9, 1), ["type", "prm-snooze-until", "paused"])
->  (Assignment("prm-snooze-until", "=", "2026-09-01"), Assignment("paused", "=", None))
"""

from collections.abc import Iterable
from datetime import date

from vaultnet.edits.set_property import Assignment
from vaultnet.model.contact_keys import CONTACT_KEYS

PAUSE = (Assignment("paused", "=", True),)


def plan_snooze(until: date, keys: Iterable[str]) -> tuple[Assignment, ...]:
    """Not before that day. A pause ends with it: left in, nobody would come back on the day that was named. `keys` are
    the note's own; a second synonym goes, for a note that names two days means one.
    """
    ended = plan_wake(keys)
    own = next((one.key for one in ended if CONTACT_KEYS[one.key] == "snooze"), "snooze")
    return Assignment(own, "=", until.isoformat()), *(one for one in ended if one.key != own)


def plan_wake(keys: Iterable[str]) -> tuple[Assignment, ...]:
    """Every key that leaves somebody in peace is taken away."""
    return tuple(Assignment(key, "=", None) for key in keys if CONTACT_KEYS[key] in {"snooze", "paused"})
