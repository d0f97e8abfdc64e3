"""D13 with a real git and real clones: what two machines write merges without loss, whichever way git merges.

Each machine logs, sets, lists, ticks and writes; every edit has a word of its own. When both have merged, both hold the
same bytes, every word is there once, and nothing is in conflict but what both set differently.
"""

import random
import re
import sys
import time
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.clones import Clone, Pair, copy_pair, make_pair
from tests.vaults import snapshot
from vaultnet.text.frontmatter import parse_frontmatter

ADA = "People/Ada.md"
BEGIN = """\
---
type: contact
tier: wide   # for now
cadence: 3 months
last-contact: 2026-05-01
tags: [person]
company: Acme
---
# Ada

What we know of her.

What they know of her.

## Tasks

- [ ] a thing of ours
- [ ] a thing of theirs
- [ ] a thing of both

## Log

- 2026-05-01 call: began
"""
_OWN_KEYS = {"ours": ("tier", "company"), "theirs": ("cadence", "role")}


def log(text: str, line: str) -> str:
    return text.replace("## Log\n\n", f"## Log\n\n{line}\n", 1)


def set_key(text: str, key: str, value: str) -> str:
    changed, count = re.subn(rf"(?m)^{key}: [^\n#]*?( *#.*)?$", rf"{key}: {value}\1", text, count=1)
    return changed if count else text.replace("\n---\n", f"\n{key}: {value}\n---\n", 1)


def edited(text: str, side: str, token: str, chance: random.Random, shared: str) -> tuple[str, set[str]]:
    """The note as one machine leaves it, and the words that must be in it for good; `shared` is absorbed by both."""
    kept: set[str] = set()
    for _ in range(chance.randrange(3)):
        word = f"{token}log{len(kept)}end"
        text = log(text, f"- 2026-06-{chance.randrange(1, 29):02} call: {word}\n  - and more of {word}x")
        kept |= {word, f"{word}x"}
    for key in _OWN_KEYS[side]:
        if chance.random() < 0.4:
            text = set_key(text, key, f"{token}{key}end")
    if chance.random() < 0.4:
        text = re.sub(r"(?m)^tags: \[(.*)\]$", rf"tags: [\1, {token}tagend]", text)
        kept.add(f"{token}tagend")
    if chance.random() < 0.4:
        we = {"ours": "we", "theirs": "they"}[side]
        text = re.sub(rf"(?m)^What {we} know.*$", rf"\g<0> {token}proseend", text)
        kept.add(f"{token}proseend")
    for whose in (side, "both"):
        if chance.random() < 0.3:
            text = text.replace(f"- [ ] a thing of {whose}", f"- [x] a thing of {whose}")
    if chance.random() < 0.5:
        text = log(text, f"- 2026-06-15 coffee: {shared} ^vn-0000aaaa-{shared[-11:-3]}")
        kept.add(shared)
    return text, kept


@pytest.mark.parametrize("rounds", [3, pytest.param(300, marks=pytest.mark.soak)])
def test_d13_two_machines_for_many_rounds(tmp_path: Path, rounds: int) -> None:
    pair, chance, kept, conflicts = make_pair(tmp_path, {ADA: BEGIN}), random.Random(13), set[str](), 0
    began = time.perf_counter()
    for number in range(rounds):
        is_disputed = number % 3 == 2
        text = pair.ours.read(ADA)
        sides = []
        for side in ("ours", "theirs"):
            mine, words = edited(text, side, f"{side}{number}x", chance, f"shared{number:08}end")
            kept |= words
            sides.append(set_key(mine, "city", f"{side}{number}cityend") if is_disputed else mine)
        pair.diverge({ADA: sides[0]}, {ADA: sides[1]})
        if is_disputed:
            conflicts += 1
            settle(pair, number)
        else:
            merge_both_ways(pair)
        assert_each_once(pair.ours.read(ADA), kept)
    assert conflicts == rounds // 3
    pace = rounds / (time.perf_counter() - began)
    found = f"{len(kept)} words, none lost, none twice; {conflicts} conflicts, as many as meant"
    sys.stdout.write(f"\nD13: {rounds} rounds, {pace:.1f} a second; {found}\n")


