"""Cases as YAML text, in the profile that `cases` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from simulator.scenario.case import Case


def cases_text(cases: Iterable[Case]) -> str:
    """The file of cases; what they do not have is left out. Read again they are the same values."""
    written = [case.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for case in cases]
    return "\n".join(_sequence(written)) + "\n" if written else "[]\n"


def _sequence(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        first, *rest = _value(value)
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


def _value(value: Any) -> Iterator[str]:  # noqa: ANN401  # as JSON knows it
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _entry(key, inner)
    elif isinstance(value, list) and value:
        yield from _sequence(value)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _entry(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, Mapping | list) and value:
        yield f"{key}:"
        yield from (f"  {line}" for line in _value(value))
    else:
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
