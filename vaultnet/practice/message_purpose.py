"""What a message to somebody is for, where nobody says so: what the day would ask for first.

her father died on 2 June, no word since           ->  "condolence"
an ask of ten days ago without an answer           ->  "follow-up"
lunch on Friday, no thanks yet                     ->  "thanks"
nothing of the kind                                ->  "checkin"
"""

from typing import NamedTuple

CHECKIN, BIRTHDAY, CONGRATULATE, ADVICE = "checkin", "birthday", "congratulate", "advice"
FOLLOW_UP, INTRO_REQUEST, INTRO, THANKS, CONDOLENCE = "follow-up", "intro-request", "intro", "thanks", "condolence"
PURPOSES = (CHECKIN, BIRTHDAY, CONGRATULATE, ADVICE, FOLLOW_UP, INTRO_REQUEST, INTRO, THANKS, CONDOLENCE)
ASKING = frozenset({ADVICE, FOLLOW_UP, INTRO_REQUEST})  # purposes before which there is a word on help first


class Occasion(NamedTuple):
    """What is open with one contact: `life_call` is what an event in their life calls for (`life_mark.py`), "" for no
    event; the others whether there is something of the kind today.
    """

    life_call: str
    has_birthday: bool
    owes_thanks: bool
    awaits_answer: bool
    has_new_position: bool


def choose_purpose(occasion: Occasion) -> str:
    """Grief before everything, then what has its day, then what is owed, then what is asked."""
    chosen = (
        (CONDOLENCE, occasion.life_call == "condole"),
        (BIRTHDAY, occasion.has_birthday),
        (THANKS, occasion.owes_thanks),
        (FOLLOW_UP, occasion.awaits_answer),
        (CONGRATULATE, occasion.life_call == "congratulate" or occasion.has_new_position),
    )
    return next((purpose for purpose, is_so in chosen if is_so), CHECKIN)