def merge_both_ways(pair: Pair) -> None:
    """Each machine merges the other before it has seen its merge: both come to the same bytes."""
    done = pair.merge()
    assert done.code == 0, done.err + done.out + pair.ours.read(ADA)
    assert done.err == ""
    theirs = pair.theirs
    theirs.ok("fetch", "-q", "other", "main")
    theirs.ok("merge", "-q", "--no-edit", "FETCH_HEAD^1")
    assert theirs.read(ADA) == pair.ours.read(ADA)
    theirs.ok("reset", "-q", "--hard", "FETCH_HEAD")


def settle(pair: Pair, number: int) -> None:
    """Both set one key: a conflict that is shown, reads as YAML, and holds both; everything else is merged."""
    done = pair.merge()
    text = pair.ours.read(ADA)
    assert (done.code, pair.ours.unmerged()) == (1, {ADA}), done.err
    values = parse_frontmatter(text).values
    assert (values["city"], values["city__theirs"]) == (f"ours{number}cityend", f"theirs{number}cityend")
    assert "<<<<<<<" not in text
    lines = [line for line in text.split("\n") if not line.startswith(("city__theirs:", ">"))]
    settled = re.sub(r"\n\n\n+", "\n\n", "\n".join(lines))
    pair.ours.commit({ADA: settled})
    pair.theirs.ok("fetch", "-q", "other", "main")
    pair.theirs.ok("reset", "-q", "--hard", "FETCH_HEAD")


def assert_each_once(text: str, words: set[str]) -> None:
    found = re.findall(r"\w+end(?:x)?\b", text)
    missing = words - set(found)
    assert not missing, f"lost: {sorted(missing)[:5]}\n{text}"
    twice = sorted(word for word in words if found.count(word) > 1)
    assert not twice, f"twice: {twice[:5]}\n{text}"
    assert "<<<<<<<" not in text


OURS = set_key(log(BEGIN, "- 2026-06-01 call: oursend"), "tier", "close")
THEIRS = set_key(log(BEGIN, "- 2026-06-02 coffee: theirsend"), "cadence", "1 month")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    pair = make_pair(tmp_path_factory.mktemp("made"), {ADA: BEGIN})
    pair.diverge({ADA: OURS}, {ADA: THEIRS})
    return pair


@pytest.fixture
def diverged(made: Pair, tmp_path: Path) -> Pair:
    return copy_pair(made, tmp_path)


def merged(text: str) -> None:
    assert_each_once(text, {"oursend", "theirsend"})
    assert "tier: close   # for now\n" in text
    assert "cadence: 1 month\n" in text
    assert re.findall("(?m)^- 2026-(.{5})", text) == ["06-02", "06-01", "05-01"]


@pytest.mark.parametrize("way", ["merge", "rebase", "cherry-pick", "revert"])
def test_d13_whichever_way_git_merges(diverged: Pair, way: str) -> None:
    clone = diverged.ours
    if way == "revert":  # of what was logged and set before: the later lines stay
        clone.ok("merge", "-q", "--no-edit", "other/main")
        clone.ok("revert", "--no-edit", "HEAD^2", "-n")
        text = clone.read(ADA)
        assert "theirsend" not in text
        assert "cadence: 3 months" in text
        assert_each_once(text, {"oursend"})
        return
    clone.ok(way, *(("-q", "--no-edit") if way == "merge" else ()), "other/main")
    merged(clone.read(ADA))
    assert clone.unmerged() == set()


def test_d13_what_was_stashed(diverged: Pair) -> None:
    clone = diverged.ours
    clone.ok("reset", "-q", "--hard", "HEAD^")
    clone.write({ADA: OURS})
    clone.ok("stash", "-q")
    clone.ok("merge", "-q", "--ff-only", "other/main")
    clone.ok("stash", "pop", "-q")
    merged(clone.read(ADA))


