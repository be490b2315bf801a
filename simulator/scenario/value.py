"""The base of all scenario values: frozen, strict, and closed to unknown keys."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that is valid or does not exist."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
