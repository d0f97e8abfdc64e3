"""What `vaultnet log` does once its words are read.

run(flags, ("coffee with Ada yesterday",))   ->   the line stands in Ada's log
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_diffs, print_json, print_lines, print_text

if TYPE_CHECKING:
    from vaultnet.app.log import Logged
    from vaultnet.app.workspace import Workspace


def run(flags: Flags, words: Sequence[str]) -> None:
    """The line without options: the words of a sentence."""
    note_down(flags, " ".join(words))


def note_down(
    flags: Flags,
    sentence: str,
    *,
    who: Sequence[str] = (),
    kind: str = "",
    day: str = "",
    follow_up: str = "",
    dry_run: bool = False,
) -> None:
    """One touch into the notes it belongs in; of a dry run the changes it would make."""
    from vaultnet.app.log import log_sentence

    with flags.workspace() as workspace:
        workspace.refresh()
        result = log_sentence(workspace, sentence, who=who, kind=kind, day=day, follow_up=follow_up)
        if not dry_run:
            _apply(workspace, result, flags)
        notices = tuple(workspace.notices)
    if flags.as_json:
        said = [{"message": notice} for notice in notices]
        changed = [] if dry_run else result.paths
        print_json("vaultnet.log/1", touch=result.read_touch(), changed=changed, dry_run=dry_run, notices=said)
    elif dry_run:
        print_diffs(result.changes)
    else:
        _show(result)


def _show(result: "Logged") -> None:
    if not result.changes:
        print_text("Already noted; nothing was written.")
        return
    noted, *where = result.lines
    print_lines(noted)
    for line in where:
        print_text(line)


def _apply(workspace: "Workspace", result: "Logged", flags: Flags) -> None:
    """Write, or say what to write by hand: what somebody just typed must not be lost to a busy note."""
    from vaultnet.errors import CannotWrite, NotWritten

    try:
        workspace.apply(result.changes, flags.words)
    except (NotWritten, CannotWrite) as refused:
        message = f"{refused.message}. To paste:\n{result.lines[0] if result.lines else ''}"
        raise type(refused)(message, path=refused.path, line=refused.line) from refused
