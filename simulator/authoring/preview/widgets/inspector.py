"""What the inspector tells: the watches, what each choice would do, and which way out of the scene is open."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from simulator.authoring.graph.words import EDGE_NAMES, KIND_NAMES
from simulator.authoring.preview.conditions import Part
from simulator.authoring.preview.prospects import Prospect, WayOut
from simulator.authoring.preview.settings import as_written
from simulator.authoring.preview.watches import Watch
from simulator.authoring.preview.widgets.rows import Row
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FIGURE_NAMES, FLAG_NAMES, SKILL_NAMES
from simulator.scenario.scenes import RETURN, SILENCE, GradedOutcome, Scene
from simulator.scenario.situation import Scalar
from simulator.session.state import SessionState
from simulator.tui.widgets.blocks import Block, Paragraph, heading
from simulator.tui.widgets.plain import shown

ARROW, OPEN, SHUT = "→", "✓", "✕"

NAME_MAX, NAME_LEAST = 18, 5
"""Cells of a value's name: at most where there is room, and at least where there is none."""

SIGN, GAP = 2, 1


def watch_rows(watched: Sequence[Watch], catalogue: Catalogue) -> Sequence[Row]:
    """A row for each, known by its name; what has changed is marked, and tells from what."""
    names = [shown_name(watch.name, catalogue) for watch in watched]
    width = min(max(map(len, names), default=0), NAME_MAX)
    value = max((len(as_written(watch.value)) for watch in watched), default=0)
    return [Row(watch.name, (Watched(watch, name, width, value),)) for watch, name in zip(watched, names, strict=True)]


def shown_name(name: str, catalogue: Catalogue) -> str:
    """The name of a value: of one that every session has in the reader's language, of a variable as it is declared."""
    return catalogue.say(FIGURE_NAMES[name]) if name in FIGURE_NAMES else name


@dataclass(frozen=True, slots=True)
class Watched:
    """One value on one line: names in a column of `width` cells, values up to `widest` behind them.

    Where a pane is too narrow for that, the value stands at its right edge, and the name is cut for it.
    """

    watch: Watch
    name: str
    width: int
    widest: int

    def lines(self, width: int) -> list[Content]:
        watch, room = self.watch, width - SIGN - GAP
        value = Content.styled(as_written(watch.value), "bold $primary" if watch.changed else "bold")
        sign = Content.styled("• " if watch.changed else "  ", "bold $primary")
        value = shown(value).truncate(max(room - NAME_LEAST, 1), ellipsis=True)
        is_narrow = self.width + self.widest > room
        names = max(room - value.cell_length, 1) if is_narrow else self.width
        name = shown(Content(self.name)).truncate(names, ellipsis=True, pad=True)
        rest = "" if is_narrow else self._more()
        left = Content.styled(rest, "$quiet").truncate(max(room - names - value.cell_length, 0), ellipsis=True)
        return [sign + name + Content(" " * GAP) + value + shown(left)]

    def _more(self) -> str:
        """The time of the story, and what the value was before the last step."""
        note = f"  {self.watch.note}" if self.watch.note else ""
        return note + (f"  ← {as_written(self.watch.was)}" if self.watch.changed else "")


def scene_blocks(scene: Scene, catalogue: Catalogue) -> Iterator[Block]:
    """The scene on the table: its id, its kind and how long it takes."""
    kind = catalogue.say(KIND_NAMES[scene.kind])
    takes, limit = getattr(scene, "takes", 0), getattr(scene, "time_limit", None)
    minutes = [catalogue.say(template("{minutes} min"), minutes=takes)] if takes else []
    seconds = [catalogue.say(template("{seconds} s to answer in"), seconds=limit)] if limit else []
    about = " · ".join((kind, *minutes, *seconds))
    yield Paragraph(Content.assemble((scene.id, "bold $secondary"), (f"  {about}", "$quiet")), indent=0)


def prospect_blocks(
    prospects: Sequence[Prospect], marked: str, state: SessionState, catalogue: Catalogue
) -> Iterator[Block]:
    """The marked choice (or the first): what it would do, and the ways on after it; under it the other choices."""
    if not prospects:
        return
    numbered = [*enumerate(prospects, 1)]
    number, shown = next((pair for pair in numbered if pair[1].id == marked), numbered[0])
    if shown.id:
        yield heading(catalogue.say(template("The marked line")))
        yield from _choice(number, shown, state, catalogue)
    yield heading(catalogue.say(template("Ways on from there") if shown.id else template("Ways on")))
    for place, way in enumerate(shown.ways):
        yield from _way(way, way.kind == "way" and place > 0, catalogue)
    others = [pair for pair in numbered if pair[0] != number]
    if others:
        yield heading(catalogue.say(template("The other lines")))
    for number, other in others:
        yield from _choice(number, other, state, catalogue)


