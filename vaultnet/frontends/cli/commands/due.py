"""`vaultnet due`: who is due to hear from you."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command


@click.command(cls=Command)
@click.option("--within", default="", metavar="LENGTH", help="Also who becomes due within 7d, 2w, 1 month ...")
@click.option("--tier", default="", help="Only this tier.")
@click.option("--tag", default="", help="Only contacts with this tag (nested tags count for their parents).")
@click.option("--at", "organization", default="", metavar="ORG", help="Only people at this organization.")
@click.option("--in", "place", default="", metavar="PLACE", help="Only people in this place.")
@click.option("--all", "everyone", is_flag=True, help="Everyone, due or not.")
@click.pass_obj
def due(flags: Flags, within: str, tier: str, tag: str, organization: str, place: str, everyone: bool) -> None:
    """List who is due: when you were last in touch, and why now.

    \b
    vaultnet due
    vaultnet due --within 7d --tier close
    vaultnet due --at Northwind --in Lisbon
    """
    from vaultnet.frontends.cli.acts.due import list_due_people

    list_due_people(flags, within=within, tier=tier, tag=tag, organization=organization, place=place, everyone=everyone)
