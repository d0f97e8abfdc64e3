"""DATE on the command line, as a person writes it, and what to say when it cannot be meant.

read_date("last friday", today, settings.vault, prefer="past")   ->   date(2026, 6, 12)
"""

from datetime import date
from typing import Literal

from vaultnet.errors import UsageError
from vaultnet.model.natural_date import NaturalDate, parse_natural_date
from vaultnet.model.settings import VaultSettings


def read_date(text: str, today: date, settings: VaultSettings, *, prefer: Literal["past", "future"]) -> date:
    """The day; raises UsageError for what is no day, or might be two."""
    read = _parse(text, today, settings, prefer)
    if read.refusal == "ambiguous":
        raise UsageError(f'"{text}" may be two days: write 2026-09-10, or set vault.date_order to "dmy" or "mdy"')
    if read.day is None:
        raise UsageError(f'"{text}" is no date: write 2026-05-02, yesterday, last friday or in 3 weeks')
    return read.day


def find_date(text: str, today: date, settings: VaultSettings, *, prefer: Literal["past", "future"]) -> date | None:
    """The day; None for what is no day, or might be two."""
    return _parse(text, today, settings, prefer).day


def _parse(text: str, today: date, settings: VaultSettings, prefer: Literal["past", "future"]) -> NaturalDate:
    order = settings.date_order or None
    return parse_natural_date(text, today, order=order, prefer=prefer, language=settings.language)
