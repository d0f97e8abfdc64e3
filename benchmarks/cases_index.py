"""Cases of the index: made anew, and brought up to date after one edit and after a hundred.

cold(subject)    ->    [Found("cold index", 10_000, "naive loop", 0.78, ...), Found("cold index with full text", ...),
                        Found("floor: the least an index of this kind does", 10_000, "naive loop", 1.9, ...), ...]
"""

import shlex
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from benchmarks.found import FLOOR, Found, missing, profiled, ratio
from benchmarks.measure import MeasureError, alternate, floor_command
from benchmarks.profiles import profile
from benchmarks.rendering import rendering
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
    return [*(profiled(one, lambda: _cold_profile(subject)) for one in found), *_least(subject)]


def _least(subject: Subject) -> list[Found]:
    """What stands below the cold index, against the same: a budget that is below it cannot be met by this kind of index."""
    root, home, rounds, notes = subject.root, subject.home, subject.rounds, subject.notes
    least = alternate(floor_command("frontmatter", root), floor_command("least", root), home, rounds)
    search = alternate(floor_command("read", root), floor_command("fulltext", root), home, rounds)
    both = (least.cpu + search.cpu) / search.floor_cpu
    return [
        ratio(
            f"{FLOOR}the least that an index does", notes, "naive loop", least,
            "read, YAML by the quickest reader, one pattern a line, the same tables",
        ),
        ratio(f"{FLOOR}full text and nothing else", notes, "read", search, "FTS5 takes every note as it is"),
        Found(f"{FLOOR}both of these", notes, "read", both, remark="computed: the sum of the two above"),
    ]  # fmt: skip


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
        _after(subject, "agenda after one edit in prose", subject.edit_prose, "a contact's"),
        _after(subject, "agenda after one edit in a log", subject.edit_log, "somebody's, at random"),
        _after(subject, "agenda after an edit that changes it", subject.edit_shown, "in the log of somebody on it"),
        _after(subject, "agenda after a hundred edits", subject.edit_a_hundred, "in prose"),
    ]


def _after(subject: Subject, name: str, edit: Callable[[], None], remark: str) -> Found:
    agenda, pages = subject.command("agenda"), list[bytes]()

    def before_ours() -> None:
        pages.append(subject.day_note.read_bytes())
        edit()

    pair = alternate(agenda, agenda, subject.home, subject.rounds, before_floor=subject.settle, before_ours=before_ours)
    pages.append(subject.day_note.read_bytes())
    try:
        subject.compare_with_fresh()
    except MeasureError as failure:
        return missing(name, subject.notes, str(failure))
    changed = sum(before != after for before, after in pairwise(pages[1:]))  # the first round does not count
    extra = rendering(subject) if changed * 2 > subject.rounds else 0.0
    said = f"{remark}; the agenda changed in {changed} of {subject.rounds}"
    allowed = f": {extra:.3f} s of rendering are allowed besides" if extra else ""

    def profile_after() -> str:
        subject.settle()
        edit()
        return profile(agenda, subject.home)

    found = ratio(name, subject.notes, "warm agenda", pair, f"{said}{allowed}; the index is equal to a fresh one")
    return profiled(replace(found, extra=extra / pair.floor_cpu), profile_after)
