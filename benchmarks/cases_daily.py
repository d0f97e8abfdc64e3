"""Cases of every day: the agenda and `due` when nothing has changed, `find`, a name completed, a line logged, an import planned."""

import shutil
from dataclasses import replace
from datetime import timedelta
from statistics import median

from benchmarks.floors import SYNCED
from benchmarks.found import Found, missing, profiled, ratio
from benchmarks.generate import TODAY
from benchmarks.import_rows import write_connections
from benchmarks.measure import Pair, alternate, floor_command, measure
from benchmarks.profiles import profile
from benchmarks.subject import RARE, Subject

_ROWS, _FEW = 10_000, 3


def warm(subject: Subject) -> list[Found]:
    """The agenda once more, nothing having changed; and the list of who is due."""
    subject.settle()
    floor = floor_command("walk", subject.root)
    agenda, due = subject.command("agenda"), subject.command("due")
    again = ratio("warm agenda", subject.notes, "walk", alternate(floor, agenda, subject.home, subject.rounds))
    return [
        profiled(again, lambda: profile(agenda, subject.home)),
        ratio("due", subject.notes, "walk", alternate(floor, due, subject.home, subject.rounds)),
    ]


def find(subject: Subject) -> list[Found]:
    """A word that stands in three notes, against ripgrep's list of the files that have it.

    The budget is for `find` without the walk of the vault. What the walk takes is measured in the same rounds, as a
    Python program with it less the same program without it, and taken off `find`; the whole is shown too.
    """
    subject.settle()
    subject.run("find", RARE)
    command = subject.command("find", RARE)
    rounds, home = subject.rounds, subject.home
    if shutil.which("rg") is None:
        pair = alternate(floor_command("walk", subject.root), command, home, rounds)
        return [
            ratio("find of a rare word", subject.notes, "walk", pair),
            missing("find of a rare word, no walk", subject.notes, "ripgrep is not on the PATH"),
        ]
    pair = alternate(["rg", "-l", RARE, str(subject.root)], command, home, rounds)
    walking = alternate(floor_command("imports", subject.root), floor_command("walk", subject.root), home, rounds)
    whole = ratio("find of a rare word", subject.notes, "rg -l", pair, "the walk of the vault is in it")
    walk = max(0.0, walking.cpu - walking.floor_cpu)
    less = replace(
        whole,
        case="find of a rare word, no walk",
        value=(pair.cpu - walk) / pair.floor_cpu,
        pair=None,
        remark=f"computed: less the {walk:.3f} s that walking and stat take",
    )
    return [whole, profiled(less, lambda: profile(command, home))]


def bring_into(subject: Subject) -> list[Found]:
    """The plan of an import into the vault as it is: each row is held against everybody who is there."""
    export = subject.place / "Connections.csv"
    write_connections(export, _ROWS)
    subject.settle()
    command = subject.command("import", "linkedin", str(export))
    start = floor_command("start", subject.root)
    pair = alternate(start, command, subject.home, min(subject.rounds, _FEW))
    found = ratio(f"import of {_ROWS:,} rows into it, plan", subject.notes, "", pair, f"{pair.cpu:.2f} s of CPU")
    found = replace(found, value=pair.cpu / _ROWS * 1000, unit="ms a row")
    return [profiled(found, lambda: profile(command, subject.home))]


def completion(subject: Subject) -> list[Found]:
    """A contact's name after a key press, as bash asks for it."""
    subject.run("agenda")
    asking = {
        "_VAULTNET_COMPLETE": "bash_complete",
        "COMP_WORDS": f"vaultnet -C {subject.root} show Ad",
        "COMP_CWORD": "4",
    }
    home = replace(subject.home, more=asking)
    command = subject.command()[:1]
    pair = alternate(floor_command("start", subject.root), command, home, subject.rounds)
    found = ratio("completion of a name", subject.notes, "start", pair)
    return [profiled(found, lambda: profile(command, home))]


def log(subject: Subject) -> list[Found]:
    """One line noted down, against the warm agenda."""
    names = iter(subject.random.sample(subject.contacts, subject.rounds + 2))
    yesterday = (TODAY - timedelta(days=1)).isoformat()

    def logging() -> list[str]:
        return subject.command("log", f"{yesterday} coffee with {next(names).stem}, talked about water")

    pairs = []
    for _ in range(subject.rounds + 1):
        subject.settle()
        floor = measure(subject.command("agenda"), subject.home.environment())
        pairs.append((floor, measure(logging(), subject.home.environment())))
    pair = Pair(tuple(floor for floor, _ in pairs[1:]), tuple(ours for _, ours in pairs[1:]))

    def profile_after() -> str:
        subject.settle()
        return profile(logging(), subject.home)

    write = _one_synced_write(subject)
    wall = median(cost.wall for cost in pair.ours)
    remark = f"one synced write, {write * 1000:.1f} ms of CPU, is allowed besides; {wall:.3f} s by the wall"
    found = ratio("log one line", subject.notes, "warm agenda", pair, remark)
    return [profiled(replace(found, extra=write / pair.floor_cpu), profile_after)]


def _one_synced_write(subject: Subject) -> float:
    """Seconds of CPU, without those of the program's start."""
    file = subject.place / "synced.md"
    pair = alternate(floor_command("start", file), floor_command("synced", file), subject.home, subject.rounds)
    return max(0.0, pair.cpu - pair.floor_cpu) / SYNCED
