"""What the long tests counted, as one table at the end: a soak test prints its counts, and this gathers them.

    tests/promises/test_d03_whole_files.py::test_d3_killed_at_a_system_call     31 cases   812 s   passed
        agenda: killed at 212 points

tests/conftest.py hangs the two hooks in. `make soak`, which is several runs, gives VAULTNET_SOAK_REPORT: a file for all.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

VARIABLE = "VAULTNET_SOAK_REPORT"


class Counted(NamedTuple):
    """One case: its test, how it ended, how long it took, what it printed."""

    test: str
    outcome: str
    seconds: float
    lines: list[str]


_counted: list[Counted] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """The call of each soak test, and whatever went wrong before or after it."""
    if "soak" not in report.keywords or (report.when != "call" and report.passed):
        return
    outcome = report.outcome if report.when == "call" else f"{report.outcome} in {report.when}"
    lines = [line.strip() for line in report.capstdout.splitlines() if line.strip()] if report.when == "call" else []
    _counted.append(Counted(report.nodeid, outcome, report.duration, lines))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table; in `make soak` the rows go into its file instead. With xdist only who gathers all has rows to tell."""
    if not _counted or hasattr(terminalreporter.config, "workerinput"):
        return
    file = os.environ.get(VARIABLE)
    if file is None:
        terminalreporter.write_sep("=", "what the soak counted")
        terminalreporter.write_line(render_table(_counted))
        return
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(row)}\n" for row in _counted)


def load_rows(file: Path) -> list[Counted]:
    """What all runs have written into the file; [] where none came so far."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [Counted(*json.loads(line)) for line in text.splitlines()]


def render_table(rows: Iterable[Counted]) -> str:
    """A row for each test function, its cases' counts below it."""
    functions: dict[str, list[Counted]] = {}
    for row in sorted(rows):
        functions.setdefault(row.test.partition("[")[0], []).append(row)
    lines = []
    for name, cases in functions.items():
        outcomes = [case.outcome for case in cases]
        ended = ", ".join(f"{outcomes.count(one)} {one}" for one in sorted(set(outcomes)))
        lines.append(f"{name}  {ended}  {sum(case.seconds for case in cases):.0f} s")
        lines += [f"    {line}" for case in cases for line in case.lines]
        lines += [f"    FAILED {case.test}" for case in cases if case.outcome != "passed"]
    return "\n".join(lines)
