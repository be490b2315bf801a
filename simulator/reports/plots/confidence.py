"""Confidence against grade: each rated answer, and the corner of those that one was sure of and that were weak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import CONFIDENCE_NAMES
from simulator.reports.debrief import Debrief
from simulator.reports.plots.axes import BOTTOM, LEFT, along, ground, up
from simulator.reports.plots.svg import WIDTH, Figure, element, picture, text
from simulator.session.confidence import CERTAIN, WEAK_BELOW

TITLE = template("Confidence against grade")
NOTE = template("Each number is an answer; the bar is the mean. Hatched: sure, and yet weak.")
MARGIN = 8.0
"""Units right of the ground."""

ROUND = 8.0


def confidence_figure(debrief: Debrief, catalogue: Catalogue, name: str = "confidence") -> Figure:
    """The answers by how sure one was of them, and by their grades; those without a rating are left out."""
    say = catalogue.say
    title, note = say(TITLE), say(NOTE)
    inside = [*_corner(name), *ground(MARGIN), *_names(catalogue), *_means(debrief), *_points(debrief)]
    return Figure(
        title=title,
        note=note,
        svg=picture(name, BOTTOM + 26, title, note, *inside),
        columns=tuple(say(column) for column in (template("Answer"), template("Confidence"), template("Grade"))),
        rows=tuple(
            (f"{number}. {one.title}", say(CONFIDENCE_NAMES[one.confidence]), str(one.counted.overall))
            for number, one in enumerate(debrief.questions, 1)
            if one.confidence
        ),
    )


def _column(level: int) -> float:
    return along((level - 0.5) / len(CONFIDENCE_NAMES), MARGIN)


def _corner(name: str) -> Iterator[str]:
    left, top = along((CERTAIN - 1) / len(CONFIDENCE_NAMES), MARGIN), up(WEAK_BELOW)
    box = {"x": left, "y": top, "width": WIDTH - MARGIN - left, "height": BOTTOM - top}
    yield element("rect", **box, class_="corner")
    yield element("rect", **box, fill=f"url(#{name}-hatch)")


def _names(catalogue: Catalogue) -> Iterator[str]:
    for level, name in CONFIDENCE_NAMES.items():
        yield text(catalogue.say(name), _column(level), BOTTOM + 18, "tick", text_anchor="middle")


def _means(debrief: Debrief) -> Iterator[str]:
    half = (along(1, MARGIN) - LEFT) / len(CONFIDENCE_NAMES) / 2 - 10
    for level, mean in debrief.confidence.means.items():
        x, y = _column(level), up(mean)
        yield element("line", x1=x - half, x2=x + half, y1=y, y2=y, class_="mean")


def _points(debrief: Debrief) -> Iterator[str]:
    """The answers, those that would cover each other side by side."""
    taken: list[tuple[float, float]] = []
    for number, one in enumerate(debrief.questions, 1):
        if one.confidence:
            x, y = _free(_column(one.confidence), up(one.counted.overall), taken)
            taken.append((x, y))
            yield element("circle", cx=x, cy=y, r=ROUND, class_="number")
            yield text(str(number), x, y + 3.5, "digit", text_anchor="middle")


def _free(x: float, y: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The place nearest to the middle of a column at which no other answer is covered; the last one, if all are."""
    steps = (x + side * step * (2 * ROUND + 1) for step in range(4) for side in ((1, -1) if step else (1,)))
    places = [(place, y) for place in steps]
    return next((one for one in places if all(dist(one, other) > 2 * ROUND for other in taken)), places[-1])
