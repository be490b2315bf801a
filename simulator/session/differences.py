"""What came otherwise than a play-through expects, one value for each thing, with words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.language.catalogue import Catalogue, template
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending
from simulator.scenario.situation import mean_overall
from simulator.session.events import IllegalEvent
from simulator.session.playthrough import Expectation, PlayedStep, Playthrough
from simulator.session.state import Answer, SessionState

_OF_STEP = template("step {step} at `{scene}`: {what} should be {expected} and is {came}")
_OF_END = template("at the end: {what} should be {expected} and is {came}")
_OF_SEED = template("with seed {seed}: {what} should be {expected} and is {came}")
_ELSEWHERE = template("step {step} should be at `{expected}`, and the session is at `{came}`")
_REFUSED = template("step {step} at `{scene}`: `{expected}` is not accepted: {came}")
_UNFORESEEN = template("with seed {seed}: the scene `{scene}` comes up, and nothing says what is chosen there")
_NOT_JUDGED = template("not judged")
_NO_ENDING = template("none: the session is still at `{scene}`")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came otherwise.

    `step` counts from 1 (0: the play-through as a whole). `what` is a skill, `flags`, `overall`, `trust`, `heat`,
    `score`, `ending`, `scene` or `choice`. `expected` and `came` are as the file would have them, or templates in
    English as `message` is; `came` is filled from `params`.
    """

    step: int
    scene: str
    what: str
    expected: str
    came: str
    message: str
    params: Mapping[str, object] = field(default_factory=dict)

    def in_words(self, catalogue: Catalogue) -> str:
        """The difference as one line in the catalogue's language."""
        expected, came = catalogue.say(self.expected), catalogue.say(self.came, **self.params)
        told = {"step": self.step, "scene": self.scene, "what": self.what, "expected": expected, "came": came}
        return catalogue.say(self.message, **{**self.params, **told})


def elsewhere(number: int, step: PlayedStep, present: str) -> Difference:
    """The session is not where the step should be made."""
    return Difference(number, step.at, "scene", step.at, present, _ELSEWHERE)


def refused(number: int, scene: str, choice: str, refusal: IllegalEvent) -> Difference:
    """The session does not accept the step."""
    return Difference(number, scene, "choice", choice, refusal.message, _REFUSED, refusal.params)


def unforeseen(scene: str, seed: int) -> Difference:
    """With another seed a scene comes up at which the play-through chooses nothing."""
    return Difference(0, scene, "scene", "", scene, _UNFORESEEN, {"seed": seed})


def of_step(number: int, step: PlayedStep, before: SessionState, after: SessionState) -> Iterator[Difference]:
    """Where the outcome of an accepted step differs from what it expects."""
    if step.expect is None:
        return
    answer = after.answers[-1] if len(after.answers) > len(before.answers) else None
    came = {**_graded(answer), "trust": str(after.trust), "heat": str(after.heat)}
    wanted = _wanted(step.expect)
    if step.expect.levels is not None and answer is not None:
        wanted = {**dict.fromkeys(answer.levels, _NOT_JUDGED), **wanted}
    for what, expected in wanted.items():
        if came.get(what, _NOT_JUDGED) != expected:
            yield Difference(number, step.at, what, expected, came.get(what, _NOT_JUDGED), _OF_STEP)


def of_end(scenario: Scenario, playthrough: Playthrough, state: SessionState) -> Iterator[Difference]:
    """Where the end of a play-through that was played to its last step differs."""
    yield from of_ending(scenario, playthrough, state)
    came = {"score": mean_overall(state.answers), "trust": state.trust, "heat": state.heat}
    for what, figure in came.items():
        expected = getattr(playthrough, what)
        if expected not in (None, figure):
            yield Difference(0, "", what, str(expected), str(figure), _OF_END)


def of_ending(
    scenario: Scenario, playthrough: Playthrough, state: SessionState, other_seed: int | None = None
) -> Iterator[Difference]:
    """Whether the session stands at the ending that is expected; told of another seed if it was played with one."""
    if playthrough.ending not in (None, state.scene):
        is_ending = isinstance(scenario.scene_by_id[state.scene], Ending)
        came = f"`{state.scene}`" if is_ending else _NO_ENDING
        message = _OF_END if other_seed is None else _OF_SEED
        params = {"scene": state.scene, "seed": other_seed}
        yield Difference(0, "", "ending", f"`{playthrough.ending}`", came, message, params)


def _wanted(expect: Expectation) -> dict[str, str]:
    """What is expected, each under its name, as it is written in the file."""
    wanted: dict[str, str] = {skill: str(level) for skill, level in (expect.levels or {}).items()}
    if expect.flags is not None:
        wanted["flags"] = _listed(expect.flags)
    for what in ("overall", "trust", "heat"):
        if getattr(expect, what) is not None:
            wanted[what] = str(getattr(expect, what))
    return wanted


def _graded(answer: Answer | None) -> dict[str, str]:
    """What an answer was graded, each under its name, written as in the file."""
    if answer is None:
        return {}
    levels: dict[str, str] = {skill: str(level) for skill, level in answer.levels.items()}
    return {**levels, "overall": str(answer.overall), "flags": _listed(answer.flags)}


def _listed(flags: tuple[str, ...]) -> str:
    return f"[{', '.join(sorted(flags))}]"
