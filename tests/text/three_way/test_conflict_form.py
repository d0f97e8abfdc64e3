import pytest

from vaultnet.text.three_way.conflict_form import is_removal, remove_callout
from vaultnet.text.three_way.merge_versions import merge_versions


def disputed(body: str) -> str:
    texts = (f"---\ntier: {tier}\n---\n{body}" for tier in ("close", "warm", "inner"))
    return merge_versions(*texts).text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("body", ["# Ada\nProse\n", "# Ada\n\nProse\n", "Prose\n", "\n# Ada\n- a\n", "", "# Ada\n"])
def test_the_box_goes_as_it_came(body: str, line_end: str) -> None:
    text = disputed(body.replace("\n", line_end)).replace("\r\n", "\n").replace("\n", line_end)
    assert text.count("> [!warning] Two versions: tier") == 1
    assert f"{line_end}{line_end}{line_end}" not in text
    assert remove_callout(text).partition("inner")[2] == f"\n---\n{body}".replace("\n", line_end)
    assert remove_callout(remove_callout(text)) == remove_callout(text)


def test_what_somebody_wrote_into_the_box_stays() -> None:
    text = disputed("# Ada\nProse\n").replace("remove this box.\n", "remove this box.\n> ask Ben\n")
    assert remove_callout(text).endswith("# Ada\n> ask Ben\n\nProse\n")


def test_a_twin_says_that_theirs_is_gone() -> None:
    assert is_removal("tier__theirs: # removed\r\n")
    assert not is_removal("tier__theirs: x # removed")
    assert not is_removal("tier: # removed")
