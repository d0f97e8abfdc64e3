"""Something to pass on (P4): notes and clippings about what somebody is interested in.

interests: [barn owls], and a clipping with the tag `birds/barn-owls`  ->  PassOn("People/Marijke.md", "barn owls", ...)
interests: [river birds], and the same clipping                        ->  nothing: it is about other birds
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.giving import Article, Giving
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.give_proposed import origin_of_article, was_proposed
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.phrase_index import Vocabulary
from vaultnet.text.fold import fold


class PassOn(NamedTuple):
    """An article for somebody: one for each, by the first of their interests that it is about."""

    contact: str
    interest: str
    article: Article


def build_pass_on(giving: Giving, network: Network, settings: Settings, today: date) -> tuple[PassOn, ...]:
    """What there is for whom, people by uid, then path, the newest article first. What was proposed before, or what the
    touches with somebody name by its title, they have.
    """
    people = network.standing_by_path
    found: dict[tuple[str, str], PassOn] = {}
    for one in _fitting(giving, settings):
        standing = people.get(one.contact)
        if standing is None or standing.since is None or out_reason(standing, today):
            continue
        if not _has_it(standing, one.article, giving, network.touches.get(one.contact, ())):
            found.setdefault((one.contact, one.article.path), one)
    newest_first = sorted(found.values(), key=lambda one: one.article.day, reverse=True)
    return tuple(sorted(newest_first, key=lambda one: (people[one.contact].uid, one.contact)))


def _fitting(giving: Giving, settings: Settings) -> Iterator[PassOn]:
    """Every interest with the articles of which one topic has all of its words."""
    vocabulary = Vocabulary(settings.vault.language, settings.giving.synonyms)
    by_word = _by_word(giving.articles, vocabulary)
    for interest in giving.interests:
        words = frozenset(vocabulary.read(interest.text))
        for article, topic in by_word.get(min(words, default=""), ()):
            if words <= topic and article.path != interest.contact:
                yield PassOn(interest.contact, interest.text, article)


def _by_word(
    articles: Sequence[Article], vocabulary: Vocabulary
) -> Mapping[str, Sequence[tuple[Article, frozenset[str]]]]:
    found: dict[str, list[tuple[Article, frozenset[str]]]] = {}
    for article in articles:
        for topic in article.topics:
            words = frozenset(vocabulary.read(topic))
            for word in words:
                found.setdefault(word, []).append((article, words))
    return found


def _has_it(standing: Standing, article: Article, giving: Giving, touches: Sequence[Touch]) -> bool:
    title = fold(article.title)
    named = any(title in fold(touch.text) for touch in touches)
    return named or was_proposed(standing, origin_of_article(article.path), giving)
