"""One wish a day (P6): of the people I would like to meet the one whose next step is mine to take today, if any.

Annelies rests since Monday, Rasmus is for Naledi to answer, nobody has asked Magdalena  ->  Bettina, through Magdalena
a wish stood on a page five days ago                                                     ->  None: one in a week

The first three of the list are at work at a time (`wish_list.py`); the agenda names one of them, and none in most days.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Offer
from vaultnet.practice.free_item import EarlierPages, rests_until
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.ladder import rests_until as ladder_rests_until
from vaultnet.practice.outreach_kind import choose_kind
from vaultnet.practice.wish_list import AT_A_TIME, WishNeeds, WishStep, sort_wishes, wish_step
from vaultnet.text.block import item_key

SECTION = "meet_someone"
_APART = 7  # days from one wish to the next
_WAYS = 2  # the best one, and another where the best is that I know them myself
_MINE = frozenset({"ask", "remind"})


class Meeting(NamedTuple):
    """`asks` is the path of whom to ask, or of the person themselves; "" where they have no note yet."""

    step: WishStep
    asks: str
    kind: str


def is_about_wish(offer: Offer, wish: Party, uid_by_path: Mapping[str, str]) -> bool:
    """Whether an item is about this wish, whoever was asked."""
    return offer.key == wish_key(offer.day, offer.contact, wish, uid_by_path)


def wish_key(day: date, asked: str, wish: Party, uid_by_path: Mapping[str, str]) -> str:
    """The key of the item about a wish; `asked` is the path of whom it asks, "" for a stranger without a note."""
    aim = uid_by_path.get(wish.person) or wish.person
    return item_key(day, SECTION, uid_by_path.get(asked) or asked or wish.person, aim)


def choose_meeting(
    wishes: Sequence[Party], needs: WishNeeds, pages: EarlierPages, busy: AbstractSet[str]
) -> Meeting | None:
    """`busy` are those who stand on the page already, or are waited for: nothing else is asked of them today."""
    uids = {standing.path: standing.uid for standing in needs.network.standings} if wishes else {}
    newest = {wish.person: _newest(wish, uids, pages) for wish in wishes}
    if any(offer and needs.today < add_days(offer.day, _APART) for offer in newest.values()):
        return None
    open_ones, _ = sort_wishes(wishes, needs)
    for wish in open_ones[:AT_A_TIME]:
        offer = newest[wish.person]
        if offer and offer.state != "done" and needs.today < rests_until(offer, needs.today):
            continue
        found = _meeting(wish_step(wish, needs, ways=_WAYS), needs, busy)
        if found and not (offer and _was_asked(found, offer, needs)):
            return found
    return None


def _newest(wish: Party, uids: Mapping[str, str], pages: EarlierPages) -> Offer | None:
    return pages.newest(lambda offer: is_about_wish(offer, wish, uids))


def _was_asked(found: Meeting, offer: Offer, needs: WishNeeds) -> bool:
    """True where the same was done of late, and no note tells how far it has come: they are given time."""
    is_new_step = found.step.step == "introduction" or (found.step.step == "cold" and bool(found.asks))
    return not is_new_step and needs.today < ladder_rests_until(offer.day, needs.settings)


def _meeting(step: WishStep, needs: WishNeeds, busy: AbstractSet[str]) -> Meeting | None:
    """The step as an item of today; None where it is not mine, or not today."""
    week, today = needs.network.working_days, needs.today
    if step.step == "introduction" and step.move and step.move.is_mine and step.move.step in _MINE:
        return _asking(step, (party.person for party in step.move.people if party.has_note), needs, busy)
    if step.step == "path":
        return _asking(step, [step.paths[0].hops[0].person], needs, busy)
    if step.step == "cold" and step.due and step.due <= today and week.is_working(today):
        return _to_stranger(step, needs, busy)
    return None


def _asking(step: WishStep, people: Iterable[str], needs: WishNeeds, busy: AbstractSet[str]) -> Meeting | None:
    """Whom to ask for the introduction: the first who is in the plan, and whom nothing else is asked of today."""
    standings, kinds = needs.network.standing_by_path, needs.settings.kinds
    free = (standings[path] for path in people if path in standings and path not in busy)
    asked = next((standing for standing in free if not out_reason(standing, needs.today)), None)
    if asked is None:
        return None
    return Meeting(step, asked.path, choose_kind(asked.channel, asked.last_kinds, kinds).name)


def _to_stranger(step: WishStep, needs: WishNeeds, busy: AbstractSet[str]) -> Meeting | None:
    standing = needs.network.standing_by_path.get(step.wish.person)
    if standing and (standing.path in busy or out_reason(standing, needs.today)):
        return None
    return Meeting(step, standing.path if standing else "", step.kind)
