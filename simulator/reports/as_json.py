"""Reports as JSON: every field of the value, under its own name."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass

from pydantic import BaseModel

from simulator.reports.debrief import Debrief
from simulator.reports.front_page import FrontPage
from simulator.reports.what_if import Comparison


def as_json(report: Debrief | FrontPage | Comparison) -> str:
    """JSON, indented, in UTF-8 characters."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
