"""The day's agenda: who to be in touch with today, and why, as a view for `templates/agenda.md`.

    build_agenda(network, settings, today)
    -> AgendaView(sections=(Section("reach_out", (Item(contact="People/Ada.md", kind="call", ...),)), ...))

The words are the template's; here stand the reasons, as values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from vaultnet.model.dates import Gap, add_days, describe_gap
from vaultnet.model.network import Meeting, Network, Offer, Promise, Touch
from vaultnet.model.ref import display
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.anniversaries import DatedOccasion, occasions
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.promises import DuePromise, promises_due
from vaultnet.practice.reach_out import Outreach, Taken, select_reach_out
from vaultnet.text.block import item_key, one_line

# The order in which sections stand on the page: what has an hour or a date first, then what is free to choose.
SECTIONS = ("meetings", "promises", "dates", "reach_out")
_NOT_IN_LINKS = str.maketrans("[]|", "() ")
_PROMISE_RESTS = 7  # days
_TOPIC = 160  # characters of the last topic that fit on a line


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda. `key` is the first half of its block id; `why` are the reasons as values for the
    template; `mark` is the checkbox character; dates are None where they do not apply.
    """

    section: str
    key: str
    contact: str
    name: str
    link: str
    kind: str
    minutes: int = 0
    mark: str = " "
    last: date | None = None
    due: date | None = None
    late: date | None = None
    source: str = ""
    why: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    day: date
    sections: tuple[Section, ...]
    is_day_off: bool = False


def build_agenda(network: Network, settings: Settings, today: date) -> AgendaView:
    """The agenda of a day. Hard-dated sections are whole; `reach_out` keeps to the budget, in which what the user has
    already ticked, let go or rewritten today counts.
    """
    page = _Page(network, settings, today)
    fixed = {name: tuple(build(page)) for name, build in _FIXED.items()}
    met = {item.contact for items in fixed.values() for item in items}
    met |= {person for meeting in network.meetings for person in meeting.people}
    sections = {**fixed, "reach_out": _reach_out(page, met)}
    shown = tuple(Section(name, sections[name]) for name in SECTIONS if sections[name])
    return AgendaView(today, shown, today.weekday() not in settings.agenda.days)


class _Page:
    """What every section needs: the network, and who is who."""

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


_MARKS = {"open": " ", "done": "x", "let_go": "-", "moved": ">"}


def topic(touch: Touch) -> str:
    """The first line of a touch's words, links as plain text, cut at a word's end."""
    text = one_line(display(touch.text.split("\n", 1)[0])).strip().rstrip(".")
    if len(text) <= _TOPIC:
        return text
    return text[:_TOPIC].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _meetings(page: _Page) -> Iterator[Item]:
    for meeting in page.network.meetings:
        yield _meeting(page, meeting)


def _meeting(page: _Page, meeting: Meeting) -> Item:
    key = item_key(page.today, "meetings", meeting.path, "")
    why: dict[str, object] = {
        "time": meeting.time,
        "place": one_line(meeting.place),
        "outcome": one_line(meeting.outcome),
        "people": [page.link(person) for person in meeting.people],
    }
    return Item(
        "meetings", key, meeting.people[0] if meeting.people else "", one_line(meeting.name),
        page.titled_link(meeting.path, one_line(meeting.name)), meeting.kind, source=meeting.path, why=why,
    )  # fmt: skip


def _promises(page: _Page) -> Iterator[Item]:
    last_touch = {path: standing.last for path, standing in page.standing_by_path.items()}
    for entry in promises_due(page.network.promises, last_touch, page.today):
        if not _rests(page, entry.promise):
            yield _promise(page, entry)


