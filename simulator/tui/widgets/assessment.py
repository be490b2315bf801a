"""An assessment as blocks to draw: the words that earned it, levels with reasons, red flags, what would be better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.scenario.assessment import Assessment, Finding
from simulator.tui.widgets.blocks import Block, Cells, Paragraph
from simulator.tui.widgets.plain import plain

BAR = "■"
EMPTY = "·"


def level_bar(level: int) -> Content:
    """A level as four cells and its number."""
    tone = f"$level-{level}"
    return Content.assemble((BAR * level + EMPTY * (4 - level), tone), (f" {level}", f"bold {tone}"))


def marked_answer(text: str, assessment: Assessment) -> Content:
    """The answer with the words of each finding underlined and followed by the finding's letter."""
    content = Content(plain(text))
    inserts: list[tuple[int, str, str]] = []
    for letter, finding in lettered(assessment.findings):
        if finding.end <= finding.start:
            continue
        style = _tone(finding, assessment)
        underline = "underline" if _is_credit(finding, assessment) else "bold underline"
        content = content.stylize(f"{underline} {style}", finding.start, finding.end)
        inserts.append((finding.end, letter, style))
    return _with_letters(content, inserts)


def lettered(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """The findings with the letters they are pointed to by."""
    return zip(ascii_lowercase, findings, strict=False)


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


def assessment_blocks(assessment: Assessment, catalogue: Catalogue, above: int = 1) -> Iterator[Block]:
    """Levels with their reasons, then red flags with theirs; `above` counts the empty lines before the first."""
    width = max((len(catalogue.say(SKILL_NAMES[skill])) for skill in assessment.levels), default=0)
    findings = tuple(lettered(assessment.findings))
    for skill, level in assessment.levels.items():
        name = f"{catalogue.say(SKILL_NAMES[skill]):<{width}}  "
        word = (f" {catalogue.say(LEVEL_NAMES[level])}", f"bold $level-{level}")
        yield Paragraph(Content.assemble((name, "bold"), level_bar(level), word), above=above)
        above = 1
        for letter, finding in findings:
            if finding.skill == skill:
                yield from _reason(letter, finding, catalogue)
    for flag in assessment.flags:
        meaning = (f": {catalogue.say(FLAG_MEANINGS[flag])}", "$quiet")
        yield Paragraph(Content.assemble(_flag(flag, catalogue), meaning), above=above)
        above = 1
        for letter, finding in findings:
            if finding.flag == flag:
                yield from _reason(letter, finding, catalogue)


def _flag(flag: str, catalogue: Catalogue) -> Content:
    return Content.styled(f"⚑ {catalogue.say(FLAG_NAMES[flag])}", "bold $error")


def _reason(letter: str, finding: Finding, catalogue: Catalogue) -> Iterator[Block]:
    yield Paragraph(Content(finding.because), Content.styled(f"{letter} ", "bold $secondary"))
    if finding.better:
        better = catalogue.say(template("To go higher:"))
        yield Paragraph(Content.assemble((f"{better} ", "$quiet"), finding.better), Content.styled("→ ", "$quiet"))


def _tone(finding: Finding, assessment: Assessment) -> str:
    if finding.flag or finding.skill is None:
        return "$error"
    return f"$level-{assessment.levels.get(finding.skill, 2)}"


def _is_credit(finding: Finding, assessment: Assessment) -> bool:
    return finding.skill is not None and assessment.levels.get(finding.skill, 2) >= 3


def _with_letters(content: Content, inserts: list[tuple[int, str, str]]) -> Content:
    pieces: list[Content] = []
    done = 0
    for place, letter, style in sorted(inserts):
        pieces.append(content[done:place])
        pieces.append(Content.styled(f"[{letter}]", f"bold {style}"))
        done = place
    return Content("").join([*pieces, content[done:]])
