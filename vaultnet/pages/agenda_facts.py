"""What an agenda needs besides the network of its day: the wish list, introductions, what there is to give, the goals.

AgendaFacts(wishes=(Party("annelies vroom", ...),), introductions=(KnownIntroduction(...),), giving=Giving(...), ...)
"""

from vaultnet.dataclass import dataclass, field
from vaultnet.model.giving import Giving
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Offer
from vaultnet.practice.goal_preference import NO_PREFERENCE, GoalPreference


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """`strays` are items of earlier pages, and today's, about people without a note; `preference` whom the goals
    prefer.
    """

    wishes: tuple[Party, ...] = ()
    introductions: tuple[KnownIntroduction, ...] = ()
    giving: Giving = field(default_factory=Giving)
    strays: tuple[Offer, ...] = ()
    preference: GoalPreference = NO_PREFERENCE


NO_FACTS = AgendaFacts()
