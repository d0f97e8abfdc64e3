"""What a contact's note tells of whether they are to be kept: the user's own word on it, and whether it tells anything.

kept-on: 2026-06-15         ->  Remark(kept_on=date(2026, 6, 15), ...)
a name and a tier, no more  ->  Remark(is_bare=True)
"""

from datetime import date
from typing import NamedTuple


class Remark(NamedTuple):
    """`kept_on` is the day on which the user said that they stay; `is_bare`: no property tells more than a name and
    how to be in touch.
    """

    kept_on: date | None = None
    is_bare: bool = False
