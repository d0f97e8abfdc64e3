"""The pictures and charts that stand in the documentation: what is drawn today, byte for byte (`make pictures`)."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.mermaid.fences import fences_in

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("name", ["stats", "coverage"])
def test_a_picture_is_what_is_drawn(cli: Cli, example: Path, tmp_path: Path, name: str, update: bool) -> None:
    drawn = tmp_path / f"{name}.svg"
    assert cli(example, name, "--plot", str(drawn)).code == 0
    shown = DOCS / "pictures" / f"{name}.svg"
    if update:
        shown.parent.mkdir(exist_ok=True)
        shown.write_bytes(drawn.read_bytes())
    assert shown.read_bytes() == drawn.read_bytes()


def test_the_guide_draws_the_week_as_the_review_does(cli: Cli, example: Path, update: bool) -> None:
    (chart,) = fences_in("review", cli(example, "review", "this", "week", "--stdout").out)
    guide = DOCS / "guide" / "stats.md"
    text = guide.read_text(encoding="utf-8")
    before, _, rest = text.partition("```mermaid\n")
    shown, _, after = rest.partition("```\n")
    if update:
        guide.write_text(f"{before}```mermaid\n{chart.text}```\n{after}", encoding="utf-8")
        shown = chart.text
    assert shown == chart.text


def test_the_map_is_what_is_drawn(cli: Cli, example: Path, tmp_path: Path, update: bool) -> None:
    drawn = tmp_path / "network.svg"
    assert cli(example, "network", "--to", str(drawn)).code == 0
    shown = DOCS / "pictures" / "network.svg"
    if update:
        shown.write_bytes(drawn.read_bytes())
    assert shown.read_bytes() == drawn.read_bytes()


def test_the_guide_draws_the_map_around_somebody(cli: Cli, example: Path, update: bool) -> None:
    map_of_it = cli(example, "network", "--around", "Lotte", "--format", "mermaid", "--stdout").out
    (chart,) = fences_in("network", map_of_it)
    guide = DOCS / "guide" / "network.md"
    before, _, rest = guide.read_text(encoding="utf-8").partition("```mermaid\n")
    shown, _, after = rest.partition("```\n")
    if update:
        guide.write_text(f"{before}```mermaid\n{chart.text}```\n{after}", encoding="utf-8")
        shown = chart.text
    assert shown == chart.text
