"""The state of a session: one immutable value, the same on every machine for the same events."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import NamedTuple

from simulator.scenario.assessment import Assessment
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scenario.situation import Scalar
from simulator.session.modes import Mode
from simulator.session.preparation import Preparation
from simulator.session.press import Press
from simulator.session.room_inject import RoomInjectTold
from simulator.world.reputation import Reputation


class Frame(NamedTuple):
    """Where a `return` leads back to: past the choice made at a scene, or to a pool.

    `asked` are the questions that the pool has asked since it was reached.
    """

    scene: str = ""
    choice: str = ""
    pool: str = ""
    asked: tuple[str, ...] = ()


class Answer(NamedTuple):
    """One answer (or silence) and what it did: trust and heat as they were, and what they became.

    `at` in milliseconds of active time, `minutes` on the story clock; `text` is an answer in one's own words, as typed.
    `scene` may be the id of a press (see `asked`). `confidence` is 1 to 3, and 0 where the trainee did not say.
    """

    scene: str
    choice: str
    assessment: Assessment
    at: int
    minutes: int
    trust_before: int
    heat_before: int
    trust_after: int
    heat_after: int
    text: str = ""
    confidence: int = 0

    @property
    def before(self) -> Reputation:
        return Reputation(self.trust_before, self.heat_before)

    @property
    def after(self) -> Reputation:
        return Reputation(self.trust_after, self.heat_after)

    @property
    def levels(self) -> Mapping[Skill, Level]:
        return self.assessment.levels

    @property
    def flags(self) -> tuple[RedFlag, ...]:
        return self.assessment.flags

    @property
    def overall(self) -> int:
        return self.assessment.overall


class Step(NamedTuple):
    """One accepted step of the path: at a scene, by a choice (empty for an inject), and when it was made."""

    scene: str
    choice: str
    at: int
    minutes: int


class SessionState(NamedTuple):
    """Everything that a session is.

    `scene` is the present one, empty before the start; `frames` are the calls to come back from, the
    innermost last; `values` are the declared variables in the order declared; `path` holds the steps made,
    so the present scene joins it only when it is left; `chances` counts the draws made from the seed.
    Times are milliseconds of active time since the start: `entered_at` when the present scene was
    reached, `at` the latest event.

    While a `press` stands, it is what waits for an answer, and `scene` waits behind it; `pressed` are all presses
    so far, the standing one included. `preparation` is None until the conference has been prepared, if it is.
    `clocked` gives every question a time limit, as `session.limits` has it.

    Of the facilitator of a workshop: `injected` is the news brought in, `behind` their questions that wait behind the
    press that stands (they are among `pressed`), `orders` the numbers of all that was carried out, and `extra_ms` what
    the question on the table was given beyond its time limit.
    """

    seed: int
    time_scale: int
    scene: str
    frames: tuple[Frame, ...]
    values: tuple[Scalar, ...]
    minutes: int
    trust: int
    heat: int
    answers: tuple[Answer, ...]
    path: tuple[Step, ...]
    chances: int
    entered_at: int
    at: int
    mode: Mode = "practice"
    press: Press | None = None
    pressed: tuple[Press, ...] = ()
    preparation: Preparation | None = None
    clocked: bool = False
    injected: tuple[RoomInjectTold, ...] = ()
    behind: tuple[Press, ...] = ()
    orders: tuple[int, ...] = ()
    extra_ms: int = 0

    @property
    def started(self) -> bool:
        return bool(self.scene)


def canonical(state: SessionState) -> bytes:
    """The state of one scenario's session as bytes, equal exactly when two such states are."""
    plain = state._asdict() | {
        "answers": [
            [answer.scene, answer.choice, answer.text, answer.at, answer.minutes, answer.before, answer.after]
            + [answer.confidence]
            + [
                sorted(answer.levels.items()),
                answer.flags,
                answer.overall,
                answer.assessment.grader,
                answer.assessment.said,
            ]
            + [[f.skill, f.flag, f.start, f.end, f.because, f.better] for f in answer.assessment.findings]
            for answer in state.answers
        ],
    }
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_as_dict)
    return written.encode()


def _as_dict(value: Press | Preparation) -> dict[str, object]:
    return asdict(value)
