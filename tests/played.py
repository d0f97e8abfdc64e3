"""Pages of the documentation that are played: what they type is typed, what they show is what comes of it.

    ```console                                   commands, and what they print; a last line `...` stands for the rest,
    $ vaultnet --today 2026-06-15 due            a first one for what goes before, two for what stands between them;
    ```                                          with `2>&1 >/dev/null` what it tells
    ```edit Daily/2026-06-15.md                  a person's edits: each line finds the one it begins like, gets its box
    - [x] ~~Call~~ Coffee with [[Ada]] … she moves    mark, and what stands behind `…`; what is struck out makes room
      - ask about the flat                       for other words; deeper lines are put beneath it, those with `…`
    ```                                          are the next there that begin so
    ```append Daily/2026-06-15.md                words typed at the end of a note, which need not be there yet
    ```markdown People/Ada.md ## Log             what a note says: a section, or with `agenda` that managed block, ids
    ```                                          left out; behind four marks where a fence stands in it

What stands between two lines `...` is found by how its first line begins, and is shown without ids. With `pytest
--update` what is shown is written anew.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.frontends.conftest import Result

_FENCE = re.compile(
    r"^(?P<marks>`{3,})(?P<kind>console|(?:edit|append|markdown)(?= ))(?P<about>[^\n]*)\n(?P<body>.*?)^(?P=marks)$",
    re.DOTALL | re.MULTILINE,
)
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
        yield _step(fence)


def _step(fence: re.Match[str]) -> Step:
    return Step(fence["kind"], fence["about"].strip(), fence["body"])


def play(page: str, vault: Path, run: Run) -> str:
    """The page as it is when everything in it is done to the vault; `run` does a command line.

    Raises AssertionError where an edit finds no line, or several.
    """

    def played(fence: re.Match[str]) -> str:
        step, marks = _step(fence), fence["marks"]
        return f"{marks}{fence['kind']}{fence['about']}\n{_DOING[step.kind](step, vault, run)}{marks}"

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
        if line.startswith(" ") and "…" not in line:
            place += 1
            lines.insert(place, line)
            continue
        begins, _, typed = (part.rstrip(" ") for part in line.partition("…"))
        old, new = _STRUCK.sub(r"\1\3", begins), _STRUCK.sub(r"\2\3", begins)
        old, new = old.replace("~~", ""), _GONE.sub("", new)
        found = [at for at, known in enumerate(lines) if _unticked(known).startswith(_unticked(old))]
        found = [at for at in found if at > place][:1] if line.startswith(" ") else found
        assert len(found) == 1, f"{step.about}: {len(found)} lines begin like {old!r}"
        place = found[0]
        said = new + lines[place][len(old) :]
        lines[place] = f"{said.rstrip()} {typed.strip()}" if typed else said
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
    """As much of the whole as was shown: all of it, its first lines, its last, or some in between."""
    lines, parts = whole.splitlines(keepends=True), re.split(rf"^{re.escape(_REST)}\n", shown, flags=re.MULTILINE)
    if len(parts) == 1:
        return whole
    first, *between, last = parts
    if between:
        lines = _ID.sub("", whole).splitlines(keepends=True)
    at = first.count("\n")
    kept = ["".join(lines[:at])]
    for part in between:
        begins, count = part.partition("\n")[0], part.count("\n")
        at = next((n for n in range(at, len(lines)) if lines[n].startswith(begins)), -1)
        assert at >= 0, f"nothing shown begins like {begins!r}, or not in this order:\n{whole}"
        kept.append("".join(lines[at : at + count]))
        at += count
    kept.append("".join(lines[len(lines) - last.count("\n") :]))
    return f"{_REST}\n".join(kept)


_DOING: dict[str, Callable[[Step, Path, Run], str]] = {
    "console": _console,
    "edit": _edit,
    "append": _append,
    "markdown": _markdown,
}
