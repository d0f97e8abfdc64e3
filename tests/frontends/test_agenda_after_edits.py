"""The agenda after one edit is the agenda that a fresh index gives; and it is worked out anew only where it must be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from vaultnet.storage import network
from vaultnet.storage.cache_folder import cache_folder

_DAY = "Daily/2026-06-15.md"


def _on_the_page(vault: Path, cli: Cli) -> str:
    """The path of somebody whose line the page gives as a source."""
    items = [item for section in cli(vault, "agenda", "--json").json()["sections"] for item in section["items"]]
    return next(
        str(item["source"]["path"]) for item in items if item["source"] and item["source"]["path"][:7] == "People/"
    )


def _off_the_page(vault: Path, cli: Cli) -> str:
    shown = cli(vault, "agenda", "--json").out
    people = sorted((vault / "People").rglob("*.md"))
    return next(path for path in (one.relative_to(vault).as_posix() for one in people) if path not in shown)


def _edit(change: Callable[[str], str]) -> Callable[[Path, str], None]:
    def edit(vault: Path, path: str) -> None:
        file = vault / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    return edit


_further_down = _edit(lambda text: text.replace("\n## ", "\nOne line more of prose.\n\n## ", 1))
_at_the_end = _edit(lambda text: f"{text}\nOne line more of prose.\n")
_log_line = _edit(lambda text: text.replace("## Log\n", "## Log\n- 2026-06-14 coffee: an hour by the water\n", 1))
_asked = _edit(lambda text: text.replace("## Log\n", "## Log\n- 2026-05-04 email: asked for the map #asked\n", 1))
_log_away = _edit(lambda text: text.partition("## Log\n")[0])
_heading = _edit(lambda text: text.replace("**", "__", 2))
_block_away = _edit(lambda text: text.partition("<!-- vaultnet:agenda")[0])


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that the network is loaded."""
    loads: list[int] = []
    load = network.load_network

    def counting(*arguments: object) -> object:
        loads.append(1)
        return load(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(network, "load_network", counting)
    return loads


@pytest.mark.parametrize(
    ("whose", "edit", "loads"),
    [
        (_off_the_page, _at_the_end, 0),
        (_off_the_page, _further_down, 0),
        (_off_the_page, _log_line, 0),  # nobody looked at them
        (_off_the_page, _asked, 1),
        (_off_the_page, _log_away, 1),
        (_on_the_page, _at_the_end, 0),
        (_on_the_page, _further_down, 0),  # its source is on another line now, as much further down
        (_on_the_page, _log_line, 1),
        (lambda *_: _DAY, _at_the_end, 0),
        (lambda *_: _DAY, _block_away, 1),
    ],
)
def test_after_an_edit(
    example: Path, cli: Cli, counted: list[int], whose: Callable[[Path, Cli], str], edit: Callable[[Path, str], None],
    loads: int,
) -> None:  # fmt: skip
    cli(example, "agenda")
    path = whose(example, cli)
    cli(example, "agenda", "--json")
    cli(example, "agenda", "--json")
    edit(example, path)
    counted.clear()
    after = cli(example, "agenda", "--json").json()
    assert len(counted) == loads
    again = cli(example, "agenda", "--json").json()
    assert len(counted) <= loads + 1, "what was worked out is remembered"
    shutil.rmtree(cache_folder(example))
    fresh = cli(example, "agenda", "--json").json()
    assert again == fresh
    assert {**after, "changed": False} == fresh


def test_the_lines_of_a_page_follow_edit_after_edit(example: Path, cli: Cli, counted: list[int]) -> None:
    """Also where the page was remembered anew between them, for an edit in the day's note."""
    path = _on_the_page(example, cli)
    before = cli(example, "agenda", "--json").json()
    cli(example, "agenda", "--json")
    counted.clear()
    for edit, where in ((_further_down, path), (_further_down, path), (_at_the_end, _DAY), (_further_down, path)):
        edit(example, where)
        after = cli(example, "agenda", "--json").json()
    assert not counted
    shutil.rmtree(cache_folder(example))
    assert after == cli(example, "agenda", "--json").json() != before


def test_a_page_outlasts_what_is_noted_down_of_others(example: Path, cli: Cli, counted: list[int]) -> None:
    """One after the other, and several at once; what each of them rests on is kept with it."""
    shown = cli(example, "agenda", "--json").out
    cli(example, "agenda", "--json")
    people = [file for file in sorted((example / "People").rglob("*.md")) if "## Log\n" in file.read_text()]
    paths = [path for path in (file.relative_to(example).as_posix() for file in people) if path not in shown]
    counted.clear()
    for some in (paths[:1], paths[:1], paths[1:4], paths[:6]):
        for path in some:
            _log_line(example, path)
        after = cli(example, "agenda", "--json").json()
    assert len(counted) < 4, "most of the time it was not made anew"
    shutil.rmtree(cache_folder(example))
    assert after == cli(example, "agenda", "--json").json()


def test_an_edit_inside_the_block_is_seen(example: Path, cli: Cli, counted: list[int]) -> None:
    """No row of the index says that a heading of the block was changed."""
    for _ in range(3):
        cli(example, "agenda")
    _heading(example, _DAY)
    counted.clear()
    cli(example, "agenda")
    assert counted


def test_what_is_to_be_told_tomorrow_is_not_remembered_from_today(example: Path, cli: Cli, counted: list[int]) -> None:
    """Tomorrow's agenda, asked for today, is asked for anew tomorrow: what waits to be absorbed depends on the day."""
    for _ in range(2):
        cli(example, "agenda", "tomorrow", today="2026-06-15")
    counted.clear()
    cli(example, "agenda", today="2026-06-16")
    assert counted
