"""What to talk about: what I meant to raise, a question or three out of earlier days, what of mine is worth a word."""

from vaultnet.model.person_card import PersonCard
from vaultnet.pages.agenda_page import topic
from vaultnet.pages.brief_page import BriefPage, plain
from vaultnet.pages.brief_view import Question
from vaultnet.practice.fitting_strength import fitting_strengths
from vaultnet.practice.open_question import OpenQuestion, open_questions
from vaultnet.practice.phrase_index import Vocabulary

_QUOTED = 140  # characters


def build_to_raise(page: BriefPage, person: str) -> tuple[str, ...]:
    """All of it: a brief has the room that a line of the agenda has not."""
    return tuple(map(plain, page.network.raise_next.get(person, ())))


def build_questions(page: BriefPage, person: str) -> tuple[Question, ...]:
    if not page.is_contact(person):
        return ()
    events = page.facts.cards.get(person, PersonCard(person)).life_events
    asked = open_questions(page.network.touches[person], events, page.today)
    return tuple(map(_question, asked))


def _question(one: OpenQuestion) -> Question:
    """A diary's "Called [[Ada]]: ..." has said who and how, and so has the brief."""
    words = topic(one.touch) if one.what == "topic" and one.touch else one.words
    return Question(one.what, plain(words, _QUOTED), one.on, one.touch.kind if one.touch else "", one.mood)


def build_fits(page: BriefPage, person: str) -> tuple[str, ...]:
    """My strengths and accomplishments that meet their field or needs."""
    if page.facts.goals is None:
        return ()
    settings = page.settings
    vocabulary = Vocabulary(settings.vault.language, settings.giving.synonyms)
    fitting = fitting_strengths(page.facts.goals.goals, page.field_of(person), vocabulary)
    return tuple(plain(one.text) for one in fitting)
