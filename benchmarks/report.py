"""The figures as a Markdown table, ratios first, and the machine they were taken on, without its name."""

import math
import platform
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.cases import Found

_MEMORY = {"cold index": 300, "warm agenda": 30}  # MiB at 100,000 notes
_GROWTH = 1.05


def report(found: list[Found], rounds: int, busy: float) -> str:
    """The whole of RESULTS.md. `busy` is how many programs wanted to run before we began: well below 1 on a quiet machine."""
    how = (
        "Written by `make bench`; the budgets are those of the design. A ratio is the CPU time (user and system, children"
        f" included) of the command over that of its floor, medians of {rounds} runs each, taken in turn (A B A B) with a"
        " warm file cache and no vaultnet resident; in brackets the middle half of the rounds. Seconds are of this"
        " machine, and only the ratios carry over to another."
    )
    return "\n".join(
        [
            "# Speed, measured",
            "",
            how,
            "",
            f"Machine: {machine()}; load {busy:.1f} before it began.",
            "",
            *_table(
                ("Operation", "Notes", "Ratio", "Budget", "", "Against", "CPU s", "Floor s", "Remark"),
                [_row(one) for one in found],
            ),
            "",
            "## Growth and memory",
            "",
            *_table(("What", "Found", "Budget", ""), [*_growth(found), *_memory(found)]),
            "",
        ]
    )


def machine() -> str:
    """Processor, cores, system, versions: enough to compare, nothing that tells whose it is."""
    model = platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    cores = len(_cores())
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{model}, {cores} cores, {platform.system()}; Python {python}, SQLite {sqlite3.sqlite_version}"


def _cores() -> Sequence[int]:
    import os

    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> list[str]:
    names = list(columns)
    return [_line(names), _line(["---"] * len(names)), *(_line(row) for row in rows)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(one: Found) -> tuple[str, ...]:
    budget = f"{one.budget:g}" if one.budget else "none"
    if one.pair is None:
        return one.case, f"{one.notes:,}", "not measured", budget, "", one.floor, "", "", one.remark
    low, high = one.pair.spread
    ratio = f"**{one.pair.ratio:.2f}** ({low:.2f} to {high:.2f})"
    verdict = _verdict(one.pair.ratio, one.budget)
    seconds = f"{one.pair.cpu:.3f}", f"{one.pair.floor_cpu:.3f}"
    return one.case, f"{one.notes:,}", ratio, budget, verdict, one.floor, *seconds, one.remark


def _verdict(found: float, budget: float | None) -> str:
    return "" if budget is None else "met" if found <= budget else "not met"


def _growth(found: list[Found]) -> list[tuple[str, ...]]:
    """log(time ratio) / log(size ratio) between the smallest and the largest vault; 1 is linear."""
    rows: list[tuple[str, ...]] = []
    for case in ("cold index", "warm agenda"):
        times = {one.notes: one.pair.cpu for one in reversed(found) if one.case == case and one.pair}
        if len(times) > 1:
            small, large = min(times), max(times)
            exponent = math.log(times[large] / times[small]) / math.log(large / small)
            what = f"growth exponent of the {case}, {small:,} to {large:,} notes"
            rows.append((what, f"**{exponent:.2f}**", f"{_GROWTH}", _verdict(exponent, _GROWTH)))
    return rows


def _memory(found: list[Found]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for case, most in _MEMORY.items():
        peaks = {one.notes: one.pair.peak for one in found if one.case == case and one.pair}
        for notes, peak in sorted(peaks.items()):
            verdict = _verdict(peak, most) if notes == 100_000 else ""
            rows.append(
                (f"peak memory of the {case}, {notes:,} notes, MiB", f"**{peak:.0f}**", f"{most} at 100,000", verdict)
            )
    return rows
