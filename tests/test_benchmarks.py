"""What the harness of `make bench` and `make bench-check` reckons: ratios, growth, verdicts, the report, what grew."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.cases import APART, NAMES, OF_A_VAULT, apart
from benchmarks.found import BUDGETS, FLOOR, FLOOR_NAMES, Found, memory_verdict, missing, profiled, ratio, verdict
from benchmarks.growth import costs_by_case, exponent, last_step
from benchmarks.instructions import compare, other_versions, read_total
from benchmarks.measure import Cost, Home, MeasureError, Pair, alternate, measure
from benchmarks.operations import OPERATIONS
from benchmarks.peer_jobs import JOBS
from benchmarks.peer_programs import pinned_versions
from benchmarks.peers import Job, PeerFound, Sides, in_turn
from benchmarks.peers import compare as compare_peers
from benchmarks.profiles import profile
from benchmarks.report import report
from benchmarks.results import Results, Run, load_results, merge, save_results
from benchmarks.watching import wait_until


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
        (Found("log one line", 77, "warm agenda", 1.35, extra=0.05), "met"),
        (Found("log one line", 77, "warm agenda", 1.36, extra=0.05), "not met"),
        (Found("due", 77, "walk", 9.0, extra=0.05), ""),
        (missing("warm agenda", 10_000, "it is not there"), ""),
    ],
)
def test_verdict(found: Found, said: str) -> None:
    assert verdict(found) == said


@pytest.mark.parametrize(
    ("size", "peak", "said"), [(100_000, 40.0, "met"), (100_000, 41.0, "not met"), (1_000, 99.0, "")]
)
def test_memory_is_judged_at_100_000_notes(size: int, peak: float, said: str) -> None:
    assert memory_verdict(Found("watch", size, "", None, peak=peak)) == said


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
        ratio(f"{FLOOR}the least", 10_000, "naive loop", pair((10, 19))),
        Found("watch", 100_000, "", None, peak=41.0),
        Found("log one line", 10_000, "warm agenda", 1.34, extra=0.05),
        missing("log", 10_000, "exit code 3"),
    )
    peers = (
        PeerFound("find", 1_000, "bl", "2.1", pair((2, 1), (2, 1)), "reads every file"),
        PeerFound("find", 1_000, "rg", "13.0.0", pair((1, 2)), "matches anything", apart="by its budget"),
        PeerFound("find", 1_000, "zk", "", None, "not on the PATH"),
    )
    text = report(Results("proportional", found, peers, (Run("2026-06-15 18:04", 7, (0.1, 0.2), "a machine"),)))
    for line in (
        "\n2026-06-15 18:04, 7 rounds, load 0.1 before it began, 0.2 at its end; a machine.\n",
        "Met: 1. Not met: cold index (10,000 notes), memory of watch (100,000 notes). Not measured: warm agenda (10,000),",
        "| floor: the least | 10,000 notes | **1.90** (1.90 to 1.90) |  |  | naive python-frontmatter loop | 19.000 |",
        "| log one line | 10,000 notes | **1.34** | 1.3 + 0.05 | met | warm agenda |",
        "| cold index | 10,000 notes | **2.00** (2.00 to 2.00) | 0.8 | not met | naive python-frontmatter loop | 20.000 |",
        "| log | 10,000 notes | not measured |  |  |  |  |  | exit code 3 |",
        "| cold index | notes | **1.00** | met |  | 1,000: 2.000, 10,000: 20.000 |",
        "| find | 1,000 | bl 2.1 | **0.500** | yes | 2.000 | 1.000 | 2 | reads every file |",
        "| find | 1,000 | rg 13.0.0 | **2.000** | no; by its budget | 1.000 | 2.000 | 1 | matches anything |",
        "Ahead in 1 of 1. Not ahead of: nobody.",
        "| find | 1,000 | zk |  |  |  |  |  | not on the PATH |",
        "| watch | 100,000 notes | **41** | 40 at 100,000 | not met |",
        "0.1 s in 3 calls",
    ):
        assert line in text
    assert str(Path.cwd()) not in text


def test_a_report_of_one_row_has_that_row_and_no_empty_table() -> None:
    def headings(results: Results) -> list[str]:
        text = report(results, is_whole=False)
        assert "not measured" not in text.lower()
        assert "0 of 0" not in text
        assert "Met: 0" not in text
        return [line for line in text.split("\n") if line.startswith("## ")]

    run = Run("2026-06-15 18:04", 7, (0.1, 0.2), "a machine")
    row = ratio("due", 10_000, "walk", pair((1, 2)))
    assert headings(Results("proportional", (row,), (), (run,))) == ["## Budgets", "## Memory"]
    nothing_there = PeerFound("find", 1_000, "zk", "", None, "not on the PATH")
    assert headings(Results("proportional", (), (nothing_there,), (run,))) == ["## Peers"]
    assert headings(Results("proportional", (), (), (run,))) == []


def test_what_is_measured_anew_replaces_what_was_measured_with_it_and_the_page_says_when(tmp_path: Path) -> None:
    def results(day: str, *found: Found) -> Results:
        peers = (PeerFound("find", 10, "rg", "13", pair((2, 1)), "reads", by="peers", run=day),)
        return Results(
            "proportional", tuple(replace(one, run=day) for one in found), peers, (Run(day, 7, (0, 0), "m"),)
        )

    old = results(
        "1 June",
        Found("merge driver", 10, "start", 2.0, of="kB", by="merge"),
        Found("warm agenda", 10, "walk", 1.0, by="warm"),
        Found("due", 10, "walk", 3.0, by="warm"),
        replace(missing("find", 10, "no rg"), by="find"),
    )
    new = results(
        "2 June", Found("warm agenda", 10, "walk", 1.1, by="warm"), Found("cold index", 10, "read", 4.0, by="cold")
    )
    save_results(old, tmp_path / "RESULTS.json")
    assert load_results(tmp_path / "RESULTS.json") == old
    whole = merge(load_results(tmp_path / "RESULTS.json"), new)
    assert [(one.case, one.run) for one in whole.found] == [
        ("merge driver", "1 June"), ("cold index", "2 June"), ("warm agenda", "2 June"), ("find", "1 June"),
    ]  # fmt: skip
    assert [one.run for one in whole.peers] == ["2 June"]
    text = report(whole)
    assert "- 1 June, 7 rounds, load 0.0 before it began, 0.0 at its end; m: merge (10 kB), find (10 notes)\n" in text
    assert "- 2 June, 7 rounds, load 0.0 before it began, 0.0 at its end; m: all the rest\n" in text
    assert merge(whole, results("3 June", *whole.found)).runs == (Run("3 June", 7, (0, 0), "m"),)


def test_a_row_that_is_measured_by_itself_leaves_the_page_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure_vault(_shape: str, notes: int, names: list[str], _rounds: int) -> tuple[list[Found], list[PeerFound]]:
        return [Found(f"case of {name}", notes, "walk", 1.0, by=name) for name in names if name in OF_A_VAULT], []

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["bench", *words])
        with pytest.raises(SystemExit) as left:
            bench.main()
        assert left.value.code == 0
        return capsys.readouterr().out.rstrip("\n")

    monkeypatch.setattr(bench, "HERE", tmp_path)
    monkeypatch.setattr(bench, "measure_vault", measure_vault)
    monkeypatch.setattr(
        bench, "measure_apart", lambda names, _: [Found(name, 1, "", 1.0, by=name) for name in names if name in APART]
    )
    whole = run()
    assert whole == (tmp_path / "RESULTS.md").read_text().rstrip("\n")
    assert all(f"| case of {name} | 10,000 notes |" in whole for name in OF_A_VAULT)
    assert "| case of warm | 20 notes |" in run("--merge", "--sizes", "20", "--only", "warm")
    assert "| case of find | 30 notes |" in run("--sizes", "30", "--only", "find")
    page = (tmp_path / "RESULTS.md").read_text()
    assert all(f"| {name} | 1 notes |" in page for name in APART)
    assert all(row in page for row in ("| case of find | 10,000 notes |", "| case of warm | 20 notes |"))
    assert "| case of find |" not in run("--only", "merge", "--no-write")
    assert (tmp_path / "RESULTS.md").read_text() == page
    assert "# Speed on a vault of a lifetime" in run("--shape", "lifetime")
    assert not set(APART) & {one.by for one in load_results(tmp_path / "LIFETIME.json").found}


def test_every_case_has_a_place_in_the_page() -> None:
    assert [name for name in NAMES if list(apart(name))] == list(APART)


def test_every_budget_has_a_floor_with_a_name() -> None:
    assert {against for _, against in BUDGETS} <= FLOOR_NAMES.keys()


def test_a_program_that_does_not_end_in_time_is_ended_with_its_children(tmp_path: Path) -> None:
    started = tmp_path / "started"
    line = ["sh", "-c", f"echo $$ > {started}; sleep 600"]
    with pytest.raises(MeasureError, match="not done within 1 s"):
        measure(line, dict(os.environ), limit=0.6)
    asked = ["ps", "-o", "stat=", "-p", started.read_text().strip()]
    wait_until(lambda: subprocess.run(asked, capture_output=True, check=False).stdout[:1] in {b"", b"Z"}, "its end")


def test_a_peer_that_fails_is_an_empty_cell_with_the_reason() -> None:
    class Vault:
        notes, of, home, place = 300, "notes", Home(Path()), Path("/nowhere/at/all")

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
        "exit code 1: ... is odd. does something", "not asked at this size. too much", "not on the PATH",
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
