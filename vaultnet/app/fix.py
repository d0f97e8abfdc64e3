"""`vaultnet check --fix`: the safe fixes of all findings, as changes.

plan_fixes(workspace, findings, with_uids=True)   ->   [FileChange("People/Ada.md", ...), ...]
"""

from collections.abc import Iterable

from vaultnet.app.check import Finding
from vaultnet.app.uid import mint_uid
from vaultnet.app.workspace import Workspace
from vaultnet.edits.fix import fix_alias_link, fix_missing_uid
from vaultnet.storage.lookup import alias_links, hygiene
from vaultnet.text.change import FileChange
from vaultnet.text.problem import Refused


def plan_fixes(workspace: Workspace, findings: Iterable[Finding], *, with_uids: bool) -> list[FileChange]:
    """One change a note. A note that cannot be written is left as it is: its own problem says why."""
    texts: dict[str, tuple[str, str]] = {}
    fixable = {(finding.path, finding.line) for finding in findings if finding.rule == "unresolved-but-alias"}
    for path, line, link, target in alias_links(workspace.connection):
        if (path, line) in fixable:
            stem = target.rsplit("/", 1)[-1].removesuffix(".md")
            before, text = _text(workspace, texts, path)
            texts[path] = (before, fix_alias_link(text, line, link, stem))
    for path in hygiene(workspace.connection).get("no uid", ()) if with_uids else ():
        before, text = _text(workspace, texts, path)
        try:
            texts[path] = (before, fix_missing_uid(text, mint_uid(path, before)))
        except Refused:
            continue
    return [
        FileChange(path, before, after, "fix") for path, (before, after) in sorted(texts.items()) if before != after
    ]


def _text(workspace: Workspace, texts: dict[str, tuple[str, str]], path: str) -> tuple[str, str]:
    if path not in texts:
        text = workspace.read(path) or ""
        texts[path] = (text, text)
    return texts[path]
