"""Cases with `vaultnet watch` at work: how soon a save is indexed, what it costs at rest, the agenda beside it."""

import time
from collections.abc import Sequence
from contextlib import closing
from sqlite3 import connect
from statistics import median

from benchmarks.found import Found, missing, profiled, ratio
from benchmarks.generate import TODAY
from benchmarks.measure import MeasureError, alternate, floor_command
from benchmarks.peer_programs import find_program
from benchmarks.peer_zk import zk_again
from benchmarks.profiles import profile
from benchmarks.subject import Subject
from benchmarks.watch_latency import save_and_wait
from benchmarks.watching import index_of, watching
from vaultnet.frontends.watch.timetable import Pace

_SAVES = 21
_REST = 65.0  # seconds, in which at least one look that nobody asked for falls
_CALM = 5.0
_BESIDE_ZK = "agenda with watch running, beside zk"
_ZK = "`zk index`, of the notes without the brackets of their links; writes no agenda"


def watch(subject: Subject) -> list[Found]:
    settle, zk = Pace().settle, _zk_again(subject)
    subject.settle()
    subject.edit_prose()  # so that the first look finds something, and says so
    with watching(subject.root, subject.home, TODAY.isoformat()) as watcher:
        index = connect(f"file:{index_of(subject.root, subject.home)}?mode=ro", uri=True)
        with closing(index):
            chosen = subject.random.sample(subject.contacts, _SAVES)
            seconds = [save_and_wait(subject.root, note, index) for note in chosen]
        time.sleep(_CALM)  # what is left to write is written
        before, began = watcher.cpu(), time.perf_counter()
        time.sleep(_REST)
        idle = (watcher.cpu() - before) / (time.perf_counter() - began) * 100
        memory = watcher.memory()
        subject.settle()
        agenda = subject.command("agenda")
        pair = alternate(floor_command("hello", subject.root), agenda, subject.home, subject.rounds)
        beside = ratio("agenda with watch running", subject.notes, "hello", pair)
        found = [profiled(beside, lambda: profile(agenda, subject.home))]
        if isinstance(zk, str):
            found.append(missing(_BESIDE_ZK, subject.notes, zk))
        else:
            pair = alternate(zk, agenda, subject.home, subject.rounds)
            found.append(ratio(_BESIDE_ZK, subject.notes, "zk", pair, _ZK))
    after = (median(seconds) - settle) * 1000
    remark = (
        f"{median(seconds):.3f} s from the save, {max(seconds):.3f} s at worst; {settle} s of them are the debounce"
    )
    return [
        Found("watch latency after the debounce", subject.notes, "", after, "ms", remark=f"{_SAVES} saves; {remark}"),
        Found("watch at rest", subject.notes, "", idle, "% of a core", remark=f"over {_REST:.0f} s"),
        Found("watch", subject.notes, "", None, peak=memory, remark="memory only"),
        *found,
    ]


def _zk_again(subject: Subject) -> Sequence[str] | str:
    """The command line of zk with nothing left to index, or why there is none."""
    program = find_program("zk")
    if program.reason:
        return program.reason
    try:
        return zk_again(subject, program.path).theirs
    except MeasureError as failure:
        return str(failure).replace(str(subject.place), "...")
