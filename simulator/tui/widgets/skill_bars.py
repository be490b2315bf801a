"""The skill profile: a bar with its interval for each skill, and the days of the last weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.practice.desk import PracticeDesk
from simulator.practice.profile import TREND, SkillProfile
from simulator.practice.telling import BAR_SIGNS, TURN_SIGNS, bar_of, turn_of
from simulator.reports.summary import figure
from simulator.tui.widgets.blocks import Block, Cells, Paragraph, heading, prose

BAR_CELLS = 20

WEEKS = 4
DAYS = 7 * WEEKS


def profile_blocks(desk: PracticeDesk, catalogue: Catalogue) -> Iterator[Block]:
    """Skill by skill; a sentence where nothing has been answered yet."""
    say, profile = catalogue.say, desk.profile
    yield heading(say(template("Skill profile")), above=0)
    if not profile.answers:
        none = template("It appears here once you have answered: how well each skill is done, and how sure that is.")
        yield prose(Content.styled(say(none), "$quiet"))
        return
    width = max((len(say(SKILL_NAMES[one.skill])) for one in profile.skills), default=0)
    yield from (Paragraph(_skill(one, desk, width, catalogue)) for one in profile.skills)
    key = template("{solid} surely · {mean} up to the mean · {perhaps} perhaps · ▲▼ against 30 days ago")
    signs = dict(zip(("solid", "mean", "perhaps"), BAR_SIGNS, strict=False))
    yield Paragraph(Content.styled(say(key, **signs), "$quiet"), above=1)
    if profile.flags:
        yield heading(say(template("Red flags raised")))
        yield Cells(tuple(Content(f"⚑ {say(FLAG_NAMES[flag])} × {count}") for flag, count in profile.flags))


def _skill(one: SkillProfile, desk: PracticeDesk, width: int, catalogue: Catalogue) -> Content:
    now, turn = one.now, turn_of(one.change(desk.now - TREND))
    tone = f"$level-{round(now.mean)}"
    sure, mean, perhaps, rest = bar_of(now, BAR_CELLS)
    solid, half, light, empty = tuple(BAR_SIGNS)
    return Content.assemble(
        f"{catalogue.say(SKILL_NAMES[one.skill]):<{width}}  ",
        (solid * sure + half * mean, tone),
        (light * perhaps, tone),
        (empty * rest, "$rule"),
        (f"  {figure(now.mean, catalogue)}", "bold"),
        (f" ({figure(now.low, catalogue)}–{figure(now.high, catalogue)})", "$quiet"),
        (f"  {TURN_SIGNS[turn]}", "$quiet"),
    )


def days_blocks(desk: PracticeDesk, catalogue: Catalogue) -> Iterator[Block]:
    """The last weeks as a strip, today at the right; what was practised is told, what was not is no reproach."""
    first = desk.today - timedelta(days=DAYS - 1)
    practised = [(first + timedelta(days=count)).isoformat() in desk.profile.days for count in range(DAYS)]
    yield heading(catalogue.say(template("The last four weeks")))
    weeks = (practised[start : start + 7] for start in range(0, DAYS, 7))
    strips = [Content.assemble(*((("■", "$primary") if day else ("·", "$quiet")) for day in week)) for week in weeks]
    told = catalogue.count("practised on one day", "practised on {n} days", sum(practised))
    if desk.streak > 1:
        told += catalogue.say(template(", the last {count} in a row"), count=desk.streak)
    yield Paragraph(Content("  ").join(strips))
    yield prose(Content.styled(told, "$quiet"))
