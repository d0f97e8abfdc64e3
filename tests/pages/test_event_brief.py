"""Briefs of events, parties and groups: golden pages of the example vault, and what a user may rely on."""

from pathlib import Path

import pytest

from tests.vaults import make_example, make_vault, open_vault, snapshot
from vaultnet.app.event_brief import generate_event_brief
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.errors import NotWritten, UsageError

GOLDEN = Path(__file__).parent / "golden"
DELTA = "Events/2026-06-25 Delta Evening Utrecht.md"
LUNCH = "Events/2026-06-27 Garden Lunch.md"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("events") / "example")


def brief(root: Path, path: str, day: str = "2026-06-15", *, write: bool = False) -> GeneratedPage:
    with open_vault(root, day) as workspace:
        page = generate_event_brief(workspace, path, only_print=not write)
        if write and page.change:
            workspace.apply((page.change,), ("vaultnet", "brief"))
        return page


@pytest.mark.parametrize(
    ("name", "path", "day"),
    [
        ("event-before", DELTA, "2026-06-15"),
        ("event-after", DELTA, "2026-06-26"),
        ("event-long-after", "Events/2026-02-12 Delta Evening Delft.md", "2026-06-15"),
        ("party-before", LUNCH, "2026-06-15"),
        ("party-after", LUNCH, "2026-06-29"),
        ("group", "Groups/Delta Evenings.md", "2026-06-15"),
        ("group-quiet", "Groups/Murtal Alumni.md", "2026-06-15"),
    ],
)
def test_golden_pages(example: Path, name: str, path: str, day: str, update: bool) -> None:
    """Review them as you would read them on the way there."""
    compare(brief(example, path, day).block, name, update=update)


def test_whom_one_saw_yesterday_one_saw_yesterday(example: Path) -> None:
    assert "last yesterday, meeting" in brief(example, DELTA, "2026-06-25").block


def test_golden_pages_in_german(tmp_path: Path, update: bool) -> None:
    root = make_example(tmp_path / "example")
    settings = root / "vaultnet.toml"
    settings.write_text(settings.read_text().replace('language = "en"', 'language = "de"'))
    compare(brief(root, DELTA).block, "de/event-before", update=update)
    compare(brief(root, LUNCH, "2026-06-29").block, "de/party-after", update=update)


def compare(block: str, name: str, *, update: bool) -> None:
    golden = GOLDEN / f"{name}.md"
    if update:
        golden.write_text(block)
    assert block == golden.read_text()


PARTY = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    location = "Utrecht"
    == Events/Party.md
    ---
    type: event
    date: 2026-06-27
    host: Mira Kellner
    place: Kersenlaan 12, Utrecht
    attendees: ["[[Fatima]]"]
    ---
    ## Guests
    - Fatima (declined)
    == People/Fatima.md
    ---
    type: contact
    met: 2020-01-01
    interests: [rowing]
    offers: [piano lessons]
    ---
    == People/Rower.md
    ---
    type: contact
    location: Utrecht
    met: 2020-01-01
    interests: [Rowing]
    private: true
    ---
    == People/Pupil.md
    ---
    type: contact
    location: Utrecht
    met: 2020-01-02
    needs: [piano lessons]
    ---
    == People/Neighbour.md
    ---
    type: contact
    address: Kersenlaan 14, 3500 ZZ Utrecht
    met: 2020-01-01
    ---
    == People/Lately Seen.md
    ---
    type: contact
    location: Utrecht
    ---
    ## Log
    - 2026-06-01 coffee
    == People/Far Away.md
    ---
    type: contact
    location: Graz
    met: 2020-01-01
    ---
    == People/Left Alone.md
    ---
    type: contact
    location: Utrecht
    met: 2020-01-01
    cadence: never
    ---
    == People/Resting.md
    ---
    type: contact
    location: Utrecht
    met: 2020-01-01
    paused: true
    ---
    == People/Gone.md
    ---
    type: contact
    location: Utrecht
    met: 2020-01-01
    status: deceased
    ---
    == People/Not Met.md
    ---
    type: contact
    location: Utrecht
    ---
