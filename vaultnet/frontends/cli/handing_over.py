"""What a watcher hands over to a command that asks for today's agenda: the very text that the command would print.

    hand_over(root, ["page", "0", "1781510400.0", "7200", ..., "agenda"], vouched)   ->   b"1204", so many for stdout

Read and worded by what the command itself goes through, with streams of its own; and only what is remembered just as it
was: where anything has to be worked out, rendered or written, the answer is b"", and the command does it.
"""

import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta, timezone
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.app.generate import recall_agenda
from vaultnet.app.workspace import Workspace
from vaultnet.errors import VaultnetError
from vaultnet.frontends.cli.acts.agenda import show_agenda
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import speak
from vaultnet.frontends.cli.output import print_message
from vaultnet.frontends.cli.plain_line import read_plain_line
from vaultnet.frontends.cli.quick_line import SURROUNDINGS, surroundings
from vaultnet.storage.vouching import Vouched


class _Stream(io.StringIO):
    """As the one on the other side is: on a terminal nothing raw is shown."""

    is_terminal = False

    def isatty(self) -> bool:
        return self.is_terminal


def hand_over(root: Path, words: Sequence[str], vouched: Vouched) -> bytes:
    """The length of what goes to stdout, a line end, that, and what goes to stderr; b"" for no answer."""
    kind, is_terminal, seconds, offset, *rest = words
    there, line = tuple(rest[: len(SURROUNDINGS)]), read_plain_line(rest[len(SURROUNDINGS) :])
    if kind != "page" or there != surroundings() or line is None or line.command != "agenda" or line.words:
        return b""
    moment = datetime.fromtimestamp(float(seconds), timezone(timedelta(seconds=int(offset))))
    out, told = _Stream(), _Stream()
    out.is_terminal = is_terminal == "1"
    with redirect_stdout(out), redirect_stderr(told):
        if not _show(root, line.flags, moment, vouched):
            return b""
    text = out.getvalue().encode("utf-8", "surrogateescape")
    return b"%d\n%s%s" % (len(text), text, told.getvalue().encode("utf-8", "surrogateescape"))


def _show(root: Path, flags: Flags, moment: datetime, vouched: Vouched) -> bool:
    """Print today's page, if it is remembered."""
    with Workspace(root, lambda: datetime.combine(flags.today, moment.time()) if flags.today else moment) as workspace:
        workspace.vouch = lambda: vouched
        speak(workspace.config.language)
        try:
            page = recall_agenda(workspace, workspace.today)
        except VaultnetError:  # said by the command, which meets it too
            return False
    if page is None:
        return False
    show_agenda(page, flags)
    for notice in workspace.notices:
        print_message(notice)
    return True
