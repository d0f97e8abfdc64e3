"""Whom a name of an answer means: each known name is gone through a few times, not once for every other."""

from collections.abc import Iterator

from vaultnet.edits.debrief_name import NameMatch, match_name
from vaultnet.model.debrief_names import NamePart
from vaultnet.model.who import NameRow
from vaultnet.text.span import Span


class Counted(list[NameRow]):
    """Rows that count how often they are gone through."""

    rounds = 0

    def __iter__(self) -> Iterator[NameRow]:
        self.rounds += 1
        return super().__iter__()


def test_a_new_name_is_held_against_each_known_one_a_few_times() -> None:
    rows = Counted(NameRow(f"person name{number}", f"{number}.md", "x") for number in range(300))
    new = NamePart("Hana Novak", Span(0, 10), "", is_name=True, is_forced=False, links=())
    assert match_name(new, rows) == NameMatch("")
    assert rows.rounds < 30
