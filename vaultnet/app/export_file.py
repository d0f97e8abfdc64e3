"""An export as a file, or a folder of files: over what an earlier export wrote, never over anything else.

put_export(rendered, exporter, "people.vcf", force=False)  ->  Put(written=("people.vcf",), same=0, left=())
"""

from collections.abc import Iterator
from pathlib import Path  # noqa: TID251  (the edge: an export lies where the user wants it)
from typing import NamedTuple

from vaultnet.errors import UsageError
from vaultnet.exchange.export_formats import Exporter, Rendered
from vaultnet.storage.outside_file import make_folder_outside, read_bytes_outside, write_outside


class Put(NamedTuple):
    """`written` are the files that are new or other than they were, `same` counts those that are as they should be;
    `left` are files of an earlier export whom this one does not name any more.
    """

    written: tuple[str, ...]
    same: int
    left: tuple[str, ...] = ()


def put_export(rendered: Rendered, exporter: Exporter, to: str, *, force: bool, is_dry_run: bool = False) -> Put:
    """Raises UsageError for a file that is not ours, before anything is written, and CannotWrite."""
    target = Path(to).expanduser()
    files = dict(_files(rendered, target))
    before = {file: read_bytes_outside(file) for file in files}
    for file, there in before.items():
        if there and exporter.mark not in there and not force:
            raise UsageError(
                "is there already, and no export of vaultnet: name another, or add --force", path=str(file)
            )
    changed = [file for file, data in files.items() if data != before[file]]
    if isinstance(rendered, tuple) and not is_dry_run:
        make_folder_outside(target)
    for file in changed if not is_dry_run else ():
        write_outside(file, files[file])
    left = _left(target, files, exporter) if isinstance(rendered, tuple) else ()
    return Put(tuple(map(str, changed)), len(files) - len(changed), left)


def _files(rendered: Rendered, target: Path) -> Iterator[tuple[Path, bytes]]:
    if isinstance(rendered, tuple):
        if target.exists() and not target.is_dir():
            raise UsageError("is no folder, and this format makes one: name another", path=str(target))
        yield from ((target / file.name, file.data.encode()) for file in rendered)
    else:
        if target.is_dir():
            raise UsageError("is a folder, and this format makes a file: name the file in it", path=str(target))
        yield target, rendered.encode() if isinstance(rendered, str) else rendered


def _left(folder: Path, files: dict[Path, bytes], exporter: Exporter) -> tuple[str, ...]:
    """Whoever was taken out of the export (become private, say) is to be taken out of there by the user."""
    if not folder.is_dir():
        return ()
    endings = {file.suffix for file in files}
    others = (file for file in sorted(folder.iterdir()) if file.is_file() and file.suffix in endings)
    return tuple(
        str(file) for file in others if file not in files and exporter.mark in (read_bytes_outside(file) or b"")
    )
