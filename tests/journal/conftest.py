from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Needs the mounts, limits and permissions of POSIX systems.
collect_ignore = ["test_machine.py"] if sys.platform == "win32" else []


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that does not exist yet or is empty, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/podium.sqlite3"
    return str(request.getfixturevalue("postgres_url"))
