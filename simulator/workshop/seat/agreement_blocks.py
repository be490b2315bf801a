"""How close the hall is to the grader and to each other, as blocks: words and bars, never colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LEVEL_NAMES, SKILL_NAMES
from simulator.reports.summary import figure
from simulator.scenario.rubric import LEVELS
from simulator.tui.widgets.assessment import level_bar
from simulator.tui.widgets.blocks import NOTHING, Block, Paragraph, heading, prose
from simulator.workshop.agreement import Closeness, HallAgreement, SkillRated

BAR = "■"
HALF = "▪"
EMPTY = "·"
MOST = LEVELS[-1]

GAP = 4


@dataclass(frozen=True, slots=True)
class SkillBlock:
    """One skill's bars: side by side under its name where there is room, else one under the other."""

    name: Content
    cells: tuple[Content, ...]
    above: int = 0

    def lines(self, width: int) -> list[Content]:
        row = Content(" " * GAP).join(self.cells)
        if row.cell_length + 2 <= width:
            return [NOTHING] * self.above + [self.name, Content("  ") + row]
        return [NOTHING] * self.above + [self.name, *(Content("  ") + cell.truncate(width - 2) for cell in self.cells)]


def agreement_blocks(agreement: HallAgreement, catalogue: Catalogue, *, grader_hidden: bool = False) -> Iterator[Block]:
    """Skill by skill, then in words. `grader_hidden` tells that the grader's levels come in the debrief only."""
    say = catalogue.say
    rated = catalogue.count("One in the hall has rated.", "{n} in the hall have rated.", agreement.raters)
    yield heading(say(template("How close the hall is")), above=0)
    yield prose(Content.styled(rated, "$quiet"))
    words = [*closeness_lines(agreement, catalogue)]
    for place, line in enumerate(words):
        yield Paragraph(Content(line), Content.styled("▸ ", "bold $primary"), indent=0, above=0 if place else 1)
    if grader_hidden:
        yield prose(Content.styled(say(template("The grader's levels are told in the debrief.")), "$quiet"), above=1)
    for place, one in enumerate(agreement.skills):
        name = Content.styled(say(SKILL_NAMES[one.skill]), "bold")
        yield SkillBlock(name, tuple(_cells(one, catalogue)), above=0 if place else 1)


def closeness_lines(agreement: HallAgreement, catalogue: Catalogue) -> Iterator[str]:
    """The same in sentences, for a screen reader too."""
    say = catalogue.say
    if agreement.own is not None:
        yield _told(agreement.own, say(template("You and the grader")), catalogue)
    if agreement.hall is not None:
        yield _told(agreement.hall, say(template("The hall and the grader")), catalogue)
    if agreement.apart is not None:
        apart = figure(agreement.apart, catalogue)
        yield say(template("In the hall: two raters are {apart} levels apart on average."), apart=apart)
    if agreement.hall is not None and agreement.hall.kappa is not None:
        kappa = figure(agreement.hall.kappa, catalogue)
        yield say(
            template("Weighted kappa of hall and grader: {kappa} (1: the same throughout, 0: as by chance)."),
            kappa=kappa,
        )


def _told(close: Closeness, who: str, catalogue: Catalogue) -> str:
    text = template("{who}: {within} of {pairs} levels within one; {distance} levels apart on average.")
    distance = figure(close.distance, catalogue)
    return catalogue.say(text, who=who, within=close.within_one, pairs=close.pairs, distance=distance)


def _cells(one: SkillRated, catalogue: Catalogue) -> Iterator[Content]:
    say = catalogue.say
    names = say(template("you")), say(template("grader")), say(template("hall"))
    width = max(map(len, names))
    for name, level in ((names[0], one.own), (names[1], one.grader)):
        if level is not None:
            word = (f" {say(LEVEL_NAMES[level])}", "$quiet")
            yield Content.assemble((f"{name:<{width}} ", "$quiet"), level_bar(level), word)
    if one.mean is not None and one.spread is not None:
        spread = f" ±{figure(one.spread, catalogue)}"
        given = "  " + " ".join(f"{level}×{count}" for level, count in enumerate(one.counts) if count)
        yield Content.assemble(
            (f"{names[2]:<{width}} ", "$quiet"),
            (_mean_bar(one.mean), f"$level-{round(one.mean)}"),
            (f" {figure(one.mean, catalogue)}", "bold"),
            (spread, "$quiet"),
            (given, "$quiet"),
        )


def _mean_bar(mean: float) -> str:
    """Four cells; a mean of at least a half more than a whole level has half a cell for it."""
    whole = int(mean)
    half = HALF if mean - whole >= 0.5 else ""
    return (BAR * whole + half).ljust(MOST, EMPTY)
