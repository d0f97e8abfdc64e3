"""The day's agenda, from the notes to the note: refresh, decide, render, place, write.

    generate_agenda(workspace, day)  ->  GeneratedPage(payload={"date": "2026-06-15", "sections": [...]}, block="...",
                                                       change=FileChange("Daily/2026-06-15.md", ...))

A run that finds nothing changed since the last one for that day answers from a memo in the index: it reads no note,
renders no template and loads neither YAML nor Jinja. So does one after an edit that says nothing new (`told.py`), or
adds a touch with somebody whom nobody looked at (`still_right.py`); where the edit was in the day's note itself, the
remembered block is held against it once more.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.practice_day import checked_day
from vaultnet.app.workspace import Workspace
from vaultnet.storage import memo
from vaultnet.storage.collector_at_rest import collector_at_rest
from vaultnet.storage.since_told import AddedTouch, Move, load_added, load_moved, text_digest

if TYPE_CHECKING:
    from vaultnet.app.absorb import Absorbed
    from vaultnet.app.periodic_page import PeriodicPage
    from vaultnet.practice.choice import Choice


def generate_agenda(
    workspace: Workspace, day: date, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out a day's agenda. Apply `result.change` to write it.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. With `only_print` a note that cannot take the block is no
    obstacle; else NotWritten brings the block to paste.
    """
    checked_day(day)
    generation = workspace.refresh().generation
    mode = "write" if absorb_as else "print" if only_print else "show"
    key = _key(workspace, day, mode)
    known = memo.recall(workspace.connection, key)
    remembered = _remembered(workspace, key, known, day, generation, only_print=only_print) if known else None
    if remembered is not None:
        return remembered
    said = len(workspace.notices)
    absorbed = _absorb(workspace, absorb_as)
    with collector_at_rest():
        result, sealed, choice = _build(workspace, day, None if absorb_as else absorbed, only_print=only_print)
    if result.change is None and not (absorbed and (absorbed.plan.changes or absorbed.fresh_words)):
        kept = {"payload": result.payload, "block": result.block, "sealed": sealed, "notices": workspace.notices[said:]}
        _remember(workspace, key, generation, kept, choice)
    if absorbed is None:
        return result
    payload = {**result.payload, "absorbed": list(absorbed.touches)}
    return GeneratedPage(payload, result.block, result.change, absorbed.plan.changes)


def recall_agenda(workspace: Workspace, day: date) -> GeneratedPage | None:
    """The page of a run that would write, where all that it shows is just as it was; None: `generate_agenda` knows."""
    workspace.refresh()
    known = memo.recall(workspace.connection, _key(workspace, day, "write"))
    if known is None:
        return None
    data = json.loads(known)
    since = (*load_moved(workspace.connection), *load_added(workspace.connection))
    is_as_it_was = data["text"] == text_digest(workspace.connection, data["payload"]["note"])
    if not is_as_it_was or any(change[0] > data["generation"] for change in since):
        return None
    workspace.notices += data["notices"]
    return GeneratedPage(data["payload"], data["block"], None)


def _key(workspace: Workspace, day: date, mode: str) -> str:
    return f"agenda {day.isoformat()} {workspace.today.isoformat()} {mode} {workspace.own_templates}"


def _remember(
    workspace: Workspace, key: str, generation: int, kept: dict[str, Any], choice: "Choice | None" = None
) -> None:
    """Keep a page with what was said beside it, and which text of the day's note it was held against; apart from it,
    what it rests on (None: the same as before).
    """
    if choice:
        kept = {**kept, "rests": generation}
        plain = {"generation": generation, **choice.as_plain()}
        memo.remember(workspace.connection, f"{key} rests on", json.dumps(plain), generation)
    text = text_digest(workspace.connection, kept["payload"]["note"])
    data = {**kept, "text": text, "generation": generation}
    memo.remember(workspace.connection, key, json.dumps(data), generation)


def _remembered(
    workspace: Workspace, key: str, known: str, day: date, generation: int, *, only_print: bool
) -> GeneratedPage | None:
    """The page as it was; None if it may say something else now, one of its items may stand on another line, or the
    block in the day's note is not what it was.
    """
    data = json.loads(known)
    moves = [move for move in load_moved(workspace.connection) if move.generation > data["generation"]]
    added = [touch for made, touch in load_added(workspace.connection) if made > data["generation"]]
    choice = _choice_after(workspace, key, day, data, added) if added else None
    if added and choice is None:
        return None
    if moves and not _follow(data, known, moves, is_ours=not workspace.own_templates):
        return None
    same = GeneratedPage(data["payload"], data["block"], None)
    is_same_note = data["text"] == text_digest(workspace.connection, data["payload"]["note"])
    if not is_same_note:
        from vaultnet.app.periodic_page import place_block

        block, change = place_block(workspace, _page(workspace, day), data["sealed"], (), only_show=only_print)
        if change is not None or block != same.block:
            return None
    workspace.notices += data["notices"]
    if moves or choice or not is_same_note:
        _remember(workspace, key, generation, data, choice)
    return same


