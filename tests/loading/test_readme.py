"""The authoring guide keeps to the format it describes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.loading.source import read_source

GUIDE = Path(__file__).parent.parent.parent / "scenarios" / "README.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_read(example: str) -> None:
    source, report = read_source(example.encode(), "README.md")
    assert source is not None
    assert report.problems() == ()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 5
