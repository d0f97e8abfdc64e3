"""The README's console blocks are transcripts: what they show is what the commands print."""

import re
import shlex
from pathlib import Path

from tests.frontends.conftest import Cli

README = Path(__file__).parent.parent.parent / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def transcript() -> list[tuple[list[str], list[str]]]:
    """(words, lines shown) of every `$ vaultnet ...` line, in order."""
    found: list[tuple[list[str], list[str]]] = []
    for block in _BLOCK.findall(README.read_text(encoding="utf-8")):
        for line in block.rstrip("\n").split("\n"):
            if line.startswith("$ "):
                found.append((shlex.split(line[2:]), []))
            else:
                found[-1][1].append(line)
    return [(words[1:], lines) for words, lines in found if words[0] == "vaultnet" and "init" not in words]


def test_the_readme_shows_what_the_commands_print(cli: Cli, example: Path) -> None:
    commands = transcript()
    assert [words[0] for words, _ in commands] == ["agenda", "log", "due", "show", "coverage"]
    for words, shown in commands:
        printed = cli(example, *words).out.rstrip("\n").split("\n")
        wanted = shown[:-1] if shown[-1] == "..." else shown  # `...` stands for the rest
        assert (printed[: len(wanted)] if wanted != shown else printed) == wanted, words
