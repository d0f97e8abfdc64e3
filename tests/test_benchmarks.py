"""What the harness of `make bench` and `make bench-check` reckons: ratios, growth, verdicts, the report, what grew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.found import BUDGETS, FLOOR_NAMES, Found, missing, profiled, ratio, verdict
from benchmarks.growth import costs_by_case, exponent, last_step
from benchmarks.import_rows import write_connections
from benchmarks.instructions import compare, other_versions, read_total
from benchmarks.measure import Cost, Home, MeasureError, Pair, alternate, measure
from benchmarks.operations import OPERATIONS
from benchmarks.peer_jobs import JOBS
from benchmarks.peer_programs import pinned_versions
from benchmarks.peer_vaults import hermit_tables, make_friends, make_orbit, make_zk, read_people
from benchmarks.peers import Job, PeerFound, Sides, in_turn
from benchmarks.peers import compare as compare_peers
from benchmarks.profiles import profile
from benchmarks.report import Results, report
from benchmarks.watching import wait_until
from tests.vaults import make_vault

ADA = """
== People/Ada Berg.md
---
type: contact
company: "[[Tidemark]]"
role: engineer
email: ada@people.example
phone: "+31 6 1"
location: Utrecht
---
Likes maps.

## Raise next time
- the flood?

## Log
- 2026-05-30 coffee: talked, with [[Ben Lund]] #gave
- 2026-01-02 call: hello
== Organizations/Tidemark.md
---
type: organization
location: Utrecht
---
Ships.
== Meetings/2026-05-30 Talk.md
---
type: meeting
date: 2026-05-30
with:
  - "[[Ada Berg]]"
