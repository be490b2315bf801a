"""Verdicts and regrades as they are kept: JSON in remarks about a session. What cannot be read is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Protocol, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter

from simulator.journal import assessment_codec
from simulator.journal.port import Remark
from simulator.scenario.assessment import Assessment
from simulator.scenario.revision import UNREVISED, Regrade, Revisions
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.value import Value
from simulator.scenario.verdict import Verdict

VERDICT = "verdict"
REGRADE = "regrade"
"""The kinds of remarks that revisions are made of."""

Read = TypeVar("Read")

Number = Annotated[int, Field(ge=1)]
Moment = Annotated[int, Field(ge=0)]


class Remarks(Protocol):
    """What revisions are read from: a part of the journal."""

    def remark(self, about: str, kind: str, by: str, value: str) -> Remark: ...
    def remarks(self, about: str, kind: str = "") -> tuple[Remark, ...]: ...
    def remarks_of(self, kind: str) -> tuple[Remark, ...]: ...


class _Verdict(Value):
    # A later Podium may say more.
    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)

    answer: Number
    moment: Moment
    levels: dict[Skill, assessment_codec.Level] = Field(default_factory=dict)
    flags: tuple[RedFlag, ...] | None = None
    reason: str = ""
    withdrawn: bool = False


class _Regrade(Value):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)

    answer: Number
    moment: Moment
    grader: str
    asked: str = ""
    assessment: dict[str, Any] | Literal["same"] = "same"


_VERDICT = TypeAdapter(_Verdict)
_REGRADE = TypeAdapter(_Regrade)


def keep_verdict(remarks: Remarks, session: str, verdict: Verdict) -> Verdict:
    """Keep a verdict on an answer of a session, and return it with its time."""
    value: dict[str, Any] = {"answer": verdict.answer, "moment": verdict.moment, "reason": verdict.reason}
    if verdict.withdrawn:
        value["withdrawn"] = True
    else:
        value |= {"levels": dict(verdict.levels), "flags": None if verdict.flags is None else list(verdict.flags)}
    return _verdict(remarks.remark(session, VERDICT, verdict.by, json.dumps(value, ensure_ascii=False))) or verdict


def regrade_value(answer: int, moment: int, grader: str, asked: str, assessment: Assessment | None) -> str:
    """What is kept of an answer that was graded anew: the new assessment, or None where it is the one it had.

    `asked` tells apart what the answer was held against (see `commands.regrading`).
    """
    value: dict[str, Any] = {"answer": answer, "moment": moment, "grader": grader, "asked": asked}
    if assessment is not None:
        value["assessment"] = assessment_codec.written(assessment)
    return json.dumps(value, ensure_ascii=False)


def verdicts_given(remarks: Remarks, session: str) -> tuple[Verdict, ...]:
    """All verdicts that were ever given on a session, withdrawn and replaced ones too, the earliest first."""
    read = (_verdict(one) for one in remarks.remarks(session, VERDICT))
    return tuple(one for one in read if one is not None)


def revisions(remarks: Remarks, session: str) -> Revisions:
    """What stands of the verdicts and regrades of a session."""
    return _folded(one for one in remarks.remarks(session) if one.kind in (VERDICT, REGRADE))


def all_revisions(remarks: Remarks) -> Mapping[str, Revisions]:
    """The same of every session that has any, in one go."""
    by_session: dict[str, list[Remark]] = {}
    for remark in (*remarks.remarks_of(VERDICT), *remarks.remarks_of(REGRADE)):
        by_session.setdefault(remark.about, []).append(remark)
    folded = {session: _folded(found) for session, found in by_session.items()}
    return {session: found for session, found in folded.items() if found != UNREVISED}


def regraded(remarks: Iterable[Remark]) -> Mapping[tuple[str, int], tuple[int, str, str]]:
    """Of each answer that was graded anew, by session and number: its moment, the last grader, and what was asked."""
    found: dict[tuple[str, int], tuple[int, str, str]] = {}
    for remark in remarks:
        read = _read(_REGRADE, remark.value)
        if read is not None:
            found[remark.about, read.answer] = (read.moment, read.grader, read.asked)
    return found


def _folded(remarks: Iterable[Remark]) -> Revisions:
    verdicts: dict[int, Verdict] = {}
    regrades: dict[int, Regrade] = {}
    for remark in remarks:
        if remark.kind == VERDICT:
            verdict = _verdict(remark)
            if verdict is not None:
                verdicts[verdict.answer] = verdict
        else:
            _fold_regrade(remark, regrades)
    standing = {answer: verdict for answer, verdict in sorted(verdicts.items()) if not verdict.withdrawn}
    return Revisions(standing, dict(sorted(regrades.items())))


def _fold_regrade(remark: Remark, regrades: dict[int, Regrade]) -> None:
    read = _read(_REGRADE, remark.value)
    if read is None:
        return
    if read.assessment == "same":
        regrades.pop(read.answer, None)
        return
    try:
        assessment = assessment_codec.read(read.assessment)
    except (TypeError, ValueError, KeyError):
        return
    regrades[read.answer] = Regrade(read.answer, assessment, read.moment, remark.recorded_at)


def _verdict(remark: Remark) -> Verdict | None:
    read = _read(_VERDICT, remark.value)
    if read is None:
        return None
    try:
        return Verdict(
            answer=read.answer,
            levels=read.levels,
            flags=read.flags,
            reason=read.reason,
            by=remark.by,
            at=remark.recorded_at,
            moment=read.moment,
            withdrawn=read.withdrawn,
        )
    except ValueError:
        return None


def _read(adapter: TypeAdapter[Read], value: str) -> Read | None:
    try:
        return adapter.validate_json(value)
    except ValueError:
        return None
