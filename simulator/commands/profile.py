"""`podium profile`: how a learner does, skill by skill, lately and against a month ago, and what is due."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.practice.desk import PracticeDesk
from simulator.practice.profile import TREND, SkillProfile
from simulator.practice.schedule import Standing
from simulator.practice.telling import BAR_SIGNS, TURN_SIGNS, bar_of, comes_again, topic_name, turn_of
from simulator.reports.summary import figure

BAR_CELLS = 20

LATER_TOLD = 5
"""Of topics that are not due yet, the next so many are told."""


def run(catalogue: Catalogue, format_: str, learner: str) -> ExitCode:
    """Print the profile of whoever learns here, or of `learner`."""
    house = LocalHouse(learner=learner or None)
    house.speak(catalogue.tongue)
    desk = house.learning.practice()
    if format_ == "json":
        click.echo(json.dumps(as_data(desk, house.learner), ensure_ascii=False, indent=2))
        return ExitCode.OK
    if not desk.profile.answers:
        click.echo(catalogue.say(template("nothing has been answered yet; begin with: podium practice")), err=True)
    for line in as_text(desk, house.learner, catalogue):
        click.echo(plain(line))
    return ExitCode.OK


def as_text(desk: PracticeDesk, learner: str, catalogue: Catalogue) -> Iterator[str]:
    """The profile in lines; nothing where nothing has been answered."""
    profile, say = desk.profile, catalogue.say
    if not profile.answers:
        return
    answers = catalogue.count("One answer", "{n} answers", profile.answers)
    days = catalogue.count("on one day", "on {n} days", len(profile.days))
    yield f"{learner}: {answers}, {days}" if learner else f"{answers}, {days}"
    yield ""
    yield say(template("Skills (0-4): mean, and between what it surely lies; answers; against 30 days ago"))
    width = max((len(say(SKILL_NAMES[one.skill])) for one in profile.skills), default=0)
    yield from (_skill(one, desk, width, catalogue) for one in profile.skills)
    if profile.flags:
        yield from ("", say(template("Red flags raised")))
        yield from (f"  {say(FLAG_NAMES[flag])}: {count}" for flag, count in profile.flags)
    yield from ("", say(template("Due")))
    yield from (_due(one, desk, catalogue) for one in (*desk.due, *desk.later[:LATER_TOLD]))


def _skill(one: SkillProfile, desk: PracticeDesk, width: int, catalogue: Catalogue) -> str:
    now, change = one.now, one.change(desk.now - TREND)
    cells = "".join(sign * count for sign, count in zip(BAR_SIGNS, bar_of(now, BAR_CELLS), strict=True))
    between = f"{figure(now.low, catalogue)}–{figure(now.high, catalogue)}"
    trend = TURN_SIGNS[turn_of(change)]
    if change is not None and turn_of(change) != "steady":
        trend += f" {'+' if change >= 0 else '−'}{figure(abs(change), catalogue)}"
    name = catalogue.say(SKILL_NAMES[one.skill])
    return f"  {name:<{width}}  {cells}  {figure(now.mean, catalogue)} ({between})  n={now.answers:<3} {trend}".rstrip()


def _due(one: Standing, desk: PracticeDesk, catalogue: Catalogue) -> str:
    return f"  {topic_name(one.topic, catalogue)}: {comes_again(one.due, desk.now, catalogue)}"


def as_data(desk: PracticeDesk, learner: str) -> dict[str, object]:
    """The profile for programs."""
    profile = desk.profile
    return {
        "learner": learner,
        "answers": profile.answers,
        "days": list(profile.days),
        "days_in_a_row": desk.streak,
        "skills": [
            {
                "skill": one.skill,
                "answers": one.now.answers,
                "mean": round(one.now.mean, 3),
                "low": round(one.now.low, 3),
                "high": round(one.now.high, 3),
                "change_30_days": None if (change := one.change(desk.now - TREND)) is None else round(change, 3),
            }
            for one in profile.skills
        ],
        "flags": dict(profile.flags),
        "tempted": dict(profile.tempted),
        "schedule": [
            {
                "kind": one.topic[0],
                "name": one.topic[1],
                "due": one.due.isoformat(),
                "reviews": one.reviews,
                "failures": one.failures,
            }
            for one in (*desk.due, *desk.later)
        ],
    }
