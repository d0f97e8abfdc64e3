"""Whether the choice of whom to reach out to is the same once somebody has been touched whom nobody looked at.

    2,900 wait for their turn beyond capacity, Ada (wide, due in May) is one of them; a call with her is noted down
    ->  her turn is over, so she is no longer in the queue, in which nobody came as far as her;
        her tier had one turn more of late: if the tiers come round as before, the same people are chosen

What it cannot tell at a glance it does not claim: then everybody is looked through once more.
"""

from datetime import date

from vaultnet.model.standing import Standing
from vaultnet.practice.choice import Choice
from vaultnet.practice.keep_in_touch import in_plan
from vaultnet.practice.turns import recent_turns


def is_same_choice(choice: Choice, before: Standing, after: Standing, today: date) -> bool:
    """True where a touch that made `before` into `after` changes nothing of a choice; False where it is not known.

    If True, `choice` rests on `after` from then on; if False, it is of no more use.
    """
    if before.path in choice.people or before.last is None:
        return False  # somebody new to me is another to all who look through everybody
    old, new = in_plan([before], today), in_plan([after], today)
    if len(old.placed) != len(new.placed):
        return False  # in the plan now, or no longer: the sums of what everybody needs are others
    if not new.placed:
        return True  # in no plan at all
    if today.toordinal() >= new.placed[0][1].early:
        return False  # in the queue, and perhaps further ahead than before
    if choice.shares:
        look_back = choice.look_back()
        choice.recent.subtract(recent_turns(old.placed, choice.shares, look_back, today))
        choice.recent.update(recent_turns(new.placed, choice.shares, look_back, today))
        choice.recent = +choice.recent  # without those that are none any more
    return choice.holds()
