"""RESULTS.md: the budgets first, then growth, peers and memory, and the profiles of what misses its budget.

report(Results(found, peers, rounds=7, busy=0.4, sizes=(1_000, 10_000)))    ->    "# Speed, measured\n..."
"""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.found import BUDGETS, FLOOR_NAMES, GROWTH, MEMORY, Found, verdict
from benchmarks.growth import costs_by_case, exponent, last_step
from benchmarks.machine import machine
from benchmarks.peers import PeerFound

_LARGE = 100_000
_HOW = """Written by `make bench`; the budgets are those of the design. A ratio is the CPU time (user and system, children
included) of the command over that of what it is measured against, medians of {rounds} runs each, taken in turn (A B A B)
after one round that does not count, with a warm file cache and no vaultnet resident where the line does not say so; in
brackets the middle half of the rounds. Seconds are of this machine, and only the ratios carry over to another. The vaults
are generated (`benchmarks/generate.py`), the same ones every time."""


@dataclass(frozen=True, slots=True)
class Results:
    """`busy` is how many programs wanted to run before we began and at the end: well below 1 on a quiet machine."""

    found: tuple[Found, ...]
    peers: tuple[PeerFound, ...]
    rounds: int
    busy: tuple[float, float]
    day: str


def report(results: Results) -> str:
    """The whole of RESULTS.md."""
    found = results.found
    load = f"load {results.busy[0]:.1f} before it began, {results.busy[1]:.1f} at its end"
    profiles = [one for one in found if one.profile]
    return "\n".join(
        [
            *("# Speed, measured", "", _HOW.format(rounds=results.rounds), ""),
            *(f"Machine: {machine()}; {load}; {results.day}.", "", "## Budgets", ""),
            *(_tally(found), ""),
            *table(("Operation", "Size", "Found", "Budget", "", "Against", "CPU s", "Its s", "Remark"), _rows(found)),
            *("", "## Growth", ""),
            *(f"The exponent of CPU time over size, start-up included: 1 is linear. The budget is {GROWTH} each.", ""),
            *_growth(found),
            *("", "## Peers", ""),
            *(_PEERS, ""),
            *(_ahead(results.peers), "", *_peers(results.peers)),
            *("", "## Memory", ""),
            *("The most that a command held at once, in MiB; of `watch`, what is its own at rest.", ""),
            *_memory(found),
            *(["", "## Profiles of what misses its budget", ""] if profiles else []),
            *(line for one in profiles for line in _profile(one)),
            "",
        ]
    )


def table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> list[str]:
    names = list(columns)
    return [_line(names), _line(["---"] * len(names)), *(_line(row) for row in rows)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tally(found: Iterable[Found]) -> str:
    """How many budgets were met, by name those that were not, and those that nothing was found about."""
    verdicts = [(one, verdict(one)) for one in found]
    failed = [f"{one.case} ({one.size:,} {one.of})" for one, said in verdicts if said == "not met"]
    met = sum(said == "met" for _, said in verdicts)
    judged = {(one.case, one.against, one.size) for one, said in verdicts if said}
    open_ones = [
        f"{case} ({size:,})" if size else case
        for (case, against), limits in BUDGETS.items()
        for size in limits
        if not any(key[:2] == (case, against) and size in {0, key[2]} for key in judged)
    ]
    parts = [f"Met: {met}.", f"Not met: {', '.join(failed) or 'none'}."]
    return " ".join([*parts, f"Not measured in this run: {', '.join(open_ones)}."] if open_ones else parts)


def _rows(found: Iterable[Found]) -> Iterable[tuple[str, ...]]:
    return (_row(one) for one in found if one.case not in MEMORY or one.value is not None or one.peak is None)


def _row(one: Found) -> tuple[str, ...]:
    size = f"{one.size:,} {one.of}"
    against = FLOOR_NAMES.get(one.against, one.against)
    budget = f"{one.budget:g}" if one.budget else ""
    if one.value is None:
        return one.case, size, "not measured", budget, "", against, "", "", one.remark
    shown = f"**{one.value:.2f}**" if one.unit == "x" else f"**{one.value:.2f}** {one.unit}"
    if one.pair is None:
        return one.case, size, shown, budget, verdict(one), against, "", "", one.remark
    if one.unit == "x" and one.value == one.pair.ratio:
        low, high = one.pair.spread
        shown = f"{shown} ({low:.2f} to {high:.2f})"
    return one.case, size, shown, budget, verdict(one), against, *_seconds(one), one.remark


def _seconds(one: Found) -> tuple[str, str]:
    return (f"{one.pair.cpu:.3f}", f"{one.pair.floor_cpu:.3f}" if one.against else "") if one.pair else ("", "")


def _growth(found: Iterable[Found]) -> list[str]:
    rows = []
    for (case, of), costs in costs_by_case(found).items():
        overall = exponent(costs)
        if overall is None:
            continue
        step = last_step(costs)
        seconds = ", ".join(f"{size:,}: {cost:.3f}" for size, cost in sorted(costs.items()))
        judged = "met" if overall <= GROWTH else "not met"
        rows.append((case, of, f"**{overall:.2f}**", judged, "" if step is None else f"{step:.2f}", seconds))
    return table(("Operation", "Over", "Exponent", "", "Of the last step", "CPU s"), rows)


_PEERS = """Each does the nearest job it has, in turn with ours, three rounds (one where a run takes longer than 40 s), within
300 s a run. An empty cell: it was not there, or could not do it. "Ours" is our CPU time over theirs: below 1, we are ahead."""


def _ahead(found: Iterable[PeerFound]) -> str:
    """The budget is to be ahead of every one."""
    measured = [one for one in found if one.pair is not None]
    behind = [f"{one.peer} at {one.job} ({one.size:,})" for one in measured if not one.is_ahead]
    return f"Ahead in {len(measured) - len(behind)} of {len(measured)}. Not ahead of: {', '.join(behind) or 'nobody'}."


def _peers(found: Iterable[PeerFound]) -> list[str]:
    rows = []
    for one in found:
        name = f"{one.peer} {one.version}".strip()
        if one.pair is None:
            rows.append((one.job, f"{one.size:,}", name, "", "", "", "", "", one.does))
            continue
        seconds = f"{one.pair.floor_cpu:.3f}", f"{one.pair.cpu:.3f}"
        ahead, rounds = "yes" if one.is_ahead else "no", str(len(one.pair.ours))
        rows.append((one.job, f"{one.size:,}", name, f"**{one.pair.ratio:.3f}**", ahead, *seconds, rounds, one.does))
    columns = ("Job", "Notes", "Peer", "Ours", "Ahead", "Its CPU s", "Our CPU s", "Rounds", "What it does")
    return table(columns, rows)


def _memory(found: Iterable[Found]) -> list[str]:
    peaks: dict[tuple[str, int, str], float] = {}
    for one in found:
        if one.memory is not None:
            peaks.setdefault((one.case, one.size, one.of), one.memory)
    rows = []
    for (case, size, of), peak in peaks.items():
        most = MEMORY.get(case)
        judged = "" if most is None or size != _LARGE else "met" if peak <= most else "not met"
        rows.append((case, f"{size:,} {of}", f"**{peak:.0f}**", f"{most:g} at 100,000" if most else "", judged))
    return table(("Operation", "Size", "MiB", "Budget", ""), rows)


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
