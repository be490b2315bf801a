"""`podium practice`: single questions of the bank, the most needed first; or the bank as a list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar, get_args

import click

from simulator.commands.house import LocalHouse
from simulator.commands.play import at_terminal, screens
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import DIFFICULTY_NAMES, FLAG_NAMES, MODULE_NAMES, SKILL_NAMES
from simulator.loading.nearest import nearest
from simulator.loading.shelf import find
from simulator.practice.bank import BankQuestion, Wanted
from simulator.practice.desk import Suggestion
from simulator.practice.telling import why
from simulator.scenario.model import Difficulty, Module
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from simulator.scenario.single import PART, parted


def wanted(skill: str | None, flag: str | None, module: str | None, level: str | None) -> Wanted:
    """The tags that are asked for. Raises UsageError for a skill or flag that there is not."""
    return Wanted(
        _word(skill, SKILLS, template("there is no skill `{name}`")),
        _word(flag, RED_FLAGS, template("there is no red flag `{name}`")),
        _word(module, get_args(Module), ""),
        _word(level, get_args(Difficulty), ""),
    )


Word = TypeVar("Word", bound=str)


def _word(given: str | None, known: tuple[Word, ...], otherwise: str) -> Word | None:
    found = next((one for one in known if one == given), None)
    if given is not None and found is None:
        raise UsageError(otherwise, template("known here: {known}"), name=given[:80], known=", ".join(known))
    return found


def run(
    catalogue: Catalogue, question: str, wanted: Wanted, count: int, *, by_lines: bool, seed: int | None, learner: str
) -> int:
    """Practise: on the screens, or by lines. With `question`, that one, or those of that set. Raises PodiumError."""
    house = _house(catalogue, seed, learner)
    if PART in question:
        find(parted(question)[0])  # Told by its name, where there is none such.
        house.scenario(question)
    if not by_lines and at_terminal():
        from simulator.tui.screens.practice import opening

        return screens(house, catalogue, opens=opening(wanted, count, question))
    return _by_lines(house, catalogue, questions_for(house, question, wanted, count))


def questions_for(house: LocalHouse, question: str, wanted: Wanted, count: int) -> Sequence[str]:
    """The ids of the questions of a round. Raises UsageError where there is none."""
    if PART in question:
        return [question]
    desk = house.learning.practice()
    if question:
        desk = desk.of_set(question)
        if not desk.suggestions:
            sets = {parted(one.id)[0] for one in house.learning.bank()}
            near = nearest(question, sets)
            hint = template("did you mean `{near}`?") if near else template("`podium practice --list` lists the bank")
            raise UsageError(
                template("the bank has no set of questions called `{name}`"), hint, name=question[:80], near=near
            )
    found = desk.put(count, wanted)
    if not found:
        hint = template("`podium practice --list` lists the bank")
        raise UsageError(template("no question of the bank has all these tags"), hint)
    return [one.question.id for one in found]


def _by_lines(house: LocalHouse, catalogue: Catalogue, questions: Sequence[str]) -> int:
    from simulator.commands.plain.practice import practise
    from simulator.commands.signals import interrupted_when_ended
    from simulator.tui.rounds import PracticeRound

    with interrupted_when_ended():
        return practise(house, catalogue, PracticeRound(house, questions))


def list_(catalogue: Catalogue, wanted: Wanted, format_: str, learner: str) -> ExitCode:
    """Print the bank, or what is wanted of it, the most needed first."""
    desk = _house(catalogue, None, learner).learning.practice()
    found = [one for one in desk.suggestions if wanted.wants(one.question)]
    if format_ == "json":
        click.echo(json.dumps([_as_data(one) for one in found], ensure_ascii=False, indent=2))
        return ExitCode.OK
    width = max((len(one.question.id) for one in found), default=0)
    for one in found:
        click.echo(plain(f"{one.question.id:<{width}}  {one.question.title} ({one.question.set_title})"))
        click.echo(f"{'':<{width}}  {_tags(one.question, catalogue)}")
        click.echo(f"{'':<{width}}  {why(one, catalogue)}")
    told = catalogue.count("One question", "{n} questions", len(found))
    click.echo(told if found else catalogue.say(template("no question of the bank has all these tags")), err=True)
    return ExitCode.OK


def _house(catalogue: Catalogue, seed: int | None, learner: str) -> LocalHouse:
    house = LocalHouse(seed, learner=learner or None)
    house.speak(catalogue.tongue)
    return house


def _tags(question: BankQuestion, catalogue: Catalogue) -> str:
    say = catalogue.say
    return " · ".join(
        (
            say(MODULE_NAMES[question.module]),
            say(DIFFICULTY_NAMES[question.level]),
            ", ".join(say(SKILL_NAMES[skill]) for skill in question.skills),
            ", ".join(f"⚑ {say(FLAG_NAMES[flag])}" for flag in question.flags),
        )
    )


def _as_data(one: Suggestion) -> dict[str, object]:
    last = one.last.isoformat() if one.last else None
    due, new = ([name for _, name in topics] for topics in (one.due, one.new))
    return asdict(one.question) | {"due": due, "new": new, "last_answered": last}
