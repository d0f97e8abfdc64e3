"""Days on a card: a birthday with or without its year, in the spelling of each version of vCard.

BDAY:19850417                                    ->  PartialDate(1985, 4, 17)
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-17           ->  PartialDate(None, 4, 17)      Apple's way to leave the year out
day_line("BDAY", PartialDate(None, 4, 17), "3.0")  and back
"""

import re

from vaultnet.exchange.content_line import ContentLine
from vaultnet.model.dates import PartialDate, parse_birthday

_TIME = re.compile(r"(?<=[0-9])[T ][0-9:.]*(?:Z|[+-][0-9:]+)?\Z")  # a birthday is a day, whatever the clock said
_OMIT = "X-APPLE-OMIT-YEAR"
_NO_YEAR = "1604"  # a leap year long ago


def read_day(line: ContentLine) -> PartialDate | None:
    """None for what is no day of the calendar (`circa 1800`, a year alone)."""
    day = parse_birthday(_TIME.sub("", line.text.strip()))
    omitted = line.first(_OMIT)
    if day and day.year is not None and omitted.isdigit() and int(omitted) == day.year:
        return day._replace(year=None)
    return day


def day_line(name: str, day: PartialDate, version: str, *, group: str = "") -> ContentLine:
    """In version 3.0 a day without a year is written as Apple does, which Google and others read too."""
    if version == "3.0":
        if day.year is None:
            params = ((_OMIT, _NO_YEAR), ("VALUE", "date"))
            return ContentLine(name, params, f"{_NO_YEAR}-{day.month:02}-{day.day:02}", group)
        return ContentLine(name, (("VALUE", "date"),), day.iso(), group)
    return ContentLine(name, (), day.iso().replace("-", "") if day.year else f"--{day.month:02}{day.day:02}", group)
