"""The formats that can be exported: one line each, and one file each that writes it.

EXPORTERS["vcard"].render(people, context)  ->  "BEGIN:VCARD\\r\\nVERSION:4.0\\r\\n..."
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from vaultnet.exchange.exported import ExportContext, Exported, ExportedFile

Rendered = str | bytes | tuple[ExportedFile, ...]
Render = Callable[[tuple[Exported, ...], ExportContext], Rendered]


class Exporter(NamedTuple):
    """`module` holds a function `render`. `mark` stands in every file of ours: what lacks it is not written over.
    `is_folder`: it makes several files. `needs_uid`: whoever has no uid yet gets one.
    """

    name: str
    help: str
    module: str
    mark: bytes
    versions: tuple[str, ...] = ()
    is_folder: bool = False
    needs_uid: bool = False

    @property
    def render(self) -> Render:
        """The function that writes it; its libraries are imported only now."""
        render: Render = import_module(f"vaultnet.exchange.{self.module}").render
        return render


_MARK = b"vaultnet//EN"  # the end of a PRODID
_VCARDS = ("4.0", "3.0")
_EXPORTERS = (
    Exporter("vcard", "an address book as one vCard file", "vcard", _MARK, _VCARDS, needs_uid=True),
    Exporter(
        "vcf-dir",
        "a folder of vCards, one a person, as vdirsyncer keeps it",
        "vcard_folder",
        _MARK,
        _VCARDS,
        is_folder=True,
        needs_uid=True,
    ),  # fmt: skip
)
EXPORTERS = {exporter.name: exporter for exporter in _EXPORTERS}
