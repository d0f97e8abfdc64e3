"""Whom to invite to an event of mine (P3): who lives near, was not seen for long, and will like the others.

Yusuf lives here, last seen in February, runs as Fatima does   ->  Invitation(Yusuf, with_whom=Fatima, shares="running")
Daan, who is on the list already                                ->  no proposal
Cormac, `cadence: never`                                        ->  no proposal
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.giving import MINE
from vaultnet.model.network import Network
from vaultnet.model.profile import NO_PROFILE
from vaultnet.model.richness import IN_PERSON
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.giving import Fit
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.touch_reason import is_same_place
from vaultnet.text.fold import fold

_STREET = re.compile(r"(\D{3,40}?)\s+\d{1,4}\s?\w?")
_MOST = 8  # at a table one can still hear everybody
_LATELY = 60  # days: whoever was seen since has no need of a party for it
_OF_ONE_SORT = 3  # of one category of the list, or of one organization: a party, not a department


class Invitation(NamedTuple):
    """Somebody to invite. `seen` is when we last met in person (None: never); with `other`, who is on the list, they
    share an interest (`shares`), or one `needs` what the other can do.
    """

    contact: str
    seen: date | None
    other: str = ""
    shares: str = ""
    needs: str = ""


class PartyNeeds(NamedTuple):
    """`listed` are the contacts on the list, whatever they answered; `place` where it is; `category_by_path` what
    everybody is to me (`relationship_category`).
    """

    network: Network
    settings: Settings
    today: date
    place: str
    listed: Collection[str]
    fits: Sequence[Fit]
    category_by_path: Mapping[str, str]


def whom_to_invite(needs: PartyNeeds) -> tuple[Invitation, ...]:
    """Those who would enjoy the company first, then those not seen for longest; few of one sort."""
    found = [_invitation(standing, needs) for standing in _near(needs)]
    uids = {standing.path: standing.uid for standing in needs.network.standings}
    found.sort(key=lambda one: (not one.other, one.seen or date.min, uids[one.contact], one.contact))
    return tuple(_balanced((one for one in found if one.other or not _was_seen_lately(one, needs)), needs))


def _was_seen_lately(one: Invitation, needs: PartyNeeds) -> bool:
    return one.seen is not None and one.seen > add_days(needs.today, -_LATELY)


def _near(needs: PartyNeeds) -> Iterable[Standing]:
    """Whom I know, and who lives where I do or where the party is."""
    here = (needs.settings.me.location, *needs.place.split(","))
    streets = {street for place in here[1:] if (street := _street(place))}
    for standing in needs.network.standings:
        if standing.since is None or standing.path in needs.listed or out_reason(standing, needs.today):
            continue
        profile = needs.network.profiles.get(standing.path, NO_PROFILE)
        is_neighbour = _street(profile.address.partition(",")[0]) in streets
        if is_neighbour or any(is_same_place(profile.location, place) for place in here):
            yield standing


def _street(place: str) -> str:
    """The street of an address, without its number; "" for what is no street."""
    found = _STREET.fullmatch(fold(place))
    return found[1] if found else ""


def _invitation(standing: Standing, needs: PartyNeeds) -> Invitation:
    touches = needs.network.touches[standing.path]
    seen = next((touch.day for touch in touches if touch.richness >= IN_PERSON), None)
    for fit in needs.fits:
        pair = (fit.contact, fit.other)
        if MINE not in pair and standing.path in pair and {*pair} - {standing.path} <= {*needs.listed}:
            (other,) = {*pair} - {standing.path}
            return Invitation(standing.path, seen, other, needs=fit.need)
    mine = _interests(standing.path, needs)
    for other in needs.listed:
        shared = next((words for key, words in _interests(other, needs).items() if key in mine), "")
        if shared:
            return Invitation(standing.path, seen, other, shares=shared)
    return Invitation(standing.path, seen)


def _interests(path: str, needs: PartyNeeds) -> dict[str, str]:
    return {fold(words): words for words in needs.network.profiles.get(path, NO_PROFILE).interests}


def _balanced(found: Iterable[Invitation], needs: PartyNeeds) -> Iterable[Invitation]:
    """No more than a few of one category, and of one organization, so that no table is all business."""
    standings = needs.network.standing_by_path
    taken: dict[str, int] = {}
    shown = 0
    for one in found:
        sorts = {needs.category_by_path.get(one.contact, ""), *standings[one.contact].organizations} - {""}
        if shown < _MOST and all(taken.get(sort, 0) < _OF_ONE_SORT for sort in sorts):
            for sort in sorts:
                taken[sort] = taken.get(sort, 0) + 1
            shown += 1
            yield one