def _rests(page: _Page, promise: Promise) -> bool:
    """Let go on an earlier page, a promise rests for a week; moved on, until its 📅 date, or a week without one."""
    uid = page.standing_by_path[promise.contacts[0]].uid
    for offer in page.network.offers:
        if offer.contact in promise.contacts and offer.day < page.today and offer.state in {"let_go", "moved"}:
            until = offer.until or add_days(offer.day, _PROMISE_RESTS)
            if page.today < until and offer.key == promise_key(promise, offer.day, uid):
                return True
    return False


def promise_key(promise: Promise, day: date, uid: str) -> str:
    """The key of a promise's item on the page of a day; `uid` is that of the first of its contacts."""
    return item_key(day, "promises", uid or promise.contacts[0], _origin(promise))


def _origin(promise: Promise) -> str:
    return f"{promise.path}\0{promise.text}"


def _promise(page: _Page, entry: DuePromise) -> Item:
    promise = entry.promise
    why = {"text": one_line(promise.text), "links": "[[" in promise.text}
    return page.item(
        "promises", promise.contacts[0], "promise", _origin(promise),
        due=entry.due, source=f"{promise.path}:{promise.line}", why=why,
    )  # fmt: skip


def _dates(page: _Page) -> Iterator[Item]:
    network = page.network
    for occasion in occasions(network.anniversaries, page.standing_by_path, network.offers, page.today):
        yield _occasion(page, occasion)


def _occasion(page: _Page, occasion: DatedOccasion) -> Item:
    kind = page.settings.kinds.get(occasion.kind)
    days = (occasion.on - page.today).days
    why = {"what": occasion.what, "years": occasion.years, "days": days, "on": occasion.on.isoformat()}
    return page.item(
        "dates", occasion.contact, occasion.kind, f"{occasion.what}\0{occasion.on.isoformat()}",
        minutes=kind.minutes if kind else 0, due=occasion.on, why=why,
    )  # fmt: skip


def _reach_out(page: _Page, met: Iterable[str]) -> tuple[Item, ...]:
    kept = tuple(_kept_offers(page))
    taken = [Taken(offer.contact, offer.kind) for offer in kept]
    chosen = select_reach_out(page.network.standings, page.settings, page.today, taken=taken, exclude=frozenset(met))
    items = [_kept(page, offer) for offer in kept] + [_outreach(page, outreach) for outreach in chosen]
    lines = {offer.key: offer.line for offer in page.offer_by_key.values()}
    return tuple(sorted(items, key=lambda item: lines.get(item.key, 10**9)))


def _kept_offers(page: _Page) -> Iterator[Offer]:
    """Today's reach-out items that the user has ticked, let go, moved or rewritten: they count against the day."""
    for key, offer in page.offer_by_key.items():
        standing = page.standing_by_path.get(offer.contact)
        if offer.is_kept and standing and key == item_key(page.today, "reach_out", standing.uid or standing.path, ""):
            yield offer


def _kept(page: _Page, offer: Offer) -> Item:
    kind = page.settings.kinds.get(offer.kind)
    standing = page.standing_by_path[offer.contact]
    return _reach_out_item(page, standing, offer.kind, kind.minutes if kind else 0, {})


def _outreach(page: _Page, outreach: Outreach) -> Item:
    why = {"kind_from": outreach.why.kind_from, "is_second_try": outreach.why.is_second_try}
    return _reach_out_item(page, page.standing_by_path[outreach.path], outreach.kind, outreach.minutes, why)


def _reach_out_item(page: _Page, standing: Standing, kind: str, minutes: int, why: dict[str, object]) -> Item:
    due = due_of(standing, page.today)
    reasons = {
        **why,
        "gap": page.gap(standing.since),
        "last_kind": standing.last_kinds[0] if standing.last_kinds else "",
        "is_new": standing.since is None,
        "topic": page.last_topic(standing.path),
        "cadence_from": standing.cadence_from,
    }
    return page.item(
        "reach_out", standing.path, kind, minutes=minutes, due=due.due, late=due.late, why=reasons,
    )  # fmt: skip


_FIXED = {"meetings": _meetings, "promises": _promises, "dates": _dates}
