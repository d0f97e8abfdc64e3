r"""vCards in a folder, one a file, named by uid: what vdirsyncer (storage `filesystem`) and khard keep in step with any
CardDAV server.

render((Exported("People/Ada.md", ...),), context)  ->  (ExportedFile("7c9e6679-....vcf", "BEGIN:VCARD\r\n..."),)
"""

import re

from vaultnet.exchange.exported import ExportContext, Exported, ExportedFile
from vaultnet.exchange.vcard.file import NEWEST, render_card

_NO_FILE_NAME = re.compile(r"[^A-Za-z0-9@_-]+")
_LONGEST = 100


def render(people: tuple[Exported, ...], context: ExportContext) -> tuple[ExportedFile, ...]:
    """Two people with one uid, which `check` tells of, still have a file each."""
    files: dict[str, ExportedFile] = {}
    for exported in people:
        stem = _NO_FILE_NAME.sub("-", exported.person.uid)[:_LONGEST].strip("-") or "card"
        name, number = f"{stem}.vcf", 2
        while name.lower() in files:
            name, number = f"{stem}-{number}.vcf", number + 1
        files[name.lower()] = ExportedFile(name, render_card(exported, context.version or NEWEST))
    return tuple(files.values())
