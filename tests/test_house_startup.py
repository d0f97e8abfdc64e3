"""What a command loads before it answers: a start-up that grows is felt forty times a day."""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

# Runs a command line in a fresh interpreter, and says on stderr's last line what that has loaded.
_PROBE = """
import sys
try:
    from vaultnet.frontends.cli.main import main
    main(sys.argv[1:])
finally:
    import json
    sys.stdout.flush()
    print("\\n" + json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
_HEAVY = frozenset(
    {
        "_yaml",
        "dateutil",
        "frontmatter",
        "holidays",
        "jinja2",
        "markupsafe",
        "pygments",
        "rich",
        "watchdog",
        "yaml",
        "yaml12",
    }
)
_HEAVY_STDLIB = frozenset(
    {
        "asyncio",
        "email",
        "http",
        "importlib.metadata",
        "multiprocessing",
        "ssl",
        "tomllib",
        "unittest",
        "urllib.request",
        "xml",
    }
)
_OF_A_VAULT = frozenset({"platformdirs", "sqlite3", "vaultnet.storage.index", "vaultnet.app.workspace"})
_OF_A_FULL_RUN = frozenset(
    {"vaultnet.text.document", "vaultnet.pages.agenda", "vaultnet.app.apply", "vaultnet.storage.journal"}
)
_OF_THE_INTERPRETER = frozenset({"sitecustomize", "usercustomize", "_virtualenv", "_distutils_hack", "__main__"})


def _loaded(*words: str) -> set[str]:
    """Every module in `sys.modules` at the end of a command."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *words], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def _foreign(modules: Iterable[str]) -> set[str]:
    """Top-level names that are neither ours, nor Python's own."""
    tops = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names) - _OF_THE_INTERPRETER
    return {name for name in tops if not name.startswith(("__editable__", "_sysconfigdata"))} - {"vaultnet"}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    _loaded("init", "--example", str(folder))
    return folder


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), (), ("agenda", "--help"), ("log", "--help")], ids=" ".join
)
def test_help_loads_click_and_nothing_else(words: tuple[str, ...]) -> None:
    loaded = _loaded(*words)
    assert _foreign(loaded) <= {"click"}
    assert sorted(loaded & (_HEAVY | _OF_A_VAULT)) == []


def test_help_loads_little_of_vaultnet() -> None:
    """The group, the flags, the errors: no command, and nothing of the floors below."""
    ours = {name for name in _loaded("--help") if name.startswith("vaultnet.")}
    floors = {name.split(".")[1] for name in ours}
    assert floors <= {"frontends", "errors"}
    assert not {name for name in ours if name.startswith("vaultnet.frontends.cli.commands.")}


def test_warm_agenda_loads_no_parser_and_no_renderer(example: Path) -> None:
    """Where nothing has changed the answer comes from the index: no YAML, no template, no Markdown."""
    _loaded("-C", str(example), "agenda")
    time.sleep(2.3)  # files changed less than two seconds before a scan are read again by the next one
    _loaded("-C", str(example), "agenda")
    loaded = _loaded("-C", str(example), "agenda")
    assert sorted(loaded & _HEAVY) == []
    assert _foreign(loaded) <= ({"click"} if sys.platform == "linux" else {"click", "platformdirs"})
    assert sorted(loaded & _OF_A_FULL_RUN) == []
    assert sorted(loaded & (_HEAVY_STDLIB - {"tomllib"})) == []


def test_agenda_after_an_edit_that_changes_nothing_on_the_page_loads_no_renderer(example: Path) -> None:
    """The note is read anew, and the page found to say what it said: Jinja, and what absorbs ticks, stay away."""
    _loaded("-C", str(example), "agenda")
    _loaded("-C", str(example), "agenda")
    (example / "Shopping.md").write_text("- milk\n", encoding="utf-8")
    loaded = _loaded("-C", str(example), "agenda")
    assert "vaultnet.pages.agenda" in loaded, "the agenda is worked out anew"
    assert sorted(loaded & {"jinja2", "markupsafe", "holidays", "vaultnet.edits.log", "vaultnet.edits.absorb"}) == []
