"""What if, as blocks: what happened beside what would have happened. Trust, heat and rumour are illustrative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import OUTCOME_NAMES
from simulator.reports.what_if import Beside, Comparison, Figure, Measure, Minute, Said
from simulator.reports.what_if_text import FIGURE_NAMES
from simulator.scenario.scenes import Ending
from simulator.tui.widgets.blocks import Block, Columns, Paragraph, heading, item, prose
from simulator.tui.widgets.curve import FULL, braille, scaled, top_of
from simulator.tui.widgets.meter import changed

SIDE_BY_SIDE = 60
"""Cells from which on both courses stand side by side."""
CURVE_ROWS = 4
CURVE_WIDEST = 56

AS_IT_WAS, WHAT_IF = template("As it was"), template("What if")
SIDES = (0, 1)
TONES = ("$secondary", "$primary")
CURVES: tuple[tuple[Measure, str], ...] = (("trust", "$trust"), ("heat", "$heat"), ("heard", "$warning"))


@dataclass(frozen=True, slots=True)
class CourseCurve:
    """One measure of one course, on the axes that both courses share."""

    points: tuple[tuple[int, float], ...]
    span: int
    top: int
    tone: str

    def lines(self, width: int) -> list[Content]:
        cells = max(4, min(width - 6, CURVE_WIDEST))
        rows = braille(self.points, cells, CURVE_ROWS, span=self.span, top=self.top)
        return [*scaled(rows, self.tone, self.top)]


def what_if_blocks(compared: Comparison, catalogue: Catalogue) -> Iterator[Block]:
    """The other answer, how both courses end, their figures and curves, and what was asked in one of them alone."""
    say = catalogue.say
    yield heading(say(template("Question {number}"), number=compared.step) + f": {compared.question.title}", above=0)
    yield _beside([list(_answer(compared, side, catalogue)) for side in SIDES])
    yield heading(say(template("How it ends")))
    yield _beside([[_ending(compared.endings[side], side, catalogue)] for side in SIDES])
    yield heading(say(template("Figures at the end (illustrative)")))
    yield FigureTable(tuple(_figures(compared.figures, catalogue)))
    yield heading(say(template("The two courses over the story (illustrative)")))
    yield _beside([list(_curves(compared, side, catalogue)) for side in SIDES])
    only = [list(_only(compared.questions, side, catalogue)) for side in SIDES]
    if any(only):
        yield heading(say(template("Questions asked on one side only")))
        nothing: list[Block] = [prose(Content.styled(say(template("Nothing here.")), "$quiet"))]
        yield _beside([blocks or nothing for blocks in only])


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A line for each figure: its name, both values, and the change from one to the other."""

    rows: tuple[tuple[str, str, str, str], ...]

    def lines(self, width: int) -> list[Content]:
        widest = max((len(name) for name, *_ in self.rows), default=0)
        return [self._row(*row, widest).truncate(width) for row in self.rows]

    def _row(self, name: str, done: str, instead: str, change: str, widest: int) -> Content:
        return Content.assemble(
            f" {name:<{widest}}  ",
            (f"{done:>3}", f"bold {TONES[0]}"),
            " → ",
            (f"{instead:>3}", f"bold {TONES[1]}"),
            (f"  {change}", "$quiet"),
        )


def _beside(sides: Sequence[Sequence[Block]]) -> Columns:
    return Columns(tuple(sides[0]), tuple(sides[1]), least=SIDE_BY_SIDE)


def _answer(compared: Comparison, side: int, catalogue: Catalogue) -> Iterator[Block]:
    said: Said | None = (compared.question.done, compared.question.instead)[side]
    name = (f"{catalogue.say((AS_IT_WAS, WHAT_IF)[side])}: ", f"bold {TONES[side]}")
    if said is not None:
        grade = catalogue.say(template("{overall} of 100"), overall=said.overall)
        yield Paragraph(Content.assemble(name, (grade, "bold")))
        yield Paragraph(Content(said.text), Content(" "), bar=TONES[side])


def _ending(ending: Ending | None, side: int, catalogue: Catalogue) -> Block:
    if ending is None:
        return item("◐", TONES[side], Content.styled(catalogue.say(template("it has not ended")), "$quiet"))
    outcome = catalogue.say(OUTCOME_NAMES[ending.outcome])
    return item("■", TONES[side], Content.assemble((f"{outcome}: ", f"bold {TONES[side]}"), (ending.headline, "bold")))


def _figures(figures: Sequence[Figure], catalogue: Catalogue) -> Iterator[tuple[str, str, str, str]]:
    for figure in figures:
        done, instead = figure.done, figure.instead
        if done is not None or instead is not None:
            change = changed(instead - done) if done is not None and instead is not None else ""
            shown = ("–" if one is None else str(one) for one in (done, instead))
            yield catalogue.say(FIGURE_NAMES[figure.what]), next(shown), next(shown), change


def _curves(compared: Comparison, side: int, catalogue: Catalogue) -> Iterator[Block]:
    span = max((minute.minutes for minute in compared.curve), default=0)
    for measure, tone in CURVES:
        both = [_points(compared.curve, measure, other) for other in SIDES]
        if not any(both):
            continue
        points, top = tuple(both[side]), top_of(*both) if measure == "heard" else FULL
        last = f" → {points[-1][1]:.0f}" if points else ""
        yield Paragraph(Content.styled(f"{catalogue.say(FIGURE_NAMES[measure])}{last}", f"bold {tone}"), most=1)
        yield CourseCurve(points, span, top, tone)


def _points(curve: Sequence[Minute], measure: Measure, side: int) -> list[tuple[int, float]]:
    pairs = ((minute.minutes, attrgetter(measure)(minute)[side]) for minute in curve)
    return [(minutes, value) for minutes, value in pairs if value is not None]


def _only(questions: Sequence[Beside], side: int, catalogue: Catalogue) -> Iterator[Block]:
    for question in questions:
        mine, other = (question.done, question.instead) if side == 0 else (question.instead, question.done)
        if mine is not None and other is None:
            yield item("○", TONES[side], f"{question.title} ({mine.overall})")
