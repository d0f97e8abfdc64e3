"""What is open between me and others, as the `vaultnet.followups/1` object: asks, replies that I owe, thanks due.

list_followups(workspace)  ->  {"follow_ups": [{"name": "Wouter", "state": "step", ...}], "replies": [...], ...}
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from vaultnet.app.country_notice import warn_of_country
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.ref import display
from vaultnet.model.working_days import WorkingDays
from vaultnet.practice.follow_up import FollowUp, follow_ups
from vaultnet.practice.replies import OwedReply, replies_owed
from vaultnet.practice.thanks import ThanksDue, thanks_due
from vaultnet.storage.introductions import load_introductions


def list_followups(
    workspace: Workspace, *, who: str = "", until: date | None = None, everything: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """`who` leaves one contact, `until` what has its day by then; `everything` adds the ladders that have ended.

    Raises NothingFound and AmbiguousName.
    """
    wanted = get_contact(workspace, who) if who else ""
    network, settings, today = workspace.network(), workspace.config.settings, workspace.today
    warn_of_country(workspace)
    introductions = load_introductions(workspace.connection)
    ladders = (entry for entry in follow_ups(network, settings, today, introductions) if everything or entry.is_open)
    replies, thanks = replies_owed(network, settings), thanks_due(network, settings, today)
    names = network.name_by_path
    first_chance = _first_chance(network.working_days, today)
    found: dict[str, Iterator[dict[str, Any]]] = {
        "follow_ups": (_ladder(entry, names, first_chance) for entry in ladders),
        "replies": (_reply(entry, names) for entry in replies),
        "thanks": (_thanks(entry, names) for entry in thanks),
    }
    return {
        key: [row for row in rows if wanted in ("", row["contact"]) and _is_by(row["next_date"], until)]
        for key, rows in found.items()
    }


def _is_by(day: str | None, until: date | None) -> bool:
    return until is None or (day is not None and day <= until.isoformat())


def _first_chance(week: WorkingDays, today: date) -> date | None:
    """The first day of an agenda that may name a step; None where that is today."""
    return None if week.is_working(today) else week.on_or_after(today)


def _ladder(entry: FollowUp, names: dict[str, str], first_chance: date | None) -> dict[str, Any]:
    """Steps are made on working days only: one whose day has come has the next of them, on a Sunday."""
    place = entry.asked or entry.waiting
    assert place is not None
    is_next = entry.state in {"step", "way_round"}
    due = max(entry.due, first_chance) if entry.due and first_chance else entry.due
    return {
        "contact": entry.contact,
        "name": names[entry.contact],
        "about": "ask" if entry.asked else "waiting",
        "state": entry.state,
        "since": entry.since.isoformat(),
        "kind": entry.asked.kind if entry.asked else "",
        "text": display(place.text),
        "tried": [{"date": attempt.day.isoformat(), "kind": attempt.kind} for attempt in entry.tried],
        "next": entry.kind if is_next else None,
        "next_date": iso(due if is_next else None),
        "then": entry.then or None,
        "rests_until": iso(entry.due if entry.state == "rest" else None),
        "via": entry.via or None,
        "source": {"path": place.path, "line": place.line},
    }


def _reply(entry: OwedReply, names: dict[str, str]) -> dict[str, Any]:
    return {
        "contact": entry.contact,
        "name": names[entry.contact],
        "since": entry.since.isoformat(),
        "kind": entry.touch.kind,
        "text": display(entry.touch.text),
        "next": entry.kind,
        "next_date": entry.due.isoformat(),
        "source": {"path": entry.touch.path, "line": entry.touch.line},
    }


def _thanks(entry: ThanksDue, names: dict[str, str]) -> dict[str, Any]:
    return {
        "contact": entry.contact,
        "name": names[entry.contact],
        "since": entry.favour.day.isoformat(),
        "for": entry.favour.what,
        "text": display(entry.favour.about),
        "more": entry.more,
        "next": entry.kind,
        "next_date": entry.due.isoformat(),
        "source": {"path": entry.favour.path, "line": entry.favour.line},
    }
