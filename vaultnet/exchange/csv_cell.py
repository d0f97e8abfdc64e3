"""A cell that a spreadsheet opens as text and never as a formula.

harmless("=cmd|' /C calc'!A0")  ->  "'=cmd|' /C calc'!A0"        harmless("Ada")  ->  "Ada"
as_typed("'+31 6 1234")         ->  "+31 6 1234"                 as_typed("'s-Hertogenbosch")  ->  "'s-Hertogenbosch"
"""

# With the wide signs, which some spreadsheets of East Asia read as the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """What begins like a formula gets an apostrophe before it, as spreadsheets themselves mark text."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_typed(cell: str) -> str:
    """A cell without the apostrophe that keeps a formula from being one."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
