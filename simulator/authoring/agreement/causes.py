"""Why the grader and the author differ on an answer, as far as it can be seen, and what the author can do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.authoring.agreement.compared import Compared
from simulator.language.catalogue import template
from simulator.scenario.assessment import Finding
from simulator.scenario.dossier import Dossier
from simulator.scenario.rubric import RedFlag, Skill
from simulator.scoring.desk import desk_of
from simulator.scoring.numbers import Figure, figures, values
from simulator.scoring.slots import is_known
from simulator.scoring.text import fold

OF_FACTS: frozenset[Skill] = frozenset({"accuracy", "transparency", "rebuttal"})
"""The skills that rest on what the dossier holds."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause. `advice` is a template in English, filled from `params`; `words` stand in the answer."""

    kind: str
    advice: str
    words: str = ""
    because: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


FIGURES_MOST = 2
"""Strange figures that are told of one answer."""

UNKNOWN_FIGURE = template(
    "the figure “{figure}” stands in no item of the dossier: put it into a fact with its source and its time, or take"
    " it out of the answer"
)
LATER_FIGURE = template(
    "the figure “{figure}” comes to the desk only with `{scene}`, and the question can be asked before: grade the"
    " answer as it would be without it, or move the question behind that scene"
)
NO_FACT = template(
    "the grader found no fact of the dossier in it: write the fact with its figure and time, in words that people would"
    " use, into `facts`"
)
NO_ANSWER = template(
    "the grader took it for no answer: expect `non_answer` and levels of 1, or write it as whole sentences on the"
    " question"
)
FLAG_RAISED = template(
    "the grader raises `{flag}` here: if the words do that, expect the flag; if not, say the same more plainly in"
    " another sample and see whether it stands"
)
FLAG_MISSED = template(
    "the grader does not see `{flag}`: keep the sample, and in a class look at such answers yourself; where the flag"
    " rests on a fact, write that fact into the dossier so that the answer contradicts it"
)
DISCLOSURE_MISSED = template(
    "the grader does not see `disclosure`: write into `restricted` the very words that must not fall, and names as they"
    " are said"
)
HEARD_NOTHING = template(
    "the grader heard nothing that serves {skill}; it would have needed: {better}. If the answer has that, say it in a"
    " sentence of its own"
)
WANTS_MORE = template("for the next level of {skill} the grader wants: {better}")
HEARD_MORE = template(
    "the grader counts these words for more than you: if they do it, raise your level; if not, add a sample with the"
    " same words and nothing else"
)
AS_A_WHOLE = template("no single sentence is the reason: read both levels against the rubric once more")


def causes(answer: Compared, skill: Skill, whole: Dossier) -> tuple[Cause, ...]:
    """The causes of a difference in one skill, the most telling first; `whole` is the scenario's whole dossier."""
    gap = answer.gap(skill)
    if not gap:
        return ()
    found = (*_of_lower(answer, skill, whole),) if gap < 0 else (*_of_higher(answer, skill),)
    return found or (Cause("whole", AS_A_WHOLE),)


def flag_causes(answer: Compared) -> tuple[Cause, ...]:
    """The causes of flags that one side raises alone."""
    no_answer = (Cause("no_answer", NO_ANSWER),) if _is_no_answer(answer) else ()
    return (*no_answer, *_raised(answer), *_missed(answer))


def _of_lower(answer: Compared, skill: Skill, whole: Dossier) -> Iterator[Cause]:
    if _is_no_answer(answer):
        reason = _finding(answer, skill)
        yield Cause("no_answer", NO_ANSWER, "", reason.because if reason else "")
        return
    yield from _raised(answer)
    if skill in OF_FACTS:
        yield from list(_of_facts(answer, whole))[:FIGURES_MOST]
    yield from _of_wanting(answer, skill)


def _of_higher(answer: Compared, skill: Skill) -> Iterator[Cause]:
    yield from _missed(answer)
    reason = _finding(answer, skill)
    if reason is not None and reason.end > reason.start:
        yield Cause("heard_more", HEARD_MORE, _words(answer, reason), reason.because)


def _is_no_answer(answer: Compared) -> bool:
    return "non_answer" in answer.graded.flags and "non_answer" not in answer.written.flags


def _raised(answer: Compared) -> Iterator[Cause]:
    for finding in answer.graded.findings:
        if finding.flag and finding.flag not in answer.written.flags and not _is_no_answer(answer):
            yield Cause("flag_raised", FLAG_RAISED, _words(answer, finding), finding.because, _of(finding.flag))


def _missed(answer: Compared) -> Iterator[Cause]:
    for flag in dict.fromkeys(answer.written.flags):
        if flag not in answer.graded.flags:
            advice = DISCLOSURE_MISSED if flag == "disclosure" else FLAG_MISSED
            yield Cause("flag_missed", advice, params=_of(flag))


def _of(flag: RedFlag) -> Mapping[str, object]:
    return {"flag": flag}


def _of_facts(answer: Compared, whole: Dossier) -> Iterator[Cause]:
    """Figures in digits that the desk does not hold, or not yet, as the grader reads them."""
    asked, folded = answer.question.text, fold(answer.written.text)
    on_desk, ever = desk_of(asked, answer.desk, answer.role), desk_of(asked, whole, answer.role)
    for figure in figures(folded):
        if not figure.digits or is_known(figure, on_desk):
            continue
        shown = {"figure": folded[figure.start : figure.end]}
        scene = _known_from(figure, whole)
        if is_known(figure, ever) and scene:
            yield Cause("later_figure", LATER_FIGURE, params={**shown, "scene": scene})
        elif not is_known(figure, ever):
            yield Cause("unknown_figure", UNKNOWN_FIGURE, params=shown)


def _known_from(figure: Figure, dossier: Dossier) -> str:
    """The first scene that brings an item with this figure to the desk."""
    for item in (*dossier.facts, *dossier.unknowns, *dossier.rumours):
        told = " ".join(str(value) for value in item.model_dump(exclude={"id", "known_from", "replaces"}).values())
        if item.known_from and figure.values & values(fold(told)):
            return item.known_from
    return ""


def _of_wanting(answer: Compared, skill: Skill) -> Iterator[Cause]:
    reasons = [finding for finding in answer.graded.findings if finding.skill == skill]
    better = next((finding.better for finding in reasons if finding.better), "")
    heard = next((finding for finding in reasons if finding.end > finding.start), None)
    if heard is None and skill == "accuracy":
        yield Cause("no_fact", NO_FACT)
    elif heard is None and better:
        yield Cause("heard_nothing", HEARD_NOTHING, params={"skill": skill, "better": better})
    elif heard is not None and better:
        yield Cause("wants_more", WANTS_MORE, _words(answer, heard), heard.because, {"skill": skill, "better": better})


def _finding(answer: Compared, skill: Skill) -> Finding | None:
    return next((finding for finding in answer.graded.findings if finding.skill == skill), None)


def _words(answer: Compared, finding: Finding) -> str:
    return " ".join(answer.written.text[finding.start : finding.end].split())
