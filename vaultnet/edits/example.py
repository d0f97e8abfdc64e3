"""The example vault, moved in time: every date in it shifted by the same number of days, so that it is always today.

shift_dates("- 2026-06-10 coffee: see [[2026-06-12]]", 30)  ->  "- 2026-07-10 coffee: see [[2026-07-12]]"
"""

import re
from datetime import date, timedelta

EXAMPLE_DAY = date(2026, 6, 15)  # the day on which the example vault was written

_FULL = re.compile(r"(?<![\w-])(\d{4})([-/.])(\d{2})\2(\d{2})(?![\d-])")
_COMPACT = re.compile(r"(?m)^([ \t]*\"?(?:bday|birthday)\"?:[ \t]*\"?)(\d{4})(\d{2})(\d{2})(?=\"?\s*$)", re.IGNORECASE)
_YEARLESS = re.compile(
    r"(?m)^([ \t]*(?:[-*] )?\"?[\w-]{0,20}?(?:bday|birthday)\"?::?[ \t]*\"?(?:--)?)(\d{2})-(\d{2})(?=\"?\s*$)",
    re.IGNORECASE,
)


def shift_dates(text: str, days: int) -> str:
    """Every calendar date shifted; a year-less birthday moves as if it were in the example's own year."""
    text = _COMPACT.sub(lambda match: match[1] + _shift(match[2], match[3], match[4], "", days), text)
    text = _YEARLESS.sub(
        lambda match: match[1] + _shift(str(EXAMPLE_DAY.year), match[2], match[3], "-", days)[5:], text
    )
    return _FULL.sub(lambda match: _shift(match[1], match[3], match[4], match[2], days), text)


def _shift(year: str, month: str, day: str, separator: str, days: int) -> str:
    try:
        moved = date(int(year), int(month), int(day)) + timedelta(days=days)
    except (ValueError, OverflowError):
        return separator.join((year, month, day))  # 2026-02-30 is no date: it stays what it is
    return moved.isoformat().replace("-", separator)
