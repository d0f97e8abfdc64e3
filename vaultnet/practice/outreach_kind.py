"""How to reach out (P3, P14): by the contact's channel, not the last kind again, and a coffee for a tie only written.

channel email, last a call                   ->  email       (from "channel")
channel email, last an email                 ->  call        (from "variety")
last three touches an email, a card, a text ->  coffee      (from "only_written")
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vaultnet.model.richness import IN_PERSON, LIVE, WRITTEN
from vaultnet.model.settings import Kind

_USUAL = {WRITTEN: ("email", "message"), LIVE: ("call", "video"), IN_PERSON: ("coffee", "lunch")}
_FEW = 3  # touches that make a habit: "when the last three touches were all written"
_NO_KIND = Kind("", (), 0, 0)


class OutreachKind(NamedTuple):
    """A kind, the minutes it takes me, and what it follows from: `plan`, `channel`, `variety`, `only_written`."""

    name: str
    minutes: int
    reason: str


def choose_kind(
    channel: str, last_kinds: tuple[str, ...], kinds: Mapping[str, Kind], planned: str = ""
) -> OutreachKind:
    """The kind to propose: the touch plan's word goes before everything."""
    if planned in kinds:
        return _chosen(kinds[planned], "plan")
    if is_only_written(last_kinds, kinds):
        return _chosen(_usual(kinds, IN_PERSON), "only_written")
    preferred = _kind_of_channel(channel, kinds)
    last = last_kinds[0] if last_kinds else ""
    if preferred and preferred.name != last:
        return _chosen(preferred, "channel")
    return _chosen(_other_than(last, kinds), "variety")


def usual_minutes(channel: str, kinds: Mapping[str, Kind]) -> float:
    """The minutes of one touch in the long run: kinds alternate, since the last one is not repeated."""
    first = choose_kind(channel, (), kinds)
    return (first.minutes + choose_kind(channel, (first.name,), kinds).minutes) / 2


def is_only_written(last_kinds: tuple[str, ...], kinds: Mapping[str, Kind]) -> bool:
    """True when the last touches, enough to make a habit, were all written (P14)."""
    newest = last_kinds[:_FEW]
    return len(newest) == _FEW and all(kinds.get(name, _NO_KIND).richness == WRITTEN for name in newest)


def _kind_of_channel(channel: str, kinds: Mapping[str, Kind]) -> Kind | None:
    """People write `E-Mail` or `phone`: a channel is known by any form of a kind."""
    word = channel.strip().casefold()
    return kinds.get(word) or next((kind for kind in kinds.values() if word and word in kind.forms), None)


def _other_than(last: str, kinds: Mapping[str, Kind]) -> Kind:
    """After something written a call, and after anything else something written."""
    is_written = kinds.get(last, _NO_KIND).richness == WRITTEN
    return _usual(kinds, LIVE if is_written else WRITTEN)


def _usual(kinds: Mapping[str, Kind], richness: int) -> Kind:
    """The usual kind that rich; a vault in another language may have none of the usual names."""
    named = (kinds[name] for name in _USUAL[richness] if name in kinds)
    as_rich = (kind for kind in kinds.values() if kind.richness == richness)
    return _first(named) or _first(as_rich) or _first(kinds.values()) or _NO_KIND


def _first(kinds: Iterable[Kind]) -> Kind | None:
    return next(iter(kinds), None)


def _chosen(kind: Kind, reason: str) -> OutreachKind:
    return OutreachKind(kind.name, kind.minutes, reason)
