"""The verdict as the judge has to give it, and the reading of it from whatever a model wraps it in."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from simulator.scenario.rubric import RedFlag, Skill

REASON_MAX = 200
QUOTES_MAX = 12
VERDICTS_MAX = 24

_FENCED = re.compile(r"```[a-zA-Z]*\s*(\{.*\})\s*```", re.DOTALL)


class Malformed(Exception):
    """The reply is no verdict; the text says what is wrong, for the judge."""


def _cut(reason: object) -> object:
    return reason[:REASON_MAX] if isinstance(reason, str) else reason


class _Part(BaseModel):
    # What a model adds of its own accord does no harm, and is not kept.
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class SkillVerdict(_Part):
    """A skill's evidence, reason and level."""

    skill: Skill
    quotes: Annotated[tuple[str, ...], Field(max_length=QUOTES_MAX)]
    reason: Annotated[str, BeforeValidator(_cut)]
    level: Annotated[int, Field(ge=0, le=4)]


class FlagVerdict(_Part):
    """A red flag and the words that raise it."""

    flag: RedFlag
    quote: str


class Verdict(_Part):
    """What the judge says of an answer: at most once of each skill."""

    skills: Annotated[tuple[SkillVerdict, ...], Field(max_length=VERDICTS_MAX)]
    flags: Annotated[tuple[FlagVerdict, ...], Field(max_length=VERDICTS_MAX)] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        named = [one.skill for one in self.skills]
        if len(set(named)) < len(named):
            raise ValueError("a skill stands in it twice")
        return self


def verdict_in(reply: str) -> Verdict:
    """The verdict in a reply. Raises Malformed."""
    try:
        return Verdict.model_validate_json(_object_in(reply))
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc'])) or 'reply'}: {fault['msg']}" for fault in error.errors()[:5]]
        raise Malformed("; ".join(faults)) from None
    except ValueError as error:  # a lone surrogate is no text to pydantic
        raise Malformed(str(error)[:200]) from None


def _object_in(reply: str) -> str:
    """The JSON object in a code fence, after a model's thoughts, or bare."""
    bare = reply.strip()
    if bare.startswith("{") and bare.endswith("}"):
        return bare
    fenced = _FENCED.search(reply)
    return fenced[1] if fenced else reply[reply.find("{") : reply.rfind("}") + 1]
