"""A press and the plain values it is kept as, inside the event that carries it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter

from simulator.journal.assessment_codec import FindingRead, Level, findings_read, findings_written
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.value import Value
from simulator.session.press import Press, PressLine, Quote, Why


def _bare(text: str) -> str:
    # What no database keeps; `codec.plain` says more of it.
    return text.replace("\0", "")


Text = Annotated[str, Field(max_length=20_000), AfterValidator(_bare)]


class _Quote(Value):
    answer: Annotated[int, Field(ge=0)]
    words: Text


class _Line(Value):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    id: Text
    text: Text
    levels: dict[Skill, Level]
    flags: tuple[RedFlag, ...] = ()
    findings: tuple[FindingRead, ...] = ()


class _Press(Value):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    id: Text
    journalist: Text
    why: Why
    text: Text
    quotes: tuple[_Quote, ...]
    skills: tuple[Skill, ...]
    lines: tuple[_Line, ...]
    order: Annotated[int, Field(ge=0)] = 0


_READER = TypeAdapter(_Press)


def written(press: Press) -> dict[str, Any]:
    """The press as JSON knows it; `order` only where a facilitator asks, so that all others stay what they were."""
    order = {"order": press.order} if press.order else {}
    return {
        "id": press.id,
        "journalist": press.journalist,
        "why": press.why,
        "text": press.text,
        "quotes": [{"answer": quote.answer, "words": quote.words} for quote in press.quotes],
        "skills": list(press.skills),
        "lines": [_line_written(line) for line in press.lines],
        **order,
    }


def read(value: object) -> Press:
    """The press that plain values make. Raises ValueError for anything that is not wholly one."""
    known = _READER.validate_python(value)
    quotes = tuple(Quote(quote.answer, quote.words) for quote in known.quotes)
    lines = tuple(
        PressLine(line.id, line.text, line.levels, line.flags, findings_read(line.findings)) for line in known.lines
    )
    return Press(known.id, known.journalist, known.why, known.text, quotes, known.skills, lines, known.order)


def _line_written(line: PressLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "text": line.text,
        "levels": dict(line.levels),
        "flags": list(line.flags),
        "findings": findings_written(line.findings),
    }
