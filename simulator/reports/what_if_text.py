"""What if, as plain text for a terminal or a pipe: no colour, no box drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.language.words import OUTCOME_NAMES
from simulator.reports.as_text import heading, wrapped
from simulator.reports.what_if import Beside, Comparison, Measure, Minute, Said
from simulator.scenario.scenes import Ending

FIGURE_NAMES: Mapping[Measure, str] = {
    "overall": template("Overall grade"),
    "trust": template("Public trust"),
    "heat": template("Media heat"),
    "flags": template("Red flags"),
    "heard": template("Heard the rumour, percent"),
}

_NONE = "-"
_TITLE_MAX = 50


def what_if_as_text(compared: Comparison, catalogue: Catalogue) -> str:
    """The whole comparison, wrapped at 78 columns."""
    return "\n".join(_lines(compared, catalogue)) + "\n"


def _lines(compared: Comparison, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    title = say(template("What if question {number} had been answered otherwise"), number=compared.step)
    yield from heading(title, "=")
    yield from wrapped(compared.question.title)
    for name, said in _sides(compared.question, catalogue):
        if said:
            yield from wrapped(f"{name} ({said.overall}/100): {said.text}")
    yield from _ends(compared, catalogue)
    yield from _questions(compared, catalogue)
    yield from heading(say(template("Minute by minute")), "-")
    columns = (template("Time"), FIGURE_NAMES["trust"], FIGURE_NAMES["heat"], FIGURE_NAMES["heard"])
    yield from wrapped(", ".join(map(say, columns)))
    yield from wrapped(say(template("(an illustrative model; as it was | what if)")))
    yield from map(_minute, compared.curve)


def _ends(compared: Comparison, catalogue: Catalogue) -> Iterator[str]:
    yield from heading(catalogue.say(template("How it ends")), "-")
    done, instead = (_ending(ending, catalogue) for ending in compared.endings)
    yield from wrapped(f"{catalogue.say(template('As it was'))}: {done}")
    yield from wrapped(f"{catalogue.say(template('What if'))}: {instead}")
    for figure in compared.figures:
        if figure.done is not None or figure.instead is not None:
            yield f"{catalogue.say(FIGURE_NAMES[figure.what])}: {_pair((figure.done, figure.instead))}"


def _ending(ending: Ending | None, catalogue: Catalogue) -> str:
    if ending is None:
        return catalogue.say(template("it has not ended"))
    return f"{ending.headline} ({catalogue.say(OUTCOME_NAMES[ending.outcome])})"


def _questions(compared: Comparison, catalogue: Catalogue) -> Iterator[str]:
    """Every question of either side with its grades."""
    yield from heading(catalogue.say(template("Questions")), "-")
    for question in compared.questions:
        grades = _pair((_overall(question.done), _overall(question.instead)))
        title = plain(question.title)
        title = title if len(title) <= _TITLE_MAX else f"{title[: _TITLE_MAX - 1]}…"
        yield from wrapped(f"{title}: {grades} {_asked(question, catalogue)}".rstrip())


def _asked(question: Beside, catalogue: Catalogue) -> str:
    if question.instead is None:
        return catalogue.say(template("(asked only as it was)"))
    return catalogue.say(template("(asked only in the other course)")) if question.done is None else ""


def _sides(question: Beside, catalogue: Catalogue) -> tuple[tuple[str, Said | None], ...]:
    say = catalogue.say
    return ((say(template("As it was")), question.done), (say(template("What if")), question.instead))


def _overall(said: Said | None) -> int | None:
    return said.overall if said else None


def _minute(minute: Minute) -> str:
    pairs = (minute.trust, minute.heat, minute.heard)
    return f"{minute.time}  " + "   ".join(f"{_pair(pair):<9}" for pair in pairs).rstrip()


def _pair(pair: tuple[int | None, int | None]) -> str:
    done, instead = (_NONE if figure is None else str(figure) for figure in pair)
    return f"{done} | {instead}"
