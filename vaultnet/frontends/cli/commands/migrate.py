"""`vaultnet migrate`: the settings file in the newest format."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_text


@click.command(cls=Command)
@click.option("--dry-run", is_flag=True, help="Show the change as a diff, write nothing.")
@click.pass_obj
def migrate(flags: Flags, dry_run: bool) -> None:
    """Bring vaultnet.toml to the newest format (1 at present). Notes have no format to migrate: they are yours.

    \b
    vaultnet migrate --dry-run
    vaultnet migrate
    """
    from vaultnet.edits.migrate import migrate_settings, settings_format
    from vaultnet.errors import UsageError
    from vaultnet.model.settings_reader import KNOWN_FORMAT
    from vaultnet.storage.config import SETTINGS_FILE
    from vaultnet.text.change import FileChange

    with flags.workspace() as workspace:
        before = workspace.read(SETTINGS_FILE)
        if before is None:
            raise UsageError(f"there is no {SETTINGS_FILE} here: nothing to migrate; `vaultnet init` makes one")
        was = settings_format(before)
        if was is not None and was > KNOWN_FORMAT:
            raise UsageError(f"{SETTINGS_FILE} has format {was}, which a newer vaultnet wrote: update vaultnet")
        change = FileChange(SETTINGS_FILE, before, migrate_settings(before), "migrate")
        if change.is_change and not dry_run:
            workspace.refresh()
            workspace.apply((change,), flags.words)
    if flags.as_json:
        print_json("vaultnet.migrate/1", format=KNOWN_FORMAT, changed=[change.path] if change.is_change else [])
    elif not change.is_change:
        print_text(f"{SETTINGS_FILE} has format {KNOWN_FORMAT}, the newest; nothing to do.")
    elif dry_run:
        print_diffs((change,))
    else:
        print_text(f"{SETTINGS_FILE} now says format {KNOWN_FORMAT}.")