def _choice_after(
    workspace: Workspace, key: str, day: date, data: dict[str, Any], added: Sequence[AddedTouch]
) -> "Choice | None":
    """What a page rests on after these touches, if they change nothing of it."""
    from vaultnet.app.still_right import find_choice

    rests_on = json.loads(memo.recall(workspace.connection, f"{key} rests on") or "{}")
    if rests_on.get("generation") != data.get("rests", ""):
        return None  # the index was busy, and took only one of the two
    return find_choice(workspace.connection, workspace.config.settings, day, rests_on, added)


def _follow(data: dict[str, Any], known: str, moves: Sequence[Move], *, is_ours: bool) -> bool:
    """Give the items of a page the lines on which their notes have them now. False where a line may stand elsewhere in
    it too, or if it is not known which line it is. `is_ours`: no template of the vault's own might show a line.
    """
    from vaultnet.pages.moved_lines import with_lines_moved

    steps_by_path: dict[str, list[Sequence[tuple[int, int]]]] = {}
    names_lines = ".md:" in known or ".markdown:" in known
    for _, path, steps in moves:
        shown = json.dumps(path)[1:-1]
        is_sure = steps and is_ours
        if (is_sure and names_lines and f"{shown}:" in known) or (not is_sure and shown in known):
            return False
        steps_by_path.setdefault(path, []).append(steps or ())
    data["payload"] = with_lines_moved(data["payload"], steps_by_path)
    return True


def _absorb(workspace: Workspace, words: Sequence[str]) -> "Absorbed | None":
    """What was ticked, written if there are `words`; on most runs that is nothing new, and nothing more is loaded."""
    from vaultnet.storage.debriefs import waiting_debriefs
    from vaultnet.storage.placings import waiting_placings
    from vaultnet.storage.ticks import ticked_items

    connection, today = workspace.connection, workspace.today
    is_waiting = waiting_debriefs(connection, today) or waiting_placings(connection)
    if all(item.is_absorbed for item in ticked_items(connection, today)) and not is_waiting:
        return None
    from vaultnet.app.absorb import absorb_first

    return absorb_first(workspace, words)[0]


def _build(
    workspace: Workspace, day: date, foreseen: "Absorbed | None", *, only_print: bool
) -> tuple[GeneratedPage, str, "Choice"]:
    """The page as of now, or with `foreseen` as of after the ticks are absorbed; its block as it was rendered, and what
    the page rests on.
    """
    from vaultnet.app.agenda_facts import load_agenda_facts
    from vaultnet.app.country_notice import warn_of_country
    from vaultnet.app.periodic_page import place_block, render_block
    from vaultnet.pages.agenda import build_agenda
    from vaultnet.pages.view import agenda_payload, as_plain
    from vaultnet.practice.choice import Choice
    from vaultnet.storage.foreseen_index import foreseen_index
    from vaultnet.storage.lookup import load_errors
    from vaultnet.storage.network import load_network

    warn_of_country(workspace)
    settings, changes = workspace.config.settings, foreseen.plan.changes if foreseen else ()
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        facts = load_agenda_facts(connection, settings, day)
        choice = Choice()
        view = build_agenda(
            load_network(connection, day, settings).watched(choice.people), settings, day, facts, choice
        )
    sealed = render_block(workspace, "agenda.md", as_plain(view))
    page = _page(workspace, day)
    block, change = place_block(workspace, page, sealed, changes, only_show=only_print)
    payload = agenda_payload(view, page.path, block, load_errors(workspace.connection))
    return GeneratedPage(payload, block, change), sealed, choice


def _page(workspace: Workspace, day: date) -> "PeriodicPage":
    """The day's note, and how the user's own daily template makes it."""
    from vaultnet.app.name_locale import name_locale
    from vaultnet.app.periodic_page import PeriodicPage
    from vaultnet.edits.daily_note import daily_note_path, fill_template

    daily = workspace.config.daily
    locale = name_locale(workspace, daily, day)
    path = daily_note_path(daily, day, locale)
    moment = datetime.combine(day, workspace.now.time())
    heading = workspace.config.settings.agenda.heading
    return PeriodicPage(
        path, "agenda", heading, daily.template,
        lambda template: fill_template(template, path, moment, locale, day_format=daily.format),
    )  # fmt: skip
