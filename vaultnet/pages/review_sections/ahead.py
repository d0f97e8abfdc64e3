"""The week ahead, day by day: meetings, days to mark, promises that fall due, and whom the lists will name."""

from datetime import date

from vaultnet.model.network import Meeting
from vaultnet.model.stretch import Stretch
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_sections.open_matters import due_of, promises, task
from vaultnet.pages.review_view import Appointment, Approach, DayAhead, Occasion, Task
from vaultnet.practice.anniversaries import DatedOccasion, next_marking
from vaultnet.practice.outreach_ahead import outreach_ahead
from vaultnet.practice.reach_out import Outreach
from vaultnet.practice.settled_occasions import settled_occasions
from vaultnet.text.block import one_line


def build_ahead(page: ReviewPage, ahead: Stretch) -> tuple[DayAhead, ...]:
    """The days of the week ahead on which there is something. Names are those of the lists as they look now: the days
    in between count as if every name on them were ticked. Whoever is met, marked or followed up is not named again.
    """
    marked = _occasions(page, ahead)
    names = _names(page, ahead, {one.person.contact for day in marked.values() for one in day})
    days = (
        DayAhead(
            day,
            day.weekday(),
            meetings=tuple(_appointment(page, meeting) for meeting in page.facts.meetings if meeting.day == day),
            occasions=tuple(marked.get(day, ())),
            promised=_due(page, day),
            follow_up=tuple(
                Approach(page.person(one.contact), one.kind)
                for one in page.follow_ups
                if one.state == "step" and one.due == day
            ),
            reach_out=tuple(Approach(page.person(item.path), item.kind) for item in names.get(day, ())),
        )
        for day in map(date.fromordinal, range(ahead.first.toordinal(), ahead.last.toordinal() + 1))
    )
    return tuple(day for day in days if day.meetings or day.occasions or day.promised or day.follow_up or day.reach_out)


def _names(page: ReviewPage, ahead: Stretch, marked: set[str]) -> dict[date, tuple[Outreach, ...]]:
    start = page.until if page.until < page.stretch.last else ahead.first
    met = {person for meeting in page.facts.meetings for person in meeting.people}
    met |= {one.contact for one in page.follow_ups if one.is_waiting_for_them}
    preferred = page.facts.agenda.preference
    return outreach_ahead(page.network, page.settings, start, ahead.last, exclude=met | marked, preferred=preferred)


def _appointment(page: ReviewPage, meeting: Meeting) -> Appointment:
    people = tuple(map(page.person, meeting.people))
    link = page.network.link_by_path[meeting.path]
    return Appointment(one_line(meeting.name), link, meeting.time, one_line(meeting.place), people)


def _occasions(page: ReviewPage, ahead: Stretch) -> dict[date, list[Occasion]]:
    """Day -> what is marked on it, and what must be posted on it to be there in time."""
    is_settled = settled_occasions(page.network, page.until, looks_ahead=True)
    found: dict[date, list[Occasion]] = {}
    for one in page.facts.anniversaries:
        standing = page.standing_by_path.get(one.contact)
        if standing is None or standing.is_gone:
            continue
        for is_posted in (True, False):
            marking = next_marking(one, standing, page.settings, ahead.first, is_posted=is_posted)
            if marking and ahead.holds(marking.by) and not is_settled(marking):
                found.setdefault(marking.by, []).append(_occasion(page, marking))
    return found


def _occasion(page: ReviewPage, marking: DatedOccasion) -> Occasion:
    words = marking.words
    other = page.network.link_by_path[words] if words in page.standing_by_path else one_line(words)
    return Occasion(page.person(marking.contact), marking.what, marking.on, marking.years, marking.kind, other)


def _due(page: ReviewPage, day: date) -> tuple[Task, ...]:
    mine = (promise for promise in promises(page) if not promise.is_waiting)
    return tuple(task(page, promise) for promise in mine if due_of(page, promise) == day)
