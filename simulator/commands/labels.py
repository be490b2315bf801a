"""Answers with verdicts as labelled answers: what `podium grade`, `podium agreement` and the calibration read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from simulator.commands.answer_language import language_of
from simulator.commands.own_answers import Held, OwnAnswer
from simulator.scenario.case import Case, PressQuestion
from simulator.scenario.single import PART
from simulator.scenario.verdict import Verdict, counted

ID_MOST = 60
"""Characters of a situation's id before its last part."""


@dataclass(slots=True)
class Labelled:
    """Situations by what was asked, and lines for the files of answers and of labels, in the same order."""

    situations: dict[str, Case] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)
    labels: list[dict[str, Any]] = field(default_factory=list)
    left_out: int = 0
    """Answers whose question is no situation: with a dossier of no fact, or with text that a file cannot hold."""

    def add(self, answer: OwnAnswer) -> None:
        """Add an answer on which a verdict stands."""
        verdict = answer.verdict
        if verdict is None:
            return
        language = language_of(answer.text)
        held = answer.held.get(language) or next(iter(answer.held.values()))
        case = self._situation(f"{answer.name}-{held.scenario.language}", held)
        if case is None:
            self.left_out += 1
            return
        number = sum(1 for line in self.answers if line["situation"] == case.id) + 1
        name = f"{case.id}-{number:02}"
        self.answers.append({"id": name, "situation": case.id, "lang": language, "text": answer.text})
        self.labels.append({"id": name, **_label(answer, verdict)})

    def _situation(self, key: str, held: Held) -> Case | None:
        if key not in self.situations:
            taken = {case.id for case in self.situations.values()}
            case = _case(_free(held, taken), held)
            if case is None:
                return None
            self.situations[key] = case
        return self.situations[key]


def labelled(answers: Iterable[OwnAnswer]) -> Labelled:
    """The answers that a verdict stands on."""
    made = Labelled()
    for answer in answers:
        made.add(answer)
    return made


def _label(answer: OwnAnswer, verdict: Verdict) -> dict[str, Any]:
    """The levels as they count: where the person let the grader's stand, these are the person's, too.

    `decided` names the skills on which the person differed or said so, for whoever wants these alone.
    """
    one = counted(answer.graded, verdict)
    given = {"levels": dict(one.levels), "flags": list(one.flags), "overall": one.overall}
    rater = {**given, "by": verdict.by, "reason": verdict.reason, "at": verdict.at}
    decided = {"decided": list(verdict.levels), "decided_flags": verdict.flags is not None}
    where = {"session": answer.session, "answer": answer.number}
    return {**given, **decided, **where, "raters": [rater]}


def _case(name: str, held: Held) -> Case | None:
    dossier, scenario, question = held.dossier, held.scenario, held.question
    free = {"known_from": None, "replaces": None}
    bare = {"known_from": None}
    asker = scenario.journalist_by_id[question.journalist]
    try:
        return Case(
            id=name,
            lang=scenario.language,
            title=question.title or scenario.title,
            role=scenario.role,
            context=dossier.context,
            facts=tuple(one.model_copy(update=free) for one in dossier.facts),
            unknowns=tuple(one.model_copy(update=bare) for one in dossier.unknowns),
            restricted=tuple(one.model_copy(update=bare) for one in dossier.restricted),
            rumours=tuple(one.model_copy(update=bare) for one in dossier.rumours),
            key_messages=dossier.key_messages,
            channels=dossier.channels,
            question=PressQuestion(journalist=asker.name, outlet=asker.outlet, tone=asker.manner, text=question.text),
            skills=question.skills,
        )
    except ValidationError:
        return None


def _free(held: Held, taken: set[str]) -> str:
    """An id that says which question it is, with a number where others are asked it with other facts known."""
    whole = f"{held.scenario.id.split(PART)[0]}-{held.question.id}".lower()
    plain = "".join(one if one.isascii() and one.isalnum() else "-" for one in whole)[:ID_MOST].strip("-")
    number = 1
    while (name := plain if number == 1 else f"{plain}-v{number}") in taken:
        number += 1
    return name


def as_lines(values: Iterable[dict[str, Any]]) -> bytes:
    """A JSON object a line."""
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values).encode()
