"""Trust, heat and the rumour's reach over the story, with the answers on the time axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import Debrief
from simulator.reports.plots.axes import BOTTOM, TOP, along, ground, spread_out, up
from simulator.reports.plots.svg import Figure, element, path, picture, text

TITLE = template("Trust, heat and rumour over the story (illustrative)")
NOTE = template(
    "Trust is drawn as a whole line, heat in dashes, and the percentage who have heard the rumour in dots. The numbers "
    "below are those of the answers."
)
ROUND = 8.0
"""Radius of an answer's number; two that would touch stand one below the other."""

MARKS_FROM = BOTTOM + 16
MARK_ROWS = 4
TIMES = 18
"""Units of the line of times below the marks."""


class Curve(NamedTuple):
    """One curve: its class, its name, and its points by story minute."""

    kind: str
    name: str
    points: Sequence[tuple[int, int]]


def curves_figure(debrief: Debrief, catalogue: Catalogue, name: str = "curves") -> Figure:
    """The curves of a session in which something was answered."""
    say, curves = catalogue.say, _curves(debrief, catalogue)
    last = max(1, *(curve.points[-1][0] for curve in curves), *(one.minutes for one in debrief.questions))
    marks = [*_marks(debrief, last)]
    rows = 1 + max((row for _, _, row in marks), default=0)
    foot = MARKS_FROM + rows * (2 * ROUND + 2)
    title, note = say(TITLE), say(NOTE)
    inside = [*ground(), *_answers(marks), *_lines(curves, last), *_times(debrief, foot + 4)]
    return Figure(
        title=title,
        note=note,
        svg=picture(name, foot + TIMES - 6, title, note, *inside),
        columns=tuple(
            say(column)
            for column in (
                *(template("Answer"), template("Time"), template("Trust"), template("Heat")),
                template("Heard the rumour, percent"),
            )
        ),
        rows=tuple(_rows(debrief)),
    )


def _curves(debrief: Debrief, catalogue: Catalogue) -> tuple[Curve, ...]:
    trust = Curve("trust", catalogue.say(template("Trust")), [(one.minutes, one.trust) for one in debrief.curve])
    heat = Curve("heat", catalogue.say(template("Heat")), [(one.minutes, one.heat) for one in debrief.curve])
    rumour = debrief.public.rumour if debrief.public else None
    if rumour is None:
        return trust, heat
    return trust, heat, Curve("rumour", catalogue.say(template("Rumour")), rumour.heard)


def _lines(curves: Sequence[Curve], last: int) -> Iterator[str]:
    ends = spread_out([up(curve.points[-1][1]) for curve in curves])
    for curve, end in zip(curves, ends, strict=True):
        points = [(along(minute / last), up(value)) for minute, value in curve.points]
        yield path(points, f"curve {curve.kind}")
        yield element("circle", cx=points[-1][0], cy=points[-1][1], r=3, class_=f"end {curve.kind}")
        yield text(f"{curve.name} {curve.points[-1][1]}", along(1) + 9, end + 4, f"label {curve.kind}")


def _marks(debrief: Debrief, last: int) -> Iterator[tuple[int, float, int]]:
    """Of each answer its number, where it stands along the bottom, and in which row it finds room."""
    free: list[float] = []
    for number, question in enumerate(debrief.questions, 1):
        x = along(question.minutes / last)
        row = next((row for row, taken in enumerate(free) if x - taken > 2 * ROUND + 2), len(free))
        if row >= MARK_ROWS:
            row = min(range(len(free)), key=lambda place: free[place])
        free[row : row + 1] = [x]
        yield number, x, row


def _answers(marks: Sequence[tuple[int, float, int]]) -> Iterator[str]:
    for number, x, row in marks:
        y = MARKS_FROM + row * (2 * ROUND + 2)
        yield element("line", x1=x, x2=x, y1=TOP, y2=y - ROUND, class_="thread")
        yield element("circle", cx=x, cy=y, r=ROUND, class_="number")
        yield text(str(number), x, y + 3.5, "digit", text_anchor="middle")


def _times(debrief: Debrief, y: float) -> Iterator[str]:
    if debrief.path:
        yield text(debrief.path[0].time, along(0), y, "tick")
        yield text(debrief.questions[-1].time, along(1), y, "tick", text_anchor="end")


def _rows(debrief: Debrief) -> Iterator[tuple[str, ...]]:
    for number, question in enumerate(debrief.questions, 1):
        heard = _heard(debrief, question.minutes)
        trust, heat = question.trust, question.heat
        moved = (f"{before} → {after}" for before, after in (trust, heat))
        yield f"{number}. {question.title}", question.time, *moved, heard


def _heard(debrief: Debrief, minute: int) -> str:
    rumour = debrief.public.rumour if debrief.public else None
    heard = [percent for at, percent in rumour.heard if at <= minute] if rumour else []
    return str(heard[-1]) if heard else ""