"""


def test_whom_to_invite(tmp_path: Path) -> None:
    """Who will like the company first; nobody who is to be left alone, lives far, was seen lately, or said no."""
    page = brief(make_vault(tmp_path / "vault", PARTY), "Events/Party.md")
    invite = page.payload["invite"]
    assert [one["person"]["name"] for one in invite] == ["Pupil", "Rower", "Neighbour"]
    assert [(one["shares"], one["needs"]) for one in invite] == [("", "piano lessons"), ("rowing", ""), ("", "")]
    assert page.payload["declined"] == ["[[Fatima]]"]
    assert page.payload["coming"] == []


EVENT = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    emails = ["mira@kellner.example"]
    == Goals.md
    ---
    type: goals
    targets: ["[[Tidemark]]"]
    wish-list: ["[[Annelies]]"]
    offers: [tide tables]
    ---
    == Tidemark.md
    ---
    type: organization
    ---
    == Events/Evening.md
    ---
    type: event
    date: 2026-06-25
    attendees: ["[[Knows Her]]", "[[Never]]", Mira Kellner, "Only Text <only@text.example>", "[[Gone]]"]
    ---
    ## Guests
    - mira@kellner.example
    - Helped, Ben
    - Tidemark
    - [[Insider]]
    - Grace Hopper, Tidemark
    == People/Knows Her.md
    ---
    type: contact
    knows: ["[[Annelies]]"]
    ---
    ## Log
    - 2026-06-01 coffee
    == People/Never.md
    ---
    type: contact
    cadence: never
    needs: [tide tables]
    ---
    ## Log
    - 2026-06-01 coffee
    == People/Ben Helped.md
    ---
    type: contact
    needs: [tide tables]
    interests: [barges]
    ---
    - [ ] Send Ben the map
    ## Log
    - 2026-06-01 coffee: he has moved
    == People/Insider.md
    ---
    type: contact
    company: "[[Tidemark]]"
    ---
    == People/Gone.md
    ---
    type: contact
    status: deceased
    ---
"""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_vault(tmp_path_factory.mktemp("evening") / "vault", EVENT)


def test_each_has_a_reason_to_be_talked_to(evening: Path) -> None:
    """Whoever is to be left alone may come like anybody, and nothing is proposed for them."""
    coming = brief(evening, "Events/Evening.md").payload["coming"]
    why = {one["person"]["name"]: [reason["what"] for reason in one["why"]] for one in coming}
    assert why == {
        "Knows Her": ["door"], "Never": [], "Ben Helped": ["promised", "help"], "Insider": ["target"],
    }  # fmt: skip
    ben = next(one for one in coming if one["person"]["name"] == "Ben Helped")
    assert (ben["owed"], ben["needs"], ben["topic"]) == (["Send Ben the map"], [], "he has moved")


def test_whom_i_want_to_meet_and_who_may_introduce_me(evening: Path) -> None:
    wanted = brief(evening, "Events/Evening.md").payload["wanted"]
    assert [(one["person"]["name"], one["what"], one["is_there"]) for one in wanted] == [
        ("Insider", "target", True), ("Grace Hopper", "target", True), ("Annelies", "wish", False),
    ]  # fmt: skip
    assert [person["name"] for person in wanted[2]["through"]] == ["Knows Her"]


def test_strangers_stay_plain_names_and_a_company_is_no_guest(evening: Path) -> None:
    page = brief(evening, "Events/Evening.md")
    assert [one["name"] for one in page.payload["strangers"]] == ["Only Text"]
    assert "[[Only" not in page.block
    assert "[[Gone]]" not in page.block


def test_what_there_is_nothing_to_say_of_is_absent(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "vault", "== E.md\n---\ntype: event\ndate: 2026-06-25\n---\n")
    with open_vault(root) as workspace:
        page = generate_event_brief(workspace, "E.md", only_print=True)
        assert workspace.notices == [
            "E.md names nobody: write who comes under `attendees`, or paste a list below a heading"
        ]
    assert page.block.count("**") == 2


