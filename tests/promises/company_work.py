"""What one process does in a company (tests/promises/company.py), told as JSON on its last line.

python -m tests.promises.company_work work VAULT COUNT SEED STOP FORKED    commands of vaultnet, one after another
python -m tests.promises.company_work edit NOTE MANNER PAUSE STOP COUNT    saves in the manner of one editor
python -m tests.promises.company_work read STOP NOTE...                    reads; names the notes that were not whole

Where COUNT is 0 the work goes on until the file STOP is there.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.frontends.editors import EDITORS, Save
from tests.promises.company import PEOPLE, TODAY

_LONGEST = 60.0  # seconds: a command that takes longer waits for somebody who waits for it


def work(vault: str, count: str, seed: str, stop: str, is_forked: str) -> dict[str, object]:
    """Commands as people type them; most of them note something down."""
    chance, codes, said = random.Random(int(seed)), Counter[int](), list[str]()
    longest, words, number = 0.0, set[str](), 0
    run = _run_forked if int(is_forked) else _run
    while number < int(count) or not (int(count) or Path(stop).exists()):
        name, word, number = chance.choice(PEOPLE), f"said{seed}x{number:05}end", number + 1
        line = ["-C", vault, "--today", TODAY, *_line(chance, name, word)]
        began = time.monotonic()
        code, told = run(line)
        longest = max(longest, time.monotonic() - began)
        codes[code] += 1
        is_gone = code == 2 and name in told  # an editor had just deleted the note, to write it anew
        words.add(told if code in {0, 1, 6} or is_gone else f"exit {code}: {line}: {told}\nTraceback")
        if "log" in line and code == 0:
            said.append(f"{name} {word}")
    return {"codes": codes, "said": said, "longest": longest, "words": sorted(words)}


def _line(chance: random.Random, name: str, word: str) -> list[str]:
    draw = chance.random()
    if draw < 0.5:
        return ["log", f"called {name}, {word}"]
    if draw < 0.65:
        return ["set", f'name:"{name}"', f"tier={chance.choice(('close', 'inner', 'wide'))}", "--apply"]
    return [["agenda"], ["absorb"], ["due"], ["check"], ["find", "called"]][chance.randrange(5)]


def _run(words: list[str]) -> tuple[int, str]:
    """The exit code, and what it said on stderr."""
    line = [sys.executable, "-m", "vaultnet", *words]
    done = subprocess.run(line, capture_output=True, text=True, timeout=_LONGEST, check=False)
    return done.returncode, done.stderr


def _run_forked(words: list[str]) -> tuple[int, str]:
    """The same command in a process of its own that need not load Python and vaultnet anew."""
    from vaultnet.frontends.cli.context import Flags
    from vaultnet.frontends.cli.main import run

    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            signal.alarm(int(_LONGEST))
            os.dup2(told.fileno(), 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os._exit(run(words, Flags(words=("vaultnet", *words))))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        told.seek(0)
        return code, told.read().decode()


def edit(note: str, manner: str, pause: str, stop: str, count: str) -> list[str]:
    """The words saved; between two saves as long a rest as people and vaultnet's own waiting need to meet."""
    file, end, saved = Path(note), Path(stop), list[str]()
    chance, number = random.Random(manner), 0
    while len(saved) < int(count) or not (int(count) or (saved and end.exists())):
        word, number = f"saved{PEOPLE.index(file.stem)}x{number:06}end", number + 1
        with suppress(subprocess.CalledProcessError):  # vim says so when it has not saved
            _save(file, manner, word, saved)
            saved.append(word)
        time.sleep(chance.random() * float(pause))
    return saved


def _save(file: Path, manner: str, word: str, saved: list[str]) -> None:
    line = f"- 2019-06-01 call: {word}\n"
    if manner == "append":
        with file.open("a") as stream:
            stream.write(line)
    elif manner == "blind":
        _save_blindly(file, word, saved)
    else:
        MANNERS[manner](file, f"{file.read_text().rstrip()}\n{line}")


def _save_blindly(file: Path, word: str, saved: list[str]) -> None:
    """An editor that has had the note open all the while: its own text, whatever stands in the file by now."""
    lines = "".join(f"- 2019-06-01 call: {one}\n" for one in (*saved, word))
    file.write_text(f"---\ntype: contact\ntier: close\nmet: 2020-01-01\n---\n\n## Log\n{lines}")


def remade(note: Path, text: str) -> None:
    """A program that deletes the note and writes it anew."""
    note.unlink()
    note.write_text(text)


def sed(note: Path, text: str) -> None:
    """The real `sed -i`, which writes beside and renames."""
    line = text.rstrip("\n").rpartition("\n")[2]
    subprocess.run(["sed", "-i", f"$a\\{line}", str(note)], check=True)


def real_vim(note: Path, text: str) -> None:
    """The real vim, in its silent mode, fed with commands as ed would be."""
    line = text.rstrip("\n").rpartition("\n")[2]
    subprocess.run(["vim.tiny", "-u", "NONE", "-es", str(note)], input=f"$a\n{line}\n.\nwq!\n".encode(), check=True)


MANNERS: dict[str, Save] = {
    **EDITORS, "append": lambda *_: None, "blind": lambda *_: None, "remade": remade, "sed": sed, "real_vim": real_vim,
}  # fmt: skip


def read(stop: str, *notes: str) -> list[str]:
    """Notes that were not there, or not whole, at some instant."""
    torn, end = set[str](), Path(stop)
    while not end.exists():
        for note in notes:
            text = _text(note)
            if text is None or not (text.startswith("---\ntype: contact\n") and "\n## Log\n" in text):
                torn.add(f"{note}: {text!r}")
        time.sleep(0.001)
    return sorted(torn)


def _text(note: str) -> str | None:
    try:
        with open(note, encoding="utf-8") as stream:  # noqa: PTH123
            return stream.read()
    except FileNotFoundError:
        return None


WORKS: dict[str, Callable[..., object]] = {"work": work, "edit": edit, "read": read}

if __name__ == "__main__":
    print(json.dumps(WORKS[sys.argv[1]](*sys.argv[2:])), flush=True)
    os._exit(0)
