"""What each peer is asked to do, and what we do beside it. `JOBS` is all of them, in the order of the report."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases_index import with_full_text
from benchmarks.measure import MeasureError
from benchmarks.peer_vaults import hermit_tables, log_for_hermit, make_friends, make_orbit, make_zk
from benchmarks.peers import LIMIT, Job, Sides
from benchmarks.subject import RARE, Subject

_OBSIDIANTOOLS = "import sys, pathlib, obsidiantools.api as o; o.Vault(pathlib.Path(sys.argv[1])).connect().gather()"


def _run(subject: Subject, line: Sequence[str]) -> None:
    """A preparation. Raises MeasureError."""
    try:
        done = subprocess.run(
            line, env=subject.home.environment(), capture_output=True, text=True, check=False, timeout=LIMIT,
            cwd=subject.place,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise MeasureError(f"`{' '.join(line[1:3])}` not done within {LIMIT:.0f} s") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).rpartition("\n")[2]
        raise MeasureError(f"`{' '.join(line[1:3])}`: {said[:160]}")


def _anew(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _ripgrep(subject: Subject, program: str) -> Sides:
    subject.settle()
    subject.run("find", RARE)
    return Sides([program, "-l", RARE, str(subject.root)], subject.command("find", RARE))


def _obsidiantools(subject: Subject, program: str) -> Sides:
    line = [program, "-c", _OBSIDIANTOOLS, str(subject.root)]
    return Sides(line, with_full_text(subject), before_ours=subject.forget_index)


def _orbit_vault(subject: Subject, program: str) -> Path:
    vault = subject.place / "orbit"
    if not vault.exists():
        _run(subject, [program, "init", str(_anew(vault)), "--name", "Mira", "--email", "mira@people.example"])
        make_orbit(subject.root, vault)
    return vault


def _orbit_reindex(subject: Subject, program: str) -> Sides:
    vault = _orbit_vault(subject, program)
    forget = subject.home.folder / ".orbit"
    return Sides(
        [program, "reindex", str(vault)], with_full_text(subject),
        lambda: shutil.rmtree(forget, ignore_errors=True), subject.forget_index,
    )  # fmt: skip


def _orbit_status(subject: Subject, program: str) -> Sides:
    vault = _orbit_vault(subject, program)
    _run(subject, [program, "status", str(vault)])
    subject.settle()
    return Sides([program, "status", str(vault)], subject.command("agenda"))


def _hermit(subject: Subject, program: str) -> Sides:
    data = subject.place / "hermit"
    (subject.home.folder / ".gitconfig").write_text("[user]\nname = Mira\nemail = mira@people.example\n")
    _run(subject, [program, "init", "--no-setup", str(data)])
    for table, mode in zip(hermit_tables(subject.root, subject.place), ("companies", "contacts"), strict=True):
        _run(subject, [program, "--data", str(data), "import", str(table), "--mode", mode, "--apply"])
    people = log_for_hermit(subject.root, data)
    subject.settle()
    remark = f"{people:,} people with one interaction each"
    return Sides([program, "--data", str(data), "keep-in-touch"], subject.command("due"), remark=remark)


def _khard(subject: Subject, program: str) -> Sides:
    cards, settings = _anew(subject.place / "cards"), subject.place / "khard.conf"
    subject.run("export", "vcf-dir", "--to", str(cards))
    settings.write_text(f"[addressbooks]\n[[people]]\npath = {cards}\n", encoding="utf-8")
    subject.settle()
    return Sides([program, "-c", str(settings), "birthdays"], subject.command("dates"))


def _backlinker(subject: Subject, program: str) -> Sides:
    """Into a copy, so that both begin with the same notes."""
    copy = subject.place / "captured"
    shutil.copytree(subject.root, copy)
    name = subject.random.choice(subject.contacts).stem
    subject.settle()
    theirs = [program, "add", "--vault", str(copy), f"call with {name} about water"]
    return Sides(theirs, subject.command("log", f"call with {name} about water"), before_ours=subject.settle)


def _friends_suggest(subject: Subject, program: str) -> Sides:
    file = subject.place / "friends.md"
    make_friends(subject.root, file)
    subject.settle()
    return Sides([program, "--filename", str(file), "suggest"], subject.command("due"))


def _friends_add(subject: Subject, program: str) -> Sides:
    file = subject.place / "friends.md"
    make_friends(subject.root, file)
    name = subject.random.choice(subject.contacts).stem
    theirs = [program, "--filename", str(file), "add", "activity", f"2026-06-14: call with {name} about water"]
    return Sides(theirs, subject.command("log", f"call with {name} about water"), before_ours=subject.settle)


def _zk_notebook(subject: Subject, program: str, *, with_links: bool = False) -> Path:
    notebook = subject.place / ("zk-linked" if with_links else "zk")
    if not notebook.exists():
        _run(subject, [program, "init", "--no-input", str(_anew(notebook))])
        make_zk(subject.root, notebook, with_links=with_links)
    return notebook


def _zk_cold(subject: Subject, program: str, *, with_links: bool) -> Sides:
    notebook = _zk_notebook(subject, program, with_links=with_links)

    def forget() -> None:
        for file in (notebook / ".zk").glob("notebook.db*"):
            file.unlink()

    line = [program, "index", "--no-input", "--notebook-dir", str(notebook)]
    return Sides(line, with_full_text(subject), forget, subject.forget_index)


def _zk_again(subject: Subject, program: str) -> Sides:
    notebook = _zk_notebook(subject, program)
    line = [program, "index", "--no-input", "--notebook-dir", str(notebook)]
    _run(subject, line)
    subject.settle()
    return Sides(line, subject.command("agenda"))


def _zk_find(subject: Subject, program: str) -> Sides:
    notebook = _zk_notebook(subject, program)
    subject.settle()
    subject.run("find", RARE)
    shown = ["--quiet", "--no-pager", "--format", "path", "--match", RARE]
    line = [program, "list", "--no-input", "--notebook-dir", str(notebook), *shown]
    return Sides(line, subject.command("find", RARE))


_INDEX, _AGAIN, _DUE, _DATES, _LOG, _FIND = (
    "cold index with full text", "nothing changed (our `agenda`)", "who is due (our `due`)",
    "birthdays (our `dates`)", "log one line (our `log`)", "find a rare word (our `find`)",
)  # fmt: skip
JOBS = (
    Job(_INDEX, "python", "`connect().gather()`: links and plain text of every note in memory; keeps nothing for the"
        " next run, reads no contact", _obsidiantools),
    Job(_INDEX, "orbit", "`reindex` of as many notes in its own form (log lines stay text of their person's note); full"
        " text too, no log, no agenda", _orbit_reindex),
    Job(_INDEX, "zk", "`index` of the notes without the brackets of their links; full text, titles, tags; no contacts",
        lambda subject, program: _zk_cold(subject, program, with_links=False)),
    Job(_INDEX, "zk", "`index` of the notes with their links, whose cost grows with their square",
        lambda subject, program: _zk_cold(subject, program, with_links=True), most=1_000),
    Job(_AGAIN, "orbit", "`status`: refreshes its index and counts notes; writes no agenda", _orbit_status),
    Job(_AGAIN, "zk", "`index`, nothing having changed, without links; writes no agenda", _zk_again, most=100_000),
    Job(_DUE, "hermitcrm", "`keep-in-touch` over the same people, by its own import; one rule for all (180 days)", _hermit),
    Job(_DUE, "friends", "`suggest` over the same people and log lines in one file; three names at random, no cadence",
        _friends_suggest),
    Job(_DATES, "khard", "`birthdays` over the same people as vCards; birthdays only, all of the year; keeps no index",
        _khard),
    Job(_LOG, "bl", "`bl add`: the line into the daily note with the name linked; not into the person's note, no agenda",
        _backlinker),
    Job(_LOG, "friends", "`add activity`: into its one file, which is written anew", _friends_add),
    Job(_FIND, "rg", "`rg -l`: reads every file, matches anything; no index, no order", _ripgrep, most=100_000),
    Job(_FIND, "zk", "`list --match`: full text (what stands below a note's first heading) out of its index, the walk included", _zk_find, most=100_000),
)  # fmt: skip
