"""The walk: from the start along every way, call and return, until no place gains anything more.

Each place holds all that may be when it is reached, of whatever road; in a loop, ranges that go on growing are
widened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.authoring.lint.reach.agenda import Agenda
from simulator.authoring.lint.reach.amounts import exactly, plus
from simulator.authoring.lint.reach.answering import (
    Given,
    answered,
    as_authored,
    changed_by,
    in_own_words,
    opened,
    passed,
    pressed,
)
from simulator.authoring.lint.reach.asking import Asking
from simulator.authoring.lint.reach.calls import Calls
from simulator.authoring.lint.reach.judging import Judge
from simulator.authoring.lint.reach.plan import Plan, PlannedChoice, PlannedPool, PlannedScene, PlannedWay
from simulator.authoring.lint.reach.possible import Possible, joined
from simulator.authoring.lint.reach.slots import HEAT, TRUST, Slots
from simulator.loading.places import Path
from simulator.scenario.scenes import OWN_WORDS, RETURN, SILENCE, Decision, Ending, GradedOutcome, Inject, Question
from simulator.world.reputation import HEAT_AT_START, TRUST_AT_START


class Walk:
    """One walk over a scenario; `arriving` is what may be at each scene and pool, so far as it is reached."""

    def __init__(self, plan: Plan, slots: Slots, calls: Calls, judge: Judge, stops: list[int]) -> None:
        self._plan, self._slots, self._calls, self._judge = plan, slots, calls, judge
        self._agenda = Agenda(plan.scenario.start, calls, slots, stops)
        self._asking = Asking(judge, plan)
        self._given: dict[Path, Given] = {}
        self._node = ""
        self.arriving: Mapping[str, Possible] = self._agenda.arriving
        self.seen = self._asking.seen

    def run(self) -> None:
        """Walk to the end."""
        self._begin()
        for node in self._agenda:
            self._node = node
            self._asking.at(node)
            self._walk_from(node, self.arriving[node])

    def at(self, scene: str) -> Possible | None:
        """All that may be when a scene is on the table; None if it never is."""
        place = self.arriving.get(scene)
        return None if place is None else self._reached(self._plan.scenes[scene], place)

    def _begin(self) -> None:
        values = list(self._slots.at_start())
        values[TRUST], values[HEAT] = exactly(TRUST_AT_START), exactly(HEAT_AT_START)
        begun = Possible(tuple(values), 0, 0, 0, 0, answered_last=False)
        self._agenda.arrive(self._plan.scenario.start, joined(begun, opened(begun)) or begun)

    def _walk_from(self, node: str, place: Possible) -> None:
        pool = self._plan.pools.get(node)
        if pool is not None:
            self._ask(pool, place)
            return
        planned = self._plan.scenes[node]
        place = self._reached(planned, place)
        if isinstance(planned.scene, Inject):
            self._follow(place._replace(answered_last=False), planned.ways)
        for choice in planned.choices:
            if self._is_like_own_words(planned, choice):
                self._asking.where(choice.when, place)
            else:
                self._choose(planned, choice, place)

    def _is_like_own_words(self, planned: PlannedScene, choice: PlannedChoice) -> bool:
        """Whether nothing comes of a line but what may come of an answer in one's own words: that is walked anyway."""
        own = planned.choices[-1]
        return (
            own.id == OWN_WORDS
            and choice is not own
            and choice.id != SILENCE
            and choice.ways is own.ways
            and choice.follow_ups == own.follow_ups
            and not choice.effects
            and not self._slots.bit("chosen", planned.scene.id, choice.id)
            and not self._sayings(choice)[0]
        )

    def _choose(self, planned: PlannedScene, choice: PlannedChoice, place: Possible) -> None:
        scene = planned.scene
        chosen_bit = self._slots.bit("chosen", scene.id, choice.id)
        if choice.once and place.must & chosen_bit:
            return
        open_, _ = self._asking.where(choice.when, place)
        if open_ is None:
            return
        if isinstance(scene, Question):
            given = self._given_by(planned, choice)
            says, may_say = self._sayings(choice)
            facts = says | chosen_bit | self._slots.bit("answered", scene.id)
            after = answered(self._slots, open_, given, says=facts, may_say=may_say, minutes=scene.takes)
        else:
            assert isinstance(scene, Decision)
            facts = chosen_bit
            after = passed(self._slots, open_, scene.takes)
            after = after._replace(must=after.must | facts, may=after.may | facts, answered_last=False)
        for place_after in self._called_back(changed_by(self._judge, after, choice.effects), choice.follow_ups):
            self._follow(self._interrupted(place_after), choice.ways)

    def _called_back(self, place: Possible | None, follow_ups: tuple[PlannedWay, ...]) -> Iterator[Possible]:
        """What may be when the follow-ups have had their turn."""
        for follow_up in follow_ups:
            if place is None:
                return
            asked, rest = self._asking.where(follow_up.when, place)
            if asked is not None:
                put, passed_over = self._asking.put(follow_up.target, asked)
                rest = joined(rest, passed_over)
                back = self._call(follow_up.target, put) if put is not None else None
                if back is not None:
                    yield back
                if self._calls.may_nest_too_deeply:
                    rest = joined(rest, asked)
            place = rest
        if place is not None:
            yield place

    def _interrupted(self, place: Possible) -> Possible:
        """What may be when the interruptions have had their turn: each comes once in a session, in whichever order."""
        found, reached = place, [place]
        for _ in self._calls.interruptions:
            back: Possible | None = None
            for inject in self._calls.interruptions:
                back = joined(back, self._cut_in(inject, reached[-1]))
            if back is None:
                break
            found = joined(found, back) or found
            reached.append(back)
        return found

    def _cut_in(self, inject: str, place: Possible) -> Possible | None:
        """What may be when an interruption has come and gone; None if it cannot come."""
        bit = self._slots.bit("visited", inject)
        if place.must & bit:
            return None
        called, _ = self._asking.where(self._plan.scenes[inject].interrupts, place._replace(may=place.may & ~bit))
        return None if called is None else self._call(inject, called)

    def _ask(self, pool: PlannedPool, place: Possible) -> None:
        """A pool asks so many of its questions as are open."""
        open_anyway = sum(1 for question in pool.questions if self._is_open_anyway(question))
        reached: Possible | None = place
        done: Possible | None = None
        for drawn in range(pool.draws):
            if reached is None:
                break
            if drawn >= open_anyway or self._calls.may_nest_too_deeply:
                done = joined(done, reached)
            reached = self._asked_any(pool, reached)
        done = joined(done, reached)
        if done is not None:
            self._follow(done, pool.ways)

    def _asked_any(self, pool: PlannedPool, place: Possible) -> Possible | None:
        """What may be when one of a pool's questions has been asked and answered."""
        found: Possible | None = None
        for question in pool.questions:
            put, _ = self._asking.put(question, place)
            if put is not None:
                found = joined(found, self._call(question, put))
        return found

    def _is_open_anyway(self, question: str) -> bool:
        planned = self._plan.scenes[question]
        return planned.asked_when is None and not planned.asked_once

    def _call(self, target: str, place: Possible) -> Possible | None:
        """Call a scene; what may be when it has come back."""
        body = self._calls.body[target]
        values = list(place.values)
        for since in self._slots.since.values():
            values[since] = exactly(0)
        self._agenda.arrive(target, place._replace(values=tuple(values)))
        back = self._agenda.returning(body, self._node)
        return None if back is None else self._come_back(place, back, *self._calls.changes[body])

    def _come_back(self, place: Possible, back: Possible, figures: int, facts: int) -> Possible:
        """What was before a call, with what the call may have changed."""
        values = [
            after if figures >> number & 1 else before
            for number, (before, after) in enumerate(zip(place.values, back.values, strict=True))
        ]
        for number, since in self._slots.since.items():
            counted = back.amount(since)
            values[number] = plus(place.amount(number), counted)
            values[since] = plus(place.amount(since), counted)
        may, must = place.may | back.may & facts, place.must | back.must & facts
        return Possible(tuple(values), back.flags_may, back.flags_must, may, must, back.answered_last)

    def _follow(self, place: Possible | None, ways: Iterable[PlannedWay]) -> None:
        """Take every way that may be the first that is open."""
        for way in ways:
            if place is None:
                return
            taken, place = self._asking.where(way.when, place)
            if taken is not None:
                self._lead(way.target, taken)

    def _lead(self, target: str, place: Possible) -> None:
        if target != RETURN:
            self._agenda.arrive(target, place)
        elif self._node in self._calls.body:  # what is never called cannot come back
            self._agenda.come_back(self._calls.body[self._node], place)

    def _reached(self, planned: PlannedScene, place: Possible) -> Possible:
        """What may be when a scene has been reached, and a journalist has pressed before it, or not."""
        bit = self._slots.bit("visited", planned.scene.id)
        place = place._replace(may=place.may | bit, must=place.must | bit)
        if isinstance(planned.scene, Inject):
            place = changed_by(self._judge, passed(self._slots, place, planned.scene.takes), planned.effects)
        if not place.answered_last or isinstance(planned.scene, Ending):
            return place
        return pressed(self._slots, place)

    def _given_by(self, planned: PlannedScene, choice: PlannedChoice) -> Given:
        key = (*choice.path, choice.id)
        given = self._given.get(key)
        if given is None:
            assert isinstance(planned.scene, Question)
            if choice.id == OWN_WORDS:
                given = in_own_words(planned.scene.skills)
            else:
                assert isinstance(choice.source, GradedOutcome)
                given = as_authored(choice.source.levels, choice.source.flags, silent=choice.id == SILENCE)
            self._given[key] = given
        return given

    def _sayings(self, choice: PlannedChoice) -> tuple[int, int]:
        """The bits of what a choice puts on record, and of what it may."""
        if choice.id == OWN_WORDS:
            return 0, self._slots.sayings
        assert isinstance(choice.source, GradedOutcome)
        says = 0
        for item in choice.source.says:
            says |= self._slots.bit("said", item)
        return says, 0
