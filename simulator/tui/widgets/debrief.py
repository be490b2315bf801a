"""The debrief as blocks: the session as a whole, one question of it, and the path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES, FLAG_NAMES, LEVEL_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine, SkillSummary
from simulator.reports.summary import figure, summary
from simulator.reports.verdict_text import verdict_lines
from simulator.reports.withheld import WHY
from simulator.tui.widgets.assessment import assessment_blocks, caution_blocks, marked_answer
from simulator.tui.widgets.blocks import Block, Cells, Paragraph, heading, item, prose
from simulator.tui.widgets.curve import Plot
from simulator.tui.widgets.pressing import quote_blocks, why_block
from simulator.tui.widgets.verdict import verdict_blocks

PLOT_CELLS = 24
LEVELS_ROOM = 12
"""Cells that the levels of a skill need beside its bar; with fewer they flow on after it."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill: its bar and its mean, and beside them the level of each answer, which hang there if they are many."""

    plot: Content
    levels: Content

    def lines(self, width: int) -> list[Content]:
        hangs = width - self.plot.cell_length > LEVELS_ROOM
        row = Paragraph(self.levels, self.plot) if hangs else Paragraph(self.plot + self.levels)
        return row.lines(width)


def overview_blocks(debrief: Debrief, catalogue: Catalogue, *, wide: bool) -> Iterator[Block]:
    """Three sentences, the skills as a plot, red flags, the curves, and what to take away."""
    say = catalogue.say
    if debrief.ending:
        outcome = say(OUTCOME_NAMES[debrief.ending.outcome])
        yield Paragraph(Content.assemble((f"{outcome} · ", "bold $primary"), (debrief.ending.headline, "bold")))
    if debrief.withheld:
        yield from _withheld(debrief, catalogue)
        return
    yield prose(" ".join(summary(debrief, catalogue)), above=1 if debrief.ending else 0)
    if debrief.skills:
        title, columns = say(template("Skills over the session")), say(template("mean, then the level of each answer"))
        yield Paragraph(Content.assemble((title, "bold $primary"), (f"  {columns}", "$quiet")), indent=0, above=1)
        yield from _skills(debrief, catalogue)
    if debrief.flags:
        yield heading(say(template("Red flags")))
        yield Cells(tuple(_flag(flag, count, catalogue) for flag, count in debrief.flags))
    yield from confidence_blocks(debrief, catalogue)
    if debrief.questions:
        yield heading(say(template("Trust and heat over the story (illustrative)")))
        plots = (("trust", template("Trust"), debrief.trust), ("heat", template("Heat"), debrief.heat))
        yield Plot(debrief.curve, tuple((key, f"{say(name)} → {last}", f"${key}") for key, name, last in plots), wide)
    if debrief.ending:
        yield heading(say(template("What to take away")))
        yield prose(debrief.ending.lesson)


