"""Finding templates and filling them in.

    render(root, "agenda.md", as_plain(view), language="de")   ->   the text of the block, from templates/de/agenda.md
    template_notice(root)                       ->   a Problem while the vault has templates that are not trusted

A template of that name in the vault's `.vaultnet/templates` goes before the shipped one, once the user has said
`vaultnet trust`; until then it is as if it were not there. Of the shipped ones that in the folder of the vault's
language goes before the one without. Shipped templates are filled in here; as soon as one of the vault's own may take
part, everything happens in a worker with narrow limits, and nothing that was compiled is kept.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from vaultnet.storage.cache_folder import user_cache
from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.template_engine import Source, render_sources
from vaultnet.storage.trust import TEMPLATES_IN_VAULT, TemplateTree, is_trusted, read_template_tree
from vaultnet.text.problem import Problem


class Templates(NamedTuple):
    """What a name may mean: the texts by name, and whether the vault's own are among them."""

    sources: Mapping[str, Source]
    has_own: bool


def render(root: Path | None, name: str, context: Mapping[str, Any], *, language: str = "en") -> str:
    """The template filled in with plain data. TemplateError, with file and line, for whatever is wrong with it."""
    return fill_in(read_templates(root, language), name, context)


def read_templates(root: Path | None, language: str) -> Templates:
    """The shipped ones of a language, and those of the vault if they are trusted."""
    own = {} if root is None else _trusted_texts(root)
    own_sources = {name: Source(text, f"{TEMPLATES_IN_VAULT}/{name}") for name, text in own.items()}
    return Templates({**_in_language(_shipped_sources(), language), **own_sources}, bool(own))


def fill_in(templates: Templates, name: str, context: Mapping[str, Any]) -> str:
    if not templates.has_own:
        return render_sources(templates.sources, name, context, kept_in=user_cache() / "templates")
    from vaultnet.storage.render_worker import render_in_worker

    return render_in_worker(templates.sources, name, context)


def _in_language(sources: Mapping[str, Source], language: str) -> Mapping[str, Source]:
    """The sources with those of the language's folder in the places of their namesakes: includes find them too."""
    folder = f"{language}/"
    ours = {name.removeprefix(folder): source for name, source in sources.items() if name.startswith(folder)}
    return {**sources, **ours}


def template_notice(root: Path) -> Problem | None:
    """What to tell, once a command, about templates that are there and not used."""
    tree = read_template_tree(root)
    if tree.problems:
        name, problem = tree.problems[0]
        return Problem("template-left-out", f"{TEMPLATES_IN_VAULT}/{name}: {problem.message}", severity="warning")
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
