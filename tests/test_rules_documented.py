"""Every rule that a problem can name is explained in docs/rules.md."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
_RULE = re.compile(r'"((?:frontmatter|block|note|name|folder|conflict|log|section|task|template|advice)s?-[a-z0-9-]+)"')


def test_every_rule_is_documented() -> None:
    page = (ROOT / "docs" / "rules.md").read_text()
    used = {
        rule
        for floor in ("text", "model", "practice", "storage", "app")
        for file in (ROOT / "vaultnet" / floor).rglob("*.py")
        for rule in _RULE.findall(file.read_text())
    }
    assert len(used) > 20
    assert sorted(rule for rule in used if f"`{rule}`" not in page) == []
