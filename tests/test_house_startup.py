"""What a command loads before it answers: a start-up that grows is felt forty times a day."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

# Runs a command line in a fresh interpreter, and says on stderr's last line what that has loaded and compiled.
_PROBE = """
import re._compiler
import sys

patterns = []
compile_pattern = re._compiler.compile
re._compiler.compile = lambda source, flags=0: patterns.append(source) or compile_pattern(source, flags)
try:
    from vaultnet.frontends.cli.door import main
    main(sys.argv[1:])
finally:
    import json
    sys.stdout.flush()
    print("\\n" + json.dumps([sorted(sys.modules), len(patterns), sum(map(len, patterns))]), file=sys.stderr)
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
# Of the standard library, what takes a tenth or more of the time that a warm run has.
_SLOW_TO_LOAD = frozenset({"dataclasses", "inspect", "ast", "hashlib", "ctypes", "shlex", "subprocess"})
_OURS_WHEN_WARM = 50  # modules of vaultnet
# Patterns take up to half a millisecond each to compile. Before they were compiled at first use a note took 142, a log 256.
_PATTERNS_WHEN_WARM = 13
_OURS_AFTER_PROSE = 56
_PATTERNS_OF_A_NOTE = 60
_PATTERNS_OF_A_LOG = 75
_LETTERS_OF_A_LOG = 5_200  # 7,600 while the patterns of a sentence were made of all words of its language
_OURS_OF_A_NOTE = 180
_OURS_OF_A_LOG = 170
_HOME: dict[str, str] = {}  # the user's folders while the vault below is asked
_OF_A_VAULT = frozenset({"platformdirs", "sqlite3", "vaultnet.storage.index", "vaultnet.app.workspace"})
_OF_A_FULL_RUN = frozenset(
    {"vaultnet.text.document", "vaultnet.pages.agenda", "vaultnet.app.apply", "vaultnet.storage.journal"}
)
_OF_THE_INTERPRETER = frozenset({"sitecustomize", "usercustomize", "_virtualenv", "_distutils_hack", "__main__"})


class _Run(NamedTuple):
    """What a command had loaded and compiled at its end."""

    modules: set[str]
    patterns: int
    letters: int  # of the patterns' sources: what compiling them takes


def _run(*words: str, environment: Mapping[str, str] = {}) -> _Run:
    line = [sys.executable, "-c", _PROBE, *words]
    own = {**os.environ, **_HOME, **environment}
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=120, env=own)
    assert done.returncode == 0, done.stderr
    modules, patterns, letters = json.loads(done.stderr.splitlines()[-1])
    return _Run(set(modules), patterns, letters)


def _loaded(*words: str, environment: Mapping[str, str] = {}) -> set[str]:
    """Every module in `sys.modules` at the end of a command."""
    return _run(*words, environment=environment).modules


def _foreign(modules: Iterable[str]) -> set[str]:
    """Top-level names that are neither ours, nor Python's own."""
    tops = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names) - _OF_THE_INTERPRETER
    return {name for name in tops if not name.startswith(("__editable__", "_sysconfigdata"))} - {"vaultnet"}


def _ours(modules: Iterable[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "vaultnet"}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One vault for all that is asked here, with today's agenda in it."""
    home = tmp_path_factory.mktemp("startup")
    _HOME.update(
        {f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "STATE", "CONFIG", "DATA")}, HOME=str(home)
    )
    folder = home / "vault"
    _loaded("init", "--example", str(folder))
    _loaded("-C", str(folder), "agenda")
    _loaded("-C", str(folder), "agenda")
    return folder


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), (), ("agenda", "--help"), ("log", "--help")], ids=" ".join
)
def test_help_loads_click_and_nothing_else(words: tuple[str, ...]) -> None:
    loaded = _loaded(*words)
    assert _foreign(loaded) <= {"click"}
    assert sorted(loaded & (_HEAVY | _OF_A_VAULT)) == []


def test_help_loads_little_of_vaultnet() -> None:
    """The group, the flags, the errors, what makes their values: no command, and nothing of the floors below."""
    ours = {name for name in _loaded("--help") if name.startswith("vaultnet.")}
    floors = {name.split(".")[1] for name in ours}
    assert floors <= {"frontends", "errors", "dataclass"}
    assert not {name for name in ours if name.startswith("vaultnet.frontends.cli.commands.")}


def test_warm_agenda_loads_no_parser_and_no_renderer(example: Path) -> None:
    """Where nothing has changed the answer comes from the index: no YAML, no template, no Markdown."""
    time.sleep(2.3)  # files changed less than two seconds before a scan are read again by the next one
    _loaded("-C", str(example), "agenda")
    loaded, patterns, _ = _run("-C", str(example), "agenda")
    assert sorted(loaded & _HEAVY) == []
    assert patterns <= _PATTERNS_WHEN_WARM
    assert _foreign(loaded) <= (set() if sys.platform == "linux" else {"platformdirs"}), "not even click"
    assert sorted(loaded & _OF_A_FULL_RUN) == []
    assert sorted(loaded & (_HEAVY_STDLIB | _SLOW_TO_LOAD)) == []
    assert len(_ours(loaded)) <= _OURS_WHEN_WARM


