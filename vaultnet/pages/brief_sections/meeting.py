"""The meeting itself: when and where; of one that is yet to be arranged, where the two of you could meet."""

from vaultnet.dataclass import replace
from vaultnet.pages.brief_page import BriefPage
from vaultnet.pages.brief_view import Nearby, PlannedMeeting
from vaultnet.practice.outreach_kind import is_only_written
from vaultnet.practice.touch_reason import is_same_place
from vaultnet.text.block import one_line


def build_meeting(page: BriefPage) -> PlannedMeeting:
    """The meeting with what the notes add: a place for a proposal, and that we only ever wrote."""
    meeting = page.facts.meeting
    known = [page.network.standing_by_path[one] for one in page.facts.people if page.is_contact(one)]
    return replace(
        meeting,
        name=one_line(meeting.name),
        place=one_line(meeting.place),
        outcome=one_line(meeting.outcome),
        near=_nearby(page) if meeting.is_in_person and not (meeting.day or meeting.place) else None,
        only_written=any(is_only_written(one.last_kinds, page.settings.kinds) for one in known),
    )


def _nearby(page: BriefPage) -> Nearby | None:
    """By the first whose place is known: the town we share, a trip of mine to theirs, else their town."""
    places = (page.background_by_path[one].location for one in page.facts.people if one in page.background_by_path)
    place = next(filter(None, places), "")
    if not place:
        return None
    if is_same_place(place, page.settings.me.location):
        return Nearby("both", one_line(place))
    for trip in page.network.trips:
        if (
            trip.start
            and trip.end
            and trip.end >= page.today
            and any(is_same_place(place, stop) for stop in trip.places)
        ):
            return Nearby("trip", one_line(place), trip.start, trip.end)
    return Nearby("theirs", one_line(place))
