"""How much of a meeting a kind of touch is (P14): what the default kinds have, and what the practice compares with.

coffee  ->  IN_PERSON        call  ->  LIVE        card  ->  WRITTEN        a newsletter, a mention  ->  BROADCAST
"""

from typing import Final

BROADCAST: Final = 0
WRITTEN: Final = 1
LIVE: Final = 2  # whoever spoke with me has had their chance to answer
IN_PERSON: Final = 3
