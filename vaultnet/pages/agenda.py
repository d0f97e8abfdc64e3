"""The day's agenda: who to be in touch with today, and why, as a view for `templates/agenda.md`.

    build_agenda(network, settings, today)
    -> AgendaView(sections=(Section("reach_out", (Item(contact="People/Ada.md", kind="call", ...),)), ...))

The words are the template's; here stand the reasons, as values.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_facts import NO_FACTS, AgendaFacts
from vaultnet.pages.agenda_item import Item, Section
from vaultnet.pages.agenda_page import Page
from vaultnet.pages.sections.answer import answer
from vaultnet.pages.sections.dates import dates
from vaultnet.pages.sections.follow_up import follow_up
from vaultnet.pages.sections.give import give
from vaultnet.pages.sections.introductions import introductions
from vaultnet.pages.sections.meet_someone import meet_someone
from vaultnet.pages.sections.meetings import meetings
from vaultnet.pages.sections.promises import first_told, promises
from vaultnet.pages.sections.reach_out import reach_out
from vaultnet.pages.sections.thanks import thanks
from vaultnet.pages.small_day import Welcome, after_absence, has_waited
from vaultnet.practice.choice import Choice

# The order in which sections stand on the page: what has an hour or a date first, then what is free to choose.
SECTIONS = (
    "meetings", "answer", "follow_up", "thanks", "promises", "dates", "introductions", "reach_out", "meet_someone",
    "give",
)  # fmt: skip
_FIXED: Mapping[str, Callable[[Page], Iterable[Item]]] = {
    "meetings": meetings,
    "answer": answer,
    "follow_up": follow_up,
    "thanks": thanks,
    "promises": promises,
    "dates": dates,
}


@dataclass(frozen=True, slots=True)
class AgendaView:
    day: date
    sections: tuple[Section, ...]
    is_day_off: bool = False
    knows_nobody: bool = False
    welcome: Welcome | None = None


def build_agenda(
    network: Network, settings: Settings, today: date, facts: AgendaFacts = NO_FACTS, choice: Choice | None = None
) -> AgendaView:
    """The agenda of a day. Hard-dated sections are whole, but after an absence; `reach_out` keeps to the budget, in
    which what the user has already ticked, let go or rewritten today counts. What has no day of its own (introductions,
    a wish, something to give) is an item each beside it, on agenda days only, and on none of the first after an
    absence. `choice` is told what the choice of whom to reach out to rests on.
    """
    page = Page(network, settings, today, facts, choice)
    fixed = {name: tuple(build(page)) for name, build in _FIXED.items()}
    met = {item.contact for name, items in fixed.items() if name != "promises" for item in items}
    met |= set(first_told(page))
    met |= {person for meeting in network.meetings for person in meeting.people}
    met |= {entry.contact for entry in page.ladders if entry.is_waiting_for_them}
    keys = {item.key for items in fixed.values() for item in items}
    small, welcome = after_absence(page, fixed)
    is_open = today.weekday() in settings.agenda.days and welcome is None
    free = _free_sections(page, met, keys, is_open=is_open)
    items = [item for each in free.values() for item in each]
    met |= _people(items)
    keys |= {item.key for item in items}
    sections = {**small, **free, "reach_out": reach_out(page, met, keys)}
    shown = tuple(Section(name, sections[name]) for name in SECTIONS if sections[name])
    if welcome and not (welcome.held or has_waited((item for section in shown for item in section.items), today)):
        welcome = None
    is_day_off = today.weekday() not in settings.agenda.days
    return AgendaView(today, shown, is_day_off, not network.standings, welcome)


def _free_sections(page: Page, met: set[str], keys: set[str], *, is_open: bool) -> dict[str, tuple[Item, ...]]:
    """What has no day of its own. Nobody stands in two of them, nor in one whom another section has already."""
    busy = set(met)
    free: dict[str, tuple[Item, ...]] = {}
    for name, build in (("introductions", introductions), ("meet_someone", meet_someone)):
        free[name] = tuple(build(page, busy, is_open=is_open))
        busy |= _people(free[name])
    taken = keys.union(item.key for items in free.values() for item in items)
    free["give"] = tuple(give(page, busy, taken, is_open=is_open))
    return free


def _people(items: Iterable[Item]) -> set[str]:
    return {person for item in items for person in (item.contact, *item.others)}
