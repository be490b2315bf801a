"""The answers that were given in own words in recorded sessions, each with all that it was held against when given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from simulator.errors import PodiumError, UsageError
from simulator.journal.port import SessionHeader, SessionSummary
from simulator.journal.revisions import revisions
from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Language, Scenario
from simulator.scenario.revision import Revisions
from simulator.scenario.scenes import Question
from simulator.scenario.verdict import Verdict
from simulator.session.asked import present
from simulator.session.events import AnswerGiven, Event, Started
from simulator.session.known import known_dossier
from simulator.session.modes import rules_of
from simulator.session.replay import replay, states

if TYPE_CHECKING:
    from simulator.commands.house import LocalHouse


@dataclass(frozen=True, slots=True)
class Held:
    """A question, the dossier as it was known when it was answered, and the scenario they are of, in one language."""

    scenario: Scenario
    question: Question
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One answer in own words. `number` and `moment` are as in a `Verdict`.

    `held` is what it is graded against, in each language that the scenario is told in, the one it was played in first:
    an answer is held against facts in its own language where it can be. `name` is the same for all answers that were
    held against the same. `as_given` is the assessment in the record, `graded` the grader's latest.
    """

    session: str
    number: int
    moment: int
    text: str
    as_given: Assessment
    graded: Assessment
    verdict: Verdict | None
    held: Mapping[Language, Held]
    name: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A session that tells nothing, and why: a template with its values."""

    session: str
    because: str
    params: Mapping[str, object]


GOES_ON = template("an exam that goes on is told at its end")
NO_LONGER = template("{count} steps no longer fit the scenario; their answers stay as they are")


class OwnAnswers:
    """Reads sessions of a house; each scenario is loaded once."""

    def __init__(self, house: LocalHouse) -> None:
        self._house = house
        self._scenarios: dict[tuple[str, str, str], Scenario] = {}
        self._others: dict[tuple[int, Language], Scenario] = {}
        self._named: dict[tuple[object, ...], tuple[Mapping[Language, Held], str]] = {}

    def of(self, sessions: Iterable[str]) -> Iterator[OwnAnswer | PassedOver]:
        """The answers of sessions in their order. What is in the way of a session is told, and the rest read."""
        for session in sessions:
            try:
                yield from self._of(session)
            except PodiumError as error:
                yield PassedOver(session, error.message, error.params)

    def _of(self, session: str) -> Iterator[OwnAnswer | PassedOver]:
        header = self._house.journal.header(session)
        entries = self._house.journal.entries(session)
        events = tuple(entry.event for entry in entries)
        if not entries or (_tells_nothing(events) and not entries[-1].ending):
            yield PassedOver(session, GOES_ON if entries else template("nothing is recorded of it"), {})
            return
        scenario = self._scenario(header)
        replayed = replay(scenario, events)
        yield from self._answers(header, scenario, replayed.fitted, revisions(self._house.journal, session))
        if replayed.rest:
            yield PassedOver(session, NO_LONGER, {"count": len(replayed.rest)})

    def _answers(
        self, header: SessionHeader, scenario: Scenario, events: tuple[Event, ...], revised: Revisions
    ) -> Iterator[OwnAnswer]:
        before = None
        for event, state in zip(events, states(scenario, events), strict=True):
            if isinstance(event, AnswerGiven) and before is not None:
                number = len(before.answers) + 1
                told = [self._told_in(scenario, language) for language in self._languages(scenario)]
                asked = [(one, present(one, before), known_dossier(one, before)) for one in told]
                held, name = self._name([Held(*one) for one in asked if isinstance(one[1], Question)])  # type: ignore[arg-type]
                yield OwnAnswer(
                    session=header.id,
                    number=number,
                    moment=event.at,
                    text=event.text,
                    as_given=event.assessment,
                    graded=revised.graded(number, event.at, event.assessment),
                    verdict=revised.verdict(number, event.at),
                    held=held,
                    name=name,
                )
            before = state

    def _name(self, held: list[Held]) -> tuple[Mapping[Language, Held], str]:
        key = tuple((id(one.scenario), one.question.id, one.question.text, _ids(one.dossier)) for one in held)
        if key not in self._named:
            by_language = {one.scenario.language: one for one in reversed(held)}
            self._named[key] = (dict(reversed(by_language.items())), _digest(held))
        return self._named[key]

    def _scenario(self, header: SessionHeader) -> Scenario:
        place = header.scenario_id, header.source, header.language
        if place not in self._scenarios:
            self._scenarios[place] = self._house.of_session(header).scenario
        return self._scenarios[place]

    def _languages(self, scenario: Scenario) -> tuple[Language, ...]:
        others = (one for one in self._house.edition(scenario).languages if one != scenario.language)
        return (scenario.language, *others)

    def _told_in(self, scenario: Scenario, language: Language) -> Scenario:
        place = id(scenario), language
        if place not in self._others:
            self._others[place] = self._house.told_in(scenario, language)
        return self._others[place]


def sessions_meant(summaries: Iterable[SessionSummary], named: tuple[str, ...], *, all_: bool) -> tuple[str, ...]:
    """The sessions that were named, or all, the earliest first, without those that were continued as another.

    Raises UsageError where neither or both were asked for.
    """
    if bool(named) == all_:
        raise UsageError(
            template("name sessions, or give --all"),
            template("`podium sessions --all` lists the sessions with their ids"),
        )
    if named:
        return tuple(dict.fromkeys(named))
    kept = [one.header for one in summaries if not one.continued_as]
    return tuple(header.id for header in sorted(kept, key=lambda header: (header.begun_at, header.id)))


def _tells_nothing(events: tuple[Event, ...]) -> bool:
    started = events[0] if events else None
    return isinstance(started, Started) and not rules_of(started.mode).levels


def _ids(dossier: Dossier) -> tuple[str, ...]:
    kinds = (dossier.facts, dossier.unknowns, dossier.restricted, dossier.rumours)
    return tuple(item.id for kind in kinds for item in kind)


def _digest(held: list[Held]) -> str:
    """Names what an answer is held against by its content."""
    told = ((one.question.text, one.question.skills, one.scenario.role, one.dossier.model_dump_json()) for one in held)
    return sha256(repr(tuple(told)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
