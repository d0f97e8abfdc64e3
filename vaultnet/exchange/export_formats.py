r"""The formats that can be exported: one line each, and one file each that writes it.

EXPORTERS["vcard"].render(people, context)  ->  "BEGIN:VCARD\r\nVERSION:4.0\r\n..."
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from vaultnet.exchange.exported import ExportContext, Exported, ExportedFile

Rendered = str | bytes | tuple[ExportedFile, ...]
Render = Callable[[tuple[Exported, ...], ExportContext], Rendered]


class Exporter(NamedTuple):
    """`module` holds a function `render`. `mark` stands in every file of ours: what lacks it is not written over.
    `is_folder`: it makes several files. `needs_uid`: whoever has no uid yet gets one. `is_database`: it is made of the
    index's tables (`app/export_tables.py`), not of people. `is_calendar`: it tells days besides
    (`app/export_calendar.py`).
    """

    name: str
    help: str
    module: str
    mark: bytes
    versions: tuple[str, ...] = ()
    is_folder: bool = False
    needs_uid: bool = False
    is_database: bool = False
    is_calendar: bool = False

    @property
    def render(self) -> Render:
        """The function that writes it; its libraries are imported only now."""
        render: Render = import_module(f"vaultnet.exchange.{self.module}").render
        return render


_MARK = b"vaultnet//EN"  # the end of a PRODID
_VCARDS = ("4.0", "3.0")
_EXPORTERS = (
    Exporter("vcard", "an address book as one vCard file", "vcard.file", _MARK, _VCARDS, needs_uid=True),
    Exporter(
        "vcf-dir",
        "a folder of vCards, one a person, as vdirsyncer keeps it",
        "vcard.folder",
        _MARK,
        _VCARDS,
        is_folder=True,
        needs_uid=True,
    ),
    Exporter("jcard", "vCard in JSON (RFC 7095)", "vcard.jcard", _MARK, needs_uid=True),
    Exporter("jscontact", "JSContact cards (RFC 9553)", "vcard.jscontact", _MARK, needs_uid=True),
    Exporter("ics", "a calendar of birthdays, of who is due, and of promises", "ics.feed", _MARK, is_calendar=True),
    Exporter("csv", "a table for spreadsheets", "contact_csv", b"name,first-name,last-name,aliases,"),
    Exporter("json", "everything about everybody, for programs", "contact_json", b'"schema": "vaultnet.export/1"'),
    Exporter("sqlite", "the views of `vaultnet query` as a database", "", b"SQLite format 3", is_database=True),
)
EXPORTERS = {exporter.name: exporter for exporter in _EXPORTERS}
