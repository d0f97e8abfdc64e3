"""What each peer is asked to do, and what we do beside it. `JOBS` is all of them, in the order of the report."""

import shutil
from functools import partial
from pathlib import Path

from benchmarks.cases_index import with_full_text
from benchmarks.peer_vaults import hermit_tables, log_for_hermit, make_friends, make_orbit
from benchmarks.peer_zk import zk_again, zk_cold, zk_find
from benchmarks.peers import Job, Sides, empty_folder, prepare
from benchmarks.subject import RARE, Subject

_OBSIDIANTOOLS = "import sys, pathlib, obsidiantools.api as o; o.Vault(pathlib.Path(sys.argv[1])).connect().gather()"


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
        prepare(
            subject, [program, "init", str(empty_folder(vault)), "--name", "Mira", "--email", "mira@people.example"]
        )
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
    prepare(subject, [program, "status", str(vault)])
    subject.settle()
    return Sides([program, "status", str(vault)], subject.command("agenda"))


def _hermit(subject: Subject, program: str) -> Sides:
    data = subject.place / "hermit"
    (subject.home.folder / ".gitconfig").write_text("[user]\nname = Mira\nemail = mira@people.example\n")
    prepare(subject, [program, "init", "--no-setup", str(data)])
    for table, mode in zip(hermit_tables(subject.root, subject.place), ("companies", "contacts"), strict=True):
        prepare(subject, [program, "--data", str(data), "import", str(table), "--mode", mode, "--apply"])
    people = log_for_hermit(subject.root, data)
    subject.settle()
    remark = f"{people:,} people with one interaction each"
    return Sides([program, "--data", str(data), "keep-in-touch"], subject.command("due"), remark=remark)


def _khard(subject: Subject, program: str) -> Sides:
    cards, settings = empty_folder(subject.place / "cards"), subject.place / "khard.conf"
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


_INDEX, _AGAIN, _DUE, _DATES, _LOG, _FIND = (
    "cold index with full text", "nothing changed (our `agenda`)", "who is due (our `due`)",
    "birthdays (our `dates`)", "log one line (our `log`)", "find a rare word (our `find`)",
)  # fmt: skip
_MORE = 100_000  # for those that are done there within 300 s
_OTHER, _FLOOR = "another vault", "by its budget"
JOBS = (
    Job(_INDEX, "python", "`connect().gather()`: links and plain text of every note in memory; keeps nothing for the"
        " next run, reads no contact", _obsidiantools),
    Job(_INDEX, "orbit", "`reindex` of as many notes in its own form (log lines stay text of their person's note); full"
        " text too, no log, no agenda", _orbit_reindex, _MORE),
    Job(_INDEX, "zk", "`index`: full text, titles, tags, and links, at the square of whose number its cost grows; no"
        " contacts", partial(zk_cold, with_links=True), most=1_000),
    Job(_INDEX, "zk", "`index` without the brackets of the links: full text, titles, tags; no contacts", zk_cold,
        _MORE, _OTHER),
    Job(_AGAIN, "orbit", "`status`: refreshes its index and counts notes; writes no agenda", _orbit_status, _MORE),
    Job(_AGAIN, "zk", "`index`, nothing having changed; writes no agenda", partial(zk_again, with_links=True), most=1_000),
    Job(_AGAIN, "zk", "`index`, nothing having changed, without the brackets of the links; writes no agenda",
        zk_again, _MORE, _OTHER),
    Job(_DUE, "hermitcrm", "`keep-in-touch` over the same people, by its own import; one rule for all (180 days)", _hermit),
    Job(_DUE, "friends", "`suggest` over the same people and log lines in one file; three names at random, no cadence",
        _friends_suggest, _MORE),
    Job(_DATES, "khard", "`birthdays` over the same people as vCards; birthdays only, all of the year; keeps no index",
        _khard, _MORE),
    Job(_LOG, "bl", "`bl add`: the line into the daily note with the name linked; not into the person's note, no agenda",
        _backlinker, _MORE),
    Job(_LOG, "friends", "`add activity`: into its one file, which is written anew", _friends_add),
    Job(_FIND, "rg", "`rg -l`: reads every file, matches anything; no index, no order. Our `find` has a budget of its"
        " own against it, without the walk", _ripgrep, _MORE, _FLOOR),
    Job(_FIND, "zk", "`list --match`: full text (what stands below a note's first heading) out of its index, the walk"
        " included", partial(zk_find, with_links=True), most=1_000),
    Job(_FIND, "zk", "`list --match`, without the brackets of the links", zk_find, _MORE, _OTHER),
)  # fmt: skip
