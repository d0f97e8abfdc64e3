"""A wheel built from the checkout, installed into an empty environment in an empty folder, does the main job.

The environment holds the wheel and what the wheel declares that it needs (linked from where it is installed already, so
no network is asked), and nothing of the development tools: a dependency that was forgotten fails here.
"""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*(?:\[[^\]]*\])?\s*([^;]*)(?:;(.*))?")


def _needs(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """A distribution and all that it needs on this machine, extras left out."""
    from packaging.markers import Marker

    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return found
    found[key] = distribution(name)
    for line in found[key].requires or ():
        match = _REQUIREMENT.match(line)
        assert match, line
        if not match[3] or Marker(match[3]).evaluate({"extra": ""}):
            _needs(match[1], found)
    return found


def _tops(known: Distribution) -> Iterator[Path]:
    """The files and folders that a distribution has put into site-packages, at their top."""
    names = {path.parts[0] for path in known.files or () if path.parts[0] not in {"..", "__pycache__"}}
    return (Path(str(known.locate_file(name))) for name in sorted(names) if not name.endswith(".pth"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment's bin folder."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    command += ["install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (site,) = home.glob("lib/python*/site-packages")
    needed = _needs("vaultnet", {})
    del needed["vaultnet"]
    for known in needed.values():
        for top in _tops(known):
            (site / top.name).symlink_to(top)
    return home / "bin"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def _run(program: Path, *words: str, folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV"))}
    done = subprocess.run(
        [program, *words], cwd=folder, env=clean, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_wheel_holds_what_is_needed_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"vaultnet", next(name for name in tops if name.endswith(".dist-info"))}
    for folder, shipped in (("templates", "templates"), ("example-vault", "example-vault")):
        inside = {name.removeprefix(f"vaultnet/shipped/{shipped}/") for name in names if f"/shipped/{shipped}/" in name}
        here = {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert inside == {name for name in here if "__pycache__" not in name}
    assert not [name for name in names if name.endswith(".pyc") or "/tests/" in name]


def test_wheel_does_the_main_job(environment: Path, empty: Path) -> None:
    where = _run(environment / "python", "-c", "import vaultnet; print(vaultnet.__file__)", folder=empty)
    assert where.startswith(str(environment.parent)), "the checkout is seen, not the wheel"
    _run(environment / "vaultnet", "init", "--example", "x", folder=empty)
    block = _run(environment / "vaultnet", "-C", "x", "agenda", folder=empty)
    shown = json.loads(_run(environment / "vaultnet", "-C", "x", "--json", "agenda", folder=empty))
    note = (empty / "x" / shown["note"]).read_bytes()
    assert block.encode() in note
    assert "<!-- vaultnet:agenda -->" in block
    assert "- [ ] " in block
    assert shown["changed"] is False
    assert _run(environment / "vaultnet", "-C", "x", "agenda", folder=empty) == block
    assert (empty / "x" / shown["note"]).read_bytes() == note
    assert sorted(path.name for path in empty.iterdir()) == ["x"]


def test_module_runs_like_the_command(environment: Path, empty: Path) -> None:
    by_module = _run(environment / "python", "-m", "vaultnet", "--version", folder=empty)
    assert by_module == _run(environment / "vaultnet", "--version", folder=empty)
    assert re.fullmatch(r"vaultnet \d+\.\d+\.\d+\n", by_module)


def test_development_tools_are_out_of_reach(environment: Path, empty: Path) -> None:
    """The test above means something: what is not declared cannot be imported."""
    code = "import importlib.util as u; print([n for n in ('pytest', 'mypy', 'hypothesis', 'build') if u.find_spec(n)])"
    assert _run(environment / "python", "-c", code, folder=empty).strip() == "[]"
