r"""vCard: address books of Apple, Google, Outlook, Android, Thunderbird and every other program, in and out.

BEGIN:VCARD
VERSION:3.0                             Draft(line=1, name="Ada Example", company=("Acme",),
FN:Ada Example                     ->         birthday=PartialDate(None, 4, 17), extra=("GENDER:F",))
ORG:Acme;
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-17  and back: render((Exported("People/Ada Example.md", draft),), context)
GENDER:F
END:VCARD
"""

from vaultnet.exchange.card_book import Sheet, read_book
from vaultnet.exchange.card_lines import build_lines
from vaultnet.exchange.content_line import fold_line, render_content_line
from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.exchange.vcard_reader import read_cards

NEWEST = "4.0"


def parse(sources: tuple[SourceFile, ...], _context: ImportContext) -> Parsed:
    """Raises UsageError for a file without any card."""
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    remarks: list[str] = []
    pictures = 0
    for source in sources:
        found = read_cards(source.data, source.name)
        book = read_book([Sheet(card.number, tuple(card.lines)) for card in found.cards], source.name)
        drafts += book.drafts
        rejected += book.rejected
        rejected += (Rejected(line, "stands outside of any card", source.name) for line in found.strays)
        remarks += (f"{source.name}:{card.number}: the card {card.fault}" for card in found.cards if card.fault)
        pictures += book.pictures
    if pictures:
        remarks.append(f"Pictures, sounds and keys left out: {pictures}")
    return Parsed(tuple(drafts), tuple(rejected), remarks=tuple(remarks))


def render(people: tuple[Exported, ...], context: ExportContext) -> str:
    """One card after the other."""
    return "".join(render_card(person, context.version or NEWEST) for person in people)


def render_card(exported: Exported, version: str) -> str:
    """A whole card, with CRLF, folded."""
    lines = ("BEGIN:VCARD", *map(render_content_line, build_lines(exported, version)), "END:VCARD")
    return "".join(map(fold_line, lines))
