"""SVG in as few words as the plots need. Texts are escaped and without control codes, numbers are short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from simulator.reports.shown import shown

WIDTH = 420
"""Units of a plot's width: some 400 pixels on a phone, so that its letters are as large as the text's."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot with its title and note, and the same as a table; `svg` is markup, all else is text.

    A mark of the table that is not there is empty.
    """

    title: str
    note: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def element(name: str, *inside: str, **attributes: object) -> str:
    """An element around markup; `class_` is the class, and `_` in a name stands for `-`."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{value_of(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def text(content: str, x: float, y: float, class_: str = "", **attributes: object) -> str:
    """Words at a place."""
    named = {"class_": class_} if class_ else {}
    return element("text", escape(shown(content)), x=x, y=y, **named, **attributes)


def value_of(value: object) -> str:
    """An attribute's value: numbers to two decimals at most, texts escaped."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else escape(shown(str(value)))


def path(points: Iterable[tuple[float, float]], class_: str) -> str:
    """A line through points."""
    drawn = " ".join(f"{'L' if place else 'M'}{value_of(x)} {value_of(y)}" for place, (x, y) in enumerate(points))
    return element("path", d=drawn, class_=class_)


def picture(name: str, height: float, title: str, note: str, *inside: str) -> str:
    """The whole plot; `name` is an id, different from all others of the page. Its hatching is `url(#NAME-hatch)`."""
    hatch = element(
        "pattern",
        element("path", d="M0 6L6 0M-1 1L1 -1M5 7L7 5", class_="hatch"),
        id=f"{name}-hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    )
    told = (
        element("title", escape(shown(title)), id=f"{name}-title"),
        element("desc", escape(shown(note)), id=f"{name}-desc"),
        element("defs", hatch),
    )
    return element(
        "svg",
        *told,
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {value_of(float(height))}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_="plot",
    )
