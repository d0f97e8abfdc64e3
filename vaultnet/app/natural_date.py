"""DATE on the command line, as a person writes it, and what to say when it cannot be meant.

read_date("last friday", today, settings.vault, prefer="past")   ->   date(2026, 6, 12)
"""

from datetime import date
from typing import Literal, cast

from vaultnet.errors import UsageError
from vaultnet.model.natural_date import parse_natural_date
from vaultnet.model.natural_meaning import Order
from vaultnet.model.settings import VaultSettings


def read_date(text: str, today: date, settings: VaultSettings, *, prefer: Literal["past", "future"]) -> date:
    """The day; raises UsageError for what is no day, or might be two."""
    order = cast("Order", settings.date_order) if settings.date_order else None
    read = parse_natural_date(text, today, order=order, prefer=prefer, language=settings.language)
    if read.refusal == "ambiguous":
        raise UsageError(f'"{text}" may be two days: write 2026-09-10, or set vault.date_order to "dmy" or "mdy"')
    if read.day is None:
        raise UsageError(f'"{text}" is no date: write 2026-05-02, yesterday, last friday or in 3 weeks')
    return read.day
