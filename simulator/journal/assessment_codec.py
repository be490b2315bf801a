"""An assessment and the plain values it is kept as, inside the event that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter

from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.value import Value

Level = Annotated[int, Field(ge=0, le=4)]
Place = Annotated[int, Field(ge=0)]


class FindingRead(Value):
    because: str
    skill: Skill | None = None
    flag: RedFlag | None = None
    start: Place = 0
    end: Place = 0
    better: str = ""


class _Assessment(Value):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    levels: dict[Skill, Level]
    flags: tuple[RedFlag, ...]
    findings: tuple[FindingRead, ...]
    overall: Annotated[int, Field(ge=0, le=100)]
    grader: str
    said: tuple[str, ...] = ()


_READER = TypeAdapter(_Assessment)


def written(assessment: Assessment) -> dict[str, Any]:
    """The assessment as JSON knows it; what is empty in a finding is left out."""
    return {
        "levels": dict(assessment.levels),
        "flags": list(assessment.flags),
        "findings": findings_written(assessment.findings),
        "overall": assessment.overall,
        "grader": assessment.grader,
    } | ({"said": list(assessment.said)} if assessment.said else {})


def read(value: object) -> Assessment:
    """The assessment that plain values make. Raises ValueError for anything that is not wholly one."""
    known = _READER.validate_python(value)
    findings = findings_read(known.findings)
    return Assessment(known.levels, known.flags, findings, known.overall, known.grader, known.said)


def findings_written(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON knows them."""
    values = [{name: getattr(finding, name) for name in FindingRead.model_fields} for finding in findings]
    return [FindingRead(**value).model_dump(exclude_defaults=True) for value in values]


def findings_read(findings: Iterable[FindingRead]) -> tuple[Finding, ...]:
    """The findings that were read."""
    return tuple(Finding(**finding.model_dump()) for finding in findings)
