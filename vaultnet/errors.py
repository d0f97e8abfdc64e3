"""Failures a person can cause or mend, each with the exit code that `docs/guide/exit-codes.md` promises.

A fault in the data is a value (`text/problem.py`); what stands here ends a command. It is raised anywhere, caught
once (`frontends/cli/main.py`), and printed as one message that says what to do. Anything else is a bug.

    raise AmbiguousName("Ada", candidates=("People/Ada Byron.md", "People/Ada Lovelace.md"))
    -> vaultnet: "Ada" fits more than one note; say which: ...          (exit code 4)
"""

from typing import ClassVar


class VaultnetError(Exception):
    """What went wrong, where, and the exit code that says so.

    `path` is relative to the vault (or a file a person named), `line` counts from 1.
    """

    exit_code: ClassVar[int] = 2
    code: ClassVar[str] = "error"

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, candidates: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.candidates = candidates


class NothingFound(VaultnetError):  # noqa: N818  (says what happened)
    """A name or query that matches nothing."""

    exit_code = 1
    code = "nothing-found"


class UsageError(VaultnetError):
    """Words on the command line, or a settings file, that cannot be meant."""

    exit_code = 2
    code = "usage"


class SettingsError(UsageError):
    """Faults in `vaultnet.toml`; the message names every one of them."""

    code = "settings"


class TemplateError(UsageError):
    """A template that cannot be rendered; `path` and `line` are the template's."""

    code = "template"


class AmbiguousName(VaultnetError):  # noqa: N818  (says what happened)
    """A name that fits several notes: never a guess."""

    exit_code = 4
    code = "ambiguous"

    def __init__(self, name: str, *, candidates: tuple[str, ...]) -> None:
        super().__init__(f'"{name}" fits more than one note; say which:', candidates=candidates)
        self.name = name


class NoVault(VaultnetError):  # noqa: N818  (says what happened)
    """No vault above the folder one stands in."""

    exit_code = 5
    code = "no-vault"


class NotWritten(VaultnetError):  # noqa: N818  (says what happened)
    """A write that would have gone over something vaultnet has not read; nothing is lost, try again."""

    exit_code = 6
    code = "not-written"


class AlreadyWatched(NotWritten):
    """Another watcher looks after the vault: one is enough."""

    code = "already-watched"


class CannotWrite(VaultnetError):  # noqa: N818  (says what happened)
    """The vault, the cache or the state folder cannot be written: disk full, read-only, no permission."""

    exit_code = 7
    code = "cannot-write"
