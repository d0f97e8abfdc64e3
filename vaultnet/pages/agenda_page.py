"""The page that the sections of an agenda are built for: the network of a day, and who is who in it.

Page(network, settings, today).item("dates", "People/Ada.md", "card", "birthday", due=...)  ->  Item
"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from vaultnet.dataclass import replace
from vaultnet.model.dates import Gap, describe_gap
from vaultnet.model.mentions import MENTION
from vaultnet.model.network import Network, Touch
from vaultnet.model.ref import display
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_facts import NO_FACTS, AgendaFacts
from vaultnet.pages.agenda_item import Item
from vaultnet.practice.choice import Choice
from vaultnet.practice.follow_up import FollowUp, follow_ups
from vaultnet.practice.free_item import EarlierPages
from vaultnet.practice.replies import OwedReply, replies_owed
from vaultnet.text.block import item_key, one_line
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.shorten import shorten

_NOT_IN_LINKS = str.maketrans("[]|", "() ")
# "Called [[Ada]] about the flat: "; with another link in it the words before the colon say more than who and how.
_WHO_AND_HOW = lazy_pattern(r"[^\[\]\n.!?:]{0,60}\[\[[^\[\]\n]{1,120}\]\][^\[\]\n.!?:]{0,60}:[ \t]+(?=\S)")
_TOPIC = 160  # characters of the last topic that fit on a line
_TO_RAISE = 3
_MARKS = {"open": " ", "done": "x", "let_go": "-", "moved": ">"}


class LastTopic(NamedTuple):
    """`words` on one line, links kept readable; `on` is None where they are those of the last touch."""

    words: str
    on: date | None


class Page:
    """What every section needs: the network and what else the agenda knows, the settings, and who is who; `choice` is
    told what the choice of whom to reach out to rests on.
    """

    def __init__(
        self,
        network: Network,
        settings: Settings,
        today: date,
        facts: AgendaFacts = NO_FACTS,
        choice: Choice | None = None,
    ) -> None:
        self.network = network
        self.settings = settings
        self.today = today
        self.facts = facts
        self.choice = choice
        self.standing_by_path = network.standing_by_path
        offers = (*network.offers, *facts.strays)
        self.offer_by_key = {offer.key: offer for offer in offers if offer.day == today}

    def item(self, section: str, contact: str, kind: str, origin: str = "", **values: object) -> Item:
        """An item about a contact; its mark is the one it has in today's note already."""
        return self.item_of(section, self.key(section, contact, origin), contact, kind, **values)

    def item_of(self, section: str, key: str, contact: str, kind: str, **values: object) -> Item:
        """The same for an item that has another key than its contact's."""
        standing = self.standing_by_path.get(contact)
        offer = self.offer_by_key.get(key)
        item = Item(
            section=section,
            key=key,
            contact=contact,
            name=standing.name if standing else contact,
            link=self.link(contact),
            kind=kind,
            mark=_MARKS[offer.state] if offer else " ",
            last=standing.last if standing else None,
        )
        return replace(item, **values)  # type: ignore[arg-type]

    def key(self, section: str, contact: str, origin: str = "") -> str:
        """The key of an item about a contact on this page."""
        standing = self.standing_by_path.get(contact)
        return item_key(self.today, section, (standing.uid if standing else "") or contact, origin)

    def kept(self, section: str, shown: Collection[str], why: dict[str, object]) -> Iterator[Item]:
        """The section's items of today that the user has touched, though nothing calls for them any more, with `why`
        for their reasons; those about the contacts in `shown` stand there anyway.
        """
        for key, offer in self.offer_by_key.items():
            if not offer.is_kept or offer.contact not in self.standing_by_path or offer.contact in shown:
                continue
            if key == self.key(section, offer.contact):
                yield self.item(section, offer.contact, offer.kind, minutes=self.minutes(offer.kind), why=why)

    @cached_property
    def earlier(self) -> EarlierPages:
        """The items of the pages before this one."""
        return EarlierPages((*self.network.offers, *self.facts.strays), self.today)

    @cached_property
    def ladders(self) -> tuple[FollowUp, ...]:
        """Where the follow-up of everything that I asked or wait for stands today."""
        return follow_ups(self.network, self.settings, self.today, self.facts.introductions)

    @cached_property
    def replies(self) -> tuple[OwedReply, ...]:
        """The answers that are to be given today."""
        return tuple(reply for reply in replies_owed(self.network, self.settings) if reply.due <= self.today)

    def minutes(self, kind: str) -> int:
        known = self.settings.kinds.get(kind)
        return known.minutes if known else 0

    def link(self, contact: str) -> str:
        return self.network.link_by_path[contact] if contact in self.standing_by_path else one_line(contact)

    def titled_link(self, path: str, title: str) -> str:
        """A link to a note that shows its title."""
        target = self.network.link_by_path[path].removeprefix("[[").removesuffix("]]").partition("|")[0]
        return f"[[{target}]]" if target == title else f"[[{target}|{title.translate(_NOT_IN_LINKS)}]]"

    def last_topic(self, contact: str) -> LastTopic:
        """What was said last, and on which day where that was another touch than the last, which the line names."""
        standing = self.standing_by_path.get(contact)
        told = [touch for touch in self.network.touches.get(contact, ()) if touch.text and touch.origin != "gathering"]
        if standing is None or not told:
            return LastTopic("", None)
        named = (standing.last, *standing.last_kinds[:1])
        last = next((touch for touch in told if (touch.day, touch.kind) == named), None)
        return LastTopic(topic(last), None) if last else LastTopic(topic(told[0]), told[0].day)

    def to_raise(self, contact: str) -> list[str]:
        """What to bring up with somebody, out of their note's `## Raise next time`: as much as fits on a line."""
        return [first_words(text) for text in self.network.raise_next.get(contact, ())[:_TO_RAISE]]

    def gap(self, since: date | None) -> Gap | None:
        return describe_gap(since, self.today) if since else None


def topic(touch: Touch) -> str:
    """The first line of a touch's words, links as plain text, cut at a word's end. Where a diary says "Called [[Ada]]
    about the flat: she moves", the line has said who and how already: what stands behind the colon is left.
    """
    head = _WHO_AND_HOW.match(touch.text) if touch.origin == "daily" and touch.kind != MENTION else None
    return first_words(touch.text[head.end() :] if head else touch.text)


def first_words(words: str, longest: int = _TOPIC) -> str:
    """The first line, links as plain text, cut at a word's end."""
    return shorten(one_line(display(words.split("\n", 1)[0])).strip().rstrip("."), longest)
