"""The holidays on which a country's people are sent a card, by the `holidays` library, loaded when it is first needed.

card_days("DE", 2026, ("Christmas", "New Year"), only_first=True)  ->  (CardDay(date(2026, 12, 25), "Christmas"),)
card_days("JP", 2026, ("Christmas", "New Year"), only_first=True)  ->  (CardDay(date(2026, 1, 1), "New Year"),)
card_days("IN", 2026, ("Diwali",))                                 ->  (CardDay(date(2026, 11, 8), "Diwali"),)
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_LANGUAGE = "en_US"
_BRACKETS = lazy_pattern(r"\([^()]*\)")
# What the library calls a holiday in this country or that; any other is known by the library's own name.
_FORMS: Mapping[str, re.Pattern[str]] = {
    "christmas": lazy_pattern("(?:orthodox |coptic )?christmas(?: day)?"),
    "new year": lazy_pattern("new year(?:'s day| holidays?)?"),
    "thanksgiving": lazy_pattern("thanksgiving(?: day)?"),
    "diwali": lazy_pattern("diwali|deepavali|tihar.*"),
    "lunar new year": lazy_pattern(
        "(?:chinese|lunar|korean) new year(?:'s day)?|chinese spring festival|spring festival"
    ),
    "eid": lazy_pattern("eid al-fitr(?: holiday)?"),
}


class CardDay(NamedTuple):
    """A day, and the holiday as the settings call it."""

    on: date
    name: str


def card_days(country: str, year: int, wanted: Sequence[str], *, only_first: bool = False) -> tuple[CardDay, ...]:
    """The days of a year on which the country keeps these holidays, each on its first day; with `only_first`, only
    the first of `wanted` that it keeps. Nothing for a country that the library does not know.
    """
    day_by_name = dict(_first_days(country, year, wanted))
    kept = [CardDay(day_by_name[name], name) for name in wanted if name in day_by_name]
    return tuple(sorted(kept[:1] if only_first else kept))


def _first_days(country: str, year: int, wanted: Sequence[str]) -> Iterator[tuple[str, date]]:
    """Each wanted holiday with its first day, where there is one."""
    found: dict[str, date] = {}
    for day, names in sorted(_library_days(country, year).items()):
        for name in _plain_names(names):
            for want in wanted:
                if want not in found and day.year == year and _is(name, want):
                    found[want] = day
    yield from found.items()


def _library_days(country: str, year: int) -> Mapping[date, str]:
    """The library's days, in English where it speaks it, public holidays and those that some keep."""
    import holidays  # noqa: PLC0415  (a tenth of a second, for a few days a year)

    known: type[Any] | None = getattr(holidays, country, None)
    if known is None:
        return {}
    language = _LANGUAGE if _LANGUAGE in known.supported_languages else None
    days: Mapping[date, str] = known(years=year, language=language)
    return days


def _plain_names(names: str) -> Iterable[str]:
    """`Eid al-Fitr (estimated); Nowruz` are two."""
    return (fold(_BRACKETS.sub("", name)) for name in names.split(";"))


def _is(name: str, want: str) -> bool:
    form = _FORMS.get(fold(want))
    return bool(form.fullmatch(name)) if form else name == fold(want)
