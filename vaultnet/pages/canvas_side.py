"""On which sides of two cards a line between them begins and ends: those that face each other.

sides(Rect(0, 0, 100, 50), Rect(300, 0, 100, 50))   ->   {"fromSide": "right", "toSide": "left"}
"""

from vaultnet.pages.free_place import Rect


def sides(start: Rect, end: Rect) -> dict[str, str]:
    """As JSON Canvas names them."""
    if abs(end.x - start.x) - (start.width + end.width) / 2 >= abs(end.y - start.y) - (start.height + end.height) / 2:
        here, there = ("right", "left") if end.x >= start.x else ("left", "right")
    else:
        here, there = ("bottom", "top") if end.y >= start.y else ("top", "bottom")
    return {"fromSide": here, "toSide": there}
