"""A draft: what one row of foreign data says of one person, before anybody has decided what becomes of it.

First Name,Last Name,URL,...,Connected On          Draft(line=5, name="Ada Example", company=("Acme",), role="Engineer",
Ada,Example,https://www.linkedin.com/in/ada-...  ->      linkedin="https://www.linkedin.com/in/ada-example",
                                                         met=date(2022, 3, 5))

Every importer is a pure function from text to `Parsed`, and knows neither the vault nor its notes. Every row of the
input is a draft or a rejected row, so that the counts of an import add up.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.dates import PartialDate


class PositionDraft(NamedTuple):
    """A job, past or present; `start` and `end` as `2020`, `2020-05` or `2020-05-04`, "" where open or unknown."""

    company: str
    role: str = ""
    start: str = ""
    end: str = ""


class TouchDraft(NamedTuple):
    """Something that happened with the person on a day. `kind` is one of the default kinds, "" where it is not known;
    `direction` is "to", "from" or ""; `tags` without `#`; `time` as HH:MM or "".

    `rows` are the lines that it was made of, where several rows tell of one touch (each message of a day): every one of
    them is a row of the import. Such a touch is there already if the note has one of that day, kind and direction that
    begins with its words, whatever the numbers in them.
    """

    day: date
    kind: str = ""
    direction: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    time: str = ""
    rows: tuple[int, ...] = ()


class TaskDraft(NamedTuple):
    """Something open between us; `is_waiting` where the other side owes it."""

    text: str
    due: date | None = None
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One row. `line` is where it begins in `source` (lines from 1; in formats without lines the row's number).

    Empty text, empty tuples and None mean that the row does not say. Values are cleaned (no markup, no control
    characters, one line but for `notes` and the text of touches), names of people and companies are plain text, never
    links. `extra` holds what has no field of ours, as vCard content lines (`X-PHONETIC-LAST-NAME:Rabu`): it is kept in
    the note and comes out again on export. `notes` are prose, `body` is Markdown out of another
    tool's note, kept line for line. A row with `only_known` tells of somebody whom it does not introduce: it
    makes no note.
    """

    line: int
    name: str
    source: str = ""
    uid: str = ""
    first_name: str = ""
    last_name: str = ""
    aliases: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    linkedin: str = ""
    company: tuple[str, ...] = ()
    role: str = ""
    positions: tuple[PositionDraft, ...] = ()
    website: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    birthday: PartialDate | None = None
    anniversaries: tuple[tuple[str, PartialDate], ...] = ()
    met: date | None = None
    met_at: str = ""
    introduced_by: tuple[str, ...] = ()
    knows: tuple[tuple[str, str], ...] = ()
    relationship: tuple[str, ...] = ()
    tier: str = ""
    cadence: str = ""
    paused: bool = False
    next_contact: date | None = None
    last_contact: date | None = None
    channel: str = ""
    status: str = ""
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    private: bool = False
    audience: str = ""
    notes: str = ""
    body: str = ""
    life_events: tuple[tuple[date, str], ...] = ()
    touches: tuple[TouchDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    extra: tuple[str, ...] = ()
    only_known: bool = False


class OwnDraft(NamedTuple):
    """A row about the user: what it adds to the goals note. `key` is "skills", "pitch" or "accomplishments"; `text` is
    "" for a row that only tells who the user is.
    """

    line: int
    source: str
    key: str
    text: str


class Rejected(NamedTuple):
    """A row that says nothing of anybody, and why, in words for the person who imports it."""

    line: int
    reason: str
    source: str = ""


class Parsed(NamedTuple):
    """All that an importer made of its input: each row stands in `drafts`, in `own` or in `rejected`, in the input's
    order.

    `unmapped` are the columns (or properties) that have no field of ours; `remarks` are sentences about the input as a
    whole, such as a guess that was made.
    """

    drafts: tuple[Draft, ...]
    rejected: tuple[Rejected, ...] = ()
    unmapped: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    own: tuple[OwnDraft, ...] = ()


def joined(parts: Iterable[Parsed], remarks: Iterable[str] = ()) -> Parsed:
    """What several files came to, as one; `remarks` stand before theirs."""
    parts = tuple(parts)
    return Parsed(
        tuple(draft for part in parts for draft in part.drafts),
        tuple(row for part in parts for row in part.rejected),
        tuple(dict.fromkeys(column for part in parts for column in part.unmapped)),
        tuple(dict.fromkeys((*remarks, *(remark for part in parts for remark in part.remarks)))),
        tuple(row for part in parts for row in part.own),
    )
