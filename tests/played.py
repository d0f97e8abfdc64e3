"""Pages of the documentation that are played: what they type is typed, what they show is what comes of it.

    ```console                                   commands, and what they print; a last line `...` stands for the rest,
    $ vaultnet --today 2026-06-15 due            a first one for what goes before; with `2>&1 >/dev/null` what it tells
    ```
    ```edit Daily/2026-06-15.md                  a person's edits: each line finds the one it begins like, gets its box
    - [x] ~~Call~~ Coffee with [[Ada]] … she moves    mark, and what stands behind `…`; what is struck out makes room
      - ask about the flat                       for other words; deeper lines are put beneath it
    ```
    ```append Daily/2026-06-15.md                words typed at the end of a note, which need not be there yet
    ```markdown People/Ada.md ## Log             what a note says: a section, or with `agenda` that managed block, ids
    ```                                          left out

With `pytest --update` what is shown is written anew.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.frontends.conftest import Result

_FENCE = re.compile(r"^```(console|edit|append|markdown)([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_STRUCK = re.compile(r"~~([^~]+)~~ (.*?)( \[\[)")
_GONE = re.compile(r"~~[^~]+~~")
_BOX = re.compile(r"^(\s*- \[).(\] )")
_ID = re.compile(r" \^vn-[0-9a-f]{8}-[0-9a-f]{8}|^<!-- .*-->\n", re.MULTILINE)
_REST = "..."
_TOLD = ["2>&1", ">/dev/null"]

Run = Callable[[list[str]], Result]


@dataclass(frozen=True, slots=True)
class Step:
    """One fence of a page: what kind it is, what stands behind that word, and its lines."""

    kind: str
    about: str
    body: str


def steps(page: str) -> Iterator[Step]:
    for fence in _FENCE.finditer(page):
        yield Step(fence[1], fence[2].strip(), fence[3])


def play(page: str, vault: Path, run: Run) -> str:
    """The page as it is when everything in it is done to the vault; `run` does a command line.

    Raises AssertionError where an edit finds no line, or several.
    """

    def played(fence: re.Match[str]) -> str:
        step = Step(fence[1], fence[2].strip(), fence[3])
        return f"```{fence[1]}{fence[2]}\n{_DOING[step.kind](step, vault, run)}```"

    return _FENCE.sub(played, page)


def _console(step: Step, _vault: Path, run: Run) -> str:
    shown: list[str] = []
    for part in re.split(r"^(?=\$ )", step.body, flags=re.MULTILINE):
        line, _, before = part.partition("\n")
        words = shlex.split(line.removeprefix("$ "))
        if not line or words[0] != "vaultnet" or "init" in words:
            shown.append(part)
            continue
        told_only = words[-2:] == _TOLD
        result = run(words[1:-2] if told_only else words[1:])
        printed = result.err if told_only else result.out
        printed = _shortened(printed, before)
        shown.append(f"{line}\n{printed}")
    return "".join(shown)


def _edit(step: Step, vault: Path, _run: object) -> str:
    file = vault / step.about
    lines = file.read_text(encoding="utf-8").split("\n")
    place = -1
    for line in step.body.splitlines():
        if line.startswith(" "):
            place += 1
            lines.insert(place, line)
            continue
        begins, _, typed = (part.strip(" ") for part in line.partition("…"))
        old, new = _STRUCK.sub(r"\1\3", begins), _STRUCK.sub(r"\2\3", begins)
        old, new = old.replace("~~", ""), _GONE.sub("", new)
        found = [at for at, known in enumerate(lines) if _unticked(known).startswith(_unticked(old))]
        assert len(found) == 1, f"{step.about}: {len(found)} lines begin like {old!r}"
        place = found[0]
        lines[place] = new + lines[place][len(old) :] + (f" {typed}" if typed else "")
    file.write_text("\n".join(lines), encoding="utf-8")
    return step.body


def _unticked(line: str) -> str:
    return _BOX.sub(r"\1 \2", line)


def _append(step: Step, vault: Path, _run: object) -> str:
    file = vault / step.about
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as note:
        note.write(step.body)
    return step.body


def _markdown(step: Step, vault: Path, _run: object) -> str:
    path, _, part = step.about.partition(".md")
    text = (vault / f"{path}.md").read_text(encoding="utf-8")
    part = part.strip()
    if part.startswith("#"):
        section = text.partition(f"\n{part}\n")[2]
        text = f"{part}\n{re.split(r'^#', section, maxsplit=1, flags=re.MULTILINE)[0]}"
    elif part:
        text = text.partition(f"<!-- vaultnet:{part} -->\n")[2].partition(f"<!-- /vaultnet:{part} -->")[0]
    shown = _ID.sub("", text).rstrip("\n") + "\n"
    return _shortened(shown, step.body)


def _shortened(whole: str, shown: str) -> str:
    """As much of the whole as was shown: all of it, its first lines or its last."""
    lines, count = whole.splitlines(keepends=True), shown.count("\n") - 1
    if shown.endswith(f"{_REST}\n"):
        return "".join(lines[:count]) + f"{_REST}\n"
    if shown.startswith(f"{_REST}\n"):
        return f"{_REST}\n" + "".join(lines[len(lines) - count :])
    return whole


_DOING: dict[str, Callable[[Step, Path, Run], str]] = {
    "console": _console,
    "edit": _edit,
    "append": _append,
    "markdown": _markdown,
}
