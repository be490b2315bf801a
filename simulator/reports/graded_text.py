"""A graded answer as text for a terminal: each skill's level with its reasons and words, then the red flags."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.loading.unseen import visible
from simulator.scenario.assessment import Finding
from simulator.scenario.rubric import Skill
from simulator.scoring.judge.judged import Judged

WIDTH = 78

WORDS_MAX = 160
"""Characters of the answer that a finding repeats."""


def as_text(text: str, judged: Judged, catalogue: Catalogue) -> str:
    """The grades of an answer, wrapped at 78 columns; what was typed is shown without anything a terminal obeys."""
    return "\n".join(_lines(text, judged, catalogue)) + "\n"


def _lines(text: str, judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    assessment = judged.graded.assessment
    yield f"{catalogue.say(template('{overall} of 100'), overall=assessment.overall)}  ({visible(assessment.grader)})"
    for skill in assessment.levels:
        yield from _skill(text, judged, skill, catalogue)
    yield from _flags(text, assessment.findings, "{flag}", catalogue)
    yield from _flags(text, judged.proposed, template("{flag} (proposed by the judge, not counted)"), catalogue)
    if judged.note:
        yield from ("", *_wrapped(catalogue.say(judged.note)))


def _skill(text: str, judged: Judged, skill: Skill, catalogue: Catalogue) -> Iterator[str]:
    say, level = catalogue.say, judged.graded.assessment.levels[skill]
    yield from ("", f"{say(SKILL_NAMES[skill])}: {level} {say(LEVEL_NAMES[level])}")
    if skill in judged.moved:
        yield from _wrapped(
            "  " + say(template("moved by the judge; the rules say {level}"), level=judged.moved[skill])
        )
    if skill in judged.look:
        told = template("the judge says {level}: this needs a human look")
        yield from _wrapped("  " + say(told, level=judged.look[skill]))
    for finding in judged.graded.assessment.findings:
        if finding.skill == skill:
            yield from _reason(text, finding, catalogue)


def _flags(text: str, findings: tuple[Finding, ...], naming: str, catalogue: Catalogue) -> Iterator[str]:
    for finding in findings:
        if finding.flag:
            yield from ("", "! " + catalogue.say(naming, flag=catalogue.say(FLAG_NAMES[finding.flag])))
            yield from _reason(text, finding, catalogue)


def _reason(text: str, finding: Finding, catalogue: Catalogue) -> Iterator[str]:
    yield from _wrapped(f"- {visible(catalogue.say(finding.because))}", "  ")
    words = " ".join(text[finding.start : finding.end].split())
    if words:
        yield from _wrapped(f"“{visible(textwrap.shorten(words, WORDS_MAX, placeholder='…'))}”", "    ")
    if finding.better:
        better = catalogue.say(template("To go higher:")), catalogue.say(finding.better)
        yield from _wrapped(" ".join(better), "    ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    inner = f"{indent}  " if indent == "  " else indent
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=inner, break_on_hyphens=False)