def test_an_agenda_looked_at_again_at_once_loads_no_parser(example: Path) -> None:
    """Notes saved a moment ago are read again, and found to be what they were: nothing is loaded that reads notes."""
    (example / "Shopping.md").write_text("- milk\n", encoding="utf-8")
    _loaded("-C", str(example), "agenda")
    loaded = _loaded("-C", str(example), "agenda")
    assert sorted(loaded & (_HEAVY | _SLOW_TO_LOAD | {"vaultnet.storage.reading"})) == []


def test_an_edit_of_prose_loads_no_parser(example: Path) -> None:
    """Its frame is as it was: that takes a pattern and a checksum."""
    pages = "".join(note.read_text(encoding="utf-8") for note in (example / "Daily").rglob("*.md"))
    notes = (note for note in sorted((example / "People").rglob("*.md")) if note.stem not in pages)
    text_by_note = {note: note.read_text(encoding="utf-8") for note in notes}
    note, text = next(each for each in text_by_note.items() if "\n\n## Log" in each[1])
    note.write_text(text.replace("\n\n## Log", "\n\nOne line of prose.\n\n## Log", 1), encoding="utf-8")
    loaded, patterns, _ = _run("-C", str(example), "agenda")
    read_or_build = {"vaultnet.storage.reading", "vaultnet.text.document", "vaultnet.storage.network", "dataclasses"}
    assert sorted(loaded & (_HEAVY | read_or_build)) == []
    assert "vaultnet.text.frame" in loaded
    assert patterns <= _PATTERNS_WHEN_WARM + len(("front matter", "gap"))
    assert len(_ours(loaded)) <= _OURS_AFTER_PROSE


def test_an_edit_that_says_nothing_new_loads_what_reads_one_note(example: Path) -> None:
    """Neither the network nor the practice nor the page: the answer is the one remembered."""
    note = next((example / "People").rglob("*.md"))
    note.write_text(note.read_text(encoding="utf-8") + "\n- a thought for later\n", encoding="utf-8")
    loaded, patterns, _ = _run("-C", str(example), "agenda")
    assert "vaultnet.storage.reading" in loaded
    foreign_to_it = {"vaultnet.storage.network", "vaultnet.model.network", "vaultnet.pages.agenda", "jinja2", "click"}
    assert sorted(loaded & foreign_to_it) == []
    assert patterns <= _PATTERNS_OF_A_NOTE
    assert len(_ours(loaded)) <= _OURS_OF_A_NOTE


def test_a_touch_noted_down_loads_what_its_sentence_needs(example: Path) -> None:
    """No template and no uid where nobody is new, no PyYAML where no property moves, few of the patterns of a language;
    not what only JSON, a follow-up or another format of dates needs, nor what the library brings to make a class; and the
    settings as the index keeps them. Patterns are made of the words of the sentence.
    """
    notes = sorted((example / "People").rglob("[A-Z]*.md"))
    name = next(note.stem for note in notes if "last-contact" not in note.read_text())
    loaded, patterns, letters = _run(
        "-C", str(example), "log", f"coffee with {name} yesterday, about nothing in particular"
    )
    others = {"click", "jinja2", "yaml", "uuid", "tomllib", "vaultnet.app.new"}
    others |= {"vaultnet.pages.agenda", "vaultnet.edits.new", "vaultnet.app.written_touch", "vaultnet.edits.next_task"}
    others |= {"vaultnet.model.moment"}
    assert sorted(loaded & (others | _SLOW_TO_LOAD - {"ctypes"})) == [], "ctypes: for the exchange of two names"
    assert patterns <= _PATTERNS_OF_A_LOG
    assert letters <= _LETTERS_OF_A_LOG
    assert len(_ours(loaded)) <= _OURS_OF_A_LOG


def test_a_search_for_words_loads_nothing_that_reads_notes(example: Path) -> None:
    """Without a condition nobody asks what a note says under its keys."""
    _loaded("-C", str(example), "find", "flood")
    time.sleep(2.3)
    _loaded("-C", str(example), "find", "flood")
    loaded, patterns, _ = _run("-C", str(example), "find", "flood")
    floors = {name.split(".")[1] for name in _ours(loaded) if "." in name}
    assert floors.isdisjoint({"practice", "pages", "edits"})
    assert sorted(loaded & (_HEAVY | {"click", "vaultnet.model.record", "vaultnet.storage.reading"})) == []
    assert patterns <= _PATTERNS_OF_A_NOTE


def test_completion_of_a_name_loads_neither_click_nor_a_walk(example: Path) -> None:
    environment = {
        "_VAULTNET_COMPLETE": "bash_complete",
        "COMP_WORDS": f"vaultnet -C {example} show Vil",
        "COMP_CWORD": "4",
    }
    loaded = _loaded(environment=environment)
    assert _foreign(loaded) <= (set() if sys.platform == "linux" else {"platformdirs"})
    assert sorted(loaded & (_HEAVY | _HEAVY_STDLIB | _SLOW_TO_LOAD | {"vaultnet.storage.scan", "vaultnet.app"})) == []


def test_agenda_after_an_edit_that_changes_nothing_on_the_page_loads_no_renderer(example: Path) -> None:
    """The note is read anew, and the page found to say what it said: Jinja, and what absorbs ticks, stay away."""
    (example / "Errands.md").write_text("- bread\n", encoding="utf-8")
    loaded = _loaded("-C", str(example), "agenda")
    assert "vaultnet.pages.agenda" in loaded, "the agenda is worked out anew"
    assert sorted(loaded & {"jinja2", "markupsafe", "holidays", "vaultnet.edits.log", "vaultnet.edits.absorb"}) == []
