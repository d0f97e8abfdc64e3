"""The formats that can be imported: one line each, and one file each that parses it.

find_importer("linkedin").parse((SourceFile("Connections.csv", b"..."),), context)  ->  Parsed(drafts=(...), ...)
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
    With `has_columns` it is a table whose columns `--map` may name.
    """

    name: str
    help: str
    module: str
    members: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    is_mapped: bool = False
    has_columns: bool = False

    @property
    def parse(self) -> Parse:
        """The function that reads it; its libraries are imported only now."""
        parse: Parse = import_module(f"vaultnet.exchange.{self.module}").parse
        return parse


_MESSAGES = ("cur/*", "new/*", "*/cur/*", "*/new/*", "*.eml")  # one a file: a Maildir
_MAILBOXES = ("*.mbox", "*.mbx", "mbox", "inbox", "sent", *_MESSAGES)
_LINKEDIN = (  # what tells of people; never the files with addresses of computers, payments, or answers to forms
    "connections*.csv", "messages*.csv", "invitations*.csv", "notes*.csv", "profile*.csv", "positions*.csv",
    "skills*.csv", "recommendations*.csv", "endorsement_*.csv", "company follows*.csv",
)  # fmt: skip
_CARDS = ("*.vcf", "*.vcard")
_IMPORTERS = (
    Importer("csv", "a table with a header, comma, semicolon or tab between the cells", "generic_csv", has_columns=True),
    Importer("xlsx", "an Excel workbook with such a table", "xlsx", has_columns=True),
    Importer("google", "contacts of Google, exported as Google CSV", "google_csv"),
    Importer("outlook", "contacts of Outlook, outlook.com or Google's Outlook CSV", "outlook_csv"),
    Importer("linkedin", "an export of LinkedIn: the archive, its folder, or one of its files", "linkedin.export", _LINKEDIN),
    Importer("vcard", "vCard 2.1, 3.0 and 4.0, of any program: files, a folder or an archive of them", "vcard", _CARDS),
    Importer("ics", "iCalendar: whom you met, by the events of a calendar", "ics", ("*.ics",)),
    Importer("mbox", "mailboxes and Maildir: who wrote whom, and when", "mbox", _MAILBOXES, _MESSAGES, is_mapped=True),
    Importer("text", "the text of a business card or of a mail's signature: one contact a file", "card", ("*.txt",)),
    Importer("friends", "the friends.md of the program `friends`", "friends", ("*.md",)),
    Importer("monica", "the JSON that Monica 4 exports", "monica", ("*.json",)),
    Importer("prm", "notes of Obsidian's Personal CRM", "foreign_notes", ("*.md",)),
    Importer("orbit", "the vault of orbit", "foreign_notes", ("*.md",)),
    Importer("hermit", "the data folder of Hermit CRM", "foreign_notes", ("*.md",)),
    Importer("hal", "notes of HAL (hal_md)", "foreign_notes", ("*.md",)),
    Importer("gsync", "notes of Obsidian's Google Contacts sync", "foreign_notes", ("*.md",)),
)
IMPORTERS = {importer.name: importer for importer in _IMPORTERS}
