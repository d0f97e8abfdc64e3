"""A stay: that somebody is or was at an organization, from when to when.

company: "[[Waterlijn]]"                                        ->  Stay("waterlijn", "Waterlijn", None, None)
positions: [{company: Tidemark, from: 2019-03, to: 2023-10}]    ->  Stay("tidemark", "Tidemark", 2019-03-01, 2023-10-31)
"""

from datetime import date
from typing import NamedTuple


class Stay(NamedTuple):
    """`organization` is what two writings of it have in common, `name` what a reader sees; no `end`: still there."""

    organization: str
    name: str
    start: date | None
    end: date | None

    def overlaps(self, other: "Stay") -> bool:
        """True when both were there at one time, as far as the notes tell: of one that is over its beginning has to be
        known, or nobody could say whether they met.
        """
        if self.organization != other.organization:
            return False
        if self.end is None and other.end is None:
            return True
        if (self.end and not self.start) or (other.end and not other.start):
            return False
        return _begins_before(self, other) and _begins_before(other, self)


def _begins_before(one: Stay, other: Stay) -> bool:
    """True when `one` had begun by the time `other` ended; a stay that lasts may have begun at any time, which is not
    known to be before.
    """
    return other.end is None or (one.start is not None and one.start <= other.end)
