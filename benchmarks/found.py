"""What one case has found, and what its budget asks of it (docs/decisions/0027-budgets-below-their-floor.md has all).

Found("warm agenda", 10_000, "walk", 1.21, pair=...)     1.21 times the floor named `walk`
Found("watch latency", 10_000, "", 4.2, unit="ms")       a figure by itself
verdict(found)                                           ->   "met"
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.measure import MeasureError, Pair

GROWTH = 1.05  # the exponent that no operation may pass
# (case, against) -> the most that is allowed, by how many notes (rows, kB) there are; 0: at every size.
BUDGETS: dict[tuple[str, str], dict[int, float]] = {
    ("warm agenda", "walk"): {10_000: 1.3, 100_000: 1.15},
    ("agenda with watch running", "hello"): {0: 1.25},
    ("agenda with watch running, beside zk", "zk"): {0: 1.0},
    ("agenda after one edit in prose", "warm agenda"): {10_000: 1.5, 100_000: 1.2},
    ("agenda after one edit in a log", "warm agenda"): {10_000: 1.5, 100_000: 1.2},
    ("agenda after an edit that changes it", "warm agenda"): {10_000: 1.5, 100_000: 1.2},
    ("cold index", "naive loop"): {10_000: 0.8},
    ("cold index with full text", "read"): {100_000: 8.0},
    ("find of a rare word, no walk", "rg -l"): {10_000: 1.6, 100_000: 0.35},
    ("completion of a name", "start"): {10_000: 3.0},
    ("merge driver", "start"): {100: 4.0},
    ("log one line", "warm agenda"): {0: 1.3},
    ("watch latency after the debounce", ""): {0: 5.0},
    ("watch at rest", ""): {100_000: 1.0},
    ("import, plan", ""): {10_000: 1.0},
    ("import of 10,000 rows into it, plan", ""): {0: 1.0},
    ("import --apply", "batched writes"): {10_000: 3.0},
}
_LARGE = 100_000
MEMORY = {"cold index": 300.0, "warm agenda": 30.0, "watch": 40.0}  # MiB at 100,000 notes
FLOOR = "floor: "  # what stands before the name of a case that is no command of ours, but what cannot be undercut
# What the floors, or what else a case is measured against, are called in the report.
FLOOR_NAMES = {
    "walk": "Python, click, sqlite3, walk and stat",
    "hello": 'click "hello"',
    "read": "reading every byte",
    "start": "starting Python",
    "naive loop": "naive python-frontmatter loop",
    "batched writes": "writing and syncing the same files in batches",
    "zk": "zk's run with nothing changed",
    "warm agenda": "warm agenda",
    "rg -l": "rg -l",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One case at one size: a ratio to `against`, or a figure in `unit`. `value` is None where it could not be
    measured; `remark` says why. `peak` in MiB, where it is not the pair's. `extra` is what the budget allows besides, as
    one synced write, in units of `against`. `by` is the name that `--only` takes, and `run` when it was measured.
    """

    case: str
    size: int
    against: str
    value: float | None
    unit: str = "x"
    pair: Pair | None = None
    remark: str = ""
    of: str = "notes"
    peak: float | None = None
    profile: str = ""
    extra: float = 0.0
    by: str = ""
    run: str = ""

    @property
    def limit(self) -> float | None:
        """The budget, without what it allows besides."""
        limits = BUDGETS.get((self.case, self.against), {})
        return limits.get(self.size, limits.get(0))

    @property
    def budget(self) -> float | None:
        return None if self.limit is None else self.limit + self.extra

    @property
    def memory(self) -> float | None:
        return self.peak if self.peak is not None else self.pair.peak if self.pair else None


def ratio(case: str, size: int, against: str, pair: Pair, remark: str = "", of: str = "notes") -> Found:
    """By CPU time."""
    return Found(case, size, against, pair.ratio, pair=pair, remark=remark, of=of)


def missing(case: str, size: int, reason: str, of: str = "notes") -> Found:
    return Found(case, size, "", None, remark=reason, of=of)


def verdict(found: Found) -> str:
    """`met`, `not met`, or nothing where no budget asks for anything at this size."""
    if found.budget is None or found.value is None:
        return ""
    return "met" if found.value <= found.budget else "not met"


def memory_verdict(found: Found) -> str:
    """The same of the most memory that was held at once."""
    most = MEMORY.get(found.case)
    if most is None or found.memory is None or found.size != _LARGE:
        return ""
    return "met" if found.memory <= most else "not met"


def profiled(found: Found, profile: Callable[[], str]) -> Found:
    """With the profile of the command where it misses its budget: it is taken only then."""
    if verdict(found) != "not met":
        return found
    try:
        return replace(found, profile=profile())
    except MeasureError as failure:
        return replace(found, profile=f"no profile: {failure}")
