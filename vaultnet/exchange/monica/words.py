"""What a note says of things for which Monica has a field and vaultnet none, in the language of the vault.

words_in("de").pet.format("Rex")  ->  "Haustier: Rex"
"""

from typing import NamedTuple


class MonicaWords(NamedTuple):
    """Each with holes for what the export says."""

    food: str = "Food: {}"
    met: str = "How we met: {}"
    born: str = "Born {}"
    about: str = "about {}"
    died_on: str = "Died {}"
    met_on: str = "Met {}"
    died: str = "died"
    born_of_relative: str = ", born {}"
    gift: str = "Gift {}: {}"
    done: str = "Done {}: {}"
    debt: str = "a debt"
    give_back: str = "Give back {}"
    gets_back: str = "Gets back to me with {}"
    settled_mine: str = "Settled: {}, owed by me"
    settled_theirs: str = "Settled: {}, owed to me"
    reminder: str = "Reminder {}: {}"
    every: str = "every {} {}"
    since: str = "from {}"
    life_event: str = "Life event: {}"
    pet: str = "Pet: {}"
    with_others: str = "(with {})"
    mine: str = "I: {}"
    theirs: str = "they: {}"


_GERMAN = MonicaWords(
    food="Essen: {}",
    met="Wie wir uns kennenlernten: {}",
    born="Geboren {}",
    about="etwa {}",
    died_on="Gestorben {}",
    met_on="Kennengelernt {}",
    died="gestorben",
    born_of_relative=", geboren {}",
    gift="Geschenk {}: {}",
    done="Erledigt {}: {}",
    debt="eine Schuld",
    give_back="{} zurückgeben",
    gets_back="Gibt mir {} zurück",
    settled_mine="Beglichen: {}, von mir geschuldet",
    settled_theirs="Beglichen: {}, mir geschuldet",
    reminder="Erinnerung {}: {}",
    every="alle {} {}",
    since="ab {}",
    life_event="Lebensereignis: {}",
    pet="Haustier: {}",
    with_others="(mit {})",
    mine="ich: {}",
    theirs="dort: {}",
)


def words_in(language: str) -> MonicaWords:
    return _GERMAN if language == "de" else MonicaWords()
