"""The command line as a person uses it: words in, exit code and output out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.vaults import make_example
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import run

SCHEMAS = Path(__file__).parent.parent.parent / "docs" / "schemas"


@dataclass(frozen=True, slots=True)
class Result:
    """What a command line came to."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """The object on stdout, held against its schema in docs/schemas."""
        data: dict[str, Any] = json.loads(self.out)
        name = data["schema"].removeprefix("vaultnet.").removesuffix("/1")
        _validator(name).validate(data)
        return data


@cache
def _validator(name: str) -> Any:
    """A schema is itself looked through once, not at every answer."""
    from jsonschema.validators import validator_for

    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    validator = validator_for(schema)
    validator.check_schema(schema)
    return validator(schema)


Cli = Callable[..., Result]


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`cli(vault, "due", "--json")`: one command line in a vault, on the example's own day unless it says otherwise.

    What a test saved a moment ago is at rest: that a command waits until a note is quiet, tests/storage shows.
    """
    monkeypatch.setattr("vaultnet.storage.write_job.wait_until_quiet", lambda *_: True)

    def call(vault: Path, *words: str, today: str = "2026-06-15") -> Result:
        capfdbinary.readouterr()
        line = ["-C", str(vault), "--today", today, *words]
        code = run(line, Flags(words=("vaultnet", *words)))
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example vault on its own day."""
    return make_example(tmp_path / "example")