def test_d13_criss_cross(diverged: Pair) -> None:
    """Both merge, each by itself, and go on: git makes a base of two, with the same driver. What one took away since
    stays away, and what both settled differently is disputed.
    """
    ours, theirs = diverged.ours, diverged.theirs
    ours.ok("merge", "-q", "--no-edit", "other/main")
    theirs.ok("fetch", "-q", "other", "main")
    theirs.ok("merge", "-q", "--no-edit", "FETCH_HEAD^1")
    theirs.commit({ADA: log(theirs.read(ADA), "- 2026-06-04 call: lateend")})
    ours.commit({ADA: re.sub(r"- 2026-06-02 .*\n", "", log(ours.read(ADA), "- 2026-06-03 call: laterend"))})
    ours.ok("fetch", "-q", "other")
    assert len(ours.ok("merge-base", "--all", "HEAD", "other/main").split()) == 2
    assert diverged.merge().code == 0
    assert_each_once(ours.read(ADA), {"oursend", "lateend", "laterend"})
    assert "theirsend" not in ours.read(ADA)


@pytest.mark.parametrize("has_same_answer", [pytest.param(True, marks=pytest.mark.soak), False])
def test_d13_criss_cross_over_a_conflict(tmp_path: Path, has_same_answer: bool) -> None:
    pair = make_pair(tmp_path, {ADA: BEGIN})
    prose = "What we know of her."
    pair.diverge(
        {ADA: set_key(BEGIN.replace(prose, "She likes tea."), "tier", "close")},
        {ADA: set_key(BEGIN.replace(prose, "She likes coffee."), "tier", "inner")},
    )
    ours, theirs = pair.ours, pair.theirs
    first = ours.ok("rev-parse", "HEAD").strip()
    assert pair.merge().code == 1
    assert {"She likes tea.", "She likes coffee."} <= set(ours.read(ADA).split("\n"))
    ours.commit({ADA: set_key(BEGIN.replace(prose, "She likes tea."), "tier", "close")})
    theirs.ok("fetch", "-q", "other")
    assert theirs.git("merge", "-q", first).code == 1
    answer = ("She likes tea.", "close") if has_same_answer else ("She likes coffee.", "inner")
    theirs.commit({ADA: log(set_key(BEGIN.replace(prose, answer[0]), "tier", answer[1]), "- 2026-06-04 call: lateend")})
    ours.commit({ADA: log(ours.read(ADA), "- 2026-06-03 call: laterend")})
    ours.ok("fetch", "-q", "other")
    done = pair.merge()
    text = ours.read(ADA)
    assert {"lateend", "laterend"} <= set(re.findall(r"\w+end", text))
    if has_same_answer:
        assert done.code == 0, text
        assert_each_once(text, {"lateend", "laterend"})
        assert "tier__theirs" not in text
    else:
        assert (done.code, ours.unmerged()) == (1, {ADA})
        for told in ("She likes tea.", "She likes coffee.", "close", "inner"):
            assert told in text


def test_d13_deleted_here_and_edited_there(diverged: Pair) -> None:
    """git's own business, which the driver is not asked about: the path is unmerged and the text is there."""
    diverged.ours.commit({ADA: None})
    assert diverged.merge().code == 1
    assert diverged.ours.unmerged() == {ADA}
    assert "theirsend" in diverged.ours.read(ADA)


def test_d13_whatever_the_note_is_called(tmp_path: Path) -> None:
    names = ('Ada it\'s "the" $HOME `x` %P.md', "Ädä/-x [1].md", "日本.markdown")
    pair = make_pair(tmp_path / "a folder; it's $HOME", dict.fromkeys(names, BEGIN))
    pair.diverge(dict.fromkeys(names, OURS), dict.fromkeys(names, THEIRS))
    done = pair.merge()
    assert (done.code, done.err) == (0, "")
    for name in names:
        merged(pair.ours.read(name))


