"""What somebody is to me, as the list of the people I know is gone through (P8): one category for everybody.

relationship: [aunt, friend]                            ->  "relatives"      the note's first known word
relationship: business, works at [me] company           ->  "colleagues"     the desk says more than "business"
relationship: colleague, works elsewhere                ->  "former_colleagues"
relationship: the one with the boat                     ->  "others"
no relationship at all                                  ->  "unsaid"
"""

from collections.abc import Iterable, Mapping

from vaultnet.text.fold import fold

_WORDS: Mapping[str, str] = {
    "relatives": """family relative relatives kin mother father parent parents brother sister sibling son daughter child
        aunt uncle cousin niece nephew grandmother grandfather grandparent in-law godparent godmother godfather godchild
        spouse partner wife husband
        familie verwandte verwandter verwandtschaft mutter vater eltern bruder schwester geschwister sohn tochter kind
        tante onkel cousine vetter nichte neffe oma opa schwager schwägerin patin pate patenkind mann frau""",
    "friends": """friend friends buddy pal flatmate housemate
        freund freundin freunde freundschaft kumpel mitbewohner mitbewohnerin""",
    "colleagues": """colleague colleagues coworker co-worker teammate boss manager report direct-report
        kollege kollegin kollegen chef chefin vorgesetzter vorgesetzte mitarbeiter mitarbeiterin""",
    "former_colleagues": """former-colleague ex-colleague former-coworker former-boss ex-boss
        ex-kollege ex-kollegin frühere-kollegin früherer-kollege ehemalige-kollegin ehemaliger-kollege""",
    "business": """business client customer supplier vendor investor recruiter professional peer contractor consultant
        geschäftlich geschäft kunde kundin lieferant lieferantin beruflich beruf branche""",
    "alumni": """alumni alumnus alumna classmate schoolmate fellow-student student teacher professor school university
        studium schule kommilitone kommilitonin mitschüler mitschülerin studienfreund lehrer lehrerin dozentin""",
    "mentors": """mentor mentors mentee coach advisor adviser sponsor protege
        mentorin mentoren beraterin förderer förderin schützling""",
    "neighbours": """neighbour neighbours neighbor neighbors neighborhood neighbourhood
        nachbar nachbarin nachbarn nachbarschaft""",
    "community": """community club church congregation volunteer volunteering sport sports team choir group association
        parent-at-school hobby acquaintance
        verein gemeinde kirche ehrenamt chor gruppe verband bekannte bekannter bekanntschaft""",
}  # fmt: skip
OTHERS, UNSAID = "others", "unsaid"
ASKED = tuple(_WORDS)  # the categories that are gone through, in this order
CATEGORIES = (*ASKED, OTHERS, UNSAID)

_CATEGORY_BY_WORD = {fold(word): category for category, words in _WORDS.items() for word in words.split()}
_SAYS_LITTLE = frozenset({"business", OTHERS, UNSAID})


def category_of(relationship: Iterable[str], *, is_inside: bool, knows_company: bool) -> str:
    """The category of somebody; `is_inside`: they work at my own company, and `knows_company`: it is known which that
    is.
    """
    words = [fold(word).replace(" ", "-") for word in relationship]
    told = next((_CATEGORY_BY_WORD[word] for word in words if word in _CATEGORY_BY_WORD), OTHERS if words else UNSAID)
    if is_inside and (told in _SAYS_LITTLE or told == "former_colleagues"):
        return "colleagues"
    return "former_colleagues" if told == "colleagues" and knows_company and not is_inside else told
