"""What `[calendar]` of `vaultnet.toml` may say: the entries that `vaultnet export ics` makes besides people's days.

[calendar]
daily = "07:45"        ->  CalendarSettings(daily="07:45", weekly="16:00", days=30)
"""

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """`daily`: when the ten minutes begin, on the days of the agenda; `weekly`: when the weekly hour does, on the last
    of them; "" = no such entry. `days`: how far ahead agenda dates are told.
    """

    daily: str = "08:30"
    weekly: str = "16:00"
    days: int = 30
