"""Blocks made to kill: each is read in a child process, within two seconds and 256 MB, without a crash."""

import subprocess
import sys
from pathlib import Path

import pytest

from vaultnet.text.frontmatter import parse_frontmatter

ROOT = Path(__file__).parents[2]


def bomb(levels: int, *, merge: bool = False) -> str:
    """Every level holds the one before twice: 2**levels values if unfolded."""
    first = "a0: &a0 {x: 1}\n" if merge else "a0: &a0 [x]\n"
    line = "a{0}: &a{0} {{<<: [*a{1}, *a{1}]}}\n" if merge else "a{0}: &a{0} [*a{1}, *a{1}]\n"
    return first + "".join(line.format(level, level - 1) for level in range(1, levels + 1))


# name -> (block, the rules reported)
HOSTILE = {
    "alias bomb, 22 levels": (bomb(22), "frontmatter-alias"),
    "alias bomb, 60 levels": (bomb(60), "frontmatter-alias"),
    "merge bomb, 22 levels": (bomb(22, merge=True), "frontmatter-alias"),
    "merge bomb, 60 levels": (bomb(60, merge=True), "frontmatter-alias"),
    "bomb in JSON spelling": (
        '{"a":&a [x,x],"b":&b [*a,*a],"c":&c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]}\n',
        "frontmatter-alias frontmatter-json",
    ),
    "alias chain": (
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 500)),
        "frontmatter-too-deep",
    ),
    "40,000 open lists": ("a: " + "[" * 40_000 + "\n", "frontmatter-too-deep"),
    "40,000 lists": ("a: " + "[" * 40_000 + "]" * 40_000 + "\n", "frontmatter-too-deep"),
    "40,000 lists and an alias": ("a: " + "[" * 40_000 + "*x\n", "frontmatter-too-deep"),
    "100 lists": ("a: " + "[" * 100 + "]" * 100 + "\n", "frontmatter-too-deep"),
    "100,000 maps": ("a: " + "{a: " * 100_000 + "\n", "frontmatter-too-deep"),
    "40,000 dashes": ("a:\n  " + "- " * 40_000 + "x\n", "frontmatter-too-deep"),
    "40,000 question marks": ("? " * 40_000 + "x\n", "frontmatter-too-deep"),
    "dashes and tabs": ("-\t" * 40_000 + "x\n", "frontmatter-too-deep"),
    "dashes and question marks": ("- ? " * 20_000 + "x\n", "frontmatter-too-deep"),
    "indented maps": ("\n".join(" " * n + "a:" for n in range(1_400)) + "\n", "frontmatter-too-deep"),
    "indented maps, 300": ("\n".join(" " * n + "a:" for n in range(300)) + "\n", "frontmatter-too-deep"),
    "indented maps, 100": ("\n".join(" " * n + "a:" for n in range(100)) + "\n", "frontmatter-too-deep"),
    "a megabyte of indentation": ("a:\n" + " " * 1_000_000 + "- b\n", "frontmatter-too-deep"),
    "two megabytes": ("a: " + "x" * 2_000_000 + "\n", "frontmatter-too-large"),
    "a photo": ("photo: " + "QUJD" * 250_000 + "\n", ""),
    "100,000 lines": ("a:\n" + "- x\n" * 100_000, "frontmatter-too-large"),
    "19,000 keys": ("".join(f"k{n}: v\n" for n in range(19_000)), ""),
    "19,000 keys, each twice": ("".join(f"k{n % 9_500}: v\n" for n in range(19_000)), "frontmatter-duplicate-key"),
    "400,000 items": ("a: [" + "x," * 400_000 + "]\nb: 1\n", ""),
    "400,000 lists": ("a: [" + "[]," * 300_000 + "]\n", ""),
    "300,000 items and a tag": ("a: !x [" + "x," * 300_000 + "]\n", "frontmatter-too-large"),
    "a number of 5,000 digits": ("a: " + "1" * 5_000 + "\n", ""),
    "a tagged number of 5,000 digits": ("a: !!int " + "1" * 5_000 + "\n", ""),
    "a hexadecimal of 5,000 digits": ("a: 0x" + "F" * 5_000 + "\nb: !x\n", ""),
    "a float beyond floats": ("a: 1e999999999\nb: !x\n", ""),
    "an impossible date": ("a: 2024-13-45\nb: 0000-01-01\n", ""),
    "a null key": ("null: 1\n", ""),
    "NEL": ("a: x\x85y\nb: *none\n", "frontmatter-invalid"),
    "U+2028": ("a: x\u2028y\nb: &x 1\n", "frontmatter-alias"),
    "NUL": ("a: x\x00y\n", "frontmatter-control-character"),
    "NUL and an alias": ("a: *x\x00y\n", "frontmatter-control-character"),
    "lone carriage returns": ("a: x\r" * 1_000 + "\n", "frontmatter-control-character"),
    "a lone surrogate": ("a: \ud800\n", "frontmatter-control-character"),
    "a BOM within": ("a: \ufeffx\nb: !t x\n", ""),
    "every quote open": ("a: " + "'" * 500_001 + "\n", "frontmatter-invalid"),
    "a megabyte of stars": ("a: " + "*" * 1_000_000 + "\n", "frontmatter-invalid"),
    "a megabyte of brackets in words": ("a: " + "x[" * 500_000 + "\n", ""),
    "a megabyte of dashes": ("a: " + "- " * 500_000 + "\n", "frontmatter-invalid"),
    "a megabyte of link starts": ("a: [" + ": [[" * 200_000 + "\n", "frontmatter-too-deep"),
    "blank lines": ("\n" * 19_000 + "a: 1\n", ""),
    "blanks and comments": (("  # x" + " " * 30 + "\n") * 10_000 + "\n  a: 1\n", ""),
    "spaces": ("a: 'x" + " " * 1_000_000 + "'\n", ""),
    "tabs": ("a: 'x" + "\t" * 1_000_000 + "'\n", ""),
}

CHILD = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from tests.text.test_yaml_reader_hostile import HOSTILE
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text import yaml_nodes
for name, (block, _) in HOSTILE.items():
    print("reading", name, flush=True)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    parse_frontmatter("---\\n" + block + "---\\n")
    assert time.process_time() - start < 2, "too slow"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256 * 1024, "too big"
print("alive")
"""


def test_none_kills_the_process() -> None:
    command = [sys.executable, "-c", CHILD]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert child.stdout.endswith("alive\n"), child.stdout[-200:] + child.stderr[-2000:]


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_refused_or_read(name: str) -> None:
    block, expected = HOSTILE[name]
    rules = {problem.rule for problem in parse_frontmatter(f"---\n{block}---\n").problems}
    assert rules == set(expected.split())
