"""Where the program begins. What people and shells ask for all day is answered without click; the rest goes to it.

vaultnet agenda               quick_line.py, where a watcher has it at hand; else acts/agenda.py
vaultnet agenda --stdout      main.py, commands/agenda.py, and that calls acts/agenda.py
vaultnet show Ad<TAB>         names.py
"""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` takes a quarter of the time that Python takes to start
    from typing import NoReturn


def speak_utf8() -> None:
    """Names of files are UTF-8 in every locale: where Python would read them otherwise, begin anew so that it does.

    In a Latin-1 locale a note's name came back as other letters, and the agenda linked to people that do not exist.
    """
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"  # for what we start; and once is enough, where somebody says `-X utf8=0`
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  (the same line again)


def open_closed_streams() -> None:
    """What the caller has closed (`vaultnet agenda >&-`) leads nowhere, and is there.

    Else the next file that is opened takes its number, and what a program of ours prints would go into that.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def main(args: list[str] | None = None) -> "NoReturn":
    """Run the command line and leave with the exit code that `docs/guide/exit-codes.md` promises."""
    speak_utf8()
    open_closed_streams()
    try:
        _main(sys.argv[1:] if args is None else args)
    except KeyboardInterrupt:  # before a command has begun, which ends by itself
        sys.exit(130)


def _main(words: list[str]) -> "NoReturn":
    if "_VAULTNET_COMPLETE" in os.environ:
        from vaultnet.frontends.cli.plain_completion import complete

        if complete(os.environ):
            _leave(0)
    else:
        from vaultnet.frontends.cli.quick_line import show_at_once

        if show_at_once(words):
            _leave(0)
        from vaultnet.frontends.cli.plain_line import act_of, read_plain_line

        line = read_plain_line(words)
        if line is not None:
            from vaultnet.frontends.cli.ending import end

            _leave(end(line.flags, act_of(line)))
    from vaultnet.frontends.cli.main import main as main_by_click

    main_by_click(words)


def _leave(code: int) -> "NoReturn":
    """All there is goes with the process: Python need not look for circles in it first, a twentieth of a warm run."""
    gc.freeze()
    sys.exit(code)
