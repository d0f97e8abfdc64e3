"""The example vault keeps what its README says: it is read by people first, and by half of our tests after them."""

import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.vaults import make_example, open_vault
from vaultnet.app.check import check_vault
from vaultnet.app.init_vault import write_example
from vaultnet.app.workspace import Workspace
from vaultnet.edits.example import EXAMPLE_DAY, shift_dates
from vaultnet.storage.lookup import counts_by_type, paths_of_type
from vaultnet.text.document import parse_document

SOURCE = Path(__file__).parent.parent / "example-vault"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_vault(make_example(tmp_path_factory.mktemp("example") / "vault"))


def people(example: Workspace) -> list[str]:
    return [path for path in paths_of_type(example.connection, "contact") if not path.startswith("Broken")]


def test_how_many_of_each_there_are(example: Workspace) -> None:
    counts = counts_by_type(example.connection)
    assert len(people(example)) == 60
    assert counts["organization"] == 15
    assert all(counts[kind] for kind in ("meeting", "event", "group", "introduction", "goals", "trip"))


def test_forty_of_the_sixty_have_four_touches_or_more(example: Workspace) -> None:
    touches = example.network().touches
    assert sum(len(touches[path]) >= 4 for path in people(example)) >= 40


def test_every_kind_and_every_exchange_tag_occurs(example: Workspace) -> None:
    network = example.network()
    touches = [touch for path in people(example) for touch in network.touches[path]]
    assert {touch.kind for touch in touches} >= set(example.config.settings.kinds)
    assert {tag for touch in touches for tag in touch.tags} >= {
        "gave",
        "received",
        "asked",
        "answered",
        "thanked",
        "reply",
    }


def test_it_lints_clean_but_for_the_two_broken_notes(example: Workspace) -> None:
    findings = [finding for finding in check_vault(example) if finding.severity != "info"]
    assert [(finding.path, finding.rule) for finding in findings] == [
        ("Broken on purpose/Twice Told.md", "frontmatter-duplicate-key"),
        ("Broken on purpose/Unclosed Person.md", "frontmatter-unclosed"),
    ]


def test_no_body_sentence_occurs_twice(example: Workspace) -> None:
    sentences: Counter[str] = Counter()
    for file in example.root.rglob("*.md"):
        if "Templates" not in file.parts:
            body = parse_document(file.read_bytes().decode()).text
            sentences.update(_sentences(body))
    assert len(sentences) > 500
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


def _sentences(text: str) -> list[str]:
    body = text[parse_document(text).body_start :]
    parts = re.split(r"[.!?\n:]\s+|\n", re.sub(r"(?m)^\s*[-*>#|].*?(?=[A-Za-z])", "", body))
    return [" ".join(part.split()) for part in parts if len(part.split()) >= 6]


def test_every_day_of_the_week_is_a_day_of_the_practice(example: Workspace) -> None:
    assert example.config.settings.agenda.days == frozenset(range(7))


def test_the_note_of_today_holds_an_empty_block(example: Workspace) -> None:
    text = (example.root / "Daily" / f"{EXAMPLE_DAY.isoformat()}.md").read_text()
    (block,) = parse_document(text).blocks
    assert block.name == "agenda"
    assert not text[block.inner_start : block.inner_end].strip()


@pytest.mark.parametrize("days", [0, 1, 159, 366, -400])
def test_its_dates_are_shifted_to_any_day(tmp_path: Path, days: int) -> None:
    day = EXAMPLE_DAY + timedelta(days=days)
    write_example(tmp_path / "vault", lambda: open_day(day))
    with open_vault(tmp_path / "vault", day.isoformat()) as workspace:
        assert (workspace.root / "Daily" / f"{day.isoformat()}.md").exists()
        assert len(people(workspace)) == 60
        assert {finding.rule for finding in check_vault(workspace) if finding.severity != "info"} == {
            "frontmatter-duplicate-key",
            "frontmatter-unclosed",
        }
        lasts = [standing.last for standing in workspace.network().standings if standing.last]
        assert max(lasts) <= day


def open_day(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9)


def test_shifting_there_and_back_gives_the_same_bytes() -> None:
    for file in sorted(SOURCE.rglob("*.md")):
        text = file.read_bytes().decode()
        assert shift_dates(shift_dates(text, 45), -45) == text, file.name


def test_no_weekday_or_month_stands_beside_a_date() -> None:
    """They would be wrong after a shift."""
    words = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september"
    pattern = re.compile(
        rf"\b(?:{words})\b.{{0,20}}\d{{4}}-\d{{2}}|\d{{4}}-\d{{2}}-\d{{2}}.{{0,20}}\b(?:{words})\b", re.IGNORECASE
    )
    for file in sorted(SOURCE.rglob("*.md")):
        assert not pattern.search(file.read_bytes().decode()), file.name
