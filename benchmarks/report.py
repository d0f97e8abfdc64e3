"""RESULTS.md: the budgets first, then growth, peers and memory, and the profiles of what misses its budget.

report(Results("proportional", found, peers, runs))    ->    "# Speed, measured\n..."
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import fill

from benchmarks.found import BUDGETS, FLOOR_NAMES, GROWTH, MEMORY, Found, memory_verdict, verdict
from benchmarks.growth import costs_by_case, exponent, last_step
from benchmarks.peers import PeerFound
from benchmarks.results import Results, Run, group
from benchmarks.shapes import SHAPES

_ENOUGH = 7  # rounds: fewer are told
_HOW = """Written by `make bench`; the budgets are those of [decision 27](../docs/decisions/0027-budgets-below-their-floor.md). A ratio
is the CPU time (user and system, children included) of the command over that of what it is measured against, medians of
several rounds, taken in turn (A B A B) after one round that does not count, with a warm file cache and no vaultnet
resident where the line does not say so; in brackets the middle half of the rounds. Seconds are of this machine, and only
the ratios carry over to another. The vaults are generated (`benchmarks/generate.py`), the same ones every time.

{about}

A line that begins with "floor" is no command of ours but the least that it could do, measured against the same: a budget
below it cannot be met. A budget of two parts allows what the second part costs by itself: one synced write, rendering."""

_EXPONENT = f"The exponent of CPU time over size, start-up included: 1 is linear. The budget is {GROWTH} each."
_MOST = "The most that a command held at once, in MiB; of `watch`, what is its own at rest."
_BUDGETS = ("Operation", "Size", "Found", "Budget", "", "Against", "CPU s", "Its s", "Remark")
_PEER = ("Job", "Notes", "Peer", "Ours", "Ahead", "Its CPU s", "Our CPU s", "Rounds", "What it does")
_HEAD = 2  # lines of a table before its rows


def report(results: Results, *, is_whole: bool = True) -> str:
    """The page; a part of which nothing was measured is left out. `is_whole`: it is to say what else was not."""
    found, shape = results.found, SHAPES[results.shape]
    is_all = is_whole and shape is SHAPES["proportional"]
    profiles = [one for one in found if one.profile]
    return "\n".join(
        [
            *(f"# {shape.title}", "", _HOW.format(about=fill(shape.about, 120)), "", *_runs(results)),
            *_part("Budgets", (_tally(found, is_all=is_all),), _BUDGETS, _rows(found)),
            *_part(
                "Growth",
                (_EXPONENT,),
                ("Operation", "Over", "Exponent", "", "Of the last step", "CPU s"),
                _growth(found),
            ),
            *_part("Peers", (_PEERS, _ahead(results.peers)), _PEER, _peers(results.peers)),
            *_part("Memory", (_MOST,), ("Operation", "Size", "MiB", "Budget", ""), _memory(found)),
            *(["", "## Profiles of what misses its budget", ""] if profiles else []),
            *(line for one in profiles for line in _profile(one)),
            "",
        ]
    )


def _part(title: str, told: Sequence[str], columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A heading, what there is to say, and the table; nothing without rows."""
    lines = table(columns, rows)
    said = [line for text in told if text for line in (text, "")]
    return ["", f"## {title}", "", *said, *lines] if len(lines) > _HEAD else []


def _runs(results: Results) -> list[str]:
    """When all of this was measured, and of all but the longest run what that was."""
    rows = Counter(one.run for one in results.all)
    longest = max(rows, key=lambda when: rows[when], default="")
    lines = []
    for run in results.runs:
        parts = dict.fromkeys(group(one) for one in results.all if one.run == run.when)
        named = ", ".join(f"{by} ({size:,} {of})" for by, size, of in parts)
        lines.append(f"- {_run(run)}: {'all the rest' if run.when == longest and len(rows) > 1 else named}")
    return lines if len(lines) > 1 else [f"{_run(run)}." for run in results.runs]


def _run(run: Run) -> str:
    load = f"load {run.busy[0]:.1f} before it began, {run.busy[1]:.1f} at its end"
    return f"{run.when}, {run.rounds} round{'s' if run.rounds != 1 else ''}, {load}; {run.machine}"


