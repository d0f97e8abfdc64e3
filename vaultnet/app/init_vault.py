"""`vaultnet init`: a new vault, the example vault, or an existing folder of notes adopted as it is.

init_vault(Path("~/notes"), clock)      writes vaultnet.toml, and touches nothing that is there already
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.app.views import has_views, plan_views
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.edits.example import EXAMPLE_DAY, shift_dates
from vaultnet.errors import UsageError
from vaultnet.storage.config import SETTINGS_FILE
from vaultnet.storage.lookup import load_errors, types_by_path
from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.shipped_copy import copy_shipped, make_folder
from vaultnet.text.change import FileChange


@dataclass(frozen=True, slots=True)
class Adopted:
    """What `init` found and made: `recognised` counts notes by type ("plain" for none), `daily` says where daily
    notes live, `language` what the vault is written in, `unread` where front matter cannot be read (`Bob.md:2`),
    `could_have_views` that Obsidian is at home here and shows no people yet.
    """

    root: Path
    changes: tuple[FileChange, ...]
    recognised: dict[str, int]
    notes: int
    daily: str
    language: str
    unread: tuple[str, ...] = ()
    could_have_views: bool = False


def init_vault(
    folder: Path,
    clock: Callable[[], datetime],
    words: Sequence[str],
    *,
    language: str = "",
    with_views: bool = False,
    dry_run: bool = False,
) -> Adopted:
    """Make or adopt the vault at `folder`: settings where there are none, in a language if one is named, and the views
    for Obsidian if they are wanted; nothing is overwritten.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder")
    if dry_run and not folder.is_dir():
        raise UsageError(f"{folder} is not there: a dry run shows what would be adopted, so make the folder first")
    make_folder(folder)
    with Workspace(folder.resolve(), clock) as workspace:
        workspace.refresh()
        has_settings = (workspace.root / SETTINGS_FILE).exists()
        if has_settings and language:
            raise UsageError(
                f'there are settings already: write language = "{language}" under [vault]', path=SETTINGS_FILE
            )
        settings = () if has_settings else (FileChange(SETTINGS_FILE, None, _settings_text(language), "settings"),)
        views = plan_views(workspace, language) if with_views else ()
        if not dry_run:
            workspace.apply((*settings, *views), words)
        return _adopted(workspace, (*settings, *views))


def write_example(folder: Path, clock: Callable[[], datetime]) -> Adopted:
    """The example vault in a folder that is empty or not there yet, its dates shifted so that it is about today."""
    days = (clock().date() - EXAMPLE_DAY).days
    copy_shipped("example-vault", folder, lambda text: shift_dates(text, days))
    with Workspace(folder.resolve(), clock) as workspace:
        workspace.refresh()
        return _adopted(workspace, ())


def _settings_text(language: str) -> str:
    own = shipped_path("templates") / language / SETTINGS_FILE
    plain = shipped_path("templates") / SETTINGS_FILE
    return (own if own.exists() else plain).read_text(encoding="utf-8")


def _adopted(workspace: Workspace, changes: tuple[FileChange, ...]) -> Adopted:
    rows = types_by_path(workspace.connection)
    errors = [one for one in load_errors(workspace.connection) if one["rule"].startswith("frontmatter-")]
    line_by_path = {one["path"]: one["line"] for one in reversed(errors)}
    unread = [f"{path}:{line_by_path[path]}" for path, kind in rows.items() if not kind and path in line_by_path]
    counts = Counter(kind or "plain" for path, kind in rows.items() if kind or path not in line_by_path)
    daily = workspace.config.daily
    place = f"{daily.folder}/{daily.format}" if daily.folder else daily.format
    recognised, language = dict(sorted(counts.items())), workspace.config.language
    could_have_views = (workspace.root / ".obsidian").is_dir() and not has_views(workspace)
    return Adopted(
        workspace.root, changes, recognised, len(rows), place, language, tuple(sorted(unread)), could_have_views
    )
