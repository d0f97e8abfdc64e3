"""Mailboxes: who wrote to whom on which day. Not what: no text of a message is read, its subject only when asked for.

From: Ada <ada@example.com>                            Draft(line=17, name="Ada", email=("ada@example.com",),
To: me@example.com                              ->           touches=(TouchDraft(date(2026, 5, 1), "email", "from"),),
Date: Fri, 1 May 2026 10:00:00 +0200                         only_known=True)

One touch a person, day and direction. Lists, machines and crowds are left out, and the remarks say how many: every
message that was read is counted once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultnet.errors import UsageError
from vaultnet.exchange.draft import Parsed, Rejected, TouchDraft
from vaultnet.exchange.encounters import Encounters
from vaultnet.exchange.mbox.head import Address, MailHead, local_day, parse_head
from vaultnet.exchange.mbox.kind import MOST_RECIPIENTS, folders_of, is_machine_address, why_left_out
from vaultnet.exchange.mbox.split import Piece, is_mbox, is_message, split_mbox
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.text.headline import plain_title, render_headline

_NO_DATE = "a message without a date that can be read"
_NO_MESSAGE = "neither a mailbox nor a message"
_ANSWER = re.compile(r"^(?:(?:re|aw|fw|fwd|wg|antw|sv|vs)(?:\[\d{1,3}\])?\s*:\s*)+", re.IGNORECASE)
_MOST_SUBJECTS = 3  # of a day, in its line


class _Letter(NamedTuple):
    """A message between me and others, of one direction."""

    source: str
    line: int
    touch: TouchDraft
    subject: str
    others: Sequence[Address]


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError where my own addresses are not known, or nothing is a message."""
    if not context.emails:
        raise UsageError('say which addresses are yours: write emails = ["me@example.com"] under [me] in vaultnet.toml')
    tally: Counter[str] = Counter()
    rejected: list[Rejected] = []
    letters = list(_letters(sources, context, tally, rejected))
    if not tally:
        raise UsageError(f"{', '.join(source.name for source in sources[:3])}: {_NO_MESSAGE}")
    met = Encounters()
    subjects = _subjects(letters) if context.with_subjects else {}
    for letter in letters:
        for other in letter.others:
            text = subjects.get((other.address, letter.touch), "")
            met.add(other.address, other.name, letter.source, letter.line, letter.touch._replace(text=text))
    return Parsed(met.drafts(), tuple(rejected), remarks=tuple(_remarks(tally)))


def _letters(
    sources: tuple[SourceFile, ...], context: ImportContext, tally: Counter[str], rejected: list[Rejected]
) -> Iterator[_Letter]:
    seen: set[str] = set()
    for source in sources:
        pieces = _pieces(source.data)
        if pieces is None:
            rejected.append(Rejected(1, _NO_MESSAGE, source.name))
            continue
        for piece in pieces:
            head = parse_head(piece.head, piece.postmark)
            made = _letter(head, source.name, piece.line, context, seen)
            if isinstance(made, Rejected):
                rejected.append(made)
                tally["undated"] += 1
            elif isinstance(made, str):
                tally[made] += 1
            else:
                tally["letters"] += 1
                yield made


def _pieces(data: bytes) -> Iterator[Piece] | None:
    if is_mbox(data):
        return split_mbox(data)
    return iter((Piece(1, "", data[:]),)) if is_message(data) else None


def _letter(head: MailHead, source: str, line: int, context: ImportContext, seen: set[str]) -> _Letter | Rejected | str:
    """The letter, or the word of the tally for why it is none."""
    if head.id and head.id in seen:
        return "twice"
    seen.add(head.id)
    left_out = why_left_out(head, context.emails, folders_of(source))
    if left_out:
        return left_out
    if head.moment is None:
        return Rejected(line, _NO_DATE, source)
    day = local_day(head.moment, context.timezone).date()
    if day > context.today:
        return "future"
    is_mine = head.sender.address in context.emails
    others = [
        one for one in head.recipients if one.address not in context.emails and not is_machine_address(one.address)
    ]
    return _Letter(source, line, TouchDraft(day, "email", "to" if is_mine else "from"), head.subject,
                   others if is_mine else [head.sender])  # fmt: skip


def _subjects(letters: Sequence[_Letter]) -> dict[tuple[str, TouchDraft], str]:
    """What the letters of a day to or from a person were about, in one line."""
    found: defaultdict[tuple[str, TouchDraft], dict[str, None]] = defaultdict(dict)
    for letter in letters:
        subject = _ANSWER.sub("", letter.subject).strip()
        for other in letter.others:
            if subject:
                found[other.address, letter.touch].setdefault(subject)
    return {key: _line(list(subjects)) for key, subjects in found.items()}


def _line(subjects: Sequence[str]) -> str:
    more = [f"+{len(subjects) - _MOST_SUBJECTS}"] if len(subjects) > _MOST_SUBJECTS else []
    return "; ".join((*(render_headline(plain_title(one), "") for one in subjects[:_MOST_SUBJECTS]), *more))


def _remarks(tally: Counter[str]) -> Iterator[str]:
    """Each message once: what was read is the sum of the lines below it."""
    for key, words in (
        ("all", f"Messages read: {tally.total()}"),
        ("letters", f"Between you and others: {tally['letters']}"),
        ("lists", f"Left out, from mailing lists and newsletters: {tally['lists']}"),
        ("machines", f"Left out, from machines that want no answer: {tally['machines']}"),
        ("rubbish", f"Left out, in spam, trash or promotions: {tally['rubbish']}"),
        ("drafts", f"Left out, not sent yet: {tally['drafts']}"),
        ("chats", f"Left out, chats: {tally['chats']}"),
        ("crowds", f"Left out, to more than {MOST_RECIPIENTS} people: {tally['crowds']}"),
        ("others", f"Left out, not written to one of your addresses in [me] emails: {tally['others']}"),
        ("nobody", f"Left out, from or to nobody but you: {tally['nobody']}"),
        ("twice", f"Left out, there twice: {tally['twice']}"),
        ("future", f"Left out, dated after today: {tally['future']}"),
        ("undated", f"Rejected, without a date: {tally['undated']}"),
    ):
        if tally[key] or key == "all":
            yield words
