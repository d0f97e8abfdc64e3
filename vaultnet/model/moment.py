"""Dates in moment.js formats, as Obsidian names its daily notes: written, and strictly read back.

The behaviour is that of moment 2.31, measured against it (`tests/model/moment_golden.json`). Departures, each on
purpose: what moment would fill in from the clock (a missing year, the current week) makes no date; an offset is
checked but does not move the date, and a moment without zone counts as UTC; a day of the year goes before a week;
names may touch other letters (`MMMddd`), which moment writes and cannot read; years are 1 to 9999.

    format_moment("gggg-[W]ww", date(2025, 12, 29), locale=ENGLISH)  ->  "2026-W01"
    parse_moment("2026-W01", "gggg-[W]ww", locale=ENGLISH)           ->  date(2025, 12, 28), that week's first day
"""

from datetime import date, datetime
from functools import lru_cache

from vaultnet.model.moment_date import build_date
from vaultnet.model.moment_fields import read_fields
from vaultnet.model.moment_format import WRITERS, Writer
from vaultnet.model.moment_locale import ENGLISH, MomentLocale
from vaultnet.model.moment_parse import parse_parts, reader_of
from vaultnet.model.moment_tokens import pieces


def format_moment(fmt: str, moment: date, *, locale: MomentLocale = ENGLISH) -> str:
    """The moment in that format; a date without time is its midnight."""
    at = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001
    return "".join(piece if isinstance(piece, str) else piece(at, locale) for piece in _writers_of(fmt, locale))


def parse_moment(text: str, fmt: str, *, locale: MomentLocale = ENGLISH) -> date | None:
    """The date a text names in that format, strictly; None where the text is not of that format, or no date."""
    reader = reader_of(fmt, locale)
    parts = parse_parts(text, reader) if reader else None
    fields = read_fields(parts, locale) if parts else None
    return build_date(fields, locale) if fields else None


@lru_cache(maxsize=256)
def _writers_of(fmt: str, locale: MomentLocale) -> tuple[Writer | str, ...]:
    return tuple(piece if isinstance(piece, str) else WRITERS[piece.name] for piece in pieces(fmt, locale))
