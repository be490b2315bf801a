"""What if, by lines: another line is chosen for an answer, and told is what would have come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from simulator.commands.plain.talk import Talk
from simulator.commands.plain.words import number_of
from simulator.commands.plain.writing import SAY_IT, write
from simulator.errors import PodiumError
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import OUTCOME_NAMES
from simulator.reports.debrief import AnsweredQuestion
from simulator.reports.what_if import Beside, Comparison, Minute, Said
from simulator.reports.what_if_text import FIGURE_NAMES
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Ending, Question
from simulator.session.advance import ANSWER_MAX
from simulator.session.asked import ready_of
from simulator.session.events import IllegalEvent
from simulator.session.view import Offer
from simulator.tui.house import House

_INSTEAD = template("What instead, from 1 to {most}? Enter goes back:")


def ask_what_if(talk: Talk, house: House, exercise: Exercise, questions: Sequence[AnsweredQuestion]) -> None:
    """Which answer, and what instead; then the two courses. Enter alone goes back. Raises Ended."""
    prompt = template("Which answer, from 1 to {most}? Enter goes back:")
    step = _chosen(talk, talk.catalogue.say(prompt, most=len(questions)), len(questions))
    if step is None:
        return
    asked = questions[step - 1]
    offers = _offers(exercise, asked, talk.catalogue)
    talk.tell("", asked.question, *_told(offers, talk.catalogue))
    while number := _chosen(talk, talk.catalogue.say(_INSTEAD, most=len(offers)), len(offers)):
        offer = offers[number - 1]
        if not offer.open:
            talk.say(template("Line {number} is closed: {why}"), number=number, why=offer.closed)
        elif offer.id != OWN_WORDS:
            _tell(talk, lambda choice=offer.id: house.what_if(exercise, step, choice))  # type: ignore[misc]
        elif text := _written(talk):
            _tell(talk, lambda text=text: house.what_if_said(exercise, step, text))  # type: ignore[misc]


def _written(talk: Talk) -> str:
    """Another answer in one's own words; empty if it was dropped."""
    told = template("A line with nothing but a full stop ends it; one with two full stops goes back.")
    talk.say(told)
    lines: list[str] = []
    ended_by = write(talk, lines, ANSWER_MAX)
    return "\n".join(lines).strip() if ended_by == SAY_IT else ""


def _tell(talk: Talk, run_on: Callable[[], Comparison]) -> None:
    """Run the session on and tell both courses, or why that cannot be."""
    try:
        talk.tell(*what_if(run_on(), talk.catalogue), "")
    except (IllegalEvent, PodiumError) as refusal:
        talk.explain(refusal.message, **refusal.params)


def _chosen(talk: Talk, prompt: str, most: int) -> int | None:
    """A number from 1 to `most`; None for Enter alone."""
    while typed := (talk.ask(prompt) or "").strip():
        number = number_of(typed)
        if number is not None and 1 <= number <= most:
            return number
        talk.say(template("There is no number “{typed}” here; there are 1 to {most}."), typed=typed[:40], most=most)
    return None


def _offers(exercise: Exercise, asked: AnsweredQuestion, catalogue: Catalogue) -> list[Offer]:
    """Every other line in the order of grades, and silence where it is an answer."""
    said, shut = catalogue.say(template("You said this.")), catalogue.say(template("Not open at this point."))
    grade = template("{line} ({overall} of 100)")
    offers = [
        Offer(
            line.id,
            catalogue.say(grade, line=line.text, overall=line.assessment.overall),
            line.open and not line.given,
            closed=said if line.given else shut,
        )
        for line in asked.lines
    ]
    scene = exercise.scenario.scene_by_id.get(asked.scene)  # None: a press
    if isinstance(scene, Question) and scene.silence and not asked.silent:
        offers.append(Offer(SILENCE, catalogue.say(template("Keep silent")), open=True))
    if ready_of(exercise.scenario, exercise.state, asked.scene).own_words is not None:
        offers.append(Offer(OWN_WORDS, catalogue.say(template("In your own words…")), open=True))
    return offers


def _told(offers: Sequence[Offer], catalogue: Catalogue) -> Iterator[str]:
    yield ""
    for number, offer in enumerate(offers, 1):
        yield f"{number}. {offer.text}"
        if not offer.open:
            yield f"   {offer.closed}"


def what_if(compared: Comparison, catalogue: Catalogue) -> Iterator[str]:
    """The two courses: the answers, how both end, the questions, and the minutes at which they differ."""
    say = catalogue.say
    title = say(template("What if question {number} had been answered otherwise"), number=compared.step)
    yield from ("", title)
    sides = ((template("As it was"), compared.question.done), (template("What if"), compared.question.instead))
    for name, said in sides:
        if said is not None:
            yield f"  {say(name)}, {say(template('{overall} of 100'), overall=said.overall)}: {said.text}"
    yield from ("", say(template("How it ends")))
    done, instead = compared.endings
    yield f"  {say(template('As it was'))}: {_ending(done, catalogue)}"
    yield f"  {say(template('What if'))}: {_ending(instead, catalogue)}"
    for figure in compared.figures:
        if figure.done is not None or figure.instead is not None:
            yield f"  {say(FIGURE_NAMES[figure.what])}: {_pair((figure.done, figure.instead), catalogue)}."
    yield from ("", say(template("Questions")))
    yield from (f"  {_question(question, catalogue)}" for question in compared.questions)
    yield from _minutes(compared.curve, catalogue)


def _ending(ending: Ending | None, catalogue: Catalogue) -> str:
    if ending is None:
        return catalogue.say(template("it has not ended"))
    return f"{ending.headline} ({catalogue.say(OUTCOME_NAMES[ending.outcome])})"


def _question(question: Beside, catalogue: Catalogue) -> str:
    grades = _pair((_overall(question.done), _overall(question.instead)), catalogue)
    if question.done is None:
        return f"{question.title}: {grades}. {catalogue.say(template('(asked only in the other course)'))}"
    if question.instead is None:
        return f"{question.title}: {grades}. {catalogue.say(template('(asked only as it was)'))}"
    return f"{question.title}: {grades}."


def _overall(said: Said | None) -> int | None:
    return said.overall if said else None


def _minutes(curve: Sequence[Minute], catalogue: Catalogue) -> Iterator[str]:
    differing = [minute for minute in curve if any(pair[0] != pair[1] for pair in _pairs(minute))]
    if differing:
        yield from ("", catalogue.say(template("Minutes at which the two courses differ (an illustrative model)")))
    for minute in differing:
        names = (FIGURE_NAMES["trust"], FIGURE_NAMES["heat"], FIGURE_NAMES["heard"])
        told = "; ".join(
            f"{catalogue.say(name)}: {_pair(pair, catalogue)}"
            for name, pair in zip(names, _pairs(minute), strict=True)
            if pair[0] != pair[1]
        )
        yield f"  {minute.time}. {told}."


def _pairs(minute: Minute) -> tuple[tuple[int | None, int | None], ...]:
    return (minute.trust, minute.heat, minute.heard)


def _pair(pair: tuple[int | None, int | None], catalogue: Catalogue) -> str:
    """A figure of both courses: as it was, then what if."""
    done, instead = (catalogue.say(template("none")) if figure is None else str(figure) for figure in pair)
    return catalogue.say(template("{done} as it was, {instead} otherwise"), done=done, instead=instead)
