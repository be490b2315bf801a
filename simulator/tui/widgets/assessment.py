"""An assessment as blocks to draw: the words that earned it, levels with reasons, red flags, what would be better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.reports.marks import Mark, letter_of, marks
from simulator.reports.reasons import by_words_alone, costs, in_words
from simulator.scenario.assessment import Assessment, Finding
from simulator.tui.widgets.blocks import Block, Cells, Paragraph
from simulator.tui.widgets.plain import plain

BAR = "■"
EMPTY = "·"
FLAG = "⚑"
MINUS = "−"
NO_WORDS = "·"
"""Stands where the letter would be, for a reason that rests on no particular words."""

WORDS_ALONE = template(
    "Graded by its words alone, as the language model does not run on this machine: take the levels as a rough guide."
)


def level_bar(level: int) -> Content:
    """A level as four cells and its number."""
    tone = f"$level-{level}"
    return Content.assemble((BAR * level + EMPTY * (4 - level), tone), (f" {level}", f"bold {tone}"))


def marked_answer(text: str, assessment: Assessment) -> Content:
    """The answer with the words that its levels rest on underlined, and followed by the letter of their findings.

    Words that cost something are bold as well, with a minus by their letter, or a flag if they raised one. Where marks
    overlap, the shorter one shows its colour.
    """
    content, found = Content(plain(text)), marks(text, assessment)
    for mark in sorted(found, key=lambda mark: mark.start - mark.end):
        weight = "bold underline" if _costs(mark, assessment) else "underline"
        content = content.stylize(f"{weight} {_tone(mark, assessment)}", mark.start, mark.end)
    pieces, done = [], 0
    for mark in found:
        sign = f"[{mark.letter}{_sign(mark.findings, assessment)}]"
        pieces += [content[done : mark.end], Content.styled(sign, f"bold {_tone(mark, assessment)}")]
        done = mark.end
    return Content("").join([*pieces, content[done:]])


def verdict_blocks(assessment: Assessment, catalogue: Catalogue) -> Iterator[Block]:
    """All levels at a glance, and the names of the red flags."""
    names = {skill: catalogue.say(SKILL_NAMES[skill]) for skill in assessment.levels}
    width = max(map(len, names.values()), default=0)
    cells = (
        Content.assemble(f"{names[skill]:<{width}} ", level_bar(level)) for skill, level in assessment.levels.items()
    )
    yield Cells(tuple(cells))
    if assessment.flags:
        yield Cells(tuple(_flag(flag, catalogue) for flag in assessment.flags))


def assessment_blocks(text: str, assessment: Assessment, catalogue: Catalogue, above: int = 1) -> Iterator[Block]:
    """Red flags with their reasons, for nobody should have to look for them, then levels with theirs.

    `above` counts the empty lines before the first.
    """
    width = max((len(catalogue.say(SKILL_NAMES[skill])) for skill in assessment.levels), default=0)
    reasons = [*zip(in_words(assessment, catalogue).findings, _signs(text, assessment), strict=True)]
    for flag in assessment.flags:
        meaning = (f": {catalogue.say(FLAG_MEANINGS[flag])}", "$quiet")
        yield Paragraph(Content.assemble(_flag(flag, catalogue), meaning), above=above)
        above = 1
        its = [reason for reason in reasons if reason[0].flag == flag]
        yield from _reasons(its, catalogue.say(template("Instead:")))
    for skill, level in assessment.levels.items():
        name = f"{catalogue.say(SKILL_NAMES[skill]):<{width}}  "
        word = (f" {catalogue.say(LEVEL_NAMES[level])}", f"bold $level-{level}")
        yield Paragraph(Content.assemble((name, "bold"), level_bar(level), word), above=above)
        above = 1
        its = [reason for reason in reasons if reason[0].skill == skill]
        yield from _reasons(its, catalogue.say(template("To go higher:")))


def caution_blocks(assessment: Assessment, catalogue: Catalogue, above: int = 0) -> Iterator[Block]:
    """How surely it was graded, where that is less surely than it could have been."""
    if by_words_alone(assessment):
        yield Paragraph(
            Content.styled(catalogue.say(WORDS_ALONE), "$warning"), Content.styled("! ", "bold $warning"), above=above
        )


def _flag(flag: str, catalogue: Catalogue) -> Content:
    return Content.styled(f"{FLAG} {catalogue.say(FLAG_NAMES[flag])}", "bold $error")


def _reasons(reasons: Sequence[tuple[Finding, Content]], advice: str) -> Iterator[Block]:
    for finding, sign in reasons:
        yield Paragraph(Content(finding.because), sign)
    for better in dict.fromkeys(finding.better for finding, _ in reasons if finding.better):
        yield Paragraph(Content.assemble((f"{advice} ", "$quiet"), better), Content.styled("→ ", "$quiet"))


def _signs(text: str, assessment: Assessment) -> Iterator[Content]:
    """What stands before each finding: the letter of its words, and a minus where it speaks against the answer."""
    found = marks(text, assessment)
    for finding in assessment.findings:
        letter = letter_of(finding, found)
        sign = _sign([finding], assessment) if letter else ""
        tone = "$error" if sign == FLAG else "$level-1" if sign else "$secondary"
        yield Content.styled(f"{letter or NO_WORDS}{sign} ", f"bold {tone}")


def _sign(findings: Sequence[Finding], assessment: Assessment) -> str:
    if any(finding.flag for finding in findings):
        return FLAG
    return MINUS if any(costs(finding, assessment) for finding in findings) else ""


def _costs(mark: Mark, assessment: Assessment) -> bool:
    return bool(_sign(mark.findings, assessment))


def _tone(mark: Mark, assessment: Assessment) -> str:
    """Of what the words cost, or else of the best that they earned."""
    if any(finding.flag for finding in mark.findings):
        return "$error"
    levels = [assessment.levels.get(finding.skill, 2) for finding in mark.findings if finding.skill]
    return f"$level-{min(1, *levels) if _costs(mark, assessment) else max(levels, default=2)}"
