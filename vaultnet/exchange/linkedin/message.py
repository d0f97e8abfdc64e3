"""messages.csv: one touch for each conversation, person and day. What was written stays where it is.

...,FROM,...,TO,...,DATE,...                                  Draft(name="Ann Lee", only_known=True, touches=(
c1,,Ann Lee,...,Mira Kellner,...,2026-02-01 08:00:00 UTC  ->      TouchDraft(2026-02-01, "message", "to",
c1,,Mira Kellner,...,Ann Lee,...,2026-02-01 09:30:00 UTC             "on LinkedIn, 2 messages", rows=(2, 3)),))

The direction is that of the day's last message: it says whose turn it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass, field
from vaultnet.exchange.cleaning import plain_words
from vaultnet.exchange.draft import Draft, Parsed, Rejected, TouchDraft
from vaultnet.exchange.linkedin.member import Member, Members
from vaultnet.exchange.linkedin.stamp import read_stamp
from vaultnet.exchange.linkedin.table import LinkedinTable
from vaultnet.exchange.linkedin.words import Words, words_in
from vaultnet.exchange.source import ImportContext

_MOST_RECIPIENTS = 10  # a message to more is no sign of a tie
_YES = frozenset({"yes", "true", "1"})
_ADVERTISEMENT = "spinmail"


class _Told(NamedTuple):
    """What one message says: with whom, on which day, "to" or "from"."""

    people: tuple[Member, ...]
    day: date
    direction: str


@dataclass(slots=True)
class _Day:
    """The messages of a day in one conversation with one person; `last` is the newest, as text and direction."""

    rows: list[int] = field(default_factory=list)
    last: tuple[str, str] = ("", "")
    subject: str = ""


def parse_messages(table: LinkedinTable, members: Members, context: ImportContext) -> Parsed:
    """One draft a person; every message is a row of one of its touches, or rejected."""
    rejected: list[Rejected] = []
    member_by_key: dict[str, Member] = {}
    days: dict[str, dict[tuple[date, str], _Day]] = defaultdict(lambda: defaultdict(_Day))
    for entry in table.entries:
        told = _told(entry.cells, members, context.today)
        if isinstance(told, str):
            rejected.append(Rejected(entry.line, told, table.source))
            continue
        for member in told.people:
            member_by_key.setdefault(member.key, member)
            day = days[member.key][told.day, entry.cells["conversation_id"]]
            day.rows.append(entry.line)
            day.last = max(day.last, (entry.cells["date"], told.direction), key=lambda last: last[0])
            day.subject = day.subject or _subject(entry.cells, member)
    words = words_in(context.language)
    drafts = (
        _draft(member_by_key[key], table.source, found, words, with_subjects=context.with_subjects)
        for key, found in days.items()
    )
    return Parsed(tuple(sorted(drafts, key=lambda draft: draft.line)), tuple(rejected))


def _told(cells: Mapping[str, str], members: Members, today: date) -> _Told | str:
    """What the message tells, or why it tells nothing."""
    if why := _why_left_out(cells):
        return why
    day = read_stamp(cells["date"], today)
    if day is None:
        return f'its day cannot be read: "{cells["date"][:40]}"'
    name, url = cells["from"], cells.get("sender_profile_url", "")
    others = members.pair(cells.get("to", ""), cells.get("recipient_profile_urls", ""))
    if not (members.my_names or members.my_slugs):
        return "nothing tells which of the two is you: write `name` under [me] in vaultnet.toml"
    if not members.is_me(name, url):
        sender = members.find(name, url)
        return _Told((sender,), day, "from") if sender.name else "the member has left LinkedIn, or shows no name"
    people = tuple({one.key: one for one in others if one.name and not members.is_me(*one)}.values())
    if len(people) > _MOST_RECIPIENTS:
        return f"went to {len(people)} people at once"
    if not people and any(members.is_me(*one) for one in others):
        return "went to nobody but you"
    return _Told(people, day, "to") if people else "the member has left LinkedIn, or shows no name"


def _why_left_out(cells: Mapping[str, str]) -> str:
    if any(cells.get(f"is_{what}_draft", "").casefold() in _YES for what in ("message", "conversation")):
        return "a draft, never sent"
    if cells.get("folder", "").casefold() == "spam":
        return "in the folder for spam"
    return "an advertisement" if _ADVERTISEMENT in cells.get("content", "") else ""


def _subject(cells: Mapping[str, str], member: Member) -> str:
    """What it was about; the title of a conversation is mostly the name of the other one."""
    title = cells.get("conversation_title", "")
    return cells.get("subject", "") or ("" if member.name in title else title)


def _draft(
    member: Member, source: str, days: Mapping[tuple[date, str], _Day], words: Words, *, with_subjects: bool
) -> Draft:
    touches = tuple(_touches(days, words, with_subjects=with_subjects))
    return Draft(
        line=min(touch.rows[0] for touch in touches), name=member.name, source=source, linkedin=member.url,
        touches=touches, only_known=True,
    )  # fmt: skip


def _touches(days: Mapping[tuple[date, str], _Day], words: Words, *, with_subjects: bool) -> Iterator[TouchDraft]:
    for (day, _), found in sorted(days.items(), key=lambda item: (item[0][0], item[1].rows)):
        said = f"{words.on}, {len(found.rows)} {words.messages}" if len(found.rows) > 1 else words.on
        subject = plain_words(found.subject) if with_subjects else ""
        text = f"{said}: {subject}" if subject else said
        yield TouchDraft(day, "message", found.last[1], text, rows=tuple(sorted(found.rows)))
