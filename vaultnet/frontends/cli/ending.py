"""How a command line ends: its exit code, and what is said of a failure.

end(flags, lambda: write_agenda(flags, "", only_print=False, dry_run=False))   ->   0

The one error handler of the command line, whichever door its words came in by.
"""

import os
import sys
from collections.abc import Callable

from vaultnet.errors import CannotWrite, VaultnetError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import ENGLISH, said, speak

_REPORT = (
    "This is a bug in vaultnet, not in your notes, and nothing was half-written. "
    "Please report what stands above: docs/reporting.md says how."
)


def end(flags: Flags, act: Callable[[], object]) -> int:
    """Do it, and answer with the exit code that `docs/guide/exit-codes.md` promises.

    What is said before it is known which vault is meant is said in English.
    """
    speak(ENGLISH)
    try:
        return _done(flags, act)
    finally:
        _tell_notices(flags)


def _done(flags: Flags, act: Callable[[], object]) -> int:
    try:
        result = act()
    except VaultnetError as error:
        return fail(flags, error.code, error.message, error.exit_code, error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        from vaultnet.storage.writable import ADVICE

        if error.errno not in ADVICE:
            return _bug(flags, error)
        place = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "disk"
        return fail(flags, CannotWrite.code, f"{place}: {ADVICE[error.errno]}", CannotWrite.exit_code, None)
    except Exception as error:  # noqa: BLE001  (a bug: shown whole, with where to report it)
        return _bug(flags, error)
    return result if isinstance(result, int) else 0


def _tell_notices(flags: Flags) -> None:
    """What the workspaces have to say beside the result: of a save by another program, of what was not committed."""
    notices = [notice for workspace in flags.opened for notice in workspace.notices]
    if notices:
        from vaultnet.frontends.cli.output import print_message

        for notice in notices:
            print_message(notice)


def fail(flags: Flags, code: str, message: str, exit_code: int, error: VaultnetError | None, usage: str = "") -> int:
    """Say it, as text or as an object, in the language of the vault that was meant."""
    from vaultnet.frontends.cli.output import harmless_line, print_json, print_message, print_note

    path, line = (error.path, error.line) if error else (None, None)
    candidates = list(error.candidates) if error else []
    flags.speak()
    message = said(message)
    if flags.as_json:
        details = {"code": code, "message": message, "path": path, "line": line, "candidates": candidates}
        print_json("vaultnet.error/1", error=details)
        return exit_code
    if path:
        message, path = message.replace(path, harmless_line(path)), harmless_line(path)
    place = "" if not path or message.startswith(path) else f"{path}:{line}: " if line else f"{path}: "
    if usage:
        print_message(usage)
    print_message(f"vaultnet: {place}{message}")
    for candidate in () if message.startswith(", ".join(candidates)) else candidates:
        print_note(f"  {candidate}")
    return exit_code


def _bug(flags: Flags, error: Exception) -> int:
    import traceback

    from vaultnet.frontends.cli.output import print_message

    print_message("".join(traceback.format_exception(error)).rstrip())
    return fail(flags, "bug", f"{type(error).__name__}: {error}. {_REPORT}", 3, None)
