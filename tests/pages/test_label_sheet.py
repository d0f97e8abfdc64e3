"""Where the labels are on the sheets that shops sell."""

import pytest

from vaultnet.pages.label_sheet import AVERY_5160, L7160, Place, Sheet

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


def test_the_first_labels_and_the_next_page() -> None:
    assert L7160.places(2) == (Place(1, 7.25, 15.15), Place(1, 73.25, 15.15))
    assert L7160.places(2, skip=20) == (Place(1, 139.25, 15.15 + 6 * 38.1), Place(2, 7.25, 15.15))
    assert AVERY_5160.places(1, skip=3) == (Place(1, 4.7625, 12.7 + 25.4),)


@pytest.mark.parametrize("sheet", [L7160, AVERY_5160], ids=lambda sheet: sheet.name)
def test_all_labels_are_on_the_paper_with_equal_margins_and_none_meets_another(sheet: Sheet) -> None:
    width, height = PAPERS[sheet.paper]
    last = sheet.places(sheet.labels)[-1]
    assert last.page == 1
    assert width - (last.x + sheet.width) == pytest.approx(sheet.left, abs=0.01)
    assert height - (last.y + sheet.height) == pytest.approx(sheet.top, abs=0.01)
    assert sheet.pitch_x >= sheet.width
    assert sheet.pitch_y >= sheet.height
