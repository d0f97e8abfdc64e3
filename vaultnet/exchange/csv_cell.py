"""A cell that a spreadsheet opens as text and never as a formula.

harmless("=cmd|' /C calc'!A0")  ->  "'=cmd|' /C calc'!A0"        harmless("Ada")  ->  "Ada"
"""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """What begins like a formula gets an apostrophe before it, as spreadsheets themselves mark text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
