"""`podium rate`: an observer's rating of one objective of a session, P, S, M or U; and the list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from simulator.commands.after_action import recorded_as
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template
from simulator.loading.unseen import visible
from simulator.reports.after_action.harm import rated
from simulator.reports.after_action.rating import MARKS, NAME_MOST, NOTE_MOST, Rating, keep
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.value import Rated
from simulator.reports.after_action.words import MARK_NAMES


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line. `answers` are numbers of answers as in the debrief, from 1."""

    mark: str = ""
    objective: int | None = None
    note: str = ""
    by: str = ""
    answers: tuple[int, ...] = ()
    withdraw: bool = False


def run(catalogue: Catalogue, session: str, given: Given, format_: str) -> ExitCode:
    """Keep a rating, or list those of a session. Raises PodiumError."""
    house = LocalHouse()
    one = recorded_as(house, 1, session)
    if given.mark or given.withdraw or given.objective is not None:
        keep(house.journal, session, _rating(one, given))
        one = recorded_as(house, 1, session)
    if format_ == "json":
        click.echo(json.dumps([_as_json(mark) for mark in rated(one)], ensure_ascii=False, indent=2))
        return ExitCode.OK
    for line in _listed(one, catalogue):
        click.echo(visible(line))
    return ExitCode.OK


def _rating(one: Recorded, given: Given) -> Rating:
    """The rating that was given. Raises UsageError."""
    by, note = " ".join(given.by.split()), given.note.strip()
    objectives, answers = len(one.scenario.objectives), len(one.debrief.questions)
    if given.objective is None or not 1 <= given.objective <= objectives:
        raise UsageError(template("name an objective, --objective 1 to {count}"), count=objectives)
    if not by or len(by) > NAME_MOST:
        raise UsageError(template("say who rates, --by NAME; at most {most} characters"), most=NAME_MOST)
    if len(note) > NOTE_MOST:
        raise UsageError(template("the note is longer than {most} characters"), most=NOTE_MOST)
    for number in given.answers:
        if not 1 <= number <= answers:
            raise UsageError(
                template("there is no answer {number}; the session has {count}"), number=number, count=answers
            )
    if given.withdraw:
        return _withdrawn(one, given.objective, by)
    mark = next((mark for mark in MARKS if mark == given.mark.upper()), None)
    if mark is None:
        raise UsageError(template("a rating is one of: {marks}"), marks=", ".join(MARKS))
    return Rating(given.objective, mark, note, by, tuple(sorted(set(given.answers))))


def _withdrawn(one: Recorded, objective: int, by: str) -> Rating:
    stands = next((rating for rating in one.ratings if (rating.objective, rating.by) == (objective, by)), None)
    if stands is None:
        told = template("{by} has given no rating on objective {number}")
        raise UsageError(told, by=by, number=objective)
    return Rating(objective, stands.mark, by=by, withdrawn=True)


def _listed(one: Recorded, catalogue: Catalogue) -> Iterator[str]:
    say, marks = catalogue.say, rated(one)
    for number, objective in enumerate(one.scenario.objectives, 1):
        yield f"{number}. {objective}"
        own = [mark for mark in marks if mark.rating.objective == number]
        for mark in own:
            yield from _told(mark, catalogue)
        if not own:
            yield f"   {say(template('not rated yet'))}"


def _told(mark: Rated, catalogue: Catalogue) -> Iterator[str]:
    say, rating = catalogue.say, mark.rating
    yield f"   {rating.mark}  {say(MARK_NAMES[rating.mark])}  ({rating.by})"
    if rating.note:
        yield f"      {' '.join(rating.note.split())}"
    if mark.counts != rating.mark:
        answers = ", ".join(str(harm.answer) for harm in mark.capped_by)
        told = template("counts as {mark}: an answer that did harm or broke the law stands ({answers})")
        yield "      " + say(told, mark=mark.counts, answers=answers)


def _as_json(mark: Rated) -> dict[str, object]:
    return {
        "objective": mark.rating.objective,
        "rating": mark.rating.mark,
        "counts": mark.counts,
        "held_by_answers": [harm.answer for harm in mark.capped_by],
        "note": mark.rating.note,
        "by": mark.rating.by,
        "answers": list(mark.rating.answers),
        "at": mark.rating.at,
    }
