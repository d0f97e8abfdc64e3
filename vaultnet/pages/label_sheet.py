"""Sheets of labels that shops sell: where each label is, so that what is printed meets the paper.

L7160.places(3)    ->  (Place(page=1, x=7.25, y=15.15), Place(page=1, x=73.25, y=15.15), Place(page=1, ...))

Measures in millimetres from the upper left corner, as the makers print them on the packet.
"""

from typing import NamedTuple

from vaultnet.dataclass import dataclass


class Place(NamedTuple):
    """The upper left corner of a label."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """`pitch_x` and `pitch_y` go from one label to the next, gap included."""

    name: str
    paper: str
    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float
    pitch_x: float
    pitch_y: float

    @property
    def labels(self) -> int:
        return self.columns * self.rows

    def places(self, count: int, skip: int = 0) -> tuple[Place, ...]:
        """Row by row; the first `skip` labels of the first page are used up already."""
        return tuple(self._place(number) for number in range(skip, skip + count))

    def _place(self, number: int) -> Place:
        page, on_page = divmod(number, self.labels)
        row, column = divmod(on_page, self.columns)
        return Place(page + 1, self.left + column * self.pitch_x, self.top + row * self.pitch_y)


L7160 = Sheet("L7160", "A4", 3, 7, 7.25, 15.15, 63.5, 38.1, 66.0, 38.1)
AVERY_5160 = Sheet("5160", "Letter", 3, 10, 4.7625, 12.7, 66.675, 25.4, 69.85, 25.4)  # 3/16, 1/2, 2 5/8 and 1 inch
SHEETS = {sheet.name.lower(): sheet for sheet in (L7160, AVERY_5160)}
