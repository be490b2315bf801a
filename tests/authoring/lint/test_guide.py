"""The authoring guide's table of codes is the table of codes."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.loading.codes import CODES, may_be_set

GUIDE = Path(__file__).parents[3] / "scenarios" / "README.md"


def test_the_guide_lists_every_code_that_can_be_set() -> None:
    """Written anew by: python -m tests.authoring.lint.test_guide."""
    assert table() in GUIDE.read_text(encoding="utf-8")


def table() -> str:
    """The codes whose severity can be set, as the guide shows them."""
    rows = [f"| {code} | {entry.severity} | {entry.title} |" for code, entry in CODES.items() if may_be_set(code)]
    return "\n".join(["| code | told as | what it tells |", "|---|---|---|", *rows]) + "\n"


def renew() -> None:
    """Put the table as it is now in place of the one that stands in the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(re.sub(r"\| code \| told as \|(?:.*\n\|)*.*\n", lambda _: table(), text), "utf-8")


if __name__ == "__main__":
    renew()
