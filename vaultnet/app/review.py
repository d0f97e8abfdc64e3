"""The review of a week, a quarter or a year, from the notes to the note: refresh, absorb, look back, render, place.

generate_review(workspace, stretch, absorb_as=words)
->  GeneratedPage(payload={"name": "2026-W25", "behind": {...}, ...}, block="<!-- vaultnet:review -->...", change=...)
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from vaultnet.app.absorb import absorb_first
from vaultnet.app.agenda_facts import load_agenda_facts
from vaultnet.app.drive import prunings_in
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.name_locale import name_locale
from vaultnet.app.periodic_page import PeriodicPage, place_block, render_block
from vaultnet.app.practice_day import checked_day
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import replace
from vaultnet.edits.daily_note import daily_note_path
from vaultnet.edits.periodic_note import fill_periodic
from vaultnet.errors import UsageError
from vaultnet.model.dates import add_days
from vaultnet.model.moment_locale import WeekStart
from vaultnet.model.settings import Settings
from vaultnet.model.stretch import (
    Length,
    Stretch,
    moved,
    names_month,
    parse_stretch,
    stretch_name,
    stretch_of,
    week_start_in,
)
from vaultnet.pages.agenda_facts import NO_FACTS
from vaultnet.pages.review_page import ReviewFacts
from vaultnet.pages.review_view import ReviewView
from vaultnet.pages.view import as_plain
from vaultnet.pages.weekly_review import build_review
from vaultnet.storage.anniversaries import load_anniversaries
from vaultnet.storage.event_notes import load_groups_of, load_met_at
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.goals import find_goals
from vaultnet.storage.lookup import load_errors
from vaultnet.storage.meetings import load_meetings
from vaultnet.storage.network import load_network, touch_days
from vaultnet.storage.review_rows import load_acts, load_heard_of, load_introducers, load_kept

_SERIES: Mapping[Length, Literal["weekly", "quarterly", "yearly"]] = {
    "week": "weekly", "quarter": "quarterly", "year": "yearly",
}  # fmt: skip
_YEAR = 365  # days
_BLOCK: Mapping[Length, str] = {"week": "review", "quarter": "review-quarter", "year": "review-year"}


def week_start(workspace: Workspace) -> WeekStart:
    """The day on which this vault's weeks begin: as the format of its weekly notes counts them."""
    return week_start_in(workspace.config.series("weekly").format, workspace.config.rules.locale)


def choose_stretch(workspace: Workspace, text: str, length: Length | None) -> Stretch:
    """What the words mean: a stretch by its name, or the one that a day lies in; without words the current one, on its
    first day the one that has just ended (a notice says so).

    `length` is what a flag asks for; a name such as `2026-Q2` says it too. Raises UsageError, also for a month, and for
    a stretch that has not begun: there is nothing to look back on.
    """
    start = week_start(workspace)
    if not text:
        return _lived(workspace, stretch_of(length or "week", workspace.today, start), start)
    stretch = parse_stretch(text, workspace.today, start)
    if stretch is None:
        if names_month(text):
            raise UsageError(
                f'"{text}" is a month, and no review is of a month: there is that of a week (2026-W24, last week, a '
                "day in it), of a quarter (--quarter, 2026-Q2) and of a year (--year, 2026)"
            )
        stretch = stretch_of(length or "week", _day_in_it(workspace, text), start)
    elif length and length != stretch.length:
        raise UsageError(f'"{text}" and --{length} are two reviews: ask for one of them')
    if stretch.first > workspace.today:
        raise UsageError(
            f"{stretch_name(stretch, start)} begins on {stretch.first.isoformat()}, and a review looks back; "
            "the week ahead stands in that of this week"
        )
    return stretch


def _day_in_it(workspace: Workspace, text: str) -> date:
    try:
        return workspace.natural_date(text)
    except UsageError as error:
        raise UsageError(f"{error.message}; a week is 2026-W24 or last week, a quarter 2026-Q2") from error


def _lived(workspace: Workspace, stretch: Stretch, start: WeekStart) -> Stretch:
    """The stretch itself, or the one before where it begins today: nothing of it has been lived yet."""
    if workspace.today != stretch.first or stretch.first == date.min:
        return stretch
    before = moved(stretch, -1, start)
    workspace.notices.append(
        f"{stretch_name(stretch, start)} begins today, so this is the review of {stretch_name(before, start)}; "
        f"`vaultnet review this {stretch.length}` is that of the new one"
    )
    return before


def generate_review(
    workspace: Workspace, stretch: Stretch, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out a review. Apply `result.change` to write it.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. With `only_print` a note that cannot take the block is no
    obstacle; else NotWritten brings the block to paste.
    """
    checked_day(stretch.first)
    workspace.refresh()
    absorbed, changes = absorb_first(workspace, absorb_as)
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        view = _look_back(workspace, connection, stretch)
    sealed = render_block(workspace, "review.md", as_plain(view))
    page = _page(workspace, stretch)
    block, change = place_block(workspace, page, sealed, changes, only_show=only_print)
    problems = load_errors(workspace.connection)
    payload = {**as_plain(view), "note": page.path, "absorbed": list(absorbed.touches), "problems": problems}
    return GeneratedPage(payload, block, change, absorbed.plan.changes)


def _look_back(workspace: Workspace, connection: sqlite3.Connection, stretch: Stretch) -> ReviewView:
    """As of the stretch's last day; while it runs, as of today."""
    settings, start = workspace.config.settings, week_start(workspace)
    until = min(max(workspace.today, stretch.first), stretch.last)
    network = load_network(connection, until, settings)
    facts = _facts(connection, settings, stretch, until, start)
    if stretch.length != "week":
        facts = replace(facts, prunings=prunings_in(workspace, connection, network, until))
    return build_review(network, facts, settings, stretch, until, stretch_name(stretch, start))


def _facts(
    connection: sqlite3.Connection, settings: Settings, stretch: Stretch, until: date, start: WeekStart
) -> ReviewFacts:
    ahead = moved(stretch, 1, start) if stretch.length == "week" else None
    return ReviewFacts(
        ahead=ahead,
        meetings=load_meetings(connection, ahead.first, ahead.last) if ahead else (),
        anniversaries=load_anniversaries(connection, ahead.first, ahead.last) if ahead else (),
        introduced_by=load_introducers(connection),
        heard_of=load_heard_of(connection),
        met_at=load_met_at(connection),
        groups_of=load_groups_of(connection),
        kept=tuple(load_kept(connection, stretch.first, until)),
        touch_days=touch_days(connection, until),
        agenda=load_agenda_facts(connection, settings, until) if ahead else NO_FACTS,
        goals=find_goals(connection, settings.goals),
        acts=tuple(load_acts(connection, add_days(until, -_YEAR), until)) if ahead else (),
    )


def _page(workspace: Workspace, stretch: Stretch) -> PeriodicPage:
    """The note of the week, quarter or year, and how the user's own template makes it."""
    series = workspace.config.series(_SERIES[stretch.length])
    locale = name_locale(workspace, series, stretch.first)
    path = daily_note_path(series, stretch.first, locale)
    first = datetime.combine(stretch.first, workspace.now.time())
    heading = workspace.config.settings.review.heading
    return PeriodicPage(
        path, _BLOCK[stretch.length], heading, series.template,
        lambda template: fill_periodic(template, path, first, series, locale),
    )  # fmt: skip
