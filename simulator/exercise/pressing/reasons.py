"""What there is to press on in the last answer, the gravest first; each with the words that will be quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.exercise.pressing.quoting import quoted, shortened
from simulator.scenario.assessment import Finding
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scenario.scenes import SILENCE
from simulator.scoring.memory import Remembered, conflicts_of, due_promises
from simulator.session.press import Quote, Why
from simulator.session.state import Answer, SessionState
from simulator.world.reputation import TRUST_COST

LEAST = 2
"""Words of content that will do in a clause which holds all that a finding of a skill rests on; of a flag, none."""

WEAK = 1
"""A level up to this is pressed on."""

TRAP = "trap"
"""The section of what tempts a good answer; only friendly traps have words for it."""

UNQUOTED = "unquoted"
"""The section of an answer in which nothing is worth quoting."""

SKILLS_OF_FLAG: Mapping[RedFlag, tuple[Skill, ...]] = {
    "false_reassurance": ("accuracy", "transparency"),
    "speculation": ("accuracy", "mandate"),
    "blame": ("accountability", "respect"),
    "attack": ("respect", "transparency"),
    "disclosure": ("mandate", "respect"),
    "amplification": ("rebuttal", "accuracy"),
    "stigma": ("respect", "empathy"),
    "falsehood": ("accuracy", "transparency"),
    "no_comment": ("transparency", "timeliness"),
    "non_answer": ("transparency", "clarity"),
}
"""The skills that an answer is graded on when a flag is pressed on."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to press. `section` is where its texts stand: a reason, a flag or a skill; `entry` the dossier's, if any."""

    why: Why
    section: str
    quotes: tuple[Quote, ...]
    skills: tuple[Skill, ...]
    entry: str = ""


def reasons(scenario: Scenario, state: SessionState, remembered: Sequence[Remembered]) -> Iterator[Reason]:
    """The reasons to press upon the last answer: contradiction, promise, flag, unanswered, weak."""
    answer, said = state.answers[-1], remembered[-1]
    yield from _contradictions(scenario, state, remembered)
    yield from _promises(scenario, state, remembered)
    yield from _flags(answer, said)
    yield from _unanswered(answer, said)
    yield from _weak(answer, said)


def _contradictions(scenario: Scenario, state: SessionState, remembered: Sequence[Remembered]) -> Iterator[Reason]:
    said = remembered[-1]
    for conflict in conflicts_of(scenario, state, remembered, said.number):
        here = Quote(said.number, shortened(conflict.quotation))
        there = Quote(conflict.answer or 0, shortened(conflict.other))
        if here.words and there.words and here.words != there.words:
            section = "dossier" if conflict.answer is None else "contradiction"
            yield Reason("contradiction", section, (here, there), ("accuracy", "transparency"), conflict.entry)


def _promises(scenario: Scenario, state: SessionState, remembered: Sequence[Remembered]) -> Iterator[Reason]:
    for late in due_promises(scenario, remembered, state.minutes):
        if words := shortened(late.promise.quotation):
            yield Reason("promise", "promise", (Quote(late.number, words),), ("accountability", "timeliness"))


def _flags(answer: Answer, said: Remembered) -> Iterator[Reason]:
    """The flags of an answer that was spoken, the one that costs most trust first; no answer at all comes later."""
    if answer.choice == SILENCE:
        return
    for flag in sorted(answer.flags, key=lambda one: -TRUST_COST[one]):
        words = _words(said.text, [finding for finding in answer.assessment.findings if finding.flag == flag])
        if flag != "non_answer" and words:
            yield Reason("flag", flag, (Quote(said.number, words),), SKILLS_OF_FLAG[flag])
        elif not words:
            yield Reason("unanswered", UNQUOTED, (), SKILLS_OF_FLAG["non_answer"])


def _unanswered(answer: Answer, said: Remembered) -> Iterator[Reason]:
    skills = SKILLS_OF_FLAG["non_answer"]
    if answer.choice == SILENCE:
        yield Reason("unanswered", "silence", (), skills)
    elif "non_answer" in answer.flags or answer.levels.get("transparency", WEAK + 1) <= WEAK:
        found = (one for one in answer.assessment.findings if one.flag == "non_answer" or one.skill == "transparency")
        words = _words(said.text, sorted(found, key=lambda one: one.flag is None))
        section, quotes = ("unanswered", (Quote(said.number, words),)) if words else (UNQUOTED, ())
        yield Reason("unanswered", section, quotes, skills)


def _weak(answer: Answer, said: Remembered) -> Iterator[Reason]:
    if answer.choice == SILENCE or not answer.levels:
        return
    yield from _temptation(answer, said)
    skill = min(answer.levels, key=lambda one: answer.levels[one])
    words = _words(said.text, [finding for finding in answer.assessment.findings if finding.skill == skill])
    if answer.levels[skill] <= WEAK:
        skills: tuple[Skill, ...] = (skill,) if skill == "clarity" else (skill, "clarity")
        section, quotes = (skill, (Quote(said.number, words),)) if words else (UNQUOTED, ())
        yield Reason("weak", section, quotes, skills)


def _temptation(answer: Answer, said: Remembered) -> Iterator[Reason]:
    """An answer with nothing against it: a friendly trap would have it say more than it did."""
    if not answer.flags and min(answer.levels.values()) > WEAK and said.text:
        best = max(answer.levels, key=lambda one: answer.levels[one])
        words = _words(said.text, [finding for finding in answer.assessment.findings if finding.skill == best])
        if words:
            yield Reason("temptation", TRAP, (Quote(said.number, words),), ("accuracy", "transparency"))


def _words(text: str, findings: Sequence[Finding]) -> str:
    """The words of the first finding whose words are worth quoting, else the answer's; nothing where none are."""
    named = (finding for finding in findings if finding.start < finding.end)
    spans = (quoted(text, one.start, one.end, least=0 if one.flag else LEAST) for one in named)
    return next(filter(None, spans), "") or quoted(text, 0, len(text))
