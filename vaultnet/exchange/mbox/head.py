r"""The head of a message, read so that nothing in it can break an import: who, when, and what marks it as no letter.

parse_head(b"From: Ada <ada@example.com>\nDate: Fri, 1 May 2026 10:00:00 +0200\n\n...")
->  MailHead(moment=datetime(2026, 5, 1, 10, 0, tzinfo=...), sender=Address("ada@example.com", "Ada"), ...)
"""

import binascii
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vaultnet.dataclass import dataclass
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.identity import email_key

_END = re.compile(rb"\r?\n\r?\n")
_POSTMARK_ZONE = re.compile(r"([+-]\d{4}) (\d{4})$")  # Takeout writes the zone before the year
_LABELS = re.compile(r'"([^"]*)"|([^,]+)')
_RECIPIENTS = ("to", "cc", "bcc", "delivered-to", "x-original-to")
_MANY_ADDRESSES = 1_000  # more make no letter, and take their time
_LONGEST = 100_000  # characters of one header: Python's reader of addresses holds a thousand times as much


class Address(NamedTuple):
    """In lower case, with the name beside it, "" for none."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class MailHead:
    """`moment` is None where no date can be read; `delivered` are addresses that it reached without being written to
    them; `marks` are the headers besides, by their name in lower case; `labels` those of Gmail.
    """

    moment: datetime | None
    sender: Address
    recipients: tuple[Address, ...]
    delivered: frozenset[str]
    subject: str
    id: str
    labels: tuple[str, ...]
    marks: dict[str, str]


def parse_head(data: bytes, postmark: str = "") -> MailHead:
    """`data` begins with the first header; what stands behind the first empty line is not looked at. `postmark` is the
    date of an mbox's `From ` line, for a message that has none of its own.
    """
    end = _END.search(data)
    message = HeaderParser().parsestr(_text(data[: end.end()] if end else data))
    senders = _addresses(message, ("from",)) or _addresses(message, ("sender",))
    return MailHead(
        moment=_moment(message, postmark),
        sender=senders[0] if senders else Address("", ""),
        recipients=_addresses(message, _RECIPIENTS[:3]),
        delivered=frozenset(one.address for one in _addresses(message, _RECIPIENTS[3:])),
        subject=clean(_decoded(_header(message, "subject"))),
        id=_header(message, "message-id").strip(),
        labels=tuple(_labels(_decoded(_header(message, "x-gmail-labels")))),
        marks={key.lower(): str(value).strip() for key, value in message.items()},
    )


def local_day(moment: datetime, timezone: str) -> datetime:
    """The moment by the clock of the vault's time zone; where that is not set, by the clock it was written by."""
    if not timezone or moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(ZoneInfo(timezone))
    except OverflowError:  # in the first or last hours of the calendar
        return moment


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _header(message: Message, name: str) -> str:
    return str(message.get(name, ""))[:_LONGEST]


def _addresses(message: Message, names: Iterable[str]) -> tuple[Address, ...]:
    raw = ", ".join(str(value) for name in names for value in message.get_all(name, []))[:_LONGEST]
    found: dict[str, Address] = {}
    for name, text in _named_addresses(raw)[:_MANY_ADDRESSES]:
        address = email_key(text)
        if address:
            found.setdefault(address, Address(address, clean(_decoded(name))))
    return tuple(found.values())


def _named_addresses(raw: str) -> list[tuple[str, str]]:
    """None of a header whose brackets stand deeper than Python reads them: it was made to break a reader."""
    try:
        return getaddresses([raw])
    except RecursionError:
        return []


def _decoded(text: str) -> str:
    """RFC 2047 words as text; whatever they call their letters, something readable comes out."""
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, binascii.Error, ValueError):
        return text
    return "".join(_in_letters(part, charset) if isinstance(part, bytes) else part for part, charset in parts)


def _in_letters(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return part.decode("utf-8", "replace") if charset is None else part.decode("cp1252", "replace")


def _moment(message: Message, postmark: str) -> datetime | None:
    received = (str(value).rpartition(";")[2] for value in message.get_all("received", []))
    for text in (_header(message, "date"), *received, _POSTMARK_ZONE.sub(r"\2 \1", postmark)):
        try:
            moment = parsedate_to_datetime(text.strip())
            moment.utcoffset()
            moment + timedelta(0)
        except (TypeError, ValueError, IndexError, OverflowError):
            continue
        return moment
    return None


def _labels(text: str) -> Iterable[str]:
    for quoted, bare in _LABELS.findall(" ".join(text.split())):
        yield (quoted or bare).strip()
