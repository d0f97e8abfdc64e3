"""`vaultnet export`: your people as a file of another program's format, for yourself or for others."""

from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_exact, print_json, print_note, print_text
from vaultnet.frontends.cli.wording import count_words
from vaultnet.model.contact import AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaultnet.app.export_contacts import Gathered
    from vaultnet.app.export_file import Put
    from vaultnet.app.workspace import Workspace
    from vaultnet.exchange.export_formats import Exporter, Rendered
    from vaultnet.exchange.exported import ExportContext


def _complete_format(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from vaultnet.exchange.export_formats import EXPORTERS

    return [name for name in sorted(EXPORTERS) if name.startswith(incomplete)]


@click.command(cls=Command)
@click.argument("format_name", metavar="FORMAT", shell_complete=_complete_format)
@click.argument("where", required=False, default="")
@click.option("--to", default="", metavar="FILE|FOLDER", help="Where to write it; else it is printed.")
@click.option(
    "--audience", type=click.Choice(AUDIENCES), default="self",
    help="Whom it is for: only those whose note allows it, and only what stands on a business card.",
)  # fmt: skip
@click.option("--notes", "with_notes", is_flag=True, help="The bodies of the notes too (never their facts).")
@click.option("--all", "with_gone", is_flag=True, help="Archived and deceased people too.")
@click.option(
    "--vcard-version", "version", default="", metavar="VERSION", help="4.0, or 3.0 for Apple, Google, Outlook."
)
@click.option(
    "--as", "shape", type=click.Choice(["event", "todo"]), default="event",
    help="In a calendar: what is to be done, as events or as tasks.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that this command has not made.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@click.pass_obj
def export(
    flags: Flags, /, format_name: str, to: str, version: str, shape: str, *, force: bool, dry_run: bool, **who: Any
) -> None:
    """Write your contacts, or those who meet WHERE (the conditions of `set`), in another program's format.

    Whoever is `private` is in no export; a note's body is in it only with --notes, the facts of an organization never.

    \b
    vaultnet export vcard --to people.vcf
    vaultnet export ics --to networking.ics           a calendar to subscribe to
    vaultnet export vcard 'tag:team' --audience work --vcard-version 3.0 --to team.vcf
    """
    from vaultnet.app.export_contacts import ExportChoice, gather_people
    from vaultnet.app.export_file import put_export
    from vaultnet.exchange.exported import ExportContext

    exporter = _exporter(format_name, version)
    if exporter.is_folder and not to:
        raise click.UsageError(f"{exporter.name} makes a folder of files: say where with --to FOLDER")
    with flags.workspace() as workspace:
        workspace.refresh()
        gathered = gather_people(workspace, ExportChoice(needs_uid=exporter.needs_uid, **who))
        context = ExportContext(workspace.today, who["audience"], version, who["with_notes"],
                                as_tasks=shape == "todo")  # fmt: skip
        rendered = _render(exporter, workspace, gathered, context)
        if not (to or isinstance(rendered, str)):
            raise click.UsageError(f"{exporter.name} is no text to be printed: say where with --to FILE")
        put = put_export(rendered, exporter, to, force=force, is_dry_run=True) if to else None
        if not dry_run:
            workspace.apply(gathered.changes, flags.words)
            put = put_export(rendered, exporter, to, force=force) if to else None
    _print(flags, exporter, gathered, rendered, put, is_dry_run=dry_run)


def _render(exporter: "Exporter", workspace: "Workspace", gathered: "Gathered", context: "ExportContext") -> "Rendered":
    if exporter.is_database:
        from vaultnet.app.export_tables import render_tables

        return render_tables(workspace, gathered, context)
    if exporter.is_calendar:
        from vaultnet.app.export_calendar import with_entries

        context = with_entries(workspace, gathered, context)
    return exporter.render(gathered.people, context)


def _exporter(name: str, version: str) -> "Exporter":
    from vaultnet.errors import UsageError
    from vaultnet.exchange.export_formats import EXPORTERS
    from vaultnet.text.nearest import hint_for

    if name not in EXPORTERS:
        raise UsageError(f'"{name}" is no format: {hint_for(name, sorted(EXPORTERS))}')
    exporter = EXPORTERS[name]
    if version and version not in exporter.versions:
        raise UsageError(f"{name} has no version {version}: {', '.join(exporter.versions) or 'there is but one'}")
    return exporter


def _print(
    flags: Flags,
    exporter: "Exporter",
    gathered: "Gathered",
    rendered: "Rendered",
    put: "Put | None",
    *,
    is_dry_run: bool,
) -> None:
    if flags.as_json:
        _print_object(exporter, gathered, rendered, put, is_dry_run=is_dry_run)
        return
    if is_dry_run:
        print_diffs(gathered.changes)
    elif put is None:
        print_exact(str(rendered))
    if not flags.quiet:
        _tell(gathered, put, is_dry_run=is_dry_run)


def _tell(gathered: "Gathered", put: "Put | None", *, is_dry_run: bool) -> None:
    """What was left out, and why, beside the result."""
    say = print_text if put else print_note  # what is printed is the export itself, where it goes to no file
    count = count_words(len(gathered.people), "contact")
    say(f"Would export {count}." if is_dry_run else f"Exported {count}.")
    for file in put.written if put and len(put.written) == 1 and not is_dry_run else ():
        say(f"Wrote {file}")
    if put and len(put.written) > 1 and not is_dry_run:
        say(f"Wrote {len(put.written)} files")
    if put and not put.written:
        say("All of it is there already, as it should be.")
    if gathered.changes:
        noun = count_words(len(gathered.changes), "note")
        say(f"{noun} would get a uid." if is_dry_run else f"{noun} got a uid. `vaultnet undo` takes it back.")
    if put and put.left:
        say(f"Still there from an earlier export, and not in this one: {', '.join(put.left)}")
    _tell_who_is_missing(gathered, say)


def _tell_who_is_missing(gathered: "Gathered", say: "Callable[[str], None]") -> None:
    if gathered.unread:
        say(f"Not among them, because they cannot be read: {', '.join(gathered.unread)}; see `vaultnet check`")
    for path, why in gathered.unwritten:
        say(f"{path} could not be given a uid: {why}")
    if gathered.private:
        say(f"Left out as private: {count_words(gathered.private, 'contact')}")
    if gathered.gone:
        say(f"Left out as archived or deceased (--all): {count_words(len(gathered.gone), 'contact')}")
    if gathered.withheld:
        say(f"Left out, for another audience: {count_words(len(gathered.withheld), 'contact')}")


def _print_object(
    exporter: "Exporter", gathered: "Gathered", rendered: "Rendered", put: "Put | None", *, is_dry_run: bool
) -> None:
    print_json(
        "vaultnet.export/1",
        format=exporter.name,
        contacts=[person.path for person in gathered.people],
        written=list(put.written) if put and not is_dry_run else [],
        left=list(put.left) if put else [],
        uids=[change.path for change in gathered.changes],
        without_uid=[{"path": path, "why": why} for path, why in gathered.unwritten],
        private=gathered.private,
        gone=list(gathered.gone),
        withheld=list(gathered.withheld),
        text=rendered if isinstance(rendered, str) and not put else None,
    )
