"""The house's own rules, for every file there is: sizes, leftovers, addresses, commands, and who may write.

A table here names each exception with its reason; an entry that is no longer needed fails too.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from vaultnet.frontends.cli.main import COMMANDS, cli

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vaultnet"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMMAND_FOLDER = PACKAGE / "frontends" / "cli" / "commands"

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

# Everything that writes to a disk, and what it writes. All of it in storage, but for what a reason is given for.
WRITERS = {
    "frontends/cli/door.py": "opens os.devnull, in place of a stream that the caller has closed",
    "frontends/cli/ending.py": "opens os.devnull, when whoever read the output has gone",
    "storage/answering.py": "the socket on which a watcher is asked, in the state folder",
    "storage/beneath.py": "makes a note's folders, by descriptor, below the vault's root",
    "storage/bell.py": "a byte into a pipe of its own, that wakes the watcher",
    "storage/compiled_templates.py": "the shipped templates as Jinja has compiled them, in the cache folder",
    "storage/create_note.py": "puts a new note in its place",
    "storage/file_lock.py": "makes the lock files, in the state folder",
    "storage/file_system.py": "two empty files that `doctor` swaps and removes, to see whether that works",
    "frontends/git/merge_driver.py": "the merged note, into the temporary file that git names",
    "storage/git.py": "nothing itself: it starts git",
    "storage/git_commit.py": "an index of git's, in a temporary folder, for one commit",
    "storage/git_setup.py": "the merge driver's attributes, in the clone's git folder",
    "storage/index.py": "the index, in the cache folder",
    "storage/journal.py": "the journal, in the state folder",
    "storage/leftovers.py": "removes temporary files of a vaultnet that was killed",
    "storage/looks.py": "gives a note's new file the mode, owner and attributes of the old one",
    "storage/traces.py": "removes what is kept about somebody who is to be forgotten",
    "storage/outside_file.py": "a picture, labels, a plan of an import: into a file that the person named",
    "storage/private_places.py": "removes what is kept about a vault, when the person says so",
    "storage/recovery.py": "what a save of another program had in a note, in the recovery folder",
    "storage/render_worker.py": "a pipe: the answer of the process that renders a vault's own templates",
    "storage/replace_note.py": "puts a note's new text in its place",
    "storage/second_name.py": "hard links: all names of a note show the new text",
    "storage/shipped_copy.py": "the example vault, into an empty folder",
    "storage/state_folder.py": "makes the state folder, closed to others",
    "storage/system_calls.py": "extended attributes, and the calls whose faults the tests put to the proof",
    "storage/temporary.py": "the new text, beside the note it will replace",
    "storage/watch_lock.py": "what the one watcher says of itself, in its lock file",
    "storage/whole_file.py": "exports, what is remembered of feeds, trust: each whole or not at all",
    "storage/write_job.py": "one write from end to end: removes the temporary file where it fails",
    "storage/writer_lock.py": "who writes at present, in the writers' lock file",
}


def _name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


class Source(NamedTuple):
    """What the tests here ask of a module's source, which is parsed once."""

    has_docstring: bool  # or holds nothing
    long_functions: tuple[str, ...]
    is_writing: bool


@cache
def _source(module: Path) -> Source:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return Source(
        not tree.body or bool(ast.get_docstring(tree)),
        tuple(node.name for node in functions if (node.end_lineno or node.lineno) - node.lineno + 1 > 40),
        any((isinstance(node, ast.Call) and _writes(node)) or _imports_writers(node) for node in nodes),
    )


def _tracked() -> list[Path]:
    """The files that git knows; where there is no git, all but what .gitignore names."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = []
    found = [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    return found or sorted(_walk(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split() if line]
    for path in folder.iterdir():
        if path.name != ".git" and not any(fnmatch(path.name, pattern) for pattern in ignored):
            yield from _walk(path) if path.is_dir() else [path]


def test_files_are_short() -> None:
    long = {_name(module) for module in MODULES if len(module.read_text(encoding="utf-8").splitlines()) > 300}
    assert long == set(LONG_FILES), "over 300 lines, or named in LONG_FILES though short: split it, or give the reason"


def test_functions_are_short() -> None:
    long = {f"{_name(module)}:{name}" for module in MODULES for name in _source(module).long_functions}
    assert long == set(LONG_FUNCTIONS), "over 40 lines, or named in LONG_FUNCTIONS though short"


_LEFTOVERS = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|NotImplemented" + r"Error"
    r"|#\s*noqa(?!:\s*[A-Z]+\d)|#\s*type:\s*ignore(?!\[)|#\s*mypy:\s*ignore-errors"
)


def test_nothing_is_left_for_later() -> None:
    """Neither a note to self nor a silencing without its rule's name."""
    files = [path for path in _tracked() if path.suffix in {".py", ".toml"} or path.name in {"Makefile", "run"}]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _LEFTOVERS.search(line)
    ]
    assert found == []


