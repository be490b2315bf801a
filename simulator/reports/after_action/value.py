"""The after-action report as one value: what was exercised, how it went, who rated what, and what is to be improved.

All texts are as authors, players and observers wrote them; what the machine found is templates (`by_machine`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.reports.after_action.events import MasterEvent
from simulator.reports.after_action.rating import Mark, Rating
from simulator.scenario.dossier import Rumour
from simulator.scenario.model import Difficulty, Language, LegalBasis, Module
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scenario.scenes import Ending
from simulator.session.modes import Mode

EditionOf = Literal["participant", "facilitator"]
"""For whom a report is: a participant's has nothing that was not met in play."""

EDITIONS: tuple[EditionOf, ...] = ("participant", "facilitator")

Element = Literal["planning", "organisation", "equipment", "training", "exercises"]
"""The capability elements (POETE) of an improvement plan."""

ELEMENTS: tuple[Element, ...] = ("planning", "organisation", "equipment", "training", "exercises")


@dataclass(frozen=True, slots=True)
class Played:
    """One session of the exercise. `number` counts the report's sessions from 1.

    `began` and `last` are UTC in ISO 8601. `ending` is None where it has not come to one. `minutes` are of active time.
    """

    number: int
    id: str
    scenario: str
    title: str
    learner: str
    mode: Mode
    began: str
    last: str
    minutes: int
    answers: int
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class Harm:
    """A harmful or unlawful answer: level 0 in `skills`, or one of the grave `flags`; a person's verdict counts.

    `session` and `answer` are numbers from 1; `words` what it rests on, empty for silence.
    """

    session: int
    answer: int
    title: str
    words: str
    skills: tuple[Skill, ...]
    flags: tuple[RedFlag, ...]
    silent: bool = False
    by_verdict: bool = False


@dataclass(frozen=True, slots=True)
class Rated:
    """An observer's rating of an objective in one session, and the mark that counts.

    `counts` is M where the rating was better and harm stands against it; `capped_by` is that harm.
    """

    session: int
    rating: Rating
    counts: Mark
    capped_by: tuple[Harm, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of a scenario, numbered from 1, and its ratings; none where nobody has rated it yet."""

    number: int
    text: str
    ratings: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer that shows a strength or an area for improvement.

    `words` are the answer's own, cut at clauses; `level` is None for a red flag. `reason` and `by` are of a person's
    verdict, which then stands for `because`.
    """

    session: int
    answer: int
    title: str
    words: str
    level: Level | None
    because: str
    better: str
    by_machine: bool
    language: Language
    silent: bool = False
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """A strength, or an area for improvement: a skill or a red flag, in how many answers of how many, and the proof."""

    skill: Skill | None
    flag: RedFlag | None
    times: int
    of: int
    evidence: tuple[Evidence, ...]
    element: Element = "training"

    @property
    def about(self) -> str:
        """The key of the skill or the flag."""
        return self.flag or self.skill or ""


@dataclass(frozen=True, slots=True)
class BetterLine:
    """An answer and the best prepared line that was open then, where another was given."""

    session: int
    answer: int
    title: str
    given: str
    best: str
    note: str


@dataclass(frozen=True, slots=True)
class Exercised:
    """What was exercised of one scenario, in its sessions (`played`).

    `means` are mean levels 0-4 over `answers` answers. `met` are the ids of rumours that came on the desk.
    `better`, `missed` and the rumours not met are empty in a participant's edition.
    """

    scenario: str
    title: str
    language: Language
    module: Module
    level: Difficulty
    minutes: int
    day: str
    role: str
    context: str
    author: str
    laws: tuple[LegalBasis, ...]
    played: tuple[Played, ...]
    objectives: tuple[Objective, ...]
    means: Mapping[Skill, float]
    answers: int
    strengths: tuple[Observation, ...]
    improvements: tuple[Observation, ...]
    events: tuple[MasterEvent, ...]
    rumours: tuple[Rumour, ...]
    met: frozenset[str] = frozenset()
    better: tuple[BetterLine, ...] = ()
    missed: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class AfterAction:
    """The whole report. `names_sessions` says whether evidence names the session that it comes from."""

    edition: EditionOf
    exercised: tuple[Exercised, ...]

    @property
    def played(self) -> tuple[Played, ...]:
        """All sessions, by their numbers."""
        return tuple(sorted((one for part in self.exercised for one in part.played), key=lambda one: one.number))

    @property
    def names_sessions(self) -> bool:
        """Not where participants would read whose answer it was."""
        return self.edition == "facilitator" and len(self.played) > 1
