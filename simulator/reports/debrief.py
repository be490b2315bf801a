"""The debrief as data: one value from a scenario and the state of a session, rendered alike everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.scenario.scenes import Ending
from simulator.scenario.verdict import Verdict, counted
from simulator.session.confidence import Confidence, confidence
from simulator.session.discipline import Discipline
from simulator.session.events import Event
from simulator.session.modes import Mode, rules_of
from simulator.session.preparation import Preparation
from simulator.session.press import Quote

if TYPE_CHECKING:
    from simulator.reports.front_page import FrontPage
    from simulator.reports.practise_next import PractiseNext
    from simulator.reports.public_told import PublicTold
    from simulator.reports.word_kept import WordKept


@dataclass(frozen=True, slots=True)
class GradedLine:
    """One answer that could be given: its text, its assessment, the mentor's note, and whether it was open then."""

    id: str
    text: str
    assessment: Assessment
    note: str = ""
    given: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One question of the session: what was asked, what was answered, what it did, and what would have been better.

    `lines` are all prepared lines, best first; `best` is the first of them that was open then. `seconds` is the
    time taken to answer. Trust and heat are 0-100, before and after. `why` tells why a journalist pressed with it, and
    `quotes` what they came back to; both are empty for a question of the scenario. `confidence` is 0 where none was
    given. `given` has the grader's assessment, `verdict` a person's, if there is one; `counted` is what counts.
    A facilitator's question has no lines: its `best` is what was given.
    `minutes` is when it was answered on the story clock, since the start; `moment` the same on the session's own
    clock, in milliseconds, as verdicts name it.
    """

    scene: str
    title: str
    journalist: str
    outlet: str
    question: str
    time: str
    seconds: int
    silent: bool
    given: GradedLine
    best: GradedLine
    lines: tuple[GradedLine, ...]
    reaction: str
    trust: tuple[int, int]
    heat: tuple[int, int]
    why: str = ""
    quotes: tuple[Quote, ...] = ()
    confidence: int = 0
    verdict: Verdict | None = None
    minutes: int = 0
    moment: int = 0

    @property
    def counted(self) -> Assessment:
        """The assessment that counts: the grader's, with a person's verdict before it."""
        return counted(self.given.assessment, self.verdict)


@dataclass(frozen=True, slots=True)
class SkillSummary:
    """One skill over the session: the mean level 0-4 and the levels answer by answer."""

    skill: Skill
    mean: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of the path, and the choices that were open at it and not taken; `why` a journalist pressed, if so.

    News that a facilitator brought in stands among the steps: of the `kind` `news`, without a `scene`.
    """

    scene: str
    title: str
    kind: str
    time: str
    taken: str
    not_taken: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Trust and heat after a step of the story; `minutes` since its start."""

    minutes: int
    trust: int
    heat: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that is read after a session, finished or not; of an exam that goes on, what `withheld` leaves.

    `learner` and `begun_at` (UTC in ISO 8601) are empty where the record is not asked. What follows from the answers
    (`word_kept`, `public`, `practise`, `front_page`) is None where nothing has been answered, and where it is withheld.
    """

    scenario: str
    title: str
    role: str
    language: str
    session: str
    ending: Ending | None
    overall: int
    trust: int
    heat: int
    skills: tuple[SkillSummary, ...]
    flags: tuple[tuple[RedFlag, int], ...]
    questions: tuple[AnsweredQuestion, ...]
    curve: tuple[Moment, ...]
    path: tuple[PathStep, ...]
    scenes_seen: int
    scenes_in_all: int
    endings_missed: tuple[Ending, ...]
    seed: int = 0
    mode: Mode = "practice"
    confidence: Confidence = field(default_factory=lambda: confidence(()))
    preparation: Preparation | None = None
    discipline: Discipline | None = None
    withheld: bool = False
    learner: str = ""
    begun_at: str = ""
    word_kept: WordKept | None = None
    public: PublicTold | None = None
    practise: PractiseNext | None = None
    front_page: FrontPage | None = None

    @property
    def strongest(self) -> SkillSummary | None:
        """The skill with the highest mean, the earlier in the rubric among equals."""
        return max(self.skills, key=lambda skill: skill.mean, default=None)

    @property
    def weakest(self) -> SkillSummary | None:
        """The skill with the lowest mean: what to practise next."""
        return min(self.skills, key=lambda skill: skill.mean, default=None)


def debrief(
    scenario: Scenario, events: Sequence[Event], session: str = "", revisions: Revisions = UNREVISED
) -> Debrief:
    """The debrief of a session as it stands: of its events as far as they fit the scenario.

    `revisions` decide which grades count; what the answers led to stays as it was.

    Where the mode tells nothing before the ending, and there is none yet, it tells nothing either.
    """
    from simulator.reports.debriefing import whole
    from simulator.reports.following import with_what_follows
    from simulator.reports.withheld import withheld

    read, state = whole(scenario, events, session, revisions)
    if not (read.ending or rules_of(read.mode).levels):
        return withheld(read)
    return with_what_follows(scenario, read, state) if read.questions else read


def without_what_follows(
    scenario: Scenario, events: Sequence[Event], session: str = "", revisions: Revisions = UNREVISED
) -> Debrief:
    """The debrief without what follows from the answers: for tables over a thousand sessions."""
    from simulator.reports.debriefing import whole
    from simulator.reports.withheld import withheld

    read, _ = whole(scenario, events, session, revisions)
    return read if read.ending or rules_of(read.mode).levels else withheld(read)


def of_learner(read: Debrief, learner: str, begun_at: str) -> Debrief:
    """The debrief with what the record tells of its session: whose it is, and when it was begun."""
    return replace(read, learner=learner, begun_at=begun_at)
