"""A past answer: in a list, and in short beside it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.visual import Visual
from textual.widgets import ListItem

from simulator.language.catalogue import Catalogue, template
from simulator.language.days import written_day
from simulator.language.folding import folded
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.practice.answered import Answered
from simulator.practice.telling import how_said, title_of
from simulator.tui.speaking import catalogue
from simulator.tui.widgets.assessment import level_bar
from simulator.tui.widgets.blocks import Block, Cells, Paragraph, prose
from simulator.tui.widgets.page import Page


class PastItem(ListItem):
    """One answer: its question and grade, and in a quieter line when and where."""

    def __init__(self, answer: Answered) -> None:
        super().__init__(classes="past")
        self.answer = answer

    def render(self) -> Visual:
        one, spoken = self.answer, catalogue(self)
        flags = " ⚑" * len(one.flags)
        title = Content.assemble((title_of(one, spoken), "bold"), (flags, "$error"))
        sign = Content.styled(f"{one.overall:>3}  ", "bold $primary")
        about = f"{when(one, spoken)} · {one.told_in or one.scenario_id} · {spoken.say(how_said(one))}"
        return Page(
            [
                Paragraph(title, sign, indent=0, most=1),
                Paragraph(Content.styled(about, "$quiet"), indent=5, most=1),
            ]
        )


def when(one: Answered, catalogue: Catalogue) -> str:
    """The local day and time of an answer."""
    moment = one.at.astimezone()
    return f"{moment:%H:%M} {written_day(f'{moment:%Y-%m-%d}', catalogue.tongue)}"


def matches(one: Answered, skill: str, flag: str, searched: str) -> bool:
    """Whether an answer is of a skill, raised a flag, and holds every word, with or without diacritics."""
    if (skill and skill not in one.levels) or (flag and flag not in one.flags):
        return False
    if not searched.strip():
        return True
    haystack = folded(" ".join((one.title, one.told_in, one.text, one.question_id)))
    return all(word in haystack for word in folded(searched).split())


def past_blocks(one: Answered, others: int, catalogue: Catalogue) -> Iterator[Block]:
    """An answer in short: what was said, its levels and flags; and how often the question was answered besides."""
    say = catalogue.say
    yield Paragraph(Content.styled(title_of(one, catalogue), "bold $primary"), indent=0)
    grade = say(template("{overall} of 100"), overall=one.overall)
    yield Paragraph(Content.assemble((grade, "bold"), (f"  {when(one, catalogue)}", "$quiet")))
    width = max((len(say(SKILL_NAMES[skill])) for skill in one.levels), default=0)
    levels = (
        Content.assemble(f"{say(SKILL_NAMES[skill]):<{width}} ", level_bar(level))
        for skill, level in one.levels.items()
    )
    yield Cells(tuple(levels), above=1)
    if one.flags:
        yield Cells(tuple(Content.styled(f"⚑ {say(FLAG_NAMES[flag])}", "bold $error") for flag in one.flags))
    if one.text:
        yield Paragraph(Content(one.text), Content(" "), bar="$secondary", above=1)
    if others:
        told = catalogue.count("Answered one more time.", "Answered {n} more times.", others)
        yield prose(Content.styled(told, "$quiet"), above=1)