def table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> list[str]:
    names = list(columns)
    return [_line(names), _line(["---"] * len(names)), *(_line(row) for row in rows)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tally(found: Sequence[Found], *, is_all: bool) -> str:
    """How many budgets were met, by name those that were not; on the page of all, those that nothing was found about;
    "" where there was none to judge.
    """
    verdicts = [(one, verdict(one)) for one in found]
    verdicts += [(replace(one, case=f"memory of {one.case}", against=""), memory_verdict(one)) for one in found]
    failed = [f"{one.case} ({one.size:,} {one.of})" for one, said in verdicts if said == "not met"]
    met = sum(said == "met" for _, said in verdicts)
    judged = {(one.case, one.against, one.size) for one, said in verdicts if said}
    open_ones = [
        f"{case} ({size:,})" if size else case
        for (case, against), limits in BUDGETS.items()
        for size in limits
        if is_all and not any(key[:2] == (case, against) and size in {0, key[2]} for key in judged)
    ]
    if not judged and not open_ones:
        return ""
    parts = [f"Met: {met}.", f"Not met: {', '.join(failed) or 'none'}."]
    return " ".join([*parts, f"Not measured: {', '.join(open_ones)}."] if open_ones else parts)


def _rows(found: Iterable[Found]) -> Iterable[tuple[str, ...]]:
    return (_row(one) for one in found if one.case not in MEMORY or one.value is not None or one.peak is None)


def _row(one: Found) -> tuple[str, ...]:
    size = f"{one.size:,} {one.of}"
    against = FLOOR_NAMES.get(one.against, one.against)
    budget = "" if one.limit is None else f"{one.limit:g} + {one.extra:.2g}" if one.extra else f"{one.limit:g}"
    if one.value is None:
        return one.case, size, "not measured", budget, "", against, "", "", one.remark
    shown = f"**{one.value:.2f}**" if one.unit == "x" else f"**{one.value:.2f}** {one.unit}"
    if one.pair is None:
        return one.case, size, shown, budget, verdict(one), against, "", "", one.remark
    rounds = len(one.pair.ours)
    few = f"{rounds} round{'s' if rounds > 1 else ''}" if rounds < _ENOUGH else ""
    remark = "; ".join(filter(None, (one.remark, few)))
    if one.unit == "x" and one.value == one.pair.ratio:
        low, high = one.pair.spread
        shown = f"{shown} ({low:.2f} to {high:.2f})"
    return one.case, size, shown, budget, verdict(one), against, *_seconds(one), remark


def _seconds(one: Found) -> tuple[str, str]:
    return (f"{one.pair.cpu:.3f}", f"{one.pair.floor_cpu:.3f}" if one.against else "") if one.pair else ("", "")


def _growth(found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    for (case, of), costs in costs_by_case(found).items():
        overall = exponent(costs)
        if overall is None:
            continue
        step = last_step(costs)
        seconds = ", ".join(f"{size:,}: {cost:.3f}" for size, cost in sorted(costs.items()))
        judged = "met" if overall <= GROWTH else "not met"
        yield case, of, f"**{overall:.2f}**", judged, "" if step is None else f"{step:.2f}", seconds


_PEERS = """Each does the nearest job it has, in turn with ours, three rounds (one where a run takes longer than 10 s), within
300 s a run. An empty cell: it was not there, or could not do it. "Ours" is our CPU time over theirs: below 1, we are ahead.

Two kinds of rows are not counted. "Another vault": with the links that these notes have, zk's index takes time that grows
with the square of their number, and beyond 1,000 notes there is no waiting for it; without their brackets it has fewer
things to find and to keep, so that this says what zk costs, and not who is ahead. "By its budget": ripgrep keeps no index
and ranks nothing; it is the floor of `find`, whose ratio to it, without the walk of the vault, has budgets of its own: 1.6
at 10,000 notes, 0.35 at 100,000."""


def _ahead(found: Iterable[PeerFound]) -> str:
    """The budget is to be ahead of every one that does the job on the same notes; "" where none of them did."""
    measured = [one for one in found if one.pair is not None and not one.apart]
    if not measured:
        return ""
    behind = [f"{one.peer} at {one.job} ({one.size:,})" for one in measured if not one.is_ahead]
    return f"Ahead in {len(measured) - len(behind)} of {len(measured)}. Not ahead of: {', '.join(behind) or 'nobody'}."


def _peers(found: Iterable[PeerFound]) -> Iterator[tuple[str, ...]]:
    for one in found:
        name = f"{one.peer} {one.version}".strip()
        if one.pair is None:
            yield one.job, f"{one.size:,}", name, "", "", "", "", "", one.does
            continue
        seconds = f"{one.pair.floor_cpu:.3f}", f"{one.pair.cpu:.3f}"
        ahead, rounds = "yes" if one.is_ahead else "no", str(len(one.pair.ours))
        ahead = f"{ahead}; {one.apart}" if one.apart else ahead
        yield one.job, f"{one.size:,}", name, f"**{one.pair.ratio:.3f}**", ahead, *seconds, rounds, one.does


def _memory(found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    peaks: dict[tuple[str, int, str], Found] = {}
    for one in found:
        if one.memory is not None:
            peaks.setdefault((one.case, one.size, one.of), one)
    for one in peaks.values():
        most, size = MEMORY.get(one.case), f"{one.size:,} {one.of}"
        allowed = f"{most:g} at 100,000" if most else ""
        yield one.case, size, f"**{one.memory:.0f}**", allowed, memory_verdict(one)


def _profile(one: Found) -> list[str]:
    heading = f"### {one.case}, {one.size:,} {one.of}"
    return [
        heading,
        "",
        "Under cProfile, which slows calls; by own time. A second list is that of a child process.",
        "",
        "```",
        one.profile,
        "```",
        "",
    ]
