"""An export of LinkedIn of any length, always the same.

    python -m benchmarks.import_rows FILE --rows 10000

As LinkedIn writes it: three lines of a remark, a header, most people without a mail address; no two of one name.
"""

import argparse
import csv
from datetime import date, timedelta
from pathlib import Path

from benchmarks import words

_REMARK = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
)
_HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_SYLLABLES = "ma be ro ti nu ka le so vi du".split()
_FIRST_DAY = date(2011, 3, 1)


def write_connections(file: Path, rows: int) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        out.write(_REMARK)
        table = csv.writer(out)
        table.writerow(_HEADER)
        table.writerows(_row(number) for number in range(rows))


def _row(number: int) -> tuple[str, ...]:
    last = "".join(_SYLLABLES[int(digit)] for digit in f"{number:06}").capitalize()
    day = _FIRST_DAY + timedelta(days=number % 5_000)
    return (
        words.FIRST[number % len(words.FIRST)], last, f"https://www.linkedin.com/in/p-{number}",
        f"p{number}@x{number % 500}.example" if number % 20 == 0 else "", f"Company {number % 800}",
        words.ROLES[number % len(words.ROLES)], day.strftime("%d %b %Y"),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Make an export of LinkedIn.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=10_000)
    given = parser.parse_args()
    write_connections(given.file, given.rows)


if __name__ == "__main__":
    main()
