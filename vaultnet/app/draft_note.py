"""A draft in a note: at the end of the one that is named, else in a note of its own among the drafts.

plan_draft_note(workspace, draft, "")            ->  FileChange("Drafts/2026-06-15 Wouter Dijkgraaf.md", None, ...)
plan_draft_note(workspace, draft, "Inbox.md")    ->  FileChange("Inbox.md", "...", "... <!-- vaultnet:draft-... -->")

It stands in a managed block of its own, so that nobody takes it for a touch; what is written there stays: the same
draft of the same day is not made twice.
"""

from pathlib import PurePosixPath

from vaultnet.app.draft import Draft
from vaultnet.app.workspace import Workspace
from vaultnet.edits.new import portable_name
from vaultnet.errors import NotWritten, UsageError
from vaultnet.model.message import DRAFT
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.text.block import item_key, replace
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.managed_block import block_markers
from vaultnet.text.problem import Refused

_FOLDERS = {"en": "Drafts", "de": "Entwürfe"}
_SUBJECTS = {"en": "Subject", "de": "Betreff"}


def plan_draft_note(workspace: Workspace, draft: Draft, note: str) -> FileChange:
    """`note` is a path in the vault, "" for a note of its own. A change to nothing where today's draft stands there.

    Raises UsageError for a path outside the vault, NotWritten for a note that cannot be written to.
    """
    path = _path(workspace, draft, note)
    before = workspace.read(path)
    name = f"{DRAFT}-{draft.purpose}-{item_key(workspace.today, DRAFT, draft.path, draft.purpose)}"
    document = parse_document(before or "")
    if any(block.name == name for block in document.blocks):
        workspace.notices.append(f"{path} holds this draft already: what stands there is left as it is")
        return FileChange(path, before, before or "", "draft")
    link = load_link_texts(workspace.connection)[draft.path]
    language = workspace.config.settings.vault.language
    title = f"**{_SUBJECTS.get(language, _SUBJECTS['en'])}** · {draft.subject}"
    inner = f"{link} · {workspace.today.isoformat()}\n{title}\n\n{draft.message}"
    try:
        return FileChange(path, before, replace(document, name, inner), "draft")
    except Refused as refused:
        begin, end = block_markers(name)
        block = f"{begin}\n{inner}{end}\n"
        message = f"{refused.problem.message}. Nothing was written; to paste:\n{block}"
        raise NotWritten(message, path=path, line=refused.problem.line) from refused


def _path(workspace: Workspace, draft: Draft, note: str) -> str:
    if not note:
        folder = _FOLDERS.get(workspace.config.settings.vault.language, _FOLDERS["en"])
        return f"{folder}/{workspace.today.isoformat()} {portable_name(draft.name)}.md"
    path = PurePosixPath(note.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.name:
        raise UsageError(f"{note} is no path inside the vault: write one such as Inbox.md")
    return path.as_posix() if path.suffix == ".md" else f"{path.as_posix()}.md"
