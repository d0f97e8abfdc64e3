"""What the agenda needs besides the network, out of the index; where no note tells goals, next to nothing is read.

load_agenda_facts(connection, settings, date(2026, 6, 15))  ->  AgendaFacts(wishes=(Party(...),), ...)
"""

import sqlite3
from datetime import date

from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_facts import AgendaFacts
from vaultnet.practice.colleagues import own_company
from vaultnet.practice.goal_preference import NO_PREFERENCE, Aims, GoalPreference
from vaultnet.practice.targets import target_cards
from vaultnet.practice.workplace import build_places
from vaultnet.storage.backgrounds import load_lazy_backgrounds
from vaultnet.storage.giving import load_giving
from vaultnet.storage.goals import find_goals
from vaultnet.storage.introductions import load_introductions, load_wish_list
from vaultnet.storage.organizations import load_organizations
from vaultnet.storage.strays import load_strays


def load_agenda_facts(connection: sqlite3.Connection, settings: Settings, day: date) -> AgendaFacts:
    """Everything as of a day. Raises SettingsError where the settings name a goals note that is none."""
    wishes = load_wish_list(connection, settings.goals)
    return AgendaFacts(
        wishes=wishes,
        introductions=load_introductions(connection),
        giving=load_giving(connection, day, settings),
        strays=load_strays(connection, day) if wishes else (),
        preference=load_preference(connection, settings, day),
    )


def load_preference(connection: sqlite3.Connection, settings: Settings, day: date) -> GoalPreference:
    """Whom the goals prefer; the notes of people are read one by one, when they are compared. Raises SettingsError."""
    note = find_goals(connection, settings.goals)
    if note is None:
        return NO_PREFERENCE
    goals, cards = note.goals, load_organizations(connection)
    targets = target_cards(note.targets, cards)
    if not (targets or goals.roles or goals.industries or goals.locations):
        return NO_PREFERENCE
    known = (*cards, *(card for card in targets if card not in cards))
    mine, places = own_company(known, settings.me.company) if settings.me.company else (None, build_places(known))
    aims = Aims(goals, targets, places, settings.vault.language, mine)
    return GoalPreference(aims, load_lazy_backgrounds(connection, day))
