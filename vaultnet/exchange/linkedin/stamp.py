"""The day of a row of an export, in each of the ways in which its files write it.

read_stamp("2026-02-01 08:00:00 UTC", today)      messages, endorsements
read_stamp("2/7/23, 2:37 PM", today)              invitations: the month first, wherever one lives
read_stamp("05 Mar 2022", today)                  connections; `7-Feb-22` once a spreadsheet has saved them
"""

from datetime import date

from vaultnet.exchange.table_date import read_day

_ISO = 10  # characters


def read_stamp(text: str, today: date) -> date | None:
    """None for what is no day of a year. LinkedIn's slashed dates are American ones, wherever one lives."""
    try:
        return date.fromisoformat(text[:_ISO])  # nearly every row: messages come by the ten thousand
    except ValueError:
        found = read_day(text, "mdy", today=today)
        return date(found.year, found.month, found.day) if found and found.year else None