def test_d13_line_ends_of_another_machine(tmp_path: Path) -> None:
    """With `core.autocrlf` a working tree has CRLF and git has LF; without it a note has what it has."""
    pair = make_pair(tmp_path, {ADA: BEGIN, "Crlf.md": BEGIN.replace("\n", "\r\n")})
    pair.ours.ok("config", "core.autocrlf", "true")
    pair.diverge(
        {ADA: OURS.replace("\n", "\r\n")},
        {ADA: THEIRS, "Crlf.md": THEIRS.replace("\n", "\r\n")},
    )
    assert pair.merge().code == 0
    assert "\r\n" in pair.ours.read(ADA)
    merged(pair.ours.read(ADA).replace("\r\n", "\n"))
    assert "\r" not in pair.ours.ok("show", "HEAD:" + ADA)


@pytest.mark.soak
def test_d13_a_shallow_clone_merges_too(tmp_path: Path, diverged: Pair) -> None:
    shallow = Clone(tmp_path / "shallow")
    diverged.ours.ok("clone", "-q", "--depth=2", f"file://{diverged.theirs.root}", str(shallow.root))
    shallow.install()
    shallow.ok("checkout", "-q", "-b", "mine", "HEAD^")
    shallow.commit({ADA: OURS})
    shallow.ok("merge", "-q", "--no-edit", "main")
    merged(shallow.read(ADA))


NETWORK = {
    "vaultnet.toml": '[agenda]\npeople = 2\n[daily]\nfolder = "Daily"\n',
    "Daily/2026-06-15.md": "# Today\n",
    "People/Ada.md": "---\ntype: contact\ntier: close\n---\n# Ada\n\n## Log\n- 2025-05-01 call: began\n",
    "People/Ben.md": "---\ntype: contact\ntier: close\n---\n# Ben\n\n## Log\n- 2025-05-02 call: began\n",
    "People/Cy.md": "---\ntype: contact\ntier: wide\n---\n# Cy\n\n## Log\n- 2026-05-01 call: began\n",
}
DAY = "Daily/2026-06-15.md"


def tick(clone: Clone, who: str, words: str) -> None:
    """As a person does it: a cross in the box, and what came of it at the end of the words."""
    ticked, count = re.subn(rf"- \[ \] (.*\[\[{who}\]\].*) (\^vn-\S+)", rf"- [x] \1 {words} \2", clone.read(DAY))
    assert count == 1
    clone.write({DAY: ticked})


def test_d13_a_day_of_commands_on_two_machines(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both make the day's agenda, tick the same and different lines, absorb, log, set and snooze: nothing is in
    conflict, nothing is there twice, and what one has absorbed the other does not absorb again (D10).
    """
    monkeypatch.setenv("TZ", "UTC")
    pair = make_pair(tmp_path, NETWORK)
    for clone in (pair.ours, pair.theirs):
        assert cli(clone.root, "agenda").code == 0
        tick(clone, "Ada", "bothend")
    tick(pair.theirs, "Ben", "benend")
    for clone in (pair.ours, pair.theirs):
        assert cli(clone.root, "absorb").code == 0
    assert cli(pair.ours.root, "log", "coffee with Ada today, she told me of oursend").code == 0
    assert cli(pair.theirs.root, "log", "call with Ada yesterday about theirsend").code == 0
    assert cli(pair.ours.root, "set", "name:Cy", "nickname=Cyra", "--apply").code == 0
    assert cli(pair.theirs.root, "snooze", "Cy", "in 3 weeks").code == 0
    for clone in (pair.ours, pair.theirs):
        clone.commit({})
    pair.ours.ok("fetch", "-q", "other")
    done = pair.merge()
    assert (done.code, pair.ours.unmerged()) == (0, set()), done.err + done.out
    assert_each_once(pair.ours.read(ADA), {"oursend", "theirsend", "bothend"})
    assert_each_once(pair.ours.read("People/Ben.md"), {"benend"})
    assert_each_once(pair.ours.read(DAY), {"bothend", "benend"})
    before = snapshot(pair.ours.root)
    assert "Nothing new" in cli(pair.ours.root, "absorb").out
    assert cli(pair.ours.root, "check", "--json").json()["problems"] == []
    assert snapshot(pair.ours.root) == before
