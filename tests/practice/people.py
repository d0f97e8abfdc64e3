"""People for the tables of these tests: `someone("Ada", last="2026-01-10", every="6 months")`."""

from datetime import date
from typing import Any

from vaultnet.model.cadence import NO_CONTACT, parse_cadence
from vaultnet.model.standing import Offered, Standing

_DATES = ("last", "met", "next_contact", "snooze")


def day(text: str) -> date:
    return date.fromisoformat(text)


def someone(
    name: str = "Ada", *, every: str = "6 months", at: str = "", offers: dict[str, str] | None = None, **fields: Any
) -> Standing:
    """A contact; dates are written as text, `at` is their organization, `offers` are {day: state}."""
    cadence = NO_CONTACT if every == "never" else parse_cadence(every)
    assert cadence
    dates: dict[str, Any] = {key: day(fields.pop(key)) for key in _DATES if key in fields}
    return Standing(
        path=f"People/{name}.md",
        uid=fields.pop("uid", name.lower()),
        name=name,
        tier=fields.pop("tier", ""),
        cadence=cadence,
        cadence_from="default",
        organizations=(at,) if at else (),
        offers=tuple(Offered(day(text), state) for text, state in (offers or {}).items()),
        **dates,
        **fields,
    )
