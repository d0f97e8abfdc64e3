"""Days as the index writes them, each parsed once: everybody's touches and dates are of the same few thousand days.

day_of("2026-06-15")  ->  date(2026, 6, 15)
"""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=16384)
def day_of(text: str) -> date:
    """Raises ValueError for anything but an ISO day: the index holds no other."""
    return date.fromisoformat(text)
