"""The review of a week, a quarter or a year, as a view for `templates/review.md` (P15).

build_review(network, facts, settings, stretch, until, "2026-W25")
->  ReviewView(length="week", behind=Behind(...), open=Open(...), ahead=(DayAhead(...), ...), questions=(...), ...)

It looks at the days behind and, of a week, at the week after it. Once the stretch is over it no longer depends on what
day it is: `until` is its last day then, and today only while it runs.
"""

from datetime import date

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.stretch import Stretch
from vaultnet.pages.review_page import ReviewFacts, ReviewPage
from vaultnet.pages.review_sections.ahead import build_ahead
from vaultnet.pages.review_sections.behind import build_behind
from vaultnet.pages.review_sections.brought import build_brought
from vaultnet.pages.review_sections.capacity import build_capacity
from vaultnet.pages.review_sections.charts import build_charts
from vaultnet.pages.review_sections.fading import build_cooling, build_dormant, build_may_rest
from vaultnet.pages.review_sections.open_matters import build_open
from vaultnet.pages.review_sections.questions import build_questions
from vaultnet.pages.review_sections.rhythm import build_rhythm
from vaultnet.pages.review_sections.steps import build_steps
from vaultnet.pages.review_view import ReviewView
from vaultnet.text.block import one_line


def build_review(
    network: Network, facts: ReviewFacts, settings: Settings, stretch: Stretch, until: date, name: str
) -> ReviewView:
    """The review as of `until`. A week looks ahead and names who is cooling; longer ones look at rhythm and yield."""
    page = ReviewPage(network, facts, settings, stretch, until)
    is_week = stretch.length == "week"
    ahead = facts.ahead
    questions = tuple(map(one_line, settings.review.questions))
    return ReviewView(
        length=stretch.length,
        name=name,
        first=stretch.first,
        last=stretch.last,
        until=until,
        behind=build_behind(page),
        open=build_open(page),
        ahead=build_ahead(page, ahead) if ahead else (),
        ahead_first=ahead.first if ahead else None,
        ahead_last=ahead.last if ahead else None,
        cooling=build_cooling(page) if is_week else (),
        dormant=() if is_week else build_dormant(page),
        capacity=build_capacity(page),
        rhythm=None if is_week else build_rhythm(page),
        brought=None if is_week else build_brought(page),
        own_questions=questions,
        questions=build_questions(stretch, len(questions)),
        charts=build_charts(page) if settings.review.charts else None,
        steps=build_steps(page) if is_week else None,
        may_rest=() if is_week else build_may_rest(page),
    )
