"""Commands in a process that may hold 256 MB more than it does when it starts (promise S3).

python -m tests.promises.confined VAULT '[["check"], ["find", "word"]]'
->  JSON, a row a command: words, exit code, CPU seconds, MB that were held at most beyond the start
"""

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import run

ROOM = 256 * 2**20
_CPU_SECONDS = 120  # for all of them: a machine with much to do is slow, a hang is for ever


def confined(vault: str, lines: list[list[str]]) -> list[dict[str, object]]:
    with TemporaryDirectory() as empty:
        (Path(empty) / "vaultnet.toml").touch()
        (Path(empty) / "A.md").write_text("---\ntype: contact\n---\n")
        for words in (["check"], ["find", "x"]):  # what is loaded for any vault is no cost of the note
            _run(empty, words)
    start = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (start + ROOM, start + ROOM))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    return [_measured(vault, words) for words in lines]


def _measured(vault: str, words: list[str]) -> dict[str, object]:
    before = resource.getrusage(resource.RUSAGE_SELF)
    code = _run(vault, words)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    grown = (after.ru_maxrss - before.ru_maxrss) >> 10
    return {"words": words, "code": code, "seconds": seconds, "megabytes": grown}


def _run(vault: str, words: list[str]) -> int:
    line = ["-C", vault, "--today", "2026-06-15", *words]
    return run(line, Flags(words=("vaultnet", *words)))


if __name__ == "__main__":
    rows = confined(sys.argv[1], json.loads(sys.argv[2]))
    sys.stdout.flush()
    sys.stdout.write(f"\n\n{json.dumps(rows)}\n")
