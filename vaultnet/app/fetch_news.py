"""Reading the feeds of organizations, and planning what is new in them into the vault. Nothing else asks the network.

fetched = plan_fetch(workspace)            asks every feed once; nothing is written yet
workspace.apply(fetched.changes, words)
remember_feeds(workspace, fetched)         only then is it known here: what was not written is news the next time, too
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.edits.news import news_path, plan_news_lines, plan_news_note
from vaultnet.errors import NotWritten
from vaultnet.exchange.feed import NoFeed, parse_feed, require_feedparser
from vaultnet.model.feed_item import FeedItem
from vaultnet.practice.news import NewsItem, choose_items, item_digest
from vaultnet.storage.clippings import load_clippings
from vaultnet.storage.feed_client import FeedFault, Limits, Validators
from vaultnet.storage.feed_memory import Remembered, load_feed_memory, save_feed_memory
from vaultnet.storage.feed_round import fetch_round
from vaultnet.storage.feeds import OrganizationFeed, load_feeds, load_news_notes
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import all_paths
from vaultnet.storage.state_folder import state_folder
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.problem import Refused
from vaultnet.text.section import refuse_if_broken

State = Literal["read", "unchanged", "failed"]
_DEADLINE = 3  # times the time-out: for all of one feed


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What came of one feed. `message` says why it failed, and what to do; `note` and `line` where, if it is a note
    that cannot be written.
    """

    organization: str
    url: str
    state: State
    message: str = ""
    note: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The changes of the notes, by organization how many items they add, and what is to be remembered afterwards."""

    outcomes: tuple[FeedOutcome, ...]
    changes: tuple[FileChange, ...]
    added: Mapping[str, int]
    memory: Mapping[str, Remembered]


def plan_fetch(workspace: Workspace, about: Collection[str] = (), *, again: bool = False) -> Fetched:
    """Ask the feeds of all organizations, or of those in `about` (paths); of each the items that are new.

    `again` asks as if for the first time: what was taken out of the notes comes back. Raises UsageError where
    feedparser is not installed.
    """
    require_feedparser()
    every = load_feeds(workspace.connection)
    feeds = [feed for feed in every if not about or feed.organization in about]
    kept = load_feed_memory(state_folder(workspace.root))
    memory = {feed.url: kept.get(feed.url, Remembered()) for feed in every}
    notes = load_news_notes(workspace.connection)
    asked = {feed.url: Remembered() if again or feed.organization not in notes else memory[feed.url] for feed in feeds}
    answers = _ask(workspace, asked)
    plan = _Plan(workspace, notes)
    outcomes = [_outcome(feed, answers[feed.url]) for feed in feeds]
    refused: set[str] = set()
    for organization in dict.fromkeys(feed.organization for feed in feeds):
        urls = [feed.url for feed in feeds if feed.organization == organization]
        items = [item for url in urls for item in _items(answers[url])]
        fault = plan.add(organization, items, frozenset[str]().union(*(asked[url].seen for url in urls)))
        if fault:
            outcomes.append(fault)
            refused.update(urls)
    memory.update((url, _remembered(answer, memory[url])) for url, answer in answers.items() if url not in refused)
    return Fetched(tuple(outcomes), tuple(plan.changes.values()), plan.added, memory)


def remember_feeds(workspace: Workspace, fetched: Fetched) -> None:
    """Keep which versions were read, in the state folder. Raises CannotWrite."""
    save_feed_memory(state_folder(workspace.root), fetched.memory)


@dataclass(frozen=True, slots=True)
class _Read:
    """A feed that was read."""

    items: tuple[FeedItem, ...]
    validators: Validators


_Answer = _Read | FeedFault | None


def _ask(workspace: Workspace, asked: Mapping[str, Remembered]) -> dict[str, _Answer]:
    """Each address once, though several organizations may have it."""
    timeout = workspace.config.settings.news.timeout
    known = {url: kept.validators for url, kept in asked.items()}
    found: dict[str, _Answer] = {}
    for url, answer in fetch_round(known, Limits(timeout=timeout, whole=_DEADLINE * timeout)):
        if answer is None or isinstance(answer, FeedFault):
            found[url] = answer
        else:
            parsed = parse_feed(answer.data, answer.url, answer.content_type)
            found[url] = _no_feed(url, parsed) if isinstance(parsed, NoFeed) else _Read(parsed, answer.validators)
        workspace.report("reading feeds", len(found), len(known))
    return found


def _no_feed(url: str, instead: NoFeed) -> FeedFault:
    if instead.feed:
        return FeedFault(
            f"{url} is a web page, and no feed: write {instead.feed} into `feed`, which it names as its own"
        )
    return FeedFault(f"{url} is no feed: look for the feed's address, and write it into `feed`")


def _items(answer: _Answer) -> Iterator[FeedItem]:
    if isinstance(answer, _Read):
        yield from answer.items


def _outcome(feed: OrganizationFeed, answer: _Answer) -> FeedOutcome:
    if isinstance(answer, FeedFault):
        return FeedOutcome(feed.organization, feed.url, "failed", answer.message)
    return FeedOutcome(feed.organization, feed.url, "read" if answer else "unchanged")


def _remembered(answer: _Answer, before: Remembered) -> Remembered:
    if not isinstance(answer, _Read):
        return before
    return Remembered(answer.validators, frozenset(map(item_digest, answer.items)))


class _Plan:
    """The notes as they will be, organization by organization: `changes` by path, `added` by organization."""

    def __init__(self, workspace: Workspace, notes: Mapping[str, str]) -> None:
        self._workspace = workspace
        self._notes = notes
        self._paths = all_paths(workspace.connection)
        self._links = load_link_texts(workspace.connection)
        self._clippings = load_clippings(workspace.connection, date.min)
        self.changes: dict[str, FileChange] = {}
        self.added: dict[str, int] = {}

    def add(self, organization: str, items: Iterable[FeedItem], seen: Collection[str]) -> FeedOutcome | None:
        """Plan what is new into the organization's note; a note that cannot be written is left, and said so."""
        workspace, settings = self._workspace, self._workspace.config.settings
        kept = (clipping for clipping in self._clippings if organization in clipping.about)
        chosen = choose_items(items, kept, seen, workspace.today, workspace.now.tzinfo, settings.news)
        if not chosen:
            return None
        path = self._notes.get(organization)
        try:
            change = self._change(path, chosen) if path else self._new(organization, chosen)
        except (Refused, NotWritten) as error:
            fault = error.problem if isinstance(error, Refused) else error
            return FeedOutcome(
                organization, "", "failed", fault.message, path or self._path(organization), fault.line or 1
            )
        self.changes[change.path] = change
        self.added[organization] = len(chosen)
        return None

    def _new(self, organization: str, items: Sequence[NewsItem]) -> FileChange:
        usual = self._path(organization)
        refuse_if_broken(parse_document(self._workspace.read(usual) or ""))  # perhaps it is the one, and cannot tell
        path = self._path(organization, self._paths)
        self._paths.append(path)
        return plan_news_note(path, self._links[organization], items)

    def _path(self, organization: str, taken: Collection[str] = ()) -> str:
        settings = self._workspace.config.settings
        stem = organization.rsplit("/", 1)[-1].removesuffix(".md")
        return news_path(stem, settings.news.folder, settings.vault.language, taken)

    def _change(self, path: str, items: Sequence[NewsItem]) -> FileChange:
        """One note may keep the news of two organizations: the second adds to what the first has planned."""
        earlier = self.changes.get(path)
        before = earlier.after if earlier else self._workspace.read(path) or ""
        change = plan_news_lines(path, before, items)
        return change._replace(before=earlier.before) if earlier else change
