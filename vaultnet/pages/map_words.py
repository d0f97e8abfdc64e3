"""What a map says besides names; the front end puts it into the vault's language.

MapWords().around.format("Emeka Obi")   ->   "people around Emeka Obi"
"""

from typing import NamedTuple


class MapWords(NamedTuple):
    """English, until it is worded otherwise. What has holes is filled by the picture."""

    title: str = "Network"
    around: str = "people around {}"
    alone: str = "tied to nobody else yet"
    summary: str = "People by cluster, where they work, and who introduced whom. Clusters: {}."
    left_out: str = "Of the {} people {} are shown, the best-connected first."
    introduced: str = "introduced"
    asked: str = "introduction under way"
    knows: str = "know each other"
    works: str = "works there"
    worked: str = "worked there"
    bridge: str = "joins clusters"
    target: str = "target organization"
    single: str = "known through one person"
