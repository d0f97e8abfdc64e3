"""What `[news]` of `vaultnet.toml` may say.

[news]
days = 90        ->  NewsSettings(folder="Clippings", days=90, ...)
"""

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class NewsSettings:
    """`folder`: where `news --fetch` puts the notes it makes. `days`: how long news counts as recent. `items`: so many
    of one feed are taken at a time, the newest. `timeout`: seconds without an answer after which a feed is given up.
    `tags`: what marks a note or a dated line as a clipping.
    """

    folder: str = "Clippings"
    days: int = 90
    items: int = 20
    timeout: int = 10
    tags: tuple[str, ...] = ("clipping", "clippings")
