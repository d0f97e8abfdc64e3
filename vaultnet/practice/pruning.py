"""Pruning (P16): whom I may let go of, or see less often, each with its reason; quality over quantity, and kindly.

one e-mail four years ago                          ->  let go: quiet on both sides since then
three e-mails since 2023, no answer to any         ->  let go: no answer so far
their last answer 2022, mine go on                 ->  let go: nothing came back since then
tier close (3 months), a year of silence           ->  a wider tier
tier wide, and nothing known but a name            ->  let go

Never anybody of the closest tier, relatives, those worth reviving, nor while a promise, an ask or a meeting is open
between us; and not for a year after `kept-on`, the day on which I said that they stay. It is a suggestion: nothing
happens by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from vaultnet.model.background import Background
from vaultnet.model.cadence import parse_cadence
from vaultnet.model.dates import add_months
from vaultnet.model.network import Network, Touch
from vaultnet.model.remark import Remark
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.asks import is_answer, open_asks
from vaultnet.practice.dormant import dormant_ties
from vaultnet.practice.keep_in_touch import is_set_by_hand, out_reason, usual_days
from vaultnet.practice.relationship_category import category_of

Reason = Literal["silent", "unanswered", "one_way", "cycles", "bare"]

_SILENT = 30  # months; and
_IDEALS = 4  # ... as many times as long as one meant to wait
_ONE_WAY = 36  # months since anything came back
_TRIES = 3  # written without an answer, and
_WAITED = 12  # months since the last of them, or of silence where a wider tier would do
_KEPT = 12  # months in which nobody is asked about again
_NEAR = "relatives"  # nobody lets them go for being silent


class Pruning(NamedTuple):
    """One suggestion. `wider` is the tier that would do, "" where letting go is suggested; `since` the day that the
    reason counts from, None for `bare`.
    """

    path: str
    reason: Reason
    since: date | None
    wider: str = ""


def build_prunings(
    network: Network,
    backgrounds: Iterable[Background],
    remarks: Mapping[str, Remark],
    settings: Settings,
    today: date,
) -> tuple[Pruning, ...]:
    """Everybody who may be let go of or seen less often; first who has been silent the longest, by uid and path."""
    near = {person.path for person in backgrounds if _is_near(person)}
    revive = {s.path for s in dormant_ties(network.standings, network.touches, today, at_most=len(network.standings))}
    busy = {path for promise in network.promises for path in promise.contacts} | near | revive
    tiers = _from_closest(settings)
    found = []
    for standing in network.standings:
        remark = remarks.get(standing.path, Remark())
        if standing.path in busy or _is_spared(standing, remark, tiers, today) or network.ahead.get(standing.path):
            continue
        pruning = _pruning(standing, remark, network, settings, tiers, today)
        if pruning:
            found.append((pruning.since or date.max, standing.uid, standing.path, pruning))
    return tuple(pruning for *_, pruning in sorted(found, key=lambda entry: entry[:3]))


def was_kept(remark: Remark, today: date) -> bool:
    """Whether I have said of them, within a year, that they stay."""
    return remark.kept_on is not None and add_months(remark.kept_on, _KEPT) > today


def _is_near(person: Background) -> bool:
    return category_of(person.relationship, is_inside=False, knows_company=False) == _NEAR


def _is_spared(standing: Standing, remark: Remark, tiers: Sequence[str], today: date) -> bool:
    if out_reason(standing, today) or is_set_by_hand(standing):
        return True
    return was_kept(remark, today) or (bool(tiers) and standing.tier == tiers[0])


def _from_closest(settings: Settings) -> tuple[str, ...]:
    """The tiers, the one with the shortest cadence first."""
    days = {
        name: usual_days(cadence)
        for name, tier in settings.tiers.items()
        if (cadence := parse_cadence(tier.cadence)) and not cadence.never
    }
    return tuple(sorted(days, key=lambda name: days[name]))


def _pruning(
    standing: Standing, remark: Remark, network: Network, settings: Settings, tiers: Sequence[str], today: date
) -> Pruning | None:
    if standing.last is None:
        is_placed = bool(standing.tier) or standing.cadence_from != "default"
        return Pruning(standing.path, "bare", None) if is_placed and remark.is_bare else None
    touches, missed = network.touches[standing.path], settings.ladder.missed
    has_waited = (today - standing.last).days >= _IDEALS * usual_days(standing.cadence)
    if standing.last <= add_months(today, -_SILENT) and has_waited:
        return Pruning(standing.path, "silent", standing.last)
    is_told = all(_is_written(touch) for touch in touches)
    if is_told and len(touches) >= _TRIES and standing.last <= add_months(today, -_WAITED):
        return Pruning(standing.path, "unanswered", touches[-1].day)
    if open_asks(touches, missed) and standing.last > add_months(today, -_WAITED):
        return None
    back = next((touch.day for touch in touches if is_answer(touch, missed)), None)
    if back and back <= add_months(today, -_ONE_WAY):
        return Pruning(standing.path, "one_way", back)
    wider = _wider(standing.tier, tiers)
    if wider and has_waited and standing.last <= add_months(today, -_WAITED):
        return Pruning(standing.path, "cycles", standing.last, wider)
    return None


def _is_written(touch: Touch) -> bool:
    """Said by me in writing, and nothing else."""
    return touch.direction == "to" and not is_answer(touch, ())


def _wider(tier: str, tiers: Sequence[str]) -> str:
    """The next tier after one, "" where there is none."""
    at = tiers.index(tier) + 1 if tier in tiers else len(tiers)
    return tiers[at] if at < len(tiers) else ""
