"""`vaultnet doctor`: where everything about the vault lies, what could get in the way, and `--purge`."""

from typing import TYPE_CHECKING

import click

from vaultnet.errors import UsageError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said, said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_note, print_quote, print_table, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from pathlib import Path  # noqa: TID251  (the edge, where places on this machine are named)

    from vaultnet.app.doctor import Examination
    from vaultnet.app.workspace import Workspace
    from vaultnet.storage.private_places import Place

_WORDS = {
    "index": "index, made anew at any time",
    "journal": "earlier texts of notes, for undo",
    "recovery": "saves by other programs",
    "memory": "locks, what was read of feeds",
    "plan": "plan of an import, your own file",
    "trust": "templates you trust",
}


@click.command(cls=Command)
@click.option("--purge", is_flag=True, help="Remove all that vaultnet keeps about this vault; the notes stay.")
@click.option("--yes", "is_sure", is_flag=True, help="Do it without being asked.")
@click.pass_obj
def doctor(flags: Flags, *, purge: bool, is_sure: bool) -> None:
    """Say where everything about this vault lies on this machine, who else can read it, and what is in the way.

    Nothing of it ever leaves the machine by vaultnet's doing. `--purge` removes index, journal, recovery folder and
    memory, as before you sell the machine; your notes stay, and an earlier command can no longer be undone.

    \b
    vaultnet doctor
    vaultnet doctor --purge
    """
    from vaultnet.app.doctor import examine

    with flags.workspace() as workspace:
        if purge:
            _purge(flags, workspace, is_sure=is_sure)
            return
        workspace.refresh()
        found = examine(workspace)
    if flags.as_json:
        _print_object(workspace.root, found)
        return
    _print_places(flags, workspace.root, found.places)
    print_text()
    for finding in found.findings:
        print_quote(f"{said_part('hint' if finding.is_hint else 'mend')} {finding.rule}: {said(finding.message)}")
    if not any(not finding.is_hint for finding in found.findings):
        print_text("Nothing is in the way.")


def _purge(flags: Flags, workspace: "Workspace", *, is_sure: bool) -> None:
    """The index is closed first: an open one would be sealed again on the way out."""
    from vaultnet.storage.private_places import find_places, purge_places

    places = find_places(workspace.root)
    if not is_sure and places and not _is_confirmed(flags, workspace.root, places):
        print_text("Nothing was removed.")
        return
    if places:
        workspace.rebuild()
    files = purge_places(workspace.root) if places else 0
    left = [str(place.path) for place in places if place.what == "plan"]
    if flags.as_json:
        print_json("vaultnet.doctor/1", purged=files, left=left)
        return
    print_text(f"Removed: {count_words(files, 'file')}. Your notes are as they were; the next command begins anew.")
    for path in left:
        print_note(f"Left, since it is your own file: {path}")


def _is_confirmed(flags: Flags, root: "Path", places: "tuple[Place, ...]") -> bool:
    if flags.as_json:
        raise UsageError("--json asks nothing: add --yes")
    _print_places(flags, root, places)
    if any(place.what == "recovery" for place in places):
        print_note("The recovery folder holds saves by other programs that are in no note: look at them first.")
    question = said("All of this goes, and earlier commands cannot be undone. Go on? [y/N]")
    typed: str = click.prompt(question, default="", show_default=False)
    return typed.strip().lower() in {"y", "yes", "j", "ja"}


def _print_places(flags: Flags, root: "Path", places: "tuple[Place, ...]") -> None:
    rows = [[said_part("notes"), _tilde(root), "", ""]]
    for place in places:
        access = said_part("others can read it") if place.is_open else said_part("only you")
        rows.append([said_part(_WORDS[place.what]), _tilde(place.path), _size(place.bytes), access])
    print_table(["what", "where", "size", "who"], rows, color=flags.use_color)


def _print_object(root: "Path", found: "Examination") -> None:
    places = [
        {"what": place.what, "path": str(place.path), "files": place.files, "bytes": place.bytes, "open": place.is_open}
        for place in found.places
    ]
    findings = [
        {"rule": finding.rule, "severity": "info" if finding.is_hint else "warning", "message": finding.message}
        for finding in found.findings
    ]
    print_json("vaultnet.doctor/1", root=str(root), places=places, findings=findings)


def _size(size: float) -> str:
    for unit in ("B", "kB", "MB"):
        if size < 1024:  # noqa: PLR2004  (what a kB is)
            return f"{size:.0f} {unit}"
        size /= 1024
    return f"{size:.1f} GB"


def _tilde(path: "Path") -> str:
    """A path below the home folder as people write it."""
    home = type(path).home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)
