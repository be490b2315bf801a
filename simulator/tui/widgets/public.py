"""The public as blocks: a meter for each group, and the rumour's spread. Illustrative, and said to be so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.tui.widgets.blocks import Block, Cells, Paragraph, heading, item, prose
from simulator.tui.widgets.curve import braille, scaled, top_of
from simulator.tui.widgets.meter import changed
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.public_now import PublicNow, RumourNow

TITLE = template("The public (illustrative)")
CURVE_WIDEST = 70
BAR_WIDEST = 24
LEAST_BAR = 6
CHANGE_CELLS = 4
LARGE_ROWS = 6


@dataclass(frozen=True, slots=True)
class GroupMeters:
    """Trust by group: a name, a bar, points, and the change since the last answer."""

    names: tuple[str, ...]
    points: tuple[int, ...]
    changes: tuple[int | None, ...]

    def lines(self, width: int) -> list[Content]:
        room = width - 1 - 4 - 1 - CHANGE_CELLS
        name_cells = min(max(Content(plain(name)).cell_length for name in self.names), room - 1 - LEAST_BAR)
        bar_cells = max(0, min(room - name_cells - 1, BAR_WIDEST))
        rows = zip(self.names, self.points, self.changes, strict=True)
        return [self._row(*row, name_cells, bar_cells) for row in rows]

    def _row(self, name: str, points: int, change: int | None, name_cells: int, bar_cells: int) -> Content:
        filled = round(points * bar_cells / 100)
        return Content.assemble(
            " ",
            Content(plain(name)).truncate(name_cells, ellipsis=True, pad=True),
            " ",
            ("━" * filled, "$trust"),
            ("─" * (bar_cells - filled), "$rule"),
            (f"{points:>4}", "bold"),
            (f" {'' if change is None else changed(change):<{CHANGE_CELLS}}", "bold $trust"),
        )


@dataclass(frozen=True, slots=True)
class SpreadCurve:
    """The share that has heard the rumour, over the story's time; in one row without a scale."""

    points: tuple[tuple[int, float], ...]
    rows: int

    def lines(self, width: int) -> list[Content]:
        scale = 6 if self.rows > 1 else 1
        top = top_of(self.points)
        drawn = braille(self.points, max(4, min(width - scale, CURVE_WIDEST)), self.rows, top=top)
        if self.rows > 1:
            return [*scaled(drawn, "$warning", top)]
        return [Content.assemble(" ", (row, "$warning")) for row in drawn]


def meters(now: PublicNow, catalogue: Catalogue) -> GroupMeters:
    """The groups' meters, named in the player's language where the author has named none."""
    groups = now.groups
    trust, changes = tuple(group.trust for group in groups), tuple(group.change for group in groups)
    return GroupMeters(now.names(catalogue.tongue), trust, changes)


def panel_blocks(now: PublicNow, rows: int, catalogue: Catalogue) -> Iterator[Block]:
    """The compact panel: always as many lines, whatever has happened; `rows` of them for the curve."""
    yield heading(catalogue.say(TITLE), above=0)
    yield meters(now, catalogue)
    if now.rumour:
        yield Paragraph(_heard(now.rumour, catalogue), most=1)
        yield SpreadCurve(now.rumour.points, rows)


def public_blocks(now: PublicNow, catalogue: Catalogue) -> Iterator[Block]:
    """The public at large: the meters, their course, the rumour, and what all that is worth."""
    say, names = catalogue.say, now.names(catalogue.tongue)
    yield heading(say(template("Trust by group (illustrative)")), above=0)
    yield meters(now, catalogue)
    if now.rumour:
        yield from _rumour(now, now.rumour, catalogue)
    yield heading(say(template("From answer to answer")))
    for name, group in zip(names, now.groups, strict=True):
        about = say(template("{share}% of the public"), share=group.share)
        course = " → ".join(map(str, group.history))
        yield prose(Content.assemble((name, "bold"), (f" · {about}: ", "$quiet"), course))
    note = template(
        "An illustrative model with figures of its own, for training: no forecast of how people would really react."
    )
    yield prose(Content.styled(say(note), "$quiet"), above=1)


def _rumour(now: PublicNow, rumour: RumourNow, catalogue: Catalogue) -> Iterator[Block]:
    say = catalogue.say
    yield heading(say(template("The rumour (illustrative)")))
    yield item("●", "$error", Content.styled(f"“{rumour.claim}”", "italic $error"))
    telling = say(template("{share}% are telling it"), share=rumour.telling) if rumour.points else ""
    yield prose(Content.assemble(_heard(rumour, catalogue), (f" · {telling}" if telling else "", "$quiet")))
    if rumour.points:
        yield SpreadCurve(rumour.points, LARGE_ROWS)
        yield Paragraph(Content.styled(f"{now.since} → {now.now}", "$quiet"), indent=6)
        by_group = zip(now.names(catalogue.tongue), now.groups, strict=True)
        yield Cells(tuple(Content.styled(plain(f"{name} {group.heard}%"), "$quiet") for name, group in by_group))


def _heard(rumour: RumourNow, catalogue: Catalogue) -> Content:
    if rumour.heard is None:
        return Content.styled(catalogue.say(template("No rumour is going round yet.")), "$quiet")
    heard = catalogue.say(template("{share}% have heard the rumour"), share=rumour.heard)
    change = "" if rumour.change is None else f" {changed(rumour.change)}"
    return Content.assemble((heard, "bold"), (change, "bold $warning"))
