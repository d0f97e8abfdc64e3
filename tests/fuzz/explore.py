"""One target explored by atheris, in a process of its own: libFuzzer never comes back from where it was started.

python -m tests.fuzz.explore vcard 30 /tmp/corpus     30 s; what breaks the target is left in /tmp/corpus/found-...
"""

import sys
from pathlib import Path

import atheris

# Only our own code is watched: what the libraries do inside is their business, what they raise is ours.
with atheris.instrument_imports(include=["vaultnet"]):
    from tests.fuzz.targets import LONGEST, attempt, seeds_of


def explore(name: str, seconds: int, folder: Path) -> None:
    """Prints libFuzzer's statistics; ends with its exit code."""
    for number, seed in enumerate(seeds_of(name)):
        (folder / f"seed-{number}").write_bytes(seed[:LONGEST])
    words = [
        "explore",
        str(folder),
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=10",  # of one input: a machine that does eight things at once is slow
        "-rss_limit_mb=1024",
        "-print_final_stats=1",
        "-verbosity=0",
        f"-artifact_prefix={folder}/found-",
    ]
    atheris.Setup(words, lambda data: attempt(name, data) and None)
    atheris.Fuzz()


if __name__ == "__main__":
    explore(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
