"""How the console draws what it tells of many seats: cells of a table, levels in a few signs, times of day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TypeVar

from textual.content import Content

from simulator.language.catalogue import Catalogue
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.scenario.rubric import SKILLS, Level, RedFlag, Skill
from simulator.tui.widgets.assessment import marked_answer, verdict_blocks
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.tui.widgets.plain import plain
from simulator.workshop.console.words import SURE_SIGNS
from simulator.workshop.followed import GivenAnswer

Key = TypeVar("Key")

LEVEL_CELLS = 6


def one_line(text: str) -> str:
    """A text of somebody's on one line, with nothing in it that a terminal would obey."""
    return " ".join(plain(text).split())


def cell(text: str, width: int, style: str = "") -> Content:
    """A cell of a table: cut, or filled up with blanks, to so many columns."""
    return Content.styled(one_line(text), style).truncate(width, ellipsis=True, pad=True)


def level_digits(levels: Mapping[Skill, Level]) -> Content:
    """The levels as digits, in the rubric's order, in LEVEL_CELLS cells or more."""
    digits = [Content.styled(str(levels[skill]), f"bold $level-{levels[skill]}") for skill in SKILLS if skill in levels]
    return Content("").join([*digits, Content(" " * max(0, LEVEL_CELLS - len(digits)))])


def grade_cells(given: GivenAnswer | None) -> Content:
    """An answer in sixteen cells: overall grade, levels, red flags, how sure one was; an asterisk for a verdict."""
    if given is None:
        return Content(" " * 16)
    flags, counts = len(given.counts.flags), given.counts
    return Content.assemble(
        (f"{counts.overall:>3}", "bold $primary"),
        ("*" if given.by_verdict else " ", "$warning"),
        level_digits(counts.levels),
        (f" ⚑{flags}" if flags else "   ", "bold $error"),
        f" {SURE_SIGNS[given.answer.confidence] or ' '} ",
    )


def time_of_day(recorded: str) -> str:
    """A moment of the record by this machine's clock, `14:05`; blank where there is none."""
    try:
        return f"{datetime.fromisoformat(recorded).astimezone():%H:%M}"
    except ValueError:
        return "     "


def answer_blocks(given: GivenAnswer, title: str, catalogue: Catalogue, *, graded: bool = True) -> Iterator[Block]:
    """An answer with the words that its grade rests on, and its levels and flags."""
    time = time_of_day(given.at).strip()
    heading = [(f"{given.number}. {one_line(title)}", "bold $primary"), (f"  {time}", "$quiet")]
    if graded:
        heading.append((f"  {given.counts.overall}{'*' if given.by_verdict else ''}", "bold"))
        heading.append((f"  {SURE_SIGNS[given.answer.confidence]}", "$secondary"))
    yield Paragraph(Content.assemble(*heading), indent=0, above=1)
    if not given.words:
        yield prose(Content.styled("—", "$quiet"))
    elif graded:
        yield prose(marked_answer(given.words, given.answer.assessment))
    else:
        yield prose(plain(given.words))
    if graded:
        yield from verdict_blocks(given.counts, catalogue)


def share(part: float) -> str:
    """A share (0-1) in percent."""
    return f"{round(100 * part)}%"


def bar(part: float, width: int, tone: str) -> Content:
    """A share (0-1) as a bar of so many cells."""
    full = round(part * width)
    return Content.assemble(("█" * full, tone), ("·" * (width - full), "$rule"))


def names_of(skills: Iterable[Skill], catalogue: Catalogue) -> str:
    """The names of skills, one after the other."""
    return " · ".join(catalogue.say(SKILL_NAMES[skill]) for skill in skills)


def flag_line(flags: Collection[RedFlag], catalogue: Catalogue) -> Content:
    """Red flags by name."""
    return Content.styled("  ".join(f"⚑ {catalogue.say(FLAG_NAMES[flag])}" for flag in flags), "bold $error")


def after(values: Iterable[Key], present: Key, step: int = 1) -> Key:
    """The value that comes after the present one, the first after the last; the first if the present one is none."""
    found = list(values)
    return found[(found.index(present) + step) % len(found)] if present in found else found[0]
