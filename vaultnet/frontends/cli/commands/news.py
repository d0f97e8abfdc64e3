"""`vaultnet news`: what is new at the organizations you have to do with, and with `--fetch`, what their feeds say."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_diffs, print_json, print_note, print_quote, print_text
from vaultnet.frontends.cli.wording import count_words, day_words

if TYPE_CHECKING:
    from vaultnet.app.fetch_news import Fetched
    from vaultnet.app.workspace import Workspace

_NAMED = 3  # contacts beside an organization
_SHOWN = 5  # pieces of news of each, unless asked about one


@click.command(cls=Command)
@click.argument("who", nargs=-1, metavar="[WHO|ORG]")
@click.option("--since", metavar="DATE", help='From this day on: "2026-05-01", "3 weeks ago".')
@click.option("--fetch", is_flag=True, help="Ask the feeds of organizations first (the only time the network is used).")
@click.option("--again", is_flag=True, help="With --fetch: also what was taken out of the notes after an earlier one.")
@click.option("--dry-run", is_flag=True, help="With --fetch: show what it would write as a diff, write nothing.")
@click.option("--all", "everything", is_flag=True, help="All there is about each, not the newest five.")
@click.pass_obj
def news(
    flags: Flags, who: tuple[str, ...], since: str | None, fetch: bool, again: bool, dry_run: bool, everything: bool
) -> None:
    """Show recent news: targets first, then where your contacts are.

    News are pages you saved (#clipping) and lines with a date and #clipping that link an organization or person, and
    what --fetch finds in the `feed:` of organizations. --fetch writes each new item once, into a note an organization.

    \b
    vaultnet news
    vaultnet news "Tidemark Risk" --since 2026-01-01
    vaultnet news --fetch
    """
    from vaultnet.app.news import find_subjects, list_news
    from vaultnet.practice.news import days_back

    if (again or dry_run) and not fetch:
        raise click.UsageError("--again and --dry-run go with --fetch")
    with flags.workspace() as workspace:
        workspace.refresh()
        today = workspace.today
        first = workspace.natural_date(since) if since else days_back(today, workspace.config.settings.news.days)
        about = find_subjects(workspace, " ".join(who))
        fetched = _fetch(workspace, about, flags, again=again, dry_run=dry_run) if fetch else None
        rows = list_news(workspace, first, about)
    if flags.as_json:
        print_json("vaultnet.news/1", since=first.isoformat(), news=rows, fetched=_fetched(fetched, dry_run=dry_run))
        return
    if fetched:
        _print_fetched(fetched, dry_run=dry_run)
    if not dry_run:
        _print_rows(rows, first, today, everything=everything or bool(who))


def _fetch(workspace: "Workspace", about: tuple[str, ...], flags: Flags, *, again: bool, dry_run: bool) -> "Fetched":
    from vaultnet.app.fetch_news import plan_fetch, remember_feeds

    fetched = plan_fetch(workspace, about, again=again)
    if not dry_run:
        workspace.apply(fetched.changes, flags.words)
        remember_feeds(workspace, fetched)
        workspace.refresh()
    return fetched


def _print_fetched(fetched: "Fetched", *, dry_run: bool) -> None:
    for outcome in fetched.outcomes:
        if outcome.state == "failed":
            place = f"{outcome.note}:{outcome.line}" if outcome.note else outcome.organization
            print_note(f"{place}: {outcome.message}")
    if dry_run:
        print_diffs(fetched.changes)
        return
    asked = sum(bool(outcome.url) for outcome in fetched.outcomes)
    if not asked:
        print_note("No organization has a feed yet: write its address as `feed:` into the organization's note.")
        return
    count = sum(fetched.added.values())
    items = count_words(count, "new item") if count else said_part("nothing new")
    print_text(f"Asked {count_words(asked, 'feed')}: {items}.")
    print_text()


def _print_rows(rows: list[dict[str, Any]], first: date, today: date, *, everything: bool) -> None:
    if not rows:
        print_text(f"No news since {first.isoformat()}. Save a page that links an organization, tagged #clipping,")
        print_text("or give organizations a `feed:` and ask them with `vaultnet news --fetch`.")
    for number, row in enumerate(rows):
        if number:
            print_text()
        print_quote(" · ".join((row["name"], *_why(row))))
        shown = row["news"] if everything else row["news"][:_SHOWN]
        days = [day_words(date.fromisoformat(one["date"]), today) for one in shown]
        for day, one in zip(days, shown, strict=True):
            print_quote(f"  {day.rjust(max(map(len, days)))}  {one['title']}")
            print_quote(f"  {' ' * max(map(len, days))}  {one['url'] or _place(one)}")
        if len(shown) < len(row["news"]):
            print_text(f"  … and {len(row['news']) - len(shown)} more (--all)")


def _why(row: dict[str, Any]) -> list[str]:
    """What I have to do with them: a target, whom I know there."""
    names = [one["name"] for one in row["contacts"]]
    more = [said_part(f"… and {len(names) - _NAMED} more")] if len(names) > _NAMED else []
    who = ", ".join(names[:_NAMED] + more)
    return [*([said_part("target")] if row["target"] else []), *([who] if who else [])]


def _place(one: dict[str, Any]) -> str:
    return f"{one['source']['path']}:{one['source']['line']}"


def _fetched(fetched: "Fetched | None", *, dry_run: bool) -> dict[str, Any] | None:
    if fetched is None:
        return None
    return {
        "feeds": [
            {
                "organization": outcome.organization,
                "url": outcome.url or None,
                "state": outcome.state,
                "message": outcome.message or None,
                "note": outcome.note or None,
                "line": outcome.line,
            }
            for outcome in fetched.outcomes
        ],
        "added": [{"organization": path, "items": count} for path, count in fetched.added.items()],
        "changed": [] if dry_run else [change.path for change in fetched.changes],
    }
