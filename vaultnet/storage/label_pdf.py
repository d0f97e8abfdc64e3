"""Address labels as a PDF, with fonts in it that can write any name: nothing depends on the printer's own.

write_labels([("Zoë Żak", "ul. Długa 5", "00-238 Warszawa", "POLAND")], "A4", 63.5, 38.1, [(1, 7.25, 15.15)], on=...)
->  LabelPdf(data=b"%PDF-1.3...", unwritable="")

Needs the extra `labels` (fpdf2, Noto Sans, and Noto Sans CJK for what Noto Sans lacks).
"""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from vaultnet.errors import UsageError

_LARGEST, _SMALLEST = 11.0, 5.0  # points
_LEADING = 1.22  # of the size of the letters
_POINT = 25.4 / 72  # millimetres
_PADDING = 3.0  # millimetres


class LabelPdf(NamedTuple):
    """`unwritable` are the letters that neither font has; they were left out."""

    data: bytes
    unwritable: str


def write_labels(
    labels: Sequence[Sequence[str]],
    paper: str,
    width: float,
    height: float,
    places: Sequence[tuple[int, float, float]],
    *,
    on: date,
) -> LabelPdf:
    """Each label is its lines, in its place (page from 1, x and y in millimetres); the letters are as large as fit, 11
    points at most. Same labels, same day: same bytes. Raises UsageError where the extra is missing.
    """
    pdf, can_write = _open(paper, on)
    unwritable: dict[str, None] = {}
    for lines, (page, x, y) in zip(labels, places, strict=True):
        while pdf.page < page:
            pdf.add_page()
        unwritable |= dict.fromkeys(sign for line in lines for sign in line if not can_write(sign))
        shown = ["".join(filter(can_write, line)).strip() for line in lines]
        _print(pdf, shown, x + _PADDING, y + _PADDING, width - 2 * _PADDING, height - 2 * _PADDING)
    return LabelPdf(bytes(pdf.output()), "".join(unwritable))


def _open(paper: str, on: date) -> tuple[Any, Callable[[str], bool]]:
    try:
        from fpdf import FPDF
    except ImportError as error:
        raise UsageError("labels need the extra of that name: pip install 'vaultnet[labels]'") from error
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    pdf = FPDF(unit="mm", format=paper)
    pdf.set_creation_date(datetime.combine(on, time(), UTC))
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_title("vaultnet labels")
    for family, path in _fonts().items():
        pdf.add_font(family, fname=path)
    pdf.set_fallback_fonts(["cjk"])
    fonts: Any = pdf.fonts
    maps = [font.cmap for font in fonts.values()]
    return pdf, lambda sign: any(ord(sign) in known for known in maps)


def _fonts() -> dict[str, str]:
    """Where the packages of the extra have their fonts."""
    try:
        sans = files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"
        cjk = files("cvttf_NotoSansCJK_Regular") / "NotoSansCJKtc-Regular.otf"
    except ModuleNotFoundError as error:
        raise UsageError("labels need the extra of that name: pip install 'vaultnet[labels]'") from error
    return {"sans": str(Path(str(sans))), "cjk": str(Path(str(cjk)))}


def _print(pdf: Any, lines: Sequence[str], x: float, y: float, width: float, height: float) -> None:
    """In the middle of the height, at the left."""
    size = _fitting_size(pdf, lines, width, height)
    step = size * _POINT * _LEADING
    top = y + (height - step * len(lines)) / 2
    pdf.set_font("sans", size=size)
    for number, line in enumerate(lines):
        pdf.set_xy(x, top + number * step)
        pdf.cell(w=width, h=step, text=line)


def _fitting_size(pdf: Any, lines: Sequence[str], width: float, height: float) -> float:
    size = min(_LARGEST, height / (_POINT * _LEADING * max(len(lines), 1)))
    while size > _SMALLEST:
        pdf.set_font("sans", size=size)
        if all(pdf.get_string_width(line) <= width for line in lines):
            return size
        size -= 0.25
    return _SMALLEST
