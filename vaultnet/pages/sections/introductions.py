"""Introductions that are mine to move on: those that others wait for, else one of the rest."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.introductions_today import (
    SECTION,
    STEPS,
    Step,
    choose_steps,
    is_waited_for,
    step_key,
    steps_today,
)
from vaultnet.text.block import one_line

_NO_REASON: dict[str, object] = {"step": "", "with": "", "name": "", "from": "", "on": "", "then": ""}


def introductions(page: Page, busy: AbstractSet[str], *, is_open: bool) -> Iterator[Item]:
    """What the user has touched today stays; nothing new on a day that is not `is_open`."""
    kept = tuple(_kept(page))
    yield from kept
    if not is_open:
        return
    facts = page.facts
    steps = steps_today(facts.introductions, facts.wishes, page.network, page.settings, page.today)
    keys = {item.key for item in kept}
    for step in choose_steps(steps, page.earlier, busy, page.today):
        item = _item(page, step)
        if item.key not in keys and not (kept and not is_waited_for(step)):
            yield item


def _kept(page: Page) -> Iterator[Item]:
    for introduction in page.facts.introductions:
        for step in STEPS:
            key = step_key(page.today, introduction, step)
            offer = page.offer_by_key.get(key)
            if offer and offer.is_kept:
                minutes = page.minutes(offer.kind)
                yield page.item_of(SECTION, key, offer.contact, offer.kind, minutes=minutes, why=_NO_REASON)


def _item(page: Page, step: Step) -> Item:
    move, contact = step.move, step.people[0]
    return page.item_of(
        SECTION, step_key(page.today, move.introduction, move.step), contact, step.kind,
        minutes=page.minutes(step.kind), due=move.due, source=move.introduction.path, why=_why(page, step),
        others=step.people[1:],
    )  # fmt: skip


def _why(page: Page, step: Step) -> dict[str, object]:
    """`with` links the other of two who are brought together; `name` is whom it is to, `from` who is introduced."""
    move, introduction = step.move, step.move.introduction
    others = [party for party in (*introduction.to, *introduction.source) if party.person not in step.people]
    wanted = next(iter(others), None)
    unasked = [party for party in move.people if party.person not in step.people]
    return {
        "step": move.step,
        "with": page.link(step.people[1]) if len(step.people) > 1 else "",
        "name": one_line(wanted.name) if wanted else "",
        "from": one_line(introduction.source[0].name) if introduction.source and introduction.via else "",
        "on": move.since.isoformat() if move.since else "",
        "then": one_line(unasked[0].name) if unasked and move.step == "ask_both" else "",
    }
