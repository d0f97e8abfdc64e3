"""Pages of the documentation that are played: what they type is typed, what they show is what comes of it.

    ```console                                   commands, and what they print; a last line `...` stands for the rest
    $ vaultnet --today 2026-06-15 due
    ```
    ```edit Daily/2026-06-15.md                  a person's edits: each line finds the one it begins like, gets its box
    - [x] Call [[Ada]] … she moves to Paris      mark, and what stands behind `…`; deeper lines are put beneath it
      - ask about the flat
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

_FENCE = re.compile(r"^```(console|edit|append|markdown)([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_BOX = re.compile(r"^(\s*- \[).(\] )")
_ID = re.compile(r" \^vn-[0-9a-f]{8}-[0-9a-f]{8}|^<!-- .*-->\n", re.MULTILINE)
_REST = "..."


@dataclass(frozen=True, slots=True)
class Step:
    """One fence of a page: what kind it is, what stands behind that word, and its lines."""

    kind: str
    about: str
    body: str


def steps(page: str) -> Iterator[Step]:
    for fence in _FENCE.finditer(page):
        yield Step(fence[1], fence[2].strip(), fence[3])


def play(page: str, vault: Path, run: Callable[[list[str]], str]) -> str:
    """The page as it is when everything in it is done to the vault; `run` gives what a command line prints.

    Raises AssertionError where an edit finds no line, or several.
    """

    def played(fence: re.Match[str]) -> str:
        step = Step(fence[1], fence[2].strip(), fence[3])
        return f"```{fence[1]}{fence[2]}\n{_DOING[step.kind](step, vault, run)}```"

    return _FENCE.sub(played, page)


def _console(step: Step, _vault: Path, run: Callable[[list[str]], str]) -> str:
    shown: list[str] = []
    for part in re.split(r"^(?=\$ )", step.body, flags=re.MULTILINE):
        line, _, before = part.partition("\n")
        words = shlex.split(line.removeprefix("$ "))
        if not line or words[0] != "vaultnet" or "init" in words:
            shown.append(part)
            continue
        printed = run(words[1:])
        if before.endswith(f"{_REST}\n"):
            count = before.count("\n") - 1
            printed = "".join(printed.splitlines(keepends=True)[:count]) + f"{_REST}\n"
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
        found = [at for at, known in enumerate(lines) if _unticked(known).startswith(_unticked(begins))]
        assert len(found) == 1, f"{step.about}: {len(found)} lines begin like {begins!r}"
        place = found[0]
        lines[place] = begins[: _box_end(begins)] + lines[place][_box_end(begins) :] + (f" {typed}" if typed else "")
    file.write_text("\n".join(lines), encoding="utf-8")
    return step.body


def _unticked(line: str) -> str:
    return _BOX.sub(r"\1 \2", line)


def _box_end(line: str) -> int:
    box = _BOX.match(line)
    return box.end() if box else 0


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
    if step.body.endswith(f"\n{_REST}\n"):
        shown = "".join(shown.splitlines(keepends=True)[: step.body.count("\n") - 1]) + f"{_REST}\n"
    return shown


_DOING: dict[str, Callable[[Step, Path, Callable[[list[str]], str]], str]] = {
    "console": _console,
    "edit": _edit,
    "append": _append,
    "markdown": _markdown,
}
