"""Properties are checked on the same examples on every machine, however slow."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("podium", derandomize=True, deadline=None)
settings.load_profile("podium")
