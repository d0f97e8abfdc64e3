"""Whoever reads the README finds every page of the guide, and in the guide every command and every extra."""

import re
import tomllib
from pathlib import Path

import pytest

from vaultnet.frontends.cli.main import COMMANDS

_ROOT = Path(__file__).parent.parent.parent
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_GUIDE = {page.name: page.read_text(encoding="utf-8") for page in sorted((_ROOT / "docs").rglob("*.md"))}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_documentation(command: str) -> None:
    said = re.compile(rf"\bvaultnet (?:--?[\w-]+ [\d-]+ )*{command}\b")
    assert any(said.search(page) for page in _GUIDE.values())


def test_every_page_of_the_guide_is_linked_from_the_readme() -> None:
    pages = {page.name for page in (_ROOT / "docs/guide").glob("*.md")}
    assert pages - set(re.findall(r"docs/guide/([\w-]+\.md)", _README)) == set()


def test_every_extra_is_named_where_one_installs_and_where_one_needs_it() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = set(project["optional-dependencies"]) - {"dev", "soak"}  # for those who work on it
    installed = re.search(r"'\.\[([\w,]+)\]'", _README)
    assert installed is not None
    assert set(installed[1].split(",")) == extras
    guide = "\n".join(_GUIDE.values())
    assert {extra for extra in extras if f"'vaultnet[{extra}]'" not in guide} == set()