def test_the_brief_is_written_once_and_stays(evening: Path) -> None:
    """Into the note, below a heading of its own; a second run finds it so."""
    before = (evening / "Events/Evening.md").read_text()
    assert brief(evening, "Events/Evening.md", write=True).change
    after = (evening / "Events/Evening.md").read_text()
    assert after.startswith(before)
    assert "\n## Brief\n<!-- vaultnet:brief -->\n" in after
    seen = snapshot(evening)
    assert brief(evening, "Events/Evening.md", write=True).change is None
    assert snapshot(evening) == seen


def test_a_note_that_is_no_event_or_is_broken(tmp_path: Path) -> None:
    text = "== A.md\n---\ntype: contact\n---\n== E.md\n---\ntype: event\n---\n<!-- vaultnet:brief -->\n"
    root = make_vault(tmp_path / "vault", text)
    with pytest.raises(UsageError, match=r"A\.md is no event and no group"):
        brief(root, "A.md")
    with pytest.raises(NotWritten, match="has no end"):
        brief(root, "E.md", write=True)


def test_after_an_event(tmp_path: Path) -> None:
    """Whom I met there first, what was promised, what is open; and who stands on the pasted list alone."""
    root = make_vault(
        tmp_path / "vault",
        """
        == E.md
        ---
        type: event
        date: 2026-06-12
        attendees: ["[[New]]", "[[Old]]"]
        ---
        - [ ] Send [[Old]] the slides
        ## Guests
        - Listed Only
        - Jan Smit
        == New.md
        ---
        type: contact
        ---
        ## Log
        - 2026-06-13 email from: shall we go on? #reply
        == Old.md
        ---
        type: contact
        ---
        ## Log
        - 2026-06-12 help: drove me home #received
        - 2025-01-01 coffee
        == Linked.md
        ---
        type: contact
        met-at: "[[E]]"
        ---
        == Listed Only.md
        ---
        type: contact
        met: 2020-01-01
        ---
        """,
    )
    data = brief(root, "E.md").payload
    brought = data["brought"]
    assert [person["name"] for person in brought["new"]] == ["Linked", "New"]
    assert [word["text"] for word in brought["promised"]] == ["Send [[Old]] the slides"]
    assert [(word["people"][0]["name"], word["text"]) for word in brought["thanks"]] == [("Old", "drove me home")]
    assert [person["name"] for person in brought["replies"]] == ["New"]
    assert [one["name"] for one in data["strangers"]] == ["Jan Smit"]
    assert [person["name"] for person in data["only_listed"]] == ["Listed Only"]


def test_whom_to_bring_together_and_whose_turn_it_is(tmp_path: Path) -> None:
    """A wish who is a contact comes; two who could help each other; somebody whose turn has come; names in one text."""
    root = make_vault(
        tmp_path / "vault",
        """
        == Goals.md
        ---
        type: goals
        wish-list: ["[[Wish]]"]
        ---
        == E.md
        ---
        type: event
        date: 2026-06-25
        status: cancelled
        attendees: Wish, Needs, Offers and Quiet
        ---
        == Wish.md
        ---
        type: contact
        ---
        == Needs.md
        ---
        type: contact
        needs: [a proofreader for letters in German]
        ---
        ## Log
        - 2026-06-01 coffee
        == Offers.md
        ---
        type: contact
        offers: [proofreading in German]
        ---
        ## Log
        - 2026-06-01 coffee
        == Quiet.md
        ---
        type: contact
        ---
        ## Log
        - 2025-01-01 coffee
        """,
    )
    with open_vault(root) as workspace:
        page = generate_event_brief(workspace, "E.md", only_print=True)
        assert workspace.notices == ["E.md is marked as cancelled"]
    why = {one["person"]["name"]: [reason["what"] for reason in one["why"]] for one in page.payload["coming"]}
    assert why == {"Wish": ["wish"], "Needs": ["introduce"], "Offers": [], "Quiet": ["due"]}
    assert "bring together with [[Offers]]: needs a proofreader for letters in German" in page.block
