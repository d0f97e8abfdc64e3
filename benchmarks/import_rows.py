"""What an import costs beside the least that it could: reading the rows, and writing a file for each of them.

python -m benchmarks.import_rows [ROWS]      prints the seconds of CPU of both, A B A B, and their ratio; also of the
second import of the same file, which changes nothing
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

_ROUNDS = 3
_FIRST = "Ada Ben Cleo Dora Eve Finn Gus Hana Ida Jan".split()
_SYLLABLES = "ma be ro ti nu ka le so vi du".split()
_HEADER = (
    "First Name", "Last Name", "Email", "Company", "Job Title", "Phone", "City", "Birthday", "Tags", "LinkedIn", "Notes",
)  # fmt: skip
# The floor: no matching, no YAML, no reading back, no way to take it back. Each file is synced to the disk, as ours is.
_FLOOR = """
import csv, os, sys
os.makedirs(sys.argv[2])
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        with open(os.path.join(sys.argv[2], f"{row['First Name']} {row['Last Name']}.md"), "w") as note:
            note.write("---\\n" + "".join(f"{key}: {value}\\n" for key, value in row.items()) + "---\\n")
            note.flush()
            os.fsync(note.fileno())
"""


def write_people(file: Path, rows: int) -> None:
    """So many people, no two of one name, always the same."""
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out)
        table.writerow(_HEADER)
        table.writerows(_row(number) for number in range(rows))


def _row(number: int) -> tuple[str, ...]:
    last = "".join(_SYLLABLES[int(digit)] for digit in f"{number:06}").capitalize()
    slug, day = f"https://www.linkedin.com/in/p-{number}", f"19{50 + number % 50}-0{1 + number % 9}-1{number % 10}"
    return (
        _FIRST[number % 10], last, f"p{number}@x{number % 500}.example", f"Company {number % 800}", "Engineer",
        f"+31 6 {10_000_000 + number}", "Utrecht", day, "mentor, risk", slug, "Met in Graz.",
    )  # fmt: skip


def seconds(words: list[str], home: Path) -> float:
    """CPU of a command and its children, user and system."""
    before = os.times()
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home), "XDG_STATE_HOME": str(home)}
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def rounds(folder: Path, rows: int) -> Iterator[tuple[float, float, float]]:
    """(floor, first import, the same import again), seconds of CPU each."""
    source = folder / "people.csv"
    write_people(source, rows)
    for number in range(_ROUNDS):
        vault, home = folder / f"vault-{number}", folder / f"home-{number}"
        vault.mkdir()
        (vault / "vaultnet.toml").touch()
        ours = [sys.executable, "-m", "vaultnet", "-C", str(vault), "-q", "import", "csv", str(source), "--apply"]
        floor = seconds([sys.executable, "-c", _FLOOR, str(source), str(folder / f"floor-{number}")], home)
        yield floor, seconds(ours, home), seconds(ours, home)
        shutil.rmtree(vault)


def main() -> None:
    """The table of the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=10_000)
    rows = parser.parse_args().rows
    with TemporaryDirectory() as folder:
        measured = [*rounds(Path(folder), rows)]
    for floor, first, again in measured:
        print(f"floor {floor:6.2f} s   import {first:6.2f} s = {first / floor:5.1f}x   again {again:6.2f} s")
    floor, first, again = (median(column) for column in zip(*measured, strict=True))
    print(f"median of {_ROUNDS} rounds, {rows} rows: {first / floor:.1f} times the floor, again {again / floor:.1f}")


if __name__ == "__main__":
    main()
