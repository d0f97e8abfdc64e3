"""What a ticked item without a day of its own means besides a touch: who was asked for whom, and what was given.

FreeTicks(connection, settings, today).find(item, uids)
- [x] E-mail [[Ravi]] · for an introduction to Annelies ...   ->  Meaning(tags=("asked",), introduction=...("asked"))
- [x] Introduction for [[Aoife]] and [[Ada]] · ...             ->  Meaning(tags=("gave",), is_for_all=True)

Read only when there is a tick that no other section of the agenda has made.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from vaultnet.edits.introduction_step import IntroductionStep
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.settings import Settings
from vaultnet.practice.give_proposed import SECTION, origin_of_article, origin_of_help, origin_of_introduction_to
from vaultnet.practice.introductions import unasked, wanted_person
from vaultnet.practice.introductions_today import STEPS, status_after, step_key
from vaultnet.practice.meet_someone import wish_key
from vaultnet.storage.giving import load_giving
from vaultnet.storage.introductions import load_introductions, load_wish_list
from vaultnet.storage.ticks import TickedItem
from vaultnet.text.block import item_key

_TAG_AFTER = {"ask": "asked", "introduce": "gave", "thank": "thanked"}
_ASKABLE = frozenset({"wanted", "asked", "agreed"})

Uids = Mapping[str, str]


class Meaning(NamedTuple):
    """As the fields of `Tick`."""

    made_for: str
    tags: tuple[str, ...] = ()
    is_for_all: bool = False
    says_reason: bool = False
    introduction: IntroductionStep | None = None
    also: str = ""


class FreeTicks:
    """What the notes say of wishes, introductions and giving, read when it is first asked for."""

    def __init__(self, connection: sqlite3.Connection, settings: Settings, today: date) -> None:
        self._connection = connection
        self._settings = settings
        self._today = today

    def find(self, item: TickedItem, uids: Uids) -> Meaning | None:
        """What the item was made for, None where it is none of these."""
        return self._wish(item, uids) or self._step(item) or self._gift(item, uids)

    @cached_property
    def _wishes(self) -> tuple[Party, ...]:
        return load_wish_list(self._connection, self._settings.goals)

    @cached_property
    def _introductions(self) -> tuple[KnownIntroduction, ...]:
        return load_introductions(self._connection)

    @cached_property
    def _origins(self) -> tuple[Mapping[str, list[str]], list[str]]:
        """What may have been given to each contact, and the articles that may be passed on to anybody."""
        giving = load_giving(self._connection, self._today, self._settings)
        own: dict[str, list[str]] = {}
        for need in giving.needs:
            own.setdefault(need.contact, []).append(origin_of_help(need.text))
        return own, [origin_of_article(article.path) for article in giving.articles]

    def _wish(self, item: TickedItem, uids: Uids) -> Meaning | None:
        for wish in self._wishes:
            for asked in (item.contact,) if item.contact else ("", *uids):
                if wish_key(item.day, asked, wish, uids) == item.key:
                    return self._asked(item.contact or asked, asked, wish)
        return None

    def _asked(self, contact: str, made_for: str, wish: Party) -> Meaning:
        """A letter to the person themselves is a touch; whoever else was asked, was asked for something."""
        if wish.person in (contact, made_for):
            return Meaning(made_for)
        step = next(self._steps_towards(wish, contact), None)
        return Meaning(made_for, ("asked",), says_reason=True, introduction=step)

    def _steps_towards(self, wish: Party, contact: str) -> Iterator[IntroductionStep]:
        for one in self._introductions:
            wanted = wanted_person(one)
            is_asked = any(party.person == contact for party in one.via)
            if wanted and wanted.person == wish.person and is_asked and one.status in _ASKABLE:
                yield IntroductionStep(one.path, status_after(one, "ask", 0))

    def _step(self, item: TickedItem) -> Meaning | None:
        for one in self._introductions:
            step = next((step for step in STEPS if step_key(item.day, one, step) == item.key), "")
            if step:
                status = status_after(one, step, len(unasked(one, self._today)))
                tags = (_TAG_AFTER[step],) if step in _TAG_AFTER else ()
                is_made = step == "introduce"
                step_of = IntroductionStep(one.path, status, says_reason=step != "ask_both")
                return Meaning(item.contact, tags, is_for_all=is_made, says_reason=not is_made, introduction=step_of)
        return None

    def _gift(self, item: TickedItem, uids: Uids) -> Meaning | None:
        """A need met or an article passed on; where the link leads nowhere, only what somebody needs can be told."""
        own, articles = self._origins
        for contact in (item.contact,) if item.contact else uids:
            origins = (*own.get(contact, ()), *(articles if item.contact else ()))
            if any(_gift_key(item, contact, origin, uids) == item.key for origin in origins):
                return Meaning(contact, ("gave",), says_reason=True)
        return self._pair(item, uids) if item.contact else None

    def _pair(self, item: TickedItem, uids: Uids) -> Meaning | None:
        """The two of an introduction: one of them is whom the item leads to."""
        known = item.contact
        for other in uids:
            for one, to in ((known, other), (other, known)):
                if _gift_key(item, one, origin_of_introduction_to(uids[to] or to), uids) == item.key:
                    return Meaning(one, ("gave",), is_for_all=True, says_reason=True, also=to)
        return None


def _gift_key(item: TickedItem, contact: str, origin: str, uids: Uids) -> str:
    return item_key(item.day, SECTION, uids[contact] or contact, origin)