def _withheld(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    """Of an exam that goes on: how many questions were answered, and why that is all."""
    yield prose(catalogue.say(template("Questions answered so far: {count}."), count=len(debrief.questions)))
    yield item("●", "bold $warning", catalogue.say(WHY))


def asked_blocks(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    """One question as it was asked and answered, without a grade."""
    yield from _asked(question, catalogue)
    title = template("You kept silent") if question.silent else template("Your answer")
    yield heading(catalogue.say(title))
    yield Paragraph(Content(question.given.text), Content(" "), bar="$secondary")


def question_blocks(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    """One question: asked, answered, graded, and the best line with its reasons."""
    say = catalogue.say
    yield from _asked(question, catalogue)
    seconds = say(template("after {seconds} s"), seconds=question.seconds)
    title = say(template("You kept silent") if question.silent else template("Your answer"))
    yield _title(f"{title} ({seconds})", question.given, catalogue)
    yield from verdict_blocks(question, catalogue)
    if question.confidence:
        sure = say(template("You were: {confidence}"), confidence=say(CONFIDENCE_NAMES[question.confidence]))
        yield prose(Content.styled(sure, "$quiet"))
    yield from _graded(question.given, catalogue)
    yield from decided_blocks(question, catalogue)
    if not question.lines:
        return
    if question.best.given:
        yield heading(say(template("This was the best of the prepared lines.")))
        return
    yield _title(say(template("The best line")), question.best, catalogue)
    yield from _graded(question.best, catalogue)


def decided_blocks(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    """What a person decided about the answer, and the grade that counts then; nothing where nobody did."""
    lines = [*verdict_lines(question, catalogue)]
    if lines:
        lines.append(catalogue.say(template("This counts: {overall} of 100."), overall=question.counted.overall))
    for place, line in enumerate(lines):
        yield Paragraph(Content(line), Content(" "), bar="$primary", above=0 if place else 1)


def _asked(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    about = (f"  {question.outlet} · {question.time}", "$quiet")
    yield Paragraph(Content.assemble((question.journalist, "bold $primary"), about), indent=0)
    if question.why:
        yield why_block(question.why, catalogue)
        yield from quote_blocks(question.quotes, catalogue)
    yield Paragraph(Content(question.question), Content(" "), bar="$primary", indent=0)


def path_blocks(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    """The steps taken, under each what was not taken, cut short; at last the endings that were missed."""
    say = catalogue.say
    seen = say(template("{seen} of {all} scenes seen."), seen=debrief.scenes_seen, all=debrief.scenes_in_all)
    yield prose(Content.styled(seen, "$quiet"))
    for step in debrief.path:
        yield Paragraph(Content.assemble((f"{step.time}  ", "$quiet"), (step.title, "bold")), above=1)
        if step.why:
            yield why_block(step.why, catalogue)
        yield Paragraph(Content(step.taken), Content.styled("▶ ", "bold $success"), most=2)
        for text in step.not_taken:
            yield Paragraph(Content.styled(text, "$quiet"), Content.styled("○ ", "$quiet"), most=1)
    if debrief.ending:
        yield Paragraph(Content.styled(debrief.ending.headline, "bold"), Content.styled("■ ", "$primary"), above=1)
    if debrief.endings_missed:
        yield heading(say(template("Endings not reached")))
        for ending in debrief.endings_missed:
            yield item("○", "$quiet", Content.styled(ending.headline, "$quiet"))


def confidence_blocks(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    """Confidence against grade, and the weak answers that one was sure of; nothing where none was rated."""
    if not debrief.confidence.rated:
        return
    say = catalogue.say
    yield heading(say(template("Confidence against grade")))
    means = ((say(CONFIDENCE_NAMES[level]), mean) for level, mean in debrief.confidence.means.items())
    grade = template("{overall} of 100")
    yield Cells(tuple(Content.assemble(f"{name} → ", (say(grade, overall=mean), "bold")) for name, mean in means))
    for number in debrief.confidence.overconfident:
        asked = debrief.questions[number - 1]
        text = template("Sure, and yet weak: answer {number}, {title} ({overall} of 100)")
        told = say(text, number=number, title=asked.title, overall=asked.counted.overall)
        yield item("!", "bold $warning", told)


def _skills(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    width = max(len(catalogue.say(SKILL_NAMES[each.skill])) for each in debrief.skills)
    for each in debrief.skills:
        levels = Content.styled(" ".join(map(str, each.levels)), "$quiet")
        yield SkillRow(_skill(each, width, catalogue), levels)


def _skill(summary: SkillSummary, width: int, catalogue: Catalogue) -> Content:
    filled = round(summary.mean * PLOT_CELLS / 4)
    level = round(summary.mean)
    return Content.assemble(
        f"{catalogue.say(SKILL_NAMES[summary.skill]):<{width}}  ",
        ("█" * filled, f"$level-{level}"),
        ("░" * (PLOT_CELLS - filled), "$rule"),
        (f" {figure(summary.mean, catalogue)}", "bold"),
        (f" {catalogue.say(LEVEL_NAMES[level]):<9}  ", f"$level-{level}"),
    )


def _flag(flag: str, count: int, catalogue: Catalogue) -> Content:
    return Content.assemble(("⚑ ", "$error"), f"{catalogue.say(FLAG_NAMES[flag])} × {count}")


def _title(text: str, line: GradedLine, catalogue: Catalogue) -> Block:
    grade = catalogue.say(template("{overall} of 100"), overall=line.assessment.overall)
    return Paragraph(Content.assemble((f"{text}: ", "bold $primary"), (grade, "bold")), indent=0, above=1)


def _graded(line: GradedLine, catalogue: Catalogue) -> Iterator[Block]:
    yield Paragraph(marked_answer(line.text, line.assessment), Content(" "), bar="$secondary")
    yield from caution_blocks(line.assessment, catalogue, above=1)
    yield from assessment_blocks(line.text, line.assessment, catalogue)
    if line.note:
        mentor = (catalogue.say(template("Mentor:")) + " ", "bold")
        yield prose(Content.assemble(mentor, line.note), above=1)
