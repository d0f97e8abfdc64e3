"""The formats that can be imported: one line each, and one file each that parses it.

IMPORTERS["linkedin"].parse((SourceFile("Connections.csv", b"..."),), context)  ->  Parsed(drafts=(...), ...)
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from vaultnet.exchange.draft import Parsed
from vaultnet.exchange.source import ImportContext, SourceFile

Parse = Callable[[tuple[SourceFile, ...], ImportContext], Parsed]


class Importer(NamedTuple):
    """`module` holds a function `parse`; `members` are the names (folded, `*` for any) that are read of a folder or an
    archive, where the format has them; one with a `/` is compared with the whole path. Of the files that are one of
    `heads` only the beginning is read. With `is_mapped` a file is not read at once, however large it is.
    With `has_columns` it is a table whose columns `--map` may name; with `is_notes` the files are notes, which may lie
    in the vault already.
    """

    name: str
    help: str
    module: str
    members: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    is_mapped: bool = False
    has_columns: bool = False
    is_notes: bool = False

    @property
    def parse(self) -> Parse:
        """The function that reads it; its libraries are imported only now."""
        parse: Parse = import_module(f"vaultnet.exchange.{self.module}").parse
        return parse


_MESSAGES = ("cur/*", "new/*", "*/cur/*", "*/new/*", "*.eml")  # one a file: a Maildir
_MAILBOXES = ("*.mbox", "*.mbx", "mbox", "inbox", "sent", *_MESSAGES)
_LINKEDIN = (  # what tells of people; never the files with addresses of computers, payments, or answers to forms
    "connections*.csv", "messages*.csv", "invitations*.csv", "notes*.csv", "profile.csv", "profile (*).csv",
    "positions*.csv", "skills*.csv", "recommendations*.csv", "endorsement_*.csv", "*follows.csv",
)  # fmt: skip
_CARDS = ("*.vcf", "*.vcard")
_JSON = ("*.json",)
_IMPORTERS = (
    Importer(
        "csv", "a table with a header, comma, semicolon or tab between the cells", "generic_csv", has_columns=True
    ),
    Importer("xlsx", "an Excel workbook with such a table", "xlsx", has_columns=True),
    Importer("google", "contacts of Google, exported as Google CSV", "google_csv"),
    Importer("outlook", "contacts of Outlook, outlook.com or Google's Outlook CSV", "outlook_csv"),
    Importer("linkedin", "an export of LinkedIn: archive, folder, or one of its files", "linkedin.export", _LINKEDIN),
    Importer(
        "vcard", "vCard 2.1, 3.0 and 4.0, of any program: files, a folder or an archive of them", "vcard.file", _CARDS
    ),
    Importer("jcard", "jCard, vCard in JSON (RFC 7095)", "vcard.jcard", _JSON),
    Importer("jscontact", "JSContact cards (RFC 9553)", "vcard.jscontact", _JSON),
    Importer("ics", "iCalendar: whom you met, by the events of a calendar", "ics.reader", ("*.ics",)),
    Importer("mbox", "mailboxes, Maildir: who wrote whom, when", "mbox.reader", _MAILBOXES, _MESSAGES, is_mapped=True),
    Importer("text", "a business card's text, or a mail's signature: one contact a file", "card.reader", ("*.txt",)),
    Importer("friends", "the friends.md of the program `friends`", "friends", ("*.md",)),
    Importer("monica", "the JSON that Monica 4 exports", "monica.contacts", ("*.json",)),
    Importer("prm", "notes of Obsidian's Personal CRM", "foreign.notes", ("*.md",), is_notes=True),
    Importer("orbit", "the vault of orbit", "foreign.notes", ("*.md",), is_notes=True),
    Importer("hermit", "the data folder of Hermit CRM", "foreign.notes", ("*.md",), is_notes=True),
    Importer("hal", "notes of HAL (hal_md)", "foreign.notes", ("*.md",), is_notes=True),
    Importer("gsync", "notes of Obsidian's Google Contacts sync", "foreign.notes", ("*.md",), is_notes=True),
)
IMPORTERS = {importer.name: importer for importer in _IMPORTERS}