def _number(number: int, prospect: Prospect) -> str:
    return "S" if prospect.id == SILENCE else str(number)


def _choice(number: int, prospect: Prospect, state: SessionState, catalogue: Catalogue) -> Iterator[Block]:
    tone = "" if prospect.open else "$quiet"
    name = catalogue.say(template("silence")) if prospect.id == SILENCE else prospect.id
    overall = "" if prospect.overall is None else f"  {prospect.overall}/100"
    leads = f"  {ARROW} {prospect.leads}" if prospect.leads else ""
    sign = Content.styled(f" {_number(number, prospect)} ", "bold $primary" if prospect.open else "$quiet")
    title = Content.assemble((name, f"bold {tone}".strip()), (overall, tone), (leads, "$secondary"))
    yield Paragraph(title, sign, indent=0)
    for line in (*_grades(prospect, catalogue), *_moves(prospect, state, catalogue)):
        yield Paragraph(Content.styled(line, "$quiet"), indent=3)
    if prospect.spent:
        yield _closed(catalogue.say(template("Said once already.")))
    for part in prospect.when.false:
        yield _closed(catalogue.say(template("{part} is false: {values}"), **_told(part, catalogue)))


def _closed(text: str) -> Paragraph:
    return Paragraph(Content(text), Content.styled(f"{SHUT} ", "$warning"), indent=3)


def _grades(prospect: Prospect, catalogue: Catalogue) -> Iterator[str]:
    outcome = prospect.outcome
    if isinstance(outcome, GradedOutcome):
        levels = [f"{catalogue.say(SKILL_NAMES[skill])} {level}" for skill, level in outcome.levels.items()]
        flags = [f"⚑ {catalogue.say(FLAG_NAMES[flag])}" for flag in outcome.flags]
        if levels or flags:
            yield " · ".join((*levels, *flags))


def _moves(prospect: Prospect, state: SessionState, catalogue: Catalogue) -> Iterator[str]:
    named = (
        (template("trust"), state.trust, prospect.trust),
        (template("heat"), state.heat, prospect.heat),
    )
    moves = [f"{catalogue.say(name)} {was} {ARROW} {now}" for name, was, now in named if was != now]
    effects = prospect.outcome.effects if prospect.outcome else ()
    if moves or effects:
        yield " · ".join((*moves, *effects))


def _way(way: WayOut, otherwise: bool, catalogue: Catalogue) -> Iterator[Block]:
    """The way that would be taken is marked with an arrow, one that is shut with a cross."""
    shut = not way.condition.holds or way.over
    sign = (f"{ARROW} ", "bold $success") if way.taken else (f"{SHUT} " if shut else "· ", "$quiet")
    where = catalogue.say(template("back to where it was called from")) if way.target == RETURN else way.target
    does = "" if way.kind == "way" else f"{catalogue.say(EDGE_NAMES[way.kind])}: "  # type: ignore[index]
    upon = way.condition.text or catalogue.say(template("otherwise") if otherwise else template("always"))
    text = Content.assemble((f"{does}{where}", "bold" if way.taken else ""), (f"  {_on_a_line(upon)}", "$quiet"))
    yield Paragraph(text, Content.styled(*sign), indent=1)
    if way.over:
        yield Paragraph(
            Content.styled(catalogue.say(template("has been there, and comes only once")), "$quiet"), indent=3
        )
    values = _values(way.condition.values, catalogue)
    if values:
        yield Paragraph(Content.styled(values, "$quiet"), indent=3)


def _told(part: Part, catalogue: Catalogue) -> dict[str, str]:
    return {"part": _on_a_line(part.text), "values": _values(part.values, catalogue) or "—"}


def _values(values: Iterable[tuple[str, Scalar]], catalogue: Catalogue) -> str:
    return " · ".join(f"{_on_a_line(name)} = {_value(value, catalogue)}" for name, value in values)


def _value(value: Scalar, catalogue: Catalogue) -> str:
    if isinstance(value, float):
        return catalogue.say(template("not judged")) if math.isnan(value) else f"{value:.1f}"
    return as_written(value)


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def next_blocks(scene: Scene, catalogue: Catalogue) -> Sequence[Block]:
    """While the aftermath is on show: what comes next."""
    return [
        heading(catalogue.say(template("What comes next")), above=0),
        Paragraph(
            Content.assemble((scene.id, "bold"), (f"  {scene.title or ''}", "$quiet")),
            Content.styled(f"{ARROW} ", "$success"),
        ),
    ]
