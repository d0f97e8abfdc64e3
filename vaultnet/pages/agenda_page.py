"""The page that the sections of an agenda are built for: the network of a day, and who is who in it.

Page(network, settings, today).item("dates", "People/Ada.md", "card", "birthday", due=...)  ->  Item
"""

from dataclasses import replace
from datetime import date

from vaultnet.model.dates import Gap, describe_gap
from vaultnet.model.network import Network, Touch
from vaultnet.model.ref import display
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_item import Item
from vaultnet.text.block import item_key, one_line

_NOT_IN_LINKS = str.maketrans("[]|", "() ")
_TOPIC = 160  # characters of the last topic that fit on a line
_MARKS = {"open": " ", "done": "x", "let_go": "-", "moved": ">"}


class Page:
    """What every section needs: the network, the settings, and who is who."""

    def __init__(self, network: Network, settings: Settings, today: date) -> None:
        self.network = network
        self.settings = settings
        self.today = today
        self.standing_by_path = network.standing_by_path()
        self.offer_by_key = {offer.key: offer for offer in network.offers if offer.day == today}

    def item(self, section: str, contact: str, kind: str, origin: str = "", **values: object) -> Item:
        """An item about a contact; its mark is the one it has in today's note already."""
        standing = self.standing_by_path.get(contact)
        key = item_key(self.today, section, standing.uid or contact if standing else contact, origin)
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

    def link(self, contact: str) -> str:
        return self.network.link_by_path[contact] if contact in self.standing_by_path else one_line(contact)

    def titled_link(self, path: str, title: str) -> str:
        """A link to a note that shows its title."""
        target = self.network.link_by_path[path].removeprefix("[[").removesuffix("]]").partition("|")[0]
        return f"[[{target}]]" if target == title else f"[[{target}|{title.translate(_NOT_IN_LINKS)}]]"

    def last_topic(self, contact: str) -> str:
        """What the last touch that has words was about, on one line, links kept readable."""
        touches = self.network.touches.get(contact, ())
        touch = next((touch for touch in touches if touch.text and touch.origin != "gathering"), None)
        return topic(touch) if touch else ""

    def gap(self, since: date | None) -> Gap | None:
        return describe_gap(since, self.today) if since else None


def topic(touch: Touch) -> str:
    """The first line of a touch's words, links as plain text, cut at a word's end."""
    text = one_line(display(touch.text.split("\n", 1)[0])).strip().rstrip(".")
    if len(text) <= _TOPIC:
        return text
    return text[:_TOPIC].rsplit(" ", 1)[0].rstrip(",;:") + " …"
