r"""vCard: address books of Apple, Google, Outlook, Android, Thunderbird and every other program, in and out.

BEGIN:VCARD
VERSION:3.0                             Draft(line=1, name="Ada Example", company=("Acme",),
FN:Ada Example                     ->         birthday=PartialDate(None, 4, 17), extra=("GENDER:F",))
ORG:Acme;
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-17  and back: render((Exported("People/Ada Example.md", draft),), context)
GENDER:F
END:VCARD
"""

from vaultnet.exchange.content_line import fold_line, render_content_line
from vaultnet.exchange.draft import Parsed, Rejected
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard.book import Sheet, parse_books
from vaultnet.exchange.vcard.lines import build_lines
from vaultnet.exchange.vcard.reader import read_cards

NEWEST = "4.0"


def parse(sources: tuple[SourceFile, ...], _context: ImportContext) -> Parsed:
    """Raises UsageError for a file without any card."""
    files = [(source.name, read_cards(source.data, source.name)) for source in sources]
    parsed = parse_books((name, [Sheet(card.number, tuple(card.lines)) for card in file.cards]) for name, file in files)
    strays = (Rejected(line, "stands outside of any card", name) for name, file in files for line in file.strays)
    faults = (
        f"{name}:{card.number}: the card {card.fault}" for name, file in files for card in file.cards if card.fault
    )
    return parsed._replace(rejected=(*parsed.rejected, *strays), remarks=(*faults, *parsed.remarks))


def render(people: tuple[Exported, ...], context: ExportContext) -> str:
    """One card after the other."""
    return "".join(render_card(person, context.version or NEWEST) for person in people)


def render_card(exported: Exported, version: str) -> str:
    """A whole card, with CRLF, folded."""
    lines = ("BEGIN:VCARD", *map(render_content_line, build_lines(exported, version)), "END:VCARD")
    return "".join(map(fold_line, lines))
