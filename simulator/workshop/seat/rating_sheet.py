"""The sheet on which the hall rates an answer: a scale from 0 to 4 for each skill, and what its levels mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.scenario.rubric import LEVELS, Level, Skill
from simulator.scoring.judge.rubric_rows import ROWS
from simulator.tui.speaking import catalogue
from simulator.tui.spots import Spot
from simulator.tui.widgets.blocks import Paragraph, laid_out
from simulator.tui.windows import TALL, WIDE

CARET_CELLS = 2
STEP_CELLS = 3
"""Cells of a level on the scale."""

MEANING_ROWS, NARROW_MEANING_ROWS = 2, 3
"""Rows for what a level means."""

ROOMY = 70
"""In a window of fewer columns a meaning needs a row more."""


class RatingSheet(Widget, can_focus=True):
    """A line for each skill; up and down choose one, 0 to 4 and the arrows left and right give its level."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", template("Choose"), key_display="↑↓"),
        Binding("up", "walk(-1)", "", show=False),
        Binding("right", "turn(1)", template("More"), key_display="←→"),
        Binding("left", "turn(-1)", "", show=False),
        *(Binding(str(level), f"give({level})", "", show=False) for level in LEVELS),
    ]

    class Changed(Message):
        """A level was given, or another skill is marked."""

    def __init__(self) -> None:
        super().__init__(id="rating")
        self.skills: tuple[Skill, ...] = ()
        self.levels: dict[Skill, Level] = {}
        self._place = 0
        self._given_last: Skill | None = None

    def begin(self, skills: Sequence[Skill], given: Mapping[Skill, Level] | None = None) -> None:
        """Ask for these skills, with what was given before, if anything."""
        self.skills = tuple(skills)
        self.levels = {skill: level for skill, level in (given or {}).items() if skill in self.skills}
        self._place, self._given_last = 0, None
        self.fit()
        self.refresh()

    def spoken(self) -> str:
        """What was given last, and the marked skill, to be read aloud."""
        told = catalogue(self)
        given = dict.fromkeys([*([self._given_last] if self._given_last else []), *self.skills[self._place :][:1]])
        return "\n".join(self._spoken_of(skill, told) for skill in given)

    def _spoken_of(self, skill: Skill, told: Catalogue) -> str:
        level = self.levels.get(skill)
        word = told.say(template("no level yet")) if level is None else f"{level}, {told.say(LEVEL_NAMES[level])}"
        return f"{told.say(SKILL_NAMES[skill])}: {word}"

    def fit(self) -> None:
        """Take the height that the window allows: all five meanings of a skill in a tall one."""
        self.styles.height = len(self.skills) + 1 + self._meaning_rows

    @property
    def whole(self) -> bool:
        """Whether every skill has its level."""
        return bool(self.skills) and all(skill in self.levels for skill in self.skills)

    @property
    def _tells_all(self) -> bool:
        return self.app.size.height >= TALL and self.app.size.width >= WIDE

    @property
    def _meaning_rows(self) -> int:
        if self._tells_all:
            return len(LEVELS) * MEANING_ROWS
        return MEANING_ROWS if self.app.size.width >= ROOMY else NARROW_MEANING_ROWS

    @property
    def _skill(self) -> Skill:
        return self.skills[self._place]

    def render(self) -> Content:
        if not self.skills:
            return Content("")
        told = catalogue(self)
        width = max(len(told.say(SKILL_NAMES[skill])) for skill in self.skills)
        rows = [self._row(place, width, told) for place in range(len(self.skills))]
        rows += [Content.styled("─" * self.content_size.width, "$rule"), *self._meanings(told)]
        return Content("\n").join(row.truncate(self.content_size.width, ellipsis=True) for row in rows)

    def _row(self, place: int, width: int, told: Catalogue) -> Content:
        skill = self.skills[place]
        level, here = self.levels.get(skill), place == self._place
        caret = Content.styled("▸ ", "bold $primary") if here else Content(" " * CARET_CELLS)
        name = Content.styled(f"{told.say(SKILL_NAMES[skill]):<{width}} ", "bold" if here else "")
        scale = Content("").join([_step(one, level) for one in LEVELS])
        word = Content.styled(f" {told.say(LEVEL_NAMES[level])}" if level is not None else " …", "$quiet")
        row = Content.assemble(caret, name, scale, word)
        return row.pad_right(max(0, self.content_size.width - row.cell_length)).stylize("on $chosen") if here else row

    def _meanings(self, told: Catalogue) -> list[Content]:
        """All meanings of the marked skill, or that of its level; before a level is given, the skill's aim."""
        skill, level, width = self._skill, self.levels.get(self._skill), self.content_size.width
        if self._tells_all:
            meanings = [_meaning(one, told.say(ROWS[skill][one]), one == level, MEANING_ROWS) for one in LEVELS]
            return laid_out(meanings, width)
        if level is None:
            aim = Content.styled(told.say(SKILL_AIMS[skill]), "$quiet")
            return Paragraph(aim, Content("  "), indent=0, most=self._meaning_rows).lines(width)
        return _meaning(level, told.say(ROWS[skill][level]), chosen=True, most=self._meaning_rows).lines(width)

    def action_walk(self, step: int) -> None:
        """Choose the next skill, or the one before."""
        self._place = max(0, min(len(self.skills) - 1, self._place + step))
        self.refresh()
        self.post_message(self.Changed())

    def action_turn(self, by: int) -> None:
        """A level more, or less; the first one stands in the middle."""
        if self.skills:
            now = self.levels.get(self._skill)
            self._give(self._place, 2 if now is None else max(LEVELS[0], min(LEVELS[-1], now + by)))

    def action_give(self, level: int) -> None:
        """Give the chosen skill its level, and go on to the next one that has none."""
        if self.skills:
            self._give(self._place, level)
            after = [place for place, skill in enumerate(self.skills) if skill not in self.levels]
            self._place = next((place for place in after if place > self._place), self._place)
            self.refresh()

    def mark_missing(self) -> None:
        """Choose the first skill that has no level yet."""
        self._place = next((n for n, skill in enumerate(self.skills) if skill not in self.levels), self._place)
        self.refresh()

    def _give(self, place: int, level: Level) -> None:
        self._place, self._given_last = place, self.skills[place]
        self.levels[self.skills[place]] = level
        self.refresh()
        self.post_message(self.Changed())

    @property
    def _scale_column(self) -> int:
        told = catalogue(self)
        return CARET_CELLS + max((len(told.say(SKILL_NAMES[skill])) for skill in self.skills), default=0) + 1

    def spots(self) -> Iterator[Spot]:
        """Each level of each skill."""
        for place in range(len(self.skills)):
            for level in LEVELS:
                yield Spot(self._scale_column + level * STEP_CELLS + 1, place, partial(self._give, place, level))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self.skills):
            return
        level = (offset.x - self._scale_column) // STEP_CELLS
        if level in LEVELS:
            self._give(offset.y, level)
        else:
            self._place = offset.y
            self.refresh()


def _step(level: Level, given: Level | None) -> Content:
    if level == given:
        return Content.styled(f"▸{level} ", f"bold $level-{level}")
    return Content.styled(f" {level} ", "$quiet")


def _meaning(level: Level, text: str, chosen: bool, most: int) -> Paragraph:
    tone = f"$level-{level}"
    content = Content.styled(text, "" if chosen else "$quiet")
    return Paragraph(content, Content.styled(f"{level} ", f"bold {tone}"), indent=0, most=most)
