"""The days to mark that come up, as the `vaultnet.dates/1` rows.

list_dates(workspace, date(2026, 7, 15), who="", kind="birthday")  ->  [{"date": "2026-06-19", "what": "birthday", ...}]
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.profile import INTRODUCTIONS
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.anniversaries import DatedOccasion
from vaultnet.practice.life_event import mood_if_event
from vaultnet.practice.occasions import coming_occasions
from vaultnet.practice.settled_occasions import settled_occasions
from vaultnet.storage.anniversaries import days_to_mark, load_anniversaries
from vaultnet.text.fold import fold
from vaultnet.text.nearest import hint_for

_KINDS = {
    "birthday": {"birthday"},
    "met": {"met"},
    "holiday": {"holiday"},
    "life event": {"life event", "news"},
    "introduction": INTRODUCTIONS,
}


def list_dates(workspace: Workspace, until: date, *, who: str = "", kind: str = "") -> list[dict[str, Any]]:
    """Every day to mark until a day, by date, but for what is settled; of one contact with `who`, of one sort with
    `kind`. Raises UsageError, NothingFound and AmbiguousName.
    """
    settings, today = workspace.config.settings, workspace.today
    wanted = _sorts(kind, settings)
    path = get_contact(workspace, who) if who else ""
    network = workspace.network()
    first, _ = days_to_mark(today, settings.dates)
    _, last = days_to_mark(until, settings.dates)
    anniversaries = load_anniversaries(workspace.connection, first, last)
    is_settled = settled_occasions(network, today, looks_ahead=True)
    occasions = coming_occasions(network, anniversaries, settings, today, until, is_settled)
    standing_by_path = network.standing_by_path
    return [
        occasion_object(occasion, standing_by_path, today)
        for occasion in occasions
        if (not path or occasion.contact == path) and (wanted is None or occasion.what in wanted)
    ]


def occasion_object(occasion: DatedOccasion, standing_by_path: Mapping[str, Standing], today: date) -> dict[str, Any]:
    """One row of `vaultnet.dates/1`."""
    other = standing_by_path.get(occasion.words)
    return {
        "date": occasion.on.isoformat(),
        "contact": occasion.contact,
        "name": standing_by_path[occasion.contact].name,
        "what": occasion.what,
        "words": other.name if other else occasion.words,
        "mood": mood_if_event(occasion.what, occasion.words),
        "years": occasion.years,
        "kind": occasion.kind,
        "by": occasion.by.isoformat(),
        "days": (occasion.on - today).days,
    }


def _sorts(kind: str, settings: Settings) -> frozenset[str] | None:
    """What a sort of day takes in; None for all of them."""
    if not kind:
        return None
    known = {**{word: {word} for word in settings.contacts.anniversaries}, **_KINDS}
    found = next((whats for name, whats in known.items() if fold(name) == fold(kind.replace("-", " "))), None)
    found = found or known.get(kind)
    if found is None:
        raise UsageError(f"{kind} is no sort of day to mark: {hint_for(kind, tuple(known))}")
    return frozenset(found)
