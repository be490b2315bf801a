"""No test touches the user's own record, cache, shelf or preferences, whatever it runs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgres import postgres_server, postgres_url  # noqa: F401  # fixtures, for tests anywhere

# Properties are checked on the same examples on every machine, however slow.
settings.register_profile("podium", derandomize=True, deadline=None)
settings.load_profile("podium")


@pytest.fixture(autouse=True, scope="session")
def _folders_of_the_tests() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="podium-tests-") as home:
        os.environ.update(
            PODIUM_DATA_DIR=f"{home}/data", PODIUM_CACHE_DIR=f"{home}/cache", PODIUM_CONFIG_DIR=f"{home}/config"
        )
        for name in ("PODIUM_SCENARIOS", "PODIUM_DATABASE_URL", "PODIUM_LANGUAGE", "PODIUM_LEARNER", "NO_COLOR"):
            os.environ.pop(name, None)
        yield
