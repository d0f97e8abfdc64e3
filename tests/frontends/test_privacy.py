"""`private: true` is in nothing that leaves my desk: no export, picture, canvas, map, label, nor among figures; and on
my own pages as ever.
"""

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.everywhere import PRIVATE, everywhere
from tests.vaults import make_example
from vaultnet.frontends.cli.main import COMMANDS

_PICTURES = [
    ("network",),
    ("network", "--format", "mermaid", "--limit", "3", "--stdout"),
    ("network", "--around", "Wanda"),
    *(("network", "--stdout", "--format", form) for form in ("mermaid", "canvas", "svg")),
    *(("network", "--to", f"map.{ending}") for ending in ("md", "canvas", "svg")),
    ("targets", "--canvas", "--dry-run"),
    ("targets", "--to", "board.canvas"),
    ("labels", "--stdout"),
    ("labels", "tag:card", "--stdout"),
    ("stats",),
    ("stats", "--plot", "stats.svg"),
    ("coverage", "--plot", "coverage.svg"),
]


def _exports() -> Iterator[tuple[str, ...]]:
    """Every format that there is, for everybody whom it could be for."""
    if "export" in COMMANDS:
        for name, exporter in importlib.import_module("vaultnet.exchange.export_formats").EXPORTERS.items():
            for audience in ("self", "public"):
                to = ("--to", f"out-{name}") if exporter.is_folder or exporter.is_database else ()
                yield ("export", name, "--all", "--notes", "--audience", audience, *to)


_AWAY = [*_PICTURES, *_exports()]
_EXAMPLE_PRIVATE = ("Marleen", "Hoekstra", "Daan Verhoeven", "People/Daan")
_SECRETS = (PRIVATE, "Petra", "Geheim", "petra@example.org", "00000001", "Kade 1", "000000000001")


def _as_json(words: tuple[str, ...]) -> list[str]:
    """A board in JSON is for my own programs; only its picture leaves the desk."""
    return [] if "--to" in words or "--canvas" in words else ["--json"]


def everything_of(cli: Cli, vault: Path, words: tuple[str, ...]) -> str:
    """What a command line prints, and what stands in the files that it writes; as JSON too."""
    known = set(vault.rglob("*"))
    found = [cli(vault, *words).out, cli(vault, *words, *_as_json(words)).out]
    new = sorted(path for path in {*vault.rglob("*"), *Path.cwd().rglob("*")} - known if path.is_file())
    found += [path.read_text(errors="replace") for path in new if not path.is_relative_to(vault / ".vaultnet")]
    return "\n".join([*found, *(path.name for path in new)])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that one stands in: what is written with a bare name lands there."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("words", _AWAY, ids=" ".join)
def test_nobody_private_leaves_the_desk(cli: Cli, tmp_path: Path, desk: Path, words: tuple[str, ...]) -> None:
    shown = everything_of(cli, everywhere(tmp_path / "v"), words)
    assert shown.strip() or "public" in words  # whom nobody has marked as public, nobody else sees
    assert "vaultnet.error" not in shown
    assert [secret for secret in _SECRETS if secret in shown] == []


@pytest.mark.parametrize("words", [words for words in _AWAY if "Wanda" not in words], ids=" ".join)
def test_nor_does_anybody_private_of_the_example(cli: Cli, tmp_path: Path, desk: Path, words: tuple[str, ...]) -> None:
    assert desk.is_dir()
    shown = everything_of(cli, make_example(tmp_path / "v"), words)
    assert [name for name in _EXAMPLE_PRIVATE if name in shown] == []


@pytest.mark.parametrize(
    "words",
    [
        ("agenda", "--stdout"),
        ("brief", "Lunch", "--stdout"),
        ("promises",),
        ("followups",),
        ("due", "--all"),
        ("show", "Petra"),
        ("review", "--stdout"),
        ("dates", "--within", "1y"),
    ],
    ids=" ".join,
)
def test_whoever_is_private_stays_on_my_own_pages(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert PRIVATE in cli(everywhere(tmp_path / "v"), *words).out
