"""What is told a moment later, so that many seats cost less, is told at once here."""

from __future__ import annotations

import pytest

from simulator.tui.screens import own_words


@pytest.fixture(autouse=True)
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_words, "TOLD_AFTER", 0.001)
