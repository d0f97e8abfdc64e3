"""`vaultnet trust`: allow this vault's own templates."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_text


@click.command(cls=Command)
@click.option("--revoke", is_flag=True, help="Trust them no more.")
@click.option("--show", "only_show", is_flag=True, help="Only say which there are and whether they are trusted.")
@click.pass_obj
def trust(flags: Flags, revoke: bool, only_show: bool) -> None:
    """Allow this vault's own templates (.vaultnet/templates), as they are now.

    A template is code, and a vault may come from somebody else: read them first. Your word holds for these bytes: when
    one of them changes, vaultnet asks again.

    \b
    vaultnet trust --show
    vaultnet trust
    vaultnet trust --revoke
    """
    from vaultnet.storage.trust import distrust, is_trusted, read_template_tree
    from vaultnet.storage.trust import trust as trust_tree

    with flags.workspace() as workspace:
        root = workspace.root
    tree = read_template_tree(root)
    if revoke:
        distrust(root)
    elif not only_show and tree.texts:
        trust_tree(root, tree)
    trusted = is_trusted(root, tree)
    if flags.as_json:
        problems = [{"path": name, "message": problem.message} for name, problem in tree.problems]
        print_json("vaultnet.trust/1", templates=sorted(tree.texts), trusted=trusted, problems=problems)
        return
    for name in sorted(tree.texts):
        print_quote(f"  .vaultnet/templates/{name}")
    for name, problem in tree.problems:
        print_quote(f"  .vaultnet/templates/{name}: {said(problem.message)}")
    if tree.texts:
        print_text("These templates are used." if trusted else "These templates are not used.")
    else:
        print_text("This vault has no templates of its own; vaultnet uses those it came with.")
