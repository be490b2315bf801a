"""Every command runs on a record and a cache of its own, in English."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PODIUM_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PODIUM_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PODIUM_LANGUAGE", "en")
    for name in ("PODIUM_DATABASE_URL", "PODIUM_SCENARIOS", "PODIUM_LEARNER", "_PODIUM_COMPLETE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="module")
def records_are_let_go() -> Iterator[None]:
    """A command leaves its record to the end of its process, which here goes on: several hundred open files otherwise,
    and terminals that cannot be watched any more (select takes the first thousand)."""
    yield
    gc.collect()
