r"""How the lines of a note end, taken off before a merge and put on again after it.

cut_lines("\ufeffa\r\nb")  ->  Cut(bom="\ufeff", lines=("a", "b"), ends=("\r\n", ""))
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from vaultnet.text.three_way.line_match import match
from vaultnet.text.three_way.pick import pick

_BOM: Final = "\ufeff"


class Cut(NamedTuple):
    r"""`ends[i]` is how line i ends: "\n", "\r\n", or "" for a last line without an end."""

    bom: str
    lines: tuple[str, ...]
    ends: tuple[str, ...]

    @property
    def style(self) -> str:
        """The one way in which all lines end; "" where there are several or none."""
        styles = {end for end in self.ends if end}
        return styles.pop() if len(styles) == 1 else ""

    @property
    def is_ended(self) -> bool:
        return not self.ends or self.ends[-1] != ""


def cut_lines(text: str) -> Cut:
    r"""Only "\n" ends a line; a "\r" before it belongs to the end."""
    bom = _BOM if text.startswith(_BOM) else ""
    raw = text[len(bom) :].split("\n")
    last = raw.pop()
    ends = ["\r\n" if line.endswith("\r") else "\n" for line in raw]
    lines = [line.removesuffix("\r") for line in raw]
    if last:
        lines.append(last)
        ends.append("")
    return Cut(bom, tuple(lines), tuple(ends))


def join_lines(lines: Sequence[str], base: Cut, ours: Cut, theirs: Cut) -> str:
    """The merged lines with their ends: as the side has it that changed them; a line of one side with that side's."""
    ends = _ends(lines, base, ours, theirs)
    if lines and not pick(base.is_ended, ours.is_ended, theirs.is_ended):
        ends[-1] = ""
    bom = pick(base.bom, ours.bom, theirs.bom)
    return bom + "".join(f"{line}{end}" for line, end in zip(lines, ends, strict=True))


def _ends(lines: Sequence[str], base: Cut, ours: Cut, theirs: Cut) -> list[str]:
    styles = [cut.style for cut in (base, ours, theirs)]
    if all(style or len(cut.lines) <= 1 for style, cut in zip(styles, (base, ours, theirs), strict=True)):
        known = [style for style in styles if style]
        mine, yours = styles[1] or styles[2], styles[2] or styles[1]
        style = pick(styles[0], mine, yours) if mine != yours else mine
        return [style or (known[0] if known else "\n")] * len(lines)
    here, there, before = (_end_by_place(lines, cut) for cut in (ours, theirs, base))
    usual = _usual(ours) or _usual(theirs) or "\n"
    ends: list[str] = []
    for place in range(len(lines)):
        mine, yours, old = here.get(place, ""), there.get(place, ""), before.get(place, "")
        ends.append(pick(old, mine, yours) if mine and yours else mine or yours or usual)
    return ends


def _end_by_place(lines: Sequence[str], cut: Cut) -> dict[int, str]:
    return {place: cut.ends[there] for place, there in match(lines, cut.lines)}


def _usual(cut: Cut) -> str:
    return max(("\n", "\r\n"), key=cut.ends.count)
