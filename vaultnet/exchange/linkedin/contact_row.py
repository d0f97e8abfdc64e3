"""Rows that tell of one person who is known already: invitations, notes, recommendations.

Mira Kellner,Ann Lee,"2/7/23, 2:37 PM",Good talk!,OUTGOING
->  Draft(name="Ann Lee", only_known=True, touches=(TouchDraft(2023-02-07, "message", "to",
          "invited to connect on LinkedIn: Good talk!", rows=(2,)),))

An invitation's words are kept, as it has no other place; a recommendation's go to the notes of who wrote it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from vaultnet.dataclass import replace
from vaultnet.exchange.cleaning import clean_lines, plain_words
from vaultnet.exchange.draft import Draft, Parsed, Rejected, TouchDraft
from vaultnet.exchange.linkedin.member import Members
from vaultnet.exchange.linkedin.stamp import read_stamp
from vaultnet.exchange.linkedin.table import Entry, LinkedinTable
from vaultnet.exchange.linkedin.words import Words, words_in
from vaultnet.exchange.source import ImportContext

_UNSEEN = frozenset({"draft", "pending", "deleted", "withdrawn", "declined", "rejected"})
_NO_NAME = "a member who hides their name, or has left"


def parse_contact_rows(table: LinkedinTable, members: Members, context: ImportContext) -> Parsed:
    """`table.kind` is one of `CONTACT_KINDS`."""
    read = CONTACT_KINDS[table.kind]
    made = [read(entry, table.source, members, context) for entry in table.entries]
    drafts = [one for one in made if isinstance(one, Draft)]
    if table.kind.startswith("endorsed"):
        drafts = _by_day(drafts, words_in(context.language))
    return Parsed(tuple(drafts), tuple(one for one in made if isinstance(one, Rejected)))


def _by_day(drafts: Iterable[Draft], words: Words) -> list[Draft]:
    """What somebody was endorsed for on one day, as one touch: `endorsed me on LinkedIn for Python, R`."""
    found: dict[tuple[str, str, date], Draft] = {}
    for draft in drafts:
        (touch,) = draft.touches
        key = (draft.linkedin, draft.name, touch.day)
        if key in found:
            (first,) = found[key].touches
            skill = touch.text.removeprefix(words.endorsed_me).removeprefix(words.endorsed_them)
            touch = first._replace(text=f"{first.text},{skill}", rows=(*first.rows, *touch.rows))
            found[key] = replace(found[key], touches=(touch,))
        else:
            found[key] = draft
    return list(found.values())


def _invitation(entry: Entry, source: str, members: Members, context: ImportContext) -> Draft | Rejected:
    cells, words = entry.cells, words_in(context.language)
    is_mine = cells["direction"].casefold() != "incoming"
    who = (
        (cells["to"], cells.get("inviteeprofileurl", ""))
        if is_mine
        else (cells["from"], cells.get("inviterprofileurl", ""))
    )
    member, day = members.find(*who), read_stamp(cells["sent_at"], context.today)
    if not member.name:
        return Rejected(entry.line, _NO_NAME, source)
    if day is None:
        return Rejected(entry.line, _no_day(cells["sent_at"]), source)
    said = plain_words(cells.get("message", ""))
    text = words.asked_them if is_mine else words.asked_me
    touch = TouchDraft(
        day, "message", "to" if is_mine else "from", f"{text}: {said}" if said else text, rows=(entry.line,)
    )
    return Draft(entry.line, member.name, source, linkedin=member.url, touches=(touch,), only_known=True)


def _note(entry: Entry, source: str, members: Members, context: ImportContext) -> Draft | Rejected:
    """What the user wrote of somebody is kept even where there is no note yet: it makes one."""
    cells = entry.cells
    name = f"{cells['connection_first_name']} {cells['connection_last_name']}"
    member = members.find(name, cells.get("connection_profile_url", ""))
    said = _prose(cells["note"])
    if not member.name or not said:
        return Rejected(entry.line, "says nothing" if member.name else _NO_NAME, source)
    day, what = read_stamp(cells.get("created_on", ""), context.today), words_in(context.language).note
    if day is None:
        return Draft(entry.line, member.name, source, linkedin=member.url, notes=f"{what}: {said}")
    touch = TouchDraft(day, "mention", "", f"{what}: {' '.join(said.split())}")
    return Draft(entry.line, member.name, source, linkedin=member.url, touches=(touch,))


def _recommendation(entry: Entry, source: str, members: Members, context: ImportContext) -> Draft | Rejected:
    cells, words = entry.cells, words_in(context.language)
    is_mine = "given" in source.rsplit("/", 1)[-1].casefold()
    member = members.find(f"{cells['first_name']} {cells['last_name']}", "")
    day = read_stamp(cells["creation_date"], context.today)
    if why := _why_left_out(member.name, cells, day, cells["creation_date"]):
        return Rejected(entry.line, why, source)
    assert day is not None
    text = words.recommended_them if is_mine else words.recommended_me
    touch = TouchDraft(day, "help", "", text, ("gave" if is_mine else "received",), rows=(entry.line,))
    said = _prose(cells["text"])
    return Draft(
        entry.line, member.name, source, linkedin=member.url, touches=(touch,), only_known=True,
        notes=_dated(day, text, said) if said else "",
    )  # fmt: skip


def _endorsement(entry: Entry, source: str, members: Members, context: ImportContext) -> Draft | Rejected:
    cells, words = entry.cells, words_in(context.language)
    is_mine = "endorsee_first_name" in cells
    who = "endorsee" if is_mine else "endorser"
    member = members.find(
        f"{cells[f'{who}_first_name']} {cells.get(f'{who}_last_name', '')}", cells.get(f"{who}_public_url", "")
    )
    stamp = cells.get("endorsement_date", "")
    day = read_stamp(stamp, context.today)
    if why := _why_left_out(member.name, {"status": cells.get("endorsement_status", "")}, day, stamp):
        return Rejected(entry.line, why, source)
    assert day is not None
    text = f"{words.endorsed_them if is_mine else words.endorsed_me} {plain_words(cells['skill_name'])}"
    touch = TouchDraft(day, "mention", "", text, ("gave" if is_mine else "received",), rows=(entry.line,))
    return Draft(entry.line, member.name, source, linkedin=member.url, touches=(touch,), only_known=True)


CONTACT_KINDS: Mapping[str, Callable[[Entry, str, Members, ImportContext], Draft | Rejected]] = {
    "notes": _note,
    "invitations": _invitation,
    "recommendations": _recommendation,
    "endorsed_by": _endorsement,
    "endorsed": _endorsement,
}


def _why_left_out(name: str, cells: Mapping[str, str], day: date | None, stamp: str) -> str:
    if not name:
        return _NO_NAME
    if (status := cells.get("status", "")).casefold() in _UNSEEN:
        return f"its status is {status.casefold()}"
    return "" if day else _no_day(stamp)


def _no_day(stamp: str) -> str:
    return f'its day cannot be read: "{stamp[:40]}"'


def _dated(day: date | None, what: str, said: str) -> str:
    head = f"{day.isoformat()} {what}" if day else what
    return f"{head}: {said}"


def _prose(text: str) -> str:
    return "\n".join(plain_words(line) for line in clean_lines(text).split("\n"))
