"""The day's agenda: who to be in touch with today, and why, as a view for `templates/agenda.md`.

    build_agenda(network, settings, today)
    -> AgendaView(sections=(Section("reach_out", (Item(contact="People/Ada.md", kind="call", ...),)), ...))

The words are the template's; here stand the reasons, as values.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_item import Item, Section
from vaultnet.pages.agenda_page import Page
from vaultnet.pages.sections.answer import answer
from vaultnet.pages.sections.dates import dates
from vaultnet.pages.sections.follow_up import follow_up
from vaultnet.pages.sections.meetings import meetings
from vaultnet.pages.sections.promises import first_told, promises
from vaultnet.pages.sections.reach_out import reach_out
from vaultnet.pages.sections.thanks import thanks
from vaultnet.pages.small_day import Welcome, after_absence, has_waited

# The order in which sections stand on the page: what has an hour or a date first, then what is free to choose.
SECTIONS = ("meetings", "answer", "follow_up", "thanks", "promises", "dates", "reach_out")
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
    welcome: Welcome | None = None


def build_agenda(network: Network, settings: Settings, today: date) -> AgendaView:
    """The agenda of a day. Hard-dated sections are whole, but after an absence; `reach_out` keeps to the budget, in
    which what the user has already ticked, let go or rewritten today counts.
    """
    page = Page(network, settings, today)
    fixed = {name: tuple(build(page)) for name, build in _FIXED.items()}
    met = {item.contact for name, items in fixed.items() if name != "promises" for item in items}
    met |= set(first_told(page))
    met |= {person for meeting in network.meetings for person in meeting.people}
    met |= {entry.contact for entry in page.ladders if entry.is_waiting_for_them}
    keys = {item.key for items in fixed.values() for item in items}
    small, welcome = after_absence(page, fixed)
    sections = {**small, "reach_out": reach_out(page, met, keys)}
    shown = tuple(Section(name, sections[name]) for name in SECTIONS if sections[name])
    if welcome and not (welcome.held or has_waited((item for section in shown for item in section.items), today)):
        welcome = None
    return AgendaView(today, shown, today.weekday() not in settings.agenda.days, welcome)
