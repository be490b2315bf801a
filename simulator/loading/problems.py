"""Problems an author can mend: permanent code, severity, place, message, hint and snippet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a scenario file.

    `line` and `column` count from 1, `column` in characters. `message` and `hint` are templates in
    English, filled from `params` and looked up in the reader's catalogue when shown. `snippet` is the
    line as it stands in the file, without its end.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    snippet: str = ""
    nearest: str = ""
    """A name that may have been meant, or nothing."""
    path: str = ""
    """The way to the place through keys and numbers, such as `scenes.0.lines.2.when`, where there is one."""