---
We met.
== Daily/2026-05-30.md
coffee with [[Ada Berg]]
== Notes/Maps.md
# Maps
"""


def pair(*costs: tuple[float, float]) -> Pair:
    """(floor, ours) by CPU; the wall takes twice as long; 10 MiB."""
    floors, ours = zip(*((Cost(a, a * 2, 10 << 20), Cost(b, b * 2, 10 << 20)) for a, b in costs), strict=True)
    return Pair(floors, ours)


def test_a_ratio_is_that_of_the_medians_and_its_spread_the_middle_half() -> None:
    found = pair((1, 2), (1, 3), (1, 9), (2, 4), (1, 1))
    assert found.ratio == 3.0
    assert found.spread == (2.0, 3.0)
    assert found.peak == 10


@pytest.mark.parametrize(
    ("costs", "expected", "step"),
    [
        ({1_000: 0.1, 10_000: 1.0}, 1.0, None),
        ({1_000: 0.1, 10_000: 0.1, 100_000: 10.0}, 1.0, 2.0),
        ({1_000: 0.2, 10_000: 0.2}, 0.0, None),
        ({1_000: 0.2}, None, None),
        ({}, None, None),
    ],
)
def test_growth_is_the_exponent_between_smallest_and_largest(
    costs: dict[int, float], expected: float | None, step: float | None
) -> None:
    assert exponent(costs) == pytest.approx(expected)
    assert last_step(costs) == pytest.approx(step)


def test_of_a_case_that_was_measured_twice_the_first_counts_for_growth() -> None:
    found = [ratio("cold index", 10, "naive loop", pair((1, 2))), ratio("cold index", 10, "read", pair((1, 9)))]
    assert costs_by_case([*found, missing("due", 10, "no reason")]) == {("cold index", "notes"): {10: 2}}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ratio("warm agenda", 10_000, "walk", pair((1, 1.3))), "met"),
        (ratio("warm agenda", 10_000, "walk", pair((1, 1.31))), "not met"),
        (ratio("warm agenda", 100_000, "walk", pair((1, 1.3))), "not met"),
        (ratio("warm agenda", 1_000, "walk", pair((1, 9))), ""),
        (ratio("warm agenda", 10_000, "read", pair((1, 9))), ""),
        (ratio("agenda with watch running", 77, "hello", pair((1, 1.2))), "met"),
        (Found("watch latency after the debounce", 77, "", 5.1, "ms"), "not met"),
        (missing("warm agenda", 10_000, "it is not there"), ""),
    ],
)
def test_verdict(found: Found, said: str) -> None:
    assert verdict(found) == said


def test_only_what_misses_its_budget_is_profiled_and_a_failing_profile_says_so() -> None:
    def fails() -> str:
        raise MeasureError("no such command")

    slow = ratio("warm agenda", 10_000, "walk", pair((1, 2)))
    assert profiled(slow, fails).profile == "no profile: no such command"
    assert profiled(ratio("warm agenda", 10_000, "walk", pair((1, 1))), fails).profile == ""


def test_the_report_has_ratios_first_and_every_reason_and_names_no_folder() -> None:
    found = (
        ratio("cold index", 1_000, "naive loop", pair((1, 2))),
        profiled(ratio("cold index", 10_000, "naive loop", pair((10, 20))), lambda: "0.1 s in 3 calls"),
        Found("watch", 10_000, "", None, peak=41.0),
        missing("log", 10_000, "exit code 3"),
    )
    peers = (
        PeerFound("find", 1_000, "rg", "13.0.0", pair((2, 1), (2, 1)), "reads every file"),
        PeerFound("find", 1_000, "zk", "", None, "not on the PATH"),
    )
    text = report(Results(found, peers, rounds=7, busy=(0.1, 0.2), day="2026-06-15"))
    for line in (
        "Met: 0. Not met: cold index (10,000 notes). Not measured in this run: warm agenda (10,000),",
        "| cold index | 10,000 notes | **2.00** (2.00 to 2.00) | 0.8 | not met | naive python-frontmatter loop | 20.000 |",
        "| log | 10,000 notes | not measured |  |  |  |  |  | exit code 3 |",
        "| cold index | notes | **1.00** | met |  | 1,000: 2.000, 10,000: 20.000 |",
        "| find | 1,000 | rg 13.0.0 | **0.500** | yes | 2.000 | 1.000 | 2 | reads every file |",
        "Ahead in 1 of 1. Not ahead of: nobody.",
        "| find | 1,000 | zk |  |  |  |  |  | not on the PATH |",
        "| watch | 10,000 notes | **41** | 40 at 100,000 |  |",
        "0.1 s in 3 calls",
    ):
        assert line in text
    assert str(Path.cwd()) not in text


def test_every_budget_has_a_floor_with_a_name() -> None:
    known = {*FLOOR_NAMES, "rg -l", "warm agenda"}
    assert {against for _, against in BUDGETS} <= known


def test_a_program_that_does_not_end_in_time_is_ended_with_its_children(tmp_path: Path) -> None:
    started = tmp_path / "started"
    line = ["sh", "-c", f"echo $$ > {started}; sleep 600"]
    with pytest.raises(MeasureError, match="not done within 1 s"):
        measure(line, dict(os.environ), limit=0.6)
    asked = ["ps", "-o", "stat=", "-p", started.read_text().strip()]
    wait_until(lambda: subprocess.run(asked, capture_output=True, check=False).stdout[:1] in {b"", b"Z"}, "its end")


def test_a_peer_that_fails_is_an_empty_cell_with_the_reason() -> None:
    class Vault:
        notes, home, place = 300, Home(Path()), Path("/nowhere/at/all")

    def prepare(_subject: object, program: str) -> Sides:
        return Sides([program, "-c", "import sys; sys.exit('/nowhere/at/all is odd')"], [program, "-c", "pass"])

    jobs = [
        Job("find", "sh", "does something", lambda _subject, _path: prepare(_subject, sys.executable)),
        Job("find", "sh", "too much", lambda _subject, _path: prepare(_subject, sys.executable), most=100),
        Job("find", "no-such-program-anywhere", "nothing", prepare),
    ]
    found = compare_peers(Vault(), jobs)  # type: ignore[arg-type]
    assert [(one.pair, one.is_ahead) for one in found] == [(None, None)] * 3
    assert [one.does for one in found] == [
        "exit code 1: ... is odd. does something", "not asked at this size", "not on the PATH",
    ]  # fmt: skip


@pytest.mark.parametrize(("is_warm", "made"), [(False, 3), (True, 2)])
def test_both_are_run_in_turn_and_the_first_round_counts_only_where_all_is_warm(
    tmp_path: Path, made: int, *, is_warm: bool
) -> None:
    done: list[str] = []
    pair = alternate(
        ["true"], ["true"], Home(tmp_path), 2, before_floor=lambda: done.append("A"), before_ours=lambda: done.append("B"),
        is_warm=is_warm,
    )  # fmt: skip
    assert done == ["A", "B"] * made
    assert len(pair.floors) == len(pair.ours) == 2


def test_a_quick_peer_is_measured_three_times_after_one_that_does_not_count(tmp_path: Path) -> None:
    done: list[str] = []
    sides = Sides(["true"], ["true"], lambda: done.append("theirs"), lambda: done.append("ours"))
    assert len(in_turn(sides, Home(tmp_path)).ours) == 3
    assert done == ["theirs", "ours"] * 4


def test_every_peer_of_the_registry_is_pinned_and_named() -> None:
    assert {"orbit-crm", "hermitcrm", "backlinker", "obsidiantools", "khard"} <= pinned_versions().keys()
    assert {job.program for job in JOBS} == {"python", "orbit", "hermitcrm", "bl", "khard", "friends", "zk", "rg"}


def test_the_people_of_a_vault_in_the_forms_of_the_peers(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", ADA)
    (ada,) = read_people(root)
    assert (ada.name, ada.company, ada.prose) == ("Ada Berg", "Tidemark", "Likes maps.")
    assert ada.touches == (("2026-05-30", "coffee: talked, with [[Ben Lund]] #gave"), ("2026-01-02", "call: hello"))

    for folder in ("01_People", "02_Organizations", "03_Interactions"):
        (tmp_path / "orbit" / folder).mkdir(parents=True)
    assert make_orbit(root, tmp_path / "orbit") == 5
    note = (tmp_path / "orbit/01_People/Ada Berg.md").read_text()
    assert 'org: "[[Tidemark]]"\n' in note
    assert "- 2026-01-02 call: hello" in note

    make_friends(root, tmp_path / "friends.md")
    assert "- 2026-05-30: coffee: talked, with Ben Lund gave **Ada Berg**\n" in (tmp_path / "friends.md").read_text()

    companies, people = hermit_tables(root, tmp_path)
    assert companies.read_text().splitlines() == ["name\tstage", "Tidemark\twon"]
    assert people.read_text().splitlines()[1] == "Ada Berg\tada@people.example\tTidemark\tengineer\t+31 6 1"

    make_zk(root, tmp_path / "zk", with_links=False)
    assert (tmp_path / "zk/Daily/2026-05-30.md").read_text() == "coffee with Ada Berg\n"


def test_rows_for_the_import_are_many_people_of_different_names(tmp_path: Path) -> None:
    write_connections(tmp_path / "Connections.csv", 100)
    lines = (tmp_path / "Connections.csv").read_text().splitlines()
    assert lines[3].startswith("First Name,Last Name,URL,")
    assert len({tuple(line.split(",")[:2]) for line in lines[4:]}) == 100


def test_a_profile_names_the_most_expensive_functions(tmp_path: Path) -> None:
    lines = profile(["vaultnet", "--version"], Home(tmp_path)).splitlines()
    assert " s in " in lines[0]
    assert len(lines) == 9
    assert not any(str(Path.cwd()) in line for line in lines)


def test_what_has_grown_by_more_than_a_tenth_is_named() -> None:
    recorded = {"agenda": 1_000_000.0, "due": 1_000_000.0, "find": 1_000_000.0, "gone": 1.0}
    lines, grown = compare(recorded, {"agenda": 1_090_000.0, "due": 1_110_000.0, "find": 800_000.0, "new": 5_000.0})
    assert grown == ["due"]
    assert [line.split(maxsplit=1)[1] for line in lines] == [
        "1,090,000    +9.0%", "1,110,000   +11.0%  GREW", "800,000   -20.0%  shrank: record it",
        "5,000  not recorded yet", "recorded, but no longer there",
    ]  # fmt: skip


def test_counts_of_other_versions_are_not_compared() -> None:
    recorded = {"python": "3.11.7", "click": "8.1"}
    assert other_versions(recorded, recorded) == []
    assert other_versions(recorded, {"python": "3.12.0", "click": "8.1", "x": "1"}) == [
        "python 3.11.7, now 3.12.0", "x none, now 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "total"),
    [("events: Ir\nfn=a\n1 5\ntotals: 1234\n", 1234), ("events: Ir\nsummary: 77 \n\n1 5\n", 77)],
)
def test_the_total_of_callgrind(text: str, total: int) -> None:
    assert read_total(text) == total


def test_a_file_of_callgrind_without_total_is_no_zero() -> None:
    with pytest.raises(MeasureError):
        read_total("events: Ir\n")


def test_a_dozen_operations_are_counted() -> None:
    assert len(OPERATIONS) >= 12
