"""What bots can say in words of their own: the samples of a scenario, each as one more choice at its question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from simulator.scenario.assessment import Assessment, expected
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import SAMPLE, Question
from simulator.session.compiled import compiled
from simulator.session.events import AnswerGiven
from simulator.session.ready import Choice
from simulator.world.reputation import impact_of

Assessments = Mapping[tuple[str, str], Assessment]
"""The assessment of each sample, by question and id."""


class OwnWords:
    """The samples of all questions that take an answer in one's own words.

    Without `graded` each comes with the levels that its author expects; with it, as a grader graded it.
    """

    def __init__(self, scenario: Scenario, graded: Assessments | None = None) -> None:
        self.is_graded = graded is not None
        self._texts: dict[tuple[str, str], str] = {}
        self._choices: dict[str, tuple[Choice, ...]] = {}
        for scene in scenario.scenes:
            if isinstance(scene, Question):
                self._add(scenario, scene, graded or {})

    def _add(self, scenario: Scenario, question: Question, graded: Assessments) -> None:
        spoken = compiled(scenario).scene(question.id).own_words
        if spoken is None:
            return  # It leads on only by its lines.
        choices = []
        for sample in question.samples:
            one = graded.get((question.id, sample.id)) or expected(sample)
            impact = impact_of(one.levels, one.flags)
            choices.append(replace(spoken, id=f"{SAMPLE}{sample.id}", assessment=one, impact=impact))
            self._texts[question.id, choices[-1].id] = sample.text
        self._choices[question.id] = tuple(choices)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say anywhere."""
        return not self._texts

    def choices(self, scene: str) -> Sequence[Choice]:
        """What can be said at a scene, in the order written."""
        return self._choices.get(scene, ())

    def event(self, scene: str, choice: str, at: int) -> AnswerGiven:
        """The answer of this choice. Raises KeyError if it is none."""
        (spoken,) = (one for one in self._choices[scene] if one.id == choice)
        assert spoken.assessment is not None
        return AnswerGiven(scene, self._texts[scene, choice], spoken.assessment, at)
