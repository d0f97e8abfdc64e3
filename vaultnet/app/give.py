"""What there is to give, as the `vaultnet.give/1` object: introductions, a hand of mine, articles, a word in season.

list_giving(workspace)              ->  {"contact": None, "introduce": [{"name": "Aoife", ...}], "help": [...], ...}
list_giving(workspace, who="aoife") ->  only what is about her, and whether to help first
"""

from collections.abc import Mapping
from typing import Any

from vaultnet.app.promises import list_promises
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.model.giving import MINE, Giving
from vaultnet.model.network import Network
from vaultnet.practice.giving import Fit, best_for_each_need, build_fits
from vaultnet.practice.help_first import help_first
from vaultnet.practice.life_mark import LifeMark, build_life_marks
from vaultnet.practice.pass_on import PassOn, build_pass_on
from vaultnet.storage.giving import load_giving


def list_giving(workspace: Workspace, *, who: str = "", everything: bool = False) -> dict[str, Any]:
    """`who` leaves what is about one contact; `everything` adds to the best answer to each need all others.

    Raises NothingFound and AmbiguousName.
    """
    path = get_contact(workspace, who) if who else ""
    network, settings, today = workspace.network(), workspace.config.settings, workspace.today
    giving = load_giving(workspace.connection, today, settings)
    names = network.name_by_path
    fits = [fit for fit in build_fits(giving, network, settings, today) if path in {"", fit.contact, fit.other}]
    choose = tuple if everything else best_for_each_need
    marks = build_life_marks(giving, network, today)
    articles = build_pass_on(giving, network, settings, today)
    return {
        "contact": {"path": path, "name": names[path]} if path else None,
        "introduce": [_introduction(fit, names) for fit in choose(fit for fit in fits if fit.other != MINE)],
        "help": [_help(fit, names) for fit in choose(fit for fit in fits if fit.other == MINE)],
        "promises": list_promises(workspace, who=who)["promises"],
        "pass_on": [_pass_on(one, names) for one in articles if path in {"", one.contact}],
        "mark": [_mark(one, names) for one in marks if path in {"", one.contact}],
        "help_first": _help_first(path, giving, network, workspace) if path else None,
    }


def _introduction(fit: Fit, names: Mapping[str, str]) -> dict[str, Any]:
    return {**_help(fit, names), "with": {"contact": fit.other, "name": names[fit.other]}}


def _help(fit: Fit, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "contact": fit.contact,
        "name": names[fit.contact],
        "need": fit.need,
        "resource": fit.resource,
        "source": fit.source,
        "words": list(fit.words),
    }


def _pass_on(one: PassOn, names: Mapping[str, str]) -> dict[str, Any]:
    article = one.article
    return {
        "contact": one.contact,
        "name": names[one.contact],
        "interest": one.interest,
        "note": {"path": article.path, "title": article.title, "date": article.day or None},
    }


def _mark(one: LifeMark, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "contact": one.contact,
        "name": names[one.contact],
        "on": one.on.isoformat(),
        "words": one.words,
        "call": one.call,
    }


def _help_first(path: str, giving: Giving, network: Network, workspace: Workspace) -> dict[str, Any] | None:
    needs = (need.text for need in giving.needs if need.contact == path)
    hint = help_first(network.touches[path], workspace.today, needs)
    return {"asked": hint.asked.isoformat(), "needs": list(hint.needs)} if hint else None
