"""From flags to an opened workspace; the one place where a clock is made.

vaultnet -C ~/notes --today 2026-06-15 agenda
-> Flags(directory="~/notes", today=date(2026, 6, 15)).workspace()
"""

import os
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import TYPE_CHECKING

from vaultnet.errors import NoVault, VaultnetError
from vaultnet.frontends.cli.language.speech import ENGLISH, speak

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace


class Flags:
    """The global options, wherever on the line they stood. No dataclass: `dataclasses` takes longer to load than a
    whole walk over a thousand notes.
    """

    def __init__(
        self, directory: str = "", today: date | None = None, *, as_json: bool = False, words: tuple[str, ...] = ()
    ) -> None:
        """`words` are the command line as typed, for the journal."""
        self.directory, self.today, self.as_json = directory, today, as_json
        self.quiet = self.verbose = self.no_color = False
        self.words = words or ("vaultnet",)
        self.opened: list[Workspace] = []  # what they have to say is said when the command has ended

    def clock(self) -> datetime:
        """Now, in the machine's zone; with --today that civil day at the present time, of no zone: it is that day in
        the vault, whichever zone the vault or the machine has.
        """
        moment = datetime.now().astimezone()  # noqa: TID251  (the clock is made here, and only here)
        return datetime.combine(self.today, moment.time()) if self.today else moment

    def folder(self) -> Path:
        """Where to look for the vault: -C, else VAULTNET_VAULT, else here."""
        named = self.directory or os.environ.get("VAULTNET_VAULT", "")
        if not named:
            try:
                return Path.cwd()
            except FileNotFoundError as error:
                message = "the folder you are in is gone: go to another one, or name the vault's folder with -C DIR"
                raise NoVault(message) from error
        folder = Path(named).expanduser()
        if not folder.is_dir():
            raise NoVault(f"{named} is no folder: name the vault's folder with -C DIR or VAULTNET_VAULT")
        return folder

    def speak(self) -> None:
        """Speak the vault's language although it may not have been opened: there is something wrong to be said.

        Where there is no vault, or it cannot be read, that is what is being said, and in English.
        """
        from vaultnet.storage.config import read_config
        from vaultnet.storage.vault_root import find_root

        with suppress(VaultnetError, OSError):
            root = find_root(self.folder())
            speak(read_config(root).language if root else ENGLISH)

    def workspace(self) -> "Workspace":
        from vaultnet.app.workspace import Workspace
        from vaultnet.frontends.cli.output import print_message
        from vaultnet.frontends.cli.progress import progress_for

        workspace = Workspace.open(self.folder(), self.clock, progress=progress_for(quiet=self.quiet))
        self.opened.append(workspace)
        speak(workspace.config.language)
        if self.verbose:
            print_message(f"Vault: {workspace.root}\nIndex: {workspace.database}")
        return workspace

    @property
    def is_terminal(self) -> bool:
        return sys.stdout.isatty()

    @property
    def use_color(self) -> bool:
        """--no-color, then NO_COLOR (present and not empty), then whether somebody looks."""
        return not self.no_color and not os.environ.get("NO_COLOR") and self.is_terminal


def parse_today(text: str) -> date:
    """`--today`: an ISO date, or words such as `tomorrow`, counted from the real day."""
    return parse_date(text) or _read_words(text)


def parse_date(text: str) -> date | None:
    """An ISO date, None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read_words(text: str) -> date:
    """Words are read in English here: which language the vault has is not known before it is opened."""
    from vaultnet.app.natural_date import read_date
    from vaultnet.model.settings import VaultSettings

    return read_date(text, Flags().clock().date(), VaultSettings(), prefer="past")
