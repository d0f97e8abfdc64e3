"""Which lines of a pasted mail are the card of its writer, and what else was pasted with it.

Thanks for today!                              Pasted(card=("Ada Example", "Acme B.V."),
Best regards,                                         rest=("Thanks for today!",))
Ada Example                            ->
Acme B.V.
> On Monday you wrote: ...                     what is quoted is somebody else's; a notice of confidentiality nobody's
"""

import re
from typing import NamedTuple

from vaultnet.exchange.cleaning import clean_lines

_QUOTE = re.compile(r"\s*>")
_MARKER = re.compile(r"\s*(?:--|—|––|_{2,}|-{2,}|={3,}|\*{3,})\s*")
_REPLY = re.compile(
    r"\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)\b.*"
    r"|(?:on|am)\b.{4,120}\b(?:wrote|schrieb)\b.{0,80}:?"
    r"|(?:from|von):\s.{1,200})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?:from|von):\s", re.IGNORECASE)
_CLOSING = re.compile(
    r"\W*(?:(?:with )?(?:best|kind|kindest|warm|warmest|many)\b[\w ]{0,20}\b(?:regards|wishes|thanks)"
    r"|(?:kind |best )?regards|best|cheers|thanks|thank you|thanks in advance|many thanks|sincerely(?: yours)?"
    r"|yours (?:sincerely|faithfully|truly)|all the best|take care"
    r"|(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen|schönen|sonnigen)?\s?"
    r"(?:grüßen|grüssen|gruss|gruß|grüße|grüsse)(?: aus \w+)?"
    r"|(?:freundliche|beste|viele|liebe|herzliche|schöne) (?:grüße|grüsse)"
    r"|(?:freundlicher|bester|lieber|herzlicher|schöner) gru(?:ß|ss)"
    r"|vielen dank|danke|hochachtungsvoll|mfg|lg|vg|br|met vriendelijke groet(?:en)?)\W{0,3}",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"\W*(?:sent (?:from|with|via|using)\b|get outlook for\b|von meinem\b.*gesendet|gesendet (?:von|mit)\b"
    r"|diese nachricht wurde von meinem).*",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r".{0,60}\b(?:this (?:e-?mail|message|communication|transmission)\b|the information (?:contained|in this)"
    r"|confidentiality (?:notice|note)|disclaimer|intended (?:only|solely) for|privileged"
    r"|if you (?:are not|have received)"
    r"|please consider the environment|think before you print|diese (?:e-?mail|nachricht)\b|der inhalt dieser"
    r"|vertrauliche informationen|bitte (?:denken|prüfen) sie|falls sie nicht der|bitte beachten sie|any views"
    r"|virus(?:es|free)?\b|avast)",
    re.IGNORECASE,
)


class Pasted(NamedTuple):
    """The lines of the card, in their order; what stands before it; how many lines of a notice were left out."""

    card: tuple[str, ...]
    rest: tuple[str, ...]
    notices: int


def find_card(text: str) -> Pasted:
    """The signature where one is marked or behind a closing; else everything that was pasted."""
    lines = _own_lines(clean_lines(text).split("\n"))
    card, rest = _split(lines)
    kept: list[str] = []
    notices, in_notice = 0, False
    for line in card:
        in_notice = bool(line.strip()) and (in_notice or bool(_NOTICE.match(line)))
        if in_notice or _SENT_FROM.fullmatch(line):
            notices += 1
        elif line.strip() and not _MARKER.fullmatch(line) and not _CLOSING.fullmatch(line):
            kept.append(line.strip())
    return Pasted(tuple(kept), tuple(line.strip() for line in rest if line.strip()), notices)


def _own_lines(lines: list[str]) -> list[str]:
    """Without what is quoted; a `From:` at the very top is the writer's own."""
    own: list[str] = []
    for line in lines:
        if _REPLY.fullmatch(line) and (any(one.strip() for one in own) or not _HEADER.match(line)):
            break
        if not _QUOTE.match(line):
            own.append(line)
    return own


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Behind the last `--` that has something behind it; else behind the last closing; else all of it."""
    for pattern in (_MARKER, _CLOSING):
        for index in range(len(lines) - 1, -1, -1):
            is_card = pattern.fullmatch(lines[index]) and sum(bool(line.strip()) for line in lines[index + 1 :]) > 1
            if is_card and not (pattern is _MARKER and _is_notice(lines[index + 1 :])):
                before = lines[:index]
                return lines[index + 1 :], [line for line in before if not _CLOSING.fullmatch(line)]
    return lines, []


def _is_notice(lines: list[str]) -> bool:
    """A rule before the confidentiality notice begins no card."""
    first = next((line for line in lines if line.strip()), "")
    return bool(_NOTICE.match(first) or _SENT_FROM.fullmatch(first))