_ADDRESSES = re.compile(
    r"\bpypi\." + r"(?:org|python)|pythonhosted\." + r"org|registry\.npm" + r"js|index[-_]" + r"url|find-" + r"links"
    r"|anaconda\." + r"org|ghcr\." + r"io|docker\." + r"io|trusted-" + r"host|proxy\.golang"
    r"|(?<![\w.~/-])/(?:root|work|mnt|build|private)/\w|(?<![\w.~/-])/(?:home|Users)/(?!(?:me|ada|you)\b)\w"
    r"|\b[A-Z]:\\Users\\(?!(?:me|ada|you)\b)"
)


def test_no_file_names_a_registry_or_a_machine() -> None:
    """A clone works elsewhere: no package index, and no absolute path but of the examples' own `me`, `ada`, `you`."""
    found = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in _ADDRESSES.finditer(text)]
    assert found == []


def test_init_files_hold_nothing() -> None:
    inits = [*PACKAGE.rglob("__init__.py"), *(ROOT / "tests").rglob("__init__.py")]
    assert [str(path.relative_to(ROOT)) for path in inits if path.stat().st_size] == []
    folders = {module.parent for module in MODULES}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_command_file_is_in_the_table() -> None:
    """`import_.py` is the file of `import`, which is a word of Python."""
    assert {path.stem.removesuffix("_") for path in COMMAND_FOLDER.glob("*.py") if path.stem != "__init__"} == set(
        COMMANDS
    )


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_shows_an_example(name: str) -> None:
    with click.Context(cli, info_name="vaultnet") as context:
        command = cli.get_command(context, name)
        assert command is not None
        assert COMMANDS[name].endswith(".")
        text = command.get_help(click.Context(command, context, name))
    examples = [line for line in text.splitlines() if f"vaultnet {name}" in line and not line.startswith("Usage:")]
    assert examples, f"`vaultnet {name} --help` shows no example of its use"


# --- who may write -----------------------------------------------------------------------------------------------

_OS_CALLS = frozenset(
    re.findall(
        r"\w+",
        "chmod chown fchmod fchown fdatasync fsync ftruncate lchown link makedirs mkdir mkfifo mknod pwrite remove removedirs"
        " removexattr rename renames replace rmdir sendfile setxattr symlink truncate unlink utime write writev",
    )
)
_METHODS = frozenset(
    re.findall(r"\w+", "write_text write_bytes unlink touch mkdir rmdir chmod lchmod symlink_to hardlink_to rename")
)
_MODULES = frozenset({"shutil", "tempfile"})
_NO_PATHS = frozenset({"batch"})  # names whose `replace(one)` is no `Path.replace(target)`


def _writes(node: ast.Call) -> bool:
    """True when the call may write a file. `text.replace(a, b)` has two arguments, `Path.replace(target)` one."""
    function = node.func
    if isinstance(function, ast.Name):
        return function.id == "open" and _opens_for_writing(node, 1)
    if not isinstance(function, ast.Attribute):
        return False
    owner = ast.unparse(function.value).rpartition(".")[2]
    if owner in {"os", "calls"} and function.attr in _OS_CALLS:
        return True
    if owner in _MODULES or function.attr in _METHODS:
        return True
    if function.attr == "open":
        return _opens_for_writing(node, 0)
    return function.attr == "replace" and len(node.args) == 1 and not node.keywords and owner not in _NO_PATHS


def _opens_for_writing(node: ast.Call, place: int) -> bool:
    """`open(path, mode)`, `path.open(mode)`, or one of the kind `os.open(path, flags)`."""
    given = [word.value for word in node.keywords if word.arg == "mode"] or node.args[place : place + 1]
    if given and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str):
        return bool(set(given[0].value) & set("wax+"))
    return any(flag in ast.unparse(node) for flag in ("O_WRONLY", "O_RDWR", "O_CREAT"))


def _imports_writers(node: ast.AST) -> bool:
    if not isinstance(node, ast.ImportFrom):
        return False
    return node.module in _MODULES or (node.module == "os" and any(one.name in _OS_CALLS for one in node.names))


def test_only_named_files_write() -> None:
    """Every write goes through storage, and there through the few files that are made for it."""
    writers = {_name(module) for module in MODULES if _source(module).is_writing}
    assert writers == set(WRITERS), "a file that writes is not in WRITERS, or one there writes no more"
    outside = {name for name in WRITERS if not name.startswith("storage/")}
    expected = {"frontends/cli/door.py", "frontends/cli/ending.py", "frontends/git/merge_driver.py"}
    assert outside == expected, "outside storage nothing writes but to os.devnull, and what git asks for"


def test_every_module_says_what_it_is_for() -> None:
    """A docstring each, but for empty files."""
    silent = [_name(module) for module in MODULES if not _source(module).has_docstring]
    assert silent == [], "no docstring: what is this room for?"


@pytest.mark.parametrize("folder", sorted({module.parent for module in MODULES}), ids=_name)
def test_every_module_can_be_imported(folder: Path) -> None:
    for module in MODULES:
        if module.parent == folder and module.name != "__main__.py":
            import_module(".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
