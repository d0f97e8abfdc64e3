"""Cases of the index: made anew, and brought up to date after one edit and after a hundred.

cold(subject)    ->    [Found("cold index", 10_000, "naive loop", 0.78, ...), Found("cold index with full text", ...)]
"""

import shlex
from collections.abc import Callable

from benchmarks.found import Found, missing, profiled, ratio
from benchmarks.measure import MeasureError, alternate, floor_command
from benchmarks.profiles import profile
from benchmarks.subject import RARE, Subject


def cold(subject: Subject) -> list[Found]:
    """The first index of a vault, against a script that loads each note's front matter; and with full text, against
    reading every byte. The first `find` is what makes the full text.
    """
    home, rounds = subject.home, subject.rounds
    bare = alternate(
        floor_command("frontmatter", subject.root),
        subject.command("index"),
        home,
        rounds,
        before_ours=subject.forget_index,
    )
    full = alternate(
        floor_command("read", subject.root), with_full_text(subject), home, rounds, before_ours=subject.forget_index
    )
    found = [
        ratio("cold index", subject.notes, "naive loop", bare, "without full text"),
        ratio("cold index with full text", subject.notes, "read", full, "`index` and the first `find`"),
    ]
    return [profiled(one, lambda: _cold_profile(subject)) for one in found]


def with_full_text(subject: Subject) -> list[str]:
    """`index`, and the first `find`, as one command."""
    lines = (shlex.join(subject.command(*words)) for words in (("index",), ("find", RARE)))
    return ["sh", "-c", " && ".join(lines)]


def _cold_profile(subject: Subject) -> str:
    subject.forget_index()
    return profile(subject.command("index"), subject.home)


def edits(subject: Subject) -> list[Found]:
    """The agenda after changes to random notes, and the index that they leave against a fresh one."""
    return [
        _after(subject, "agenda after one edit in prose", subject.edit_prose, "the agenda stays as it is"),
        _after(
            subject, "agenda after one edit in a log", subject.edit_log, "the agenda may change: rendering is in it"
        ),
        _after(subject, "agenda after a hundred edits", subject.edit_a_hundred, "in prose"),
    ]


def _after(subject: Subject, name: str, edit: Callable[[], None], remark: str) -> Found:
    agenda = subject.command("agenda")
    pair = alternate(agenda, agenda, subject.home, subject.rounds, before_floor=subject.settle, before_ours=edit)
    try:
        subject.compare_with_fresh()
    except MeasureError as failure:
        return missing(name, subject.notes, str(failure))

    def profile_after() -> str:
        subject.settle()
        edit()
        return profile(agenda, subject.home)

    found = ratio(name, subject.notes, "warm agenda", pair, f"{remark}; the index is equal to a fresh one")
    return profiled(found, profile_after)
