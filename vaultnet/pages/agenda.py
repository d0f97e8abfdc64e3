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
from vaultnet.pages.sections.dates import dates
from vaultnet.pages.sections.meetings import meetings
from vaultnet.pages.sections.promises import promises
from vaultnet.pages.sections.reach_out import reach_out

# The order in which sections stand on the page: what has an hour or a date first, then what is free to choose.
SECTIONS = ("meetings", "promises", "dates", "reach_out")
_FIXED: Mapping[str, Callable[[Page], Iterable[Item]]] = {"meetings": meetings, "promises": promises, "dates": dates}


@dataclass(frozen=True, slots=True)
class AgendaView:
    day: date
    sections: tuple[Section, ...]
    is_day_off: bool = False


def build_agenda(network: Network, settings: Settings, today: date) -> AgendaView:
    """The agenda of a day. Hard-dated sections are whole; `reach_out` keeps to the budget, in which what the user has
    already ticked, let go or rewritten today counts.
    """
    page = Page(network, settings, today)
    fixed = {name: tuple(build(page)) for name, build in _FIXED.items()}
    met = {item.contact for items in fixed.values() for item in items}
    met |= {person for meeting in network.meetings for person in meeting.people}
    sections = {**fixed, "reach_out": reach_out(page, met)}
    shown = tuple(Section(name, sections[name]) for name in SECTIONS if sections[name])
    return AgendaView(today, shown, today.weekday() not in settings.agenda.days)
