"""One person's history: what is dropped where several notes speak of one day."""

from datetime import date

from vaultnet.model.network import Touch
from vaultnet.model.touches import merge_touches


def touch(
    kind: str, path: str = "Daily.md", *, origin: str = "daily", line: int = 1, richness: int = 1, day: int = 2
) -> Touch:
    return Touch(date(2026, 5, day), "", kind, richness, "", "", (), origin, path, line)


def mention(path: str = "Daily.md", line: int = 1) -> Touch:
    return touch("mention", path, line=line, richness=0)


PROPERTY = touch("", "Ada.md", origin="property", richness=0)
COFFEE = touch("coffee", "Meeting.md", origin="gathering", richness=3)


def merged(*touches: Touch, mention_counts: bool = True) -> list[Touch]:
    return list(merge_touches(touches, mention_counts=mention_counts))


def test_a_mention_is_dropped_where_anything_richer_is_written_down() -> None:
    assert merged(mention(), COFFEE) == [COFFEE]
    log = touch("", "Ada.md", origin="log", richness=0)
    assert merged(mention(), log) == [log]


def test_a_mention_of_another_day_stays() -> None:
    other = touch("mention", richness=0, day=3)
    assert merged(COFFEE, other) == [other, COFFEE]


def test_last_contact_is_dropped_where_the_touch_itself_is_written_down() -> None:
    assert merged(PROPERTY, COFFEE) == [COFFEE]
    assert merged(PROPERTY, mention()) == [mention()]
    assert merged(PROPERTY) == [PROPERTY]


def test_where_mentions_do_not_count_they_drop_nothing() -> None:
    assert merged(PROPERTY, mention(), mention_counts=False) == [PROPERTY]
    assert merged(mention(), mention_counts=False) == []


def test_one_note_gives_one_touch_a_day_the_richest() -> None:
    call, lunch = touch("call", line=3, richness=2), touch("lunch", line=5, richness=3)
    assert merged(call, lunch, mention()) == [lunch]
    assert merged(mention(line=1), mention(line=2)) == [mention(line=1)]


def test_two_notes_give_two() -> None:
    assert merged(COFFEE, touch("email", "Daily.md")) == [COFFEE, touch("email", "Daily.md")]


def test_the_contacts_own_lines_stand_apart() -> None:
    lines = [
        touch("email", "Ada.md", origin=origin, line=line) for line, origin in enumerate(("log", "yaml", "heading"), 1)
    ]
    assert merged(*reversed(lines)) == lines


def test_newest_first_then_richest_first() -> None:
    email, newer = touch("email", "Ada.md", origin="log", line=9), touch("email", day=4)
    assert merged(email, COFFEE, newer) == [newer, COFFEE, email]


def test_the_tags_of_what_is_dropped_are_kept() -> None:
    """A diary that says "thanked her for the coffee #thanked" adds no touch, but the thanks count."""
    thanked = mention()._replace(tags=("thanked",))
    assert merged(thanked, COFFEE) == [COFFEE._replace(tags=("thanked",))]
    email = touch("email", "Ada.md", origin="log", line=3)._replace(tags=("thanked",))
    assert merged(thanked, email, COFFEE) == [COFFEE, email]


def test_an_answer_below_the_ask_in_the_same_daily_note() -> None:
    asked = touch("email", "Daily.md", line=1, richness=1)._replace(tags=("asked",), direction="to")
    answer = touch("email", "Daily.md", line=2, richness=1)._replace(direction="from")
    assert merged(asked, answer) == [asked._replace(tags=("asked", "answered"))]
    assert merged(asked, answer._replace(line=0)) == [asked]
