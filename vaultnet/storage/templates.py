"""Finding templates and filling them in.

    render(root, "agenda.md", as_plain(view))   ->   the text of the block
    template_notice(root)                       ->   a Problem while the vault has templates that are not trusted

A template of that name in the vault's `.vaultnet/templates` goes before the shipped one, once the user has said
`vaultnet trust`; until then it is as if it were not there. Shipped templates are filled in here; as soon as one of the
vault's own may take part, everything happens in a worker with narrow limits.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.template_engine import Source, render_sources
from vaultnet.storage.trust import TEMPLATES_IN_VAULT, TemplateTree, is_trusted, read_template_tree
from vaultnet.text.problem import Problem


def render(root: Path | None, name: str, context: Mapping[str, Any]) -> str:
    """The template filled in with plain data. TemplateError, with file and line, for whatever is wrong with it."""
    own = {} if root is None else _trusted_texts(root)
    if not own:
        return render_sources(_shipped_sources(), name, context)
    from vaultnet.storage.render_worker import render_in_worker

    own_sources = {name: Source(text, f"{TEMPLATES_IN_VAULT}/{name}") for name, text in own.items()}
    return render_in_worker({**_shipped_sources(), **own_sources}, name, context)


def template_notice(root: Path) -> Problem | None:
    """What to tell, once a command, about templates that are there and not used."""
    tree = read_template_tree(root)
    if tree.problems:
        name, problem = tree.problems[0]
        return Problem("template-left-out", f"{TEMPLATES_IN_VAULT}/{name} {problem.message}", severity="warning")
    if tree.texts and not is_trusted(root, tree):
        message = (
            f"{TEMPLATES_IN_VAULT} is not used: its templates are new or have changed; "
            "read them, then say `vaultnet trust`"
        )
        return Problem("templates-untrusted", message, severity="warning")
    return None


def _trusted_texts(root: Path) -> Mapping[str, str]:
    tree: TemplateTree = read_template_tree(root)
    return tree.texts if tree.texts and is_trusted(root, tree) else {}


@cache
def _shipped_sources() -> Mapping[str, Source]:
    """Every shipped template, read once: they are few and small."""
    folder = shipped_path("templates")
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    names = ((file.relative_to(folder).as_posix(), file) for file in files)
    return {name: Source(file.read_text(encoding="utf-8"), f"templates/{name}") for name, file in names}
