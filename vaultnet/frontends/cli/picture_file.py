"""Putting a picture where the person wants it: shown as a diff, or written, with one line on what happened.

put_picture(workspace, file, change, flags, is_dry_run=False)   ->   the file, and "Wrote Network.svg" on stderr
"""

from typing import TYPE_CHECKING

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_diffs, print_note

if TYPE_CHECKING:
    from vaultnet.app.network_file import MapFile
    from vaultnet.app.workspace import Workspace
    from vaultnet.text.change import FileChange


def put_picture(
    workspace: "Workspace", file: "MapFile", change: "FileChange", flags: Flags, *, is_dry_run: bool
) -> None:
    """Nothing is printed to stdout but a diff; with --json nothing at all. Raises NotWritten and CannotWrite."""
    from vaultnet.app.network_file import write_file

    if not is_dry_run:
        write_file(workspace, file, change, flags.words)
    if flags.as_json:
        return
    if is_dry_run and change.is_change:
        print_diffs((change,))
    elif is_dry_run:
        print_note(f"{change.path} is up to date; nothing would be written")
    elif not flags.quiet:
        print_note(f"Wrote {change.path}" if change.is_change else f"{change.path} is up to date")
