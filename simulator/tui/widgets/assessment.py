"""An assessment as blocks to draw: the words that earned it, levels with reasons, red flags, what would be better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from textual.content import Content
from textual.widgets import Static

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_NAMES
from simulator.scenario.assessment import Assessment, Finding

BAR = "■"
EMPTY = "·"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and the style classes it is drawn with."""

    content: Content
    classes: str = ""

    def drawn(self) -> Static:
        return Static(self.content, classes=f"block {self.classes}")


def heading(text: str) -> Block:
    """A heading between blocks."""
    return Block(Content.styled(text, "bold $primary"), "block-heading")


def level_bar(level: int, catalogue: Catalogue) -> Content:
    """A level as four cells, its number and its word."""
    return Content.assemble(
        (BAR * level + EMPTY * (4 - level), f"$level-{level}"),
        (f" {level} {catalogue.say(LEVEL_NAMES[level])}", f"bold $level-{level}"),
    )


def marked_answer(text: str, assessment: Assessment) -> Content:
    """The answer with the words of each finding underlined and followed by the finding's letter."""
    content = Content(text)
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


def assessment_blocks(assessment: Assessment, catalogue: Catalogue) -> Iterator[Block]:
    """Levels with their reasons, then red flags with theirs."""
    width = max((len(catalogue.say(SKILL_NAMES[skill])) for skill in assessment.levels), default=0)
    findings = tuple(lettered(assessment.findings))
    for skill, level in assessment.levels.items():
        name = catalogue.say(SKILL_NAMES[skill])
        yield Block(Content.assemble(f"{name:<{width}}  ", level_bar(level, catalogue)), "block-level")
        for letter, finding in findings:
            if finding.skill == skill:
                yield from _reason(letter, finding, catalogue)
    for flag in assessment.flags:
        title = Content.assemble(
            (f"⚑ {catalogue.say(FLAG_NAMES[flag])}", "bold $error"),
            (f": {catalogue.say(FLAG_MEANINGS[flag])}", "$quiet"),
        )
        yield Block(title, "block-level")
        for letter, finding in findings:
            if finding.flag == flag:
                yield from _reason(letter, finding, catalogue)


def _reason(letter: str, finding: Finding, catalogue: Catalogue) -> Iterator[Block]:
    yield Block(Content.assemble((f"{letter} ", "bold $secondary"), finding.because), "block-reason")
    if finding.better:
        better = catalogue.say(template("To go higher:"))
        yield Block(Content.assemble((f"→ {better} ", "$quiet"), finding.better), "block-reason block-better")


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
