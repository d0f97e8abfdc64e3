r"""Views for Obsidian, written once: what is there already is the user's, and is left as it is.

plan_views(workspace)  ->  (FileChange("Bases/People.base", None, "filters:\n...", "view"), ...)
"""

from vaultnet.app.set_property import usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.pages.bases import FILES, build_bases
from vaultnet.pages.view import as_plain
from vaultnet.storage.templates import render
from vaultnet.text.change import FileChange

_FOLDER = "Bases"


def plan_views(workspace: Workspace, language: str = "") -> tuple[FileChange, ...]:
    """The views that are not there yet, in the vault's language unless another is to be its own."""
    settings = workspace.config.settings
    spoken = language or settings.vault.language
    missing = {name: path for name, path in _paths(spoken).items() if not (workspace.root / path).exists()}
    if not missing:
        return ()
    folders = filter(None, workspace.config.template_folders)
    view = as_plain(build_bases(settings, usual_keys(workspace), folders))
    return tuple(
        FileChange(path, None, render(workspace.root, f"bases/{name}.base", view, language=spoken), "view")
        for name, path in missing.items()
    )


def has_views(workspace: Workspace) -> bool:
    """Whether any of them is there, in any language."""
    return any((workspace.root / path).exists() for language in FILES for path in _paths(language).values())


def _paths(language: str) -> dict[str, str]:
    return {name: f"{_FOLDER}/{file}.base" for name, file in FILES.get(language, FILES["en"]).items()}
