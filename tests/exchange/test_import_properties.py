"""What holds for any rows: counts add up, twice is once, A B A B settles, and undo is the way back."""

import atexit
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vaults import make_vault, open_vault
from vaultnet.app.import_plan import ImportPlan, plan_import
from vaultnet.app.import_row import OUTCOMES
from vaultnet.exchange.draft import Draft, Parsed, PositionDraft, Rejected, TaskDraft
from vaultnet.exchange.row_draft import FIELDS, build_draft
from vaultnet.model.dates import PartialDate
from vaultnet.text.change import FileChange

VAULT = """
    == People/Ada Example.md
    ---
    type: contact
    company: "[[Acme]]"
    email: ada@example.com
    ---
    Mine.

    ## Log
    - 2026-05-01 call: about the flat
    == People/Ben Byron.md
    ---
    type: contact
    phone: "030 1234567"
    ---
    == Acme.md
    ---
    type: organization
    ---
"""
_NAMES = st.sampled_from(["Ada Example", "Example, Ada", "Ben Byron", "Cleo Chen", "CON", "a/b", "Zoë", "[[x]]", "Ada"])
_ODD = st.sampled_from([
    "---", "# Log", "a: b", "'", '"x"', "[[Acme]]", "- 2026-05-01 call: x", "{x}", "#tag", "@x", "*", "&", "|", "null",
    "<!-- x -->", "%%", "true", "1985-04-17", "a, b", "a; b", "a & b", "x (y)", "\\", "😀", "`", "no", "007", "1e3",
])  # fmt: skip
_WORDS = st.one_of(_ODD, st.text(max_size=12), st.builds("{} {}".format, _ODD, _ODD))
_TEXTS = st.tuples() | st.tuples(_WORDS) | st.tuples(_WORDS, _WORDS)
_DAYS = st.dates(date(1900, 1, 1), date(2026, 6, 1))
_BIRTHDAYS = _DAYS.map(lambda day: PartialDate(day.year, day.month, day.day)) | st.just(PartialDate(None, 2, 29))
_CELLS = st.lists(st.tuples(st.sampled_from(sorted(FIELDS - {"uid", "linkedin", "phone"})), _WORDS), max_size=8)


@st.composite
def _drafts(draw: st.DrawFn) -> Draft | Rejected:
    """Rows of a table, with what only other formats say besides."""
    made = build_draft(1, "people.csv", [("name", draw(_NAMES)), *draw(_CELLS)])
    if isinstance(made, Rejected) or draw(st.booleans()):
        return made
    return replace(
        made,
        birthday=draw(st.none() | _BIRTHDAYS),
        met=draw(st.none() | _DAYS),
        positions=tuple(draw(st.lists(st.builds(PositionDraft, _WORDS.map(str.strip).filter(bool), st.just("Clerk")), max_size=2))),
        anniversaries=draw(st.sampled_from([(), (("anniversary", PartialDate(2012, 6, 2)),), (("other", PartialDate(2012, 6, 2)),)])),
        life_events=draw(st.sampled_from([(), ((date(2020, 1, 1), "moved to Graz"),)])),
        tasks=draw(st.sampled_from([(), (TaskDraft("send the book", date(2026, 7, 1)),)])),
        extra=draw(st.sampled_from([(), ("N:a;b;;;",), ("X-PHONETIC-LAST-NAME:Rabu",)])),
    )  # fmt: skip


def parsed_of(rows: list[Draft | Rejected]) -> Parsed:
    numbered = [
        replace(row, line=line) if isinstance(row, Draft) else row._replace(line=line)
        for line, row in enumerate(rows, start=2)
    ]
    return Parsed(
        tuple(row for row in numbered if isinstance(row, Draft)),
        tuple(row for row in numbered if isinstance(row, Rejected)),
    )


class _Notes:
    """A vault whose notes are planned on, written and taken back, without the ceremony of a command."""

    def __init__(self) -> None:
        self.root = Path(mkdtemp(prefix="vaultnet-import-"))
        atexit.register(rmtree, self.root, ignore_errors=True)
        make_vault(self.root, VAULT)

    def plan(self, parsed: Parsed) -> ImportPlan:
        with open_vault(self.root) as workspace:
            return plan_import(workspace, parsed)

    def put(self, changes: tuple[FileChange, ...], *, back: bool = False) -> None:
        for change in changes:
            file = self.root / change.path
            text = change.before if back else change.after
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode())

    def texts(self) -> dict[str, bytes]:
        return {file.as_posix(): file.read_bytes() for file in self.root.rglob("*.md")}


def carried_out(notes: _Notes, parsed: Parsed) -> Parsed:
    """What is left once the user has left out the rows that are ambiguous; it is written."""
    unclear = {row.line for row in notes.plan(parsed).rows if row.outcome == "ambiguous"}
    kept = parsed._replace(drafts=tuple(draft for draft in parsed.drafts if draft.line not in unclear))
    notes.put(notes.plan(kept).changes)
    return kept


def settled(plan: ImportPlan) -> bool:
    return not plan.changes and plan.count("created") == plan.count("updated") == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(_drafts(), min_size=1, max_size=5))
def test_counts_add_up_and_the_second_time_nothing_changes(rows: list[Draft | Rejected]) -> None:
    notes, parsed = _Notes(), parsed_of(rows)
    before = notes.texts()
    plan = notes.plan(parsed)
    assert sum(plan.count(outcome) for outcome in OUTCOMES) == len(plan.rows) == len(rows)
    assert notes.texts() == before
    kept = carried_out(notes, parsed)
    again = notes.plan(kept)
    assert settled(again), [(row, change.after) for row in again.rows for change in again.changes]
    assert again.count("unchanged") + again.count("rejected") == len(kept.drafts) + len(kept.rejected)


@settings(max_examples=30, deadline=None)
@given(st.lists(_drafts(), min_size=1, max_size=4))
def test_what_was_written_can_be_taken_back_byte_for_byte(rows: list[Draft | Rejected]) -> None:
    notes = _Notes()
    before, plan = notes.texts(), notes.plan(parsed_of(rows))
    notes.put(plan.changes)
    notes.put(plan.changes, back=True)
    assert notes.texts() == before


@settings(max_examples=20, deadline=None)
@given(st.lists(_drafts(), min_size=1, max_size=3), st.lists(_drafts(), min_size=1, max_size=3))
def test_two_files_one_after_the_other_settle(one: list[Draft | Rejected], other: list[Draft | Rejected]) -> None:
    notes = _Notes()
    files = [carried_out(notes, parsed_of(rows)) for rows in (one, other)]
    for parsed in files:
        again = notes.plan(parsed)
        assert not again.changes, [(row, change.before, change.after) for row in again.rows for change in again.changes]
