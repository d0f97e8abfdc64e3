"""Answers, follow-ups and thanks on the page: what they say, and that nobody is asked twice."""

from datetime import date
from pathlib import Path

import pytest

from tests.pages.test_agenda import agenda, names
from tests.vaults import make_vault

ADA = """
    == People/Ada.md
    ---
    type: contact
    uid: a
    cadence: 1 week
    {fields}
    ---
    ## Log
"""


def vault_of(folder: Path, *lines: str, fields: str = "") -> Path:
    log = "".join(f"    - {line}\n" for line in sorted(lines, reverse=True))
    return make_vault(folder / "vault", ADA.replace("{fields}", fields or "tags: [x]") + log)


def line_of(vault: Path, day: str) -> str:
    """The item about Ada, without box and id."""
    block = agenda(vault, day, write=False).block
    found = [line for line in block.split("\n") if line.startswith("- [")]
    assert len(found) == 1
    return found[0][len("- [ ] ") :].rpartition(" ^vn-")[0]


ASKED = "2026-06-01 email to: may I see the map? #asked"
HISTORY = (ASKED, "2026-06-08 email to: once more", "2026-06-17 call: voicemail", "2026-07-01 letter to: dear Ada")


@pytest.mark.parametrize(
    ("history", "day", "expected"),
    [
        (HISTORY[:1], "2026-06-08", "E-mail [[Ada]] · no answer yet to your e-mail of 1 June: may I see the map? · after that a call"),
        (HISTORY[:2], "2026-06-17", "Call [[Ada]] · no answer yet to your e-mail of 1 June and your e-mail of 8 June: may I see the map? · after that a letter"),
        (HISTORY[:3], "2026-07-01", "Letter to [[Ada]] · no answer yet to your e-mail of 1 June, your e-mail of 8 June and your call of 17 June: may I see the map? · the last step, then leave it"),
        (("2026-06-01 coffee: may I see the map? #asked",), "2026-06-08", "E-mail [[Ada]] · no answer yet to what you asked on 1 June: may I see the map? · after that a call"),
        (("2025-12-24 email to: a map? #asked",), "2026-01-02", "E-mail [[Ada]] · no answer yet to your e-mail of 24 December 2025: a map? · after that a call"),
        (("2026-06-10 letter from: which year? #reply",), "2026-06-15", "Letter to [[Ada]] · an answer to the letter of 10 June: which year?"),
        (("2026-06-12 help: lent me the register #received",), "2026-06-15", "E-mail [[Ada]] · thanks for 12 June: lent me the register"),
        (("2026-06-12 help: the register #received", "2026-06-11 gift from: figs #received"), "2026-06-15", "E-mail [[Ada]] · thanks for 12 June: the register (and 1 more)"),
    ],
)  # fmt: skip
def test_what_the_line_says(tmp_path: Path, history: tuple[str, ...], day: str, expected: str) -> None:
    assert line_of(vault_of(tmp_path, *history), day) == expected


@pytest.mark.parametrize("day", ["2026-06-13", "2026-06-14"])
def test_no_step_on_a_weekend(tmp_path: Path, day: str) -> None:
    assert names(agenda(vault_of(tmp_path, ASKED), day), "follow_up") == []


def test_who_is_in_a_ladder_or_at_rest_is_not_reached_out_to(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, *HISTORY)
    assert agenda(vault, "2026-07-20").payload["sections"] == []
    answered = vault_of(tmp_path / "other", *HISTORY, "2026-07-02 email from: come!")
    assert names(agenda(answered, "2026-07-20"), "reach_out") == ["Ada"]


def test_an_open_item_does_not_multiply(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, ASKED)
    for day in ("2026-06-08", "2026-06-09", "2026-06-10"):
        assert names(agenda(vault, day), "follow_up") == ["Ada"]


def test_a_ticked_item_stays_on_its_page(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, ASKED)
    agenda(vault, "2026-06-08")
    note = vault / "Daily" / "2026-06-08.md"
    note.write_text(note.read_text().replace("- [ ] E-mail [[Ada", "- [x] E-mail [[Ada"))
    result = agenda(vault, "2026-06-08")
    (section,) = result.payload["sections"]
    assert [(item["name"], item["state"]) for item in section["items"]] == [("Ada", "done")]
    assert result.change is None


def test_an_answer_and_thanks_are_not_two_letters_on_one_day(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, "2026-06-10 email from: the map, and which year? #reply #received")
    result = agenda(vault, "2026-06-15")
    assert (names(result, "answer"), names(result, "thanks")) == (["Ada"], [])


def test_the_way_round(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, *HISTORY)
    make_vault(vault, '== Ben.md\n---\ntype: contact\nknows: "[[Ada]]"\n---\n## Log\n- 2026-09-28 coffee: a talk\n')
    block = agenda(vault, "2026-10-01").block
    assert (
        "- [ ] E-mail [[Ben]] · knows [[Ada]], who has not answered your e-mail of 1 June: may I see the map?" in block
    )


def test_german(tmp_path: Path) -> None:
    vault = vault_of(tmp_path, "2026-06-01 E-Mail an: die Karte? #gefragt", "2026-06-08 E-Mail an: nochmals")
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    assert line_of(vault, "2026-06-17") == (
        "Anruf bei [[Ada]] · noch keine Antwort auf deine E-Mail vom 1. Juni und deine E-Mail vom 8. Juni: die "
        "Karte? · danach ein Brief"
    )


def test_a_day_is_a_date(tmp_path: Path) -> None:
    (section,) = agenda(vault_of(tmp_path, ASKED), "2026-06-10").payload["sections"]
    assert date.fromisoformat(section["items"][0]["due"]) == date(2026, 6, 8)


def test_long_words_are_cut_at_a_blank(tmp_path: Path) -> None:
    line = line_of(vault_of(tmp_path, f"2026-06-12 help: {'word ' * 30}#received"), "2026-06-15")
    assert line.endswith("word …")
    assert len(line) < 160


@pytest.mark.parametrize("mark", ["x", "-", ">"])
def test_thanks_and_answers_that_were_touched_stay_on_their_page(tmp_path: Path, mark: str) -> None:
    vault = vault_of(tmp_path, "2026-06-12 help: the register #received")
    make_vault(vault, "== Ben.md\n---\ntype: contact\n---\n## Log\n- 2026-06-10 email from: which year? #reply\n")
    agenda(vault)
    note = vault / "Daily" / "2026-06-15.md"
    note.write_text(note.read_text().replace("- [ ] E-mail", f"- [{mark}] E-mail"))
    result = agenda(vault)
    assert (names(result, "answer"), names(result, "thanks")) == (["Ben"], ["Ada"])
    assert result.change is None
