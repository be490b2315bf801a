"""The kinds of text and identifier that format 1 is made of, with their bounds."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

PROSE_MAX = 4_000
LABEL_MAX = 200
EXPRESSION_MAX = 400

PROSE = "prose"
"""Marks a field that holds sentences, so that a loader can guard it against YAML's traps."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=PROSE_MAX, pattern=r"\S"), PROSE]
"""Sentences a person reads. Plain text: nothing in it is ever markup."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=LABEL_MAX, pattern=r"^[^\n]*\S[^\n]*$"), PROSE]
"""A name, a title or another short text on one line."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
"""Names a scene, line, person, variable or dossier item: lower case, digits and underscores."""

ScenarioId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,79}$")]
"""Names a scenario and its folder: lower case, digits and hyphens."""

Expression = Annotated[str, StringConstraints(min_length=1)]
"""A condition or an effect in the expression language; see `expressions`. At most EXPRESSION_MAX characters."""

ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day on the story clock, 24 hours, such as 15:30."""

Date = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""A calendar date as text, year first, such as 2026-07-01."""
